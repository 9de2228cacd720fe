import type { Finding } from "../../domain/findings";
import { readDate } from "../../domain/values/dates";
import type { CellContent } from "../../layout/sheetSpec";
import type { Scheme } from "../../schemes";

/**
 * What a finding's fix writes: a true date or a number where the column asks for one, else its text. Undefined without
 * a fix.
 */
export function fixContent({ column, fix }: Finding, scheme: Scheme): CellContent | undefined {
  if (!fix) return undefined;
  const kind = scheme.forms.flatMap(({ columns }) => columns).find(({ title }) => title === column)?.kind;
  if (kind === "ordinal" && /^\d+$/.test(fix.value)) return Number(fix.value);
  const date = kind === "document-date" ? readDate(fix.value) : null;
  return date?.status === "ok" ? { date: date.iso } : fix.value;
}

/** The findings that one press corrects together with this one: of the same rule, one for each cell. */
export function sameKind(finding: Finding, findings: readonly Finding[]): readonly Finding[] {
  const fixable = findings.filter(({ rule, fix }) => rule === finding.rule && fix !== undefined);
  return [...new Map(fixable.map((other) => [`${other.sheet}!${other.cell}`, other])).values()];
}
