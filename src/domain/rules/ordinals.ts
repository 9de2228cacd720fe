/** The numbers in the column TT, section by section. */
import type { FormRow } from "../forms/readRows";
import type { FormTable } from "../records";
import { cellText } from "../values/cells";

export interface OrdinalProblem {
  /** Zero-based sheet row. */
  readonly row: number;
  readonly kind: "missing" | "out-of-sequence";
  /** Number of the row before in the section; null at its beginning. */
  readonly previous: number | null;
  /** The number that belongs here; null when the rows that follow would have to change as well. */
  readonly expected: number | null;
}

interface Item {
  readonly row: number;
  readonly text: string;
  /** Null when the cell has no whole number. */
  readonly ordinal: number | null;
}

/** Two rules ask of the same table. */
const known = new WeakMap<FormTable, readonly OrdinalProblem[]>();

/** Rows whose number is missing or does not follow. A section may begin with 1 or go on counting. */
export function ordinalProblems(table: FormTable): readonly OrdinalProblem[] {
  const problems = known.get(table) ?? findProblems(table);
  known.set(table, problems);
  return problems;
}

function findProblems(table: FormTable): readonly OrdinalProblem[] {
  if (isInOrder(table)) return [];
  const sections = sectionsOf(table);
  const numbered = sections.flat().filter(({ ordinal }) => ordinal !== null).length;
  const rows = table.rows.length;
  // Tables that are not numbered, or are numbered in another way, are not this rule's business.
  if (numbered === 0 || numbered * 2 < rows) return [];
  let last = 0;
  return sections.flatMap((section) => {
    const problems = problemsOfSection(section, last);
    last = section.reduce((latest, { ordinal }) => ordinal ?? latest, last);
    return problems;
  });
}

/** Most tables count from 1 on. */
function isInOrder({ rows }: FormTable): boolean {
  return rows.every(({ cells }, index) => cells["ordinal"] === index + 1);
}

/** Parts of a row or heading ("2.1" below "2") have a count of their own, while the heading is counted with the rows. */
function sectionsOf({ rows, leftOut }: FormTable): readonly (readonly Item[])[] {
  const headings = leftOut.filter(({ reason }) => reason === "section");
  const sections: Item[][] = [[]];
  let passed = 0;
  for (const { row, cells } of rows) {
    const item = itemOf(row, cells);
    const isPart = PART.test(item.text);
    for (let next = headings[passed]; next !== undefined && next.row < row; next = headings[passed]) {
      passed += 1;
      const heading = itemOf(next.row, next.cells);
      if (!isPart || heading.ordinal === null) sections.push([]);
      else sections[sections.length - 1]?.push(heading);
    }
    if (!isPart) sections[sections.length - 1]?.push(item);
  }
  return sections;
}

const PART = /^\d{1,3}(?:[.,]\d{1,3})+\.?$/;

function itemOf(row: number, cells: FormRow["cells"]): Item {
  const text = cellText(cells["ordinal"] ?? null).trim();
  return { row, text, ordinal: wholeNumber(text) };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,6}\.?$/.test(text) ? Number.parseInt(text, 10) : null;
}

/**
 * `ordinal - index`, the shift, stays the same along a right sequence. A new shift that the next number confirms is a gap
 * or a repetition that only renumbering can mend; any other number that does not fit is wrong by itself.
 */
function problemsOfSection(section: readonly Item[], lastBefore: number): readonly OrdinalProblem[] {
  const shifts = section.map(({ ordinal }, index) => (ordinal === null ? null : ordinal - index));
  const following = followingShifts(shifts);
  const problems: OrdinalProblem[] = [];
  let shift = firstShift(shifts, lastBefore);
  let previous: number | null = null;
  section.forEach(({ row, text, ordinal }, index) => {
    const [own = null] = [shifts[index]];
    const [next = null, afterNext = null] = following[index] ?? [];
    if (ordinal === null) {
      const gapFollows = next !== null && next !== shift && next === afterNext;
      const expected = gapFollows ? null : index + shift;
      if (text === "") problems.push({ row, kind: "missing", previous, expected });
      return;
    }
    if (own !== null && own !== shift) {
      const isConfirmed = own === next;
      const expected = isConfirmed ? null : index + shift;
      problems.push({ row, kind: "out-of-sequence", previous, expected });
      if (isConfirmed) shift = own;
    }
    previous = ordinal;
  });
  return problems;
}

type Shifts = readonly (number | null)[];

/** For each place the shifts of the next two numbered rows. */
function followingShifts(shifts: Shifts): readonly Shifts[] {
  const following: Shifts[] = [];
  let next: Shifts = [];
  for (let index = shifts.length - 1; index >= 0; index -= 1) {
    following[index] = next;
    const own = shifts[index] ?? null;
    if (own !== null) next = [own, next[0] ?? null];
  }
  return following;
}

/** The shift that a section begins with: that of 1 or of the number after the last section's, if a row has it. */
function firstShift(shifts: Shifts, lastBefore: number): number {
  const numbered = shifts.filter((shift) => shift !== null);
  const wanted = [1, lastBefore + 1];
  return numbered.slice(0, 2).find((shift) => wanted.includes(shift)) ?? 1;
}
