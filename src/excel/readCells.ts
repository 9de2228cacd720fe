/** Reads cells in pieces that fit into Excel's responses. */
import type { Area } from "../domain/grid";
import { RESPONSE_CELLS, bandsOfRows, groupBySize } from "./chunks";
import { describeExcelError } from "./errors";
import { cellCount, rangeOf } from "./ranges";

/** An area of one sheet. */
export interface SheetArea {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
}

/** What Excel says of a rectangle of cells. Number formats are in their English form. */
export interface RawCells {
  readonly values: readonly (readonly unknown[])[];
  /** Empty unless asked for. */
  readonly formulas: readonly (readonly unknown[])[];
  readonly formats: readonly (readonly string[])[];
}

/** What is read: values and number formats, or those and the formulas. */
export type ReadDetail = "values" | "formulas";

/** For whom it takes long. */
export interface ReadOptions {
  /** Is told how much of the cells has been read, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Where it is aborted, reading rejects with its `reason` before the next request. */
  readonly signal?: AbortSignal;
}

/** Reads areas, one sync for each full response. Returns one result for each area, in order. */
export async function readCells(
  context: Excel.RequestContext,
  areas: readonly SheetArea[],
  detail: ReadDetail,
  { onProgress, signal }: ReadOptions = {}
): Promise<readonly RawCells[]> {
  const pieces = areas.flatMap((whole, index) => piecesOf(whole).map((piece) => ({ index, ...piece })));
  const cells: RawCells[] = [];
  for (const group of groupBySize(pieces, ({ area }) => cellCount(area), RESPONSE_CELLS)) {
    if (signal?.aborted) throw signal.reason;
    cells.push(...(await readGroup(context, group, detail)));
    onProgress?.(cells.length / pieces.length);
  }
  return areas.map((_, index) => joined(cells.filter((_, position) => pieces[position]?.index === index)));
}

function piecesOf({ sheet, area }: SheetArea): readonly SheetArea[] {
  const rows = area.bottom - area.top + 1;
  const columns = area.right - area.left + 1;
  return bandsOfRows(area.top, rows, columns, RESPONSE_CELLS).map(({ top, count }) => ({
    sheet,
    area: { ...area, top, bottom: top + count - 1 },
  }));
}

/** One sync; where the texts are so long that the response is refused nonetheless, two halves of it. */
async function readGroup(
  context: Excel.RequestContext,
  pieces: readonly SheetArea[],
  detail: ReadDetail
): Promise<readonly RawCells[]> {
  const properties = detail === "formulas" ? "values,numberFormat,formulas" : "values,numberFormat";
  const ranges = pieces.map(({ sheet, area }) => rangeOf(sheet, area).load(properties));
  try {
    await context.sync();
  } catch (error) {
    const tooLarge = describeExcelError(error).code === "ResponsePayloadSizeLimitExceeded";
    if (tooLarge && (pieces.length > 1 || pieces.some(hasSeveralRows))) {
      return readHalves(context, pieces, detail);
    }
    throw error;
  }
  return ranges.map((range) => ({
    values: range.values,
    formulas: detail === "formulas" ? range.formulas : [],
    formats: range.numberFormat as string[][],
  }));
}

async function readHalves(
  context: Excel.RequestContext,
  pieces: readonly SheetArea[],
  detail: ReadDetail
): Promise<readonly RawCells[]> {
  const [only] = pieces;
  if (pieces.length === 1 && only) {
    const middle = Math.floor((only.area.top + only.area.bottom) / 2);
    const upper = { ...only, area: { ...only.area, bottom: middle } };
    const lower = { ...only, area: { ...only.area, top: middle + 1 } };
    const first = await readGroup(context, [upper], detail);
    const second = await readGroup(context, [lower], detail);
    return [joined([...first, ...second])];
  }
  const half = Math.ceil(pieces.length / 2);
  const first = await readGroup(context, pieces.slice(0, half), detail);
  const second = await readGroup(context, pieces.slice(half), detail);
  return [...first, ...second];
}

function hasSeveralRows({ area }: SheetArea): boolean {
  return area.bottom > area.top;
}

function joined(pieces: readonly RawCells[]): RawCells {
  return {
    values: pieces.flatMap((piece) => piece.values),
    formulas: pieces.flatMap((piece) => piece.formulas),
    formats: pieces.flatMap((piece) => piece.formats),
  };
}
