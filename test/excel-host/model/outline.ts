/** Groups of rows and columns that open and close: `Range.group` and its kin, `Worksheet.showOutlineLevels`. */
import { COLUMN_COUNT, ROW_COUNT, spansAllColumns, spansAllRows } from "../areas";
import { invalidArgument, invalidOperation } from "../errors";
import type { Area } from "../spreadsheet/spreadsheet";
import { integerOf, oneOf } from "./arguments";
import { requireUnprotected } from "./cells";
import type { ModelContext } from "./context";
import { sheetState } from "./context";
import type { Argument, Method } from "./definition";
import { method } from "./definition";
import type { RangeTarget } from "./range";
import type { SheetTarget } from "./worksheet";

type Axis = "rows" | "columns";

/** The ungrouped level is one of Excel's eight. */
const MOST_GROUPS = 7;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lines that are in the same groups. */
interface LeveledSpan extends Span {
  readonly level: number;
}

function spanOf(area: Area, axis: Axis): Span {
  return axis === "rows" ? { from: area.top, to: area.bottom } : { from: area.left, to: area.right };
}

function areaOfSpan({ from, to }: Span, axis: Axis): Area {
  return axis === "rows"
    ? { top: from, left: 0, bottom: to, right: COLUMN_COUNT - 1 }
    : { top: 0, left: from, bottom: ROW_COUNT - 1, right: to };
}

function spansOn(context: ModelContext, sheetId: string, axis: Axis): readonly Span[] {
  return sheetState(context, sheetId).outline[axis].map((area) => spanOf(area, axis));
}

/** Cuts the lines where a span begins or ends; the level is the number of spans over a piece. */
function leveled(spans: readonly Span[], also: readonly Span[]): readonly LeveledSpan[] {
  const cuts = [...new Set([...spans, ...also].flatMap(({ from, to }) => [from, to + 1]))];
  cuts.sort((first, second) => first - second);
  return cuts.slice(0, -1).map((from, index) => {
    const to = (cuts[index + 1] ?? from + 1) - 1;
    return { from, to, level: spans.filter((span) => span.from <= from && span.to >= to).length };
  });
}

/** Groups of every level, as long as they can be. */
function regrouped(pieces: readonly LeveledSpan[]): readonly Span[] {
  const deepest = Math.max(0, ...pieces.map(({ level }) => level));
  return Array.from({ length: deepest }, (_, index) => index + 1).flatMap((level) =>
    pieces
      .filter((piece) => piece.level >= level)
      .reduce<readonly Span[]>((groups, { from, to }) => {
        const last = groups.at(-1);
        return last?.to === from - 1
          ? [...groups.slice(0, -1), { from: last.from, to }]
          : [...groups, { from, to }];
      }, [])
  );
}

function changeLevels(range: RangeTarget, axis: Axis, by: 1 | -1, location: string): void {
  const { context, sheetId, area } = range;
  requireUnprotected(context, sheetId, location, axis === "rows" ? "allowFormatRows" : "allowFormatColumns");
  const here = spanOf(area, axis);
  const pieces = leveled(spansOn(context, sheetId, axis), [here]).map((piece) =>
    piece.from >= here.from && piece.to <= here.to
      ? { ...piece, level: Math.max(0, piece.level + by) }
      : piece
  );
  if (pieces.some(({ level }) => level > MOST_GROUPS)) {
    throw invalidOperation(location, "Rows and columns have at most eight levels.");
  }
  sheetState(context, sheetId).outline[axis] = regrouped(pieces).map((span) => areaOfSpan(span, axis));
}

/** The axis of a call; whole rows have no columns to group, and the other way round. */
function axisOf({ area }: RangeTarget, option: Argument | undefined, location: string): Axis {
  const axis = oneOf(["ByRows", "ByColumns"] as const, option, location) === "ByRows" ? "rows" : "columns";
  const differs = axis === "rows" ? spansAllRows(area) : spansAllColumns(area);
  if (differs) {
    throw invalidArgument(location, "The range and the option do not go together.");
  }
  return axis;
}

function setHidden(
  context: ModelContext,
  sheetId: string,
  axis: Axis,
  { from, to }: Span,
  hidden: boolean
): void {
  if (axis === "rows") {
    context.spreadsheet.setRowsHidden(sheetId, from, to, hidden);
  } else {
    context.spreadsheet.setColumnsHidden(sheetId, from, to, hidden);
  }
}

/** Groups that the range holds, or whose summary (the line behind them) it holds; else the innermost around it. */
function groupsAt({ context, sheetId, area }: RangeTarget, axis: Axis): readonly Span[] {
  const here = spanOf(area, axis);
  const groups = spansOn(context, sheetId, axis);
  const held = groups.filter(
    ({ from, to }) => (from >= here.from && to <= here.to) || (to + 1 >= here.from && to + 1 <= here.to)
  );
  const around = groups.filter(({ from, to }) => from <= here.from && to >= here.to);
  const innermost = around
    .sort((first, second) => first.to - first.from - (second.to - second.from))
    .slice(0, 1);
  return held.length > 0 ? held : innermost;
}

function details(name: "showGroupDetails" | "hideGroupDetails"): Method<RangeTarget> {
  return method(["groupOption"], (range, option) => {
    const location = `Range.${name}`;
    const axis = axisOf(range, option, location);
    const { context, sheetId } = range;
    requireUnprotected(
      context,
      sheetId,
      location,
      axis === "rows" ? "allowFormatRows" : "allowFormatColumns"
    );
    for (const group of groupsAt(range, axis)) {
      setHidden(context, sheetId, axis, group, name === "hideGroupDetails");
    }
  });
}

/** Methods of `Excel.Range`. */
export const outlineMethods: { readonly [name: string]: Method<RangeTarget> } = {
  Group: method(["groupOption"], (range, option) =>
    changeLevels(range, axisOf(range, option, "Range.group"), 1, "Range.group")
  ),
  Ungroup: method(["groupOption"], (range, option) =>
    changeLevels(range, axisOf(range, option, "Range.ungroup"), -1, "Range.ungroup")
  ),
  ShowGroupDetails: details("showGroupDetails"),
  HideGroupDetails: details("hideGroupDetails"),
};

/** `Worksheet.showOutlineLevels`: so many levels are shown, the ungrouped lines being the first; 0 changes nothing. */
export function showOutlineLevels(
  { context, sheetId }: SheetTarget,
  rowLevels: Argument | undefined,
  columnLevels: Argument | undefined
): void {
  const location = "Worksheet.showOutlineLevels";
  requireUnprotected(context, sheetId, location);
  const wanted = { rows: integerOf(rowLevels, location), columns: integerOf(columnLevels, location) };
  if (Object.values(wanted).some((level) => level < 0 || level > MOST_GROUPS + 1)) {
    throw invalidArgument(location);
  }
  for (const axis of ["rows", "columns"] as const) {
    const grouped = leveled(spansOn(context, sheetId, axis), []).filter(({ level }) => level > 0);
    for (const piece of wanted[axis] === 0 ? [] : grouped) {
      setHidden(context, sheetId, axis, piece, piece.level >= wanted[axis]);
    }
  }
}
