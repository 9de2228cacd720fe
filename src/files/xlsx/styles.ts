/** Which styles show numbers as dates. */
import { FileFault } from "../fileErrors";
import { MAX_DETAILS, MAX_NUMBER_FORMATS } from "../limits";
import {
  attributeOf,
  isNamed,
  markupStart,
  nameBytes,
  newTag,
  nextTag,
  notHandled,
  type Tag,
} from "./xmlBytes";

const STYLE_SHEET = nameBytes("styleSheet");
const FORMATS = nameBytes("numFmts");
const FORMAT = nameBytes("numFmt");
const FORMAT_ID = nameBytes("numFmtId");
const FORMAT_CODE = nameBytes("formatCode");
const CELL_STYLES = nameBytes("cellXfs");
const CELL_STYLE = nameBytes("xf");

/** For each style of cells, by its number, whether it shows a number as a date. Reads `styles.xml`. Throws `FileFault` `tooManyDetails`. */
export function readDateStyles(bytes: Uint8Array): readonly boolean[] {
  const tag = newTag();
  if (!nextTag(bytes, markupStart(bytes), tag) || !isNamed(bytes, tag, STYLE_SHEET)) notHandled();
  const codes = new Map<number, string>();
  const formats: number[] = [];
  while (nextTag(bytes, tag.end, tag)) {
    if (tag.closing || tag.empty) continue;
    if (isNamed(bytes, tag, FORMATS)) {
      eachChild(bytes, tag, FORMATS, FORMAT, () => {
        if (codes.size >= MAX_NUMBER_FORMATS) throw new FileFault("tooManyDetails");
        codes.set(formatId(bytes, tag), attributeOf(bytes, tag, FORMAT_CODE) ?? "");
      });
    } else if (isNamed(bytes, tag, CELL_STYLES)) {
      eachChild(bytes, tag, CELL_STYLES, CELL_STYLE, () => {
        if (formats.length >= MAX_DETAILS) throw new FileFault("tooManyDetails");
        formats.push(formatId(bytes, tag));
      });
    }
  }
  return dateStylesOf(formats, codes);
}

/** Moves `tag` to the end of the list that it opens, stopping at each item. */
function eachChild(bytes: Uint8Array, tag: Tag, list: Uint8Array, item: Uint8Array, visit: () => void): void {
  while (nextTag(bytes, tag.end, tag)) {
    if (tag.closing && isNamed(bytes, tag, list)) return;
    if (!tag.closing && isNamed(bytes, tag, item)) visit();
  }
  notHandled();
}

function formatId(bytes: Uint8Array, tag: Tag): number {
  const id = attributeOf(bytes, tag, FORMAT_ID) ?? "0";
  return /^\d{1,9}$/.test(id) ? Number(id) : notHandled();
}

/** Formats that have a number instead of a code: dates and times, also those of East Asian editions. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Characters that Excel allows in the code of a number format; what stands behind them no program looks at. */
const LONGEST_CODE = 255;

/**
 * For each style of cells whether it shows a number as a date: each format is looked at once, however many styles have it.
 * @param formats number of the format of each style
 * Throws `FileFault` `tooManyDetails`. @param codes of the formats that are not built in
 */
export function dateStylesOf(
  formats: readonly number[],
  codes: ReadonlyMap<number, string>
): readonly boolean[] {
  if (codes.size > MAX_NUMBER_FORMATS) throw new FileFault("tooManyDetails");
  const known = new Map<number, boolean>();
  return formats.map((id) => {
    const isDate = known.get(id) ?? isDateFormat(id, codes.get(id) ?? "");
    known.set(id, isDate);
    return isDate;
  });
}

/** @param code empty: the format is built in */
function isDateFormat(id: number, code: string): boolean {
  return code === "" ? isBuiltInDate(id) : isDateCode(code);
}

const ELAPSED_TIME = /\[(h+|m+|s+)\]/i;
/** A day, a year, a month by name, or parts of a time that stand by themselves. */
const DATE_PARTS = /[dy]|m{3}|am\/pm|a\/p|(?<![a-z])(h{1,2}|s{1,2})(?![a-z])/i;

/** Whether the code of a number format shows days or times. */
export function isDateCode(code: string): boolean {
  const known = code.slice(0, LONGEST_CODE);
  if (ELAPSED_TIME.test(known)) return true;
  const shown = withoutLiterals(known).trim();
  return !/^general$/i.test(shown) && DATE_PARTS.test(shown);
}

/** What ends a literal of several characters, by what begins it: colours and locales, text. */
const ENDS: ReadonlyMap<string, string> = new Map([
  ["[", "]"],
  ['"', '"'],
]);
/** What makes a literal of the next character: an escape, fillers. */
const BEFORE_LITERAL = "\\*_";

/** A code without what it says besides letters that stand for parts of a date. What never ends is no literal. */
function withoutLiterals(code: string): string {
  let shown = "";
  // Behind these no end follows: looking for it again and again would take long.
  const endless = new Set<string>();
  for (let at = 0; at < code.length; at++) {
    const character = code.charAt(at);
    const end = endless.has(character) ? undefined : ENDS.get(character);
    const endAt = end === undefined ? -1 : code.indexOf(end, at + 1);
    if (end !== undefined && endAt < 0) endless.add(character);
    if (endAt >= 0) at = endAt;
    else if (BEFORE_LITERAL.includes(character) && at + 1 < code.length) at += 1;
    else shown += character;
  }
  return shown;
}
