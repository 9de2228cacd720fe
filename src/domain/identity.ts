/** When two rows speak of the same document or work. */
import type { Commune, FormerCommune, Scheme } from "../schemes/types";
import type { DocumentRecord, WorkRecord } from "./records";
import { comparisonKey } from "./text/normalize";
import { cellKey } from "./values/cells";
import { issuerKey } from "./values/issuerNames";
import { titleKey } from "./values/workTitles";

/** Number in its clean form; null when the row has none. */
export function numberOf({ number, cells }: DocumentRecord): string | null {
  if (number.status === "empty") return null;
  return number.status === "ok" ? comparisonKey(number.clean) : cellKey(cells["number"] ?? null);
}

/** Number in its clean form, and issuer, however long its name is written; null when the row has no number. */
export function numberAndIssuer(record: DocumentRecord): string | null {
  const key = numberOf(record);
  if (key === null) return null;
  const { number, issuer } = record;
  const symbol = number.status === "ok" ? (number.parsed.issuer[0] ?? null) : null;
  return `${key}|${issuerKey(symbol, issuer)}`;
}

/** Numbering restarts with each term, so a number is unique only with its date. Null when the row has no number. */
export function documentIdentity(record: DocumentRecord): string | null {
  const base = numberAndIssuer(record);
  if (base === null) return null;
  const { date, cells } = record;
  return `${base}|${date.status === "ok" ? date.iso : cellKey(cells["date"] ?? null)}`;
}

/** Whose progress a row reports: a commune, a named work, or empty when the title names neither. */
export function workSubject({ reading }: Pick<WorkRecord, "reading">): string {
  if (reading.commune) return communeSubject(reading.commune.code);
  return reading.namedWork?.id ?? "";
}

export function communeSubject(code: Commune["code"]): string {
  return `xa-${code}`;
}

/** Subject and kind; by its words without the period where the subject is unknown. Null without a title. */
export function workIdentity(work: Pick<WorkRecord, "title" | "reading">): string | null {
  if (work.title === "") return null;
  return `${workSubject(work) || `"${titleKey(work.title)}"`}|${work.reading.kind}`;
}

/** "xã An Lạc (Hạ Lang)". */
export function communeName(commune: Commune, scheme: Scheme): string {
  const unit = scheme.units.find(({ id }) => id === commune.unit);
  return `${commune.type} ${commune.name} (${unit?.shortName ?? commune.unit})`;
}

/** "xã Nà Sác (nay thuộc xã Trường Hà, Hà Quảng)"; without the commune of today where no source names it. */
export function formerCommuneName({ type, name, unit, successor }: FormerCommune, scheme: Scheme): string {
  const district = scheme.units.find(({ id }) => id === unit)?.shortName ?? unit;
  const today = scheme.communes.find(({ code }) => code === successor);
  const place = today ? `${today.type} ${today.name}, ${district}` : district;
  return `${type} ${name} (nay thuộc ${place})`;
}
