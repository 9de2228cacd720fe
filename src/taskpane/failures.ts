import type { Place } from "../excel";
import type { Translate } from "../i18n";

/**
 * Why something was not done: as `describeExcelError` sorts it, because there is nothing to do it with, because the
 * planning worker was lost, because what would be written could not be read again, or because it would cost what people wrote.
 */
export type Failure = { readonly code: string } & (
  | { readonly kind: Exclude<FailureKind, PlacedKind> }
  | { readonly kind: PlacedKind; readonly places: readonly Place[] }
);

/** Cells hold something else than they were known to, stand too far out, or would be lost. */
const PLACED_KINDS = ["changed", "stale", "far", "beside"] as const;
type PlacedKind = (typeof PLACED_KINDS)[number];

const KINDS = [
  "cell-edit",
  "dialog",
  "protected",
  "connection",
  "missing",
  "too-large",
  "unsupported",
  "interrupted",
  "record",
  ...PLACED_KINDS,
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
    case "beside":
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
  const isPlaced = PLACED_KINDS.some((placed) => placed === kind);
  return (
    KINDS.some((known) => known === kind) && typeof code === "string" && (!isPlaced || Array.isArray(places))
  );
}
