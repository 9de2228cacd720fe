/**
 * The province's own review of 07/7/2023: 32 of 146 commune books published. Hạ Lang's works and those of the province
 * are the published ones; which 24 communes of other districts made up the rest the review does not say.
 */
import type { WorkbookContent } from "../../../src/domain/grid";
import { planMerge } from "../../../src/domain/merge/plan";
import { readMergedState } from "../../../src/domain/merge/readState";
import type { MergedState } from "../../../src/domain/merge/state";
import { computeProgress } from "../../../src/domain/progress/progress";
import { progressReport, type ProgressReport } from "../../../src/domain/progress/report";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { BLANK_SHEET } from "../../../src/layout/look";
import { mergedWorkbook } from "../../../src/layout/merged";
import type { CellContent } from "../../../src/layout/sheetSpec";
import { deAn02 } from "../../../src/schemes";
import { worksGrid } from "../../support/grids";

const scheme = deAn02;
const asOf = "2023-07-07";
const published = (title: string, time = "30/5/2023", funds: CellContent = null): CellContent[] => [
  title,
  time,
  null,
  null,
  null,
  funds,
];
const atWorkshop = (title: string): CellContent[] => [title, null, null, "lần 2", null, null];

const HA_LANG: CellContent[][] = [
  published("Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020", "30/5/2023", "50.000.000đ"),
  ...["Thị Hoa", "Cô Ngân", "Thắng Lợi", "Vinh Quý", "Lý Quốc", "Kim Loan", "Quang Long"].map((name) =>
    published(`Lịch sử Đảng bộ xã ${name}`)
  ),
  ...["xã Đức Quang", "xã Thống Nhất", "thị trấn Thanh Nhật", "xã Minh Long", "xã Đồng Loan"].map((name) =>
    atWorkshop(`Lịch sử Đảng bộ ${name}`)
  ),
];

const TRUNG_KHANH: CellContent[][] = [
  published("Lịch sử Đảng bộ xã Phong Châu (1946 - 2020)", "2020"),
  published("Lịch sử Đảng bộ huyện Trùng Khánh (1930 - 2005)", "2020"),
];

const QUAN_SU: CellContent[][] = [
  published("Lịch sử Đảng bộ Quân sự tỉnh Cao Bằng (1947 - 2020)"),
  published("Lịch sử Đảng bộ Công an tỉnh Cao Bằng (1945 - 2020)"),
  published("Địa lý - Lịch sử tỉnh Cao Bằng (tài liệu dùng cho các trường phổ thông tỉnh Cao Bằng)"),
  published("Đại tướng Võ Nguyên Giáp với quê hương cội nguồn cách mạng Cao Bằng"),
  published("Lịch sử Ban Tuyên giáo Tỉnh ủy Cao Bằng (1930 - 2018)", "2018"),
];

/** 24 communes of other districts, eight in each of three. */
function others(unit: string, funds: CellContent): CellContent[][] {
  return scheme.communes
    .filter((commune) => commune.unit === unit)
    .slice(0, 8)
    .map(({ type, name }) => published(`Lịch sử Đảng bộ ${type} ${name}`, "quý I/2023", funds));
}

const SUBMISSIONS: Readonly<Record<string, CellContent[][]>> = {
  "ha-lang": HA_LANG,
  "trung-khanh": TRUNG_KHANH,
  "quan-su": QUAN_SU,
  "ha-quang": others("ha-quang", "50 triệu"),
  "bao-lac": others("bao-lac", "0,05 tỷ"),
  "quang-hoa": others("quang-hoa", 1_234_567),
};

/** A district's workbook as a file, read back. */
async function submitted(unit: string, works: readonly CellContent[][]): Promise<WorkbookContent> {
  const { values } = worksGrid([]);
  const rows = works.map((work, index): CellContent[] => [index + 1, ...work]);
  const bytes = await writeWorkbook({
    title: unit,
    properties: { "BieuSu.Unit": unit, "BieuSu.Round": "hang-nam-2023" },
    activeSheet: "Biểu 02",
    sheets: [
      {
        ...BLANK_SHEET,
        name: "Biểu 02",
        blocks: [{ top: 0, left: 0, rows: [...(values as CellContent[][]), ...rows] }],
      },
    ],
  });
  return read(bytes, `${unit}.xlsx`);
}

async function read(bytes: Uint8Array, file: string): Promise<WorkbookContent> {
  const result = await readWorkbook(bytes, file);
  if (!result.ok) throw new Error(result.error.message);
  return result.workbook;
}

let state: MergedState;
let report: ProgressReport;

beforeAll(async () => {
  const workbooks = await Promise.all(
    Object.entries(SUBMISSIONS).map(([unit, rows]) => submitted(unit, rows))
  );
  const plan = planMerge({ previous: null, workbooks, scheme, asOf, language: "vi" });
  const figures = computeProgress(plan.state, { scheme, asOf });
  const merged = mergedWorkbook({ state: plan.state, scheme, round: plan.round, figures, asOf });
  const back = readMergedState(await read(await writeWorkbook(merged), "tong-hop.xlsx"), scheme);
  if (!back) throw new Error("no merged tables");
  state = back;
  report = progressReport(state, { scheme, asOf });
});

const target = (id: string) => report.targets.find((figure) => figure.id === id);
const unit = (id: string) => report.units.find((figure) => figure.unit === id);

test("32 of 146 published: 21,9 % against 30,1 %, the goal not met by 12", () => {
  const figure = target("commune-published");
  expect(figure).toMatchObject({
    done: 32,
    denominator: 146,
    goal: 44,
    percent: 21.9,
    goalPercent: 30.1,
    met: false,
  });
  expect(figure!.goal - figure!.done).toBe(12);
  expect(figure!.rows).toHaveLength(32);
});

test("Hạ Lang: 8 published, 13 manuscripts, each traced to its row", () => {
  expect(unit("ha-lang")).toMatchObject({ published: 8, manuscript: 13, manuscriptPercent: 100 });
  const rows = unit("ha-lang")!.rows.published;
  expect(rows).toHaveLength(8);
  expect(rows[0]).toMatchObject({
    title: "Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020",
    file: "ha-lang.xlsx",
    sheet: "Biểu 02",
    row: 3,
  });
});

test("the works of the province and of sectors", () => {
  expect(target("district")).toMatchObject({ done: 2, denominator: 6 });
  expect(target("province")).toMatchObject({ done: 1, denominator: 3 });
  expect(target("sector")).toMatchObject({ done: 0, denominator: 5 });
});

test("what counts nowhere is listed with why", () => {
  const listed = report.uncounted.map(({ title, reason }) => [title.slice(0, 31), reason]);
  expect(listed).toEqual(
    expect.arrayContaining([
      ["Lịch sử Đảng bộ xã Phong Châu (", "had-book-before"],
      ["Lịch sử Đảng bộ huyện Trùng Khá", "before-scheme"],
      ["Đại tướng Võ Nguyên Giáp với qu", "no-target"],
      ["Lịch sử Ban Tuyên giáo Tỉnh ủy ", "no-target"],
    ])
  );
  expect(listed).toHaveLength(4);
});

test("money sums to the đồng", () => {
  const raised = 50_000_000 + 8 * 50_000_000 + 8 * 50_000_000 + 8 * 1_234_567;
  expect(report.funds).toBe(raised);
  expect(report.funding.raised).toBe(raised);
  expect(report.funding.planned).toBe(22_490_240_000);
  expect(unit("quang-hoa")!.funds).toBe(9_876_536);
});

test("the same counts by the communes of today, each work once", () => {
  const sum = (count: (figure: ProgressReport["newUnits"][number]) => number) =>
    report.newUnits.reduce((total, figure) => total + count(figure), 0);
  expect(report.newUnits).toHaveLength(56);
  expect(sum(({ former }) => former.length)).toBe(161);
  expect(sum(({ published: count }) => count)).toBe(32);
  expect(sum(({ manuscript }) => manuscript)).toBe(37);
});
