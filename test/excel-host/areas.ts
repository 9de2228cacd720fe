/** Rectangles of cells: pure arithmetic. Zero-based, both ends included. */
import type { Area } from "./spreadsheet/spreadsheet";

/** Excel's sheet: 1.048.576 rows of 16.384 cells. */
export const ROW_COUNT = 1048576;
export const COLUMN_COUNT = 16384;

export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: ROW_COUNT - 1, right: COLUMN_COUNT - 1 };

export function areaOf(top: number, left: number, rows: number, columns: number): Area {
  return { top, left, bottom: top + rows - 1, right: left + columns - 1 };
}

export function rowsOf(area: Area): number {
  return area.bottom - area.top + 1;
}

export function columnsOf(area: Area): number {
  return area.right - area.left + 1;
}

export function isInsideSheet(area: Area): boolean {
  return (
    area.top >= 0 && area.left >= 0 && area.bottom < ROW_COUNT && area.right < COLUMN_COUNT && !isEmpty(area)
  );
}

export function isEmpty(area: Area): boolean {
  return area.bottom < area.top || area.right < area.left;
}

export function spansAllRows(area: Area): boolean {
  return area.top === 0 && area.bottom === ROW_COUNT - 1;
}

export function spansAllColumns(area: Area): boolean {
  return area.left === 0 && area.right === COLUMN_COUNT - 1;
}

export function sameArea(first: Area, second: Area): boolean {
  return (
    first.top === second.top &&
    first.left === second.left &&
    first.bottom === second.bottom &&
    first.right === second.right
  );
}

/** The common cells, or `null`. */
export function intersection(first: Area, second: Area): Area | null {
  const common = {
    top: Math.max(first.top, second.top),
    left: Math.max(first.left, second.left),
    bottom: Math.min(first.bottom, second.bottom),
    right: Math.min(first.right, second.right),
  };
  return isEmpty(common) ? null : common;
}

export function overlaps(first: Area, second: Area): boolean {
  return intersection(first, second) !== null;
}

export function covers(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top &&
    outer.left <= inner.left &&
    outer.bottom >= inner.bottom &&
    outer.right >= inner.right
  );
}

export function boundingArea(first: Area, second: Area): Area {
  return {
    top: Math.min(first.top, second.top),
    left: Math.min(first.left, second.left),
    bottom: Math.max(first.bottom, second.bottom),
    right: Math.max(first.right, second.right),
  };
}

/** What is left of `area` outside `hole`: up to four rectangles. */
export function subtract(area: Area, hole: Area): readonly Area[] {
  const common = intersection(area, hole);
  if (!common) {
    return [area];
  }
  const above = { ...area, bottom: common.top - 1 };
  const below = { ...area, top: common.bottom + 1 };
  const before = { ...common, left: area.left, right: common.left - 1 };
  const after = { ...common, left: common.right + 1, right: area.right };
  return [above, before, after, below].filter((part) => !isEmpty(part));
}

/** What is left of all areas outside `hole`. */
export function subtractFromAll(areas: readonly Area[], hole: Area): readonly Area[] {
  return areas.flatMap((area) => subtract(area, hole));
}

/** The number of cells of `areas` that lie in `area`; the areas are disjoint. */
export function coveredCells(areas: readonly Area[], area: Area): number {
  return areas
    .map((each) => intersection(each, area))
    .reduce((sum, common) => sum + (common ? rowsOf(common) * columnsOf(common) : 0), 0);
}

/** One axis of an insertion or deletion of whole rows or columns. */
export interface Shift {
  readonly axis: "rows" | "columns";
  readonly at: number;
  /** Negative for a deletion. */
  readonly count: number;
}

/** Where an area goes when rows or columns are inserted or deleted; `null` when nothing of it is left. */
export function shifted(area: Area, shift: Shift): Area | null {
  if (shift.axis === "rows") {
    const [top, bottom] = shiftedSpan(area.top, area.bottom, shift, ROW_COUNT);
    return bottom < top ? null : { ...area, top, bottom };
  }
  const [left, right] = shiftedSpan(area.left, area.right, shift, COLUMN_COUNT);
  return right < left ? null : { ...area, left, right };
}

function shiftedSpan(from: number, to: number, shift: Shift, limit: number): readonly [number, number] {
  if (from === 0 && to === limit - 1) {
    return [from, to];
  }
  if (shift.count >= 0) {
    const start = from >= shift.at ? from + shift.count : from;
    const end = to >= shift.at ? to + shift.count : to;
    return [start, Math.min(end, limit - 1)];
  }
  const gone = -shift.count;
  const past = shift.at + gone;
  const start = from >= past ? from - gone : Math.min(from, shift.at);
  const end = to >= past ? to - gone : Math.min(to, shift.at - 1);
  return [start, end];
}
