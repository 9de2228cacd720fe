/** Rows like those of a form on a sheet whose headings say nothing: a table that goes on without them, or under strange ones. */
import type { Scheme } from "../../schemes/types";
import type { CellPlace, CellValue, Grid } from "../grid";
import { plainWords } from "../text/normalize";
import { cellText, isBlank } from "../values/cells";
import { readDocumentNumber } from "../values/documentNumbers";
import { communeAlone } from "../values/workTitles";
import { range, textAt } from "./header";
import { isForeign, vocabularyOf } from "./headings";
import { namesWork } from "./rowTitles";

/** A row that says something, up to the cells that tell what it is. */
interface Line {
  readonly place: CellPlace;
  readonly isNumbered: boolean;
  /** The first cells behind the number. */
  readonly cells: readonly CellValue[];
}

/** Sheets are never changed, and a check is made anew after each edit of another one. */
const known = new WeakMap<Grid, { readonly scheme: Scheme; readonly place: CellPlace | null }>();

/** The first row that is like one of a form; null when the sheet has none, or is a table of another kind. */
export function rowLikeForm(grid: Grid, scheme: Scheme): CellPlace | null {
  const before = known.get(grid);
  if (before?.scheme === scheme) return before.place;
  const place = findRow(grid, scheme);
  known.set(grid, { scheme, place });
  return place;
}

/** A table begins within so many rows; what stands below is not looked at, for there may be very much of it. */
const MOST_LINES = 500;
/** Numbered rows without headings above them, or on a sheet that is named like a form: one alone may be anything. */
const ENOUGH_NUMBERED = 2;

function findRow(grid: Grid, scheme: Scheme): CellPlace | null {
  const isNamedLikeForm = NAMED_LIKE_FORM.test(plainWords(grid.sheet));
  let isUnderHeadings = false;
  let first: CellPlace | null = null;
  let numbered = 0;
  let lines = 0;
  for (let index = 0; index < grid.values.length && lines < MOST_LINES; index += 1) {
    const line = lineAt(grid, index);
    if (line === null) continue;
    lines += 1;
    const { place, isNumbered, cells } = line;
    if (isOfWork(line, scheme) || isOfDocument(line)) {
      return isUnderForeignHeadings(grid, place.row, scheme) ? null : (first ?? place);
    }
    if (!isNumbered) {
      isUnderHeadings ||= cells.length >= CELLS_OF_HEADINGS && cells.every(isText);
      continue;
    }
    if (cells.length < CELLS_OF_ROW || (isUnderHeadings && !isNamedLikeForm)) continue;
    first ??= place;
    numbered += 1;
    if (numbered >= ENOUGH_NUMBERED) return isUnderForeignHeadings(grid, first.row, scheme) ? null : first;
  }
  return null;
}

/** "Biểu 02 (tiếp)", "bieu so 2". */
const NAMED_LIKE_FORM = /^bieu (?:so )?\d/;
const CELLS_OF_HEADINGS = 3;
/** A row of Biểu 02 says at least its title and one stage besides its number; one of Biểu 01 its number, date and subject. */
const CELLS_OF_ROW = 2;
const CELLS_OF_DOCUMENT = 3;
const ORDINAL = /^\d{1,4}[.)]?$/;

/** Null for a row of less than two cells: titles and notes. */
function lineAt(grid: Grid, index: number): Line | null {
  const inRow = grid.values[index] ?? [];
  const filled: number[] = [];
  for (let column = 0; column < inRow.length && filled.length <= CELLS_OF_DOCUMENT; column += 1) {
    if (!isBlank(inRow[column] ?? null)) filled.push(column);
  }
  const [first, second] = filled;
  if (first === undefined || second === undefined) return null;
  const isNumbered = ORDINAL.test(cellText(inRow[first] ?? null).trim());
  const cells = filled.map((column) => inRow[column] ?? null).slice(isNumbered ? 1 : 0);
  return { place: { row: grid.top + index, column: grid.left + first }, isNumbered, cells };
}

function isText(value: CellValue): boolean {
  return typeof value === "string";
}

/** The title of a work or the name of a commune, and something that is said of it. */
function isOfWork({ cells }: Line, scheme: Scheme): boolean {
  const [title] = cells;
  if (typeof title !== "string" || title.length > LONGEST_TITLE || cells.length < CELLS_OF_ROW) return false;
  return namesWork(title) || communeAlone(title, scheme, null).communes.length > 0;
}

const LONGEST_TITLE = 300;

function isOfDocument({ cells }: Line): boolean {
  const [number = null] = cells;
  return cells.length >= CELLS_OF_DOCUMENT && readDocumentNumber(number).status === "ok";
}

/** How far above its rows a table may have its headings. */
const ROWS_OF_HEADINGS = 6;
/** One may be a column that somebody added. */
const FOREIGN_ENOUGH = 2;

/** True below headings that only other tables have: a register of documents, a list of books. */
function isUnderForeignHeadings(grid: Grid, row: number, { forms }: Scheme): boolean {
  const vocabularies = forms.map(vocabularyOf);
  return range(Math.max(grid.top, row - ROWS_OF_HEADINGS), row - 1).some((above) => {
    const width = grid.values[above - grid.top]?.length ?? 0;
    const texts = range(grid.left, grid.left + width - 1).map((column) => textAt(grid, above, column));
    const foreign = texts.filter(
      (text) => text !== "" && vocabularies.some((vocabulary) => isForeign(text, vocabulary))
    );
    return foreign.length >= FOREIGN_ENOUGH;
  });
}
