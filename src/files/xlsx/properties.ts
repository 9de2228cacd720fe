/** What a workbook says about itself. */
import { FileFault } from "../fileErrors";
import { MAX_DETAILS } from "../limits";
import { isoTime, refuseLongProperties } from "../packageProperties";
import {
  attributeOf,
  contentText,
  isNamed,
  localName,
  markupStart,
  nameBytes,
  newTag,
  nextTag,
  notHandled,
  type Tag,
  textEnd,
} from "./xmlBytes";

const PROPERTY = nameBytes("property");
const NAME = nameBytes("name");

/** Custom properties as text, in the order of the file. Reads `docProps/custom.xml`. Throws `FileFault` `tooManyDetails`. */
export function readCustomProperties(bytes: Uint8Array): Readonly<Record<string, string>> {
  refuseLongProperties(bytes);
  const properties: [string, string][] = [];
  const tag = newTag();
  for (let at = markupStart(bytes); nextTag(bytes, at, tag); at = tag.end) {
    if (tag.closing || tag.empty || !isNamed(bytes, tag, PROPERTY)) continue;
    const name = attributeOf(bytes, tag, NAME) ?? "";
    if (!nextTag(bytes, tag.end, tag)) notHandled();
    if (name === "" || tag.closing) continue;
    const value = propertyText(localName(bytes, tag), textOf(bytes, tag));
    if (value === undefined) continue;
    if (properties.length >= MAX_DETAILS) throw new FileFault("tooManyDetails");
    properties.push([name, value]);
  }
  return Object.fromEntries(properties);
}

/** Value of a type of ECMA-376 part 1, 22.4; undefined for those that are no plain values. */
function propertyText(type: string, text: string): string | undefined {
  switch (type) {
    case "lpwstr":
      return text;
    case "i4":
    case "i8":
    case "int":
      return text === "" ? undefined : String(parseInt(text, 10));
    case "r8":
    case "decimal":
      return text === "" ? undefined : String(parseFloat(text));
    case "bool":
      return String(text === "true" || text === "1");
    case "filetime":
    case "date":
      return isoTime(text) ?? undefined;
    default:
      return undefined;
  }
}

/** When the workbook was last saved, ISO 8601; null when it does not say. Reads `docProps/core.xml`. Throws `FileFault` `tooManyDetails`. */
export function readModified(bytes: Uint8Array): string | null {
  refuseLongProperties(bytes);
  const tag = newTag();
  for (let at = markupStart(bytes); nextTag(bytes, at, tag); at = tag.end) {
    if (!tag.closing && localName(bytes, tag) === "modified") return isoTime(textOf(bytes, tag).trim());
  }
  return null;
}

function textOf(bytes: Uint8Array, tag: Tag): string {
  return tag.empty ? "" : contentText(bytes, tag.end, textEnd(bytes, tag.end));
}
