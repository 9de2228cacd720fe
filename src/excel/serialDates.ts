/** Excel's serial dates in the whole range of Excel, its fictitious 29/02/1900 included. */
import type { IsoDate } from "../domain/grid";
import { isoToSerial, serialToIso } from "../domain/values/dates";

/** The day that Excel invents so as to agree with Lotus 1-2-3; it has no ISO date. */
const FICTITIOUS_LEAP_DAY = 60;
/** 31/12/9999. */
const LAST_SERIAL = 2_958_465;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Serial number (1900 date system, a time of day is dropped) → ISO date; null where Excel has no real day. */
export function isoFromSerial(serial: number): IsoDate | null {
  const day = Math.floor(serial);
  if (!(day >= 1 && day <= LAST_SERIAL) || day === FICTITIOUS_LEAP_DAY) return null;
  return serialToIso(day < FICTITIOUS_LEAP_DAY ? day + 1 : day);
}

/** ISO date → serial number (1900 date system); null for what is no date or lies before 1900. */
export function serialFromIso(iso: IsoDate): number | null {
  if (!ISO_DATE.test(iso)) return null;
  const afterLeapDay = isoToSerial(iso);
  const serial = afterLeapDay <= FICTITIOUS_LEAP_DAY ? afterLeapDay - 1 : afterLeapDay;
  return isoFromSerial(serial) === iso ? serial : null;
}

/** What a number format says besides letters that stand for parts of a date: text, escapes, colours, locales. */
const LITERALS = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/**
 * True when numbers shown in this format (English form, as `Range.numberFormat` gives it) are days: it shows
 * a day or a year, or a month without a time. A pure time of day is no date.
 */
export function isDateFormat(format: string): boolean {
  const [shown = ""] = format.replace(LITERALS, "").split(";");
  if (/general/i.test(shown)) return false;
  if (/[dy]/i.test(shown)) return true;
  return /m/i.test(shown) && !/[hs]/i.test(shown);
}
