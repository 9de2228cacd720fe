/** Numbers and dates of cells. */
import type { CellValue } from "../../domain/grid";
import { isoToSerial } from "../../domain/values/dates";
import { asciiText, notHandled } from "./xmlBytes";

const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;
const POINT = 0x2e;

/** A number of so many digits is exact in the arithmetic of the processor, and so is a power of ten up to 10²². */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN: readonly number[] = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power);

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,4})?$/i;
const LONGEST_NUMBER = 400;

/** The number written in these bytes, exactly as `Number` reads it. Not handled: what is no finite decimal number. */
export function readNumber(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === MINUS;
  let at = negative ? from + 1 : from;
  const start = at;
  let digits = 0;
  let whole = 0;
  while (at < to && isDigit(bytes[at]!)) {
    whole = whole * 10 + (bytes[at++]! - ZERO);
    digits++;
  }
  if (at === to && digits > 0 && digits <= EXACT_DIGITS) return negative ? -whole : whole;
  if (digits > 0 && bytes[at] === POINT && to - start <= EXACT_DIGITS + 1) {
    const pointAt = at++;
    while (at < to && isDigit(bytes[at]!)) whole = whole * 10 + (bytes[at++]! - ZERO);
    // One division of two exact numbers is rounded as reading the decimal number would be.
    const value = whole / POWERS_OF_TEN[to - pointAt - 1]!;
    if (at === to) return negative ? -value : value;
  }
  return readAnyNumber(bytes, from, to);
}

function readAnyNumber(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > LONGEST_NUMBER) notHandled();
  const text = asciiText(bytes, from, to);
  const value = Number(text);
  return NUMBER.test(text) && Number.isFinite(value) ? value : notHandled();
}

/** A number without sign and fraction. Not handled: anything else, and more than nine digits. */
export function readIndex(bytes: Uint8Array, from: number, to: number): number {
  if (to <= from || to - from > 9) notHandled();
  let index = 0;
  for (let at = from; at < to; at++) {
    if (!isDigit(bytes[at]!)) notHandled();
    index = index * 10 + (bytes[at]! - ZERO);
  }
  return index;
}

export function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

const DAY = 86_400_000;
/** Excel's 1900 system counts from here, and has a 29/02/1900, its day 60, that never was. */
const DAY_ZERO_1900 = Date.UTC(1899, 11, 31);
const LEAP_DAY = 60;
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
/** Days between the first days of the two systems. */
const DAYS_TO_1904 = 1462;
const FIRST_DAY = Date.UTC(1900, 0, 1);
const LAST_DAY = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** The day of a serial number; what Excel cannot show as a day (a bare time, a number far too large) stays a number. */
export function dateOfSerial(serial: number, date1904: boolean): CellValue {
  const time = date1904 ? DAY_ZERO_1904 + Math.round(serial * DAY) : timeOfSerial1900(serial);
  if (time >= FIRST_DAY && time <= LAST_DAY) {
    return { kind: "date", iso: new Date(time).toISOString().slice(0, 10) };
  }
  return Number.isNaN(new Date(time).getTime()) ? serial : (time - DAY_ZERO_1900) / DAY;
}

function timeOfSerial1900(serial: number): number {
  if (serial === LEAP_DAY) return DAY_ZERO_1900 + (LEAP_DAY - 1) * DAY;
  return DAY_ZERO_1900 + Math.round((serial > LEAP_DAY ? serial - 1 : serial) * DAY);
}

const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(T.*)?$/;

/** Serial number of a date that is written as one; a time of day is dropped. */
export function serialOfIso(text: string, date1904: boolean): number {
  const iso = ISO_DATE.exec(text)?.[1] ?? notHandled();
  const serial = isoToSerial(iso);
  return Number.isNaN(serial) ? notHandled() : serial - (date1904 ? DAYS_TO_1904 : 0);
}
