import React from "react";
import { FailureNotice } from "./FailureNotice";
import { placesInWords } from "./failures";
import { useWords } from "./language";
import { lostByUndo, undo, type UndoToken } from "./services";
import { Button } from "./ui/Button";
import { Busy } from "./ui/Busy";
import { Notice } from "./ui/Notice";
import { useAction } from "./useAction";

interface UndoNoticeProps {
  /** Null when nothing was changed. */
  readonly token: UndoToken | null;
  readonly children: React.ReactNode;
  readonly actions?: React.ReactNode;
  readonly onUndone?: () => void;
}

/** Tells what was done to the workbook and takes it back on request; asks first where that would lose what was written since. */
export function UndoNotice({ token, children, actions, onUndone }: UndoNoticeProps) {
  const { text } = useWords();
  const { action, run, retry, reset } = useAction(async (toUndo: UndoToken, evenSo: boolean) => {
    const lost = evenSo ? [] : await lostByUndo(toUndo);
    if (lost.length > 0) return lost;
    await undo(toUndo);
    onUndone?.();
    return [];
  });

  if (action.status === "running") return <Busy text={text("undo.running")} />;
  if (action.status === "failed") return <FailureNotice error={action.error} onRetry={retry} />;
  if (action.status === "done" && action.result.length > 0 && token) {
    return (
      <Notice
        kind="warning"
        actions={
          <>
            <Button text={text("undo.keep")} onClick={reset} />
            <Button icon="undo" text={text("undo.evenSo")} onClick={() => run(token, true)} />
          </>
        }
      >
        <p>{text("undo.lost", { places: placesInWords(action.result, text) })}</p>
      </Notice>
    );
  }
  if (action.status === "done") {
    return (
      <Notice kind="info">
        <p>{text("undo.done")}</p>
      </Notice>
    );
  }
  const buttons = (token || actions) && (
    <>
      {token && <Button icon="undo" text={text("action.undo")} onClick={() => run(token, false)} />}
      {actions}
    </>
  );
  return (
    <Notice kind="success" actions={buttons}>
      {children}
    </Notice>
  );
}
