/** The list of sheets. */
import { FileFault } from "../fileErrors";
import { MAX_ZIP_ENTRIES } from "../limits";
import {
  attributeOf,
  isNamed,
  isTrue,
  markupStart,
  nameBytes,
  newTag,
  nextTag,
  notHandled,
  prefixedAttributeOf,
} from "./xmlBytes";

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Id of the relation that leads to its part. */
  readonly relation: string;
}

export interface WorkbookPart {
  readonly date1904: boolean;
  readonly sheets: readonly WorkbookSheet[];
}

const WORKBOOK = nameBytes("workbook");
const PROPERTIES = nameBytes("workbookPr");
const DATE_1904 = nameBytes("date1904");
const SHEET = nameBytes("sheet");
const NAME = nameBytes("name");
const STATE = nameBytes("state");
const ID = nameBytes("id");

/** Reads `workbook.xml`. Throws `FileFault` `tooManyParts`. */
export function readWorkbookPart(bytes: Uint8Array): WorkbookPart {
  const tag = newTag();
  const start = markupStart(bytes);
  if (!nextTag(bytes, start, tag) || !isNamed(bytes, tag, WORKBOOK)) notHandled();
  const sheets: WorkbookSheet[] = [];
  let date1904 = false;
  let isWhole = false;
  while (nextTag(bytes, tag.end, tag)) {
    isWhole = tag.closing && isNamed(bytes, tag, WORKBOOK);
    if (tag.closing) continue;
    if (isNamed(bytes, tag, PROPERTIES)) date1904 = isTrue(attributeOf(bytes, tag, DATE_1904));
    if (!isNamed(bytes, tag, SHEET)) continue;
    const name = attributeOf(bytes, tag, NAME) ?? "";
    const relation = prefixedAttributeOf(bytes, tag, ID) ?? notHandled();
    if (name === "") notHandled();
    // A module of macros, as old versions keep it, has no part and no cells.
    if (relation === "") continue;
    if (sheets.length >= MAX_ZIP_ENTRIES) throw new FileFault("tooManyParts");
    const state = attributeOf(bytes, tag, STATE);
    sheets.push({ name, relation, hidden: state === "hidden" || state === "veryHidden" });
  }
  return isWhole ? { date1904, sheets } : notHandled();
}
