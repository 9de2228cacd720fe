import React from "react";
import { FailureNotice } from "./FailureNotice";
import { useWords } from "./language";
import { undo, type UndoToken } from "./services";
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

/** Tells what was done to the workbook and takes it back on request. */
export function UndoNotice({ token, children, actions, onUndone }: UndoNoticeProps) {
  const { text } = useWords();
  const { action, run, retry } = useAction(async (toUndo: UndoToken) => {
    await undo(toUndo);
    onUndone?.();
  });

  if (action.status === "running") return <Busy text={text("undo.running")} />;
  if (action.status === "failed") return <FailureNotice error={action.error} onRetry={retry} />;
  if (action.status === "done") {
    return (
      <Notice kind="info">
        <p>{text("undo.done")}</p>
      </Notice>
    );
  }
  const buttons = (token || actions) && (
    <>
      {token && <Button icon="undo" text={text("action.undo")} onClick={() => run(token)} />}
      {actions}
    </>
  );
  return (
    <Notice kind="success" actions={buttons}>
      {children}
    </Notice>
  );
}
