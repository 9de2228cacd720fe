import React from "react";
import { type FailureKind, failureWords } from "./failures";
import { useWords } from "./language";
import { describeFailure, leftoverOf, undo, type UndoToken } from "./services";
import { Busy } from "./ui/Busy";
import { Button } from "./ui/Button";
import { Notice } from "./ui/Notice";
import { useAction } from "./useAction";

/** What trying again cannot mend. */
const HOPELESS: readonly FailureKind[] = ["missing", "too-large", "unsupported", "unreadable"];

interface FailureNoticeProps {
  readonly error: unknown;
  /** Checks again where the failure is `stale`. */
  readonly onRetry: () => void;
}

/** Says in plain words why Excel did not do something, and offers what helps: to try again, or to clean up first. */
export function FailureNotice({ error, onRetry }: FailureNoticeProps) {
  const { text } = useWords();
  const leftover = leftoverOf(error);
  if (leftover) return <HalfDone error={error} leftover={leftover} onRetry={onRetry} />;
  const failure = describeFailure(error);
  const words = failure.kind === "stale" ? "check.again" : "action.retry";
  const retry = <Button text={text(words)} onClick={onRetry} />;
  return (
    <Notice kind="error" actions={HOPELESS.includes(failure.kind) ? undefined : retry}>
      <p>{failureWords(failure, text)}</p>
    </Notice>
  );
}

/** A change stopped half-way and could not be taken back at once. */
function HalfDone({ error, leftover, onRetry }: FailureNoticeProps & { leftover: UndoToken }) {
  const { text } = useWords();
  const { action, run } = useAction(undo);
  if (action.status === "running") return <Busy text={text("undo.running")} />;
  if (action.status === "done") {
    return (
      <Notice kind="info" actions={<Button text={text("action.retry")} onClick={onRetry} />}>
        <p>{text("undo.done")}</p>
      </Notice>
    );
  }
  const latest = describeFailure(action.status === "failed" ? action.error : error);
  return (
    <Notice
      kind="error"
      actions={
        <>
          <Button icon="undo" text={text("action.undo")} onClick={() => run(leftover)} />
          {/* What others have changed since stays: only the user can say what is right. */}
          {latest.kind === "changed" && <Button text={text("action.retry")} onClick={onRetry} />}
        </>
      }
    >
      <p>{text("failure.halfDone")}</p>
      <p>{failureWords(latest, text)}</p>
    </Notice>
  );
}
