import React from "react";
import { FailureNotice } from "./FailureNotice";
import { placesInWords } from "./failures";
import { useWords } from "./language";
import { lostByUndo, type Place, undo, type UndoToken } from "./services";
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

type Undoing =
  /** It would lose these: the user is asked. */
  | { readonly kind: "asked"; readonly lost: readonly Place[] }
  | { readonly kind: "done" }
  /** There was nothing to take back any more. */
  | { readonly kind: "gone" };

/** Tells what was done to the workbook and takes it back on request; asks first where that would lose what was written since. */
export function UndoNotice({ token, children, actions, onUndone }: UndoNoticeProps) {
  const { text } = useWords();
  const { action, run, retry, reset } = useAction(takeBack);

  async function takeBack(toUndo: UndoToken, evenSo: boolean): Promise<Undoing> {
    const lost = evenSo ? [] : await lostByUndo(toUndo);
    if (lost.length > 0) return { kind: "asked", lost };
    const isDone = await undo(toUndo);
    if (isDone) onUndone?.();
    return { kind: isDone ? "done" : "gone" };
  }

  if (action.status === "running") return <Busy text={text("undo.running")} />;
  if (action.status === "failed") return <FailureNotice error={action.error} onRetry={retry} />;
  if (action.status === "done" && action.result.kind === "asked" && token) {
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
        <p>{text("undo.lost", { places: placesInWords(action.result.lost, text) })}</p>
      </Notice>
    );
  }
  if (action.status === "done") {
    const isGone = action.result.kind === "gone";
    return (
      <Notice kind={isGone ? "warning" : "info"}>
        <p>{text(isGone ? "undo.gone" : "undo.done")}</p>
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
