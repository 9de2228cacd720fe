/**
 * The record of a drawing under way: its token, kept in the workbook itself on a sheet that users do not see. It is
 * written before anything is changed and removed by the last stroke, so a workbook that has one was left half-way.
 * While it is being written its sheet has another name: under its own name it is always whole.
 */
import { jsonBytes } from "./chunks";
import { TEXT_FORMAT } from "./contents";
import { AREA_PROPERTIES, areaOf } from "./ranges";
import { readCells } from "./readCells";
import { removeSheet } from "./removeSheet";
import { sendStrokes, strokeOfCalls, strokeOfContent, type Stroke } from "./requests";
import type { DrawToken } from "./tokens";

/** Name of the sheet that holds a whole record. */
export const RECOVERY_SHEET = "BieuSu.KhoiPhuc";
const SHEET_BEING_WRITTEN = "BieuSu.KhoiPhuc.DangGhi";

/** True for the sheets of a record: they are no part of what the user has. */
export function isRecordSheet(name: string): boolean {
  return name === RECOVERY_SHEET || name === SHEET_BEING_WRITTEN;
}

/** The sheets of a record; null objects where there are none. */
export interface FoundRecord {
  readonly whole: Excel.Worksheet;
  readonly beingWritten: Excel.Worksheet;
}

/** Asks for the sheets of a record; known after the caller's next sync. */
export function findRecord({ worksheets }: Excel.Workbook): FoundRecord {
  const sheetNamed = (name: string) => worksheets.getItemOrNullObject(name).load("name");
  return { whole: sheetNamed(RECOVERY_SHEET), beingWritten: sheetNamed(SHEET_BEING_WRITTEN) };
}

/** The sheets of a record that are there. */
export function sheetsOf({ whole, beingWritten }: FoundRecord): readonly Excel.Worksheet[] {
  return [whole, beingWritten].filter((sheet) => !sheet.isNullObject);
}

/** How a record is laid out; its first line. */
const RECORD_VERSION = "2";
/** Characters in a cell; Excel takes 32.767. */
const PIECE_CHARACTERS = 30_000;
/** Begins every cell: an apostrophe at the beginning would be lost. */
const PIECE_MARK = "|";

/** Writes a record where there is no whole one; one sync for each full request. Returns its sheet. */
export async function keepRecord(
  context: Excel.RequestContext,
  { beingWritten }: FoundRecord,
  token: DrawToken
): Promise<Excel.Worksheet> {
  if (!beingWritten.isNullObject) removeSheet(beingWritten);
  const sheet = context.workbook.worksheets.add(SHEET_BEING_WRITTEN);
  const cells = [RECORD_VERSION, ...piecesOf(JSON.stringify(token))].map((piece) => PIECE_MARK + piece);
  await sendStrokes(context, [
    strokeOfCalls(5, () => {
      sheet.visibility = "VeryHidden";
    }),
    ...cells.map((cell, row) =>
      strokeOfContent(jsonBytes([cell, TEXT_FORMAT]), () => {
        const range = sheet.getRangeByIndexes(row, 0, 1, 1);
        range.numberFormat = [[TEXT_FORMAT]];
        range.values = [[cell]];
      })
    ),
    strokeOfCalls(1, () => {
      sheet.name = RECOVERY_SHEET;
    }),
  ]);
  return sheet;
}

/** Takes away what there is of a record. */
export function removalStroke(sheets: readonly Excel.Worksheet[]): Stroke {
  return strokeOfCalls(2 * sheets.length, () => sheets.forEach(removeSheet));
}

/** A record that this version of the product cannot read: it was written by another one, or changed by hand. */
export class RecordUnreadable extends Error {
  override readonly name = "RecordUnreadable";
}

/** Reads a whole record; two syncs or more. Rejects with `RecordUnreadable`. */
export async function readRecord(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<DrawToken> {
  const used = sheet.getUsedRangeOrNullObject(true).load(AREA_PROPERTIES);
  await context.sync();
  if (used.isNullObject) throw new RecordUnreadable(`Sheet ${RECOVERY_SHEET} is empty`);
  const [cells] = await readCells(context, [{ sheet, area: areaOf(used) }], "values");
  const [version, ...pieces] = (cells?.values ?? []).map(([cell]) => String(cell).slice(PIECE_MARK.length));
  if (version !== RECORD_VERSION) throw new RecordUnreadable(`Record of version ${version ?? "?"}`);
  try {
    return JSON.parse(pieces.join("")) as DrawToken;
  } catch (cause) {
    throw new RecordUnreadable(`Sheet ${RECOVERY_SHEET} was changed`, { cause });
  }
}

/** Cuts a text into pieces for cells, never inside a character. */
export function piecesOf(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const wanted = Math.min(start + PIECE_CHARACTERS, text.length);
    const end = isHighSurrogate(text, wanted - 1) && wanted < text.length ? wanted - 1 : wanted;
    pieces.push(text.slice(start, end));
    start = end;
  }
  return pieces;
}

function isHighSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xd800 && unit <= 0xdbff;
}
