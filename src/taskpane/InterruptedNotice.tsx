import React, { useEffect } from "react";
import { FailureNotice } from "./FailureNotice";
import { useWords } from "./language";
import { describeFailure, dropInterrupted, findInterrupted, recoverInterrupted } from "./services";
import { Busy } from "./ui/Busy";
import { Button } from "./ui/Button";
import { Notice } from "./ui/Notice";
import { useAction } from "./useAction";

/** When the workbook is opened: a merge that was cut off half-way is told, and taken back on request. */
export function InterruptedNotice() {
  const { text, list } = useWords();
  const looking = useAction(findInterrupted);
  const recovering = useAction(recoverInterrupted);
  const { run: look } = looking;
  const { run: recover } = recovering;
  const found = looking.latest;
  // Stopped before anything was changed: there is nothing to ask about.
  const isTrace = found !== null && found.restored.length === 0 && found.removed.length === 0;
  useEffect(() => look(), [look]);
  useEffect(() => {
    if (isTrace) recover();
  }, [isTrace, recover]);

  if (looking.action.status === "failed") {
    if (describeFailure(looking.action.error).kind === "record") return <Unrecoverable onDropped={look} />;
    return <FailureNotice error={looking.action.error} onRetry={looking.retry} />;
  }
  if (!found || isTrace) return null;
  switch (recovering.action.status) {
    case "running":
      return <Busy text={text("interrupted.running")} />;
    case "failed":
      return <FailureNotice error={recovering.action.error} onRetry={recovering.retry} />;
    case "done":
      return (
        <Notice kind="success">
          <p>{text("interrupted.done")}</p>
        </Notice>
      );
    case "idle":
      return (
        <Notice
          kind="warning"
          title={text("interrupted.title")}
          actions={<Button kind="primary" icon="undo" text={text("interrupted.recover")} onClick={recover} />}
        >
          <p>{text("interrupted.what")}</p>
          {found.restored.length > 0 && (
            <p>{text("interrupted.restored", { sheets: list(found.restored) })}</p>
          )}
          {found.removed.length > 0 && <p>{text("interrupted.removed", { sheets: list(found.removed) })}</p>}
          <p>{text("interrupted.since")}</p>
        </Notice>
      );
  }
}

/** What was before the merge cannot be read: the user looks for himself, and can go on. */
function Unrecoverable({ onDropped }: { onDropped: () => void }) {
  const { text } = useWords();
  const dropping = useAction(async () => {
    await dropInterrupted();
    onDropped();
  });
  const { action, run, retry } = dropping;
  if (action.status === "running") return <Busy text={text("interrupted.dropping")} />;
  if (action.status === "failed") return <FailureNotice error={action.error} onRetry={retry} />;
  return (
    <Notice
      kind="error"
      title={text("interrupted.title")}
      actions={<Button text={text("interrupted.drop")} onClick={run} />}
    >
      <p>{text("failure.record")}</p>
    </Notice>
  );
}
