/** Documents with tables in them, from Word or the web → sheets. */
import type { Grid } from "../domain/grid";
import { boundedSheets } from "./boundedSheets";
import { FileFault } from "./fileErrors";
import { MAX_CELLS } from "./limits";
import { ALL_VISIBLE, sheetGrid } from "./sheetGrid";
import { placeCells, type SpannedRow } from "./spannedTable";

export interface TextBlock {
  readonly kind: "text";
  readonly text: string;
}

export interface TableBlock {
  readonly kind: "table";
  readonly rows: readonly SpannedRow[];
}

/** A paragraph or a table. */
export type Block = TextBlock | TableBlock;

const NO_CELLS: readonly string[] = [];

/** What stands around the tables: one row for each line. */
const TEXT_SHEET = "Văn bản";

/**
 * What stands around the tables as the sheet `Văn bản`, then the tables as `Bảng 1`, `Bảng 2` … in the order of the
 * document, their rows numbered as there. A table that a page break has cut in two is one sheet, named after its first
 * part. Throws `FileFault`: those of `boundedSheets`.
 */
export function documentGrids(blocks: readonly Block[]): readonly Grid[] {
  return boundedSheets(sheetsOf(blocks));
}

function* sheetsOf(blocks: readonly Block[]): Generator<Grid> {
  yield textGrid(blocks);
  for (const table of joinedTables(blocks)) yield tableGrid(table);
}

function textGrid(blocks: readonly Block[]): Grid {
  const lines = blocks.flatMap((block) => (block.kind === "text" ? block.text.split("\n") : []));
  const rows = lines.map((line) => {
    const text = line.trim();
    return text === "" ? NO_CELLS : [text];
  });
  return sheetGrid({ name: TEXT_SHEET, rows, visibility: ALL_VISIBLE, isError: () => false });
}

function tableGrid({ number, rows }: NumberedTable): Grid {
  const { merges, ...placed } = placeCells(rows);
  return sheetGrid({
    name: `Bảng ${number}`,
    rows: placed.rows,
    merges: [...merges],
    visibility: ALL_VISIBLE,
    isError: () => false,
  });
}

interface NumberedTable {
  /** One-based, in the order of the document. */
  readonly number: number;
  /** Those of all its parts. */
  readonly rows: SpannedRow[];
  /** Columns of each of them. */
  readonly columns: number;
}

/** Tables, those joined that only a page break has parted. Throws `FileFault`: those of `placeCells`. */
function joinedTables(blocks: readonly Block[]): readonly NumberedTable[] {
  const tables: NumberedTable[] = [];
  let count = 0;
  let places = 0;
  let between = "";
  // Of the first row of the table that may go on: made once, however many tables follow.
  let header = "";
  for (const block of blocks) {
    if (block.kind === "text") {
      between += block.text.trim();
      continue;
    }
    count += 1;
    const previous = tables[tables.length - 1];
    const { columns, cells } = placeCells(block.rows);
    places += cells;
    if (places > MAX_CELLS) throw new FileFault("tooManyCells");
    const first = rowText(block.rows[0]);
    if (
      previous !== undefined &&
      between.length <= SHORT_TEXT &&
      previous.columns === columns &&
      (first === header || goesOn(first, block.rows[0]))
    ) {
      for (const row of block.rows) previous.rows.push(row);
    } else {
      tables.push({ number: count, rows: [...block.rows], columns });
      header = first;
    }
    between = "";
  }
  return tables;
}

/** Longest text that may stand between the parts of one table: "Biểu số 01 (tiếp theo)". */
const SHORT_TEXT = 60;

/** Whether a row that does not repeat the header is data: the table before goes on. @param text of the row */
function goesOn(text: string, row: SpannedRow = []): boolean {
  return /\d/.test(text) || row.some((cell) => cell.text === "");
}

function rowText(row: SpannedRow | undefined): string {
  return (row ?? []).map(({ text }) => text.replace(/\s+/g, " ").toLowerCase()).join("|");
}
