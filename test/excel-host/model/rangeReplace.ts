/** `Range.replaceAll` and `Worksheet.replaceAll`: a text for another one in what is written in cells. */
import { intersection } from "../areas";
import type { Json } from "../protocol";
import { booleanOf, recordOf, textOf } from "./arguments";
import { requireWritable, writeTyped } from "./cells";
import type { Argument } from "./definition";
import type { RangeTarget } from "./range";

/** Replaces every occurrence, also in formulas, and answers how many there were; cells read the result as typed. */
export function replaceAll(
  { context, sheetId, area }: RangeTarget,
  text: Argument | undefined,
  replacement: Argument | undefined,
  criteria: Argument | undefined,
  location: string
): number {
  const options = recordOf(criteria ?? {}, ["completeMatch", "matchCase"], location);
  const isWhole = booleanOf(options["completeMatch"] ?? false, location);
  const flags = booleanOf(options["matchCase"] ?? false, location) ? "gu" : "giu";
  const source = textOf(text, location).replace(/[\\^$.|?*+()[\]{}/-]/gu, "\\$&");
  const wanted = new RegExp(isWhole ? `^${source}$` : source, flags);
  const next = textOf(replacement, location);
  const used = context.spreadsheet.usedArea(sheetId, true);
  const part = used && intersection(used, area);
  if (!part || source === "") {
    return 0;
  }
  let count = 0;
  const rows = context.spreadsheet.cells(sheetId, part).map((cells) =>
    cells.map(({ value, formula }): Json => {
      const written = formula ?? (value === null ? "" : String(value));
      const found = [...written.matchAll(wanted)].length;
      count += found;
      return found === 0 ? null : written.replace(wanted, () => next);
    })
  );
  if (count > 0) {
    requireWritable(context, sheetId, part, location);
    writeTyped(context, sheetId, part, rows, location);
  }
  return count;
}
