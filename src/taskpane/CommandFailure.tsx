import React from "react";
import { useWords } from "./language";
import { Notice } from "./ui/Notice";
import { failureWords, type Failure } from "./failures";

/** The dialog in which a ribbon button that runs without the pane says why it did nothing. */
export function CommandFailure({ failure }: { failure: Failure }) {
  const { text } = useWords();
  return (
    <main className="page page-alone">
      <Notice kind="error" title={text("command.failed.title")}>
        <p>{failureWords(failure, text)}</p>
      </Notice>
    </main>
  );
}
