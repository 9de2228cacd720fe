/** Checking against reading: what the rules cost on top of understanding the cells. */
import { checkWorkbook, readTables } from "../src/domain/check";
import type { CellValue, Grid, WorkbookContent } from "../src/domain/grid";
import { deAn02 } from "../src/schemes";
import { type BenchResult, compare } from "./compare";

const ROWS = 100_000;
const ROUNDS = 3;
const DOCUMENT_HEADER = ["TT", "Số văn bản", "Thời gian", "Trích yếu nội dung văn bản", "Cơ quan ban hành"];
const WORK_HEADER = [
  "TT",
  "Tên công trình",
  "Đã xuất bản (thời gian)",
  "Đã thông qua Hội đồng thẩm định",
  "Đã tổ chức hội thảo bản thảo",
  "Đang tiến hành biên soạn",
  "Kinh phí xã hội hóa",
];

export async function run(): Promise<readonly BenchResult[]> {
  return [
    await readAgainstCheck("clean rows", () => false),
    await readAgainstCheck("every tenth row with mistakes", (index) => index % 10 === 0),
  ];
}

/** Half the rows are documents, half are works, as in a workbook with both forms. */
async function readAgainstCheck(name: string, isWrong: (index: number) => boolean): Promise<BenchResult> {
  const workbook = workbookOf(isWrong);
  const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
  const measured = await compare(
    [
      { name: "read into records", run: () => cpuTimed(() => readTables(workbook, deAn02, "ha-lang")) },
      { name: "read and check", run: () => cpuTimed(() => checkWorkbook(workbook, options)) },
    ],
    ROUNDS
  );
  return {
    title: `${ROWS} rows, ${name}`,
    measured,
    bars: [{ text: "checking against reading", value: measured[1]?.ratio ?? NaN, below: 3 }],
  };
}

/** Processor time in milliseconds: nothing here waits, and other programs of the machine are not to be measured. */
function cpuTimed(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return Promise.resolve((user + system) / 1_000);
}

function workbookOf(isWrong: (index: number) => boolean): WorkbookContent {
  const rows = Array.from({ length: ROWS / 2 }, (_, index) => index);
  return {
    file: "ha-lang.xlsx",
    format: "xlsx",
    sheets: [
      sheet("Biểu 01", [DOCUMENT_HEADER, ...rows.map((index) => documentRow(index, isWrong(index)))]),
      sheet("Biểu 02", [WORK_HEADER, ...rows.map((index) => workRow(index, isWrong(index)))]),
    ],
    properties: { "BieuSu.Unit": "ha-lang", "BieuSu.Round": "khao-sat-2023" },
    modified: null,
    sha256: null,
  };
}

function documentRow(index: number, wrong: boolean): readonly CellValue[] {
  const day = (index % 28) + 1;
  return [
    index + 1,
    wrong ? `${index + 10} - KH/HU` : `${index + 10}-KH/HU`,
    wrong ? `${day}/2/22` : `${day}/2/2022`,
    `Kế hoạch triển khai thực hiện Đề án số 02-ĐA/TU, phần ${index}`,
    "Huyện uỷ Hạ Lang",
  ];
}

const COMMUNES = deAn02.communes.filter(({ unit }) => unit === "ha-lang");

function workRow(index: number, wrong: boolean): readonly CellValue[] {
  const commune = COMMUNES[index % COMMUNES.length];
  const name = `${commune?.type ?? "xã"} ${commune?.name ?? ""}`;
  return [
    index + 1,
    wrong
      ? `Lịch sử Đảng bộ xã Kim Loa (1930 - ${1990 + (index % 30)})`
      : `Văn kiện Đảng bộ ${name}, tập ${index}`,
    wrong ? "x" : "8/2022",
    "x",
    "lần 2, 15/8/2022",
    null,
    wrong ? "nhiều" : 50_000_000,
  ];
}

function sheet(name: string, values: readonly (readonly CellValue[])[]): Grid {
  return {
    sheet: name,
    top: 0,
    left: 0,
    values,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    hidden: false,
  };
}
