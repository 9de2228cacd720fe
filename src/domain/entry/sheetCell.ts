/** Cells of a row as they stand in the open workbook, and as they are typed in the pane. */
import type { FormColumn } from "../../schemes/types";
import type { CellValue, IsoDate } from "../grid";
import { tidyText } from "../text/normalize";
import { cellText } from "../values/cells";
import { readDate } from "../values/dates";
import { formatAmount, readMoney } from "../values/money";

export interface SheetCell {
  readonly value: CellValue;
  /** With its "="; null where there is none. */
  readonly formula: string | null;
  /** True: the sheet is protected and this cell with it. */
  readonly locked: boolean;
}

export const EMPTY_CELL: SheetCell = { value: null, formula: null, locked: false };

/** What is written into a cell; a text stays a text, whatever it looks like. */
export type EntryContent = string | number | null | { readonly date: IsoDate };

/** True when two cells hold the same. */
export function sameCell(a: SheetCell, b: SheetCell): boolean {
  return a.formula === b.formula && JSON.stringify(a.value) === JSON.stringify(b.value);
}

/** ISO date → `25/06/2021`, as it is typed. */
export function typedDate(iso: IsoDate): string {
  return iso.split("-").reverse().join("/");
}

/** A cell as the text of its field. */
export function fieldText({ value }: Pick<SheetCell, "value">, { kind }: FormColumn): string {
  if (typeof value === "object" && value?.kind === "date" && kind === "document-date") {
    return typedDate(value.iso);
  }
  if (typeof value === "number" && kind === "funds" && Number.isInteger(value)) return formatAmount(value);
  return cellText(value);
}

/** Dates that are read without doubt, though they are not written as they should be. */
const SURE_PROBLEMS: ReadonlySet<string> = new Set(["short-year", "year-first"]);

/** The day that a text of a date field means; null when it means none, or none for sure. */
export function meantDate(text: string): IsoDate | null {
  const reading = readDate(text);
  if (reading.status === "ok") return reading.iso;
  return reading.status === "problem" && SURE_PROBLEMS.has(reading.problem) ? reading.suggestion : null;
}

/**
 * What the text of a field writes, in the type that the column asks for; what cannot be read for sure stays text.
 * @param before the cell as it is: a stage cell that holds a true date is given one again
 * @param fundsUnit đồng per plain number of the funds column; see `forms/fundsUnit`
 */
export function contentOf(
  text: string,
  { kind }: FormColumn,
  before: Pick<SheetCell, "value"> = EMPTY_CELL,
  fundsUnit = 1
): EntryContent {
  const typed = tidyText(text);
  if (typed === "") return null;
  switch (kind) {
    case "ordinal":
      return /^\d{1,9}$/.test(typed) ? Number(typed) : typed;
    case "document-date":
      return dateOr(typed, meantDate(typed));
    case "stage": {
      const isDate = typeof before.value === "object" && before.value?.kind === "date";
      return isDate ? dateOr(typed, meantDate(typed)) : typed;
    }
    case "funds":
      return amountOr(typed, fundsUnit);
    default:
      return typed;
  }
}

function dateOr(text: string, iso: IsoDate | null): EntryContent {
  return iso === null ? text : { date: iso };
}

/** A number where the amount is sure and comes out even in the column's unit. */
function amountOr(text: string, fundsUnit: number): EntryContent {
  const reading = readMoney(text, fundsUnit);
  if (reading.status !== "ok" || reading.doubt !== undefined) return text;
  const amount = reading.dong / fundsUnit;
  return Math.round(amount * fundsUnit) === reading.dong ? amount : text;
}

/** The content as the rules see it once it is written. */
export function valueOf(content: EntryContent): CellValue {
  return typeof content === "object" && content !== null ? { kind: "date", iso: content.date } : content;
}
