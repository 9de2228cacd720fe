/** What the commands print: one JSON document on stdout, or text for people. */
import { once } from "node:events";
import type { FileCheck } from "../domain/check";
import type { FileError, Finding, Severity } from "../domain/findings";
import type { Translate } from "../i18n";

/**
 * One JSON document, each item of its lists on a line. Piece by piece: the plan of thousands of files would make a text of
 * hundreds of megabytes.
 */
export async function printJson(document: object): Promise<void> {
  let pending = "";
  for (const piece of jsonPieces(document)) {
    pending += piece;
    if (pending.length < LARGE_PIECE) continue;
    if (!process.stdout.write(pending)) await once(process.stdout, "drain");
    pending = "";
  }
  process.stdout.write(`${pending}\n`);
}

const LARGE_PIECE = 64 * 1024;

function* jsonPieces(document: object): Generator<string> {
  let before = "{";
  for (const [key, value] of Object.entries(document) as readonly [string, unknown][]) {
    if (value === undefined) continue;
    yield `${before}\n  ${JSON.stringify(key)}: `;
    before = ",";
    if (Array.isArray(value)) yield* listPieces(value);
    else yield JSON.stringify(value);
  }
  yield before === "{" ? "{}" : "\n}";
}

function* listPieces(items: readonly unknown[]): Generator<string> {
  let before = "[";
  for (const item of items) {
    yield `${before}\n    ${JSON.stringify(item)}`;
    before = ",";
  }
  yield before === "[" ? "[]" : "\n  ]";
}

export function printLines(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

/** A file that could not be read, in the shape of a check without forms. */
export function failedCheck(file: string, error: FileError): FileCheck {
  return { file, format: null, unit: null, round: null, forms: [], findings: [], error };
}

/** Lines on one checked file: what was read, then each finding with its place. */
export function describeCheck(check: FileCheck, translate: Translate): readonly string[] {
  const forms = check.forms.map(
    ({ form, sheet, rows }) => `${form} (${sheet}): ${translate("cli.rows", { count: rows })}`
  );
  const head = [check.file, check.unit, ...forms].filter((part) => part).join(" · ");
  return [
    head,
    ...(check.error ? [`  ${translate("cli.severity.error")} ${check.error.message}`] : []),
    ...check.findings.map((finding) => `  ${describeFinding(finding, translate)}`),
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

export function summarise(checks: readonly FileCheck[]): CheckSummary {
  const findings = checks.flatMap((check) => check.findings);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    files: checks.length,
    unreadable: checks.filter((check) => check.error).length,
    rows: checks.flatMap((check) => check.forms).reduce((sum, form) => sum + form.rows, 0),
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
  };
}
