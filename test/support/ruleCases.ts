/** Rows of the two forms for tests of single rules. */
import { checkWorkbook } from "../../src/domain/check";
import type { Finding } from "../../src/domain/findings";
import type { CellValue } from "../../src/domain/grid";
import { deAn02 } from "../../src/schemes";
import { documentsGrid, workbook, worksGrid } from "./grids";

const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;

/** Cells by column key. */
export type Cells = Readonly<Record<string, CellValue>>;

/** A row of Biểu 01 of Hạ Lang without findings, with some cells replaced by column key. */
export function documentRow(changes: Cells = {}): CellValue[] {
  return Object.values({
    ordinal: 1,
    number: "01-KH/HU",
    date: "1/2/2022",
    subject: "Kế hoạch thực hiện Đề án",
    issuer: "Huyện uỷ Hạ Lang",
    ...changes,
  });
}

/** A row of Biểu 02 of Hạ Lang without findings, with some cells replaced by column key. */
export function workRow(changes: Cells = {}): CellValue[] {
  return Object.values({
    ordinal: 1,
    title: "Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020",
    published: "8/2022",
    appraised: null,
    workshop: null,
    compiling: null,
    funds: 50_000_000,
    ...changes,
  });
}

/** Findings of Biểu 01 of Hạ Lang in the survey of 2023 (25/6/2021 - 10/6/2023); rows begin in row 2. */
export function documentFindings(...rows: readonly (readonly CellValue[])[]): readonly Finding[] {
  const sheets = [documentsGrid(rows)];
  return checkWorkbook(workbook({ unit: "ha-lang", sheets }), options).findings;
}

/** Findings on the number cells of a table with these numbers, by number as written. */
export function numberFindings(numbers: readonly string[]): ReadonlyMap<string, readonly Finding[]> {
  // Each document has its own day: the same number is then no duplicate.
  const day = (index: number) => new Date(Date.UTC(2021, 5, 25 + index)).toISOString().slice(0, 10);
  const groups = Array.from({ length: Math.ceil(numbers.length / DAYS) }, (_, group) =>
    numbers.slice(group * DAYS, (group + 1) * DAYS)
  );
  const found = groups.flatMap((group) => {
    const rows = group.map((number, index) =>
      documentRow({ number, date: { kind: "date", iso: day(index) } })
    );
    const findings = documentFindings(...rows).filter(({ cell }) => cell.startsWith("B"));
    return group.map(
      (number, index) => [number, findings.filter(({ row }) => row === index + FIRST_ROW)] as const
    );
  });
  return new Map(found);
}

/** Days of the survey's window, rounded down. */
const DAYS = 700;
const FIRST_ROW = 2;

/** The same for the annual round of a year (up to 14/12, checked on 31/12). */
export function documentFindingsOf(
  year: number,
  ...rows: readonly (readonly CellValue[])[]
): readonly Finding[] {
  const content = workbook({ unit: "ha-lang", round: `hang-nam-${year}`, sheets: [documentsGrid(rows)] });
  return checkWorkbook(content, { ...options, asOf: `${year}-12-31` }).findings;
}

/**
 * Findings of Biểu 02 of Hạ Lang in the survey of 2023; rows begin in row 3. That a table of one row leaves the other
 * communes unmentioned is left out: it would stand in every test.
 */
export function workFindings(...rows: readonly (readonly CellValue[])[]): readonly Finding[] {
  const sheets = [worksGrid(rows)];
  return checkWorkbook(workbook({ unit: "ha-lang", sheets }), options).findings.filter(
    ({ rule }) => rule !== "communes-not-mentioned"
  );
}

/** The findings of one rule. */
export function ofRule(findings: readonly Finding[], rule: string): readonly Finding[] {
  return findings.filter((finding) => finding.rule === rule);
}
