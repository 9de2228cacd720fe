/** What Office.js reports, sorted by what the user can do about it. */
import { PlacedError, type Place } from "./placedErrors";

export type ExcelErrorKind = OfficeErrorKind | PlacedError["kind"];

type OfficeErrorKind =
  /** A cell is being typed in: finish with Enter, then again. */
  | "cell-edit"
  /** A dialog of Excel is open: close it, then again. */
  | "dialog"
  /** Sheet, workbook or file is protected or read-only. */
  | "protected"
  /** Excel did not answer or gave up: try again. */
  | "connection"
  /** Sheet, table or name is gone. */
  | "missing"
  /** Too much for one request or for Excel's limits. */
  | "too-large"
  /** This Excel is too old for it. */
  | "unsupported"
  /** An earlier drawing was cut off and has to be recovered first, or is still going on elsewhere. */
  | "interrupted"
  /** One was cut off, and what is kept of the state before cannot be read. */
  | "record"
  | "other";

export type ExcelErrorDescription = {
  /** Office.js error code, or the error's own name for any other error. */
  readonly code: string;
  /** True when the same action may succeed if it is simply repeated. */
  readonly retry: boolean;
} & (
  | { readonly kind: OfficeErrorKind }
  /**
   * `changed`: what was written has been changed since and cannot be taken back by itself; `stale`: what is to be corrected is
   * no longer what was checked; `far`: cells too far out for the sheet to be read. Where that is.
   */
  | { readonly kind: PlacedError["kind"]; readonly places: readonly Place[] }
);

const CODES: Readonly<Record<OfficeErrorKind, readonly string[]>> = {
  "cell-edit": ["InvalidOperationInCellEditMode"],
  dialog: ["WriteNotSupportedWhenModalDialogOpen"],
  protected: ["AccessDenied"],
  connection: [
    "RequestAborted",
    "ConnectionFailure",
    "Timeout",
    "ActivityLimitReached",
    "InvalidOrTimedOutSession",
    "HostRestartNeeded",
    "InactiveWorkbook",
  ],
  missing: ["ItemNotFound", "ObjectNotFound", "InvalidReference", "InvalidObjectPath", "InvalidBinding"],
  "too-large": [
    "RequestPayloadSizeLimitExceeded",
    "ResponsePayloadSizeLimitExceeded",
    "OperationCellsExceedLimit",
    "RangeExceedsLimit",
    "FormulaLengthExceedsLimit",
  ],
  unsupported: [
    "ApiNotFound",
    "ApiNotAvailable",
    "NotImplemented",
    "UnsupportedFeature",
    "UnsupportedOperation",
    "UnsupportedSheet",
  ],
  interrupted: ["RecoveryPending"],
  record: ["RecordUnreadable"],
  other: [],
};

/** Kinds that often pass when the action is repeated, and codes of other kinds. */
const PASSING_KINDS: readonly OfficeErrorKind[] = ["cell-edit", "dialog", "connection"];
const PASSING = ["GeneralException", "Conflict", "InsertDeleteConflict"];

/** Sorts any thrown value; an error of ours is judged by its cause. Never throws. */
export function describeExcelError(error: unknown): ExcelErrorDescription {
  if (error instanceof PlacedError) {
    return { code: error.name, kind: error.kind, places: error.places, retry: false };
  }
  const code = codeOf(error);
  const kind = kindOf(code);
  return { code, kind, retry: PASSING_KINDS.includes(kind) || PASSING.includes(code) };
}

function kindOf(code: string): OfficeErrorKind {
  const kinds = Object.keys(CODES) as OfficeErrorKind[];
  return kinds.find((kind) => CODES[kind].includes(code)) ?? "other";
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "Unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  if ("cause" in error && error.cause !== undefined) return codeOf(error.cause);
  return error instanceof Error ? error.name : "Unknown";
}
