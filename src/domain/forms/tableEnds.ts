/** Where one table of a sheet ends and the title of the next begins. */
import type { FormSpec } from "../../schemes/types";
import type { Grid } from "../grid";
import { range, textAt } from "./header";
import { plainWords } from "./headings";
import type { LocatedForm, TablePlace } from "./locate";

export function shareColumns(a: TablePlace, b: TablePlace): boolean {
  return a.left <= b.right && b.left <= a.right;
}

/**
 * Where the rows of a form end (exclusive, zero-based sheet row): at the title of the next form below it, or at the end
 * of the used range.
 * @param all every form of the sheet
 */
export function endOfRows(form: LocatedForm, all: readonly LocatedForm[]): number {
  const below = all.filter((other) => other.headerTop > form.headerBottom && shareColumns(other, form));
  const ends = below.map((next) => Math.max(form.headerBottom + 1, titleTop(next)));
  return Math.min(form.grid.top + form.grid.values.length, ...ends);
}

/**
 * First zero-based sheet row of a form's title: lines of one text each above the header. They are its title from the line
 * that names the form on, else from the last blank line on. The header's own first row when there is no title.
 */
export function titleTop(place: LocatedForm): number {
  const { form, headerTop } = place;
  const lines = linesAbove(place);
  const naming = lines.filter(({ text }) => namesForm(text, form)).map(({ row }) => row);
  const blank = lines.find(({ row, text }) => text === "" && hasTextBetween(lines, row, headerTop));
  return Math.min(headerTop, blank?.row ?? headerTop, ...naming);
}

interface Line {
  readonly row: number;
  readonly text: string;
}

/** Rows with at most one text within the table's columns, from the one above the header upwards. */
function linesAbove({ grid, headerTop, left, right }: LocatedForm): readonly Line[] {
  const lines: Line[] = [];
  for (let row = headerTop - 1; row >= grid.top; row -= 1) {
    const texts = textsIn(grid, row, left, right);
    if (texts.length > 1) break;
    lines.push({ row, text: texts[0] ?? "" });
  }
  return lines;
}

function textsIn(grid: Grid, row: number, left: number, right: number): readonly string[] {
  return range(left, right)
    .map((column) => textAt(grid, row, column))
    .filter((text) => text !== "");
}

function hasTextBetween(lines: readonly Line[], top: number, bottom: number): boolean {
  return lines.some(({ row, text }) => row > top && row < bottom && text !== "");
}

/** "Biểu số 02:", or a line of the printed title. */
function namesForm(text: string, form: FormSpec): boolean {
  const words = ` ${plainWords(text)} `;
  return [form.label, form.name, ...form.title]
    .map((line) => plainWords(line.replace(/\{.*/, "")))
    .some((line) => line.split(" ").length > 1 && words.includes(` ${line} `));
}
