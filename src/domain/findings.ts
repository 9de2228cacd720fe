/** Findings: what is wrong with data. (What is wrong with a file or the program is a `FileError`.) */

/** As in RFC 2119: error = the table cannot be accepted, warning = should be looked at, info = style. */
export type Severity = "error" | "warning" | "info";

export const LANGUAGE_IDS = ["vi", "en"] as const;
export type Language = (typeof LANGUAGE_IDS)[number];

export interface Finding {
  /** Stable kebab-case id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  readonly file: string;
  readonly sheet: string;
  /** A1 address without sheet. */
  readonly cell: string;
  /** One-based row on the sheet. */
  readonly row: number;
  /** Title of the column as printed in the form; empty for a finding about a whole table. */
  readonly column: string;
  /** The value as found, as text. */
  readonly value: string;
  /** What is wrong and what to do next, in the language asked for. */
  readonly message: string;
  readonly fix?: { readonly value: string };
}

/** Why a file could not be used; codes are stable, messages are for people. */
export interface FileError {
  readonly code: FileErrorCode;
  readonly message: string;
}

export type FileErrorCode =
  | "not-a-workbook"
  | "damaged"
  | "encrypted"
  | "too-large"
  | "unsupported-format"
  | "not-readable"
  | "letters-lost"
  | "no-form"
  | "unknown-unit"
  | "other-round";
