import React from "react";

interface EmptyStateProps {
  /** One short sentence: what would be here, and what brings it. Null: it is here, and only the button stays. */
  readonly text: string | null;
  /** The one button that leads on. */
  readonly action?: React.ReactNode;
}

/** Stands where nothing is yet. */
export function EmptyState({ text, action }: EmptyStateProps) {
  return (
    <div className={text === null ? undefined : "empty-state"}>
      {text !== null && <p>{text}</p>}
      {action && <div className="actions">{action}</div>}
    </div>
  );
}
