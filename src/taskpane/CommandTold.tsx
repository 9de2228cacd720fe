import React, { useEffect, useRef } from "react";
import { type CommandResult, resultWords } from "./commandResult";
import { useWords } from "./language";
import { Button } from "./ui/Button";
import { Notice } from "./ui/Notice";

/** The page that has opened the dialog closes it when it hears this. */
export const CLOSE_MESSAGE = "close";

function close(): void {
  Office.context.ui.messageParent(CLOSE_MESSAGE);
}

/** The dialog in which a ribbon button that runs without the pane says what it has done, or why it did nothing. */
export function CommandTold({ result }: { result: CommandResult }) {
  const { text, list } = useWords();
  const { kind, title, sentences } = resultWords(result, text, list);
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    // The keys are heard in this page only once it has the focus.
    page.current?.querySelector<HTMLElement>(".button-primary")?.focus();
    const closeOnEscape = ({ key }: KeyboardEvent): void => {
      if (key === "Escape") close();
    };
    window.addEventListener("keydown", closeOnEscape);
    return () => window.removeEventListener("keydown", closeOnEscape);
  }, []);
  return (
    <main ref={page} className="page page-alone">
      <h1>{title}</h1>
      <Notice kind={kind}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
      <div className="actions">
        <Button kind="primary" text={text("command.close")} onClick={close} />
      </div>
    </main>
  );
}
