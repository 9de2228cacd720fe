/** The numbers in the column TT, section by section. */
import type { FormTable } from "../records";
import { cellText } from "../values/cells";

export interface OrdinalProblem {
  /** Zero-based sheet row. */
  readonly row: number;
  readonly kind: "missing" | "out-of-sequence";
  /** Number of the row before in the section; null at its beginning. */
  readonly previous: number | null;
  /** The number that makes the sequence right when it alone is put in; null when more than one row is wrong. */
  readonly expected: number | null;
}

interface Item {
  readonly row: number;
  readonly text: string;
  /** Null when the cell has no whole number. */
  readonly ordinal: number | null;
}

/** Rows whose number is missing or does not follow. A section may begin with 1 or go on counting. */
export function ordinalProblems(table: FormTable): readonly OrdinalProblem[] {
  const sections = sectionsOf(table);
  const numbered = sections.flat().filter(({ ordinal }) => ordinal !== null).length;
  const rows = table.rows.length;
  // Tables that are not numbered, or are numbered in another way, are not this rule's business.
  if (numbered === 0 || numbered * 2 < rows) return [];
  const problems: OrdinalProblem[] = [];
  let last = 0;
  for (const section of sections) {
    problems.push(...problemsOfSection(section, last));
    last = section.reduce((latest, { ordinal }) => ordinal ?? latest, last);
  }
  return problems;
}

function sectionsOf({ rows, leftOut }: FormTable): readonly (readonly Item[])[] {
  const starts = leftOut.filter(({ reason }) => reason === "section").map(({ row }) => row);
  const sections: Item[][] = [[]];
  let passed = 0;
  for (const { row, cells } of rows) {
    while (passed < starts.length && (starts[passed] ?? Infinity) < row) {
      passed += 1;
      sections.push([]);
    }
    const text = cellText(cells["ordinal"] ?? null).trim();
    sections[sections.length - 1]?.push({ row, text, ordinal: wholeNumber(text) });
  }
  return sections;
}

function wholeNumber(text: string): number | null {
  return /^\d{1,6}\.?$/.test(text) ? Number.parseInt(text, 10) : null;
}

/** `ordinal - index` stays the same along a right sequence. */
function problemsOfSection(section: readonly Item[], lastBefore: number): readonly OrdinalProblem[] {
  const shifts = section.map(({ ordinal }, index) => (ordinal === null ? null : ordinal - index));
  const nextShifts = followingShifts(shifts);
  const problems: OrdinalProblem[] = [];
  let shift = firstShift(shifts, lastBefore);
  let previous: number | null = null;
  section.forEach(({ row, text, ordinal }, index) => {
    const own = shifts[index] ?? null;
    const next = nextShifts[index] ?? null;
    const fits = next === null || next === shift;
    if (ordinal === null) {
      const expected = fits && shift !== null ? index + shift : null;
      if (text === "") problems.push({ row, kind: "missing", previous, expected });
      return;
    }
    if (own !== shift) {
      const expected = fits && shift !== null ? index + shift : null;
      problems.push({ row, kind: "out-of-sequence", previous, expected });
      if (!fits || shift === null) shift = own;
    }
    previous = ordinal;
  });
  return problems;
}

/** For each place the shift of the next numbered row. */
function followingShifts(shifts: readonly (number | null)[]): readonly (number | null)[] {
  const following: (number | null)[] = [];
  let next: number | null = null;
  for (let index = shifts.length - 1; index >= 0; index -= 1) {
    following[index] = next;
    next = shifts[index] ?? next;
  }
  return following;
}

/** The shift that a section begins with: that of 1 or of the number after the last section's, if a row has it. */
function firstShift(shifts: readonly (number | null)[], lastBefore: number): number | null {
  const numbered = shifts.filter((shift) => shift !== null);
  const wanted = [1, lastBefore + 1];
  return numbered.slice(0, 2).find((shift) => wanted.includes(shift)) ?? null;
}
