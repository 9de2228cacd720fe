/** A report as text to copy: headings, paragraphs and gaps on lines, cells of tables apart by tabs. */
import { gapText, type ReportBlock, type ReportDocument, type ReportTable } from "./document";

/** Everything but the annexes and the blocks of the letterhead. */
export function plainText({ type, title, subtitle, blocks }: ReportDocument): string {
  const head = [type, title, subtitle, ""];
  return `${[...head, ...blocks.map(blockText)].join("\n")}\n`;
}

function blockText(block: ReportBlock): string {
  switch (block.kind) {
    case "heading":
      return `\n${block.text}`;
    case "paragraph":
      return block.runs.map(({ text }) => text).join("");
    case "gap":
      return gapText(block.prompt);
    case "table":
      return tableText(block.table);
  }
}

function tableText({ columns, rows }: ReportTable): string {
  const lines = rows.map((row) => (row.kind === "heading" ? row.text : row.cells.map(oneLine).join("\t")));
  return [columns.map(({ title }) => title).join("\t"), ...lines].join("\n");
}

/** A cell with a line break or a tab of its own would fall apart. */
function oneLine(cell: string): string {
  return cell.replace(/\s+/g, " ");
}
