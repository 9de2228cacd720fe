import type { FileCheck } from "../../domain/check";
import type { Finding, Severity } from "../../domain/findings";
import type { FormId } from "../../schemes/types";

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** The findings of one sheet, from its first row down. */
export interface FindingGroup {
  readonly sheet: string;
  /** Forms found on the sheet. */
  readonly forms: readonly FormId[];
  readonly rows: number;
  readonly findings: readonly Finding[];
}

/** One group for every sheet that holds a form or a finding, in the order of the workbook's forms. */
export function groupFindings({ forms, findings }: FileCheck): readonly FindingGroup[] {
  const sheets = [...new Set([...forms.map(({ sheet }) => sheet), ...findings.map(({ sheet }) => sheet)])];
  return sheets.map((sheet) => {
    const onSheet = forms.filter((form) => form.sheet === sheet);
    return {
      sheet,
      forms: onSheet.map(({ form }) => form),
      rows: onSheet.reduce((sum, { rows }) => sum + rows, 0),
      findings: findings.filter((finding) => finding.sheet === sheet).sort(byRowThenSeverity),
    };
  });
}

/** The findings of one rule, in reading order. */
export interface RuleGroup {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** One group for every rule with findings: the gravest first, then the most frequent. */
export function groupByRule(findings: readonly Finding[]): readonly RuleGroup[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = byRule.get(finding.rule) ?? [];
    byRule.set(finding.rule, group);
    group.push(finding);
  }
  return [...byRule]
    .flatMap(([rule, ofRule]) =>
      ofRule[0] ? [{ rule, severity: ofRule[0].severity, findings: ofRule }] : []
    )
    .sort(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.findings.length - a.findings.length
    );
}

function byRowThenSeverity(a: Finding, b: Finding): number {
  return a.row - b.row || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

export function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}

/** The same finding again after the workbook was checked anew. */
export function findingKey({ rule, sheet, cell }: Finding): string {
  return `${rule}|${sheet}|${cell}`;
}
