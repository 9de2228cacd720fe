/** Whether XML is whole: libraries read on where tags are missing, and lose cells and rows without a word. */
import { FileFault } from "./fileErrors";
import { MAX_NESTING } from "./limits";

/** What has no tags inside, by how it begins, with how it ends. */
const WITHOUT_TAGS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

const NAME_END = /[\s/>]/g;
const NAME = /^[\p{L}_:][^"'<=&]*$/u;

/** A tag as positions in its document. */
export interface XmlTag {
  readonly name: string;
  readonly kind: "opens" | "closes" | "empty";
  /** Of its `<`. */
  readonly at: number;
  /** Behind its `>`. */
  readonly end: number;
}

/**
 * Follows the tags of a document, and shows each to `visit`. A document type, and what follows it, is left to whoever
 * reads it.
 * Throws `FileFault`: `damaged` when a tag is missing, or not where it belongs; `nestedTooDeep`.
 */
export function refuseBrokenXml(xml: string, visit: (tag: XmlTag) => void = () => undefined): void {
  const open: string[] = [];
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    const opaque = WITHOUT_TAGS.find(([start]) => xml.startsWith(start, at));
    if (opaque) {
      at = after(xml, opaque[1], at + opaque[0].length);
      continue;
    }
    if (xml.startsWith("<!", at)) return;
    const end = tagEnd(xml, at + 1);
    const closes = xml[at + 1] === "/";
    const name = nameAt(xml, closes ? at + 2 : at + 1);
    if (!NAME.test(name)) throw new FileFault("damaged");
    const kind = closes ? "closes" : xml[end - 2] === "/" ? "empty" : "opens";
    if (closes && open.pop() !== name) throw new FileFault("damaged");
    if (kind === "opens") open.push(name);
    if (open.length > MAX_NESTING) throw new FileFault("nestedTooDeep");
    visit({ name, kind, at, end });
    at = end;
  }
  if (open.length > 0) throw new FileFault("damaged");
}

function after(xml: string, what: string, start: number): number {
  const found = xml.indexOf(what, start);
  if (found < 0) throw new FileFault("damaged");
  return found + what.length;
}

function nameAt(xml: string, start: number): string {
  NAME_END.lastIndex = start;
  const end = NAME_END.exec(xml)?.index ?? xml.length;
  return xml.slice(start, end);
}

/** Position behind the tag; what stands in quotation marks does not end it. No tag begins inside another. */
function tagEnd(xml: string, start: number): number {
  for (let at = start; at < xml.length; at++) {
    const char = xml[at];
    if (char === ">") return at + 1;
    if (char === "<") break;
    if (char === '"' || char === "'") {
      const end = after(xml, char, at + 1) - 1;
      if (xml.slice(at, end).includes("<")) break;
      at = end;
    }
  }
  throw new FileFault("damaged");
}
