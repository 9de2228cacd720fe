import type { Translate } from "../i18n";

/** Why something was not done: as `describeExcelError` sorts it, or because there is nothing to do it with. */
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
] as const;

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

/** A failure as part of an address, for the dialog of a ribbon button. */
export function failureQuery({ kind, code }: Failure): string {
  return new URLSearchParams({ failure: kind, code }).toString();
}

/** The failure that an address carries; null when it carries none. */
export function failureFrom(search: string): Failure | null {
  const query = new URLSearchParams(search);
  const kind = KINDS.find((candidate) => candidate === query.get("failure"));
  return kind === undefined ? null : { kind, code: query.get("code") ?? "" };
}
