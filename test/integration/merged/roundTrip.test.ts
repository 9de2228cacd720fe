/** What a merge produced, written as a workbook and read back, is what it was. */
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CellValue, WorkbookContent } from "../../../src/domain/grid";
import { type MergePlan, planMerge } from "../../../src/domain/merge/plan";
import { readMergedState } from "../../../src/domain/merge/readState";
import { unreadRows } from "../../../src/domain/merge/unreadRows";
import type { MergedState } from "../../../src/domain/merge/state";
import { computeProgress } from "../../../src/domain/progress/progress";
import { comparisonKey } from "../../../src/domain/text/normalize";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { mergedWorkbook } from "../../../src/layout/merged";
import { deAn02 } from "../../../src/schemes";
import { documentsGrid, workbook, worksGrid } from "../../support/grids";
import { anySendings, expectSame } from "../../support/sendings";

const SAMPLES = join(__dirname, "../../../assets/samples");
const asOf = "2023-06-30";
const scheme = deAn02;

async function read(bytes: Uint8Array, file: string): Promise<WorkbookContent> {
  const result = await readWorkbook(bytes, file);
  if (!result.ok) throw new Error(result.error.message);
  return result.workbook;
}

async function writtenAndRead({ state, round }: MergePlan): Promise<MergedState | null> {
  const figures = computeProgress(state, { scheme, asOf });
  const bytes = await writeWorkbook(mergedWorkbook({ state, scheme, round, figures, asOf }));
  const content = await read(bytes, "tong-hop.xlsx");
  expect(unreadRows(content, scheme)).toEqual([]);
  return readMergedState(content, scheme);
}

const plan = (workbooks: readonly WorkbookContent[]) =>
  planMerge({ previous: null, workbooks, scheme, asOf, language: "vi" });

test("the samples", async () => {
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith(".xlsx"));
  const workbooks = await Promise.all(files.map((name) => read(readFileSync(join(SAMPLES, name)), name)));
  const merged = plan(workbooks);
  expect(await writtenAndRead(merged)).toEqual(merged.state);
});

const communes = scheme.communes.filter(({ unit }) => unit === "ha-lang");
const anyTitle = fc.oneof(
  fc.constantFrom(...communes).map(({ type, name }) => `Lịch sử Đảng bộ ${type} ${name}`),
  fc.constantFrom(
    "=1+1",
    "+84",
    "@x",
    "__proto__",
    "<b>đậm</b>",
    "'nháy",
    "0123",
    "02-03",
    "dòng 1\ndòng 2",
    "TRUE"
  )
);
const anyCell = fc.constantFrom<CellValue>(
  null,
  "x",
  "lần 2, 15/8/2022",
  '=HYPERLINK("http://a")',
  "8/2022",
  2022,
  { kind: "date", iso: "2022-08-15" },
  "50 triệu",
  50_000_000
);
const anyRows = fc.array(fc.tuple(anyTitle, anyCell, anyCell, anyCell, anyCell, anyCell), { maxLength: 8 });

test("whatever the districts wrote", async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, anyRows, async (works, documents) => {
      const numbered = (rows: readonly (readonly CellValue[])[]) =>
        rows.map((row, index) => [index + 1, ...row]);
      const sheets = [
        worksGrid(numbered(works)),
        documentsGrid(numbered(documents).map((row) => row.slice(0, 5))),
      ];
      const merged = plan([workbook({ unit: "ha-lang", sheets })]);
      const back = await writtenAndRead(merged);
      expect(back).toEqual(merged.state);
      expect(back && computeProgress(back, { scheme, asOf })).toEqual(
        computeProgress(merged.state, { scheme, asOf })
      );
    }),
    { numRuns: 25 }
  );
});

test("files merged one after the other, each into the workbook of the one before, are as if merged at once", async () => {
  await fc.assert(
    fc.asyncProperty(anySendings, async ([first, ...others]) => {
      const files = [first!, ...others];
      let merged = plan([first!]);
      const unsentByStep = [merged.unsent];
      for (const file of others) {
        const previous = await writtenAndRead(merged);
        merged = planMerge({ previous, workbooks: [file], scheme, asOf, language: "vi" });
        unsentByStep.push(merged.unsent);
      }
      expectSame(plan(files), { ...merged, unsentByStep });
    }),
    { numRuns: 12 }
  );
});

test("shares typed over and communes ticked by the province are read back", async () => {
  const merged = plan([]);
  const state: MergedState = {
    ...merged.state,
    shares: merged.state.shares.map((share) => (share.unit === "hoa-an" ? { ...share, typed: 3 } : share)),
    communesWithBook: [...merged.state.communesWithBook, "01318"].sort(),
  };
  expect(await writtenAndRead({ ...merged, state })).toEqual(state);
});

test("what a manuscript is and the days of the summaries are read back", async () => {
  const merged = plan([]);
  const snapshots = [
    { asOf: "2023-05-30", done: { "commune-published": 17, province: 0 }, funds: 50_000_000 },
    { asOf: "2023-06-30", done: { "commune-published": 19, province: 1 }, funds: 60_000_000 },
  ];
  for (const manuscriptStages of [["published"], ["compiling", "workshop", "published"], []] as const) {
    const state: MergedState = { ...merged.state, manuscriptStages, snapshots };
    expect(await writtenAndRead({ ...merged, state })).toEqual(state);
  }
});

describe("documents whose issuer is written in several ways", () => {
  const rows = [
    [1, "02-ĐA/TU", "25/6/2021", "Đề án", "Tỉnh uỷ Cao Bằng"],
    [2, "01-KH/HU", "1/2/2022", "Kế hoạch", "Ban Thường vụ Huyện uỷ Hạ Lang"],
  ];
  const file = workbook({ unit: "ha-lang", sheets: [documentsGrid(rows)] });
  const first = plan([file]);

  test("a workbook from when each way was a document of its own takes the same file without doubling a row", async () => {
    const keys = [
      `02-đa/tu|${comparisonKey("Tỉnh uỷ Cao Bằng")}|2021-06-25`,
      `01-kh/hu|${comparisonKey("Ban Thường vụ Huyện uỷ Hạ Lang")}|2022-02-01`,
    ];
    const withKeys = <R>(table: readonly R[]) =>
      table.map((row, index) => ({ ...row, key: keys[index] ?? "" }));
    const { documents, base } = first.state;
    const older: MergedState = { ...first.state, documents: withKeys(documents), base: withKeys(base) };
    const previous = await writtenAndRead({ ...first, state: older });
    expect(previous?.documents.map(({ key }) => key)).toEqual(keys);
    const again = planMerge({ previous, workbooks: [file], scheme, asOf, language: "vi" });
    expect(again.accounted).toEqual({ read: 2, merged: 0, duplicate: 2, rejected: 0 });
    expect(again.state.documents.map(({ cells }) => cells)).toEqual(documents.map(({ cells }) => cells));
    expect(again.changes).toEqual([]);
  });

  test("a row that the province adds stays beside the one of its document", async () => {
    const [sent] = first.state.documents;
    const added = { ...sent!, key: "", cells: { ...sent!.cells, issuer: "Tỉnh uỷ" } };
    const state: MergedState = { ...first.state, documents: [...first.state.documents, added] };
    const previous = await writtenAndRead({ ...first, state });
    const again = planMerge({ previous, workbooks: [file], scheme, asOf, language: "vi" });
    expect(again.state.documents.map(({ cells }) => cells["issuer"])).toEqual([
      "Tỉnh uỷ Cao Bằng",
      "Ban Thường vụ Huyện uỷ Hạ Lang",
      "Tỉnh uỷ",
    ]);
  });
});

test("a district's own workbook is no merged workbook", async () => {
  const content = await read(readFileSync(join(SAMPLES, "thach-an.xlsx")), "thach-an.xlsx");
  expect(readMergedState(content, scheme)).toBeNull();
});
