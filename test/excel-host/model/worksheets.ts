/** Names and ids of sheets: Excel's rules, and how the client names them on the wire. */
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import type { SheetInfo } from "../spreadsheet/spreadsheet";
import type { ModelContext } from "./context";

const NAME_LIMIT = 31;
const FORBIDDEN = /[:\\/?*[\]]/;

/** Excel shows sheet ids in braces. */
export function wireSheetId(sheetId: string): string {
  return `{${sheetId}}`;
}

export function sheetInfo(context: ModelContext, sheetId: string): SheetInfo {
  const info = context.spreadsheet.sheets().find(({ id }) => id === sheetId);
  if (!info) {
    throw itemNotFound("Worksheet");
  }
  return info;
}

export function sheetName(context: ModelContext, sheetId: string): string {
  return sheetInfo(context, sheetId).name;
}

/** The id of the sheet with that name (in any letter case) or that id. */
export function findSheet(context: ModelContext, key: Json): string | null {
  const name = String(key).toLowerCase();
  const found = context.spreadsheet
    .sheets()
    .find((sheet) => wireSheetId(sheet.id) === key || sheet.name.toLowerCase() === name);
  return found?.id ?? null;
}

/** Fails unless Excel takes the name for a sheet; `sheetId` may keep its own. */
export function requireSheetName(
  context: ModelContext,
  name: string,
  sheetId: string | null,
  location: string
): void {
  const isPlain = !FORBIDDEN.test(name) && !name.startsWith("'") && !name.endsWith("'");
  if (name.trim() === "" || name.length > NAME_LIMIT || !isPlain || name.toLowerCase() === "history") {
    throw invalidArgument(location, `"${name}" is no name for a sheet.`);
  }
  const holder = context.spreadsheet
    .sheets()
    .find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (holder && holder.id !== sheetId) {
    throw itemAlreadyExists(location);
  }
}

/** `Sheet1`, `Sheet2`, … the first that is free. */
export function freeSheetName(context: ModelContext): string {
  return firstFree(context, 1, (number) => `Sheet${number}`);
}

/** `Biểu 02 (2)`, `Biểu 02 (3)`, … as Excel names copies. */
export function freeCopyName(context: ModelContext, original: string): string {
  return firstFree(context, 2, (number) => {
    const ending = ` (${number})`;
    return original.slice(0, NAME_LIMIT - ending.length) + ending;
  });
}

function firstFree(context: ModelContext, from: number, nameOf: (number: number) => string): string {
  const taken = new Set(context.spreadsheet.sheets().map(({ name }) => name.toLowerCase()));
  let number = from;
  while (taken.has(nameOf(number).toLowerCase())) {
    number += 1;
  }
  return nameOf(number);
}
