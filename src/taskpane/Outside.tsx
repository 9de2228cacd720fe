import React from "react";
import { useWords } from "./language";
import { LanguageSwitch } from "./LanguageSwitch";
import { Button } from "./ui/Button";

/** Shown when the pane itself has failed. */
export function PaneFailed() {
  const { text } = useWords();
  return (
    <main className="page page-alone">
      <h1>{text("outside.failed")}</h1>
      <p>{text("outside.failedText")}</p>
      <div className="actions">
        <Button kind="primary" text={text("outside.reload")} onClick={() => window.location.reload()} />
      </div>
    </main>
  );
}

interface WithoutExcelProps {
  /** Why Excel cannot be worked with: Microsoft's client library did not load, or Excel does not answer it. */
  readonly reason: "noLibrary" | "noAnswer";
  readonly onFiles: () => void;
}

/** Shown in Excel when Excel cannot be worked with. Files can be worked on without it. */
export function WithoutExcel({ reason, onFiles }: WithoutExcelProps) {
  const { text } = useWords();
  return (
    <main className="page page-alone">
      <h1>{text(`outside.${reason}`)}</h1>
      <p>{text(`outside.${reason}Text`)}</p>
      <div className="actions">
        <Button kind="primary" text={text("action.retry")} onClick={() => window.location.reload()} />
        <Button text={text("outside.files")} onClick={onFiles} />
      </div>
      <LanguageSwitch />
    </main>
  );
}
