/** What the commands print: one JSON document on stdout, or text for people. */
import type { FileCheck } from "../domain/check";
import type { FileError, Finding, Language, Severity } from "../domain/findings";

export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

export function printLines(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

/** A file that could not be read, in the shape of a check without forms. */
export function failedCheck(file: string, error: FileError): FileCheck {
  return { file, format: null, unit: null, round: null, forms: [], findings: [], error };
}

const SEVERITY_NAMES: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  vi: { error: "LỖI", warning: "CẢNH BÁO", info: "GHI CHÚ" },
  en: { error: "ERROR", warning: "WARNING", info: "INFO" },
};

/** Lines on one checked file: what was read, then each finding with its place. */
export function describeCheck(check: FileCheck, language: Language): readonly string[] {
  const forms = check.forms.map(
    ({ form, sheet, rows }) => `${form} (${sheet}): ${rows} ${language === "vi" ? "dòng" : "rows"}`
  );
  const head = [check.file, check.unit, ...forms].filter((part) => part).join(" · ");
  return [
    head,
    ...(check.error ? [`  ${SEVERITY_NAMES[language].error} ${check.error.message}`] : []),
    ...check.findings.map((finding) => `  ${describeFinding(finding, language)}`),
  ];
}

function describeFinding({ severity, sheet, cell, message, fix }: Finding, language: Language): string {
  const suggestion = fix ? ` → ${fix.value}` : "";
  return `${SEVERITY_NAMES[language][severity]} ${sheet}!${cell}: ${message}${suggestion}`;
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
