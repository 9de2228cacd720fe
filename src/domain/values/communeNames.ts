/** The names that a scheme knows, ready for looking up: communes, former communes, districts, named works. */
import type {
  Commune,
  CommuneType,
  FormerCommune,
  FormerDistrict,
  NamedWork,
  Scheme,
  Unit,
  WorkLevel,
} from "../../schemes/types";
import { editDistance } from "./similarNames";
import { keysOf, nameKey } from "./titleWords";

export interface KnownWork {
  readonly work: NamedWork;
  readonly level: WorkLevel;
  readonly keys: readonly string[];
  /** The name does not say whose it is: from a district it means the district's own. */
  readonly isPlaceless: boolean;
}

export interface KnownNames {
  readonly communes: ReadonlyMap<string, readonly Commune[]>;
  readonly formerCommunes: ReadonlyMap<string, readonly FormerCommune[]>;
  readonly districtIds: ReadonlySet<string>;
  /** Districts by their short name without "thành phố". */
  readonly districts: ReadonlyMap<string, Unit>;
  readonly formerDistricts: ReadonlyMap<string, FormerDistrict>;
  /** Ways to name the works that targets name, by their first word. */
  readonly works: ReadonlyMap<string, readonly KnownWork[]>;
  /** How many words the longest name of a commune has that begins with a word. */
  readonly longestFrom: ReadonlyMap<string, number>;
}

/** Schemes are constants: each is prepared once. */
const prepared = new WeakMap<Scheme, KnownNames>();

/** The names of a scheme. */
export function knownNames(scheme: Scheme): KnownNames {
  const known = prepared.get(scheme) ?? prepare(scheme);
  prepared.set(scheme, known);
  return known;
}

function prepare(scheme: Scheme): KnownNames {
  const communes = grouped(scheme.communes, ({ name, aliases }) => [name, ...aliases].map(nameKey));
  const formerCommunes = grouped(scheme.formerCommunes, ({ name }) => [nameKey(name)]);
  const districts = scheme.units.filter(({ kind }) => kind === "district");
  const works = scheme.targets.flatMap((target) =>
    target.works.flatMap((work) => [
      ...work.matches.map((phrase) => knownWork(work, target.level, phrase, false)),
      ...(work.placeless ?? []).map((phrase) => knownWork(work, target.level, phrase, true)),
    ])
  );
  const names = [...communes.keys(), ...formerCommunes.keys()].map((name) => name.split(" "));
  return {
    communes,
    formerCommunes,
    districtIds: new Set(districts.map(({ id }) => id)),
    districts: new Map(districts.map((unit) => [districtKey(unit), unit] as const)),
    formerDistricts: new Map(
      scheme.formerDistricts.map((district) => [nameKey(district.name), district] as const)
    ),
    works: grouped(works, ({ keys }) => [keys[0] ?? ""]),
    // The longest name is the last to be entered.
    longestFrom: new Map(
      names.sort((a, b) => a.length - b.length).map(([first = "", ...rest]) => [first, rest.length + 1])
    ),
  };
}

function knownWork(work: NamedWork, level: WorkLevel, phrase: string, isPlaceless: boolean): KnownWork {
  return { work, level, keys: keysOf(phrase), isPlaceless };
}

const CITY = nameKey("thành phố");

function districtKey({ shortName }: Unit): string {
  const key = nameKey(shortName);
  return key.startsWith(`${CITY} `) ? key.slice(CITY.length + 1) : key;
}

function grouped<T>(
  items: readonly T[],
  keys: (item: T) => readonly string[]
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keys(item))) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** Shorter names allow one wrong letter, longer ones two. */
const SHORT_NAME = 5;

/**
 * Communes whose name is nearly this one, the nearest ones only: those of the unit if any of them is near enough, else
 * those of the province; none for a name that a commune has, which is not written wrong. A type word typed wrong
 * ("xá An Lạc") counts as part of the name.
 * @param unit id of the reporting unit; null when unknown
 */
export function similarCommunes(
  name: string,
  stated: CommuneType | null,
  scheme: Scheme,
  unit: string | null
): readonly Commune[] {
  const key = nameKey(name);
  if (isNameOfOne(key, scheme)) return [];
  const inUnit = nearest(
    key,
    stated,
    scheme.communes.filter((commune) => commune.unit === unit)
  );
  return inUnit.length > 0 ? inUnit : nearest(key, stated, scheme.communes);
}

function isNameOfOne(key: string, scheme: Scheme): boolean {
  return (
    knownNames(scheme).communes.has(key) ||
    scheme.communes.some((commune) => spellingsOf(commune).withType === key)
  );
}

function nearest(key: string, stated: CommuneType | null, communes: readonly Commune[]): readonly Commune[] {
  const limit = key.length <= SHORT_NAME ? 1 : 2;
  const measured = communes.map((commune) => ({
    commune,
    distance: distanceTo(key, stated, commune, limit),
  }));
  const least = Math.min(...measured.map(({ distance }) => distance));
  return least > limit
    ? []
    : measured.filter(({ distance }) => distance === least).map(({ commune }) => commune);
}

function distanceTo(key: string, stated: CommuneType | null, commune: Commune, limit: number): number {
  const { names, withType } = spellingsOf(commune);
  const spellings = stated ? names : [...names, withType];
  return Math.min(...spellings.map((spelling) => editDistance(key, spelling, limit)));
}

interface Spellings {
  readonly names: readonly string[];
  readonly withType: string;
}

/** Communes are constants: each is prepared once. */
const spellings = new WeakMap<Commune, Spellings>();

function spellingsOf(commune: Commune): Spellings {
  const known = spellings.get(commune) ?? {
    names: [commune.name, ...commune.aliases].map(nameKey),
    withType: nameKey(`${commune.type} ${commune.name}`),
  };
  spellings.set(commune, known);
  return known;
}
