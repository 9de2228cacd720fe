/** Merging into tables whose rows were keyed by an earlier reading of the same cells. */
import type { CellValue } from "../../../../src/domain/grid";
import { planMerge } from "../../../../src/domain/merge/plan";
import type { MergedState } from "../../../../src/domain/merge/state";
import { readDocument } from "../../../../src/domain/records";
import { comparisonKey } from "../../../../src/domain/text/normalize";
import { deAn02 } from "../../../../src/schemes";
import { documentsGrid, workbook, worksGrid } from "../../../support/grids";

type Document = readonly [number: string, date: string, issuer: string, subject?: string];

const sent = (documents: readonly Document[], works: readonly CellValue[] = []) =>
  workbook({
    unit: "ha-lang",
    sheets: [
      documentsGrid(
        documents.map(([number, date, issuer, subject = "Đề án"], index) => [
          index + 1,
          number,
          date,
          subject,
          issuer,
        ])
      ),
      worksGrid(works.map((title, index) => [index + 1, title, "8/2022", null, null, null, null])),
    ],
  });

const plan = (file: ReturnType<typeof sent>, previous: MergedState | null = null) =>
  planMerge({ previous, workbooks: [file], scheme: deAn02, asOf: "2023-06-30", language: "vi" });

/** The key that a document had while its issuer was taken as it is written. */
function olderKey(cells: MergedState["documents"][number]["cells"]): string {
  const { number, date, issuer } = readDocument({ row: 0, cells });
  if (number.status !== "ok" || date.status !== "ok") throw new Error("not a clean row");
  return `${comparisonKey(number.clean)}|${comparisonKey(issuer)}|${date.iso}`;
}

function withOlderKeys(state: MergedState, workKey: (key: string) => string = (key) => key): MergedState {
  return {
    ...state,
    documents: state.documents.map((row) => ({ ...row, key: olderKey(row.cells) })),
    works: state.works.map((row) => ({ ...row, key: workKey(row.key) })),
    base: state.base.map((row) => ({
      ...row,
      key: row.form === "bieu-01" ? olderKey(row.cells) : workKey(row.key),
    })),
  };
}

const DOCUMENTS: readonly Document[] = [
  ["02-ĐA/TU", "25/6/2021", "Tỉnh uỷ"],
  ["02-ĐA/TU", "25/6/2021", "Tỉnh uỷ Cao Bằng"],
  ["154-KH/BTGTU", "9/5/2023", "Ban Tuyên giáo"],
  ["01-KH/HU", "1/2/2022", "Ban Thường vụ Huyện uỷ Hạ Lang"],
];
const before = withOlderKeys(plan(sent(DOCUMENTS)).state);
const cellsOf = ({ documents }: MergedState) => documents.map(({ cells }) => cells);

test("the keys are other ones", () => {
  expect(before.documents.map(({ key }) => key)).not.toEqual(
    plan(sent(DOCUMENTS)).state.documents.map(({ key }) => key)
  );
});

test("the same file again changes nothing but the keys", () => {
  const again = plan(sent(DOCUMENTS), before);
  expect(again.accounted).toEqual({ read: 4, merged: 0, duplicate: 4, rejected: 0 });
  expect([again.changes, again.conflicts, again.unsent]).toEqual([[], [], []]);
  expect(cellsOf(again.state)).toEqual(cellsOf(before));
  expect(plan(sent(DOCUMENTS), again.state).state.documents).toEqual(again.state.documents);
});

test("a part with corrected rows corrects them where they stand", () => {
  const part = sent([
    ["154-KH/BTGTU", "9/5/2023", "Ban Tuyên giáo Tỉnh uỷ", "Khảo sát"],
    ["01-KH/HU", "1/2/2022", "Huyện uỷ Hạ Lang"],
  ]);
  const { state, changes } = plan(part, before);
  expect(cellsOf(state).map(({ number, subject, issuer }) => [number, subject, issuer])).toEqual([
    ["02-ĐA/TU", "Đề án", "Tỉnh uỷ"],
    ["02-ĐA/TU", "Đề án", "Tỉnh uỷ Cao Bằng"],
    ["154-KH/BTGTU", "Khảo sát", "Ban Tuyên giáo Tỉnh uỷ"],
    ["01-KH/HU", "Đề án", "Huyện uỷ Hạ Lang"],
  ]);
  expect(changes.map(({ kind, renamedFrom }) => [kind, renamedFrom])).toEqual([
    ["changed", null],
    ["changed", null],
  ]);
});

test("what the province corrected meanwhile stays", () => {
  const corrected: MergedState = {
    ...before,
    documents: before.documents.map((row) => ({ ...row, cells: { ...row.cells, subject: "Đã sửa" } })),
  };
  const { state } = plan(sent(DOCUMENTS), corrected);
  expect(cellsOf(state).map(({ subject }) => subject)).toEqual(DOCUMENTS.map(() => "Đã sửa"));
});

test("a row that the province had added is the one that a unit sends later", () => {
  const added: MergedState = { ...before, base: [], documents: before.documents.slice(2, 3) };
  const { state } = plan(sent([["154-KH/BTGTU", "9/5/2023", "Ban Tuyên giáo"]]), added);
  expect(state.documents).toHaveLength(1);
});

test("works that were read otherwise are no new ones", () => {
  const title = "Lịch sử Đảng bộ xã An Lạc và lịch sử Đảng bộ xã Kim Loan";
  const file = sent([], [title, "Lịch sử Đảng bộ xã Thị Hoa"]);
  const read = withOlderKeys(plan(file).state, (key) =>
    key.includes("kim loan") ? "xa-01555|history" : key
  );
  expect(read.works.map(({ key }) => key)).toContain("xa-01555|history");
  const again = plan(file, read);
  expect(again.accounted).toEqual({ read: 2, merged: 0, duplicate: 2, rejected: 0 });
  expect(again.state.works.map(({ cells }) => cells["title"])).toEqual(
    read.works.map(({ cells }) => cells["title"])
  );
});
