/** Applies the catalogue to the tables of a file and makes findings of what it hits. */
import type { FormColumn, RuleSeverity, Scheme } from "../../schemes/types";
import type { Finding, Language, Severity } from "../findings";
import { anchorAt, type CellValue, cellAddress } from "../grid";
import type { DocumentRecord, FormTable, WorkRecord } from "../records";
import { cellText } from "../values/cells";
import { rules } from "./index";
import type { CheckContext, MessageParams, Rule, RowHit, TableHit } from "./rule";

interface Found {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly hit: TableHit;
}

/** Findings of a file in reading order: table by table, by row, then by the order of the catalogue. */
export function runRules(
  tables: readonly FormTable[],
  context: CheckContext,
  file: string,
  language: Language
): readonly Finding[] {
  const byTable = new Map<FormTable, Found[]>(tables.map((table) => [table, []]));
  for (const rule of rules) {
    const severity = severityOf(rule, context.scheme);
    if (severity === "off") continue;
    runRule(rule, tables, context, (table, hit) => byTable.get(table)?.push({ rule, severity, hit }));
  }
  return [...byTable].flatMap(([table, found]) => findingsOf(table, found, file, language));
}

/** What the scheme says of a rule, else what the rule says itself. */
export function severityOf(rule: Rule, scheme: Scheme): RuleSeverity {
  return scheme.severities[rule.id] ?? rule.severity;
}

type Report = (table: FormTable, hit: TableHit) => void;

function runRule(rule: Rule, tables: readonly FormTable[], context: CheckContext, report: Report): void {
  switch (rule.shape) {
    case "file": {
      const wanted = tables.filter((table) => isFor(rule.forms, table));
      for (const { table, ...hit } of rule.check(wanted, context)) report(table, hit);
      return;
    }
    case "table":
      for (const table of tables) {
        if (isFor(rule.forms, table)) for (const hit of rule.check(table, context)) report(table, hit);
      }
      return;
    case "document":
      for (const table of tables) {
        runOnRows(table, table.documents, (record) => rule.check(record, context), report);
      }
      return;
    case "work":
      for (const table of tables) {
        runOnRows(table, table.works, (record) => rule.check(record, context), report);
      }
  }
}

function isFor(forms: readonly string[], { located }: FormTable): boolean {
  return forms.includes(located.form.id);
}

function runOnRows<R extends DocumentRecord | WorkRecord>(
  table: FormTable,
  records: readonly R[],
  check: (record: R) => readonly RowHit[],
  report: Report
): void {
  for (const record of records) {
    for (const hit of check(record)) report(table, { ...hit, row: record.row });
  }
}

type Cells = Readonly<Record<string, CellValue>>;

function findingsOf(
  table: FormTable,
  found: readonly Found[],
  file: string,
  language: Language
): readonly Finding[] {
  if (found.length === 0) return [];
  const { located } = table;
  const leftmost = Math.min(...Object.values(located.columns).map(({ column }) => column));
  const cellsOfRows = new Map<number, Cells>(
    [...table.rows, ...table.leftOut].map(({ row, cells }) => [row, cells])
  );
  return [...found]
    .sort((a, b) => a.hit.row - b.hit.row)
    .map(({ rule, severity, hit }) => {
      const key = hit.column ?? rule.column;
      const position = hit.at ?? located.columns[key]?.column ?? leftmost;
      // Where the value of a merged cell can be selected and corrected.
      const anchor = anchorAt(located.grid, hit.row, position);
      const value = hit.value ?? cellText(cellsOfRows.get(hit.row)?.[key] ?? null);
      return {
        rule: rule.id,
        severity,
        file,
        sheet: located.grid.sheet,
        cell: cellAddress(anchor.row, anchor.column),
        row: hit.row + 1,
        column: hit.at === undefined ? columnTitle(located.form.columns, key) : "",
        value,
        message: fillIn(rule.message[language], { value, ...hit.params }, language),
        ...(hit.fix !== undefined && { fix: { value: hit.fix } }),
      };
    });
}

function columnTitle(columns: readonly FormColumn[], key: string): string {
  return columns.find((column) => column.key === key)?.title ?? "";
}

/** Replaces `{name}`s in one pass, so that braces inside a cell's text stay text. */
export function fillIn(template: string, params: MessageParams, language: Language): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const param = Object.prototype.hasOwnProperty.call(params, name) ? params[name] : undefined;
    if (param === undefined) return placeholder;
    return typeof param === "string" ? param : param[language];
  });
}
