import React from "react";
import { type FailureKind, failureWords } from "./failures";
import { useWords } from "./language";
import { describeFailure } from "./services";
import { Button } from "./ui/Button";
import { Notice } from "./ui/Notice";

/** What trying again cannot mend. */
const HOPELESS: readonly FailureKind[] = ["missing", "too-large", "unsupported"];

/** Says in plain words why Excel did not do something, and offers to try again. */
export function FailureNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { text } = useWords();
  const failure = describeFailure(error);
  const hopeless = HOPELESS.includes(failure.kind);
  return (
    <Notice
      kind="error"
      actions={hopeless ? undefined : <Button text={text("action.retry")} onClick={onRetry} />}
    >
      <p>{failureWords(failure, text)}</p>
    </Notice>
  );
}
