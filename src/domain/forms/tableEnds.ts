/** Where one table of a sheet ends and the title of the next begins. */
import type { FormSpec } from "../../schemes/types";
import type { Grid } from "../grid";
import { plainWords } from "../text/normalize";
import { textAt } from "./header";
import type { LocatedForm } from "./locate";

/**
 * Where the rows of a form end (exclusive, zero-based sheet row): at the title of the next form below it, or at the end
 * of the used range.
 * @param all every form of the sheet, this one among them
 */
export function endOfRows(form: LocatedForm, all: readonly LocatedForm[]): number {
  const ends = known.get(all) ?? findEnds(all);
  known.set(all, ends);
  return ends.get(form) ?? endOfGrid(form);
}

/** One form after the other is asked of the same sheet. */
const known = new WeakMap<readonly LocatedForm[], ReadonlyMap<LocatedForm, number>>();

/** From the bottom upwards, with the titles passed so far by their columns: a sheet may have very many forms. */
function findEnds(all: readonly LocatedForm[]): ReadonlyMap<LocatedForm, number> {
  const ends = new Map<LocatedForm, number>();
  const highestTitle = new Map<number, number>();
  const passing = [...all].sort((a, b) => b.headerTop - a.headerTop);
  let passed = 0;
  for (const form of [...all].sort((a, b) => b.headerBottom - a.headerBottom)) {
    for (
      let next = passing[passed];
      next !== undefined && next.headerTop > form.headerBottom;
      next = passing[passed]
    ) {
      const top = titleTop(next);
      for (let column = next.left; column <= next.right; column += 1) {
        highestTitle.set(column, Math.min(top, highestTitle.get(column) ?? top));
      }
      passed += 1;
    }
    let title = Infinity;
    for (let column = form.left; column <= form.right; column += 1) {
      title = Math.min(title, highestTitle.get(column) ?? Infinity);
    }
    ends.set(form, Math.min(endOfGrid(form), Math.max(form.headerBottom + 1, title)));
  }
  return ends;
}

function endOfGrid({ grid }: LocatedForm): number {
  return grid.top + grid.values.length;
}

/**
 * First zero-based sheet row of a form's title: lines of one text each above the header. They are its title from the line
 * that names the form on, else from the last blank line on. The header's own first row when there is no title.
 */
export function titleTop(place: LocatedForm): number {
  const { form, headerTop } = place;
  const { lines, until } = linesAbove(place);
  const naming = lines.filter(({ text }) => namesForm(text, form));
  const blank = blankAbove(lines);
  return Math.min(
    headerTop,
    blank !== null && blank > until ? blank : headerTop,
    naming[naming.length - 1]?.row ?? headerTop
  );
}

interface Line {
  readonly row: number;
  readonly text: string;
}

/** The row above the lowest lines that follow each other. */
function blankAbove(lines: readonly Line[]): number | null {
  const [lowest] = lines;
  if (lowest === undefined) return null;
  const gap = lines.findIndex(({ row }, index) => row !== lowest.row - index);
  return lowest.row - (gap < 0 ? lines.length : gap);
}

interface LinesAbove {
  /** Rows with one text within the table's columns, from the header upwards. */
  readonly lines: readonly Line[];
  /** The row that ends them: one with several texts, or the one above the used range. */
  readonly until: number;
}

function linesAbove({ grid, headerTop, left, right }: LocatedForm): LinesAbove {
  const above = writtenAbove(grid);
  const lines: Line[] = [];
  const start = Math.min(headerTop - grid.top, grid.values.length);
  for (let index = above[start] ?? -1; index >= 0; index = above[index] ?? -1) {
    const row = grid.top + index;
    const [text, another] = firstTexts(grid, row, left, right);
    if (another !== undefined) return { lines, until: row };
    if (text !== undefined) lines.push({ row, text });
  }
  return { lines, until: grid.top - 1 };
}

/** Sheets are never changed, and each of their forms is asked for its title. */
const writtenRows = new WeakMap<Grid, Int32Array>();

/**
 * For each row of `values`, and the end of them, the next one above that has any cells; -1 where there is none. Somebody
 * who types something at the bottom of a sheet leaves very many without.
 */
function writtenAbove(grid: Grid): Int32Array {
  const known = writtenRows.get(grid);
  if (known !== undefined) return known;
  const above = new Int32Array(grid.values.length + 1).fill(-1);
  grid.values.forEach((row, index) => {
    above[index + 1] = row.length > 0 ? index : (above[index] ?? -1);
  });
  writtenRows.set(grid, above);
  return above;
}

/** The first two texts of a row between two columns. */
function firstTexts(grid: Grid, row: number, left: number, right: number): readonly string[] {
  const texts: string[] = [];
  const last = Math.min(right, grid.left + (grid.values[row - grid.top]?.length ?? 0) - 1);
  for (let column = left; column <= last && texts.length < 2; column += 1) {
    const text = textAt(grid, row, column);
    if (text !== "") texts.push(text);
  }
  return texts;
}

/** "Biểu số 02:", or a line of the printed title. */
function namesForm(text: string, form: FormSpec): boolean {
  const words = ` ${plainWords(text)} `;
  return [form.label, form.name, ...form.title]
    .map((line) => plainWords(line.replace(/\{.*/, "")))
    .some((line) => line.split(" ").length > 1 && words.includes(` ${line} `));
}
