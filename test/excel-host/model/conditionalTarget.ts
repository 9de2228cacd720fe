/** What the parts of a conditional format share: where it is, and how a change of it reaches the screen. */
import { requireUnprotected } from "./cells";
import type { ModelContext } from "./context";
import type { Property } from "./definition";
import { readWrite } from "./definition";
import type { Json } from "../protocol";
import type { ConditionalFormatState } from "./state";

export interface FormatTarget {
  readonly context: ModelContext;
  readonly sheetId: string;
  readonly format: ConditionalFormatState;
}

/** Changes the format and repaints the sheet. */
export function repaint(target: FormatTarget, location: string, change: () => void): void {
  requireUnprotected(target.context, target.sheetId, location, "allowFormatCells");
  change();
  target.context.unpainted.add(target.sheetId);
}

/** A property that changes the format and repaints the sheet. */
export function painted(
  location: string,
  read: (format: ConditionalFormatState) => Json,
  write: (format: ConditionalFormatState, value: Json) => void
): Property<FormatTarget> {
  return readWrite(
    ({ format }) => read(format),
    (target, value) => repaint(target, location, () => write(target.format, value))
  );
}
