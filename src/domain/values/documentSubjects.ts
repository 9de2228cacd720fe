/** The type of a document that the opening words of its subject (trích yếu) name. */
import { PARTY_TYPES, STATE_TYPES } from "../../schemes/documentTypes";
import { composed } from "../text/composing";

export interface NamedType {
  /** "Kế hoạch". */
  readonly name: string;
  /** Symbols that a document of this type may carry. */
  readonly symbols: readonly string[];
  /** True when a number with this type symbol, or with none, may stand beside the subject. */
  readonly allows: (type: string | null) => boolean;
}

/** Symbols in use besides the official ones, and documents that are issued by a decision. */
const FURTHER_SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  "Quy định": ["QĐi"],
  "Quy chế": ["QyC", "QĐ"],
  "Đề án": ["QĐ"],
  "Chương trình": ["CTHĐ", "CTrHĐ", "CTPH", "CTLT"],
  "Kết luận": ["TB"],
  "Thông báo kết luận": ["TB", "KL"],
};
/** Words that also open the subject of a letter: "Báo cáo kết quả …", "Hướng dẫn một số nội dung …". */
const ALSO_VERBS: ReadonlySet<string> = new Set([
  "Báo cáo",
  "Thông báo",
  "Hướng dẫn",
  "Kết luận",
  "Công văn",
]);
const LETTER = "CV";

const NAMED_TYPES: readonly (NamedType & { readonly opening: string })[] = byName()
  .map(([name, symbols]) => ({
    name,
    symbols,
    opening: name.toLowerCase(),
    allows: (type: string | null) =>
      type === null || type === LETTER
        ? symbols.includes(LETTER) || ALSO_VERBS.has(name)
        : symbols.some((symbol) => type.startsWith(symbol)),
  }))
  .sort((a, b) => b.name.length - a.name.length);

function byName(): readonly (readonly [string, readonly string[]])[] {
  const symbols = new Map<string, readonly string[]>();
  const add = (name: string, more: readonly string[]) =>
    symbols.set(name, [...new Set([...(symbols.get(name) ?? []), ...more])]);
  for (const { name, symbol } of [...PARTY_TYPES, ...STATE_TYPES]) add(name, [symbol]);
  for (const [name, more] of Object.entries(FURTHER_SYMBOLS)) add(name, more);
  return [...symbols];
}

const BY_FIRST_LETTER: ReadonlyMap<string, typeof NAMED_TYPES> = new Map(
  NAMED_TYPES.map(({ opening }) => opening.slice(0, 1)).map((letter) => [
    letter,
    NAMED_TYPES.filter(({ opening }) => opening.startsWith(letter)),
  ])
);

/** The type that the subject opens with, by its longest name; null when it opens with none. */
export function typeNamedBy(subject: string): NamedType | null {
  const opening = composed(subject.slice(0, LONGEST_OPENING)).toLowerCase();
  const named = BY_FIRST_LETTER.get(opening.slice(0, 1))?.find(
    ({ opening: words }) => opening.startsWith(words) && !LETTER_FOLLOWS.test(opening.slice(words.length))
  );
  return named ?? null;
}

const LONGEST_OPENING = 60;
/** "Lệnh" is not the beginning of "Lệnhx", nor "Kế hoạch" of "Kế hoạch hoá". */
const LETTER_FOLLOWS = /^(?:\p{L}|\s+ho[áa])/u;
