/** Rows and cells of a Word table, with the columns and rows that each cell spans. */
import { attribute } from "../xmlText";
import { child, type XmlElement } from "../xmlTree";
import { alignedRows } from "./columns";
import { elementsBelow } from "./visible";

export interface TableCell {
  /** Null for what a row leaves out at its beginning. */
  readonly cell: XmlElement | null;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

const ROW: ReadonlySet<string> = new Set(["w:tr"]);
const CELL: ReadonlySet<string> = new Set(["w:tc"]);

/**
 * Rows without those that were deleted with changes tracked. Cells that stand below each other are in one column, however
 * the borders between them were dragged; one that goes on with the cell above it is part of that one.
 */
export function rowsOf(table: XmlElement): readonly (readonly TableCell[])[] {
  const rows = elementsBelow(table, ROW).filter((row) => child(properties(row), "w:del") === undefined);
  const cells = rows.map((row) => elementsBelow(row, CELL));
  const aligned = alignedRows({
    widths: gridWidths(table),
    rows: rows.map((row, index) => ({ gap: gapOf(row), spans: (cells[index] ?? []).map(spanOf) })),
  });
  return joinedDown(
    aligned.map(({ gap, spans }, index) => {
      const placed = (cells[index] ?? []).map((cell, place) => ({ cell, columnSpan: spans[place] ?? 1 }));
      return gap > 0 ? [{ cell: null, columnSpan: gap }, ...placed] : placed;
    })
  );
}

type WideCell = Omit<TableCell, "rowSpan">;

/** Cells with the rows that they span, without those that go on with them. */
function joinedDown(rows: readonly (readonly WideCell[])[]): readonly (readonly TableCell[])[] {
  const above = new Map<number, { rowSpan: number }>();
  return rows.map((row) => {
    let column = 0;
    return row.flatMap(({ cell, columnSpan }) => {
      const upper = above.get(column);
      const goesOn = cell !== null && continuesAbove(cell) && upper !== undefined;
      const placed = { cell, columnSpan, rowSpan: 1 };
      if (goesOn) upper.rowSpan += 1;
      else above.set(column, placed);
      column += columnSpan;
      return goesOn ? [] : [placed];
    });
  });
}

function continuesAbove(cell: XmlElement): boolean {
  const merge = child(properties(cell), "w:vMerge");
  return merge !== undefined && (attribute(merge.tag, "val") ?? "continue") === "continue";
}

function properties(element: XmlElement): XmlElement | undefined {
  return child(element, element.name === "w:tr" ? "w:trPr" : "w:tcPr");
}

function gapOf(row: XmlElement): number {
  const gap = child(properties(row), "w:gridBefore");
  return gap === undefined ? 0 : columnsOf(gap);
}

function spanOf(cell: XmlElement): number {
  const span = child(properties(cell), "w:gridSpan");
  return span === undefined ? 1 : columnsOf(span);
}

function columnsOf({ tag }: XmlElement): number {
  const columns = Number(attribute(tag, "val"));
  return Number.isInteger(columns) && columns > 0 ? columns : 1;
}

/** Widths of the columns that the file counts, in twips. */
function gridWidths(table: XmlElement): readonly number[] {
  const columns = child(table, "w:tblGrid")?.children ?? [];
  return columns.flatMap(({ name, tag }) => (name === "w:gridCol" ? [Number(attribute(tag, "w")) || 0] : []));
}
