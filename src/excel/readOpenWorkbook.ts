/** The open workbook → grids. */
import type { Area, CellValue, Grid, WorkbookContent } from "../domain/grid";
import { GENERAL_FORMAT, TEXT_FORMAT } from "./contents";
import { AREA_PROPERTIES, areaOf } from "./ranges";
import { isRecordSheet } from "./record";
import { readMerges } from "./readMerges";
import { readCells, type RawCells } from "./readCells";
import { isDateFormat, isoFromSerial } from "./serialDates";

/** A sheet's outline, before its cells are read. */
interface SheetOutline {
  readonly sheet: Excel.Worksheet;
  /** Null: the sheet is empty. */
  readonly used: Area | null;
  readonly merges: readonly Area[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
}

/**
 * Reads every worksheet of the open workbook (hidden ones too, the product's own record excepted), its custom properties and its name. Three syncs,
 * one more where rows or columns are hidden, and one for each full response of cells. Rejects with Office.js errors
 * (`describeExcelError`).
 */
export async function readOpenWorkbook(): Promise<WorkbookContent> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    workbook.load("name");
    const sheets = workbook.worksheets.load("items/name,items/visibility");
    const properties = workbook.properties.custom.load("items/key,items/value");
    await context.sync();

    const ofTheUser = sheets.items.filter(({ name }) => !isRecordSheet(name));
    const outlines = await readOutlines(context, ofTheUser);
    const filled = outlines.flatMap(({ sheet, used }) => (used ? [{ sheet, area: used }] : []));
    const cells = await readCells(context, filled, "values");
    const cellsOf = new Map(filled.map(({ sheet }, index) => [sheet, cells[index]]));

    return {
      file: workbook.name,
      format: "excel",
      sheets: outlines.map((outline) => gridOf(outline, cellsOf.get(outline.sheet))),
      properties: Object.fromEntries(properties.items.map(({ key, value }) => [key, String(value)])),
      modified: null,
      sha256: null,
    };
  });
}

async function readOutlines(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[]
): Promise<readonly SheetOutline[]> {
  const probes = sheets.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true).load(`${AREA_PROPERTIES},rowHidden,columnHidden`);
    return { sheet, used };
  });
  await context.sync();

  const hidden = probes.map(({ used }) => (used.isNullObject ? NOTHING_HIDDEN : askHidden(used)));
  if (hidden.some(({ rows, columns }) => rows !== null || columns !== null)) await context.sync();

  const filled = probes.filter(({ used }) => !used.isNullObject);
  const merges = await readMerges(
    context,
    filled.map(({ sheet, used }) => ({ sheet, area: areaOf(used) }))
  );

  return probes.map((probe, index) => {
    const { sheet, used } = probe;
    if (used.isNullObject) return { sheet, used: null, merges: [], hiddenRows: [], hiddenColumns: [] };
    const { rows, columns } = hidden[index] ?? NOTHING_HIDDEN;
    return {
      sheet,
      used: areaOf(used),
      merges: merges[filled.indexOf(probe)] ?? [],
      hiddenRows: positions(rows?.value ?? [], used.rowIndex, (row) => row.rowHidden),
      hiddenColumns: positions(columns?.value ?? [], used.columnIndex, (column) => column.columnHidden),
    };
  });
}

/** Pending answers; null where nothing is hidden. */
interface HiddenQuery {
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null;
}

const NOTHING_HIDDEN: HiddenQuery = { rows: null, columns: null };

/** Excel says `false` where nothing is hidden, `true` where all is, null in between. */
function askHidden(used: Excel.Range): HiddenQuery {
  return {
    rows: used.rowHidden === false ? null : used.getRowProperties({ rowHidden: true }),
    columns: used.columnHidden === false ? null : used.getColumnProperties({ columnHidden: true }),
  };
}

function positions<T>(
  items: readonly T[],
  first: number,
  isHidden: (item: T) => boolean | undefined
): number[] {
  return items.flatMap((item, index) => (isHidden(item) ? [first + index] : []));
}

function gridOf(outline: SheetOutline, cells: RawCells | undefined): Grid {
  const { sheet, used, merges, hiddenRows, hiddenColumns } = outline;
  return {
    sheet: sheet.name,
    top: used?.top ?? 0,
    left: used?.left ?? 0,
    values: (cells?.values ?? []).map((row, r) =>
      row.map((value, c) => cellValue(value, cells?.formats[r]?.[c]))
    ),
    merges,
    hiddenRows,
    hiddenColumns,
    hidden: sheet.visibility !== "Visible",
  };
}

/** Excel gives error values as their text; in a cell formatted as text it is no more than that. */
const ERROR_VALUE =
  /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!)$/;

function cellValue(value: unknown, format = GENERAL_FORMAT): CellValue {
  if (typeof value === "number") {
    const iso = isDateFormat(format) ? isoFromSerial(value) : null;
    return iso === null ? value : { kind: "date", iso };
  }
  if (typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return null;
  return format !== TEXT_FORMAT && ERROR_VALUE.test(value) ? { kind: "error", code: value } : value;
}
