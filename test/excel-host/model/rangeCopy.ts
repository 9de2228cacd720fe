/** `Range.copyFrom` and `Range.autoFill`: cells, their looks and what belongs to them, in another place. */
import { splitAddress } from "../addresses";
import {
  areaOf,
  columnsOf,
  covers,
  intersection,
  isInsideSheet,
  rowsOf,
  sameArea,
  spansAllColumns,
  spansAllRows,
  subtractFromAll,
} from "../areas";
import { apiNotFound, invalidArgument } from "../errors";
import type { Area, CellEntry, CellStyle } from "../spreadsheet/spreadsheet";
import { booleanOf, oneOf, targetOf, textOf } from "./arguments";
import { requireUnprotected, requireWritable, writeEntries } from "./cells";
import { sheetState } from "./context";
import type { Argument, Method } from "./definition";
import { isHostObject, method } from "./definition";
import type { RangeTarget } from "./range";
import { resolveAddress } from "./range";
import type { RangeAreasTarget } from "./rangeAreas";
import { movedFormula, turnedFormula } from "./relativeFormulas";
import type { SheetState } from "./state";
import { requireNoTable } from "./tableAreas";

type CopyKind = "All" | "Formulas" | "Values" | "Formats";

/** One cell of the source, and the cell it goes to. */
interface Step {
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

function sourceOf(range: RangeTarget, value: Argument | undefined, location: string): RangeTarget {
  if (!isHostObject(value)) {
    const address = textOf(value, location);
    const ownSheet = splitAddress(address).sheet === null ? range.sheetId : null;
    return resolveAddress(range.context, ownSheet, address, location);
  }
  if (value.definition.name !== "RangeAreas") {
    return targetOf<RangeTarget>(value, "Range", location);
  }
  const { context, sheetId, areas } = value.target as RangeAreasTarget;
  const [area] = areas;
  if (!area || areas.length > 1) {
    throw apiNotFound(location, "this host does not copy several areas at once");
  }
  return { context, sheetId, area };
}

/** Whole rows and columns are too many cells. */
export function requireBounded(area: Area, location: string): void {
  if (spansAllRows(area) || spansAllColumns(area)) {
    throw apiNotFound(location, "this host does not copy whole rows and columns");
  }
  if (!isInsideSheet(area)) {
    throw invalidArgument(location, "The range would lie outside the sheet.");
  }
}

/** The source is repeated where the destination is a multiple of it; else the destination takes its size. */
function destinationOf(target: Area, rows: number, columns: number): Area {
  const fits = (length: number, part: number): number => (length % part === 0 ? length : part);
  return areaOf(target.top, target.left, fits(rowsOf(target), rows), fits(columnsOf(target), columns));
}

function stepsOf(source: Area, destination: Area, transpose: boolean): readonly (readonly Step[])[] {
  return Array.from({ length: rowsOf(destination) }, (_, down) =>
    Array.from({ length: columnsOf(destination) }, (_unused, across) => {
      const [row, column] = transpose ? [across, down] : [down, across];
      return {
        from: { row: row % rowsOf(source), column: column % columnsOf(source) },
        to: { row: destination.top + down, column: destination.left + across },
      };
    })
  );
}

async function copyFrom(
  range: RangeTarget,
  sourceRange: Argument | undefined,
  copyType: Argument | undefined,
  skipBlanks: Argument | undefined,
  transpose: Argument | undefined
): Promise<void> {
  const location = "Range.copyFrom";
  const source = sourceOf(range, sourceRange, location);
  const given = oneOf(["All", "Formulas", "Values", "Formats", "Link"] as const, copyType ?? "All", location);
  if (given === "Link") {
    throw apiNotFound(`${location}(Link)`, "this host does not link cells");
  }
  const isTransposed = booleanOf(transpose ?? false, location);
  requireBounded(source.area, location);
  const [rows, columns] = isTransposed
    ? [columnsOf(source.area), rowsOf(source.area)]
    : [rowsOf(source.area), columnsOf(source.area)];
  const destination = destinationOf(range.area, rows, columns);
  requireBounded(destination, location);
  const steps = stepsOf(source.area, destination, isTransposed);
  const skips = booleanOf(skipBlanks ?? false, location);
  await copySteps(source, { ...range, area: destination }, steps, given, skips, location);
}

/** Reads everything before it writes anything (the areas may overlap), and after formulas have their results. */
async function copySteps(
  source: RangeTarget,
  destination: RangeTarget,
  steps: readonly (readonly Step[])[],
  kind: CopyKind,
  skipBlanks: boolean,
  location: string
): Promise<void> {
  await source.context.spreadsheet.settle();
  const entries = kind === "Formats" ? null : entriesOf(source, steps, kind, skipBlanks);
  const looks = kind === "All" || kind === "Formats" ? looksOf(source, steps) : null;
  const isLocked = lockedIn(source);
  const { context, sheetId, area } = destination;
  requireWritable(context, sheetId, area, location);
  if (looks) {
    requireUnprotected(context, sheetId, location, "allowFormatCells");
    copyMerges(source, destination, steps, location);
  }
  looks?.forEach((row, down) =>
    row.forEach((style, across) =>
      context.spreadsheet.applyStyle(sheetId, areaOf(area.top + down, area.left + across, 1, 1), style)
    )
  );
  if (entries) {
    writeEntries(context, sheetId, area, entries);
  }
  if (looks) {
    const state = sheetState(context, sheetId);
    const open = steps.flat().filter(({ from }) => !isLocked(from.row, from.column));
    state.unlocked = [
      ...subtractFromAll(state.unlocked, area),
      ...open.map(({ to }) => areaOf(to.row, to.column, 1, 1)),
    ];
    copyRules(source, destination, steps, kind);
  }
}

function entriesOf(
  { context, sheetId, area }: RangeTarget,
  steps: readonly (readonly Step[])[],
  kind: CopyKind,
  skipBlanks: boolean
): readonly (readonly (CellEntry | null)[])[] {
  const cells = context.spreadsheet.cells(sheetId, area);
  return steps.map((row) =>
    row.map(({ from, to }) => {
      const cell = cells[from.row]?.[from.column];
      const [value, formula] = [cell?.value ?? null, cell?.formula ?? null];
      if (skipBlanks && value === null && formula === null) {
        return null;
      }
      if (formula === null || kind === "Values") {
        return { value, formula: null };
      }
      const source = { row: area.top + from.row, column: area.left + from.column };
      const [down, right] = [to.row - source.row, to.column - source.column];
      const moved = isTurned(steps) ? turnedFormula(formula, source, to) : movedFormula(formula, down, right);
      return { value: null, formula: moved };
    })
  );
}

/** Whether rows of the source become columns. */
function isTurned(steps: readonly (readonly Step[])[]): boolean {
  return steps[0]?.[1]?.from.row === 1 || steps[1]?.[0]?.from.column === 1;
}

function looksOf(
  { context, sheetId, area }: RangeTarget,
  steps: readonly (readonly Step[])[]
): readonly (readonly CellStyle[])[] {
  return steps.map((row) =>
    row.map(({ from }) => context.spreadsheet.style(sheetId, area.top + from.row, area.left + from.column))
  );
}

function lockedIn({ context, sheetId, area }: RangeTarget): (row: number, column: number) => boolean {
  const { unlocked } = sheetState(context, sheetId);
  return (row, column) => {
    const cell = areaOf(area.top + row, area.left + column, 1, 1);
    return !unlocked.some((each) => covers(each, cell));
  };
}

/** The places to which an area of the source goes, cell by cell when it is turned. */
function placesOf(source: Area, part: Area, steps: readonly (readonly Step[])[]): readonly Area[] {
  return steps
    .flat()
    .filter(({ from }) => covers(part, areaOf(source.top + from.row, source.left + from.column, 1, 1)))
    .map(({ to }) => areaOf(to.row, to.column, 1, 1));
}

function copyMerges(
  source: RangeTarget,
  { context, sheetId, area }: RangeTarget,
  steps: readonly (readonly Step[])[],
  location: string
): void {
  const { spreadsheet } = source.context;
  const merges = spreadsheet.merges(source.sheetId).filter((merge) => covers(source.area, merge));
  const isSame = sheetId === source.sheetId && sameArea(area, source.area);
  if (isSame) {
    return;
  }
  const turned = isTurned(steps);
  context.spreadsheet.unmerge(sheetId, area);
  for (const merge of merges) {
    requireNoTable(context, sheetId, area, location);
    const [rows, columns] = turned ? [columnsOf(merge), rowsOf(merge)] : [rowsOf(merge), columnsOf(merge)];
    const corner = { ...merge, bottom: merge.top, right: merge.left };
    for (const place of placesOf(source.area, corner, steps)) {
      spreadsheet.merge(sheetId, areaOf(place.top, place.left, rows, columns));
    }
  }
}

/** Conditional formats go with the looks of cells; validation and its messages only with everything. */
function copyRules(
  source: RangeTarget,
  { context, sheetId, area }: RangeTarget,
  steps: readonly (readonly Step[])[],
  kind: CopyKind
): void {
  const from = sheetState(context, source.sheetId);
  const to = sheetState(context, sheetId);
  const moved = (areas: readonly Area[]): readonly Area[] =>
    areas.flatMap((each) => {
      const part = intersection(each, source.area);
      return part ? placesOf(source.area, part, steps) : [];
    });
  if (kind === "All") {
    const added = from.validations
      .map((each) => ({ ...each, areas: moved(each.areas) }))
      .filter(({ areas }) => areas.length > 0);
    to.validations = [...without(to.validations, area), ...added];
  }
  const added = from.conditionalFormats
    .map((format) => ({ ...structuredClone(format), areas: moved(format.areas) }))
    .filter(({ areas }) => areas.length > 0)
    .map((format) => ({ ...format, id: `{conditional-${context.nextId()}}` }));
  to.conditionalFormats = [...without(to.conditionalFormats, area), ...added];
  context.unpainted.add(sheetId);
}

function without<R extends SheetState["validations"][number] | SheetState["conditionalFormats"][number]>(
  rules: readonly R[],
  area: Area
): R[] {
  return rules
    .map((rule) => ({ ...rule, areas: subtractFromAll(rule.areas, area) }))
    .filter(({ areas }) => areas.length > 0);
}

const FILLS: { readonly [type: string]: CopyKind | undefined } = {
  FillCopy: "All",
  FillFormats: "Formats",
  FillValues: "Formulas",
  FillDefault: "All",
};

/**
 * Repeats the range over a larger one, formulas following. Where Excel would continue a series (two numbers or more,
 * days, words with numbers), the fill is refused instead of repeating what should have been counted on.
 */
async function autoFill(
  range: RangeTarget,
  destinationRange: Argument | undefined,
  autoFillType: Argument | undefined
): Promise<void> {
  const location = "Range.autoFill";
  const type = textOf(autoFillType ?? "FillDefault", location);
  const kind = FILLS[type];
  const { area: destination, sheetId } = sourceOf(range, destinationRange, location);
  const { area } = range;
  const sameColumns = destination.left === area.left && destination.right === area.right;
  const sameRows = destination.top === area.top && destination.bottom === area.bottom;
  if (sheetId !== range.sheetId || !covers(destination, area) || (!sameRows && !sameColumns)) {
    throw invalidArgument(location, "The destination must hold the range and grow in one direction.");
  }
  if (kind === undefined || ((type === "FillValues" || type === "FillDefault") && isSeries(range))) {
    throw apiNotFound(`${location}(${type})`, "this host does not continue series");
  }
  requireBounded(destination, location);
  const steps = stepsFrom(area, destination);
  await copySteps(range, { ...range, area: destination }, steps, kind, false, location);
}

/** Whether Excel would count on: several numbers, dates, and words of lists or with numbers in them. */
function isSeries({ context, sheetId, area }: RangeTarget): boolean {
  const cells = context.spreadsheet.cells(sheetId, area).flat();
  const constants = cells.filter(({ value, formula }) => value !== null && formula === null);
  const numbers = constants.filter(({ value }) => typeof value === "number");
  const isDate = numbers.some(({ numberFormat }) => /[dmy]/i.test(numberFormat));
  return numbers.length > 1 || isDate || constants.some(({ value }) => typeof value === "string");
}

/** The source repeated so that its own cells stay where they are, also when it is filled up or to the left. */
function stepsFrom(source: Area, destination: Area): readonly (readonly Step[])[] {
  const wrapped = (offset: number, length: number): number => ((offset % length) + length) % length;
  return Array.from({ length: rowsOf(destination) }, (_, down) =>
    Array.from({ length: columnsOf(destination) }, (_unused, across) => {
      const to = { row: destination.top + down, column: destination.left + across };
      return {
        from: {
          row: wrapped(to.row - source.top, rowsOf(source)),
          column: wrapped(to.column - source.left, columnsOf(source)),
        },
        to,
      };
    })
  );
}

export const copyMethods: { readonly [name: string]: Method<RangeTarget> } = {
  CopyFrom: method(["sourceRange", "copyType", "skipBlanks", "transpose"], copyFrom),
  AutoFill: method(["destinationRange", "autoFillType"], autoFill),
};
