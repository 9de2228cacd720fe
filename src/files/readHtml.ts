/** Web pages: many programs export "Excel" files that are web pages with a table. */
import { decodeText } from "./decodeText";
import { type Block, documentGrids, type TableBlock } from "./documentGrids";
import { FileFault } from "./fileErrors";
import { MAX_FILLED_ROWS, MAX_NESTING, MAX_PAGE_TABLES, MAX_PAGE_TAGS, MAX_TAG_ATTRIBUTES } from "./limits";
import type { SheetsAndProperties } from "./readOoxml";
import type { SpannedCell } from "./spannedTable";

/**
 * Programs that write tables for Excel often begin with whatever stands in front of the first one. Other text that begins
 * with a tag is no workbook anyway. A comment ends at the first `-->`: trying the others too would take for ever where there are many.
 */
const START =
  /^\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html\b|(?:html|head|body|table|meta|style|div|title|script|link|base|center|font|h[1-6]|p|br|hr|b|strong|i|em|u|span|form|caption|colgroup|thead|tbody|tr|td|th)[\s/>])/i;
/** Pages with all their parts in one file: an envelope of a mail, whose content is encoded. */
const ENVELOPE = /^(?:mime-version:|from:\s*["<]?saved by)/i;

/** True for a web page, told by how it begins. Throws `FileFault` `webPage` for one inside an envelope. */
export function isWebPage(bytes: Uint8Array): boolean {
  const start = beginningOf(bytes);
  if (ENVELOPE.test(start)) throw new FileFault("webPage");
  return START.test(start);
}

/** Tags are ASCII: dropping zero bytes makes every encoding legible enough. */
function beginningOf(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return start.replaceAll("\0", "").replace(/^(?:ï»¿|ÿþ|þÿ)/, "");
}

/** Tables of a web page, see `documentGrids`. Scripts are not run, nothing is loaded. Throws `FileFault`. */
export async function readHtmlFile(bytes: Uint8Array): Promise<SheetsAndProperties> {
  const blocks = await blocksOf(decodeText(bytes));
  if (!blocks.some(({ kind }) => kind === "table")) throw new FileFault("webPage");
  return { sheets: documentGrids(blocks), properties: {}, modified: null };
}

/** Elements whose text nobody sees. */
const UNSEEN: ReadonlySet<string> = new Set(["script", "style", "title", "template", "xml"]);
/** What programs tell each other in a page. */
const ISLAND = "xml";
/** Elements that stand on lines of their own. */
const LINES: ReadonlySet<string> = new Set(["p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption"]);

/** Looking at so many open elements costs about as much as a tag. */
const LOOKED_AT_PER_TAG = 20;

/** An element whose text nobody sees. */
interface UnseenElement {
  readonly name: string;
  readonly depth: number;
}

interface OpenCell {
  readonly rowSpan: number;
  readonly columnSpan: number;
  text: string;
}

interface OpenTable {
  readonly rows: SpannedCell[][];
  /** Whether no tag has begun it: rows behind the end of a table, or without any. */
  readonly isImplied: boolean;
  cell: OpenCell | null;
}

/**
 * Paragraphs and tables of a page. The parser is loaded when the first page comes; it closes by itself what the page
 * leaves open, runs nothing and loads nothing.
 */
export async function blocksOf(html: string): Promise<readonly Block[]> {
  // Closing tags that close nothing are not reported.
  if (html.split("<", 2 * MAX_PAGE_TAGS + 1).length > 2 * MAX_PAGE_TAGS) throw new FileFault("pageTooLong");
  const { Parser } = await import("htmlparser2");
  const blocks: Block[] = [];
  const open: OpenTable[] = [];
  let line = "";
  let unseen: UnseenElement | null = null;
  let closesItself = false;
  let depth = 0;
  let tags = 0;
  let attributeCount = 0;
  let attributesOfTag = 0;
  let rows = 0;
  let tables = 0;

  const endLine = (): void => {
    const text = trimmed(line);
    if (text !== "") blocks.push({ kind: "text", text });
    line = "";
  };
  /** Where text belongs: that of a table, but of none of its cells, stands in front of the table. */
  const openCell = (): OpenCell | null => open[open.length - 1]?.cell ?? open[open.length - 2]?.cell ?? null;
  const write = (text: string): void => {
    const cell = openCell();
    if (cell) cell.text += text;
    // Most of it are the blanks between the tags of rows.
    else if (open.length === 0 || text !== " ") line += text;
  };
  const breakLine = (): void => {
    if (open.length === 0) endLine();
    else if (openCell() !== null || line !== "") write("\n");
  };
  /** What stands in front of a row or cell, and what behind it, are two lines. */
  const breakStrayLine = (): void => {
    if (line !== "" && openCell() === null) breakLine();
  };
  const endCell = (): void => {
    const table = open[open.length - 1];
    if (!table?.cell) return;
    const { text, rowSpan, columnSpan } = table.cell;
    if (table.rows.length === 0) table.rows.push([]);
    table.rows[table.rows.length - 1]?.push({ text: trimmed(text), rowSpan, columnSpan });
    table.cell = null;
  };
  const endTable = (): void => {
    endCell();
    const table = open.pop();
    if (open.length === 0) endLine();
    if (table && table.rows.some((row) => row.length > 0)) blocks.push(tableBlock(table));
  };

  const openTable = (isImplied: boolean): OpenTable => {
    if (++tables > MAX_PAGE_TABLES) throw new FileFault("pageTooLong");
    if (open.length === 0) endLine();
    const table: OpenTable = { rows: [], cell: null, isImplied };
    open.push(table);
    return table;
  };

  class BoundedParser extends Parser {
    override onselfclosingtag(end: number): void {
      closesItself = true;
      super.onselfclosingtag(end);
      closesItself = false;
    }

    /** A tag that closes nothing is not reported, but looked for in all open elements. */
    override onclosetag(start: number, end: number): void {
      const before = depth;
      super.onclosetag(start, end);
      if (depth !== before) return;
      tags += depth / LOOKED_AT_PER_TAG;
      if (tags > MAX_PAGE_TAGS) throw new FileFault("pageTooLong");
    }
  }
  const parser = new BoundedParser({
    onopentagname: () => {
      attributesOfTag = 0;
    },
    onattribute: () => {
      attributeCount += 1;
      attributesOfTag += 1;
      if (attributeCount > MAX_PAGE_TAGS || attributesOfTag > MAX_TAG_ATTRIBUTES) {
        throw new FileFault("pageTooLong");
      }
    },
    onopentag: (name, attributes) => {
      depth += 1;
      tags += 1;
      if (depth > MAX_NESTING) throw new FileFault("nestedTooDeep");
      if (tags > MAX_PAGE_TAGS) throw new FileFault("pageTooLong");
      const table = open[open.length - 1];
      if (UNSEEN.has(name)) {
        const isIslandOfNothing = name === ISLAND && closesItself;
        if (unseen === null && !isIslandOfNothing) unseen = { name, depth };
      } else if (name === "table") {
        // An island has no tables: this one was left open.
        if (unseen?.name === ISLAND) unseen = null;
        if (table?.isImplied && table.cell === null) endTable();
        openTable(false);
      } else if (name === "tr") {
        endCell();
        breakStrayLine();
        if (++rows > MAX_FILLED_ROWS) throw new FileFault("tooManyRows");
        (table ?? openTable(true)).rows.push([]);
      } else if ((name === "td" || name === "th") && table) {
        endCell();
        breakStrayLine();
        table.cell = {
          rowSpan: spanOf(attributes["rowspan"]),
          columnSpan: spanOf(attributes["colspan"]),
          text: "",
        };
      } else if (name === "br" || LINES.has(name)) {
        breakLine();
      }
    },
    ontext: (text) => {
      if (unseen === null) write(text.replace(BLANKS, " "));
    },
    onclosetag: (name) => {
      if (unseen?.depth === depth) unseen = null;
      depth -= 1;
      if (name === "table") endTable();
      else if (name === "td" || name === "th") endCell();
      else if (LINES.has(name) && openCell() === null) breakLine();
    },
  });
  parser.end(html);
  while (open.length > 0) endTable();
  endLine();
  return blocks;
}

function tableBlock({ rows }: OpenTable): TableBlock {
  return { kind: "table", rows };
}

function spanOf(value: string | undefined): number {
  const span = Number(value ?? "1");
  return Number.isInteger(span) && span > 0 ? span : 1;
}

/** Not with a plus: once V8 no longer optimises patterns, that fills a stack with every blank, and there may be millions. */
const BLANKS = /[\s\u00a0][\s\u00a0]*/g;

/** Lines without the blanks around them. */
function trimmed(text: string): string {
  if (!text.includes("\n")) return text.trim();
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}
