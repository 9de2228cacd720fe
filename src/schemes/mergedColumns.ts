/**
 * Sheets of the merged workbook and what their columns are called: fixed texts, by which the tables are drawn and read
 * back. A heading is a promise to files that are already out there: never change one, only add.
 */
import type { FormId, Scheme, WorkKind, WorkLevel } from "./types";

export const MERGED_SHEETS = {
  progress: "Tiến độ",
  documents: "Tổng hợp 01",
  works: "Tổng hợp 02",
  targets: "Chỉ tiêu",
  journal: "Nhật ký",
  base: "Bản gốc",
  newUnits: "Theo xã mới",
  trend: "Diễn biến",
} as const;

/** Very hidden; there only once somebody has said which column is which. */
export const MAPPINGS_SHEET = "Cột đã chỉ định";

/** Names of the Excel tables. */
export const MERGED_TABLES = { documents: "TongHop01", works: "TongHop02", journal: "NhatKy" } as const;

/** Custom document property that tells a merged workbook from a unit's; its value is the version of this layout. */
export const MERGED_STAMP = "BieuSu.Merged";

export interface MergedColumn {
  readonly key: string;
  readonly title: string;
  /** Width in characters. */
  readonly width: number;
}

const UNIT = column("unit", "Đơn vị", 24);
const SOURCE = [
  column("sourceFile", "Tệp nguồn", 26),
  column("sourceSheet", "Trang nguồn", 12),
  column("sourceRow", "Dòng nguồn", 8),
];
const KEY = column("key", "Khóa", 30);

/** What follows the official columns of `Tổng hợp 01`. */
const DOCUMENT_COLUMNS: readonly MergedColumn[] = [UNIT, ...SOURCE, KEY];

/** What follows the official columns of `Tổng hợp 02`. */
const WORK_COLUMNS: readonly MergedColumn[] = [
  UNIT,
  column("commune", "Mã xã", 8),
  column("stage", "Giai đoạn", 20),
  column("counts", "Tính", 6),
  ...SOURCE,
  column("group", "Nhóm", 11),
  column("kind", "Loại", 18),
  column("dong", "Kinh phí (đồng)", 16),
  column("exclusion", "Lý do không tính", 30),
  column("subject", "Chủ thể", 22),
  column("rank", "Bậc", 10),
  KEY,
];

/** Columns of `Tổng hợp 01` (`bieu-01`) or `Tổng hợp 02` (`bieu-02`): the official ones first, by the keys of the form. */
export function mergedColumns(scheme: Scheme, form: FormId): readonly MergedColumn[] {
  const official = scheme.forms.find(({ id }) => id === form)?.columns ?? [];
  return [...official, ...(form === "bieu-01" ? DOCUMENT_COLUMNS : WORK_COLUMNS)].map(
    ({ key, title, width }) => column(key, title, width)
  );
}

/** Columns of `Bản gốc`: whose row, then every official cell of every form as `bieu-01.number`. */
export function baseColumns(scheme: Scheme): readonly MergedColumn[] {
  const cells = scheme.forms.flatMap((form) =>
    form.columns.map(({ key }) => column(`${form.id}.${key}`, `${form.id}.${key}`, 16))
  );
  return [column("unit", "Đơn vị", 16), column("form", "Biểu", 10), KEY, ...cells];
}

/** Columns of `Nhật ký`. The day of saving is for people; `modified` repeats it exactly as the file says it. */
export const JOURNAL_COLUMNS: readonly MergedColumn[] = [
  column("file", "Tệp", 34),
  column("unit", "Đơn vị", 28),
  column("round", "Đợt", 16),
  column("savedOn", "Ngày lưu tệp", 12),
  column("mergedOn", "Ngày tổng hợp", 13),
  column("read", "Hàng đọc được", 9),
  column("merged", "Đã gộp", 8),
  column("duplicate", "Trùng", 8),
  column("rejected", "Không nhận", 8),
  column("errors", "Lỗi", 8),
  column("warnings", "Cảnh báo", 8),
  column("modified", "Thời điểm lưu", 24),
  column("sha256", "SHA-256", 66),
];

/** Headings on `Chỉ tiêu` of what is read back: what a manuscript is, the typed shares and the ticked communes. */
export const TARGET_SHEET_COLUMNS = {
  stages: { stage: "Giai đoạn", order: "Thứ tự", manuscript: "Đã có bản thảo" },
  shares: {
    unit: "Đơn vị báo cáo",
    communes: "Số xã",
    withBook: "Đã có trước 2021",
    computed: "Tính được",
    typed: "Gõ thay",
    inForce: "Đang dùng",
    fixed: "Đề án ghi",
  },
  communes: {
    code: "Mã xã",
    name: "Tên xã",
    type: "Loại",
    unit: "Thuộc đơn vị",
    withBook: "Có sách trước 2021",
  },
} as const;

/** The mark in "Có sách trước 2021" and in "Đã có bản thảo". */
export const TICK = "x";

export const KIND_NAMES: Readonly<Record<WorkKind, string>> = {
  history: "Lịch sử",
  chronicle: "Biên niên",
  "draft-history": "Sơ thảo",
  "sector-tradition": "Truyền thống ngành",
  other: "Khác",
};

export const GROUP_NAMES: Readonly<Record<WorkLevel, string>> = {
  commune: "Cấp xã",
  district: "Cấp huyện",
  province: "Cấp tỉnh",
  sector: "Ngành",
};

/** Texts of "Lý do không tính" by the reason's id. */
export const EXCLUSION_NAMES = {
  "no-stage": "Chưa rõ giai đoạn",
  "no-target": "Không thuộc chỉ tiêu nào",
  "other-unit": "Xã thuộc đơn vị khác",
  "had-book-before": "Xã đã có sách trước 2021",
  kind: "Loại công trình không tính vào chỉ tiêu",
  "before-scheme": "Xuất bản trước khi có Đề án",
  future: "Thời gian xuất bản sau ngày chốt",
} as const;

/** Why a row without a reason of its own does not count. */
export const SAME_SUBJECT_NAME = "Đã tính một dòng khác của cùng xã, cùng công trình";

/** Columns of `Diễn biến`: the day, the works that reach each target, the funds in đồng. */
export function trendColumns(scheme: Scheme): readonly MergedColumn[] {
  return [
    column("asOf", "Tính đến ngày", 16),
    ...scheme.targets.map(({ id, title }) => column(id, title, 22)),
    column("funds", "Kinh phí xã hội hóa (đồng)", 22),
  ];
}

function column(key: string, title: string, width: number): MergedColumn {
  return { key, title, width };
}
