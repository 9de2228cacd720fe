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
  const outside: Scope = { outer: null, prefixes: new Map(), names: new Map() };
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
      const content = children.length > 0 ? "" : xml.slice(contentAt, at);
      add({ name, tag, children: children.length > 0 ? children : NONE, content });
      return;
    }
    const tag = xml.slice(at, end);
    const outer = open[open.length - 1]?.scope ?? outside;
    const scope = tag.includes("xmlns") ? innerScope(outer, tag, namespaces) : outer;
    const name = nameIn(scope, written);
    if (kind === "empty") add({ name, tag, children: NONE, content: "" });
    else open.push({ name, tag, children: [], contentAt: end, scope });
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
  readonly scope: Scope;
}

const NONE: readonly XmlElement[] = [];

/** Where certain declarations of namespaces hold. */
interface Scope {
  readonly outer: Scope | null;
  /** Prefixes as the reader wants them, with their colons, by those that are declared here. */
  readonly prefixes: ReadonlyMap<string, string>;
  /** Names that have been met, by how they are written. */
  readonly names: Map<string, string>;
}

const DECLARATION = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function innerScope(outer: Scope, tag: string, namespaces: Namespaces): Scope {
  const prefixes = new Map<string, string>();
  for (const [, prefix = "", double, single] of tag.matchAll(DECLARATION)) {
    const namespace = decodeEntities(double ?? single ?? "");
    prefixes.set(prefix, withColon(namespaces.get(namespace) ?? prefix));
  }
  return { outer, prefixes, names: new Map() };
}

function withColon(prefix: string): string {
  return prefix === "" ? "" : `${prefix}:`;
}

function nameIn(scope: Scope, written: string): string {
  const known = scope.names.get(written);
  if (known !== undefined) return known;
  const colon = written.indexOf(":");
  const prefix = scope.prefixes.get(written.slice(0, Math.max(0, colon)));
  const name = prefix === undefined ? nameOutside(scope, written) : prefix + written.slice(colon + 1);
  scope.names.set(written, name);
  return name;
}

/** The name as the declarations around these make it. */
function nameOutside({ outer }: Scope, written: string): string {
  return outer === null ? written : nameIn(outer, written);
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
