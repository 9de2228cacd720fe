import React, { useState } from "react";
import { Button } from "./Button";
import { FormField } from "./FormField";

interface PasteBoxProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly readText: string;
  /** What was pasted: as a web page has it, "" where it is none, and as plain text. Neither is ever shown as a page. */
  readonly onPaste: (html: string, text: string) => void;
}

/** Takes what was copied elsewhere; text can be typed into it too. */
export function PasteBox({ id, label, hint, readText, onPaste }: PasteBoxProps) {
  const [typed, setTyped] = useState("");
  return (
    <>
      <FormField id={id} label={label} hint={hint}>
        {(control) => (
          <textarea
            {...control}
            className="text-box"
            rows={4}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPaste={(event) => {
              event.preventDefault();
              const { clipboardData } = event;
              onPaste(clipboardData.getData("text/html"), clipboardData.getData("text/plain"));
            }}
          />
        )}
      </FormField>
      {typed.trim() !== "" && (
        <div className="actions">
          <Button text={readText} onClick={() => onPaste("", typed)} />
        </div>
      )}
    </>
  );
}
