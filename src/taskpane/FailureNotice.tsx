import React from "react";
import { failureWords } from "./failures";
import { useWords } from "./language";
import { describeFailure } from "./services";
import { Button } from "./ui/Button";
import { Notice } from "./ui/Notice";

/** Says in plain words why Excel did not do something, and offers to try again. */
export function FailureNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { text } = useWords();
  return (
    <Notice kind="error" actions={<Button text={text("action.retry")} onClick={onRetry} />}>
      <p>{failureWords(describeFailure(error), text)}</p>
    </Notice>
  );
}
