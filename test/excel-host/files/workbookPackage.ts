/** The parts of an .xlsx file: unpacked within bounds, found by their relationships, put together again. */
import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { WorkbookFileError } from "./fileError";

/** Contents by path, such as `xl/workbook.xml`. */
export type Parts = Map<string, Uint8Array>;

const MAX_FILE_BYTES = 100 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 500 * 1024 * 1024;

const ZIP_SIGNATURE = [0x50, 0x4b];
/** What older Office files begin with, and also encrypted new ones. */
const COMPOUND_FILE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];

/** Unpacks a file. Throws `WorkbookFileError`; sizes are those that the file declares, and none may exceed its own. */
export function unpack(bytes: Uint8Array): Parts {
  const beginsWith = (signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  if (bytes.length > MAX_FILE_BYTES) {
    throw new WorkbookFileError("tooLarge");
  }
  if (!beginsWith(ZIP_SIGNATURE)) {
    throw new WorkbookFileError(beginsWith(COMPOUND_FILE_SIGNATURE) ? "encrypted" : "notAWorkbook");
  }
  let total = 0;
  const parts = orDamaged(() =>
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > MAX_UNPACKED_BYTES) {
          throw new WorkbookFileError("tooLarge");
        }
        return true;
      },
    })
  );
  return new Map(Object.entries(parts));
}

/** The same parts give the same bytes: no time is written. Level 0 does not compress them. */
export function pack(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level, mtime: new Date(1980, 0, 1) });
}

/** Whatever goes wrong while reading means that the file is damaged. */
export function orDamaged<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof WorkbookFileError ? error : new WorkbookFileError("damaged", { cause: error });
  }
}

export function textOf(parts: Parts, path: string): string | null {
  const part = parts.get(path);
  return part ? strFromU8(part) : null;
}

export function setText(parts: Parts, path: string, text: string): void {
  parts.set(path, strToU8(text));
}

export function parseXml(text: string): Document {
  return orDamaged(() => new DOMParser({ onError: stopAtFatal }).parseFromString(text, "text/xml"));
}

function stopAtFatal(level: string, message: string): void {
  if (level !== "warning") {
    throw new Error(message);
  }
}

/** All elements of that name below a node, whatever their prefix. */
export function elementsOf(node: Document | Element, localName: string): readonly Element[] {
  return Array.from(node.getElementsByTagNameNS("*", localName));
}

export interface Relationship {
  readonly id: string;
  /** The last word of the type's address: `worksheet`, `table`. */
  readonly kind: string;
  /** Path of the part that it leads to. */
  readonly target: string;
}

function relationshipsPath(path: string): string {
  const [, folder = "", name = ""] = /^(.*?)([^/]*)$/.exec(path) ?? [];
  return `${folder}_rels/${name}.rels`;
}

/** Where a part leads to; the whole package's own relations for an empty path. */
export function relationshipsOf(parts: Parts, path: string): readonly Relationship[] {
  const text = textOf(parts, relationshipsPath(path));
  if (text === null) {
    return [];
  }
  const folder = path.split("/").slice(0, -1);
  return elementsOf(parseXml(text), "Relationship")
    .filter((each) => each.getAttribute("TargetMode") !== "External")
    .map((each) => ({
      id: each.getAttribute("Id") ?? "",
      kind: (each.getAttribute("Type") ?? "").replace(/^.*\//, ""),
      target: resolved(folder, each.getAttribute("Target") ?? ""),
    }));
}

function resolved(folder: readonly string[], target: string): string {
  if (target.startsWith("/")) {
    return target.slice(1);
  }
  const path = [...folder];
  for (const step of target.split("/")) {
    if (step === "..") {
      path.pop();
    } else if (step !== ".") {
      path.push(step);
    }
  }
  return path.join("/");
}

/** A part to add to a package, with the part that leads to it. */
export interface NewPart {
  readonly path: string;
  readonly content: string;
  readonly contentType: string;
  /** The part that leads to it; empty for the package itself. */
  readonly from: string;
  /** Address of the relation's type. */
  readonly relation: string;
}

/** Adds a part, says what it is and lets another one lead to it. Returns the id of that relation. */
export function addPart(parts: Parts, part: NewPart): string {
  setText(parts, part.path, part.content);
  const types = textOf(parts, "[Content_Types].xml") ?? "";
  const override = `<Override PartName="/${part.path}" ContentType="${part.contentType}"/>`;
  setText(parts, "[Content_Types].xml", types.replace("</Types>", `${override}</Types>`));
  const relations = relationshipsPath(part.from);
  const before = textOf(parts, relations) ?? NO_RELATIONS;
  const id = `rIdAdded${before.split("<Relationship ").length}`;
  const relation = `<Relationship Id="${id}" Type="${part.relation}" Target="/${part.path}"/>`;
  setText(parts, relations, before.replace("</Relationships>", `${relation}</Relationships>`));
  return id;
}

export const XML_HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const NO_RELATIONS = `${XML_HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;

const ESCAPES: { readonly [character: string]: string | undefined } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
};

/** Text for an attribute or between tags. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\n]/g, (character) => ESCAPES[character] ?? character);
}

/** `<name a="1" b="x"/>`; what is undefined is left out, truth is written as the format does. */
export function emptyElement(
  name: string,
  attributes: { readonly [name: string]: string | number | boolean | undefined }
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) => ` ${key}="${escapeXml(String(typeof value === "boolean" ? Number(value) : value))}"`
    );
  return `<${name}${written.join("")}/>`;
}
