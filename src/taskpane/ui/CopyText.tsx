import React, { useRef, useState } from "react";
import { Button } from "./Button";

interface CopyTextProps {
  readonly label: string;
  readonly value: string;
  readonly copyText: string;
  readonly copiedText: string;
  /** Said where the browser does not let the pane copy: the text is selected, and Ctrl+C does the rest. */
  readonly selectedText: string;
}

/** A text to be taken elsewhere, with a button that copies it. */
export function CopyText({ label, value, copyText, copiedText, selectedText }: CopyTextProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState("");
  const copy = async (): Promise<void> => {
    area.current?.select();
    try {
      await navigator.clipboard.writeText(value);
      setOutcome(copiedText);
    } catch {
      setOutcome(document.execCommand("copy") ? copiedText : selectedText);
    }
  };
  return (
    <div className="copy-text">
      <textarea
        ref={area}
        aria-label={label}
        readOnly
        rows={Math.min(12, value.split("\n").length + 2)}
        value={value}
      />
      <div className="actions">
        <Button text={copyText} onClick={() => void copy()} />
        <span className="small" role="status">
          {outcome}
        </span>
      </div>
    </div>
  );
}
