import React from "react";
import { useWords } from "../language";
import { CopyText } from "../ui/CopyText";

/** The text to the units that have not sent, ready to be copied; nothing when all have. */
export function Reminder({ reminder }: { reminder: string | null }) {
  const { text } = useWords();
  if (reminder === null) return null;
  return (
    <details>
      <summary>{text("merge.reminder")}</summary>
      <CopyText
        label={text("merge.reminder")}
        value={reminder}
        copyText={text("action.copy")}
        copiedText={text("action.copied")}
        selectedText={text("action.selected")}
      />
    </details>
  );
}
