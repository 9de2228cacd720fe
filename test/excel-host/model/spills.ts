/** Formulas that give several values: where they spill to, and where a value comes from. */
import { areaOf, columnsOf, covers, rowsOf } from "../areas";
import { invalidArgument, itemNotFound } from "../errors";
import type { Area } from "../spreadsheet/spreadsheet";
import type { HostObject, Method } from "./definition";
import { method } from "./definition";
import type { RangeTarget } from "./range";
import { rangeObject } from "./range";

function isOneCell({ area }: RangeTarget): boolean {
  return rowsOf(area) * columnsOf(area) === 1;
}

/** The cell of the formula whose values come into this cell; its own is none. */
async function spillParent(range: RangeTarget): Promise<Area | null> {
  const { context, sheetId, area } = range;
  await context.spreadsheet.settle();
  const found = context.spreadsheet.spills(sheetId).find((spill) => covers(spill, area));
  const corner = found && areaOf(found.top, found.left, 1, 1);
  return corner && !covers(area, corner) ? corner : null;
}

async function spillingTo(range: RangeTarget): Promise<Area | null> {
  const { context, sheetId, area } = range;
  await context.spreadsheet.settle();
  const found = context.spreadsheet
    .spills(sheetId)
    .find(({ top, left }) => top === area.top && left === area.left);
  return found ?? null;
}

function required(
  find: (range: RangeTarget) => Promise<Area | null>,
  location: string
): (range: RangeTarget) => Promise<HostObject> {
  return async (range) => {
    if (!isOneCell(range)) {
      throw invalidArgument(location, "The range must be one cell.");
    }
    const area = await find(range);
    if (!area) {
      throw itemNotFound(location);
    }
    return rangeObject({ ...range, area });
  };
}

function orNull(
  find: (range: RangeTarget) => Promise<Area | null>
): (range: RangeTarget) => Promise<HostObject | null> {
  return async (range) => {
    const area = isOneCell(range) ? await find(range) : null;
    return area ? rangeObject({ ...range, area }) : null;
  };
}

/** True when every cell is part of a spill, false when none is, else null. */
export function hasSpill({ context, sheetId, area }: RangeTarget): boolean | null {
  const spills = context.spreadsheet.spills(sheetId);
  const cells = rowsOf(area) * columnsOf(area);
  const covered = spills.reduce((count, spill) => count + commonCells(spill, area), 0);
  return covered === 0 ? false : covered === cells ? true : null;
}

function commonCells(first: Area, second: Area): number {
  const rows = Math.min(first.bottom, second.bottom) - Math.max(first.top, second.top) + 1;
  const columns = Math.min(first.right, second.right) - Math.max(first.left, second.left) + 1;
  return Math.max(0, rows) * Math.max(0, columns);
}

/** Methods of `Excel.Range`. */
export const spillMethods: { readonly [name: string]: Method<RangeTarget> } = {
  GetSpillParent: method(required(spillParent, "Range.getSpillParent")),
  GetSpillParentOrNullObject: method(orNull(spillParent)),
  GetSpillingToRange: method(required(spillingTo, "Range.getSpillingToRange")),
  GetSpillingToRangeOrNullObject: method(orNull(spillingTo)),
};
