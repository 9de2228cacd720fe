/** What to propose when a title names no commune of the list, or one that is not the reporting unit's. */
import type { Commune, NamedWork, Scheme, Successor, Unit } from "../../schemes/types";
import { cleanText } from "../text/normalize";
import { understoodPart } from "../text/understood";
import { similarCommunes } from "./communeNames";
import { nameKey } from "./titleWords";
import { type NamedPlace, readTitle, type TitleReading } from "./workTitles";

/**
 * Communes whose name is nearly the one in the title; none when the title names communes that are known. A name without
 * type word may be anybody's ("Đảng bộ Sở Y tế"): only the unit's own communes are proposed for it.
 * @param unit id of the reporting unit; null when unknown
 */
export function similarToTitle(
  reading: TitleReading,
  scheme: Scheme,
  unit: string | null
): readonly Commune[] {
  const { named, candidates, former, level, speaksOfCommune, several } = reading;
  if (!named || named.name === "" || candidates.length > 0 || former || several) return [];
  const similar = similarCommunes(named.name, named.type, scheme, unit);
  if (speaksOfCommune) return similar;
  return level === null ? similar.filter((commune) => commune.unit === unit) : [];
}

/**
 * The target's work that a title of a district means if it is the province's: "Lịch sử Hội Cựu chiến binh" does not say. Null
 * for all other titles and units.
 */
export function workOfUnstatedLevel(
  title: string,
  reading: TitleReading,
  scheme: Scheme,
  unit: Unit | null
): NamedWork | null {
  if (unit?.kind !== "district" || reading.namedWork !== null || reading.speaksOfCommune) return null;
  return readTitle(title, scheme, null).namedWork;
}

/**
 * The commune of today, once it is in force, that a title names and that was none when the scheme began: one for each of the
 * communes that became part of it. Its works are counted for those.
 * @param day last day that data may speak of
 */
export function newCommuneNamed(
  { named, speaksOfCommune, candidates, former, several }: TitleReading,
  { reorganisation }: Scheme,
  day: string
): readonly Successor[] {
  if (!reorganisation || day < reorganisation.from || !named || named.type === null) return [];
  if (!speaksOfCommune || candidates.length > 0 || former || several) return [];
  const key = nameKey(named.name);
  return reorganisation.successors.filter(({ name, type }) => type === named.type && nameKey(name) === key);
}

/** True when communes are named and the unit is a district that has none of them. */
export function isElsewhere(communes: readonly Commune[], unit: Unit | null): boolean {
  return (
    unit?.kind === "district" && communes.length > 0 && communes.every((commune) => commune.unit !== unit.id)
  );
}

/** `cleanText` of a title with the name in it replaced by a commune's type and name, in capitals if the title is. */
export function renamed(title: string, named: NamedPlace, { type, name }: Commune): string {
  const text = cleanText(title);
  const official = `${type} ${name}`;
  const isAllCapitals = text === text.toUpperCase();
  const written = isAllCapitals ? official.toUpperCase() : official;
  return `${text.slice(0, named.start)}${written}${text.slice(named.end)}`;
}

const LETTER_WITH_MARKS = /[\u00c0-\u024f\u1ea0-\u1ef9]/;
const ASCII = /^[\0-\x7f]*$/;
const WORDS_OF_TITLES = /\b(?:lich su|dang bo|bien nien|so thao|ky yeu|dia chi)\b/i;

/** True for a title such as "LICH SU DANG BO XA AN LAC". */
export function isWithoutMarks(whole: string): boolean {
  const title = understoodPart(whole);
  // Nearly all titles have such a letter soon.
  if (LETTER_WITH_MARKS.test(title)) return false;
  const text = cleanText(title);
  return ASCII.test(text) && WORDS_OF_TITLES.test(text);
}
