/** The open workbook → grids. */
import { type Area, type CellValue, cellAddress, type Grid, type WorkbookContent } from "../domain/grid";
import { GENERAL_FORMAT, TEXT_FORMAT } from "./contents";
import { describeExcelError } from "./errors";
import { OutOfReach } from "./placedErrors";
import { AREA_PROPERTIES, areaOf, cellCount, rangeOf } from "./ranges";
import { isRecordSheet } from "./record";
import { readMerges } from "./readMerges";
import { type RawCells, readCells, type ReadOptions } from "./readCells";
import { isDateFormat, isoFromSerial } from "./serialDates";

/** The open workbook as it was read, with what tells whether it is still the same. */
export interface OpenWorkbook {
  readonly content: WorkbookContent;
  /** Of each sheet of the content, in the same order. */
  readonly sheets: readonly OpenSheet[];
}

export interface OpenSheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: Excel.Worksheet["visibility"];
  /** False: the sheet is protected, and the looks of its cells are, too. */
  readonly takesFormats: boolean;
}

/** A sheet's outline, before its cells are read. */
interface SheetOutline {
  readonly sheet: Excel.Worksheet;
  /** Null: the sheet is empty. */
  readonly used: Area | null;
  readonly merges: readonly Area[];
  readonly hasHiddenRows: boolean;
  readonly hasHiddenColumns: boolean;
}

/**
 * Reads every worksheet of the open workbook (hidden ones too, the product's own record excepted), its custom properties and its name. Two syncs,
 * one more where rows or columns are hidden, and one for each full response of cells. Rejects with
 * `OutOfReach`, and with Office.js errors (`describeExcelError`).
 */
export async function readOpenWorkbook(options: ReadOptions = {}): Promise<WorkbookContent> {
  return (await openWorkbook(options)).content;
}

/** `readOpenWorkbook` for who will look at the workbook again (`readEdits`). */
export async function openWorkbook(options: ReadOptions = {}): Promise<OpenWorkbook> {
  // Nothing is tracked beyond the requests, so that no further one has to let go of it.
  const context = new Excel.RequestContext();
  const listed = listWorkbook(context);
  await context.sync();

  const sheets = sheetsOfUser(listed);
  const outlines = await readOutlines(context, sheets);
  refuseFar(outlines);
  const filled = outlines.flatMap(({ sheet, used }) => (used ? [{ sheet, area: used }] : []));
  const hidden = outlines.map(askHidden);
  if (hidden.some(({ rows, columns }) => rows !== null || columns !== null)) await context.sync();
  const cells = await readCells(context, filled, "values", options);
  const cellsOf = new Map(filled.map(({ sheet }, index) => [sheet, cells[index]]));
  return {
    content: contentOf(
      listed,
      outlines.map((outline, index) => gridOf(outline, hidden[index], cellsOf.get(outline.sheet)))
    ),
    sheets: sheets.map(openSheet),
  };
}

/**
 * Cells of the used ranges of a workbook together: as many as a file may have, which Excel gives in a minute or more. One stray
 * cell at the end of a sheet makes billions.
 */
export const MOST_USED_CELLS = 2_000_000;

/** Throws `OutOfReach` with the last cells of the sheets that are too large, all together or by themselves. */
function refuseFar(outlines: readonly SheetOutline[]): void {
  const used = outlines.flatMap(({ sheet, used: area }) => (area ? [{ sheet: sheet.name, area }] : []));
  if (used.reduce((sum, { area }) => sum + cellCount(area), 0) <= MOST_USED_CELLS) return;
  const share = MOST_USED_CELLS / used.length;
  const far = used.filter(({ area }) => cellCount(area) > share);
  throw new OutOfReach(
    far.map(({ sheet, area }) => ({ sheet, address: cellAddress(area.bottom, area.right) }))
  );
}

/** What there is, known after the caller's next sync. */
export interface ListedWorkbook {
  readonly workbook: Excel.Workbook;
  readonly sheets: Excel.WorksheetCollection;
  readonly properties: Excel.CustomPropertyCollection;
}

/** Asks for the name of the workbook, its sheets and its properties. */
export function listWorkbook({ workbook }: Excel.RequestContext): ListedWorkbook {
  return {
    workbook: workbook.load("name"),
    sheets: workbook.worksheets.load(
      "items/id,items/name,items/visibility,items/protection/protected,items/protection/options"
    ),
    properties: workbook.properties.custom.load("items/key,items/value"),
  };
}

export function sheetsOfUser({ sheets }: ListedWorkbook): readonly Excel.Worksheet[] {
  return sheets.items.filter(({ name }) => !isRecordSheet(name));
}

export function openSheet({ id, name, visibility, protection }: Excel.Worksheet): OpenSheet {
  const takesFormats = !protection.protected || protection.options.allowFormatCells === true;
  return { id, name, visibility, takesFormats };
}

export function contentOf(
  { workbook, properties }: ListedWorkbook,
  sheets: readonly Grid[]
): WorkbookContent {
  return {
    file: workbook.name,
    format: "excel",
    sheets,
    properties: Object.fromEntries(properties.items.map(({ key, value }) => [key, String(value)])),
    modified: null,
    sha256: null,
  };
}

/** One sync; more where a sheet has more merged areas than Excel tells at once. */
async function readOutlines(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[]
): Promise<readonly SheetOutline[]> {
  const probes = sheets.map(probeOutline);
  const merges = probes.map(({ used }) => used.getMergedAreasOrNullObject().areas.load(AREA_PROPERTIES));
  try {
    await context.sync();
  } catch (error) {
    const { kind } = describeExcelError(error);
    if (kind === "cell-edit" || kind === "connection" || kind === "protected") throw error;
    return readOutlinesApart(context, sheets);
  }
  return probes.map((probe, index) =>
    outlineOf(probe, merges[index]?.isNullObject ? [] : (merges[index]?.items ?? []).map(areaOf))
  );
}

async function readOutlinesApart(
  context: Excel.RequestContext,
  sheets: readonly Excel.Worksheet[]
): Promise<readonly SheetOutline[]> {
  const probes = sheets.map(probeOutline);
  await context.sync();
  const filled = probes.filter(({ used }) => !used.isNullObject);
  const merges = await readMerges(
    context,
    filled.map(({ sheet, used }) => ({ sheet, area: areaOf(used) }))
  );
  return probes.map((probe) => outlineOf(probe, merges[filled.indexOf(probe)] ?? []));
}

interface Probe {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/** Properties of a used range that say what `SheetOutline` holds but the merged areas. */
export const OUTLINE_PROPERTIES = `${AREA_PROPERTIES},rowHidden,columnHidden`;

function probeOutline(sheet: Excel.Worksheet): Probe {
  return { sheet, used: sheet.getUsedRangeOrNullObject(true).load(OUTLINE_PROPERTIES) };
}

/** Excel says `false` where nothing is hidden, `true` where all is, null in between. */
function outlineOf({ sheet, used }: Probe, merges: readonly Area[]): SheetOutline {
  if (used.isNullObject) {
    return { sheet, used: null, merges: [], hasHiddenRows: false, hasHiddenColumns: false };
  }
  return {
    sheet,
    used: areaOf(used),
    merges,
    hasHiddenRows: used.rowHidden !== false,
    hasHiddenColumns: used.columnHidden !== false,
  };
}

/** Pending answers; null where nothing is hidden. */
interface HiddenQuery {
  readonly rows: OfficeExtension.ClientResult<Excel.RowProperties[]> | null;
  readonly columns: OfficeExtension.ClientResult<Excel.ColumnProperties[]> | null;
}

function askHidden({ sheet, used, hasHiddenRows, hasHiddenColumns }: SheetOutline): HiddenQuery {
  if (used === null) return { rows: null, columns: null };
  const ask = (): Excel.Range => rangeOf(sheet, used);
  return {
    rows: hasHiddenRows ? ask().getRowProperties({ rowHidden: true }) : null,
    columns: hasHiddenColumns ? ask().getColumnProperties({ columnHidden: true }) : null,
  };
}

function positions<T>(
  items: readonly T[],
  first: number,
  isHidden: (item: T) => boolean | undefined
): number[] {
  return items.flatMap((item, index) => (isHidden(item) ? [first + index] : []));
}

function gridOf(
  { sheet, used, merges }: SheetOutline,
  hidden: HiddenQuery | undefined,
  cells: RawCells | undefined
): Grid {
  return {
    sheet: sheet.name,
    top: used?.top ?? 0,
    left: used?.left ?? 0,
    values: cells ? cellValues(cells) : [],
    merges,
    hiddenRows: positions(hidden?.rows?.value ?? [], used?.top ?? 0, (row) => row.rowHidden),
    hiddenColumns: positions(hidden?.columns?.value ?? [], used?.left ?? 0, (column) => column.columnHidden),
    hidden: sheet.visibility !== "Visible",
  };
}

/** Cells as Excel gives them → values; number formats tell dates from numbers. */
export function cellValues({ values, formats }: Pick<RawCells, "values" | "formats">): CellValue[][] {
  return values.map((row, r) => row.map((value, c) => cellValue(value, formats[r]?.[c])));
}

/** Excel gives error values as their text; in a cell formatted as text it is no more than that. */
const ERROR_VALUE =
  /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!)$/;

/** A value as Excel gives it, with its number format → a value of ours. */
export function cellValue(value: unknown, format = GENERAL_FORMAT): CellValue {
  if (typeof value === "number") {
    const iso = isDateFormat(format) ? isoFromSerial(value) : null;
    return iso === null ? value : { kind: "date", iso };
  }
  if (typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return null;
  return format !== TEXT_FORMAT && ERROR_VALUE.test(value) ? { kind: "error", code: value } : value;
}
