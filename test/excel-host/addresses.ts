/** A1 addresses of Excel: cells, whole rows and columns, sheet names. */
import { COLUMN_COUNT, columnsOf, ROW_COUNT, rowsOf, spansAllColumns, spansAllRows } from "./areas";
import type { Area } from "./spreadsheet/spreadsheet";

/** 0 -> `A`, 26 -> `AA`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    name = String.fromCharCode(65 + (rest % 26)) + name;
  }
  return name;
}

function columnIndex(name: string): number {
  return [...name.toUpperCase()].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `B2:D9`, `B2`, `A:C`, `3:3`; `$B$2` when absolute. No sheet name. */
export function formatArea(area: Area, absolute = false): string {
  const mark = absolute ? "$" : "";
  if (spansAllRows(area)) {
    return `${mark}${columnName(area.left)}:${mark}${columnName(area.right)}`;
  }
  if (spansAllColumns(area)) {
    return `${mark}${area.top + 1}:${mark}${area.bottom + 1}`;
  }
  const from = `${mark}${columnName(area.left)}${mark}${area.top + 1}`;
  const to = `${mark}${columnName(area.right)}${mark}${area.bottom + 1}`;
  return rowsOf(area) === 1 && columnsOf(area) === 1 ? from : `${from}:${to}`;
}

/** `'Biểu 02'!A1:C4`: the sheet's name is quoted unless it is a plain word. */
export function formatAddress(sheetName: string, area: Area, absolute = false): string {
  return `${quoteSheetName(sheetName)}!${formatArea(area, absolute)}`;
}

export function quoteSheetName(name: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Sheet name (or `null`) and the rest of an address such as `'Biểu 02'!A1`. */
export function splitAddress(address: string): { readonly sheet: string | null; readonly local: string } {
  const mark = address.lastIndexOf("!");
  if (mark < 0) {
    return { sheet: null, local: address };
  }
  const sheet = address.slice(0, mark);
  const name = /^'.*'$/.test(sheet) ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
  return { sheet: name, local: address.slice(mark + 1) };
}

/** The area of `B2:D9`, `$B$2`, `A:C` or `3:5`; `null` when the text is no address. */
export function parseArea(address: string): Area | null {
  const [first = "", second = first, ...more] = address.trim().split(":");
  const from = parseCorner(first);
  const to = parseCorner(second);
  const isPair = address.includes(":");
  if (!from || !to || more.length > 0 || (from.row === null) !== (to.row === null)) {
    return null;
  }
  if (
    (from.column === null) !== (to.column === null) ||
    (!isPair && (from.row === null || from.column === null))
  ) {
    return null;
  }
  const area = {
    top: Math.min(from.row ?? 0, to.row ?? 0),
    left: Math.min(from.column ?? 0, to.column ?? 0),
    bottom: Math.max(from.row ?? ROW_COUNT - 1, to.row ?? ROW_COUNT - 1),
    right: Math.max(from.column ?? COLUMN_COUNT - 1, to.column ?? COLUMN_COUNT - 1),
  };
  return area.bottom < ROW_COUNT && area.right < COLUMN_COUNT && area.top >= 0 ? area : null;
}

/** A corner of an address; a part that is not written is `null`. */
function parseCorner(text: string): { readonly row: number | null; readonly column: number | null } | null {
  const found = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/.exec(text);
  if (!found || (found[1] === undefined && found[2] === undefined)) {
    return null;
  }
  return {
    row: found[2] === undefined ? null : Number(found[2]) - 1,
    column: found[1] === undefined ? null : columnIndex(found[1]),
  };
}
