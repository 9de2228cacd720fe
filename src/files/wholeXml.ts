/** Whether XML is whole: libraries read on where tags are missing, and lose cells and rows without a word. */
import { FileFault } from "./fileErrors";
import { MAX_NESTING } from "./limits";

/** What has no tags inside, by how it begins, with how it ends. */
const WITHOUT_TAGS = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;

const NAME = /^[\p{L}_:][^"'<=&]*$/u;

const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const SLASH = 0x2f;
const GREATER = 0x3e;
const LESS = 0x3c;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

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
  const names = new Set<string>();
  for (let at = xml.indexOf("<"); at >= 0; at = xml.indexOf("<", at)) {
    const first = xml.charCodeAt(at + 1);
    if (first === EXCLAMATION || first === QUESTION) {
      const opaque = WITHOUT_TAGS.find(([start]) => xml.startsWith(start, at));
      if (opaque === undefined) return;
      at = after(xml, opaque[1], at + opaque[0].length);
      continue;
    }
    const end = tagEnd(xml, at + 1);
    const closes = first === SLASH;
    const name = nameAt(xml, closes ? at + 2 : at + 1);
    if (!names.has(name)) {
      if (!NAME.test(name)) throw new FileFault("damaged");
      names.add(name);
    }
    const kind = closes ? "closes" : xml.charCodeAt(end - 2) === SLASH ? "empty" : "opens";
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
  let end = start;
  while (end < xml.length && !endsName(xml.charCodeAt(end))) end++;
  return xml.slice(start, end);
}

function endsName(code: number): boolean {
  return code === GREATER || code === SLASH || code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

/** Position behind the tag; what stands in quotation marks does not end it. No tag begins inside another. */
function tagEnd(xml: string, start: number): number {
  for (let at = start; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === GREATER) return at + 1;
    if (code === LESS) break;
    if (code === QUOTE || code === APOSTROPHE) at = quoteEnd(xml, at);
  }
  throw new FileFault("damaged");
}

/** Position of the quotation mark that ends the value that the one at `start` begins. */
function quoteEnd(xml: string, start: number): number {
  const end = after(xml, xml.charAt(start), start + 1) - 1;
  if (xml.slice(start, end).includes("<")) throw new FileFault("damaged");
  return end;
}
