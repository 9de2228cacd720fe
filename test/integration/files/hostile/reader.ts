/** A process that reads files, watched from outside. */
import { fork, type ChildProcess } from "node:child_process";
import type { Cost } from "./readOne";

export interface Reader {
  /**
   * Reads a file in a process that may have read others before.
   *
   * @throws when the file hangs the process or ends it
   */
  readonly read: (file: string) => Promise<Cost>;
  /** Reads a file in a process of its own. */
  readonly readAlone: (file: string) => Promise<Cost>;
  readonly close: () => void;
}

interface ReaderOptions {
  /** The program, as `readOne.ts` is bundled. */
  readonly program: string;
  /** After so many milliseconds the process is ended: the file has hung it. */
  readonly hung: number;
  /** A process that ever had so many megabytes reads no further file: those could not be measured. */
  readonly used: number;
}

/**
 * V8 stops optimising patterns once a process has compiled many of them, as a pane that is open for hours may: those that
 * pass over a long text then need a stack for it.
 */
const AS_AFTER_HOURS = ["--no-regexp-optimization"];

export function createReader({ program, hung, used }: ReaderOptions): Reader {
  let running: ChildProcess | null = null;

  const close = (): void => {
    running?.kill("SIGKILL");
    running = null;
  };
  const read = async (file: string): Promise<Cost> => {
    running ??= fork(program, { execArgv: AS_AFTER_HOURS });
    try {
      const cost = await answer(running, file, hung);
      if (cost.megabytes > used) close();
      return cost;
    } catch (error) {
      close();
      throw error;
    }
  };
  return {
    read,
    readAlone: async (file) => {
      close();
      const cost = await read(file);
      close();
      return cost;
    },
    close,
  };
}

function answer(child: ChildProcess, file: string, hung: number): Promise<Cost> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      child.removeListener("message", onMessage).removeListener("exit", onExit);
      finish();
    };
    const onMessage = (cost: unknown): void => settle(() => resolve(cost as Cost));
    const onExit = (code: number | null, signal: string | null): void =>
      settle(() => reject(new Error(`${file} ended the process that read it: ${signal ?? code}`)));
    const timer = setTimeout(
      () => settle(() => reject(new Error(`${file} hung the process that read it`))),
      hung
    );
    child.on("message", onMessage).on("exit", onExit);
    child.send(file);
  });
}
