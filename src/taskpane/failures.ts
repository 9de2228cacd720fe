import type { Translate } from "../i18n";

/**
 * Why something was not done: as `describeExcelError` sorts it, because there is nothing to do it with, or because the
 * planning worker was lost.
 */
export interface Failure {
  readonly code: string;
  readonly kind: FailureKind;
}

const KINDS = [
  "cell-edit",
  "protected",
  "connection",
  "missing",
  "too-large",
  "unsupported",
  "interrupted",
  "changed",
  "other",
  "not-merged",
  "planning",
] as const;

/** Name of the error that is told as `planning`. */
export const PLANNING_FAILED = "PlanningFailed";

export type FailureKind = (typeof KINDS)[number];

/** What is wrong and what to do next. */
export function failureWords({ kind, code }: Failure, text: Translate): string {
  switch (kind) {
    case "too-large":
    case "unsupported":
    case "other":
      return text(`failure.${kind}`, { code });
    default:
      return text(`failure.${kind}`);
  }
}

/** True for what `JSON.parse` made of a failure. */
export function isFailure(value: unknown): value is Failure {
  if (typeof value !== "object" || value === null) return false;
  const { kind, code } = value as Partial<Record<keyof Failure, unknown>>;
  return KINDS.some((known) => known === kind) && typeof code === "string";
}
