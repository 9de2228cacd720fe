/** Excel's serial numbers: 1 is 1 January 1900, 60 the 29 February 1900 that never was. */

const DAY = 86_400_000;
/** Serial number of 1 January 1970. */
const UNIX_EPOCH = 25569;
const LEAP_DAY_THAT_NEVER_WAS = 60;

/** `2024-01-31` of a whole serial number; `null` when there is no such day. */
export function serialDate(serial: number): string | null {
  if (serial < 1 || serial === LEAP_DAY_THAT_NEVER_WAS) {
    return null;
  }
  const days = serial < LEAP_DAY_THAT_NEVER_WAS ? serial + 1 : serial;
  return new Date((days - UNIX_EPOCH) * DAY).toISOString().slice(0, 10);
}

/** The serial number of a moment, as the library reads cells with a date format. */
export function momentSerial(moment: Date): number {
  const days = moment.getTime() / DAY + UNIX_EPOCH;
  const serial = days < LEAP_DAY_THAT_NEVER_WAS + 1 ? days - 1 : days;
  // The library keeps milliseconds: the rest is noise of the division.
  return Math.round(serial * 1e9) / 1e9;
}
