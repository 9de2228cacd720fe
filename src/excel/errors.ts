/** What Office.js reports, sorted by what the user can do about it. */

export type ExcelErrorKind =
  /** A cell is being typed in: finish with Enter, then again. */
  | "cell-edit"
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
  /** An earlier drawing was cut off and has to be recovered first. */
  | "interrupted"
  /** What was written has been changed since and cannot be taken back by itself. */
  | "changed"
  | "other";

export interface ExcelErrorDescription {
  /** Office.js error code, or the error's own name for any other error. */
  readonly code: string;
  readonly kind: ExcelErrorKind;
  /** True when the same action may succeed if it is simply repeated. */
  readonly retry: boolean;
}

const CODES: Readonly<Record<ExcelErrorKind, readonly string[]>> = {
  "cell-edit": ["InvalidOperationInCellEditMode"],
  protected: ["AccessDenied", "WriteNotSupportedWhenModalDialogOpen"],
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
  interrupted: ["RecoveryPending", "RecordUnreadable"],
  changed: ["RowsChanged"],
  other: [],
};

/** Codes that often pass when the action is repeated, besides those of `cell-edit` and `connection`. */
const PASSING = [
  "GeneralException",
  "Conflict",
  "InsertDeleteConflict",
  "WriteNotSupportedWhenModalDialogOpen",
];

/** Sorts any thrown value; an error of ours is judged by its cause. Never throws. */
export function describeExcelError(error: unknown): ExcelErrorDescription {
  const code = codeOf(error);
  const kind = kindOf(code);
  return { code, kind, retry: kind === "cell-edit" || kind === "connection" || PASSING.includes(code) };
}

function kindOf(code: string): ExcelErrorKind {
  const kinds = Object.keys(CODES) as ExcelErrorKind[];
  return kinds.find((kind) => CODES[kind].includes(code)) ?? "other";
}

function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "Unknown";
  if ("code" in error && typeof error.code === "string") return error.code;
  if ("cause" in error && error.cause !== undefined) return codeOf(error.cause);
  return error instanceof Error ? error.name : "Unknown";
}
