/** What rows speak of in few words, so that a row is compared only with those that might be about the same thing. */
import type { FormId } from "../../schemes/types";
import { plainWords } from "../text/normalize";
import { cellText } from "../values/cells";
import { titleKey } from "../values/workTitles";
import type { TableOfUnit } from "./sameRow";
import type { OfficialCells } from "./state";

export type HintsOf = (form: FormId, identity: string, cells: OfficialCells) => readonly string[];

/** A table whose rows come from files of which each is compared with those before. */
export interface HintedTable extends TableOfUnit {
  readonly hintsOf: HintsOf;
}

/**
 * What a row speaks of in few words, which most corrections of it leave as they are: the number of a document; whom a work is
 * about, and its title without marks.
 */
const hintsOf: HintsOf = (form, identity, cells) => {
  const [first = ""] = identity.split("|", 1);
  if (form === "bieu-01") return [first];
  // A work about nobody in particular is known by its title: see `workIdentity`.
  if (first.startsWith('"')) return [plainWords(first)];
  return [first, plainWords(titleKey(cellText(cells["title"] ?? null)))];
};

/** `hintsOf` for as long as the files of a unit are merged: each of its rows is asked for by several steps. */
export function rememberedHints(): HintsOf {
  const known = new Map<OfficialCells, readonly string[]>();
  return (form, identity, cells) => {
    const hints = known.get(cells) ?? hintsOf(form, identity, cells);
    known.set(cells, hints);
    return hints;
  };
}
