/** Cells as people read them. */
import type { CellValue } from "../grid";
import { isPlainCharacter } from "../text/folding";
import { comparisonKey, showsNothing } from "../text/normalize";
import { keyOfLong } from "../text/understood";
import { formatDate } from "./dates";

/** A value as text: dates as `25/6/2021`, numbers with the decimal comma, errors as their code, empty as `""`. */
export function cellText(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "object") return value.kind === "date" ? formatDate(value.iso) : value.code;
  return value;
}

/** True for nothing at all or only white space. */
export function isBlank(value: CellValue): boolean {
  if (typeof value !== "string") return value === null;
  return !isPlainCharacter(value.charCodeAt(0)) && showsNothing(value);
}

/** Key under which two cells say the same, whether a date is typed or true, and however a name is spelled. */
export function cellKey(value: CellValue): string {
  return keyOfLong(cellText(value), comparisonKey);
}
