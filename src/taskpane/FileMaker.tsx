import React, { useEffect, useRef, useState } from "react";
import { FailureNotice } from "./FailureNotice";
import { useWords } from "./language";
import { Busy } from "./ui/Busy";
import { Button } from "./ui/Button";
import { Notice } from "./ui/Notice";
import { saveBytes, writeFile, type WriteJob } from "./writeFile";
import type { WriteRequest } from "./writerProtocol";

interface FileMakerProps {
  readonly kind?: "primary" | "secondary";
  readonly text: string;
  readonly fileName: string;
  /** Said when there is nothing to make it of, and why. */
  readonly nothingText?: string;
  readonly disabled?: boolean;
  /**
   * What is to be made, and its name where that is not known before; null when there is nothing to make it of. Its result
   * is dropped when the signal is aborted.
   */
  readonly request: (signal: AbortSignal) => Promise<(WriteRequest & { readonly fileName?: string }) | null>;
}

type State =
  | { readonly status: "idle" | "nothing" | "failed" }
  /** What the file was to be made of could not be read. */
  | { readonly status: "unread"; readonly error: unknown }
  | { readonly status: "saved"; readonly name: string }
  | { readonly status: "running"; readonly done: number; readonly total: number };

/** A button that makes a file, tells how far it is, can be stopped, and saves the file. */
export function FileMaker({ kind, text: label, fileName, nothingText, disabled, request }: FileMakerProps) {
  const { text } = useWords();
  const [state, setState] = useState<State>({ status: "idle" });
  const job = useRef<WriteJob | null>(null);
  const asking = useRef(new AbortController());
  const cancel = (): void => {
    asking.current.abort();
    job.current?.cancel();
  };
  useEffect(() => cancel, []);
  /** At once, whatever is being read: what still comes of it is dropped. */
  const stop = (): void => {
    cancel();
    setState({ status: "idle" });
  };

  const make = async (): Promise<void> => {
    setState({ status: "running", done: 0, total: 0 });
    const { signal } = (asking.current = new AbortController());
    let wanted: Awaited<ReturnType<typeof request>>;
    try {
      wanted = await request(signal);
    } catch (error) {
      if (!signal.aborted) setState({ status: "unread", error });
      return;
    }
    if (signal.aborted) return;
    if (!wanted) return setState({ status: "nothing" });
    try {
      job.current = writeFile(wanted, (done, total) => {
        if (!signal.aborted) setState({ status: "running", done, total });
      });
      const bytes = await job.current.finished;
      if (signal.aborted) return;
      const name = wanted.fileName ?? fileName;
      if (bytes) saveBytes(bytes, name);
      setState(bytes ? { status: "saved", name } : { status: "idle" });
    } catch {
      if (!signal.aborted) setState({ status: "failed" });
    }
  };

  return (
    <div className="file-maker">
      <div className="actions">
        <Button
          kind={kind}
          text={label}
          disabled={disabled || state.status === "running"}
          onClick={() => void make()}
        />
      </div>
      {state.status === "running" && (
        <Busy
          text={
            state.total > 0
              ? text("file.makingOf", { done: state.done + 1, total: state.total })
              : text("file.making")
          }
          fraction={state.total > 0 ? state.done / state.total : undefined}
          action={<Button text={text("action.cancel")} onClick={stop} />}
        />
      )}
      {state.status === "saved" && (
        <Notice kind="success">
          <p>{text("file.saved", { name: state.name })}</p>
        </Notice>
      )}
      {state.status === "nothing" && (
        <Notice kind="info">
          <p>{nothingText ?? text("file.nothing")}</p>
        </Notice>
      )}
      {state.status === "unread" && <FailureNotice error={state.error} onRetry={() => void make()} />}
      {state.status === "failed" && (
        <Notice kind="error" actions={<Button text={text("action.retry")} onClick={() => void make()} />}>
          <p>{text("file.failed")}</p>
        </Notice>
      )}
    </div>
  );
}
