import type { Finding } from "../../domain/findings";
import { readDate } from "../../domain/values/dates";
import type { CellContent } from "../../layout/sheetSpec";
import type { Scheme } from "../../schemes";

/**
 * What a finding's fix writes: a true date where the column asks for one, else its text. Undefined without a fix.
 */
export function fixContent({ column, fix }: Finding, scheme: Scheme): CellContent | undefined {
  if (!fix) return undefined;
  const kind = scheme.forms.flatMap(({ columns }) => columns).find(({ title }) => title === column)?.kind;
  const date = kind === "document-date" ? readDate(fix.value) : null;
  return date?.status === "ok" ? { date: date.iso } : fix.value;
}
