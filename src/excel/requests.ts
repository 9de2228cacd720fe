/** Strokes → requests. */
import { REQUEST_BYTES, groupBySize } from "./chunks";

/** One step of work on the workbook. */
export interface Stroke {
  /** What it adds to a request, roughly and rather too high. */
  readonly bytes: number;
  /** Queues the calls on proxies; reads nothing. */
  readonly apply: () => void;
}

/** Bytes of a range with its path, and of a call on it, as the client sends them. */
const RANGE_BYTES = 800;
const CALL_BYTES = 250;

/** A stroke of so many short calls on one range. */
export function strokeOfCalls(calls: number, apply: () => void): Stroke {
  return { bytes: RANGE_BYTES + calls * CALL_BYTES, apply };
}

/** A stroke that sends content, measured by the caller (`jsonBytes`). */
export function strokeOfContent(contentBytes: number, apply: () => void): Stroke {
  return { bytes: RANGE_BYTES + CALL_BYTES + contentBytes, apply };
}

/** Applies all strokes in order, with one sync for each full request. */
export async function sendStrokes(context: Excel.RequestContext, strokes: readonly Stroke[]): Promise<void> {
  for (const request of groupBySize(strokes, (stroke) => stroke.bytes, REQUEST_BYTES)) {
    request.forEach((stroke) => stroke.apply());
    // The loop is there to sync: each round is a request as large as Excel takes.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
  }
}
