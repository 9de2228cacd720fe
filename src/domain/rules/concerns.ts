/** Which rows rules are about: those that share a question are asked together, and most rows are passed over by it. */
import { STAGES } from "../../schemes/types";
import type { DocumentRecord, WorkRecord } from "../records";

/** The number is missing, cannot be read, is not in its clean form, or has an unknown symbol. */
export function hasFlawedNumber({ number }: DocumentRecord): boolean {
  return number.status !== "ok" || number.noise.length > 0 || !number.typeKnown || !number.issuerKnown;
}

/** The date is missing or not a day written as it should be. */
export function hasFlawedDate({ date }: DocumentRecord): boolean {
  return date.status !== "ok";
}

/** No commune of the list has the name in the title. */
export function namesNoKnownCommune({ reading }: WorkRecord): boolean {
  return reading.candidates.length === 0;
}

/** The title does not say that it is a history, a chronicle or another kind of book, and is none that a target names. */
export function saysNoKind({ title, reading }: WorkRecord): boolean {
  return reading.kind === "other" && reading.namedWork === null && title !== "";
}

/**
 * The place in the title is not simply a commune of today: which one is open, or several are named, its type is another,
 * or the title names a district too.
 */
export function namesDoubtfulPlace({ reading }: WorkRecord): boolean {
  const { commune, candidates, named, district, formerDistrict, several, townOrDistrict } = reading;
  if (several || townOrDistrict || district !== null || formerDistrict !== null) return true;
  if (commune === null) return candidates.length > 0;
  return named !== null && named.type !== null && named.type !== commune.type;
}

export function isPublished({ marks }: WorkRecord): boolean {
  return marks.published.status === "reached";
}

export function isBeingCompiled({ marks }: WorkRecord): boolean {
  return marks.compiling.status === "reached";
}

/** The time of the workshop or of the appraisal is stated. */
export function timesEarlierStage({ marks }: WorkRecord): boolean {
  return marks.workshop.period !== null || marks.appraised.period !== null;
}

/** A stage's cell says something else than yes, no or when. */
export function hasFlawedMark({ marks }: WorkRecord): boolean {
  for (const stage of STAGES) {
    const { status, speaksOf, time } = marks[stage];
    const isPlain = status === "reached" || status === "not-reached";
    if (!isPlain || speaksOf !== null || time.problem !== null) return true;
  }
  return false;
}

/** The amount cannot be read, or is not beyond doubt. */
export function hasDoubtfulFunds({ funds }: WorkRecord): boolean {
  return funds.status === "unreadable" || (funds.status === "ok" && funds.doubt !== undefined);
}
