/** Writing what was typed in the pane: only after a look whether the sheet is still as the pane knows it. */
import type { CellChange } from "../domain/entry/entryRow";
import { sameCell, type EntryContent, type SheetCell } from "../domain/entry/sheetCell";
import { areaAddress, cellAddress, type Area } from "../domain/grid";
import type { CellContent } from "../layout/sheetSpec";
import { textNumberFormat } from "../layout/textFormat";
import { cellSnapshot, cellStroke } from "./cells";
import { contentOf, GENERAL_FORMAT, TEXT_FORMAT } from "./contents";
import { contentStrokes } from "./drawSheet";
import { headerText, sheetCells, type KnownTable } from "./entryRow";
import { rangeOf } from "./ranges";
import { readCells, type RawCells } from "./readCells";
import { sendStrokes, strokeOfCalls, type Stroke } from "./requests";
import { isDateFormat, serialFromIso } from "./serialDates";
import type { BlockSnapshot, CellsToken, InsertedRows, RowsToken, UndoToken } from "./tokens";
import { takeBack } from "./undo";

/** A table with what its headings said when it was read. */
export interface EntryPlace extends KnownTable {
  readonly headings: string;
}

/** `moved`: the header is not where it was; `changed`: the cells are other ones. Then nothing was written. */
export type EntryOutcome =
  | { readonly status: "written"; readonly undo: UndoToken }
  | { readonly status: "moved" }
  | { readonly status: "changed" };

export interface RowWrite {
  readonly place: EntryPlace;
  /** Zero-based. */
  readonly row: number;
  /** The cells as the pane knows them, with their zero-based columns. */
  readonly known: readonly { readonly at: number; readonly cell: SheetCell }[];
  readonly changes: readonly CellChange[];
}

/** Dates that get a format are shown as they are typed. */
const TYPED_DATE_FORMAT = "dd/mm/yyyy";

/**
 * Writes cells of one row that is there: one sync to look, one to write. Rejects with Office.js errors before anything is
 * written, with `ChangeError` after that.
 */
export async function writeRow({ place, row, known, changes }: RowWrite): Promise<EntryOutcome> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getItem(place.sheet);
    const header = sheet.getRange(areaAddress(place.header)).load("values");
    const columns = known.map(({ at }) => at);
    const [left, right] = [Math.min(...columns), Math.max(...columns)];
    const range = rangeOf(sheet, { top: row, left, bottom: row, right }).load("values,formulas,numberFormat");
    await context.sync();
    if (headerText(header.values) !== place.headings) return { status: "moved" };
    const now = sheetCells(range, 0);
    const isAsKnown = known.every(({ at, cell }) => {
      const present = now[at - left];
      return present !== undefined && sameCell(present, cell);
    });
    if (!isAsKnown) return { status: "changed" };
    const cells = changes.map(({ at, content }) => {
      const position = at - left;
      const before = cellSnapshot(place.sheet, cellAddress(row, at), {
        values: [[range.values[0]?.[position]]],
        formulas: [[range.formulas[0]?.[position]]],
        numberFormat: [[range.numberFormat[0]?.[position]]],
      });
      return { before, after: { ...before, content, format: formatFor(content, before.format) } };
    });
    const undo: CellsToken = {
      kind: "cells",
      cells: cells.map(({ before, after }) => ({ ...before, written: after.content })),
    };
    try {
      await sendStrokes(
        context,
        cells.map(({ before, after }) => cellStroke(workbook, after, before.format))
      );
    } catch (error) {
      throw await takeBack(undo, error);
    }
    return { status: "written", undo };
  });
}

/**
 * The number format that shows a content as what it is; the cell's own wherever it does. Texts that Excel would take for
 * something else at the next edit are kept as texts.
 */
function formatFor(content: EntryContent, format: string): string {
  if (content === null) return format;
  if (typeof content === "string") {
    return format === GENERAL_FORMAT || isDateFormat(format) ? (textNumberFormat(content) ?? format) : format;
  }
  const isDay = typeof content === "object" && serialFromIso(content.date) !== null;
  if (isDay) return isDateFormat(format) ? format : TYPED_DATE_FORMAT;
  return format === TEXT_FORMAT || isDateFormat(format) ? GENERAL_FORMAT : format;
}

/** A row that is there and empty, but for what is known of it. */
export interface RowToFill {
  /** Zero-based. */
  readonly row: number;
  readonly known: readonly { readonly at: number; readonly cell: SheetCell }[];
  readonly changes: readonly CellChange[];
}

export interface RowsWrite {
  readonly place: EntryPlace;
  /** Zero-based columns of the table, both included. */
  readonly left: number;
  readonly right: number;
  readonly fill: readonly RowToFill[];
  /** Rows to put in above the row `at`, looking like the one above it. */
  readonly insert: { readonly at: number; readonly rows: readonly (readonly CellChange[])[] } | null;
  /** Name of the workbook for the area to fill in; it grows with the rows. */
  readonly areaName: string;
}

/**
 * Fills in empty rows and puts in further ones: one sync to look and one to write, or as many as Excel's limits ask for.
 * Sums below that end at the last row reach over the new ones. Rejects like `writeRow`.
 */
export async function writeRows(write: RowsWrite): Promise<EntryOutcome> {
  const { place, left, right, fill, insert } = write;
  return Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getItem(place.sheet);
    const header = sheet.getRange(areaAddress(place.header)).load("values");
    const name = workbook.names.getItemOrNullObject(write.areaName).load("formula");
    const printArea = sheet.pageLayout.getPrintAreaOrNullObject().load("address");
    const rows = fill.map(({ row }) => row);
    const top = Math.min(insert ? insert.at - 1 : Infinity, ...rows);
    const bottom = Math.max(insert?.at ?? 0, ...rows);
    const seen: Area = { top, left, bottom, right };
    const [raw] = await readCells(context, [{ sheet, area: seen }], "formulas");
    if (raw === undefined || headerText(header.values) !== place.headings) return { status: "moved" };
    if (!fill.every((row) => isAsKnown(row, seen, raw))) return { status: "changed" };

    const filled = fill.length === 0 ? null : filledBlocks(fill, seen, raw);
    const inserted = insert && insertedRows(insert, seen, raw);
    const undo: RowsToken = {
      kind: "rows",
      sheet: place.sheet,
      filled: filled?.map(({ before }) => before) ?? [],
      inserted,
    };
    const strokes = [
      ...(filled ?? []).flatMap(({ before, after }) => blockStrokes(sheet, after, !before.formatted)),
      ...(insert ? insertStrokes(sheet, insert, seen, raw) : []),
      ...(insert
        ? growthStrokes({
            workbook,
            sheet,
            insert,
            name: name.isNullObject ? null : { name: write.areaName, formula: String(name.formula) },
            printArea: printArea.isNullObject ? null : printArea.address,
          })
        : []),
    ];
    try {
      await sendStrokes(context, strokes);
    } catch (error) {
      throw await takeBack(undo, error);
    }
    return { status: "written", undo };
  });
}

function isAsKnown({ row, known }: RowToFill, seen: Area, raw: RawCells): boolean {
  const now = sheetCells({ ...mutable(raw) }, row - seen.top);
  return known.every(({ at, cell }) => {
    const present = now[at - seen.left];
    return present !== undefined && sameCell(present, cell);
  });
}

function mutable({ values, formulas, formats }: RawCells) {
  return {
    values: values.map((row) => [...row]),
    formulas: formulas.map((row) => [...row]),
    numberFormat: formats.map((row) => [...row]),
  };
}

/** A rectangle to be written. */
interface Block {
  readonly area: Area;
  readonly contents: readonly (readonly CellContent[])[];
  readonly formats: readonly (readonly string[])[];
}

/** Runs of consecutive whole numbers. */
function runsOf(numbers: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const run = runs[runs.length - 1];
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

/** The rectangles of the rows to fill, as they are and as they shall be. */
function filledBlocks(
  fill: readonly RowToFill[],
  seen: Area,
  raw: RawCells
): readonly { readonly before: BlockSnapshot; readonly after: Block }[] {
  const changesOfRow = new Map(fill.map(({ row, changes }) => [row, changes]));
  const columns = runsOf(fill.flatMap(({ changes }) => changes.map(({ at }) => at)));
  return runsOf(fill.map(({ row }) => row)).flatMap(([top, bottom]) =>
    columns.map(([left, right]) => {
      const area = { top, left, bottom, right };
      const present = <T>(cells: readonly (readonly T[])[], row: number, column: number): T | undefined =>
        cells[row - seen.top]?.[column - seen.left];
      const before = cellsOf(area, (row, column) =>
        contentOf(present(raw.values, row, column), present(raw.formulas, row, column))
      );
      const formats = cellsOf(area, (row, column) => present(raw.formats, row, column) ?? GENERAL_FORMAT);
      const contents = cellsOf(
        area,
        (row, column) => changesOfRow.get(row)?.find(({ at }) => at === column)?.content ?? null
      );
      const after = formatsFor(contents, formats);
      const formatted = JSON.stringify(after) !== JSON.stringify(formats);
      return {
        before: { area, contents: before, written: contents, formats, formatted },
        after: { area, contents, formats: after },
      };
    })
  );
}

function cellsOf<T>(
  { top, left, bottom, right }: Area,
  cell: (row: number, column: number) => T
): readonly (readonly T[])[] {
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => cell(top + row, left + column))
  );
}

function formatsFor(
  contents: readonly (readonly EntryContent[])[],
  formats: readonly (readonly string[])[]
): readonly (readonly string[])[] {
  return contents.map((row, r) =>
    row.map((content, c) => formatFor(content, formats[r]?.[c] ?? GENERAL_FORMAT))
  );
}

function blockStrokes(
  sheet: Excel.Worksheet,
  { area, contents, formats }: Block,
  areSet: boolean
): readonly Stroke[] {
  return contentStrokes(sheet, area, contents, formats, areSet).constants;
}

type Insertion = NonNullable<RowsWrite["insert"]>;

/** What taking back must know of the rows to put in. */
function insertedRows({ at, rows }: Insertion, { top, left, right }: Area, raw: RawCells): InsertedRows {
  const below = (raw.values[at - top] ?? []).map((value, column) => {
    const content = contentOf(value, raw.formulas[at - top]?.[column]);
    return typeof content === "object" ? null : content;
  });
  const contents = rows.map((changes) =>
    Array.from(
      { length: right - left + 1 },
      (_, index) => changes.find((change) => change.at === left + index)?.content ?? null
    )
  );
  return { top: at, count: rows.length, left, right, contents, below };
}

function insertStrokes(
  sheet: Excel.Worksheet,
  { at, rows }: Insertion,
  { top, left, right }: Area,
  raw: RawCells
): readonly Stroke[] {
  const last = at + rows.length - 1;
  const columns = runsOf(rows.flatMap((changes) => changes.map((change) => change.at)));
  const written = columns.flatMap(([first, end]) => {
    const area = { top: at, left: first, bottom: last, right: end };
    const like = cellsOf(area, (_, column) => raw.formats[at - 1 - top]?.[column - left] ?? GENERAL_FORMAT);
    const contents = cellsOf(
      area,
      (row, column) => rows[row - at]?.find((change) => change.at === column)?.content ?? null
    );
    return blockStrokes(sheet, { area, contents, formats: formatsFor(contents, like) }, false);
  });
  return [
    strokeOfCalls(3, () => {
      sheet.getRange(`${at + 1}:${last + 1}`).insert("Down");
      const above = rangeOf(sheet, { top: at - 1, left, bottom: at - 1, right });
      rangeOf(sheet, { top: at, left, bottom: last, right }).copyFrom(above, "Formats");
    }),
    ...written,
    ...sumStrokes(sheet, { at, rows }, { top, left }, raw),
  ];
}

/** Lets the formulas of the row below, such as a total's, reach over the new rows. */
function sumStrokes(
  sheet: Excel.Worksheet,
  { at, rows }: Insertion,
  { top, left }: Pick<Area, "top" | "left">,
  raw: RawCells
): readonly Stroke[] {
  return (raw.formulas[at - top] ?? []).flatMap((formula, index) => {
    const longer = typeof formula === "string" ? reachingFormula(formula, at, rows.length) : null;
    if (longer === null) return [];
    return [
      strokeOfCalls(1, () => {
        sheet.getRangeByIndexes(at + rows.length, left + index, 1, 1).formulas = [[longer]];
      }),
    ];
  });
}

const REFERENCES = /(\$?[A-Z]{1,3}\$?)(\d+)(?::(\$?[A-Z]{1,3}\$?)(\d+))?/g;

/**
 * A formula whose ranges that end at a row reach so many rows further; null for what is no such formula, and for one that
 * speaks of rows below too: those move.
 * @param last one-based row
 */
export function reachingFormula(formula: string, last: number, more: number): string | null {
  if (!formula.startsWith("=") || /["'!]/.test(formula)) return null;
  const rows = [...formula.matchAll(REFERENCES)].map((match) => Number(match[4] ?? match[2]));
  if (rows.some((row) => row > last)) return null;
  const longer = formula.replace(
    REFERENCES,
    (whole, from: string, top: string, to: string | undefined, bottom: string | undefined) =>
      to !== undefined && Number(bottom) === last && Number(top) < last
        ? `${from}${top}:${to}${last + more}`
        : whole
  );
  return longer === formula ? null : longer;
}

interface Growth {
  readonly workbook: Excel.Workbook;
  readonly sheet: Excel.Worksheet;
  readonly insert: Insertion;
  /** The name for the area to fill in, with its formula. */
  readonly name: { readonly name: string; readonly formula: string } | null;
  readonly printArea: string | null;
}

/** Name and print area that end at the row above reach over the new rows. */
function growthStrokes({ workbook, sheet, insert, name, printArea }: Growth): readonly Stroke[] {
  const { at, rows } = insert;
  const grown = (reference: string): string | null => {
    const [, start = "", last = ""] = /^([^,]*?:\$?[A-Z]{1,3}\$?)(\d+)$/.exec(reference) ?? [];
    return Number(last) === at ? `${start}${at + rows.length}` : null;
  };
  const longerName = name && grown(name.formula);
  const longerPrint = printArea && grown(printArea);
  if (!longerName && !longerPrint) return [];
  return [
    strokeOfCalls(3, () => {
      if (name && longerName) workbook.names.getItem(name.name).formula = longerName;
      if (longerPrint) sheet.pageLayout.setPrintArea(longerPrint.slice(longerPrint.lastIndexOf("!") + 1));
    }),
  ];
}
