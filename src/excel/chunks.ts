/**
 * Cutting work into requests. Excel on the web refuses a request or a response over 5 MB; ours stay under 4 MB,
 * and what is counted here leaves room for what the client adds around it.
 */

/** Bytes of counted content in one request. */
export const REQUEST_BYTES = 3_500_000;

/** Cells asked for in one response: with 150 bytes of value and number format each they make 3 MB. */
export const RESPONSE_CELLS = 20_000;

/**
 * Cuts a list into consecutive groups whose sizes add up to no more than `limit`. An item larger than the limit
 * has a group of its own. No item is lost, repeated or moved.
 */
export function groupBySize<T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  limit: number
): readonly (readonly T[])[] {
  const groups: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    const group = groups.at(-1);
    if (group === undefined || size > room) {
      groups.push([item]);
      room = limit - size;
    } else {
      group.push(item);
      room -= size;
    }
  }
  return groups;
}

/** A run of consecutive rows. */
export interface RowBand {
  readonly top: number;
  readonly count: number;
}

/** Cuts rows into bands of at most `cells` cells each, but of one row at least. */
export function bandsOfRows(top: number, rows: number, columns: number, cells: number): readonly RowBand[] {
  const height = Math.max(1, Math.floor(cells / Math.max(1, columns)));
  return Array.from({ length: Math.ceil(rows / height) }, (_, index) => ({
    top: top + index * height,
    count: Math.min(height, rows - index * height),
  }));
}

const encoder = new TextEncoder();

/** Size of a value as it travels: its JSON in UTF-8. */
export function jsonBytes(value: unknown): number {
  return encoder.encode(JSON.stringify(value)).length;
}
