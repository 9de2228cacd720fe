/** `Chỉ tiêu`: what the figures are measured against. The province edits two things here: shares and ticks. */
import type { Area } from "../domain/grid";
import type { MergedState } from "../domain/merge/state";
import { unitShares } from "../domain/progress/progress";
import { MERGED_SHEETS, TARGET_SHEET_COLUMNS, TICK } from "../schemes/mergedColumns";
import { type Scheme, type Stage, STAGES, type TargetId, type Unit } from "../schemes/types";
import { columnRange, rowCell, sheetCell } from "./formulas";
import {
  BLANK_SHEET,
  columnArea,
  GRID_LINE,
  HEADER_STYLE,
  INPUT_FILL,
  inputMessage,
  LINE_HEIGHT,
  MUTED,
  NOTE_STYLE,
  OFFICIAL_FONT,
  portrait,
  rowArea,
  rowsBelow,
  SECTION_STYLE,
  SHEET_TITLE_STYLE,
} from "./look";
import type { Block, CellContent, SheetSpec, StyledArea, ValidationSpec } from "./sheetSpec";

const SHEET = MERGED_SHEETS.targets;
const LAST_COLUMN = 6;
/** Columns of the shares, by position. */
const SHARE = { unit: 0, communes: 1, withBook: 2, computed: 3, typed: 4, inForce: 5, fixed: 6 } as const;
/** Columns of the communes, by position. */
const COMMUNE = { name: 0, code: 1, type: 2, unit: 3, withBook: 4 } as const;
const TARGET = { title: 0, denominator: 1, goal: 2, clause: 3 } as const;
/** Columns of the stages, by position. */
const STAGE = { name: 0, order: 1, manuscript: 2 } as const;

/** Where the parts of the sheet begin (zero-based header rows); all follow from the scheme. */
interface TargetRows {
  readonly targets: number;
  readonly stages: number;
  readonly shares: number;
  readonly communes: number;
}

function targetRows(scheme: Scheme): TargetRows {
  const targets = 4;
  const stages = targets + scheme.targets.length + 3;
  const shares = stages + STAGES.length + 3;
  // Below the shares: their sum, the province's number, the difference.
  const communes = shares + districtsOf(scheme).length + 3 + 3;
  return { targets, stages, shares, communes };
}

function districtsOf(scheme: Scheme): readonly Unit[] {
  return scheme.units.filter((unit) => scheme.communes.some((commune) => commune.unit === unit.id));
}

/** Cells and ranges of the sheet that formulas elsewhere use. */
export interface TargetReferences {
  readonly denominator: (target: TargetId) => string;
  readonly goal: (target: TargetId) => string;
  /** Names of the stages, from first to last. */
  readonly stageNames: string;
  /** Tick of a stage that counts as a finished manuscript. */
  readonly manuscriptTick: (stage: Stage) => string;
  readonly communeCodes: string;
  readonly communeTicks: string;
  /** Share in force of a unit; undefined for a unit without communes. */
  readonly share: (unit: string) => string | undefined;
  /** Share that a source fixes, or an empty cell. */
  readonly fixedShare: (unit: string) => string | undefined;
  readonly shareSum: string;
  readonly shareDifference: string;
}

export function targetReferences(scheme: Scheme): TargetReferences {
  const rows = targetRows(scheme);
  const districts = districtsOf(scheme);
  const targetCell = (column: number) => (id: TargetId) =>
    sheetCell(SHEET, rows.targets + 1 + scheme.targets.findIndex((target) => target.id === id), column);
  const shareCell = (column: number) => (id: string) => {
    const index = districts.findIndex((unit) => unit.id === id);
    return index < 0 ? undefined : sheetCell(SHEET, rows.shares + 1 + index, column);
  };
  const communeRange = (column: number) =>
    columnRange(SHEET, column, rows.communes + 1, rows.communes + scheme.communes.length);
  const sumRow = rows.shares + districts.length + 1;
  return {
    denominator: targetCell(TARGET.denominator),
    goal: targetCell(TARGET.goal),
    stageNames: columnRange(SHEET, 0, rows.stages + 1, rows.stages + STAGES.length),
    manuscriptTick: (stage) => sheetCell(SHEET, rows.stages + 1 + STAGES.indexOf(stage), STAGE.manuscript),
    communeCodes: communeRange(COMMUNE.code),
    communeTicks: communeRange(COMMUNE.withBook),
    share: shareCell(SHARE.inForce),
    fixedShare: shareCell(SHARE.fixed),
    shareSum: sheetCell(SHEET, sumRow, SHARE.inForce),
    shareDifference: sheetCell(SHEET, sumRow + 2, SHARE.inForce),
  };
}

export function targetsSheet(state: MergedState, scheme: Scheme): SheetSpec {
  const rows = targetRows(scheme);
  const districts = districtsOf(scheme);
  const bottom = rows.communes + scheme.communes.length;
  const typedArea = columnArea(SHARE.typed, rows.shares + 1, rows.shares + districts.length);
  const manuscriptArea = columnArea(STAGE.manuscript, rows.stages + 1, rows.stages + STAGES.length);
  const tickArea = columnArea(COMMUNE.withBook, rows.communes + 1, bottom);
  return {
    ...BLANK_SHEET,
    name: SHEET,
    columns: [56, 10, 12, 26, 12, 12, 12].map((width) => ({ width })),
    rowHeights: [
      { row: 0, height: 26 },
      ...[rows.targets, rows.stages, rows.shares, rows.communes].map((row) => ({ row, height: 34 })),
      ...[
        ...rowsBelow(rows.targets, scheme.targets.length),
        ...rowsBelow(rows.stages, STAGES.length),
        ...rowsBelow(rows.shares, districts.length + 3),
      ].map((row) => ({ row, height: LINE_HEIGHT })),
    ],
    blocks: [
      {
        top: 0,
        left: 0,
        rows: [["CHỈ TIÊU VÀ SỐ XÃ PHẢI BIÊN SOẠN"], [`${scheme.name}. Ô nền vàng là ô được sửa.`]],
      },
      targetsBlock(scheme, rows),
      stagesBlock(state.manuscriptStages ?? scheme.manuscriptStages, scheme, rows),
      sharesBlock(state, scheme, rows, districts),
      communesBlock(state, scheme, rows),
    ],
    styles: targetStyles(scheme, rows, districts.length, [typedArea, tickArea, manuscriptArea]),
    merges: [
      rowArea(0, 0, LAST_COLUMN),
      ...[0, ...scheme.targets.map((_, index) => index + 1)].map((offset) =>
        rowArea(rows.targets + offset, TARGET.clause, LAST_COLUMN)
      ),
    ],
    validations: [
      typedValidation(typedArea, scheme),
      tickValidation(
        tickArea,
        TARGET_SHEET_COLUMNS.communes.withBook,
        "Đánh dấu x nếu xã đã có sách lịch sử Đảng bộ trước năm 2021; xã đó không tính vào chỉ tiêu."
      ),
      tickValidation(
        manuscriptArea,
        TARGET_SHEET_COLUMNS.stages.manuscript,
        "Đánh dấu x nếu công trình ở giai đoạn này được tính là đã hoàn thành bản thảo."
      ),
    ],
    freeze: { rows: 2, columns: 0 },
    // Excel repeats rows on the pages below them: the communes are the table that goes on over pages.
    print: portrait(
      { top: 0, left: 0, bottom, right: LAST_COLUMN },
      { top: rows.communes, bottom: rows.communes }
    ),
  };
}

function targetsBlock(scheme: Scheme, rows: TargetRows): Block {
  return {
    top: rows.targets - 1,
    left: 0,
    rows: [
      ["1. Chỉ tiêu của Đề án"],
      ["Chỉ tiêu", "Mẫu số", "Mục tiêu", "Căn cứ"],
      ...scheme.targets.map(({ title, denominator, goal, clause }) => [title, denominator, goal, clause]),
    ],
  };
}

function stagesBlock(manuscript: readonly Stage[], scheme: Scheme, rows: TargetRows): Block {
  return {
    top: rows.stages - 1,
    left: 0,
    rows: [
      ["2. Mức độ hoàn thành, từ thấp đến cao; đánh dấu x giai đoạn được tính là đã hoàn thành bản thảo"],
      Object.values(TARGET_SHEET_COLUMNS.stages),
      ...STAGES.map((stage, index) => [
        scheme.stageNames[stage],
        index + 1,
        manuscript.includes(stage) ? TICK : null,
      ]),
    ],
  };
}

function sharesBlock(
  state: MergedState,
  scheme: Scheme,
  rows: TargetRows,
  districts: readonly Unit[]
): Block {
  const titles = TARGET_SHEET_COLUMNS.shares;
  const inForce = unitShares(state, scheme);
  const communeRange = (column: number) =>
    columnRange(SHEET, column, rows.communes + 1, rows.communes + scheme.communes.length);
  const lines = districts.map((unit, index): CellContent[] => {
    const row = rows.shares + 1 + index;
    const communes = scheme.communes.filter((commune) => commune.unit === unit.id);
    const ticked = communes.filter(({ code }) => state.communesWithBook.includes(code)).length;
    const own = (column: number): string => rowCell(row, column);
    return [
      unit.name,
      {
        formula: `=COUNTIFS(${communeRange(COMMUNE.unit)},${own(SHARE.unit)})`,
        result: communes.length,
      },
      {
        formula: `=COUNTIFS(${communeRange(COMMUNE.unit)},${own(SHARE.unit)},${communeRange(COMMUNE.withBook)},"${TICK}")`,
        result: ticked,
      },
      { formula: `=${own(SHARE.communes)}-${own(SHARE.withBook)}`, result: communes.length - ticked },
      state.shares.find((share) => share.unit === unit.id)?.typed ?? null,
      {
        formula: `=IF(${own(SHARE.typed)}="",${own(SHARE.computed)},${own(SHARE.typed)})`,
        result: inForce.get(unit.id) ?? 0,
      },
      unit.fixedShare ?? null,
    ];
  });
  return {
    top: rows.shares - 1,
    left: 0,
    rows: [
      ["3. Số xã phải biên soạn của từng đơn vị (xã chưa có sách đến hết năm 2020)"],
      Object.values(titles),
      ...lines,
      ...shareTotals(scheme, rows, districts, inForce),
    ],
  };
}

/** Sum of the shares, the province's own number and the difference between them. */
function shareTotals(
  scheme: Scheme,
  rows: TargetRows,
  districts: readonly Unit[],
  inForce: ReadonlyMap<string, number>
): CellContent[][] {
  const references = targetReferences(scheme);
  const denominator = scheme.targets.find(({ id }) => id === "commune-manuscript")?.denominator ?? 0;
  const sum = districts.reduce((total, unit) => total + (inForce.get(unit.id) ?? 0), 0);
  const range = columnRange(SHEET, SHARE.inForce, rows.shares + 1, rows.shares + districts.length);
  const line = (label: string, content: CellContent): CellContent[] => [
    label,
    null,
    null,
    null,
    null,
    content,
    null,
  ];
  return [
    line("Cộng các đơn vị", { formula: `=SUM(${range})`, result: sum }),
    line("Toàn tỉnh theo Đề án", {
      formula: `=${references.denominator("commune-manuscript")}`,
      result: denominator,
    }),
    line("Chênh lệch (khác 0: tỷ lệ đơn vị là tạm tính)", {
      formula: `=${references.shareSum}-${references.denominator("commune-manuscript")}`,
      result: sum - denominator,
    }),
  ];
}

function communesBlock(state: MergedState, scheme: Scheme, rows: TargetRows): Block {
  const titles = TARGET_SHEET_COLUMNS.communes;
  const unitName = new Map(scheme.units.map(({ id, name }) => [id, name]));
  const withBook = new Set(state.communesWithBook);
  return {
    top: rows.communes - 1,
    left: 0,
    rows: [
      [
        `4. ${scheme.communes.length} xã, phường, thị trấn (đến 30/6/2025); đánh dấu x xã đã có sách trước 2021`,
      ],
      [titles.name, titles.code, titles.type, titles.unit, titles.withBook],
      ...scheme.communes.map(({ name, code, type, unit }) => [
        name,
        code,
        type,
        unitName.get(unit) ?? unit,
        withBook.has(code) ? TICK : null,
      ]),
    ],
  };
}

function targetStyles(
  scheme: Scheme,
  rows: TargetRows,
  districts: number,
  inputs: readonly Area[]
): StyledArea[] {
  const bottom = rows.communes + scheme.communes.length;
  const table = (header: number, lines: number, right: number): StyledArea[] => [
    { area: { top: header, left: 0, bottom: header + lines, right }, style: { borderColor: GRID_LINE } },
    { area: rowArea(header, 0, right), style: HEADER_STYLE },
    { area: rowArea(header - 1, 0, 0), style: SECTION_STYLE },
  ];
  const centred = (left: number, right: number, top: number, last: number): StyledArea => ({
    area: { top, left, bottom: last, right },
    style: { horizontal: "center" },
  });
  const shareBottom = rows.shares + districts + 3;
  return [
    {
      area: { top: 0, left: 0, bottom, right: LAST_COLUMN },
      style: { fontName: OFFICIAL_FONT, fontSize: 12, vertical: "center", wrapText: false },
    },
    { area: rowArea(0, 0, LAST_COLUMN), style: SHEET_TITLE_STYLE },
    { area: rowArea(1, 0, 0), style: NOTE_STYLE },
    ...table(rows.targets, scheme.targets.length, LAST_COLUMN),
    ...table(rows.stages, STAGES.length, 2),
    ...table(rows.shares, districts + 3, LAST_COLUMN),
    ...table(rows.communes, scheme.communes.length, COMMUNE.withBook),
    centred(TARGET.denominator, TARGET.goal, rows.targets + 1, rows.targets + scheme.targets.length),
    centred(1, 2, rows.stages + 1, rows.stages + STAGES.length),
    centred(SHARE.communes, SHARE.fixed, rows.shares + 1, shareBottom),
    centred(COMMUNE.code, COMMUNE.type, rows.communes + 1, bottom),
    centred(COMMUNE.withBook, COMMUNE.withBook, rows.communes + 1, bottom),
    { area: columnArea(COMMUNE.code, rows.communes + 1, bottom), style: { numberFormat: "@" } },
    {
      area: { top: shareBottom - 2, left: 0, bottom: shareBottom, right: LAST_COLUMN },
      style: { bold: true },
    },
    {
      area: columnArea(SHARE.fixed, rows.shares + 1, rows.shares + districts),
      style: { fontColor: MUTED },
    },
    ...inputs.map((area) => ({ area, style: { fillColor: INPUT_FILL } })),
  ];
}

function typedValidation(area: Area, scheme: Scheme): ValidationSpec {
  const title = TARGET_SHEET_COLUMNS.shares.typed;
  return {
    area,
    rule: { kind: "wholeNumber", min: 0, max: scheme.communes.length },
    prompt: inputMessage(
      title,
      "Gõ số xã phải biên soạn nếu khác số tính được ở cột bên trái. Để trống thì dùng số tính được."
    ),
    alert: {
      style: "stop",
      title,
      message: `Hãy gõ số nguyên từ 0 đến ${scheme.communes.length}, hoặc để trống.`,
    },
  };
}

function tickValidation(area: Area, title: string, message: string): ValidationSpec {
  return {
    area,
    rule: { kind: "list", values: [TICK] },
    prompt: inputMessage(title, message),
    alert: { style: "stop", title, message: "Chỉ ghi x hoặc để trống." },
  };
}
