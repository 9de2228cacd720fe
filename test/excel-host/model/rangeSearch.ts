/** Cells of a range by what they hold: kinds of cells, edges of filled blocks, duplicates. */
import { areaOf, boundingArea, columnsOf, covers, intersection, rowsOf } from "../areas";
import { apiNotFound, invalidArgument, itemNotFound } from "../errors";
import type { Area, Cell, CellEntry } from "../spreadsheet/spreadsheet";
import { booleanOf, integerOf, oneOf, recordOf, targetOf, textOf } from "./arguments";
import { requireWritable, valueTypeOf, writeEntries } from "./cells";
import type { ModelContext } from "./context";
import { sheetState } from "./context";
import type { Argument, HostObject, Method } from "./definition";
import { defineObject, isHostObject, method, readOnly } from "./definition";
import type { RangeTarget } from "./range";
import { rangeObject, resolveAddress } from "./range";
import { rangeAreasObject } from "./rangeAreas";
import { movedFormula } from "./relativeFormulas";

const CELL_TYPES = [
  "ConditionalFormats",
  "DataValidations",
  "Blanks",
  "Constants",
  "Formulas",
  "SameConditionalFormat",
  "SameDataValidation",
  "Visible",
] as const;

/** `Excel.SpecialCellValueType` as the types of values that it lets through. */
const VALUE_TYPES: { readonly [word: string]: readonly string[] | undefined } = {
  All: ["Error", "Boolean", "Double", "String"],
  Errors: ["Error"],
  ErrorsLogical: ["Error", "Boolean"],
  ErrorsNumbers: ["Error", "Double"],
  ErrorsText: ["Error", "String"],
  ErrorsLogicalNumber: ["Error", "Boolean", "Double"],
  ErrorsLogicalText: ["Error", "Boolean", "String"],
  ErrorsNumberText: ["Error", "Double", "String"],
  Logical: ["Boolean"],
  LogicalNumbers: ["Boolean", "Double"],
  LogicalText: ["Boolean", "String"],
  LogicalNumbersText: ["Boolean", "Double", "String"],
  Numbers: ["Double"],
  NumbersText: ["Double", "String"],
  Text: ["String"],
};

/** The cells of that kind inside the used part; a single cell stands for its whole sheet, as in Excel. */
function specialCells(
  range: RangeTarget,
  cellType: Argument | undefined,
  valueType: Argument | undefined,
  location: string
): HostObject | null {
  const { context, sheetId } = range;
  const kind = oneOf(CELL_TYPES, cellType, location);
  const types = VALUE_TYPES[textOf(valueType ?? "All", location)];
  if (!types) {
    throw invalidArgument(location);
  }
  const used = context.spreadsheet.usedArea(sheetId, false);
  const within = rowsOf(range.area) * columnsOf(range.area) === 1 ? used : range.area;
  const part = used && within && intersection(used, within);
  if (kind === "SameConditionalFormat" || kind === "SameDataValidation") {
    throw apiNotFound(`${location}(${kind})`, "this host does not compare rules");
  }
  const state = sheetState(context, sheetId);
  const rules = { ConditionalFormats: state.conditionalFormats, DataValidations: state.validations };
  const areas =
    kind === "ConditionalFormats" || kind === "DataValidations"
      ? rules[kind]
          .flatMap((rule) => rule.areas)
          .flatMap((area) => intersection(area, within ?? range.area) ?? [])
      : part
        ? matchingAreas({ ...range, area: part }, cellTest(range, kind, types))
        : [];
  return areas.length > 0 ? rangeAreasObject({ context, sheetId, areas }) : null;
}

type CellTest = (cell: Cell, row: number, column: number) => boolean;

function cellTest(
  { context, sheetId }: RangeTarget,
  kind: "Blanks" | "Constants" | "Formulas" | "Visible",
  types: readonly string[]
): CellTest {
  const { spreadsheet } = context;
  switch (kind) {
    case "Blanks":
      return ({ value, formula }) => value === null && formula === null;
    case "Constants":
      return (cell) => cell.formula === null && cell.value !== null && types.includes(valueTypeOf(cell));
    case "Formulas":
      return (cell) => cell.formula !== null && types.includes(valueTypeOf(cell));
    case "Visible":
      return (_cell, row, column) =>
        !spreadsheet.isRowHidden(sheetId, row) && !spreadsheet.isColumnHidden(sheetId, column);
  }
}

/** Matching cells as rectangles: runs of a row, joined with equal runs right above them. */
export function matchingAreas({ context, sheetId, area }: RangeTarget, matches: CellTest): readonly Area[] {
  const found: Area[] = [];
  context.spreadsheet.cells(sheetId, area).forEach((cells, down) => {
    const row = area.top + down;
    for (const run of runsOf(cells.map((cell, across) => matches(cell, row, area.left + across)))) {
      const here = areaOf(row, area.left + run.from, 1, run.to - run.from + 1);
      const above = found.findIndex(
        (each) => each.bottom === row - 1 && each.left === here.left && each.right === here.right
      );
      if (above >= 0) {
        found[above] = boundingArea(found[above] ?? here, here);
      } else {
        found.push(here);
      }
    }
  });
  return found;
}

function runsOf(flags: readonly boolean[]): readonly { readonly from: number; readonly to: number }[] {
  const starts = flags.flatMap((flag, index) => (flag && flags[index - 1] !== true ? [index] : []));
  return starts.map((from) => {
    const end = flags.indexOf(false, from);
    return { from, to: end < 0 ? flags.length - 1 : end - 1 };
  });
}

function required(object: HostObject | null, location: string): HostObject {
  if (!object) {
    throw itemNotFound(location);
  }
  return object;
}

const STEPS = {
  Up: { down: -1, right: 0 },
  Down: { down: 1, right: 0 },
  Left: { down: 0, right: -1 },
  Right: { down: 0, right: 1 },
} as const;

/** Where Ctrl and an arrow key lead from the active cell (by default the range's first). */
function edgeCell(
  range: RangeTarget,
  direction: Argument | undefined,
  activeCell: Argument | undefined,
  location: string
): Area {
  const { context, sheetId } = range;
  const step = STEPS[oneOf(["Up", "Down", "Left", "Right"] as const, direction, location)];
  const start = activeArea(range, activeCell, location);
  const used = context.spreadsheet.usedArea(sheetId, true) ?? start;
  const isFilled = (row: number, column: number): boolean => {
    const here = areaOf(row, column, 1, 1);
    const cell = covers(used, here) ? context.spreadsheet.cells(sheetId, here)[0]?.[0] : undefined;
    return cell !== undefined && (cell.value !== null || cell.formula !== null);
  };
  const whole = step.down === 0 ? { first: 0, last: 16383 } : { first: 0, last: 1048575 };
  let [row, column] = [start.top, start.left];
  const next = (): readonly [number, number] => [row + step.down, column + step.right];
  const inBlock = isFilled(row, column) && isFilled(...next());
  const at = (): number => (step.down === 0 ? column : row);
  const end = step.down + step.right > 0 ? whole.last : whole.first;
  const bound =
    step.down + step.right > 0
      ? step.down === 0
        ? used.right
        : used.bottom
      : step.down === 0
        ? used.left
        : used.top;
  for (;;) {
    const isPast = step.down + step.right > 0 ? at() >= bound : at() <= bound;
    if (at() === end || (inBlock && !isFilled(...next()))) {
      return areaOf(row, column, 1, 1);
    }
    if (!inBlock && isPast) {
      return step.down === 0 ? areaOf(row, end, 1, 1) : areaOf(end, column, 1, 1);
    }
    [row, column] = next();
    if (!inBlock && isFilled(row, column)) {
      return areaOf(row, column, 1, 1);
    }
  }
}

function activeArea(range: RangeTarget, activeCell: Argument | undefined, location: string): Area {
  if (activeCell === undefined || activeCell === null) {
    return areaOf(range.area.top, range.area.left, 1, 1);
  }
  const { sheetId, area } = isHostObject(activeCell)
    ? targetOf<RangeTarget>(activeCell, "Range", location)
    : resolveAddress(range.context, range.sheetId, textOf(activeCell, location), location);
  if (sheetId !== range.sheetId || !covers(range.area, area)) {
    throw invalidArgument(location, "The active cell must lie in the range.");
  }
  return areaOf(area.top, area.left, 1, 1);
}

/** `Worksheet.findAll`: every cell whose shown text holds the text, or is it. */
export function allWithText(
  { context, sheetId }: { readonly context: ModelContext; readonly sheetId: string },
  text: Argument | undefined,
  criteria: Argument | undefined,
  location: string
): HostObject | null {
  const options = recordOf(criteria ?? {}, ["completeMatch", "matchCase"], location);
  const area = context.spreadsheet.usedArea(sheetId, true);
  if (!area) {
    return null;
  }
  const fold = (shown: string): string => (options["matchCase"] === true ? shown : shown.toLocaleLowerCase());
  const wanted = fold(textOf(text, location));
  const texts = context.spreadsheet.texts(sheetId, area);
  const areas = matchingAreas({ context, sheetId, area }, (_cell, row, column) => {
    const shown = fold(texts[row - area.top]?.[column - area.left] ?? "");
    return options["completeMatch"] === true ? shown === wanted : shown.includes(wanted);
  });
  return areas.length > 0 ? rangeAreasObject({ context, sheetId, areas }) : null;
}

interface DuplicatesTarget {
  readonly removed: number;
  readonly remaining: number;
}

const duplicatesObject = defineObject<DuplicatesTarget>({
  name: "RemoveDuplicatesResult",
  properties: {
    Removed: readOnly(({ removed }) => removed),
    UniqueRemaining: readOnly(({ remaining }) => remaining),
  },
});

/** Later rows that show the same in those columns go; the rows below them, inside the range, move up. */
function removeDuplicates(
  range: RangeTarget,
  columns: Argument | undefined,
  includesHeader: Argument | undefined
): HostObject {
  const location = "Range.removeDuplicates";
  const { context, sheetId, area } = range;
  const keys = Array.isArray(columns) ? columns.map((each) => integerOf(each as Argument, location)) : [];
  if (keys.length === 0 || keys.some((key) => key < 0 || key >= columnsOf(area))) {
    throw invalidArgument(location);
  }
  const top = area.top + (booleanOf(includesHeader, location) ? 1 : 0);
  const used = context.spreadsheet.usedArea(sheetId, true);
  const body = { ...area, top, bottom: Math.min(area.bottom, used?.bottom ?? area.top) };
  if (body.bottom < body.top) {
    return duplicatesObject({ removed: 0, remaining: 0 });
  }
  requireWritable(context, sheetId, body, location);
  const cells = context.spreadsheet.cells(sheetId, body);
  const texts = context.spreadsheet.texts(sheetId, body);
  const seen = new Set<string>();
  const kept = cells.flatMap((row, index) => {
    const key = JSON.stringify(keys.map((column) => texts[index]?.[column]?.toLowerCase()));
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst ? [{ row, index }] : [];
  });
  const entries = cells.map((_, place) => movedRow(kept[place], place, columnsOf(body)));
  writeEntries(context, sheetId, body, entries);
  return duplicatesObject({ removed: cells.length - kept.length, remaining: kept.length });
}

/** A row of cells as it reads in another place; empty cells where there is none. */
export function movedRow(
  from: { readonly row: readonly Cell[]; readonly index: number } | undefined,
  place: number,
  columns: number
): readonly CellEntry[] {
  return from
    ? from.row.map(({ value, formula }) =>
        formula === null
          ? { value, formula: null }
          : { value: null, formula: movedFormula(formula, place - from.index, 0) }
      )
    : Array.from({ length: columns }, () => ({ value: null, formula: null }));
}

export const searchMethods: { readonly [name: string]: Method<RangeTarget> } = {
  GetSpecialCells: method(["cellType", "cellValueType"], (range, cellType, valueType) => {
    const location = "Range.getSpecialCells";
    return required(specialCells(range, cellType, valueType, location), location);
  }),
  GetSpecialCellsOrNullObject: method(["cellType", "cellValueType"], (range, cellType, valueType) =>
    specialCells(range, cellType, valueType, "Range.getSpecialCellsOrNullObject")
  ),
  GetRangeEdge: method(["direction", "activeCell"], (range, direction, activeCell) =>
    rangeObject({ ...range, area: edgeCell(range, direction, activeCell, "Range.getRangeEdge") })
  ),
  GetExtendedRange: method(["direction", "activeCell"], (range, direction, activeCell) => {
    const edge = edgeCell(range, direction, activeCell, "Range.getExtendedRange");
    return rangeObject({ ...range, area: boundingArea(range.area, edge) });
  }),
  RemoveDuplicates: method(["columns", "includesHeader"], removeDuplicates),
};
