/** Writing into cells as Excel does: shape, typed text, text format, protection, merged cells. */
import { columnsOf, coveredCells, intersection, rowsOf, sameArea } from "../areas";
import { accessDenied, invalidArgument, wrongShape } from "../errors";
import type { Json } from "../protocol";
import type { Area, Cell, CellEntry } from "../spreadsheet/spreadsheet";
import { readTypedInput } from "../typedInput";
import type { ModelContext } from "./context";
import { sheetState } from "./context";
import type { ProtectionOptions } from "./state";
import { tablesOn, uniqueTitle } from "./tableAreas";

/** Longest text of a cell. */
const TEXT_LIMIT = 32767;

type Permission = {
  [K in keyof ProtectionOptions]: ProtectionOptions[K] extends boolean ? K : never;
}[keyof ProtectionOptions];

/** True when the sheet is protected and the area holds a locked cell. */
export function isLockedForUser(context: ModelContext, sheetId: string, area: Area): boolean {
  const { protection, unlocked } = sheetState(context, sheetId);
  return protection !== null && coveredCells(unlocked, area) < rowsOf(area) * columnsOf(area);
}

/** Fails on locked cells of a protected sheet. */
export function requireWritable(context: ModelContext, sheetId: string, area: Area, location: string): void {
  if (isLockedForUser(context, sheetId, area)) {
    throw accessDenied(location);
  }
}

/** Fails on a protected sheet, unless its protection allows that kind of change. */
export function requireUnprotected(
  context: ModelContext,
  sheetId: string,
  location: string,
  permission?: Permission
): void {
  const { protection } = sheetState(context, sheetId);
  if (protection && !(permission && protection.options[permission])) {
    throw accessDenied(location);
  }
}

/**
 * A value for every cell of the area: a single value is repeated, an array must have the area's shape.
 * `allowSingle`: an array of one cell is repeated too, as Excel does for number formats.
 */
export function spread(
  area: Area,
  value: Json,
  location: string,
  allowSingle = false
): readonly (readonly Json[])[] {
  const [rows, columns] = [rowsOf(area), columnsOf(area)];
  if (!Array.isArray(value)) {
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => value));
  }
  const array = value as readonly Json[];
  if (allowSingle && array.length === 1 && Array.isArray(array[0]) && array[0].length === 1) {
    return spread(area, (array[0] as readonly Json[])[0] ?? null, location);
  }
  const fits = array.length === rows && array.every((row) => Array.isArray(row) && row.length === columns);
  if (!fits) {
    throw wrongShape(location);
  }
  return array as readonly (readonly Json[])[];
}

/** Writes values as if typed, cell by cell; `null` leaves a cell untouched. Checks nothing but the values. */
export function writeTyped(
  context: ModelContext,
  sheetId: string,
  area: Area,
  rows: readonly (readonly Json[])[],
  location: string
): void {
  const hidden = coveredByMerge(context, sheetId, area);
  const before = context.spreadsheet.cells(sheetId, area);
  const entries = rows.map((row, rowIndex) =>
    row.map((value, columnIndex) => {
      const cell = before[rowIndex]?.[columnIndex];
      return hidden(area.top + rowIndex, area.left + columnIndex)
        ? null
        : entryOf(context, value, cell?.numberFormat ?? "General", location);
    })
  );
  context.spreadsheet.write(sheetId, area.top, area.left, titled(context, sheetId, area, entries));
}

/** Puts entries into cells as they are, except that cells below a merged one stay empty and titles stay titles. */
export function writeEntries(context: ModelContext, sheetId: string, area: Area, entries: Entries): void {
  const hidden = coveredByMerge(context, sheetId, area);
  const shown = entries.map((row, rowIndex) =>
    row.map((entry, columnIndex) => (hidden(area.top + rowIndex, area.left + columnIndex) ? null : entry))
  );
  context.spreadsheet.write(sheetId, area.top, area.left, titled(context, sheetId, area, shown));
}

type Entries = readonly (readonly (CellEntry | null)[])[];

/** Entries for a table's header row become its titles: text, each one once. */
function titled(context: ModelContext, sheetId: string, area: Area, entries: Entries): Entries {
  const touched = tablesOn(context, sheetId).flatMap((table) => {
    const header = { ...table.area, bottom: table.area.top };
    return intersection(header, area) ? [header] : [];
  });
  return touched.reduce((before, header) => titledRow(context, sheetId, area, before, header), entries);
}

function titledRow(
  context: ModelContext,
  sheetId: string,
  area: Area,
  entries: Entries,
  header: Area
): Entries {
  const isEntered = (column: number): boolean =>
    (entries[header.top - area.top]?.[column - area.left] ?? null) !== null;
  const [titles = []] = context.spreadsheet.cells(sheetId, header);
  const kept = titles.filter((_, index) => !isEntered(header.left + index));
  const taken = new Set(kept.map(({ value }) => String(value ?? "").toLowerCase()));
  return entries.map((row, rowIndex) =>
    row.map((entry, columnIndex) => {
      const index = area.left + columnIndex - header.left;
      const isTitle = area.top + rowIndex === header.top && index >= 0 && index < titles.length;
      if (!entry || !isTitle) {
        return entry;
      }
      const title = uniqueTitle(entry.formula ?? textIn(entry.value ?? "") ?? "", index, taken);
      taken.add(title.toLowerCase());
      return { value: title, formula: null };
    })
  );
}

function entryOf(
  context: ModelContext,
  value: Json,
  numberFormat: string,
  location: string
): CellEntry | null {
  if (value === null) {
    return null;
  }
  if (typeof value === "object" || (typeof value === "number" && !Number.isFinite(value))) {
    throw invalidArgument(location);
  }
  if (typeof value === "string" && value.length > TEXT_LIMIT) {
    throw invalidArgument(location, `A cell holds at most ${TEXT_LIMIT} characters.`);
  }
  if (numberFormat === "@") {
    return { value: textIn(value), formula: null };
  }
  if (typeof value !== "string") {
    return { value, formula: null };
  }
  const typed = readTypedInput(value, context.locale, context.currentYear());
  if (typed.formula !== null && !context.spreadsheet.isFormula(typed.formula)) {
    throw invalidArgument(location, `"${typed.formula}" is no formula.`);
  }
  return numberFormat === "General" ? typed : { value: typed.value, formula: typed.formula };
}

/** A cell formatted as text keeps what is put in as text; empty stays empty. */
function textIn(value: string | number | boolean): string | null {
  if (typeof value === "boolean") {
    return value ? "TRUE" : "FALSE";
  }
  return value === "" ? null : String(value);
}

/** Cells of merged areas other than their first take no values. */
function coveredByMerge(
  context: ModelContext,
  sheetId: string,
  area: Area
): (row: number, column: number) => boolean {
  const merges = context.spreadsheet.merges(sheetId).filter((merge) => intersection(merge, area) !== null);
  return (row, column) =>
    merges.some(
      (merge) =>
        row >= merge.top &&
        row <= merge.bottom &&
        column >= merge.left &&
        column <= merge.right &&
        !sameArea(
          { ...merge, bottom: merge.top, right: merge.left },
          { top: row, bottom: row, left: column, right: column }
        )
    );
}

const ERROR_CODES = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|GETTING_DATA)$/;

/** Excel's `RangeValueType` of a cell. */
export function valueTypeOf(cell: Cell): string {
  if (cell.value === null || cell.value === "") {
    return cell.formula === null ? "Empty" : "String";
  }
  if (typeof cell.value === "number") {
    return "Double";
  }
  if (typeof cell.value === "boolean") {
    return "Boolean";
  }
  return ERROR_CODES.test(cell.value) && cell.numberFormat !== "@" ? "Error" : "String";
}
