/** `Excel.PageBreak` and `Excel.PageBreakCollection`: where the printed page ends by hand. */
import { areaOf, COLUMN_COUNT, ROW_COUNT, sameArea } from "../areas";
import { invalidArgument, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import type { Area } from "../spreadsheet/spreadsheet";
import { targetOf, textOf } from "./arguments";
import { requireUnprotected } from "./cells";
import { sheetState } from "./context";
import type { Argument, HostObject } from "./definition";
import { defineObject, isHostObject, method, readOnly } from "./definition";
import type { RangeTarget } from "./range";
import { rangeObject, resolveAddress } from "./range";
import type { SheetTarget } from "./worksheet";

interface BreaksTarget extends SheetTarget {
  readonly kind: "rowBreaks" | "columnBreaks";
}

interface BreakTarget extends BreaksTarget {
  /** The first row or column of the next page. */
  readonly line: number;
}

function lineOf({ kind }: BreaksTarget, area: Area): number {
  return kind === "rowBreaks" ? area.top : area.left;
}

function areaOfLine({ kind }: BreaksTarget, line: number): Area {
  return kind === "rowBreaks" ? areaOf(line, 0, 1, COLUMN_COUNT) : areaOf(0, line, ROW_COUNT, 1);
}

function breaksOf(target: BreaksTarget): readonly HostObject[] {
  const { context, sheetId, kind } = target;
  const lines = sheetState(context, sheetId)[kind].map((area) => lineOf(target, area));
  return [...lines]
    .sort((first, second) => first - second)
    .map((line) => breakObject({ context, sheetId, kind, line }));
}

function add(target: BreaksTarget, range: Argument | undefined): HostObject {
  const { context, sheetId, kind } = target;
  const location = "PageBreakCollection.add";
  const place = isHostObject(range)
    ? targetOf<RangeTarget>(range, "Range", location)
    : resolveAddress(context, sheetId, textOf(range, location), location);
  const line = lineOf(target, place.area);
  requireUnprotected(context, sheetId, location);
  if (place.sheetId !== sheetId || line === 0) {
    throw invalidArgument(
      location,
      "A page ends before a row or column of this sheet, and not before its first."
    );
  }
  const area = areaOfLine(target, line);
  const state = sheetState(context, sheetId);
  state[kind] = [...state[kind].filter((each) => !sameArea(each, area)), area];
  return breakObject({ context, sheetId, kind, line });
}

const breakObject: (target: BreakTarget) => HostObject = defineObject<BreakTarget>({
  name: "PageBreak",
  identity: ({ line }) => ({ _Id: String(line) }),
  properties: {
    ColumnIndex: readOnly(({ kind, line }) => (kind === "columnBreaks" ? line : 0)),
    RowIndex: readOnly(({ kind, line }) => (kind === "rowBreaks" ? line : 0)),
  },
  methods: {
    Delete: method((target) => {
      const { context, sheetId, kind, line } = target;
      requireUnprotected(context, sheetId, "PageBreak.delete");
      const state = sheetState(context, sheetId);
      state[kind] = state[kind].filter((area) => lineOf(target, area) !== line);
    }),
    GetCellAfterBreak: method((target) => {
      const { context, sheetId, line } = target;
      const { top, left } = areaOfLine(target, line);
      return rangeObject({ context, sheetId, area: areaOf(top, left, 1, 1) });
    }),
  },
});

function breakByKey(target: BreaksTarget, key: Json): HostObject | null {
  return breaksOf(target).find((each) => String((each.target as BreakTarget).line) === String(key)) ?? null;
}

export const pageBreaksObject: (target: BreaksTarget) => HostObject = defineObject<BreaksTarget>({
  name: "PageBreakCollection",
  items: breaksOf,
  item: (target, key) => {
    const found = breakByKey(target, key);
    if (!found) {
      throw itemNotFound("PageBreakCollection.getItem");
    }
    return found;
  },
  methods: {
    Add: method(["pageBreakRange"], add),
    GetCount: method((target) => breaksOf(target).length),
    RemovePageBreaks: method(({ context, sheetId, kind }) => {
      requireUnprotected(context, sheetId, "PageBreakCollection.removePageBreaks");
      sheetState(context, sheetId)[kind] = [];
    }),
  },
});
