/** Text with runs of different looks, as shared strings and cells hold it. */
import { FileFault } from "../fileErrors";
import { cellText, isNamed, isSpace, nameBytes, nextTag, notHandled, textEnd, type Tag } from "./xmlBytes";

const TEXT = nameBytes("t");
const RUN = nameBytes("r");
const RUN_PROPERTIES = nameBytes("rPr");
const PHONETIC_RUN = nameBytes("rPh");
const PHONETIC_PROPERTIES = nameBytes("phoneticPr");

/**
 * Text of an element (`si`, `is`) from behind its opening tag on: runs joined, without the reading aids that East Asian
 * editions put above it. Moves `tag` to its closing tag. Throws `FileFault` `damaged` for text outside of its element.
 */
export function readRichText(bytes: Uint8Array, at: number, element: Uint8Array, tag: Tag): string {
  let plain: string | undefined;
  let runs: string | undefined;
  for (tag.end = at; nextInside(bytes, tag);) {
    if (tag.closing) {
      if (!isNamed(bytes, tag, element) || (plain !== undefined && runs !== undefined)) notHandled();
      return runs ?? plain ?? "";
    }
    if (isNamed(bytes, tag, TEXT)) {
      if (plain !== undefined) notHandled();
      plain = readText(bytes, tag);
    } else if (isNamed(bytes, tag, RUN)) runs = (runs ?? "") + readRun(bytes, tag);
    else if (isNamed(bytes, tag, PHONETIC_RUN)) skipElement(bytes, tag, PHONETIC_RUN);
    else if (isNamed(bytes, tag, PHONETIC_PROPERTIES)) skipElement(bytes, tag, PHONETIC_PROPERTIES);
    else notHandled();
  }
  return notHandled();
}

function readRun(bytes: Uint8Array, tag: Tag): string {
  if (tag.empty) return "";
  let text: string | undefined;
  while (nextInside(bytes, tag)) {
    if (tag.closing) return isNamed(bytes, tag, RUN) ? (text ?? "") : notHandled();
    if (isNamed(bytes, tag, RUN_PROPERTIES)) skipElement(bytes, tag, RUN_PROPERTIES);
    else if (isNamed(bytes, tag, TEXT) && text === undefined) text = readText(bytes, tag);
    else notHandled();
  }
  return notHandled();
}

/** `nextTag`, where only white space may stand before it: other text would be lost. */
function nextInside(bytes: Uint8Array, tag: Tag): boolean {
  const end = textEnd(bytes, tag.end);
  for (let at = tag.end; at < end; at++) if (!isSpace(bytes[at])) throw new FileFault("damaged");
  return nextTag(bytes, end, tag);
}

function readText(bytes: Uint8Array, tag: Tag): string {
  if (tag.empty) return "";
  const from = tag.end;
  const to = textEnd(bytes, from);
  if (!nextTag(bytes, to, tag) || !tag.closing || !isNamed(bytes, tag, TEXT)) notHandled();
  return cellText(bytes, from, to);
}

function skipElement(bytes: Uint8Array, tag: Tag, name: Uint8Array): void {
  if (tag.empty) return;
  while (nextTag(bytes, tag.end, tag)) if (tag.closing && isNamed(bytes, tag, name)) return;
  notHandled();
}
