/** XML as a tree, whatever prefixes it uses. */
import { FileFault } from "./fileErrors";
import { refuseBrokenXml } from "./wholeXml";
import { decodeEntities } from "./xmlText";

export interface XmlElement {
  /** With the prefix that the reader has given to its namespace; in other namespaces as written. */
  readonly name: string;
  /** The opening tag as written. */
  readonly tag: string;
  readonly children: readonly XmlElement[];
  /** What stands inside as written, where there are no elements: see `textOf`. */
  readonly content: string;
}

/** Prefixes by the namespaces that they stand for. */
export type Namespaces = ReadonlyMap<string, string>;

/**
 * The root of a document. Prefixes that the file does not declare are taken as they are. Throws `FileFault`: those of
 * `refuseBrokenXml`, and `damaged` for a document type, which Office files must not have.
 */
export function xmlTree(xml: string, namespaces: Namespaces): XmlElement {
  const scope = namesInScope(namespaces);
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  const add = (element: XmlElement): void => {
    const parent = open[open.length - 1];
    if (parent) parent.children.push(element);
    else root ??= element;
  };
  refuseBrokenXml(xml, ({ name: written, kind, at, end }) => {
    if (kind === "closes") {
      const closed = open.pop();
      if (closed === undefined) return;
      const { name, tag, children, contentAt } = closed;
      scope.leave(closed.declared);
      const content = children.length > 0 ? "" : xml.slice(contentAt, at);
      add({ name, tag, children: children.length > 0 ? children : NONE, content });
      return;
    }
    const tag = xml.slice(at, end);
    const declared = tag.includes("xmlns") ? scope.enter(tag) : NO_PREFIXES;
    const name = scope.nameOf(written);
    if (kind === "opens") open.push({ name, tag, children: [], contentAt: end, declared });
    else {
      scope.leave(declared);
      add({ name, tag, children: NONE, content: "" });
    }
  });
  if (root === undefined || open.length > 0) throw new FileFault("damaged");
  return root;
}

/** An element whose end has not come yet. */
interface OpenElement {
  readonly name: string;
  readonly tag: string;
  readonly children: XmlElement[];
  readonly contentAt: number;
  /** Prefixes that it declares. */
  readonly declared: readonly string[];
}

const NONE: readonly XmlElement[] = [];
const NO_PREFIXES: readonly string[] = [];

const DECLARATION = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

interface KnownName {
  readonly prefix: string;
  /** What the prefix stood for when the name was made. */
  readonly meaning: string | undefined;
  readonly name: string;
}

/**
 * Follows what prefixes stand for. Each has its meanings on a pile of its own, so that no name is looked for in one
 * element around it after the other, however many there are.
 */
function namesInScope(namespaces: Namespaces) {
  /** Prefixes as the reader wants them, with their colons, by those of the file; the innermost is the last. */
  const meanings = new Map<string, string[]>();
  const names = new Map<string, KnownName>();
  const meaningOf = (prefix: string): string | undefined => {
    const pile = meanings.get(prefix);
    return pile?.[pile.length - 1];
  };
  return {
    /** Takes in what an opening tag declares. @returns the prefixes, to be given to `leave` at its end */
    enter: (tag: string): readonly string[] =>
      Array.from(tag.matchAll(DECLARATION), ([, prefix = "", double, single]) => {
        const namespace = decodeEntities(double ?? single ?? "");
        const pile = meanings.get(prefix) ?? [];
        pile.push(withColon(namespaces.get(namespace) ?? prefix));
        meanings.set(prefix, pile);
        return prefix;
      }),
    leave: (prefixes: readonly string[]): void => {
      for (const prefix of prefixes) meanings.get(prefix)?.pop();
    },
    /** Prefixes that nobody has declared stay as they are. */
    nameOf: (written: string): string => {
      const known = names.get(written);
      if (known !== undefined && known.meaning === meaningOf(known.prefix)) return known.name;
      const colon = written.indexOf(":");
      const prefix = written.slice(0, Math.max(0, colon));
      const meaning = meaningOf(prefix);
      const name = meaning === undefined ? written : meaning + written.slice(colon + 1);
      names.set(written, { prefix, meaning, name });
      return name;
    },
  };
}

function withColon(prefix: string): string {
  return prefix === "" ? "" : `${prefix}:`;
}

const OPAQUE = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>/g;

/** Text of an element without others inside: entities and CDATA are what they stand for, comments nothing. */
export function textOf({ content }: XmlElement): string {
  if (!content.includes("<")) return decodeEntities(content);
  let text = "";
  let done = 0;
  for (const { index, 0: whole, 1: verbatim = "" } of content.matchAll(OPAQUE)) {
    text += decodeEntities(content.slice(done, index)) + verbatim;
    done = index + whole.length;
  }
  return text + decodeEntities(content.slice(done));
}

/** The first child with this name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}
