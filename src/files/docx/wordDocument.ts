/** The XML of a Word document → its paragraphs and tables, as a reader of the page sees them. */
import { hex as symbol } from "dingbat-to-unicode";
import { FileFault } from "../fileErrors";
import { attribute } from "../xmlText";
import { child, textOf, xmlTree, type Namespaces, type XmlElement } from "../xmlTree";
import { rowsOf } from "./tableRows";
import { elementsBelow, isOn, visibleChildren } from "./visible";

/** A paragraph or a table. */
export type WordBlock = WordParagraph | WordTable;

export interface WordParagraph {
  readonly kind: "paragraph";
  readonly text: string;
}

export interface WordTable {
  readonly kind: "table";
  readonly rows: readonly (readonly WordCell[])[];
}

export interface WordCell {
  readonly blocks: readonly WordBlock[];
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Of ECMA-376, transitional and strict, and of Word itself. */
const NAMESPACES: Namespaces = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.microsoft.com/office/word/2010/wordml", "w14"],
]);

/**
 * What stands on the pages, in the order of the document: changes that were tracked as accepted, text boxes after the
 * paragraph that they are bound to, without notes, headers and numbers of lists.
 * Throws `FileFault`: those of `xmlTree`; `damaged` for what is no document.
 */
export function wordBlocks(xml: string): readonly WordBlock[] {
  const body = child(xmlTree(xml, NAMESPACES), "w:body");
  if (body === undefined) throw new FileFault("damaged");
  return blocksIn(body);
}

const BLOCKS: ReadonlySet<string> = new Set(["w:p", "w:tbl"]);
const TEXT_BOX: ReadonlySet<string> = new Set(["w:txbxContent"]);

function blocksIn(container: XmlElement): readonly WordBlock[] {
  const blocks: WordBlock[] = [];
  let unfinished: XmlElement[] = [];
  const endParagraph = (): void => {
    const text = unfinished.map((part) => inlineText(part)).join("");
    blocks.push({ kind: "paragraph", text });
    for (const part of unfinished) {
      for (const box of elementsBelow(part, TEXT_BOX)) {
        for (const block of blocksIn(box)) blocks.push(block);
      }
    }
    unfinished = [];
  };
  for (const element of elementsBelow(container, BLOCKS)) {
    if (element.name === "w:tbl") {
      blocks.push(tableOf(element));
      continue;
    }
    unfinished.push(element);
    if (!isJoinedToNext(element)) endParagraph();
  }
  if (unfinished.length > 0) endParagraph();
  return blocks;
}

/** Whether the end of a paragraph was deleted, and what follows belongs to it (ECMA-376, 17.13.5.15). */
function isJoinedToNext(paragraph: XmlElement): boolean {
  return child(child(child(paragraph, "w:pPr"), "w:rPr"), "w:del") !== undefined;
}

function tableOf(table: XmlElement): WordTable {
  return {
    kind: "table",
    rows: rowsOf(table).map((row) =>
      row.map(({ cell, rowSpan, columnSpan }) => ({
        blocks: cell === null ? [] : blocksIn(cell),
        rowSpan,
        columnSpan,
      }))
    ),
  };
}

/** Ticks of symbol fonts, as typed in that font. */
const TICKS_BY_FONT: ReadonlyMap<string, readonly string[]> = new Map([
  ["Wingdings", ["\u00fc", "\u00fe"]],
  ["Wingdings 2", ["P", "R"]],
]);
const TICK = "✓";
const TICK_SIGNS = /[\u2714\u2611\u{1f5f8}\u{1f5f9}]/gu;

/** Text of a paragraph. A ticked box counts as "x", an empty one as nothing, and special hyphens as what they look like. */
function inlineText(element: XmlElement, font: string = ""): string {
  switch (element.name) {
    case "w:t":
    case "m:t":
      return typedText(textOf(element), font);
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:sym":
      return symbolText(element.tag);
    case "w:checkBox":
      return isOn(child(element, "w:checked") ?? child(element, "w:default")) ? "x" : "";
    case "w:pPr":
    case "w:txbxContent":
      return "";
    default: {
      const ownFont = element.name === "w:r" ? fontOf(element) : undefined;
      let text = "";
      for (const inside of visibleChildren(element)) text += inlineText(inside, ownFont ?? font);
      return text;
    }
  }
}

function typedText(text: string, font: string): string {
  if (TICKS_BY_FONT.get(font)?.includes(text) === true) return TICK;
  return text.replace(/\u2011/g, "-").replace(TICK_SIGNS, TICK);
}

function fontOf(run: XmlElement): string | undefined {
  const fonts = child(child(run, "w:rPr"), "w:rFonts");
  return fonts && attribute(fonts.tag, "ascii");
}

/** Symbol fonts may be addressed in the area for private use. */
const PRIVATE_USE = /^F0(?=..$)/i;

/** Nothing for a symbol of a font that nobody knows. */
function symbolText(tag: string): string {
  const font = attribute(tag, "font") ?? "";
  const code = attribute(tag, "char") ?? "";
  const found = symbol(font, code) ?? symbol(font, code.replace(PRIVATE_USE, ""));
  return (found?.string ?? "").replace(TICK_SIGNS, TICK);
}
