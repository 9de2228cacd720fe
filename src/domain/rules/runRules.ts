/** Applies the catalogue to the tables of a file and makes findings of what it hits. */
import type { FormColumn, RuleSeverity, Scheme } from "../../schemes/types";
import type { Finding, Language, Severity } from "../findings";
import { anchorAt, type CellValue, cellAddress } from "../grid";
import type { DocumentRecord, FormTable, WorkRecord } from "../records";
import { cellText } from "../values/cells";
import { rules } from "./index";
import {
  type CheckContext,
  type MessageParams,
  NO_HITS,
  type Rule,
  type RowHit,
  type TableHit,
} from "./rule";

/** A breach with its rule and how much it matters in the scheme. */
interface Found {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly hit: TableHit;
}

/** What the rules for single rows say of every record; it holds for one `CheckContext`. */
export type RowHits = ReadonlyMap<DocumentRecord | WorkRecord, readonly Found[]>;

/**
 * Findings of a file in reading order: table by table, by row, then by the order of the catalogue.
 * @param rowHits of all records of the tables, where they are known
 */
export function runRules(
  tables: readonly FormTable[],
  context: CheckContext,
  file: string,
  language: Language,
  rowHits: RowHits = new Map()
): readonly Finding[] {
  const byTable = new Map<FormTable, Found[]>(
    tables.map((table) => [
      table,
      [...table.documents, ...table.works].flatMap(
        (record) => rowHits.get(record) ?? hitsOfRow(record, context)
      ),
    ])
  );
  for (const rule of rules) {
    const severity = severityOf(rule, context.scheme);
    if (severity === "off") continue;
    runOnTables(rule, tables, context, (table, hit) => byTable.get(table)?.push({ rule, severity, hit }));
  }
  return [...byTable].flatMap(([table, found]) => findingsOf(table, found, file, language));
}

/** What the rules for single rows say of one record, in the order of the catalogue. */
export function hitsOfRow(record: DocumentRecord | WorkRecord, context: CheckContext): readonly Found[] {
  return rules.flatMap((rule) => {
    const severity = severityOf(rule, context.scheme);
    if (severity === "off") return [];
    return hitsOfRule(rule, record, context).map((hit) => ({
      rule,
      severity,
      hit: { ...hit, row: record.row },
    }));
  });
}

function hitsOfRule(
  rule: Rule,
  record: DocumentRecord | WorkRecord,
  context: CheckContext
): readonly RowHit[] {
  if (rule.shape === "document") return "number" in record ? rule.check(record, context) : NO_HITS;
  return rule.shape === "work" && "reading" in record ? rule.check(record, context) : NO_HITS;
}

/** What the scheme says of a rule, else what the rule says itself. */
export function severityOf(rule: Rule, scheme: Scheme): RuleSeverity {
  return scheme.severities[rule.id] ?? rule.severity;
}

type Report = (table: FormTable, hit: TableHit) => void;

function runOnTables(rule: Rule, tables: readonly FormTable[], context: CheckContext, report: Report): void {
  if (rule.shape === "file") {
    const wanted = tables.filter((table) => isFor(rule.forms, table));
    for (const { table, ...hit } of rule.check(wanted, context)) report(table, hit);
  } else if (rule.shape === "table") {
    for (const table of tables) {
      if (isFor(rule.forms, table)) for (const hit of rule.check(table, context)) report(table, hit);
    }
  }
}

function isFor(forms: readonly string[], { located }: FormTable): boolean {
  return forms.includes(located.form.id);
}

/** Places of the rules in the catalogue. */
const ORDER: ReadonlyMap<Rule, number> = new Map(rules.map((rule, index) => [rule, index]));

function inReadingOrder(a: Found, b: Found): number {
  return a.hit.row - b.hit.row || (ORDER.get(a.rule) ?? 0) - (ORDER.get(b.rule) ?? 0);
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
  return [...found].sort(inReadingOrder).map(({ rule, severity, hit }) => {
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
