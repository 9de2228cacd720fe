/** Links, filters and page breaks of a sheet. */
import type { Cell as FileCell, Sheet } from "hucre/xlsx";
import { formatArea, parseArea } from "../addresses";
import { areaOf, COLUMN_COUNT, ROW_COUNT } from "../areas";
import type { AutoFilterState, HyperlinkState, SheetState } from "../model/state";
import type { Json } from "../protocol";

type FileLink = NonNullable<FileCell["hyperlink"]>;
type FileFilter = NonNullable<Sheet["autoFilter"]>;

/** Links by `row,column`; a place in this workbook counts more than an address. */
export function writtenLinks(links: readonly HyperlinkState[]): ReadonlyMap<string, FileLink> {
  return new Map(
    links.map(({ area, address, documentReference, screenTip }) => [
      `${area.top},${area.left}`,
      {
        target: address,
        ...(documentReference !== "" && { location: documentReference }),
        ...(screenTip !== "" && { tooltip: screenTip }),
      },
    ])
  );
}

export function readLinks({ cells }: Sheet): HyperlinkState[] {
  return [...(cells ?? [])].flatMap(([key, { hyperlink }]) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    const isHere = hyperlink?.location !== undefined;
    return hyperlink
      ? [
          {
            area: areaOf(row, column, 1, 1),
            address: isHere ? "" : hyperlink.target,
            documentReference: hyperlink.location ?? "",
            screenTip: hyperlink.tooltip ?? "",
          },
        ]
      : [];
  });
}

/** The filtered area, and columns that are filtered by chosen values; other criteria leave their hidden rows. */
export function writeAutoFilter({ area, criteria }: AutoFilterState): FileFilter {
  const columns = Object.entries(criteria).flatMap(([column, criterion]) => {
    const { values } = criterion as { readonly values?: Json };
    const isText = Array.isArray(values) && values.every((value) => typeof value === "string");
    return isText ? [{ colIndex: Number(column), filters: [...(values as readonly string[])] }] : [];
  });
  return { range: formatArea(area), columns };
}

export function readAutoFilter({ autoFilter }: Sheet): AutoFilterState | null {
  const area = parseArea(autoFilter?.range ?? "");
  const criteria = (autoFilter?.columns ?? []).map(({ colIndex, filters = [] }) => [
    String(colIndex),
    { filterOn: "Values", values: filters },
  ]);
  return area && { area, criteria: Object.fromEntries(criteria) as AutoFilterState["criteria"] };
}

/** Page breaks: the library names the line before them. */
export function readBreaks({
  rowBreaks = [],
  colBreaks = [],
}: Sheet): Pick<SheetState, "rowBreaks" | "columnBreaks"> {
  return {
    rowBreaks: rowBreaks.map((row) => areaOf(row + 1, 0, 1, COLUMN_COUNT)),
    columnBreaks: colBreaks.map((column) => areaOf(0, column + 1, ROW_COUNT, 1)),
  };
}
