/** What the reading library does not cope with in a Word document's XML, put right before it reads. */
import { attribute } from "./readOoxml";

/**
 * - Marks that stand between rows or cells (bookmarks, comments, permissions) would make the library forget which cells
 *   are merged; they are removed.
 * - Rows that begin inside the table get an empty cell for what they leave out.
 * - Columns whose edges differ by a hair, as dragging borders leaves them, become one column.
 */
export function preparedDocumentXml(xml: string): string {
  return withAlignedColumns(xml.replace(MARKS, ""));
}

const MARKS =
  /<w:(?:bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd|permStart|permEnd|proofErr|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|moveToRangeEnd)(?:\s[^<>]*)?\/>/g;

const TABLE_TAGS =
  /<(\/?)w:(tbl|gridCol|tr|gridBefore|trPr|tc|gridSpan|tcPrChange|p)(?=[\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g;

/** A table whose end has not come yet. */
interface OpenTable {
  readonly widths: number[];
  /** Column that begins at each edge, once the first row has begun. */
  columns: readonly number[];
  /** Edges where the present cell begins and ends. */
  from: number;
  to: number;
  /** True from the beginning of a cell until its properties can say no more about its span. */
  spanOpen: boolean;
  /** Edges that the row leaves out before its first cell. */
  gap: number;
}

function withAlignedColumns(xml: string): string {
  const open: OpenTable[] = [];
  return xml.replace(TABLE_TAGS, (tag, slash: string, name: string) => {
    const table = open[open.length - 1];
    if (name === "tbl") {
      if (slash === "/") open.pop();
      else open.push({ widths: [], columns: [], from: 0, to: 0, spanOpen: false, gap: 0 });
      return tag;
    }
    return table === undefined ? tag : alignedTag(table, tag, slash === "/", name);
  });
}

/** The tag as it should be, and what it says noted in `table`. */
function alignedTag(table: OpenTable, tag: string, isEnd: boolean, name: string): string {
  switch (name) {
    case "gridCol":
      table.widths.push(Number(attribute(tag, "w")) || 0);
      return tag;
    case "tr":
      if (table.columns.length === 0) table.columns = columnsOfEdges(table.widths);
      table.to = 0;
      table.gap = 0;
      return tag;
    case "gridBefore":
      table.gap = numberOf(tag);
      return tag;
    case "trPr": {
      if (!isEnd || table.gap === 0) return tag;
      table.to = table.gap;
      table.gap = 0;
      const columns = columnAt(table, table.to);
      return columns === 0 ? tag : `${tag}<w:tc><w:tcPr>${gridSpan(columns)}</w:tcPr><w:p/></w:tc>`;
    }
    case "tc":
      table.spanOpen = !isEnd;
      if (isEnd) return tag;
      table.from = table.to;
      table.to += 1;
      return tag;
    case "gridSpan":
      if (!table.spanOpen) return tag;
      table.spanOpen = false;
      table.to = table.from + numberOf(tag);
      return gridSpan(Math.max(1, columnAt(table, table.to) - columnAt(table, table.from)));
    default:
      // A paragraph, or the properties as they were before a tracked change.
      table.spanOpen = false;
      return tag;
  }
}

function gridSpan(columns: number): string {
  return `<w:gridSpan w:val="${columns}"/>`;
}

function numberOf(tag: string): number {
  const value = Number(attribute(tag, "val"));
  return Number.isInteger(value) && value > 0 ? value : 1;
}

function columnAt({ columns }: OpenTable, edge: number): number {
  const last = columns.length - 1;
  return edge <= last ? (columns[edge] ?? edge) : edge - last + (columns[last] ?? 0);
}

/** Columns narrower than this part of the average one are no columns. */
const HAIR = 0.12;

/** Number of real columns before each edge. */
function columnsOfEdges(widths: readonly number[]): readonly number[] {
  const average = widths.reduce((sum, width) => sum + width, 0) / Math.max(1, widths.length);
  const columns = [0];
  for (const width of widths) {
    const before = columns[columns.length - 1] ?? 0;
    columns.push(width < average * HAIR ? before : before + 1);
  }
  return columns;
}
