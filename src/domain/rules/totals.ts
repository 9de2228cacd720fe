/** What rows that add up others may say: the sum of all rows, or of those that they close. */
import type { LeftOutRow } from "../forms/readRows";
import { partsAddedUp, saysTotal } from "../forms/rowTitles";

/** A row of the table with what it adds to the total. */
export interface Summand {
  /** Zero-based sheet row. */
  readonly row: number;
  readonly amount: number;
}

export interface WrongTotal {
  readonly found: LeftOutRow;
  readonly stated: number;
  /** What its rows add up to. */
  readonly sum: number;
  /** Whether they are those of a section. */
  readonly ofSection: boolean;
}

/**
 * Totals that state another sum than that of their rows. One of a part of the table is compared where it closes the section
 * that it names; elsewhere nothing says for sure which rows it adds up.
 * @param statedBy what a total states; null when nothing
 */
export function wrongTotals(
  leftOut: readonly LeftOutRow[],
  summands: readonly Summand[],
  statedBy: (total: LeftOutRow) => number | null
): readonly WrongTotal[] {
  const bounds = leftOut.filter(({ reason }) => reason === "section" || reason === "total");
  const [lastTotal] = bounds.filter((bound) => bound.reason === "total" && !isBreakdown(bound)).slice(-1);
  if (lastTotal === undefined) return [];
  const all = sumOf(summands);
  const sections = distinctParts(bounds.filter(({ reason }) => reason === "section"));
  const sumBetween = summing(summands);
  const namesAll = namingAll(sections);
  return bounds.flatMap((found, index): readonly WrongTotal[] => {
    const above = bounds[index - 1];
    const closed = sumBetween(found.row);
    if (found.reason !== "total" || isBreakdown(found)) return [];
    const stated = statedBy(found);
    if (stated === null || stated === all || stated === closed.sum) return [];
    const parts = partsOf(titleOfTotal(found));
    if (parts.length === 1) {
      const closesSection = above?.reason === "section" && closed.count > 0;
      const isOwn = closesSection && partsOf(above.text).some((part) => parts.includes(part));
      return isOwn ? [{ found, stated, sum: closed.sum, ofSection: true }] : [];
    }
    const isWhole =
      parts.length === 0
        ? found === lastTotal || closed.count > 0 || above?.reason !== "total"
        : sections.length > 0 && namesAll(parts);
    return isWhole ? [{ found, stated, sum: all, ofSection: false }] : [];
  });
}

function sumOf(summands: readonly Summand[]): number {
  return summands.reduce((total, { amount }) => total + amount, 0);
}

/** Sums the rows above a sheet row since the last one asked for; to be asked from top to bottom. */
function summing(
  summands: readonly Summand[]
): (row: number) => { readonly sum: number; readonly count: number } {
  let next = 0;
  return (row) => {
    const first = next;
    while ((summands[next]?.row ?? Infinity) < row) next += 1;
    return { sum: sumOf(summands.slice(first, next)), count: next - first };
  };
}

/** True when every section has one of the parts, which many totals of a table name alike: each set of them is looked up once. */
function namingAll(sections: readonly (readonly string[])[]): (parts: readonly string[]) => boolean {
  const known = new Map<string, boolean>();
  return (parts) => {
    const named = new Set(parts);
    const key = [...named].sort().join();
    const isNamed = known.get(key) ?? sections.every((section) => section.some((part) => named.has(part)));
    known.set(key, isNamed);
    return isNamed;
  };
}

/** What of the row says that it is a total; the amounts beside it say nothing of parts. */
function titleOfTotal({ cells, text }: LeftOutRow): string {
  const titles = Object.values(cells).filter((value) => typeof value === "string");
  return titles.find((title) => saysTotal(title.trim())) ?? text;
}

/** "Trong đó" says what a total above it is made of. */
function isBreakdown(total: LeftOutRow): boolean {
  return partsOf(titleOfTotal(total)).includes("trong do");
}

/** "Mục II" is the section II. */
function partsOf(text: string): readonly string[] {
  return partsAddedUp(text).map((part) => part.replace(/^(?:muc|nhom|phan) /, ""));
}

/** What the sections of a table are called; the same name is told once. */
function distinctParts(sections: readonly LeftOutRow[]): readonly (readonly string[])[] {
  const parts = sections.map(({ text }) => partsOf(text));
  return [...new Map(parts.map((each) => [each.join(), each])).values()];
}
