/** What a title in Biểu 02 says: the kind of work, its level, and the commune or named work that it is about. */
import type {
  Commune,
  CommuneType,
  FormerCommune,
  FormerDistrict,
  NamedWork,
  Scheme,
  Unit,
  WorkKind,
  WorkLevel,
} from "../../schemes/types";
import { composed } from "../text/composing";
import { isPlainlyClean } from "../text/folding";
import { wordKey } from "../text/normalize";
import { keyOfLong } from "../text/understood";
import { knownNames, type KnownNames, type KnownWork } from "./communeNames";
import { keysOf, nameKey, titleWords, type TitleWord, type TitleWords } from "./titleWords";

export interface TitleReading {
  readonly kind: WorkKind;
  readonly level: WorkLevel | null;
  readonly commune: Commune | null;
  /** Communes that the title could mean when neither the unit nor the title decides it. */
  readonly candidates: readonly Commune[];
  readonly namedWork: NamedWork | null;
  /** True when the title speaks of a commune, whether or not it is found in the list. */
  readonly speaksOfCommune: boolean;
  /** The name as the title has it, known or not; null when the title has none where a commune's would stand. */
  readonly named: NamedPlace | null;
  /** A commune of the past that the title names, when it is none of today. */
  readonly former: FormerCommune | null;
  /** The district that the title itself names. */
  readonly district: Unit | null;
  /** A district of the past that the title names. */
  readonly formerDistrict: FormerDistrict | null;
  /** The title names several communes, one after the other. */
  readonly several: boolean;
  /** The title does not say whether it means a town or the district of the same name. */
  readonly townOrDistrict: boolean;
}

/** A name inside a title. */
export interface NamedPlace {
  /** As written, without the type word. */
  readonly name: string;
  /** Stated by the type word; null when the title has none. */
  readonly type: CommuneType | null;
  /** Place in `cleanText` of the title, the type word included. */
  readonly start: number;
  readonly end: number;
}

/** The first of these that a title names is its kind. */
const KINDS: readonly { readonly kind: WorkKind; readonly names: readonly string[] }[] = [
  { kind: "chronicle", names: ["biên niên"] },
  { kind: "draft-history", names: ["sơ thảo"] },
  { kind: "sector-tradition", names: ["truyền thống", "kỷ yếu"] },
  { kind: "other", names: ["văn kiện", "địa chí", "hồi ký"] },
  { kind: "history", names: ["lịch sử"] },
];
/** Places in `KINDS`, by `nameKey`. */
const RANKS: ReadonlyMap<string, number> = new Map(
  KINDS.flatMap(({ names }, rank) => names.map((name) => [nameKey(name), rank] as const))
);
/** Phrases with which the name of a book begins anew: "Ánh sáng vùng cao: Lịch sử Đảng bộ xã An Lạc". */
const OPENINGS = phrases(...KINDS.flatMap(({ names }) => names));
/**
 * Words that may stand between the opening and the commune. With any other one the title is about something inside
 * the commune, such as a school, and not about its Party organisation.
 */
const LEAD = vocabulary(
  "lịch sử đảng bộ đảng cộng sản việt nam ban chấp hành ủy cấp biên niên sự kiện sơ thảo tóm tắt kỷ yếu văn kiện địa chí",
  "truyền thống cách mạng đấu tranh phong trào xây dựng phát triển hình thành trưởng thành ra đời và với của về các dân tộc",
  "nhân dân quân cuốn sách tập quyển bản thảo công trình tác phẩm quê hương con người đất những chặng đường năm thời kỳ",
  "nghiên cứu biên soạn xuất đại hội biểu tiêu thứ lần nhất hai ba bốn sáu bảy tám chín mười bộ giai đoạn tỉnh cao bằng"
);
const PARTY = keysOf("đảng bộ");
/** "Đảng bộ và nhân dân các dân tộc xã An Lạc": names no one else than "Đảng bộ xã An Lạc". */
const PEOPLE = vocabulary("và quân nhân dân các dân tộc");
interface TypeWords {
  readonly type: CommuneType;
  readonly keys: readonly string[];
  /** "các xã", "hai xã". */
  readonly isPlural: boolean;
}
/** By their first word. */
const TYPES = typesByWord(false);
const TYPES_IN_PLURAL = typesByWord(true);
/** With these before or after it, "xã" is part of another word: thị xã, hợp tác xã, xã hội. */
const NO_COMMUNE_BEFORE = vocabulary("thị tác cấp toàn làng công");
const NO_COMMUNE_AFTER = vocabulary("hội viên tắc giao luận");
/** With these before it, "xã" speaks of several: các xã, hai xã, liên xã. */
const PLURAL = vocabulary("các những nhiều liên cụm hai ba bốn sáu bảy tám chín mười");
/** With these before a number it counts no communes: "lần thứ hai xã An Lạc". */
const ORDINAL = vocabulary("thứ lần tập quyển phần");
/** What may follow a name that is complete. */
const AFTER_NAME = phrases(
  "giai đoạn",
  "thời kỳ",
  "thời",
  "từ",
  "qua",
  "trong",
  "tập",
  "quyển",
  "phần",
  "lần",
  "năm",
  "thế kỷ",
  "khóa",
  "nhiệm kỳ",
  "bản thảo",
  "tái bản",
  "sơ thảo",
  "dự thảo",
  "xuất bản",
  "bổ sung",
  "đến",
  "trước",
  "sau",
  "những",
  "huyện",
  "thành phố",
  "thị xã",
  "tỉnh"
);
const PROVINCE = phrases("cao bằng", "tỉnh cao bằng");
const PROVINCE_IN_FULL = keysOf("tỉnh cao bằng");
const DISTRICT_TYPES = phrases("huyện", "thành phố", "thị xã");
/** With these behind it a body is not the province's own. */
const LOWER_LEVELS = phrases("huyện", "thành phố", "thị xã", "xã", "phường", "thị trấn", "tỉnh");
const LISTING = vocabulary("và với");
const NUMBER = /^(?:\d+|[ivx]+)$/;
/** Longer than any commune's name; a name that is not in the list ends here at the latest. */
const LONGEST_UNKNOWN = 4;
const YEAR = /\d{4}/;
const WHITE_SPACE = /\s+/g;
/** In a text whose white space is folded: from each of many spaces it would look through all that follow. */
const PERIOD = /[(]? ?(?:giai đoạn ?)?\d{4} ?[-–—] ?\d{4} ?[)]?/gi;

const NOTHING: Omit<TitleReading, "kind" | "level"> = {
  commune: null,
  candidates: [],
  namedWork: null,
  speaksOfCommune: false,
  named: null,
  former: null,
  district: null,
  formerDistrict: null,
  several: false,
  townOrDistrict: false,
};

/**
 * Reads a title in the light of the unit that reports it. Names are found where a title has its subject, as whole
 * words: "Trần Hưng Đạo", "Trường Quang Trung" and "xã hội" name no commune.
 * @param unit id of the reporting unit; null when unknown, then only names that are unique in the province are matched.
 */
export function readTitle(title: string, scheme: Scheme, unit: string | null): TitleReading {
  const known = knownNames(scheme);
  const words = titleWords(title);
  const begun = beginningsIn(words.words);
  const kind = (begun & OPENING) === 0 ? "other" : kindOf(words.words);
  const work = findWork(words, known, unit !== null && known.districtIds.has(unit));
  if (work) return { ...NOTHING, kind, level: work.level, namedWork: work.work };
  const subject = (begun & (TYPE | PARTY_WORD)) === 0 ? null : findSubject(words, known);
  if (subject !== null && (subject.key !== null || subject.type !== null)) {
    return readSubject(subject, words, known, unit, kind);
  }
  const level = levelOf(words, kind, known, begun);
  const stated = (begun & DISTRICT) === 0 ? NO_DISTRICT : statedDistrict(words, 0, known);
  if (subject !== null) return { ...NOTHING, ...stated, kind, level, named: placeOf(subject, words) };
  return level === null && stated === NO_DISTRICT ? OF_NOTHING[kind] : { ...NOTHING, ...stated, kind, level };
}

/** A title that names a commune and does not say what is written about it. */
export interface CommuneAlone {
  /** Several when neither the unit nor the title decides which is meant; none when the title says something else. */
  readonly communes: readonly Commune[];
  /** What follows the name: a period, the district. */
  readonly rest: string;
}

const NO_COMMUNE_ALONE: CommuneAlone = { communes: [], rest: "" };

/**
 * "Xã An Lạc", "Đảng bộ xã An Lạc (1930 - 2020)", "An Lạc": the name alone. One without "xã" or "Đảng bộ" may be anybody's,
 * so that only the unit's own communes are meant by it, and none whose district has the same name.
 * @param unit id of the reporting unit; null when unknown
 */
export function communeAlone(title: string, scheme: Scheme, unit: string | null): CommuneAlone {
  const known = knownNames(scheme);
  const titled = titleWords(title);
  const { text, words } = titled;
  if ((beginningsIn(words) & OPENING) !== 0) return NO_COMMUNE_ALONE;
  const from = phraseAt(words, 0, PARTY) ? PARTY.length : 0;
  const type = communeTypeAt(words, from);
  const { key, to } = nameAt(titled, from + (type?.keys.length ?? 0), known, true);
  if (key === null || !endsWithPlaceOrTime(words, to, known)) return NO_COMMUNE_ALONE;
  const isSaid = type !== null || from > 0;
  const named = preferred(known.communes.get(key) ?? [], [], unit, type?.type ?? null);
  const isMeant = (commune: Commune): boolean => unit === null || commune.unit === unit;
  const communes = isSaid ? named : known.districts.has(key) ? [] : named.filter(isMeant);
  return { communes, rest: text.slice(words[to - 1]?.end ?? text.length) };
}

function endsWithPlaceOrTime(words: readonly TitleWord[], from: number, known: KnownNames): boolean {
  let index = from;
  while (index < words.length) {
    const next = passedOver(words, index, known);
    if (next === index) return false;
    index = next;
  }
  return true;
}

/** What words of a title may begin, as bits: most of them begin nothing, and most titles have no need of most questions. */
const OPENING = 1;
const TYPE = 2;
const PARTY_WORD = 4;
const DISTRICT = 8;
const PROVINCE_WORD = 16;

function beginningsIn(words: readonly TitleWord[]): number {
  let begun = 0;
  for (const { key } of words) begun |= BEGINNINGS.get(key) ?? 0;
  return begun;
}

const BEGINNINGS: ReadonlyMap<string, number> = bitsOf([
  [OPENING, OPENINGS.keys()],
  [TYPE, TYPES.keys()],
  [PARTY_WORD, PARTY.slice(0, 1)],
  [DISTRICT, DISTRICT_TYPES.keys()],
  [PROVINCE_WORD, PROVINCE_IN_FULL.slice(0, 1)],
]);

function bitsOf(
  sets: readonly (readonly [bit: number, words: Iterable<string>])[]
): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  for (const [bit, words] of sets) for (const word of words) bits.set(word, (bits.get(word) ?? 0) | bit);
  return bits;
}

/** Readings of titles that say their kind and nothing else. */
const OF_NOTHING: Readonly<Record<WorkKind, TitleReading>> = {
  chronicle: { ...NOTHING, kind: "chronicle", level: null },
  "draft-history": { ...NOTHING, kind: "draft-history", level: null },
  "sector-tradition": { ...NOTHING, kind: "sector-tradition", level: null },
  other: { ...NOTHING, kind: "other", level: null },
  history: { ...NOTHING, kind: "history", level: null },
};

/** `wordKey` of a title without its period: "(1930 - 2020)", "giai đoạn 1948 - 2020". */
export function titleKey(title: string): string {
  return keyOfLong(title, keyWithoutPeriod);
}

function keyWithoutPeriod(title: string): string {
  const folded = isPlainlyClean(title) ? title : composed(title).replace(WHITE_SPACE, " ");
  return wordKey(YEAR.test(folded) ? folded.replace(PERIOD, " ") : folded);
}

function kindOf(words: readonly TitleWord[]): WorkKind {
  let first = KINDS.length;
  for (let index = 0; index < words.length; index += 1) {
    const phrase = phraseFrom(words, index, OPENINGS);
    if (phrase) first = Math.min(first, RANKS.get(phrase.join(" ")) ?? first);
  }
  return KINDS[first]?.kind ?? "other";
}

function levelOf({ words }: TitleWords, kind: WorkKind, known: KnownNames, begun: number): WorkLevel | null {
  if ((begun & (DISTRICT | PARTY_WORD)) !== 0 && isOfDistrict(words, known)) return "district";
  if (kind === "sector-tradition") return "sector";
  const isOfProvince =
    (begun & PROVINCE_WORD) !== 0 && words.some((_, index) => phraseAt(words, index, PROVINCE_IN_FULL));
  return isOfProvince ? "province" : null;
}

function isOfDistrict(words: readonly TitleWord[], known: KnownNames): boolean {
  for (let index = 0; index < words.length; index += 1) {
    if (phraseFrom(words, index, DISTRICT_TYPES) && isLead(words, index)) return true;
    if (partyEndsAt(words, index) && districtAt(words, index, known)) return true;
  }
  return false;
}

// Named works

/** @param isFromDistrict the title is a district's, which means its own bodies by names without a place */
function findWork(titled: TitleWords, known: KnownNames, isFromDistrict: boolean): KnownWork | null {
  const { words } = titled;
  for (let index = 0; index < words.length; index += 1) {
    for (const work of known.works.get(words[index]?.key ?? "") ?? []) {
      if (work.isPlaceless && isFromDistrict) continue;
      if (!phraseAt(words, index, work.keys) || !isLead(words, index)) continue;
      const end = afterProvince(words, index + work.keys.length);
      if (isComplete(titled, index, end) && !isDistrictOf(words, end)) return work;
    }
  }
  return null;
}

/** The province's bodies may be followed by its name. */
function afterProvince(words: readonly TitleWord[], index: number): number {
  return index + (phraseFrom(words, index, PROVINCE)?.length ?? 0);
}

/** "Công an tỉnh" is the province's; "Hội Cựu chiến binh huyện Hạ Lang" is not. */
function isDistrictOf(words: readonly TitleWord[], index: number): boolean {
  return phraseFrom(words, index, LOWER_LEVELS) !== undefined;
}

// The commune that a title is about

interface Subject {
  readonly type: CommuneType | null;
  /** Index of the type word, or of the name when there is none. */
  readonly from: number;
  readonly nameFrom: number;
  /** Index after the name. */
  readonly to: number;
  /** Key of a commune or former commune; null for a name that is not known. */
  readonly key: string | null;
  /** The type word stands in the plural: the name is the first known one of several. */
  readonly isPlural: boolean;
}

/**
 * The name behind a type word ("xã An Lạc"), or behind "Đảng bộ" when it has none. A name behind "Đảng bộ" that is not
 * known is the last choice: it may be anybody's.
 */
function findSubject(titled: TitleWords, known: KnownNames): Subject | null {
  const { words } = titled;
  let unknown: Subject | null = null;
  for (let index = 0; index < words.length; index += 1) {
    const type = communeTypeAt(words, index);
    if (type && isLead(words, type.isPlural ? index - 1 : index)) {
      const subject = typedSubject(titled, type, index, known);
      if (subject) return subject;
    }
    if (partyEndsAt(words, index) && isLead(words, index)) {
      const name = nameAt(titled, index, known, false);
      const { to, key } = name;
      const subject = { type: null, from: index, nameFrom: index, to, key, isPlural: false };
      if (name.key !== null) return subject;
      if (!PEOPLE.has(words[index]?.key ?? "")) unknown = subject;
    }
  }
  return unknown;
}

function communeTypeAt(words: readonly TitleWord[], index: number): TypeWords | null {
  const found = TYPES.get(words[index]?.key ?? "");
  if (!found || !phraseAt(words, index, found.keys)) return null;
  const after = words[index + found.keys.length];
  if (after && NO_COMMUNE_AFTER.has(after.key)) return null;
  const before = words[index - 1];
  if (!before || before.endsPhrase) return found;
  if (NO_COMMUNE_BEFORE.has(before.key)) return null;
  const isPlural = PLURAL.has(before.key) && !ORDINAL.has(words[index - 2]?.key ?? "");
  return isPlural ? (TYPES_IN_PLURAL.get(found.keys[0] ?? "") ?? found) : found;
}

function typesByWord(isPlural: boolean): ReadonlyMap<string, TypeWords> {
  return new Map(
    (["xã", "phường", "thị trấn"] as const).map((type) => {
      const keys = keysOf(type);
      return [keys[0] ?? "", { type, keys, isPlural }];
    })
  );
}

/** Null for types in the plural without a name: "các xã vùng cao". */
function typedSubject(
  titled: TitleWords,
  { type, keys, isPlural }: TypeWords,
  from: number,
  known: KnownNames
): Subject | null {
  const start = from + keys.length;
  if (isPlural) {
    const first = firstKnownName(titled, start, known);
    return first && { type, from, nameFrom: first.from, to: first.to, key: first.key, isPlural };
  }
  const { to, key } = nameAt(titled, start, known, true);
  return { type, from, nameFrom: start, to, key, isPlural };
}

interface KnownName {
  readonly from: number;
  readonly to: number;
  readonly key: string;
}

/**
 * The first name of a list that is known: some of "các xã Đức Quang, Đồng Loan" may be written wrong. A name that a town
 * shares with its district is the town's where a type word says so.
 */
function firstKnownName(titled: TitleWords, start: number, known: KnownNames): KnownName | null {
  const { words } = titled;
  for (let index = start; index < words.length; index += 1) {
    if (phraseFrom(words, index, AFTER_NAME)) return null;
    const type = communeTypeAt(words, index);
    const before = words[index - 1];
    const isItem = index === start || before?.endsPhrase || LISTING.has(before?.key ?? "");
    if (!type && !isItem) continue;
    const from = index + (type?.keys.length ?? 0);
    const { key, to } = nameAt(titled, from, known, true);
    if (key !== null && (type || index === start || !known.districts.has(key))) return { from, to, key };
  }
  return null;
}

/** True when "Đảng bộ", with "và nhân dân …" or not, ends just before this word. */
function partyEndsAt(words: readonly TitleWord[], index: number): boolean {
  let end = index;
  while (end > 0 && PEOPLE.has(words[end - 1]?.key ?? "")) end -= 1;
  const start = end - PARTY.length;
  return start >= 0 && phraseAt(words, start, PARTY) && !words[index - 1]?.endsPhrase;
}

/** Only words of `LEAD` and numbers stand between the title's last opening (or its last break) and this word. */
function isLead(words: readonly TitleWord[], index: number): boolean {
  for (let before = index - 1; before >= 0; before -= 1) {
    const word = words[before];
    if (!word) return true;
    if (phraseFrom(words, before, OPENINGS)) return !isInsideOf(words, before);
    if (word.endsPhrase) return true;
    if (!LEAD.has(word.key) && !NUMBER.test(word.key)) return false;
  }
  return true;
}

/** An opening that itself belongs to something else: "Câu lạc bộ Lịch sử xã An Lạc" is no book's name. */
function isInsideOf(words: readonly TitleWord[], opening: number): boolean {
  const before = words[opening - 1];
  return before !== undefined && !before.endsPhrase && !isLead(words, opening);
}

/** The longest known name at a place; without one, where the unknown name ends. */
function nameAt(
  titled: TitleWords,
  from: number,
  known: KnownNames,
  typed: boolean
): { readonly key: string | null; readonly to: number } {
  const { words } = titled;
  for (let length = known.longestFrom.get(words[from]?.key ?? "") ?? 0; length > 0; length -= 1) {
    const to = from + length;
    if (to > words.length || breaksInside(words, from, to)) continue;
    const key = keyOf(words, from, to);
    const isKnown = known.communes.has(key) || known.formerCommunes.has(key);
    if (isKnown && isComplete(titled, from, to, typed)) return { key, to };
  }
  let to = from;
  while (to < words.length && to - from < LONGEST_UNKNOWN && belongsToName(titled, from, to)) to += 1;
  return { key: null, to };
}

function keyOf(words: readonly TitleWord[], from: number, to: number): string {
  let key = words[from]?.key ?? "";
  for (let index = from + 1; index < to; index += 1) key += ` ${words[index]?.key ?? ""}`;
  return key;
}

function breaksInside(words: readonly TitleWord[], from: number, to: number): boolean {
  for (let index = from; index < to - 1; index += 1) if (words[index]?.endsPhrase) return true;
  return false;
}

/** A name ends at the end, at punctuation, at a number, or before a word that begins something else. */
function isComplete(titled: TitleWords, from: number, to: number, typed = true): boolean {
  const { words, mixedCase } = titled;
  const next = words[to];
  const last = words[to - 1];
  if (!next || !last || last.endsPhrase || NUMBER.test(next.key)) return true;
  if (phraseFrom(words, to, AFTER_NAME) || LISTING.has(next.key)) return true;
  // "Đảng bộ xã An Lạc anh hùng": the capitals of the name have ended.
  if (!typed || !mixedCase || next.capital) return false;
  return words.slice(from, to).every(({ capital }) => capital);
}

function belongsToName({ words, mixedCase }: TitleWords, from: number, index: number): boolean {
  const word = words[index];
  if (!word || NUMBER.test(word.key)) return false;
  if (index === from) return true;
  if (words[index - 1]?.endsPhrase || phraseFrom(words, index, AFTER_NAME)) return false;
  return !(mixedCase && words[from]?.capital && !word.capital);
}

function readSubject(
  subject: Subject,
  titled: TitleWords,
  known: KnownNames,
  unit: string | null,
  kind: WorkKind
): TitleReading {
  const stated = statedDistrict(titled, subject.to, known);
  const named = placeOf(subject, titled);
  const base = { ...NOTHING, ...stated, named, speaksOfCommune: true, kind, level: "commune" } as const;
  if (subject.key === null) return base;
  const units = stated.district ? [stated.district.id] : (stated.formerDistrict?.units ?? []);
  const today = preferred(known.communes.get(subject.key) ?? [], units, unit, subject.type);
  if (subject.isPlural) return { ...base, candidates: today, several: true };
  const past = preferred(known.formerCommunes.get(subject.key) ?? [], units, unit, subject.type);
  const where = units.length > 0 ? units : unit === null ? [] : [unit];
  const isHere = (named: { readonly unit: string }): boolean => where.includes(named.unit);
  const onlyPast = today.length === 0 || (past.some(isHere) && !today.some(isHere));
  if (onlyPast) return { ...base, former: past[0] ?? null };
  const several = namesAnother(titled, subject, known);
  const undecided = where.length === 0 && past.length > 0;
  return {
    ...base,
    commune: today.length === 1 && !several && !undecided ? (today[0] ?? null) : null,
    candidates: today,
    former: undecided ? (past[0] ?? null) : null,
    several,
    townOrDistrict: subject.type === null && known.districts.has(subject.key),
  };
}

function placeOf({ type, from, nameFrom, to }: Subject, { text, words }: TitleWords): NamedPlace {
  const last = words[to - 1];
  const start = words[from]?.start ?? text.length;
  const end = last?.end ?? start;
  const name = to > nameFrom ? text.slice(words[nameFrom]?.start ?? end, end) : "";
  return { name, type, start, end };
}

/** Communes of the district that the title states, else of the reporting unit, else of the type that it states. */
function preferred<T extends { readonly unit: string; readonly type: CommuneType }>(
  named: readonly T[],
  stated: readonly string[],
  unit: string | null,
  type: CommuneType | null
): readonly T[] {
  if (named.length < 2) return named;
  const choices = [
    named.filter((commune) => stated.includes(commune.unit)),
    named.filter((commune) => commune.unit === unit),
    named.filter((commune) => commune.type === type),
  ];
  return choices.find((choice) => choice.length > 0) ?? named;
}

/**
 * "xã An Lạc và xã Kim Loan", "xã An Lạc, Kim Loan", "xã An Lạc (1930 - 2020) và lịch sử Đảng bộ xã Kim Loan": another
 * commune follows, and nothing else stands between than what may lead to one, periods and districts.
 */
function namesAnother(titled: TitleWords, subject: Subject, known: KnownNames): boolean {
  const { words } = titled;
  let index = subject.to;
  let isListed = words[index - 1]?.endsPhrase === true || isOfListing(words[index]);
  if (!isListed && !mayNameAnother(words, index)) return false;
  while (index < words.length) {
    const next = communeNameAt(titled, index, isListed, known);
    if (next && !isSame(next, subject)) return known.communes.has(next.key);
    const to = next?.to ?? passedOver(words, index, known);
    if (to === index) return false;
    isListed &&= next !== null || isOfListing(words[index]);
    index = to;
  }
  return false;
}

/** Names go on behind it: "xã An Lạc (1930 - 2020), Kim Loan". */
function isOfListing(word: TitleWord | undefined): boolean {
  return word !== undefined && (LISTING.has(word.key) || NUMBER.test(word.key));
}

/** Most titles end with a period and a district: no word there begins a commune. */
function mayNameAnother(words: readonly TitleWord[], from: number): boolean {
  for (let index = from; index < words.length; index += 1) {
    if (((BEGINNINGS.get(words[index]?.key ?? "") ?? 0) & (TYPE | PARTY_WORD)) !== 0) return true;
  }
  return false;
}

/** @param isListed a name may follow without type word: "xã An Lạc, Kim Loan" */
function communeNameAt(
  titled: TitleWords,
  index: number,
  isListed: boolean,
  known: KnownNames
): (KnownName & { readonly type: CommuneType | null }) | null {
  const { words } = titled;
  const type = communeTypeAt(words, index);
  if (type) {
    const from = index + type.keys.length;
    const name = type.isPlural ? firstKnownName(titled, from, known) : nameAt(titled, from, known, true);
    return name?.key == null ? null : { from, to: name.to, key: name.key, type: type.type };
  }
  const before = words[index - 1];
  const isItem = isListed && (before?.endsPhrase === true || LISTING.has(before?.key ?? ""));
  if (!isItem && !partyEndsAt(words, index)) return null;
  const { key, to } = nameAt(titled, index, known, false);
  return key === null || known.districts.has(key) ? null : { from: index, to, key, type: null };
}

function isSame(
  name: { readonly key: string; readonly type: CommuneType | null },
  subject: Subject
): boolean {
  const isSameType = name.type === null || subject.type === null || name.type === subject.type;
  return name.key === subject.key && isSameType;
}

/** The word after what may stand between the names of two communes; the same word where something else begins. */
function passedOver(words: readonly TitleWord[], index: number, known: KnownNames): number {
  const typed = phraseFrom(words, index, DISTRICT_TYPES);
  const at = index + (typed?.length ?? 0);
  const isDistrict = (typed || words[index - 1]?.endsPhrase) && districtAt(words, at, known) !== null;
  if (isDistrict) return at + DISTRICT_WORDS;
  const after = typed ? undefined : phraseFrom(words, index, AFTER_NAME);
  if (after) return index + after.length;
  const word = words[index]?.key ?? "";
  return LEAD.has(word) || NUMBER.test(word) ? index + 1 : index;
}

// The district that a title names

type StatedDistrict = Pick<TitleReading, "district" | "formerDistrict">;

const NO_DISTRICT: StatedDistrict = { district: null, formerDistrict: null };

/** "…, huyện Hạ Lang", "… (Hạ Lang)": the first district from this word on. */
function statedDistrict({ words }: TitleWords, from: number, known: KnownNames): StatedDistrict {
  for (let index = from; index < words.length; index += 1) {
    const typed = phraseFrom(words, index, DISTRICT_TYPES);
    const setOff = index === from && index > 0 && words[index - 1]?.endsPhrase;
    const at = typed ? index + typed.length : index;
    const named = typed || setOff ? districtAt(words, at, known) : null;
    if (named) return named;
  }
  return NO_DISTRICT;
}

/** The names of all districts have so many. */
const DISTRICT_WORDS = 2;

function districtAt(words: readonly TitleWord[], index: number, known: KnownNames): StatedDistrict | null {
  if (index + 1 >= words.length || words[index]?.endsPhrase) return null;
  const key = keyOf(words, index, index + DISTRICT_WORDS);
  const district = known.districts.get(key) ?? null;
  const formerDistrict = known.formerDistricts.get(key) ?? null;
  return district || formerDistrict ? { district, formerDistrict } : null;
}

// Phrases

function phraseAt(words: readonly TitleWord[], index: number, phrase: readonly string[]): boolean {
  for (let offset = 0; offset < phrase.length; offset += 1) {
    if (words[index + offset]?.key !== phrase[offset]) return false;
  }
  return true;
}

/** By their first word: most words of a title begin none. */
type Phrases = ReadonlyMap<string, readonly (readonly string[])[]>;

/** The phrase that begins at a word; undefined when none does. */
function phraseFrom(
  words: readonly TitleWord[],
  index: number,
  known: Phrases
): readonly string[] | undefined {
  const sameBeginning = known.get(words[index]?.key ?? "");
  if (sameBeginning === undefined) return undefined;
  for (const phrase of sameBeginning) if (phraseAt(words, index, phrase)) return phrase;
  return undefined;
}

function phrases(...texts: readonly string[]): Phrases {
  const byFirst = new Map<string, readonly (readonly string[])[]>();
  for (const phrase of texts.map(keysOf)) {
    const [first = ""] = phrase;
    byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
  }
  return byFirst;
}

function vocabulary(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap(keysOf));
}
