/** `part / whole` in percent, rounded half-up to one decimal, exactly (21.9 for 32 of 146). `whole` > 0. */
export function percent(part: number, whole: number): number {
  return Math.floor((part * 2000 + whole) / (2 * whole)) / 10;
}
