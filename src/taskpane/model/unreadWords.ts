import type { UnreadRow } from "../../domain/merge/unreadRows";
import type { Translate } from "../../i18n";

/** More rows than this of one sheet and reason are not named. */
const NAMED_ROWS = 10;

/** Which rows are not read, and why: sheet by sheet, reason by reason. */
export function unreadInWords(unread: readonly UnreadRow[], text: Translate): string {
  const groups = new Map<string, readonly UnreadRow[]>();
  for (const row of unread) {
    const group = `${row.sheet}|${row.reason}`;
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return [...groups.values()].map((rows) => groupInWords(rows, text)).join("; ");
}

function groupInWords(group: readonly UnreadRow[], text: Translate): string {
  const [first] = group;
  if (first === undefined) return "";
  const named = group.slice(0, NAMED_ROWS).map(({ row }) => row);
  const rows = `${named.join(", ")}${group.length > NAMED_ROWS ? "…" : ""}`;
  return text("unread.rows", { sheet: first.sheet, rows, reason: text(`unread.${first.reason}`) });
}
