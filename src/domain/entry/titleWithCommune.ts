/** A commune chosen from the list, in the title of a work. */
import type { Commune, Scheme } from "../../schemes/types";
import { cleanText } from "../text/normalize";
import { renamed } from "../values/titleSuggestions";
import { readTitle } from "../values/workTitles";

/** How most titles begin. */
const OPENING = "Lịch sử Đảng bộ";

/**
 * The title about this commune: its name takes the place of the one that the title has, else stands at the end; an
 * empty title becomes that of a history.
 * @param unit id of the reporting unit; null when unknown
 */
export function titleWithCommune(
  title: string,
  commune: Commune,
  scheme: Scheme,
  unit: string | null
): string {
  const { named } = readTitle(title, scheme, unit);
  if (named) return renamed(title, named, commune);
  const opening = cleanText(title) === "" ? OPENING : cleanText(title);
  return `${opening} ${commune.type} ${commune.name}`;
}
