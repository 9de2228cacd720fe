/** Texts that cells refer to by number. */
import { FileFault } from "../fileErrors";
import { MAX_SHARED_STRINGS } from "../limits";
import { readRichText } from "./richText";
import {
  cellText,
  endsName,
  isNamed,
  markupStart,
  nameBytes,
  newTag,
  nextTag,
  notHandled,
  SLASH,
  standsAt,
  type Tag,
  tagEnd,
  textEnd,
} from "./xmlBytes";

/** The text of a number; null where there is none. */
export type SharedStrings = (index: number) => string | null;

const TABLE = nameBytes("sst");
const ITEM = nameBytes("si");
const TEXT_START = nameBytes("<t");
const PLAIN_END = nameBytes("</t></si>");

/** End of an item that is more than plain text: it is read from its start on when it is wanted. */
const RICH = -1;

export const NO_STRINGS: SharedStrings = () => null;

/** Reads `sharedStrings.xml`: finds where each text is, and decodes those that are asked for. */
export function readSharedStrings(bytes: Uint8Array): SharedStrings {
  const starts: number[] = [];
  const ends: number[] = [];
  findItems(bytes, starts, ends);
  const texts: (string | undefined)[] = new Array(starts.length).fill(undefined);
  const tag = newTag();
  return (index) => {
    if (index >= starts.length) return null;
    const known = texts[index];
    if (known !== undefined) return known;
    const [start, end] = [starts[index]!, ends[index]!];
    const text = end === RICH ? readRichText(bytes, start, ITEM, tag) : cellText(bytes, start, end);
    texts[index] = text;
    return text;
  };
}

function findItems(bytes: Uint8Array, starts: number[], ends: number[]): void {
  const tag = newTag();
  if (!nextTag(bytes, markupStart(bytes), tag) || !isNamed(bytes, tag, TABLE)) notHandled();
  if (tag.empty) return;
  while (nextTag(bytes, tag.end, tag)) {
    if (tag.closing && isNamed(bytes, tag, TABLE)) return;
    if (tag.closing || !isNamed(bytes, tag, ITEM)) notHandled();
    if (starts.length >= MAX_SHARED_STRINGS) throw new FileFault("tooManyRecords");
    findItem(bytes, tag, starts, ends);
  }
  notHandled();
}

/** Notes the item that `tag` opens, and moves `tag` to its end. */
function findItem(bytes: Uint8Array, tag: Tag, starts: number[], ends: number[]): void {
  const start = tag.end;
  if (tag.empty) {
    starts.push(start);
    ends.push(start);
    return;
  }
  if (standsAt(bytes, start, TEXT_START) && endsName(bytes[start + TEXT_START.length])) {
    const from = tagEnd(bytes, start + TEXT_START.length);
    const to = textEnd(bytes, from);
    if (bytes[from - 2] !== SLASH && standsAt(bytes, to, PLAIN_END)) {
      starts.push(from);
      ends.push(to);
      tag.end = to + PLAIN_END.length;
      return;
    }
  }
  starts.push(start);
  ends.push(RICH);
  while (nextTag(bytes, tag.end, tag)) if (tag.closing && isNamed(bytes, tag, ITEM)) return;
  notHandled();
}
