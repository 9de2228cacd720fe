/** What cells look like, read and set in bulk: part of a sheet's snapshot. */
import type { Area } from "../domain/grid";
import { REQUEST_BYTES, bandsOfRows, groupBySize, jsonBytes } from "./chunks";
import { strokeOfContent, type Stroke } from "./requests";
import type { CellLook, SheetLooks } from "./tokens";
import type { SheetArea } from "./readCells";

/** A cell's look is more than 500 bytes of response. */
const LOOKS_A_RESPONSE = 4_000;
/** Cells of one sheet that are looked at; the rows below look like the last of them. */
const MAX_LOOKS = 20_000;

const BORDER = { color: true, style: true, weight: true };
const WANTED: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true },
    font: { name: true, size: true, bold: true, italic: true, color: true, underline: true },
    borders: BORDER,
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    protection: true,
  },
};

/** Reads the looks of areas, one sync for each full response; one result for each area, in order. */
export async function readLooks(
  context: Excel.RequestContext,
  areas: readonly SheetArea[]
): Promise<readonly SheetLooks[]> {
  const pieces = areas.flatMap(({ sheet, area }, index) => {
    const columns = area.right - area.left + 1;
    const rows = Math.min(area.bottom - area.top + 1, Math.max(1, Math.floor(MAX_LOOKS / columns)));
    return bandsOfRows(area.top, rows, columns, LOOKS_A_RESPONSE).map(({ top, count }) => ({
      index,
      cells: count * columns,
      range: () => sheet.getRangeByIndexes(top, area.left, count, columns),
    }));
  });
  const looks = new Map<number, CellLook[][]>();
  for (const group of groupBySize(pieces, ({ cells }) => cells, LOOKS_A_RESPONSE)) {
    const answers = group.map(({ index, range }) => ({ index, result: range().getCellProperties(WANTED) }));
    // One sync for each full response.
    // eslint-disable-next-line office-addins/no-context-sync-in-loop
    await context.sync();
    for (const { index, result } of answers) {
      const rows = result.value.map((row) => row.map(lookOf));
      looks.set(index, [...(looks.get(index) ?? []), ...rows]);
    }
  }
  return areas.map((_, index) => withPalette(looks.get(index) ?? []));
}

/** The properties that were asked for and say more than nothing. */
function lookOf({ format }: Excel.CellProperties): CellLook {
  const { fill, font, borders, horizontalAlignment, verticalAlignment, wrapText, protection } = format ?? {};
  const hasFill = fill?.color !== undefined && fill.pattern !== "None" && fill.color !== "";
  const drawn = SIDES.filter((side) => (borders?.[side]?.style ?? "None") !== "None");
  return {
    ...(hasFill && { fill: { color: fill.color } }),
    ...(font && { font }),
    ...(drawn.length > 0 && { borders: Object.fromEntries(drawn.map((side) => [side, borders?.[side]])) }),
    horizontalAlignment,
    verticalAlignment,
    wrapText,
    ...(protection?.locked === false && { protection: { locked: false } }),
  };
}

const SIDES = ["top", "bottom", "left", "right"] as const;

/** Thousands of cells share a handful of looks: each is kept once. */
function withPalette(rows: readonly (readonly CellLook[])[]): SheetLooks {
  const numbers = new Map<string, number>();
  const palette: CellLook[] = [];
  const cells = rows.map((row) =>
    row.map((look) => {
      const key = JSON.stringify(look);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, palette.length);
      return palette.push(look) - 1;
    })
  );
  return { palette, cells };
}

/** Gives the cells of an area their looks back; rows beyond those that were read look like the last one. */
export function lookStrokes(sheet: Excel.Worksheet, area: Area, looks: SheetLooks): readonly Stroke[] {
  const last = looks.cells.at(-1);
  if (last === undefined) return [];
  const rows = Array.from({ length: area.bottom - area.top + 1 }, (_, index) => ({
    index,
    properties: (looks.cells[index] ?? last).map((look) => ({ format: looks.palette[look] ?? {} })),
  }));
  return groupBySize(rows, ({ properties }) => jsonBytes(properties), REQUEST_BYTES / 4).map((band) => {
    const properties = band.map((row) => row.properties);
    const top = area.top + (band[0]?.index ?? 0);
    return strokeOfContent(jsonBytes(properties), () => {
      sheet.getRangeByIndexes(top, area.left, properties.length, last.length).setCellProperties(properties);
    });
  });
}
