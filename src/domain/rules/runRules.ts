/** Applies the catalogue to a table and makes findings of what it hits. */
import type { FormColumn } from "../../schemes/types";
import type { Finding, Language } from "../findings";
import { cellAddress } from "../grid";
import type { DocumentRecord, FormTable, WorkRecord } from "../records";
import { cellText } from "../values/cells";
import { rules } from "./index";
import type { CheckContext, MessageParams, Rule, RowHit, TableHit } from "./rule";

/** Findings of one table in reading order: by row, then by the order of the catalogue. */
export function runRules(
  table: FormTable,
  context: CheckContext,
  file: string,
  language: Language
): readonly Finding[] {
  const hits = rules.flatMap((rule) => hitsOf(rule, table, context).map((hit) => ({ rule, hit })));
  return hits
    .sort((a, b) => a.hit.row - b.hit.row)
    .map(({ rule, hit }) => toFinding(rule, hit, table, file, language));
}

function hitsOf(rule: Rule, table: FormTable, context: CheckContext): readonly TableHit[] {
  switch (rule.shape) {
    case "table":
      return rule.forms.includes(table.located.form.id) ? rule.check(table, context) : [];
    case "document":
      return rowHits(table.documents, (record) => rule.check(record, context));
    case "work":
      return rowHits(table.works, (record) => rule.check(record, context));
  }
}

function rowHits<R extends DocumentRecord | WorkRecord>(
  records: readonly R[],
  check: (record: R) => readonly RowHit[]
): readonly TableHit[] {
  return records.flatMap((record) => check(record).map((hit) => ({ ...hit, row: record.row })));
}

function toFinding(rule: Rule, hit: TableHit, table: FormTable, file: string, language: Language): Finding {
  const key = hit.column ?? rule.column;
  const { located } = table;
  const columns = Object.values(located.columns).map(({ column }) => column);
  const position = located.columns[key]?.column ?? Math.min(...columns);
  const cells = [...table.rows, ...table.leftOut].find(({ row }) => row === hit.row)?.cells;
  const value = hit.value ?? cellText(cells?.[key] ?? null);
  const finding: Finding = {
    rule: rule.id,
    severity: rule.severity,
    file,
    sheet: located.grid.sheet,
    cell: cellAddress(hit.row, position),
    row: hit.row + 1,
    column: columnTitle(located.form.columns, key),
    value,
    message: fillIn(rule.message[language], { value, ...hit.params }, language),
  };
  return hit.fix === undefined ? finding : { ...finding, fix: { value: hit.fix } };
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
