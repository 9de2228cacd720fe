import React, { useCallback, useEffect, useRef, useState } from "react";
import { FailureNotice } from "./FailureNotice";
import { useWords } from "./language";
import { Busy } from "./ui/Busy";
import { Button } from "./ui/Button";
import { Notice } from "./ui/Notice";
import { type ActionHandle, useAction } from "./useAction";

/** What long work is given to be stopped and to tell how far it is. */
export interface Asked {
  /** Aborted when the work is stopped, started again or no longer wanted. */
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress: (fraction: number) => void;
}

export interface StoppableHandle<Args extends readonly unknown[], Result> extends ActionHandle<Args, Result> {
  /** From 0 to 1; 0 while it is not known. */
  readonly fraction: number;
  /** True: the user has stopped it. */
  readonly stopped: boolean;
  readonly stop: () => void;
}

/** `useAction` for work that can be stopped. */
export function useStoppable<Args extends readonly unknown[], Result>(
  work: (asked: Asked, ...args: Args) => Promise<Result>
): StoppableHandle<Args, Result> {
  const [fraction, setFraction] = useState(0);
  const [stopped, setStopped] = useState(false);
  const controller = useRef(new AbortController());
  const { action, latest, run, retry, reset } = useAction((...args: Args) => {
    const { signal } = (controller.current = new AbortController());
    const onProgress = (done: number): void => {
      if (!signal.aborted) setFraction(done);
    };
    return work({ signal, onProgress }, ...args);
  });
  useEffect(() => () => controller.current.abort(), []);

  const giveUp = useCallback((byUser: boolean) => {
    controller.current.abort();
    setFraction(0);
    setStopped(byUser);
  }, []);
  return {
    action,
    latest,
    fraction,
    stopped,
    run: useCallback(
      (...args: Args) => {
        giveUp(false);
        run(...args);
      },
      [giveUp, run]
    ),
    retry: useCallback(() => {
      giveUp(false);
      retry();
    }, [giveUp, retry]),
    reset: useCallback(() => {
      giveUp(false);
      reset();
    }, [giveUp, reset]),
    stop: useCallback(() => {
      reset();
      giveUp(true);
    }, [giveUp, reset]),
  };
}

interface StoppableStateProps {
  readonly of: Pick<
    StoppableHandle<readonly never[], unknown>,
    "action" | "fraction" | "stopped" | "stop" | "retry"
  >;
  /** What is being done. */
  readonly text: string;
  /** True: it has come so far that it cannot be stopped. */
  readonly unstoppable?: boolean;
}

/** How the work stands, as long as nothing has come of it. */
export function StoppableState({ of, text: doing, unstoppable = false }: StoppableStateProps) {
  const { text } = useWords();
  const { action, fraction, stopped, stop, retry } = of;
  if (stopped) {
    return (
      <Notice kind="info" actions={<Button text={text("action.again")} onClick={retry} />}>
        <p>{text("action.stopped")}</p>
      </Notice>
    );
  }
  if (action.status === "failed") return <FailureNotice error={action.error} onRetry={retry} />;
  if (action.status !== "running") return null;
  if (unstoppable) return <Busy text={doing} />;
  return (
    <Busy
      text={doing}
      fraction={fraction > 0 ? fraction : undefined}
      action={<Button text={text("action.cancel")} onClick={stop} />}
    />
  );
}
