/** What the parts of a package are to each other. */
import { FileFault } from "../fileErrors";
import { MAX_DETAILS } from "../limits";
import { attributeOf, isNamed, markupStart, nameBytes, newTag, nextTag } from "./xmlBytes";

export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`; transitional and strict files differ in what stands before. */
  readonly type: string;
  /** Path of the part in the package. */
  readonly path: string;
}

const RELATIONSHIP = nameBytes("Relationship");
const ID = nameBytes("Id");
const TYPE = nameBytes("Type");
const TARGET = nameBytes("Target");

/** Reads a `.rels` part. @param folder of the part whose relations these are, without slash at its end. Throws `FileFault` `tooManyDetails` */
export function readRelations(bytes: Uint8Array, folder: string): readonly Relation[] {
  const relations: Relation[] = [];
  const tag = newTag();
  for (let at = markupStart(bytes); nextTag(bytes, at, tag); at = tag.end) {
    if (tag.closing || !isNamed(bytes, tag, RELATIONSHIP)) continue;
    if (relations.length >= MAX_DETAILS) throw new FileFault("tooManyDetails");
    const type = attributeOf(bytes, tag, TYPE) ?? "";
    relations.push({
      id: attributeOf(bytes, tag, ID) ?? "",
      type: type.slice(type.lastIndexOf("/") + 1),
      path: resolvePath(folder, attributeOf(bytes, tag, TARGET) ?? ""),
    });
  }
  return relations;
}

/** Path of a target, which is relative to a folder unless it begins with a slash. */
export function resolvePath(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = folder === "" ? [] : folder.split("/");
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** Path of the part that holds the relations of another. */
export function relationsPath(path: string): string {
  const folder = folderOf(path);
  return folder === "" ? `_rels/${path}.rels` : `${folder}/_rels/${path.slice(folder.length + 1)}.rels`;
}
