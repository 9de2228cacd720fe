/** What a title in Biểu 02 says: the kind of work, its level, and the commune or named work that it is about. */
import type { Commune, NamedWork, Scheme, Target, WorkKind, WorkLevel } from "../../schemes/types";
import { containsWords, wordKey } from "../text/normalize";

export interface TitleReading {
  readonly kind: WorkKind;
  readonly level: WorkLevel | null;
  readonly commune: Commune | null;
  /** Communes that the title could mean when the unit does not decide it. */
  readonly candidates: readonly Commune[];
  readonly namedWork: NamedWork | null;
  /** True when the title speaks of a commune, whether or not it is found in the list. */
  readonly speaksOfCommune: boolean;
}

const KINDS: readonly { readonly kind: WorkKind; readonly words: readonly string[] }[] = [
  { kind: "chronicle", words: ["biên niên"] },
  { kind: "draft-history", words: ["sơ thảo"] },
  { kind: "sector-tradition", words: ["truyền thống", "kỷ yếu", "kỉ yếu"] },
  { kind: "other", words: ["văn kiện", "địa chí", "hồi ký"] },
  { kind: "history", words: ["lịch sử"] },
];
/** Words that follow a name which is not (only) a commune's: "huyện Trùng Khánh". */
const DISTRICT_WORDS = ["huyện", "thành phố", "tp", "tỉnh"].map(wordKey);
const TYPE_WORDS: Readonly<Record<Commune["type"], readonly string[]>> = {
  xã: ["xã", "x"].map(wordKey),
  phường: ["phường", "p"].map(wordKey),
  "thị trấn": ["thị trấn", "tt"].map(wordKey),
};
const TYPE_WORDS_OF_ALL = Object.values(TYPE_WORDS).flat();
const PERIOD = /[(]?\s*(?:giai đoạn\s*)?\d{4}\s*[-–—]\s*\d{4}\s*[)]?/gi;

/**
 * Reads a title in the light of the unit that reports it.
 * @param unit id of the reporting unit; null when unknown, then only names that are unique in the province are matched.
 */
export function readTitle(title: string, scheme: Scheme, unit: string | null): TitleReading {
  const words = titleKey(title);
  const kind =
    KINDS.find((entry) => entry.words.some((phrase) => containsWords(words, wordKey(phrase))))?.kind ??
    "other";
  const named = findNamedWork(words, scheme.targets);
  if (named) {
    return {
      kind,
      level: named.level,
      commune: null,
      candidates: [],
      namedWork: named.work,
      speaksOfCommune: false,
    };
  }
  const speaksOfCommune = TYPE_WORDS_OF_ALL.some((word) => containsWords(words, word));
  const candidates = findCommunes(words, scheme.communes, unit, speaksOfCommune);
  const commune = candidates.length === 1 ? (candidates[0] ?? null) : null;
  const level: WorkLevel | null =
    commune || speaksOfCommune || candidates.length > 0 ? "commune" : levelOf(words, kind);
  return {
    kind,
    level,
    commune,
    candidates,
    namedWork: null,
    speaksOfCommune: speaksOfCommune || candidates.length > 0,
  };
}

/** `wordKey` of a title without its period: "(1930 - 2020)", "giai đoạn 1948 - 2020". */
export function titleKey(title: string): string {
  return wordKey(title.normalize("NFC").replace(PERIOD, " "));
}

function levelOf(words: string, kind: WorkKind): WorkLevel | null {
  if (["huyện", "thành phố"].some((word) => containsWords(words, wordKey(word)))) return "district";
  if (kind === "sector-tradition") return "sector";
  if (containsWords(words, wordKey("tỉnh cao bằng"))) return "province";
  return null;
}

function findNamedWork(
  words: string,
  targets: readonly Target[]
): { work: NamedWork; level: WorkLevel } | null {
  for (const target of targets) {
    for (const work of target.works) {
      if (work.matches.some((phrase) => containsWords(words, wordKey(phrase))))
        return { work, level: target.level };
    }
  }
  return null;
}

/**
 * Communes that the title names, the reporting unit's own first: when one of its communes fits, no other district's
 * does. Of several that fit, the longest name wins ("Hưng Đạo" is not "Hưng").
 */
function findCommunes(
  words: string,
  communes: readonly Commune[],
  unit: string | null,
  withTypeWord: boolean
): readonly Commune[] {
  const fitting = communes.filter((commune) => names(words, commune, withTypeWord));
  const longest = Math.max(0, ...fitting.map((commune) => commune.name.length));
  const best = fitting.filter((commune) => commune.name.length === longest);
  const inUnit = best.filter((commune) => commune.unit === unit);
  return preferStatedType(words, inUnit.length > 0 ? inUnit : best);
}

function names(words: string, commune: Commune, withTypeWord: boolean): boolean {
  return [commune.name, ...commune.aliases].map(wordKey).some((name) => {
    if (withTypeWord) return TYPE_WORDS_OF_ALL.some((word) => containsWords(words, `${word} ${name}`));
    const isDistrictName = DISTRICT_WORDS.some((word) => containsWords(words, `${word} ${name}`));
    return !isDistrictName && containsWords(words, `${wordKey("đảng bộ")} ${name}`);
  });
}

function preferStatedType(words: string, communes: readonly Commune[]): readonly Commune[] {
  const stated = communes.filter((commune) =>
    TYPE_WORDS[commune.type].some((word) => containsWords(words, `${word} ${wordKey(commune.name)}`))
  );
  return stated.length > 0 ? stated : communes;
}
