/** Communes to choose from, found by a part of any of their names, with or without marks. */
import type { Commune, Scheme } from "../../schemes/types";
import { plainWords } from "../text/normalize";

export interface CommuneChoice {
  readonly commune: Commune;
  /** Short name of its unit. */
  readonly unit: string;
  /** The old or new name by which it was found; null when it was found by its own. */
  readonly via: string | null;
}

interface Candidate extends CommuneChoice {
  readonly rank: number;
}

/**
 * The communes that a search means, those of the unit first. An empty search means all of the unit's own, of all units
 * where none is known.
 * @param unit id of the reporting unit; null when unknown
 */
export function communeChoices(
  scheme: Scheme,
  unit: string | null,
  search: string
): readonly CommuneChoice[] {
  const words = plainWords(search)
    .split(" ")
    .filter((word) => word !== "");
  const own = scheme.communes.filter((commune) => commune.unit === unit);
  const searched = words.length === 0 && own.length > 0 ? own : scheme.communes;
  return searched
    .flatMap((commune) => candidateOf(scheme, unit, commune, words) ?? [])
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.commune.name.localeCompare(b.commune.name, "vi") ||
        a.commune.code.localeCompare(b.commune.code)
    )
    .map(({ commune, unit: shortName, via }) => ({ commune, unit: shortName, via }));
}

function candidateOf(
  scheme: Scheme,
  unit: string | null,
  commune: Commune,
  words: readonly string[]
): Candidate | null {
  const shortName = scheme.units.find(({ id }) => id === commune.unit)?.shortName ?? "";
  const isOwn = commune.unit === unit ? 0 : OTHER_UNIT;
  const byName = Math.min(
    ...[commune.name, ...commune.aliases].map((name) =>
      match(`${commune.type} ${name}`, name, shortName, words)
    )
  );
  if (byName < NO_MATCH) return { commune, unit: shortName, via: null, rank: isOwn + byName };
  const via = otherNames(scheme, commune).find((name) => match(name, name, shortName, words) < NO_MATCH);
  return via === undefined ? null : { commune, unit: shortName, via, rank: isOwn + BY_OTHER_NAME };
}

/** Names of the communes that became part of it before the scheme, and of the one that it is part of since. */
function otherNames({ formerCommunes, reorganisation }: Scheme, { code }: Commune): readonly string[] {
  const former = formerCommunes.filter(({ successor }) => successor === code).map(({ name }) => name);
  const since = (reorganisation?.successors ?? []).filter((successor) => successor.former === code);
  return [...former, ...since.map(({ type, name }) => `${type} ${name}`)];
}

const OTHER_UNIT = 10;
const BY_OTHER_NAME = 3;
const NO_MATCH = 9;

/** 0: the name begins so; 1: every word begins one of its words; 2: one of its words or its unit's. */
function match(full: string, name: string, unit: string, words: readonly string[]): number {
  if (plainWords(name).startsWith(words.join(" "))) return 0;
  const beginsOneOf = (text: string): boolean => {
    const parts = plainWords(text).split(" ");
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  };
  if (beginsOneOf(full)) return 1;
  return beginsOneOf(`${full} ${unit}`) ? 2 : NO_MATCH;
}
