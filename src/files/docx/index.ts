/** .docx and .docm: every table of the document becomes a sheet, what stands around the tables a sheet of its own. */
import { decodeXml } from "../decodeXml";
import { type Block, documentGrids, type TableBlock } from "../documentGrids";
import { FileFault } from "../fileErrors";
import { MAX_DOCUMENT_BYTES, MAX_DOCUMENT_TAGS } from "../limits";
import type { ZipDirectory } from "../openZip";
import { packageProperties } from "../packageProperties";
import type { SheetsAndProperties } from "../readOoxml";
import { resolvePath } from "../xlsx/relations";
import { attribute, tags } from "../xmlText";
import { type WordBlock, wordBlocks, type WordCell, type WordTable } from "./wordDocument";

/**
 * Reads .docx and .docm, see `documentGrids`. A table inside a cell stands alone when it is more than a list. Paragraphs
 * of a cell are lines of its text; tracked deletions are left out. Throws `FileFault`.
 */
export function readDocxFile(zip: ZipDirectory): SheetsAndProperties {
  const parts = zip.extract((name) => NEEDED.test(name));
  const main = mainPart(parts);
  if (main === undefined) throw new FileFault("damaged");
  if (main.length > MAX_DOCUMENT_BYTES) throw new FileFault("documentTooLong");
  const xml = decodeXml(main);
  if (hasMoreTags(xml, MAX_DOCUMENT_TAGS)) throw new FileFault("documentTooLong");
  return {
    sheets: documentGrids(wordBlocks(xml).flatMap(topBlocks)),
    ...packageProperties((path) => parts.get(path)),
  };
}

const MAIN_PART = /^word\/document\d*\.xml$/i;
const RELATIONS = "_rels/.rels";
/** Pictures, embedded objects and macros are never inflated; nor are styles, notes, headers and comments. */
const NEEDED = /^(_rels\/\.rels|docProps\/(core|custom)\.xml|word\/document\d*\.xml)$/i;

/** The part that the package names as its document, or the one that is named like it. */
function mainPart(parts: ReadonlyMap<string, Uint8Array>): Uint8Array | undefined {
  const relations = tags(new TextDecoder().decode(parts.get(RELATIONS)), "Relationship");
  const document = relations.find((tag) => /\/officeDocument$/.test(attribute(tag, "Type") ?? ""));
  const named = parts.get(resolvePath("", attribute(document ?? "", "Target") ?? ""));
  return named ?? Array.from(parts).find(([name]) => MAIN_PART.test(name))?.[1];
}

function hasMoreTags(xml: string, most: number): boolean {
  let count = 0;
  for (let at = xml.indexOf("<"); at >= 0 && count <= most; at = xml.indexOf("<", at + 1)) count += 1;
  return count > most;
}

/** A table is followed by those inside its cells that stand alone. */
function topBlocks(block: WordBlock): readonly Block[] {
  return block.kind === "paragraph"
    ? [{ kind: "text", text: block.text }]
    : [tableBlock(block), ...tablesInside(block)];
}

function tablesInside({ rows }: WordTable): readonly TableBlock[] {
  return rows.flatMap((row) =>
    row.flatMap(({ blocks }) =>
      blocks.flatMap((block) => {
        if (block.kind === "paragraph") return [];
        return standsAlone(block) ? [tableBlock(block), ...tablesInside(block)] : tablesInside(block);
      })
    )
  );
}

function tableBlock({ rows }: WordTable): TableBlock {
  return { kind: "table", rows: rows.map((row) => row.map(spannedCell)) };
}

function spannedCell({ blocks, rowSpan, columnSpan }: WordCell): TableBlock["rows"][number][number] {
  return { text: cellText(blocks), rowSpan, columnSpan };
}

/** Whether a table inside a cell is a table in its own right, not a few lines set in columns. */
function standsAlone({ rows }: WordTable): boolean {
  return rows.length >= 2 && rows.some((row) => row.length >= 3);
}

/** Lines of a cell, without the empty ones around them. */
function cellText(blocks: readonly WordBlock[]): string {
  return blocks.flatMap(linesOf).join("\n").trim();
}

/** Tables that do not stand alone are lines of the cell that they stand in. */
function linesOf(block: WordBlock): readonly string[] {
  if (block.kind === "paragraph") return [block.text];
  if (standsAlone(block)) return [];
  return block.rows.flatMap((row) => row.flatMap(({ blocks }) => blocks.flatMap(linesOf)));
}
