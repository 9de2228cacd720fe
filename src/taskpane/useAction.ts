import { useCallback, useEffect, useRef, useState } from "react";

/** Where a piece of asynchronous work stands. */
export type Action<Result> =
  | { readonly status: "idle" }
  | { readonly status: "running" }
  | { readonly status: "done"; readonly result: Result }
  | { readonly status: "failed"; readonly error: unknown };

export interface ActionHandle<Args extends readonly unknown[], Result> {
  readonly action: Action<Result>;
  /** The last result, kept while the work runs again; null before the first one and after a failure. */
  readonly latest: Result | null;
  /** Starts the work; a result that arrives after a later start is dropped. */
  readonly run: (...args: Args) => void;
  /** Starts again with the arguments used last. */
  readonly retry: () => void;
  /** Forgets the result. */
  readonly reset: () => void;
}

type State<Result> = Pick<ActionHandle<[], Result>, "action" | "latest">;

const IDLE: State<never> = { action: { status: "idle" }, latest: null };

/** Runs asynchronous work of a component and tells how it stands. */
export function useAction<Args extends readonly unknown[], Result>(
  work: (...args: Args) => Promise<Result>
): ActionHandle<Args, Result> {
  // One state: two would draw the page twice for each result.
  const [{ action, latest }, setState] = useState<State<Result>>(IDLE);
  const latestWork = useRef(work);
  latestWork.current = work;
  const lastArgs = useRef<Args | null>(null);
  const currentRun = useRef(0);

  useEffect(() => {
    return () => {
      currentRun.current += 1;
    };
  }, []);

  const run = useCallback((...args: Args) => {
    lastArgs.current = args;
    currentRun.current += 1;
    const thisRun = currentRun.current;
    const settle = (settled: Action<Result>): void => {
      if (currentRun.current !== thisRun) return;
      setState({ action: settled, latest: settled.status === "done" ? settled.result : null });
    };
    setState((before) => ({ action: { status: "running" }, latest: before.latest }));
    latestWork.current(...args).then(
      (result) => settle({ status: "done", result }),
      (error: unknown) => settle({ status: "failed", error })
    );
  }, []);

  const retry = useCallback(() => {
    if (lastArgs.current !== null) run(...lastArgs.current);
  }, [run]);

  const reset = useCallback(() => {
    currentRun.current += 1;
    setState(IDLE);
  }, []);

  return { action, latest, run, retry, reset };
}
