/** Lists of areas as the file writes them: `A1:B2 D4`. */
import { formatArea, parseArea } from "../addresses";
import { columnsOf, ROW_COUNT, rowsOf } from "../areas";
import type { Area } from "../spreadsheet/spreadsheet";

/** Whole columns are written as cells, which all readers understand. */
export function writeAreas(areas: readonly Area[]): string {
  return areas.map(cellAddress).join(" ");
}

function cellAddress(area: Area): string {
  const corner = (row: number, column: number): string =>
    formatArea({ top: row, bottom: row, left: column, right: column });
  return rowsOf(area) === 1 && columnsOf(area) === 1
    ? corner(area.top, area.left)
    : `${corner(area.top, area.left)}:${corner(area.bottom, area.right)}`;
}

/** What is no area is left out. */
export function readAreas(text: string | null): readonly Area[] {
  return (text ?? "")
    .split(/\s+/)
    .flatMap((address) => (address === "" ? [] : (parseArea(address) ?? [])))
    .filter(({ bottom }) => bottom < ROW_COUNT);
}
