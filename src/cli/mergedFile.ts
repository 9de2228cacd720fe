import { basename } from "node:path";
import type { Language } from "../domain/findings";
import { besideTables, type PlaceBeside } from "../domain/merge/besideTables";
import { readMergedState } from "../domain/merge/readState";
import type { MergedState } from "../domain/merge/state";
import { type UnreadRow, unreadRows } from "../domain/merge/unreadRows";
import { type Translate, translator } from "../i18n";
import type { Scheme } from "../schemes";
import { CallError } from "./callError";
import { workOnFiles } from "./workers";

export interface MergedFile {
  readonly state: MergedState;
  /** What people have written beside the tables. */
  readonly beside: readonly PlaceBeside[];
  /** Rows of the tables that the state does not have. */
  readonly unread: readonly UnreadRow[];
}

/** Reads the tables that `merge` has written. Throws `CallError` for any other file. */
export async function readMergedFile(path: string, scheme: Scheme, lang: Language): Promise<MergedFile> {
  const [read] = await workOnFiles("read", [path], () => ({ lang }));
  if (read?.ok === false) throw new CallError(read.error.message);
  const state = read ? readMergedState(read.result, scheme) : null;
  if (read && state) {
    return {
      state,
      beside: besideTables(read.result, scheme),
      unread: unreadRows(read.result, scheme),
    };
  }
  throw new CallError(translator(lang)("cli.merge.notMerged", { file: basename(path) }));
}

/** A line for each row that is not read: what becomes of it, and why. */
export function describeUnread(
  unread: readonly UnreadRow[],
  message: "cli.unread" | "cli.merge.unread",
  translate: Translate
): readonly string[] {
  return unread.map(({ sheet, row, reason }) =>
    translate(message, { sheet, row: String(row), reason: translate(`unread.${reason}`) })
  );
}
