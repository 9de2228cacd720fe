/** The number of a document as one would say it: "Kế hoạch số 154 của Ban Tuyên giáo Tỉnh uỷ". */
import { PARTY_TYPES, STATE_TYPES } from "../../schemes/documentTypes";
import type { DocumentNumber } from "../values/documentNumbers";
import { bodyNamed } from "../values/issuerNames";

/** The parts of a number in words. */
export interface DocumentWords {
  /** Names that the type's symbol may stand for; of a Party body QĐ is Quyết định and Quy định. Empty where none is known. */
  readonly types: readonly string[];
  /** "154", "30a"; with its year where it has one: "30/2020". */
  readonly number: string;
  /** The body's name, else its symbol. */
  readonly issuer: string;
  /** The body's name alone; null where it is not known. */
  readonly issuerName: string | null;
}

const LETTER = "Công văn";

export function documentWords({
  number,
  suffix,
  year,
  type,
  issuer,
  order,
}: Omit<DocumentNumber, "regime">): DocumentWords {
  const plain = `${number}${suffix}`;
  const [symbol = "", ...offices] = issuer;
  const name = bodyNamed(symbol);
  return {
    types: year === null || type !== null ? typeNames(type, order) : [],
    number: year === null ? plain : `${plain}/${year}`,
    issuer: name === null ? issuer.join("-") : [name, ...offices].join(", "),
    issuerName: name,
  };
}

/** A number of the State without type, such as 238/UBND-KGVX, is that of a letter. */
function typeNames(type: string | null, order: DocumentNumber["order"]): readonly string[] {
  if (type === null) return order === "state" ? [LETTER] : [];
  const known = order === "party" ? [...PARTY_TYPES, ...STATE_TYPES] : [...STATE_TYPES, ...PARTY_TYPES];
  const own = order === "party" ? PARTY_TYPES : STATE_TYPES;
  const list = own.some(({ symbol }) => symbol === type) ? own : known;
  return [...new Set(list.filter(({ symbol }) => symbol === type).map(({ name }) => name))];
}
