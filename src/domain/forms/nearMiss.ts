/** The table on a sheet that resembles a form most, for a person to say what its columns are. */
import type { FormColumn, FormSpec } from "../../schemes/types";
import { likeness } from "./headings";
import { type Candidate, isOtherTable, type LocatedColumn, plainColumns } from "./candidates";
import type { NearMiss } from "./locate";

/** Fewer columns that are recognised, besides the ordinal, are chance. */
const ENOUGH = 2;

export function nearMissOf(form: FormSpec, candidates: readonly Candidate[]): NearMiss | null {
  const own = candidates.filter((candidate) => candidate.form === form && recognised(candidate) >= ENOUGH);
  const [first] = own;
  if (first === undefined) return null;
  const best = own.reduce((a, b) => (recognised(b) > recognised(a) ? b : a), first);
  const missing = form.columns.filter(({ key }) => !best.columns.has(key));
  return {
    form: form.id,
    sheet: best.grid.sheet,
    headerTop: best.headerTop,
    headerBottom: best.headerBottom,
    left: best.left,
    right: best.right,
    columns: plainColumns(best.columns),
    missing: missing.map(({ key }) => key),
    unmapped: best.unmapped,
    proposed: proposals(missing, best.unmapped),
    reason: isOtherTable(best) ? "other-table" : "columns-missing",
  };
}

function recognised({ columns }: Candidate): number {
  return Array.from(columns.values()).filter(({ match }) => match.column.kind !== "ordinal").length;
}

/** Headings less alike than this are proposed for nothing. */
const ALIKE = 0.55;

/** The most alike pairs first; a heading is proposed once. */
function proposals(
  missing: readonly FormColumn[],
  unmapped: readonly LocatedColumn[]
): Readonly<Record<string, number>> {
  const pairs = missing
    .flatMap((column) =>
      unmapped.map((heading) => ({
        key: column.key,
        at: heading.column,
        alike: likeness(heading.heading, column),
      }))
    )
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike);
  const proposed = new Map<string, number>();
  for (const { key, at } of pairs) {
    if (!proposed.has(key) && ![...proposed.values()].includes(at)) proposed.set(key, at);
  }
  return Object.fromEntries(proposed);
}

/** Headings of the columns by which the form is known and that were not recognised: “Tên công trình”, “Đã xuất bản”. */
export function missingHeadings({ missing }: NearMiss, { columns }: FormSpec): string {
  return columns
    .filter(({ key, identifying }) => identifying && missing.includes(key))
    .map(({ title }) => `“${title}”`)
    .join(", ");
}
