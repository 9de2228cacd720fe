/** Tells on a terminal how far the reading is, on a line that disappears at the end. */
import type { Translate } from "../i18n";
import { printable } from "./printable";

/** The part of `process.stderr` that is used here. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

export interface ReadingProgress {
  readonly show: (file: string, done: number) => void;
  readonly clear: () => void;
}

/** Nobody needs to be told of what is over before they can read it. */
const SILENT_MILLISECONDS = 1000;
const MILLISECONDS_BETWEEN = 100;

const CLEAR_LINE = "\r\u001b[K";

/** @param now milliseconds of any clock that goes forward */
export function readingProgress(
  total: number,
  stream: ProgressStream,
  translate: Translate,
  now: () => number
): ReadingProgress {
  let next = now() + SILENT_MILLISECONDS;
  let shown = false;
  return {
    show: (file, done) => {
      if (stream.isTTY !== true || now() < next) return;
      next = now() + MILLISECONDS_BETWEEN;
      shown = true;
      const line = translate("cli.reading", { done, total, file });
      stream.write(CLEAR_LINE + printable(line).slice(0, Math.max(0, (stream.columns ?? 80) - 1)));
    },
    clear: () => {
      if (shown) stream.write(CLEAR_LINE);
    },
  };
}
