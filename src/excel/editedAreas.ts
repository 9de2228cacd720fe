/** The addresses that events tell → areas to read again. */
import { type Area, columnNumber } from "../domain/grid";

/** Where something was edited, as an event tells it. */
export interface Edit {
  readonly sheetId: string;
  /** A1 addresses, separated by commas; whole rows (`5:9`) and columns (`B:C`) too. */
  readonly address: string;
}

/** Rows and columns that an address means; null where it means all of them. */
interface Extent {
  readonly rows: readonly [top: number, bottom: number] | null;
  readonly columns: readonly [left: number, right: number] | null;
}

const PART = /^\$?([A-Z]{0,3})\$?(\d*)$/;

/**
 * The rows that edits of one sheet have touched, from top to bottom, each with all columns that the sheet uses or an edit
 * has reached. Null where that is not known: an address that is none, or one of whole columns.
 * @param used the area of the sheet that was in use before; null when it was empty
 */
export function editedAreas(addresses: readonly string[], used: Area | null): readonly Area[] | null {
  const extents = addresses.flatMap((address) => address.split(",")).map(extentOf);
  const rows = extents.map((extent) => extent?.rows ?? null);
  if (rows.length === 0 || rows.some((each) => each === null)) return null;
  const columns = [
    ...(used ? [[used.left, used.right] as const] : []),
    ...extents.flatMap((extent) => (extent?.columns ? [extent.columns] : [])),
  ];
  if (columns.length === 0) return null;
  const left = Math.min(...columns.map(([first]) => first));
  const right = Math.max(...columns.map(([, last]) => last));
  return joined(rows.flatMap((each) => (each ? [each] : []))).map(([top, bottom]) => ({
    top,
    left,
    bottom,
    right,
  }));
}

function extentOf(address: string): Extent | null {
  const [from = "", to = from] = address
    .slice(address.lastIndexOf("!") + 1)
    .trim()
    .toUpperCase()
    .split(":");
  const [first, last] = [PART.exec(from), PART.exec(to)];
  if (from === "" || to === "" || !first || !last) return null;
  const letters = [first[1] ?? "", last[1] ?? ""] as const;
  const numbers = [first[2] ?? "", last[2] ?? ""] as const;
  return {
    columns: letters.includes("") ? null : [columnNumber(letters[0]), columnNumber(letters[1])],
    rows: numbers.includes("") ? null : [Number(numbers[0]) - 1, Number(numbers[1]) - 1],
  };
}

/** Runs of rows, those that touch made one. */
function joined(runs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const result: [number, number][] = [];
  for (const [top, bottom] of [...runs].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && top <= last[1] + 1) last[1] = Math.max(last[1], bottom);
    else result.push([top, bottom]);
  }
  return result;
}
