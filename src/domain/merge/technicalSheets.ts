/**
 * The sheets of the merged workbook that nobody sees. People have sheets of the same names: what a sheet holds tells whose it
 * is, and theirs is neither read nor drawn over.
 */
import { baseColumns, MAPPINGS_SHEET, MERGED_SHEETS } from "../../schemes/mergedColumns";
import type { Scheme } from "../../schemes/types";
import type { Grid, WorkbookContent } from "../grid";
import { wordKey } from "../text/normalize";
import { readMappings } from "./keptMappings";
import { mergedHeader } from "./mergedHeader";

/** What these sheets are called where nobody else's is. */
export const TECHNICAL_SHEETS = [MERGED_SHEETS.base, MAPPINGS_SHEET] as const;

export type TechnicalSheet = (typeof TECHNICAL_SHEETS)[number];

/** Follows the name where that is taken, and a number follows it. */
const OTHERWISE = "Biểu Sử";

/** Our sheet, under whichever of its names; undefined where there is none. */
export function technicalSheet(
  { sheets }: WorkbookContent,
  name: TechnicalSheet,
  scheme: Scheme
): Grid | undefined {
  return sheets.find((grid) => isOurs(grid, name, scheme));
}

/** What our sheet is called in this workbook, or shall be called so that it is drawn over nobody's. */
export function technicalName(workbook: WorkbookContent, name: TechnicalSheet, scheme: Scheme): string {
  const own = technicalSheet(workbook, name, scheme);
  if (own) return own.sheet;
  const taken = new Set(workbook.sheets.map(({ sheet }) => wordKey(sheet)));
  let free: string = name;
  for (let number = 1; taken.has(wordKey(free)); number += 1) free = `${name} (${OTHERWISE} ${number})`;
  return free;
}

export function isTechnicalSheet(grid: Grid, scheme: Scheme): boolean {
  return TECHNICAL_SHEETS.some((name) => isOurs(grid, name, scheme));
}

/** Every sheet of every file is asked for its name. */
const KEYS = new Map(
  TECHNICAL_SHEETS.map((name) => [name, [wordKey(name), `${wordKey(`${name} ${OTHERWISE}`)} `] as const])
);

function isOurs(grid: Grid, name: TechnicalSheet, scheme: Scheme): boolean {
  const key = wordKey(grid.sheet);
  const [own = "", otherwise = ""] = KEYS.get(name) ?? [];
  if (key !== own && !key.startsWith(otherwise)) return false;
  return name === MAPPINGS_SHEET
    ? readMappings(grid).length > 0
    : mergedHeader(grid, baseColumns(scheme)) !== null;
}
