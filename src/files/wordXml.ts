/** What the reading library does not cope with in a Word document's XML, put right before it reads. */
import { attribute } from "./xmlText";
import { alignedRows, type TableRows } from "./wordColumns";

/**
 * - Marks that stand between rows or cells (bookmarks, comments, permissions) would make the library forget which cells
 *   are merged; they are removed.
 * - Rows that begin inside the table get an empty cell for what they leave out.
 * - Cells that stand below each other are in one column, however the borders between them were dragged.
 */
export function preparedDocumentXml(xml: string): string {
  const marked = xml.replace(MARKS, "");
  return withAlignedColumns(marked, tablesOf(marked).map(alignedRows));
}

const MARKS =
  /<w:(?:bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd|permStart|permEnd|proofErr|moveFromRangeStart|moveFromRangeEnd|moveToRangeStart|moveToRangeEnd)(?:\s[^<>]*)?\/>/g;

const TABLE_TAGS =
  /<(\/?)w:(tbl|gridCol|tr|gridBefore|trPr|tc|gridSpan|tcPrChange|p)(?=[\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g;

/** A table whose end has not come yet. */
interface OpenTable {
  /** Number of the table, in the order in which tables begin. */
  readonly table: number;
  row: number;
  cell: number;
  /** True from the beginning of a cell until its properties can say no more about its span. */
  spanOpen: boolean;
  /** True from what a row leaves out to the end of its properties. */
  gapOpen: boolean;
}

/** A tag of the table that it belongs to, with the place that it speaks of. */
type Visit = (tag: string, name: string, place: OpenTable) => string;

/** Calls `visit` for the tags that tell how a table is built; what it returns stands in their place. */
function replaceTableTags(xml: string, visit: Visit): string {
  const open: OpenTable[] = [];
  let tables = 0;
  return xml.replace(TABLE_TAGS, (tag, slash: string, name: string) => {
    const isEnd = slash === "/";
    if (name === "tbl") {
      if (isEnd) open.pop();
      else open.push({ table: tables++, row: -1, cell: -1, spanOpen: false, gapOpen: false });
      return tag;
    }
    const place = open[open.length - 1];
    return place === undefined || (isEnd && name !== "trPr") ? tag : visitTag(tag, name, isEnd, place, visit);
  });
}

function visitTag(tag: string, name: string, isEnd: boolean, place: OpenTable, visit: Visit): string {
  switch (name) {
    case "tr":
      place.row += 1;
      place.cell = -1;
      place.gapOpen = false;
      return visit(tag, name, place);
    case "gridBefore":
      place.gapOpen = true;
      return visit(tag, name, place);
    case "trPr":
      if (!isEnd || !place.gapOpen) return tag;
      place.gapOpen = false;
      return visit(tag, name, place);
    case "tc":
      place.cell += 1;
      place.spanOpen = true;
      return visit(tag, name, place);
    case "gridSpan":
      if (!place.spanOpen) return tag;
      place.spanOpen = false;
      return visit(tag, name, place);
    case "gridCol":
      return visit(tag, name, place);
    default:
      // A paragraph, or the properties as they were before a tracked change.
      place.spanOpen = false;
      return tag;
  }
}

interface MutableRow {
  gap: number;
  readonly spans: number[];
}

/** How every table is built, in the order in which tables begin. */
function tablesOf(xml: string): readonly TableRows[] {
  const tables: { readonly widths: number[]; readonly rows: MutableRow[] }[] = [];
  replaceTableTags(xml, (tag, name, { table, row, cell }) => {
    while (tables.length <= table) tables.push({ widths: [], rows: [] });
    const { widths = [], rows = [] } = tables[table] ?? {};
    if (name === "gridCol") widths.push(Number(attribute(tag, "w")) || 0);
    else if (name === "tr") rows.push({ gap: 0, spans: [] });
    else {
      const current = rows[row];
      if (current === undefined) return tag;
      if (name === "gridBefore") current.gap = numberOf(tag);
      if (name === "tc") current.spans.push(1);
      if (name === "gridSpan") current.spans[cell] = numberOf(tag);
    }
    return tag;
  });
  return tables;
}

function withAlignedColumns(xml: string, tables: readonly TableRows["rows"][]): string {
  return replaceTableTags(xml, (tag, name, { table, row, cell }) => {
    const aligned = tables[table]?.[row];
    if (name === "gridSpan") return gridSpan(aligned?.spans[cell] ?? 1);
    if (name !== "trPr" || aligned === undefined || aligned.gap === 0) return tag;
    return `${tag}<w:tc><w:tcPr>${gridSpan(aligned.gap)}</w:tcPr><w:p/></w:tc>`;
  });
}

function gridSpan(columns: number): string {
  return `<w:gridSpan w:val="${columns}"/>`;
}

function numberOf(tag: string): number {
  const value = Number(attribute(tag, "val"));
  return Number.isInteger(value) && value > 0 ? value : 1;
}
