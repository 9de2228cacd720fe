/** The merged tables as sheets: `Tổng hợp 01`, `Tổng hợp 02`, `Nhật ký`, `Bản gốc`. */
import type { Area, CellValue, IsoDate } from "../domain/grid";
import { publishedBeside } from "../domain/merge/facts";
import type { Exclusion, MergedDocument, MergedState, MergedWork } from "../domain/merge/state";
import { countedWorks } from "../domain/progress/progress";
import { readStageMark } from "../domain/values/stages";
import {
  baseColumns,
  EXCLUSION_NAMES,
  GROUP_NAMES,
  JOURNAL_COLUMNS,
  KIND_NAMES,
  MERGED_SHEETS,
  MERGED_TABLES,
  mergedColumns,
  TICK,
  type MergedColumn,
} from "../schemes/mergedColumns";
import { STAGES, type FormId, type Scheme, type WorkLevel } from "../schemes/types";
import { columnRange, lastFormulaRow, quotedText, rowCell } from "./formulas";
import {
  BLANK_SHEET,
  columnArea,
  GRID_LINE,
  HEADER_STYLE,
  inputMessage,
  landscape,
  NOTE_STYLE,
  OFFICIAL_FONT,
  rowArea,
  SHEET_TITLE_STYLE,
  wrappedHeights,
} from "./look";
import type { CellContent, CellStyle, SheetSpec, StyledArea } from "./sheetSpec";
import { targetReferences, type TargetReferences } from "./targetsSheet";

/** Zero-based row of the headings of every merged table; the title and a note stand above. */
export const TABLE_HEADER_ROW = 2;
const FIRST_ROW = TABLE_HEADER_ROW + 1;
const TABLE_STYLE = "TableStyleLight1";
const TABLE_SIZE = 11;

export function documentsSheet(state: MergedState, scheme: Scheme): SheetSpec {
  const columns = mergedColumns(scheme, "bieu-01");
  const rows = state.documents.map((document) =>
    columns.map(({ key }) => documentCell(document, key, scheme))
  );
  return tableSheet({
    name: MERGED_SHEETS.documents,
    table: MERGED_TABLES.documents,
    title: "TỔNG HỢP VĂN BẢN CỦA CÁC ĐƠN VỊ (BIỂU 01)",
    note: "Mỗi dòng là một văn bản; các cột bên phải ghi dòng đó lấy từ tệp, trang, dòng nào.",
    columns,
    rows,
    printed: officialColumns(scheme, "bieu-01") + 1,
    styles: [...officialFormats(scheme, "bieu-01", rows)],
  });
}

/** For what the works of a round count. */
interface CountedRound {
  readonly scheme: Scheme;
  readonly cutOff: IsoDate;
}

export function worksSheet(state: MergedState, round: CountedRound): SheetSpec {
  const { scheme } = round;
  const columns = mergedColumns(scheme, "bieu-02");
  const counted = new Set(countedWorks(state.works));
  const rows = state.works.map((work, index) =>
    workRow(work, FIRST_ROW + index, {
      columns,
      round,
      counts: counted.has(work),
      works: state.works.length,
    })
  );
  const sheet = tableSheet({
    name: MERGED_SHEETS.works,
    table: MERGED_TABLES.works,
    title: "TỔNG HỢP CÔNG TRÌNH CỦA CÁC ĐƠN VỊ (BIỂU 02)",
    note: "Cột “Giai đoạn” sửa được bằng danh sách; cột “Tính” (1/0) và trang “Tiến độ” tự tính lại.",
    columns,
    rows,
    printed: officialColumns(scheme, "bieu-02") + 1,
    styles: [
      ...officialFormats(scheme, "bieu-02", rows),
      ...columnStyles(columns, rows.length, {
        commune: { numberFormat: "@", horizontal: "center" },
        stage: { horizontal: "center" },
        counts: { horizontal: "center" },
        group: { horizontal: "center" },
        dong: { numberFormat: "#,##0", horizontal: "right" },
        rank: { numberFormat: "0", horizontal: "right" },
      }),
    ],
  });
  const stageNames = STAGES.map((stage) => scheme.stageNames[stage]);
  return {
    ...sheet,
    validations: [
      {
        area: bodyColumn(columns, "stage", rows.length),
        rule: { kind: "list", values: stageNames },
        prompt: inputMessage(
          "Giai đoạn",
          "Giai đoạn cao nhất đã đạt. Nếu đọc chưa đúng thì chọn lại trong danh sách."
        ),
        alert: {
          style: "stop",
          title: "Giai đoạn",
          message: `Hãy chọn một trong: ${stageNames.join("; ")}.`,
        },
      },
    ],
  };
}

export function journalSheet(state: MergedState, scheme: Scheme): SheetSpec {
  const rows = state.journal.map((submission): CellContent[] => [
    submission.file,
    unitName(submission.unit, scheme),
    submission.round,
    /^\d{4}-\d{2}-\d{2}/.test(submission.modified) ? { date: submission.modified.slice(0, 10) } : null,
    { date: submission.mergedOn },
    submission.read,
    submission.merged,
    submission.duplicate,
    submission.rejected,
    submission.errors,
    submission.warnings,
    submission.modified,
    submission.sha256,
  ]);
  return tableSheet({
    name: MERGED_SHEETS.journal,
    table: MERGED_TABLES.journal,
    title: "NHẬT KÝ TỔNG HỢP",
    note: "Mỗi dòng là một tệp đã tổng hợp. “Hàng đọc được” = “Đã gộp” + “Trùng” + “Không nhận”.",
    columns: JOURNAL_COLUMNS,
    rows,
    printed: JOURNAL_COLUMNS.length - 2,
    styles: columnStyles(JOURNAL_COLUMNS, rows.length, {
      savedOn: { numberFormat: "d/m/yyyy", horizontal: "center" },
      mergedOn: { numberFormat: "d/m/yyyy", horizontal: "center" },
      modified: { numberFormat: "@" },
      sha256: { numberFormat: "@" },
    }),
  });
}

/** The rows as the units last submitted them, for the next three-way merge; not for people, so very hidden. */
export function baseSheet(state: MergedState, scheme: Scheme): SheetSpec {
  const columns = baseColumns(scheme);
  const rows = state.base.map((row): CellContent[] =>
    columns.map(({ key }) => {
      if (key === "unit" || key === "form" || key === "key") return row[key];
      const [form, cell = ""] = key.split(".");
      return form === row.form ? cellContent(row.cells[cell] ?? null) : null;
    })
  );
  return {
    ...BLANK_SHEET,
    name: MERGED_SHEETS.base,
    visibility: "veryHidden",
    columns: columns.map(({ width }) => ({ width })),
    blocks: [{ top: 0, left: 0, rows: [columns.map(({ title }) => title), ...rows] }],
  };
}

/** What a cell of a district's table holds, as it was. */
export function cellContent(value: CellValue): CellContent {
  if (typeof value !== "object" || value === null) return value;
  return value.kind === "date" ? { date: value.iso } : value.code;
}

function documentCell(document: MergedDocument, key: string, scheme: Scheme): CellContent {
  return provenanceCell(document, key, scheme) ?? cellContent(document.cells[key] ?? null);
}

/** The columns that both tables have; undefined for any other. */
function provenanceCell(
  { unit, key: rowKey, source }: MergedDocument,
  key: string,
  scheme: Scheme
): CellContent | undefined {
  switch (key) {
    case "unit":
      return unitName(unit, scheme);
    case "sourceFile":
      return source.file;
    case "sourceSheet":
      return source.sheet;
    case "sourceRow":
      return source.row;
    case "key":
      return rowKey;
    default:
      return undefined;
  }
}

interface WorkRowContext {
  readonly columns: readonly MergedColumn[];
  readonly round: CountedRound;
  readonly counts: boolean;
  /** Rows of the whole table. */
  readonly works: number;
}

/** One row of `Tổng hợp 02`; `row` is its zero-based row on the sheet, which its formulas refer to. */
function workRow(
  work: MergedWork,
  row: number,
  { columns, round, counts, works }: WorkRowContext
): CellContent[] {
  const { facts } = work;
  const { scheme } = round;
  const targets = targetReferences(scheme);
  const cell = (key: string): string => rowCell(row, columnOf(columns, key));
  const own: Readonly<Record<string, CellContent>> = {
    commune: facts.commune,
    stage: facts.stage === null ? null : scheme.stageNames[facts.stage],
    group: groupOf(work, scheme),
    kind: KIND_NAMES[facts.kind],
    dong: facts.funds,
    subject: facts.subject,
    exclusion: {
      formula: exclusionFormula(work, cell, targets, round),
      result: facts.exclusion === null ? "" : EXCLUSION_TEXTS[facts.exclusion],
    },
    rank: { formula: rankFormula(cell, targets), result: rankOf(work, row) },
    counts: { formula: countsFormula(cell, columns, works), result: counts ? 1 : 0 },
  };
  return columns.map(
    ({ key }) => own[key] ?? provenanceCell(work, key, scheme) ?? cellContent(work.cells[key] ?? null)
  );
}

const EXCLUSION_TEXTS: Readonly<Record<Exclusion, string>> = EXCLUSION_NAMES;

/** Reasons that only reading the title and the dates again can change; the others follow the sheet. */
const READ_FROM_TITLE: readonly Exclusion[] = ["no-target", "other-unit"];
/** Reasons that hold for a published work only. */
const OF_PUBLISHED: readonly Exclusion[] = ["before-scheme", "future"];

/**
 * The reason follows the stage, which the province may correct, and the ticks of `Chỉ tiêu`; the rest was read from the
 * row and stays as text.
 */
function exclusionFormula(
  work: MergedWork,
  cell: (key: string) => string,
  targets: TargetReferences,
  round: CountedRound
): string {
  const { exclusion } = work.facts;
  const noStage = `ISNA(MATCH(${cell("stage")},${targets.stageNames},0))`;
  const ticked = `IFERROR(INDEX(${targets.communeTicks},MATCH(${cell("commune")},${targets.communeCodes},0))&"","")="${TICK}"`;
  const rest =
    exclusion !== null && READ_FROM_TITLE.includes(exclusion)
      ? quotedText(EXCLUSION_TEXTS[exclusion])
      : `IF(${ticked},${quotedText(EXCLUSION_TEXTS["had-book-before"])},${otherwise(work, cell, round)})`;
  return `=IF(${noStage},${quotedText(EXCLUSION_TEXTS["no-stage"])},${rest})`;
}

/** The kind does not count, or a work that is said to be published was not so in the time of the results. */
function otherwise(work: MergedWork, cell: (key: string) => string, round: CountedRound): string {
  if (work.facts.exclusion === "kind") return quotedText(EXCLUSION_TEXTS.kind);
  const beside = besideIfPublished(work, round);
  if (beside === null) return quotedText("");
  const isPublished = `${cell("stage")}=${quotedText(round.scheme.stageNames.published)}`;
  return `IF(${isPublished},${quotedText(EXCLUSION_TEXTS[beside])},"")`;
}

/** Why a work does not count once its stage is that of published; null when it does. */
function besideIfPublished({ facts, cells }: MergedWork, round: CountedRound): Exclusion | null {
  const { stage, exclusion } = facts;
  if (exclusion !== null && OF_PUBLISHED.includes(exclusion)) return exclusion;
  if (stage === "published" && exclusion === null) return null;
  return publishedBeside(readStageMark(cells["published"] ?? null, "published"), round);
}

/** A stage outweighs the kind, the kind outweighs the position; the first of equals wins. Integers compare exactly. */
const STAGE_WEIGHT = 2_000_000;
const HISTORY_WEIGHT = 1_000_000;

function rankFormula(cell: (key: string) => string, targets: TargetReferences): string {
  const stage = `MATCH(${cell("stage")},${targets.stageNames},0)*${STAGE_WEIGHT}`;
  const history = `IF(${cell("kind")}=${quotedText(KIND_NAMES.history)},${HISTORY_WEIGHT},0)`;
  return `=IF(OR(${cell("subject")}="",${cell("exclusion")}<>""),0,${stage}+${history}-ROW())`;
}

/** The same as `rankFormula`. */
function rankOf({ facts }: MergedWork, row: number): number {
  if (facts.subject === "" || facts.exclusion !== null || facts.stage === null) return 0;
  const stage = (STAGES.indexOf(facts.stage) + 1) * STAGE_WEIGHT;
  return stage + (facts.kind === "history" ? HISTORY_WEIGHT : 0) - (row + 1);
}

/** 1 for the best row of its subject. */
function countsFormula(
  cell: (key: string) => string,
  columns: readonly MergedColumn[],
  works: number
): string {
  const subjects = worksRange(columns, "subject", works);
  const ranks = worksRange(columns, "rank", works);
  const better = `COUNTIFS(${subjects},${cell("subject")},${ranks},">"&${cell("rank")})`;
  return `=IF(${cell("rank")}=0,0,IF(${better}=0,1,0))`;
}

/** Range of a column of `Tổng hợp 02` with `works` rows, and room for rows added by hand. */
export function worksRange(columns: readonly MergedColumn[], key: string, works: number): string {
  return columnRange(MERGED_SHEETS.works, columnOf(columns, key), FIRST_ROW, lastFormulaRow(works) - 1);
}

/** By what a work counts: a commune, or the target that names it. */
function groupOf({ facts }: MergedWork, scheme: Scheme): string | null {
  const named = scheme.targets.find(({ works }) => works.some(({ id }) => id === facts.namedWork));
  const level: WorkLevel | undefined = facts.commune === null ? named?.level : "commune";
  return level === undefined ? null : GROUP_NAMES[level];
}

function unitName(id: string, scheme: Scheme): string {
  return scheme.units.find((unit) => unit.id === id)?.name ?? id;
}

function columnOf(columns: readonly MergedColumn[], key: string): number {
  const index = columns.findIndex((column) => column.key === key);
  if (index < 0) throw new RangeError(`No column ${key}`);
  return index;
}

function officialColumns(scheme: Scheme, form: FormId): number {
  return scheme.forms.find(({ id }) => id === form)?.columns.length ?? 0;
}

/** Rows of a table's body: an empty table still has one. */
function bodyColumn(columns: readonly MergedColumn[], key: string, rows: number): Area {
  return columnArea(columnOf(columns, key), FIRST_ROW, FIRST_ROW + Math.max(1, rows) - 1);
}

function columnStyles(
  columns: readonly MergedColumn[],
  rows: number,
  styles: Readonly<Record<string, CellStyle>>
): StyledArea[] {
  return Object.entries(styles).map(([key, style]) => ({ area: bodyColumn(columns, key, rows), style }));
}

/** Formats of the official cells follow what is in them: a date is shown as a date, an amount as an amount. */
function officialFormats(
  scheme: Scheme,
  form: FormId,
  rows: readonly (readonly CellContent[])[]
): StyledArea[] {
  const columns = scheme.forms.find(({ id }) => id === form)?.columns ?? [];
  return columns.flatMap((column, index) => [
    ...runsWhere(rows, index, isDate).map((area) => ({ area, style: { numberFormat: "d/m/yyyy" } })),
    ...(column.kind === "funds" ? runsWhere(rows, index, isNumber) : []).map((area) => ({
      area,
      style: { numberFormat: "#,##0" },
    })),
    ...(rows.length > 0 && ["ordinal", "stage", "document-number", "document-date"].includes(column.kind)
      ? [
          {
            area: columnArea(index, FIRST_ROW, FIRST_ROW + rows.length - 1),
            style: { horizontal: "center" as const },
          },
        ]
      : []),
  ]);
}

function isDate(content: CellContent): boolean {
  return typeof content === "object" && content !== null && "date" in content;
}

function isNumber(content: CellContent): boolean {
  return typeof content === "number";
}

/** Areas of adjacent cells of a column whose content passes the test. */
function runsWhere(
  rows: readonly (readonly CellContent[])[],
  column: number,
  test: (content: CellContent) => boolean
): Area[] {
  const areas: Area[] = [];
  let start = -1;
  for (let index = 0; index <= rows.length; index++) {
    const inside = index < rows.length && test(rows[index]?.[column] ?? null);
    if (inside && start < 0) start = index;
    if (inside || start < 0) continue;
    areas.push(columnArea(column, FIRST_ROW + start, FIRST_ROW + index - 1));
    start = -1;
  }
  return areas;
}

interface TableSheetOptions {
  readonly name: string;
  readonly table: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly MergedColumn[];
  readonly rows: readonly (readonly CellContent[])[];
  /** Leading columns that are printed. */
  readonly printed: number;
  readonly styles: readonly StyledArea[];
}

/** A sheet that holds one table below its title. An empty table has one blank row, as Excel demands. */
function tableSheet({
  name,
  table,
  title,
  note,
  columns,
  rows,
  printed,
  styles,
}: TableSheetOptions): SheetSpec {
  const right = columns.length - 1;
  const bottom = FIRST_ROW + Math.max(1, rows.length) - 1;
  return {
    ...BLANK_SHEET,
    name,
    columns: columns.map(({ width }) => ({ width })),
    rowHeights: [
      { row: 0, height: 26 },
      { row: TABLE_HEADER_ROW, height: 48 },
      ...wrappedHeights(rows, columns.slice(0, printed), TABLE_SIZE).map(({ row, height }) => ({
        row: FIRST_ROW + row,
        height,
      })),
    ],
    blocks: [
      { top: 0, left: 0, rows: [[title], [note]] },
      { top: TABLE_HEADER_ROW, left: 0, rows: [columns.map((column) => column.title), ...rows] },
    ],
    styles: [
      { area: rowArea(0, 0, 0), style: { ...SHEET_TITLE_STYLE, fontName: OFFICIAL_FONT } },
      { area: rowArea(1, 0, 0), style: { ...NOTE_STYLE, fontName: OFFICIAL_FONT, fontSize: 11 } },
      {
        area: { top: TABLE_HEADER_ROW, left: 0, bottom, right },
        style: {
          fontName: OFFICIAL_FONT,
          fontSize: TABLE_SIZE,
          vertical: "center",
          borderColor: GRID_LINE,
        },
      },
      { area: { top: FIRST_ROW, left: 0, bottom, right: printed - 1 }, style: { wrapText: true } },
      { area: rowArea(TABLE_HEADER_ROW, 0, right), style: HEADER_STYLE },
      ...styles,
    ],
    tables: [{ name: table, area: { top: TABLE_HEADER_ROW, left: 0, bottom, right }, style: TABLE_STYLE }],
    freeze: { rows: FIRST_ROW, columns: 2 },
    print: landscape(
      { top: 0, left: 0, bottom, right: printed - 1 },
      { top: TABLE_HEADER_ROW, bottom: TABLE_HEADER_ROW }
    ),
  };
}
