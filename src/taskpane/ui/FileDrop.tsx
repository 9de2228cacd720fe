import React, { useEffect, useRef, useState } from "react";
import { Button } from "./Button";

interface FileDropProps {
  readonly prompt: string;
  readonly chooseText: string;
  readonly hint: string;
  readonly disabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

const ACCEPTED = ".xlsx,.xlsm,.xls,.xlsb,.ods,.csv,.docx,.docm";

/** A file dropped beside the zone would open in place of the pane. */
function keepStrayDropsOut(): () => void {
  const ignore = (event: Event): void => event.preventDefault();
  window.addEventListener("dragover", ignore);
  window.addEventListener("drop", ignore);
  return () => {
    window.removeEventListener("dragover", ignore);
    window.removeEventListener("drop", ignore);
  };
}

/** Takes files by dropping them or by a button. */
export function FileDrop({ prompt, chooseText, hint, disabled, onFiles }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  useEffect(keepStrayDropsOut, []);

  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !disabled) onFiles(files);
  };

  return (
    <div
      className={over ? "drop drop-over" : "drop"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <p>{prompt}</p>
      <Button text={chooseText} icon="file" disabled={disabled} onClick={() => input.current?.click()} />
      <p className="muted">{hint}</p>
      <input
        ref={input}
        type="file"
        multiple
        accept={ACCEPTED}
        hidden
        onChange={(event) => {
          take(event.target.files);
          // The same file can be chosen again after it was removed or corrected.
          event.target.value = "";
        }}
      />
    </div>
  );
}
