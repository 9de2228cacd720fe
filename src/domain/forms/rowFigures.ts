/** What the cells of a row say of the row: figures of one work or document, or of many that are added up. */
import type { FormColumn } from "../../schemes/types";
import type { CellValue } from "../grid";
import { composed } from "../text/composing";
import { readDate } from "../values/dates";
import { readDocumentNumber } from "../values/documentNumbers";
import { readMoney } from "../values/money";
import { isSureMark, readStageMark } from "../values/stages";

/** "12", "05 cuốn". */
const COUNT = /^\d{1,3}(?:\s?%|\s{1,3}(?:cuốn|công trình|văn bản|đầu sách|tác phẩm|bộ|tập|xã|đơn vị))?$/iu;
/** Greater numbers are years or amounts. */
const MOST_COUNTED = 999;

function isCount(value: CellValue): boolean {
  if (typeof value === "number") return value <= MOST_COUNTED;
  return typeof value === "string" && COUNT.test(composed(value).trim());
}

/** True for what a heading may hold in a column: how many, how much, or nothing of it. */
export function isSubtotal({ kind, stage }: FormColumn, value: CellValue): boolean {
  if (isCount(value)) return true;
  if (stage !== undefined) return readStageMark(value, stage).status === "not-reached";
  return kind === "funds" && isAmount(value, ["ok", "none"]);
}

/**
 * True for a value that is of its column's kind beyond doubt: a date, a document's number, a mark of a stage, an amount.
 * @param ofWork whether the row is known to be about a work, so that a small number is a mark or an amount and no count
 */
export function isFigure({ kind, stage }: FormColumn, value: CellValue, ofWork: boolean): boolean {
  if (!ofWork && isCount(value)) return false;
  if (stage !== undefined) return isSureMark(value, stage);
  if (kind === "funds") return isAmount(value, ["ok"]);
  if (kind === "document-date") return readDate(value).status === "ok";
  return kind === "document-number" && readDocumentNumber(value).status === "ok";
}

function isAmount(value: CellValue, statuses: readonly string[]): boolean {
  return statuses.includes(readMoney(value).status);
}
