/** Whose work a workbook is: a district's tables, or the province's round. */
import { MERGED_SHEETS, MERGED_STAMP } from "../schemes/mergedColumns";
import type { Scheme } from "../schemes/types";
import { STAMP } from "./stamp";
import { wordKey } from "./text/normalize";

export type Role = "district" | "province";

/** What tells the role without reading a cell. */
export interface WorkbookSigns {
  /** Names of all sheets, hidden ones too. */
  readonly sheets: readonly string[];
  /** Custom document properties. */
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * The role that a workbook itself tells; null when it tells none. A workbook in which units were merged is the
 * province's, though it may hold blank forms too; `Chỉ tiêu` and `Nhật ký` are names that anybody may give a sheet,
 * and say something only where there is no form.
 */
export function roleOf({ sheets, properties }: WorkbookSigns, scheme: Scheme): Role | null {
  const names = new Set(sheets.map(wordKey));
  const hasSheet = (name: string): boolean => names.has(wordKey(name));
  if (properties[MERGED_STAMP] !== undefined) return "province";
  if (hasSheet(MERGED_SHEETS.documents) || hasSheet(MERGED_SHEETS.works)) return "province";
  if (properties[STAMP.unit] !== undefined || properties[STAMP.templateVersion] !== undefined)
    return "district";
  if (scheme.forms.some(({ name }) => hasSheet(name))) return "district";
  return hasSheet(MERGED_SHEETS.targets) || hasSheet(MERGED_SHEETS.journal) ? "province" : null;
}
