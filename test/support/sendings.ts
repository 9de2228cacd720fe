/** What a unit sends again and again, and what comes of merging it at once or one after the other. */
import fc from "fast-check";
import type { CellValue, WorkbookContent } from "../../src/domain/grid";
import type { UnsentRow } from "../../src/domain/merge/mergeRows";
import { type MergePlan, planMerge } from "../../src/domain/merge/plan";
import type { MergedState } from "../../src/domain/merge/state";
import { computeProgress } from "../../src/domain/progress/progress";
import { deAn02 } from "../../src/schemes";
import { documentsGrid, workbook, worksGrid } from "./grids";

const asOf = "2023-06-30";
const scheme = deAn02;

const plan = (workbooks: readonly WorkbookContent[], previous: MergedState | null): MergePlan =>
  planMerge({ previous, workbooks, scheme, asOf, language: "vi" });

/** What officials look at after merging. */
export type Merged = Pick<MergePlan, "state" | "unsent" | "conflicts">;

export const atOnce = (files: readonly WorkbookContent[]): Merged => plan(files, null);

export const atOnceAfter = (previous: MergedState, files: readonly WorkbookContent[]): Merged =>
  plan(files, previous);

/** What comes of files one after the other, and what was said to be left out on the way, oldest first. */
export interface Course extends Merged {
  readonly unsentByStep: readonly (readonly UnsentRow[])[];
}

export function oneAfterTheOther(
  files: readonly WorkbookContent[],
  previous: MergedState | null = null
): Course {
  const [first, ...others] = files;
  const begun = plan(first ? [first] : [], previous);
  return others.reduce<Course>(
    (before, file) => {
      const merged = plan([file], before.state);
      return { ...merged, unsentByStep: [...before.unsentByStep, merged.unsent] };
    },
    { ...begun, unsentByStep: [begun.unsent] }
  );
}

/**
 * At once all is named that the last file leaves out, and what an earlier one has left out and none has sent since: which of
 * these is still left out cannot be told here, where several rows have one name.
 */
export function expectSame(together: Merged, course: Course): void {
  expect(outcomeOf(together)).toEqual(outcomeOf(course));
  const names = (rows: readonly UnsentRow[]) => rows.map((row) => JSON.stringify(row)).sort();
  const [atOnceNamed, lastNamed] = [names(together.unsent), names(course.unsent)];
  if (
    course.unsentByStep.length === 1 ||
    course.unsentByStep.slice(0, -1).every(({ length }) => length === 0)
  ) {
    expect(atOnceNamed).toEqual(lastNamed);
  }
  expect(without(lastNamed, atOnceNamed)).toEqual([]);
  const everNamed = new Set(names(course.unsentByStep.flat()));
  expect(atOnceNamed.filter((name) => !everNamed.has(name))).toEqual([]);
}

/** Those that the others lack, or have less often. */
function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const count = (list: readonly string[], wanted: string) => list.filter((name) => name === wanted).length;
  return names.filter((name) => count(names, name) > count(others, name));
}

/** What has to be the same both ways; in which place a row stands, and which of equal ones was taken, need not be. */
export function outcomeOf({ state, conflicts }: Merged) {
  const sorted = <T>(rows: readonly T[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();
  const { targets, units, funds } = computeProgress(state, { scheme, asOf });
  const said = ({ unit, cells }: { unit: string; cells: MergedState["works"][number]["cells"] }) =>
    [unit, Object.entries({ ...cells, ordinal: null }).filter(([, value]) => value !== null).sort(byName)] as const; // prettier-ignore
  return {
    documents: sorted(state.documents.map(said)),
    works: sorted(state.works.map((row) => [said(row), row.facts])),
    base: sorted(state.base.map((row) => [row.form, said(row)])),
    targets: targets.map(({ id, done, denominator }) => ({ id, done, denominator })),
    units: units.map(({ unit, stages, manuscript, funds: raised }) => ({ unit, stages, manuscript, raised })),
    funds,
    conflicts: sorted(conflicts),
  };
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type Row = readonly CellValue[];

const anyTitle = fc.constantFrom(
  ...["An Lạc", "An Lặc", "Kim Loan", "Thị Hoa", "Đức Quang", "An Lạc và xã Kim Loan", "Việt Chu"].map(
    (name) => `Lịch sử Đảng bộ xã ${name}`
  ),
  "Lịch sử Đảng bộ xã An Lạc (1930 - 2020)",
  "Biên niên sự kiện lịch sử Đảng bộ xã An Lạc",
  "Kỷ yếu Hội Nông dân huyện Hạ Lang",
  "Kỷ yếu Hội Nông dân huyện Hạ Lang khóa X",
  "Địa chí Hạ Lang"
);
const anyPublished = fc.constantFrom<CellValue>(null, "5/2022", "2021");
const anyMark = fc.constantFrom<CellValue>(null, "x");
const anyFunds = fc.constantFrom<CellValue>(null, "10 triệu", "15 triệu");
const anyWork: fc.Arbitrary<Row> = fc.tuple(anyTitle, anyPublished, anyMark, anyMark, anyMark, anyFunds);

const anyNumber = fc.constantFrom<CellValue>("05-KH/HU", "50-KH/HU", "12-CV/HU", "7-BC/HU");
const anyDate = fc.constantFrom<CellValue>("10/8/2021", "12/8/2021", "10/8/21", null);
const anySubject = fc.constantFrom<CellValue>("Kế hoạch thực hiện Đề án", "Rà soát", "Báo cáo kết quả");
const anyIssuer = fc.constantFrom<CellValue>("Huyện uỷ Hạ Lang", "Huyện uỷ", null);
const anyDocument: fc.Arbitrary<Row> = fc.tuple(anyNumber, anyDate, anySubject, anyIssuer);

/** What becomes of a table until it is sent again; `at` is the place of a row, counted round and round. */
type Edit = (rows: readonly Row[]) => readonly Row[];

function anyEdit(anyRow: fc.Arbitrary<Row>): fc.Arbitrary<Edit> {
  const place = fc.nat(11);
  const cell = fc.tuple(place, fc.nat(5), anyRow).map(([at, column, other]): Edit => {
    return (rows) =>
      rows.map((row, index) =>
        index === at % rows.length
          ? row.map((value, place) => (place === column ? (other[place] ?? null) : value))
          : row
      );
  });
  const drop = place.map(
    (at): Edit =>
      (rows) =>
        rows.filter((_, index) => index !== at % rows.length)
  );
  const add = anyRow.map((row): Edit => (rows) => [...rows, row]);
  const part = fc.tuple(place, place).map(([from, count]): Edit => {
    return (rows) => rows.slice(from % (rows.length + 1)).slice(0, count);
  });
  return fc.oneof({ weight: 4, arbitrary: cell }, drop, add, part);
}

/** A table and what it is like each time that it is sent. */
function anyVersions(anyRow: fc.Arbitrary<Row>): fc.Arbitrary<readonly (readonly Row[])[]> {
  return fc
    .tuple(
      fc.array(anyRow, { maxLength: 7 }),
      fc.array(fc.array(anyEdit(anyRow), { maxLength: 3 }), { minLength: 3, maxLength: 3 })
    )
    .map(([first, sendings]) =>
      sendings.reduce<readonly (readonly Row[])[]>(
        (versions, edits) => [...versions, edits.reduce((rows, edit) => edit(rows), versions.at(-1) ?? [])],
        [first]
      )
    );
}

/** Files of one unit in the order in which they were saved. */
export const anySendings: fc.Arbitrary<readonly WorkbookContent[]> = fc
  .tuple(anyVersions(anyWork), anyVersions(anyDocument), fc.integer({ min: 2, max: 4 }))
  .map(([works, documents, count]) =>
    works.slice(0, count).map((rows, index) =>
      workbook({
        unit: "ha-lang",
        file: `${index + 1}.xlsx`,
        modified: `2023-05-0${index + 1}T08:00:00Z`,
        sheets: [documentsGrid(numbered(documents[index] ?? [])), worksGrid(numbered(rows))],
      })
    )
  );

function numbered(rows: readonly Row[]): readonly Row[] {
  return rows.map((row, index) => [index + 1, ...row]);
}
