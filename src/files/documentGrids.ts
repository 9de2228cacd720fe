/** Documents with tables in them, from Word or the web → sheets. */
import type { Grid } from "../domain/grid";
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

/** What stands around the tables: one row for each line. */
const TEXT_SHEET = "Văn bản";

/**
 * What stands around the tables as the sheet `Văn bản`, then the tables as `Bảng 1`, `Bảng 2` … in the order of the
 * document, their rows numbered as there. A table that a page break has cut in two is one sheet, named after its first
 * part. Throws `FileFault` `tooManyCells`.
 */
export function documentGrids(blocks: readonly Block[]): readonly Grid[] {
  return [textGrid(blocks), ...tableGrids(blocks)];
}

function textGrid(blocks: readonly Block[]): Grid {
  const lines = blocks.flatMap((block) => (block.kind === "text" ? block.text.split("\n") : []));
  const rows = lines.map((line) => [line.trim() === "" ? null : line.trim()]);
  return sheetGrid({ name: TEXT_SHEET, rows, visibility: ALL_VISIBLE, isError: () => false });
}

function tableGrids(blocks: readonly Block[]): readonly Grid[] {
  return joinedTables(blocks).map(({ number, rows }) => {
    const { merges, ...placed } = placeCells(rows);
    return sheetGrid({
      name: `Bảng ${number}`,
      rows: placed.rows.map((row) => [...row]),
      merges: [...merges],
      visibility: ALL_VISIBLE,
      isError: () => false,
    });
  });
}

interface NumberedTable {
  /** One-based, in the order of the document. */
  readonly number: number;
  readonly rows: readonly SpannedRow[];
}

/** Tables, those joined that only a page break has parted. */
function joinedTables(blocks: readonly Block[]): readonly NumberedTable[] {
  const tables: NumberedTable[] = [];
  let count = 0;
  let between = "";
  for (const block of blocks) {
    if (block.kind === "text") {
      between += block.text.trim();
      continue;
    }
    count += 1;
    const previous = tables[tables.length - 1];
    if (previous !== undefined && between.length <= SHORT_TEXT && continues(previous.rows, block.rows)) {
      tables[tables.length - 1] = { ...previous, rows: [...previous.rows, ...block.rows] };
    } else {
      tables.push({ number: count, rows: block.rows });
    }
    between = "";
  }
  return tables;
}

/** Longest text that may stand between the parts of one table: "Biểu số 01 (tiếp theo)". */
const SHORT_TEXT = 60;

/** The same columns, and either the same header again or data from its first row on. */
function continues(table: readonly SpannedRow[], next: readonly SpannedRow[]): boolean {
  if (placeCells(table).columns !== placeCells(next).columns) return false;
  const [first, second] = [rowText(table[0]), rowText(next[0])];
  return first === second || /\d/.test(second) || (next[0] ?? []).some(({ text }) => text === "");
}

function rowText(row: SpannedRow | undefined): string {
  return (row ?? []).map(({ text }) => text.replace(/\s+/g, " ").toLowerCase()).join("|");
}
