import type { Place } from "../excel";
import type { Translate } from "../i18n";

/**
 * Why something was not done: as `describeExcelError` sorts it, because there is nothing to do it with, because the
 * planning worker was lost, or because what would be written could not be read again.
 */
export type Failure = { readonly code: string } & (
  | { readonly kind: Exclude<FailureKind, PlacedKind> }
  | { readonly kind: PlacedKind; readonly places: readonly Place[] }
);

/** Cells hold something else than they were known to, or stand too far out. */
type PlacedKind = "changed" | "stale" | "far";

const KINDS = [
  "cell-edit",
  "protected",
  "connection",
  "missing",
  "too-large",
  "unsupported",
  "interrupted",
  "changed",
  "stale",
  "far",
  "other",
  "not-merged",
  "planning",
  "unreadable",
] as const;

/** Name of the error that is told as `planning`. */
export const PLANNING_FAILED = "PlanningFailed";
/** Name of the error that is told as `unreadable`. */
export const MERGED_UNREADABLE = "MergedUnreadable";

export type FailureKind = (typeof KINDS)[number];

/** What is wrong and what to do next. */
export function failureWords(failure: Failure, text: Translate): string {
  switch (failure.kind) {
    case "too-large":
    case "unsupported":
    case "other":
      return text(`failure.${failure.kind}`, { code: failure.code });
    case "changed":
    case "stale":
    case "far":
      return text(`failure.${failure.kind}`, { places: placesInWords(failure.places, text) });
    default:
      return text(`failure.${failure.kind}`);
  }
}

/** More places than this are not named. */
const NAMED_PLACES = 3;

/** The first of the places, each with its sheet. */
export function placesInWords(places: readonly Place[], text: Translate): string {
  const named = places.slice(0, NAMED_PLACES).map(({ sheet, address }) => {
    return text("failure.place", { cell: address, sheet });
  });
  return `${named.join(", ")}${places.length > NAMED_PLACES ? "…" : ""}`;
}

/** True for what `JSON.parse` made of a failure. */
export function isFailure(value: unknown): value is Failure {
  if (typeof value !== "object" || value === null) return false;
  const { kind, code, places } = value as Partial<Record<"kind" | "code" | "places", unknown>>;
  const isPlaced = kind === "changed" || kind === "stale" || kind === "far";
  return (
    KINDS.some((known) => known === kind) && typeof code === "string" && (!isPlaced || Array.isArray(places))
  );
}
