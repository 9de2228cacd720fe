/** Applies the catalogue to the tables of a file and makes findings of what it hits. */
import type { RuleSeverity, Scheme } from "../../schemes/types";
import type { Finding, Language, Severity } from "../findings";
import type { FormRow } from "../forms/readRows";
import { type CellValue, cellAddress } from "../grid";
import { anchorOf } from "../mergedAreas";
import type { DocumentRecord, FormTable, WorkRecord } from "../records";
import { shortened } from "../text/shortened";
import { cellText } from "../values/cells";
import { rules } from "./index";
import type {
  CheckContext,
  FileRule,
  MessageParams,
  RowHit,
  Rule,
  SheetRule,
  TableHit,
  TableRule,
  UnreadSheet,
} from "./rule";

/** A rule that is on in a scheme. */
export interface ActiveRule<R extends Rule = Rule> {
  readonly rule: R;
  readonly severity: Severity;
  /** Place in the catalogue. */
  readonly order: number;
}

/** A breach, the rule that says so, and its zero-based sheet row. */
export interface Found {
  readonly by: ActiveRule;
  readonly row: number;
  readonly hit: RowHit & Partial<TableHit>;
}

const NOTHING_FOUND: readonly Found[] = [];

/** What the rules for single rows say of each record of a table, documents before works; it holds for one `CheckContext`. */
export type TableHits = readonly (readonly Found[])[];

/**
 * Findings of a file in reading order: table by table, by row, then by the order of the catalogue; at last those of the
 * sheets that were not read.
 * @param rowHits what the rules for single rows say of the records of each table, where it is known
 */
export function runRules(
  tables: readonly FormTable[],
  context: CheckContext,
  file: string,
  language: Language,
  rowHits: readonly TableHits[] = tables.map((table) => hitsOfTable(table, context)),
  unread: readonly UnreadSheet[] = []
): readonly Finding[] {
  const { forTables, forFiles, forSheets } = activeRules(context.scheme);
  const inTables = tables.map((table, index) => {
    const found = breaches(rowHits[index] ?? []);
    for (const by of forTables) {
      if (!isFor(by.rule.forms, table)) continue;
      for (const hit of by.rule.check(table, context)) found.push({ by, row: hit.row, hit });
    }
    return found;
  });
  const places = new Map(tables.map((table, index) => [table, index]));
  for (const by of forFiles) {
    const wanted = tables.filter((table) => isFor(by.rule.forms, table));
    for (const hit of by.rule.check(wanted, context)) {
      inTables[places.get(hit.table) ?? -1]?.push({ by, row: hit.row, hit });
    }
  }
  return [
    ...tables.flatMap((table, index) => findingsOf(table, inTables[index] ?? [], file, language)),
    ...unread.flatMap((sheet) =>
      forSheets.flatMap((by) => findingsOfSheet(sheet, by, context, file, language))
    ),
  ];
}

function findingsOfSheet(
  sheet: UnreadSheet,
  { rule, severity }: ActiveRule<SheetRule>,
  context: CheckContext,
  file: string,
  language: Language
): readonly Finding[] {
  return rule.check(sheet, context).map(({ row, at, value, params = NO_PARAMS }) => ({
    rule: rule.id,
    severity,
    file,
    sheet: sheet.grid.sheet,
    cell: cellAddress(row, at),
    row: row + 1,
    column: "",
    value,
    message: fillIn(rule.message[language], params, language, shortened(value)),
  }));
}

function hitsOfTable({ documents, works }: FormTable, context: CheckContext): TableHits {
  return [...documents, ...works].map((record) => hitsOfRow(record, context));
}

function breaches(hits: TableHits): Found[] {
  const found: Found[] = [];
  for (const ofRow of hits) for (const breach of ofRow) found.push(breach);
  return found;
}

/** What the rules for single rows say of one record. */
export function hitsOfRow(record: DocumentRecord | WorkRecord, context: CheckContext): readonly Found[] {
  const { forDocuments, forWorks } = activeRules(context.scheme);
  return "number" in record
    ? hitsOfRules(forDocuments, record, context)
    : hitsOfRules(forWorks, record, context);
}

/** A rule for rows of one kind. */
type RowRule<R> = Rule & {
  readonly concerns?: (record: R) => boolean;
  readonly check: (record: R, context: CheckContext) => readonly RowHit[];
};

/** Rules that are about the same rows. */
interface RuleGroup<R> {
  /** Absent when they are about all. */
  readonly concerns: ((record: R) => boolean) | undefined;
  readonly active: readonly ActiveRule<RowRule<R>>[];
}

/** Nearly all rows keep nearly all rules: nothing is made for those. */
function hitsOfRules<R extends DocumentRecord | WorkRecord>(
  groups: readonly RuleGroup<R>[],
  record: R,
  context: CheckContext
): readonly Found[] {
  let found: Found[] | null = null;
  for (const { concerns, active } of groups) {
    if (concerns !== undefined && !concerns(record)) continue;
    for (const by of active) {
      const hits = by.rule.check(record, context);
      if (hits.length === 0) continue;
      found ??= [];
      for (const hit of hits) found.push({ by, row: record.row, hit });
    }
  }
  return found ?? NOTHING_FOUND;
}

/** What the scheme says of a rule, else what the rule says itself. */
export function severityOf(rule: Rule, scheme: Scheme): RuleSeverity {
  return scheme.severities[rule.id] ?? rule.severity;
}

/** The rules that are on in a scheme. */
interface ActiveRules {
  readonly forDocuments: readonly RuleGroup<DocumentRecord>[];
  readonly forWorks: readonly RuleGroup<WorkRecord>[];
  readonly forTables: readonly ActiveRule<TableRule>[];
  readonly forFiles: readonly ActiveRule<FileRule>[];
  readonly forSheets: readonly ActiveRule<SheetRule>[];
}

/** Schemes are constants: the rules are chosen once for each. */
const chosen = new WeakMap<Scheme, ActiveRules>();

function activeRules(scheme: Scheme): ActiveRules {
  const known = chosen.get(scheme);
  if (known !== undefined) return known;
  const active = chooseRules(scheme);
  chosen.set(scheme, active);
  return active;
}

function chooseRules(scheme: Scheme): ActiveRules {
  const active = rules.flatMap((rule, order) => {
    const severity = severityOf(rule, scheme);
    return severity === "off" ? [] : [{ rule, severity, order }];
  });
  const ofShape = <S extends Rule["shape"]>(shape: S) =>
    active.filter((by): by is ActiveRule<Extract<Rule, { shape: S }>> => by.rule.shape === shape);
  return {
    forDocuments: grouped(ofShape("document")),
    forWorks: grouped(ofShape("work")),
    forTables: ofShape("table"),
    forFiles: ofShape("file"),
    forSheets: ofShape("sheet"),
  };
}

/** By what they are about, in the order in which that comes first. */
function grouped<R>(active: readonly ActiveRule<RowRule<R>>[]): readonly RuleGroup<R>[] {
  const questions = [...new Set(active.map(({ rule }) => rule.concerns))];
  return questions.map((concerns) => ({
    concerns,
    active: active.filter(({ rule }) => rule.concerns === concerns),
  }));
}

function isFor(forms: readonly string[], { located }: FormTable): boolean {
  return forms.includes(located.form.id);
}

function inReadingOrder(a: Found, b: Found): number {
  return a.row - b.row || a.by.order - b.by.order;
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
  const { sheet } = located.grid;
  const leftmost = Math.min(...Object.values(located.columns).map(({ column }) => column));
  const titles = new Map(located.form.columns.map(({ key, title }) => [key, title]));
  const cellsOf = cellsOfRows(table);
  return [...found].sort(inReadingOrder).map(({ by: { rule, severity }, row, hit }) => {
    const key = hit.column ?? rule.column;
    const position = hit.at ?? located.columns[key]?.column ?? leftmost;
    // Where the value of a merged cell can be selected and corrected.
    const anchor = anchorOf(located.grid, row, position);
    const value = hit.value ?? cellText(cellsOf(row)?.[key] ?? null);
    const finding = {
      rule: rule.id,
      severity,
      file,
      sheet,
      cell: cellAddress(anchor.row, anchor.column),
      row: row + 1,
      column: hit.at === undefined ? (titles.get(key) ?? "") : "",
      value,
      message: fillIn(rule.message[language], hit.params ?? NO_PARAMS, language, shortened(value)),
    };
    return hit.fix === undefined ? finding : { ...finding, fix: { value: hit.fix } };
  });
}

const NO_PARAMS: MessageParams = {};

/** Finds the cells of a sheet row, read or left out; to be asked from top to bottom. */
function cellsOfRows({ rows, leftOut }: FormTable): (row: number) => Cells | undefined {
  const inRows = rowsFromTop(rows);
  const inLeftOut = rowsFromTop(leftOut);
  return (row) => (inLeftOut(row) ?? inRows(row))?.cells;
}

/** Finds rows by their place on the sheet, asked from top to bottom. */
function rowsFromTop(rows: readonly FormRow[]): (row: number) => FormRow | undefined {
  let next = 0;
  return (row) => {
    while ((rows[next]?.row ?? Infinity) < row) next += 1;
    return rows[next]?.row === row ? rows[next] : undefined;
  };
}

/**
 * Replaces `{name}`s in one pass, so that braces inside a cell's text stay text.
 * @param value what `{value}` stands for, where no parameter has that name
 */
export function fillIn(template: string, params: MessageParams, language: Language, value?: string): string {
  let text = "";
  let isName = false;
  for (const part of partsOf(template)) {
    text += isName
      ? (paramText(part, params, language) ?? (part === "value" ? value : undefined) ?? `{${part}}`)
      : part;
    // Texts and names take turns.
    isName = !isName;
  }
  return text;
}

/** Names and reasons are shorter; what is longer repeats a cell. */
const LONGEST_PARAM = 2_000;

function paramText(name: string, params: MessageParams, language: Language): string | undefined {
  const param = Object.hasOwn(params, name) ? params[name] : undefined;
  const text = typeof param === "object" ? param[language] : param;
  return text !== undefined && text.length > LONGEST_PARAM ? shortened(text) : text;
}

/** The messages of the catalogue: each is taken apart once. */
const parts = new Map<string, readonly string[]>();

function partsOf(template: string): readonly string[] {
  const known = parts.get(template);
  if (known !== undefined) return known;
  const found = template.split(/\{(\w+)\}/);
  parts.set(template, found);
  return found;
}
