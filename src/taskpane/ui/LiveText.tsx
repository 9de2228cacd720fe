import React from "react";

/**
 * Tells screen readers what has changed. It must stay mounted, empty while there is nothing to say: regions that
 * appear together with their text are often not announced.
 */
export function LiveText({ text }: { text: string }) {
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}
