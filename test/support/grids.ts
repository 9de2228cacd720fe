/** Small grids and workbooks for tests. */
import type { CellValue, Grid, WorkbookContent } from "../../src/domain/grid";

export const DOCUMENT_HEADER = [
  "TT",
  "Số văn bản",
  "Thời gian",
  "Trích yếu nội dung văn bản",
  "Cơ quan ban hành",
];
export const WORK_GROUPS = [
  "TT",
  "Tên công trình",
  "Mức độ hoàn thành",
  null,
  null,
  null,
  "Kinh phí xã hội hóa",
];
export const WORK_STAGES = [
  null,
  null,
  "Đã xuất bản (thời gian)",
  "Đã thông qua Hội đồng thẩm định",
  "Đã tổ chức hội thảo bản thảo",
  "Đang tiến hành biên soạn",
  null,
];

export function grid(values: readonly (readonly CellValue[])[], overrides: Partial<Grid> = {}): Grid {
  return {
    sheet: "Sheet1",
    top: 0,
    left: 0,
    values,
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
    hidden: false,
    ...overrides,
  };
}

/** A sheet with Biểu 01 from row 1. */
export function documentsGrid(rows: readonly (readonly CellValue[])[], sheet = "Biểu 01"): Grid {
  return grid([DOCUMENT_HEADER, ...rows], { sheet });
}

/** A sheet with Biểu 02 from row 1; its first row of data is sheet row 3. */
export function worksGrid(rows: readonly (readonly CellValue[])[], sheet = "Biểu 02"): Grid {
  return grid([WORK_GROUPS, WORK_STAGES, ...rows], { sheet });
}

export interface WorkbookParts {
  readonly file?: string;
  readonly unit?: string;
  readonly round?: string;
  readonly modified?: string | null;
  readonly sheets: readonly Grid[];
}

/** A workbook as a district would send it, stamped like a template. */
export function workbook({
  file = "tep.xlsx",
  unit,
  round = "khao-sat-2023",
  modified = null,
  sheets,
}: WorkbookParts) {
  const content: WorkbookContent = {
    file,
    format: "xlsx",
    sheets,
    properties: { "BieuSu.Round": round, ...(unit && { "BieuSu.Unit": unit }) },
    modified,
    // Any value that differs between different contents will do.
    sha256: JSON.stringify([unit, sheets]),
  };
  return content;
}
