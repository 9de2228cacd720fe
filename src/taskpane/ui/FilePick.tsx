import React, { useRef } from "react";
import { Button } from "./Button";

interface FilePickProps {
  readonly text: string;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that lets the user choose one workbook. */
export function FilePick({ text, disabled, onFile }: FilePickProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button text={text} icon="file" disabled={disabled} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xlsm"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onFile(file);
          // The same file can be chosen again after it was put aside or corrected.
          event.target.value = "";
        }}
      />
    </>
  );
}
