/** What the commands print: one JSON document on stdout, or text for people. */
import { once } from "node:events";
import type { FileCheck } from "../domain/check";
import type { FileError, Finding, Severity } from "../domain/findings";
import { shortened } from "../domain/text/shortened";
import type { Translate } from "../i18n";
import { printable, printableJson } from "./printable";

/**
 * One JSON document, each item of its lists on a line. Piece by piece: the plan of thousands of files would make a text of
 * hundreds of megabytes.
 * @param document its values; in lists, bytes stand for JSON that is made already
 */
export function printJson(document: object): Promise<void> {
  return print(jsonPieces(document));
}

/** @param lines without their ends; bytes stand for lines with theirs */
export function printLines(lines: readonly Piece[]): Promise<void> {
  return print(lines.map((line) => (typeof line === "string" ? `${printable(line)}\n` : line)));
}

/** Text, or the UTF-8 of it. */
type Piece = string | Uint8Array;

async function print(pieces: Iterable<Piece>): Promise<void> {
  let pending = "";
  const flush = async (bytes: Piece): Promise<void> => {
    if (bytes.length > 0 && !process.stdout.write(bytes)) await once(process.stdout, "drain");
  };
  for (const piece of pieces) {
    if (typeof piece === "string") pending += piece;
    if (typeof piece === "string" && pending.length < LARGE_PIECE) continue;
    await flush(pending);
    pending = "";
    if (typeof piece !== "string") await flush(piece);
  }
  await flush(pending);
}

const LARGE_PIECE = 64 * 1024;

function* jsonPieces(document: object): Generator<Piece> {
  let before = "{";
  for (const [key, value] of Object.entries(document) as readonly [string, unknown][]) {
    if (value === undefined) continue;
    yield `${before}\n  ${JSON.stringify(key)}: `;
    before = ",";
    if (Array.isArray(value)) yield* listPieces(value);
    else yield jsonOf(value);
  }
  yield before === "{" ? "{}\n" : "\n}\n";
}

function* listPieces(items: readonly unknown[]): Generator<Piece> {
  let before = "[";
  for (const item of items) {
    yield `${before}\n    `;
    yield item instanceof Uint8Array ? item : jsonOf(item);
    before = ",";
  }
  yield before === "[" ? "[]" : "\n  ]";
}

function jsonOf(value: unknown): string {
  return printableJson(JSON.stringify(value));
}

/** What the command does with checks. */
export type CheckForm = "json" | "lines";

/** A check ready to be printed: made where the file was checked, and handed over without being copied. */
export interface PrintedCheck {
  /** UTF-8: the JSON of the check, or its lines. */
  readonly text: Uint8Array<ArrayBuffer>;
  /** Of this one file. */
  readonly summary: CheckSummary;
}

/** Findings of one file that are printed; who has more has another file than he thinks. */
const MOST_FINDINGS = 10_000;
/** A longer correction is not printed: of a part of it nobody could make use. */
const LONGEST_FIX = 2_000;

/** A check as it is printed: what of it is kept until then may not grow with what somebody has put into his cells. */
export interface PrintableCheck extends FileCheck {
  /** Findings that are counted but not printed; absent when there are none. */
  readonly moreFindings?: number;
}

/** The first findings of a check, with the beginnings of long values. */
export function printableCheck(check: FileCheck): PrintableCheck {
  const more = check.findings.length - MOST_FINDINGS;
  const first = more > 0 ? check.findings.slice(0, MOST_FINDINGS) : check.findings;
  return { ...check, findings: first.map(printableFinding), ...(more > 0 && { moreFindings: more }) };
}

function printableFinding(finding: Finding): Finding {
  const value = shortened(finding.value);
  const isLongFix = finding.fix !== undefined && finding.fix.value.length > LONGEST_FIX;
  if (value === finding.value && !isLongFix) return finding;
  const { fix, ...others } = finding;
  return fix === undefined || isLongFix ? { ...others, value } : { ...others, value, fix };
}

export function printedCheck(check: FileCheck, form: CheckForm, translate: Translate): PrintedCheck {
  const shown = printableCheck(check);
  const text =
    form === "json"
      ? jsonOf(shown)
      : describeCheck(shown, translate)
          .map((line) => `${printable(line)}\n`)
          .join("");
  return { text: new TextEncoder().encode(text), summary: summaryOf(check) };
}

/** A file that could not be read, in the shape of a check without forms. */
export function failedCheck(file: string, error: FileError): FileCheck {
  return { file, format: null, unit: null, round: null, forms: [], findings: [], error };
}

/** Lines on one checked file: what was read, then each finding with its place. */
function describeCheck(check: PrintableCheck, translate: Translate): readonly string[] {
  const forms = check.forms.map(
    ({ form, sheet, rows }) => `${form} (${sheet}): ${translate("cli.rows", { count: rows })}`
  );
  const head = [check.file, check.unit, ...forms].filter((part) => part).join(" · ");
  return [
    head,
    ...(check.error ? [`  ${translate("cli.severity.error")} ${check.error.message}`] : []),
    ...check.findings.map((finding) => `  ${describeFinding(finding, translate)}`),
    ...(check.moreFindings ? [`  ${translate("cli.moreFindings", { count: check.moreFindings })}`] : []),
  ];
}

function describeFinding({ severity, sheet, cell, message, fix }: Finding, translate: Translate): string {
  const suggestion = fix ? ` → ${fix.value}` : "";
  return `${translate(`cli.severity.${severity}`)} ${sheet}!${cell}: ${message}${suggestion}`;
}

export interface CheckSummary {
  readonly files: number;
  readonly unreadable: number;
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** Of one file. */
export function summaryOf({ error, forms, findings }: FileCheck): CheckSummary {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files: 1,
    unreadable: error ? 1 : 0,
    rows: forms.reduce((sum, form) => sum + form.rows, 0),
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
  };
}

/** Of many files. */
export function sumUp(summaries: readonly CheckSummary[]): CheckSummary {
  const total = (key: keyof CheckSummary) => summaries.reduce((sum, summary) => sum + summary[key], 0);
  return {
    files: total("files"),
    unreadable: total("unreadable"),
    rows: total("rows"),
    errors: total("errors"),
    warnings: total("warnings"),
    infos: total("infos"),
  };
}
