/** .docx and .docm: every table of the document becomes a sheet, what stands around the tables a sheet of its own. */
import { decodeXml } from "./decodeXml";
import { type Block, documentGrids, type TableBlock } from "./documentGrids";
import { FileFault } from "./fileErrors";
import { MAX_DOCUMENT_BYTES, MAX_DOCUMENT_TAGS } from "./limits";
import type { ZipDirectory } from "./openZip";
import { packageProperties } from "./packageProperties";
import { repack, type SheetsAndProperties } from "./readOoxml";
import type { SpannedCell } from "./spannedTable";
import { refuseBrokenXml } from "./wholeXml";
import { preparedDocumentXml } from "./wordXml";

/**
 * Reads .docx and .docm, see `documentGrids`. A table inside a cell stands alone when it is more than a list. Paragraphs
 * of a cell are lines of its text; tracked deletions are left out.
 * Throws `FileFault`, or whatever the library throws at damaged parts.
 */
export async function readDocxFile(zip: ZipDirectory): Promise<SheetsAndProperties> {
  const parts = zip.extract(isNeeded);
  for (const [name, part] of parts) {
    if (part.length > MAX_DOCUMENT_BYTES) throw new FileFault("documentTooLong");
    const xml = decodeXml(part);
    if (xml.split("<", MAX_DOCUMENT_TAGS + 1).length > MAX_DOCUMENT_TAGS)
      throw new FileFault("documentTooLong");
    // In any part: the library takes minutes for thousands of faults.
    refuseBrokenXml(xml);
    if (MAIN_PART.test(name)) parts.set(name, new TextEncoder().encode(preparedDocumentXml(xml)));
  }
  const body = await documentBody(repack(parts));
  return { sheets: documentGrids(blocksOf(body)), ...packageProperties(parts) };
}

const MAIN_PART = /^word\/document\d*\.xml$/;
/** Pictures, embedded objects and macros are never inflated; nor are notes, headers and comments. */
const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(core|custom)\.xml|word\/(document\d*|styles|numbering)\.xml|word\/_rels\/document\d*\.xml\.rels)$/;

function isNeeded(name: string): boolean {
  return NEEDED.test(name);
}

/** The library's document tree, as far as it is used here. */
interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly checked?: boolean;
  /** Font of a run. */
  readonly font?: string | null;
}

/** The library is loaded when the first Word document comes. */
async function documentBody(bytes: Uint8Array): Promise<WordNode> {
  const { default: mammoth } = await import("mammoth");
  let body: WordNode | undefined;
  const options = {
    // The tree is all that is wanted of the document; the web page made of what is left is empty.
    transformDocument: (document: WordNode) => {
      body = document;
      return { ...document, children: [] };
    },
  };
  // Browsers get the one, Node the other.
  await mammoth.convertToHtml(
    { arrayBuffer: bytes.slice().buffer, buffer: bytes } as Parameters<typeof mammoth.convertToHtml>[0],
    options
  );
  if (body === undefined) throw new FileFault("damaged");
  return body;
}

/** Paragraphs and tables in the order of the document; tables inside cells follow the table that they stand in. */
function blocksOf(node: WordNode): readonly Block[] {
  if (node.type === "paragraph") {
    return [{ kind: "text", text: inlineText(node) }, ...tablesInside(node, () => true)];
  }
  if (node.type === "table") return tablesInside(node, () => true);
  return (node.children ?? []).flatMap(blocksOf);
}

/**
 * The tables that are wanted, each with those inside its cells that stand alone. Nothing is made of the others: their
 * text is part of the cell that they stand in.
 */
function tablesInside(
  node: WordNode,
  isWanted: (rows: readonly WordNode[]) => boolean
): readonly TableBlock[] {
  if (node.type !== "table") return (node.children ?? []).flatMap((child) => tablesInside(child, isWanted));
  const rows = rowsOf(node);
  const inside = rows.flatMap((row) =>
    (row.children ?? []).flatMap((child) => tablesInside(child, standsAlone))
  );
  return isWanted(rows) ? [tableBlock(rows), ...inside] : inside;
}

function rowsOf(table: WordNode): readonly WordNode[] {
  return (table.children ?? []).filter(({ type }) => type === "tableRow");
}

function cellsOf(row: WordNode): readonly WordNode[] {
  return (row.children ?? []).filter(({ type }) => type === "tableCell");
}

function tableBlock(rows: readonly WordNode[]): TableBlock {
  return { kind: "table", rows: rows.map((row) => cellsOf(row).map(spannedCell)) };
}

function spannedCell(cell: WordNode): SpannedCell {
  return { text: cellText(cell), rowSpan: cell.rowSpan ?? 1, columnSpan: cell.colSpan ?? 1 };
}

/** Whether a table inside a cell is a table in its own right, not a few lines set in columns. */
function standsAlone(rows: readonly WordNode[]): boolean {
  return rows.length >= 2 && rows.some((row) => cellsOf(row).length >= 3);
}

/** Lines of a cell, without the empty ones around them. */
function cellText(cell: WordNode): string {
  const lines = (cell.children ?? []).flatMap(blockLines);
  return lines.join("\n").replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, "");
}

function blockLines(node: WordNode): readonly string[] {
  if (node.type === "paragraph") return [inlineText(node)];
  if (node.type === "table" && standsAlone(rowsOf(node))) return [];
  return (node.children ?? []).flatMap(blockLines);
}

/** Ticks of symbol fonts, as typed in that font; the library knows those that Word itself inserted. */
const TICKS_BY_FONT: ReadonlyMap<string, readonly string[]> = new Map([
  ["Wingdings", ["\u00fc", "\u00fe"]],
  ["Wingdings 2", ["P", "R"]],
]);
const TICK = "✓";
const TICK_SIGNS = /[\u2714\u2611\u{1f5f8}\u{1f5f9}]/gu;

/** Text of a paragraph. A ticked box counts as "x", an empty one as nothing, and special hyphens as what they look like. */
function inlineText(node: WordNode, font: string = ""): string {
  switch (node.type) {
    case "text": {
      const text = (node.value ?? "").replace(/\u2011/g, "-").replace(TICK_SIGNS, TICK);
      return TICKS_BY_FONT.get(font)?.includes(text) === true ? TICK : text;
    }
    case "tab":
      return "\t";
    case "break":
      return "\n";
    case "checkbox":
      return node.checked === true ? "x" : "";
    case "table":
      return "";
    default:
      return (node.children ?? []).map((child) => inlineText(child, node.font ?? font)).join("");
  }
}
