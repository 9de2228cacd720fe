/** The rows that a unit sent in one file, each with what it is about. */
import type { FormId, Scheme } from "../../schemes/types";
import type { ReadWorkbook } from "../check";
import { fundsUnitOf } from "../forms/fundsUnit";
import type { LocatedForm } from "../forms/locate";
import { documentIdentity } from "../identity";
import { type DocumentRecord, readDocument, readWork, type WorkRecord } from "../records";
import { comparisonKey } from "../text/normalize";
import { cellKey, cellText, isBlank } from "../values/cells";
import { formatPlannedDong } from "../values/money";
import { type FactsContext, factsOf, stageByCutOff } from "./facts";
import type { OfficialCells, RowSource, WorkFacts } from "./state";

export interface SubmittedRow {
  readonly unit: string;
  readonly form: FormId;
  /** The document or the work that the row is about; two rows of a file may be about the same one. */
  readonly identity: string;
  readonly cells: OfficialCells;
  readonly source: RowSource;
  /** What the cells count for; null for a document, and where it has to be read from cells that were converted. */
  readonly facts: WorkFacts | null;
}

export interface SubmittedRows {
  readonly rows: readonly SubmittedRow[];
  /** Rows with nothing to identify them by: no title; neither number nor subject. */
  readonly rejected: number;
}

/** Rows of one checked workbook of a known unit; those that repeat an earlier one in every cell are left out. */
export function submittedRows({ check, tables }: ReadWorkbook, context: FactsContext): SubmittedRows {
  const rows: SubmittedRow[] = [];
  let rejected = 0;
  for (const { located, documents, works } of tables) {
    const sent: TableSent = {
      unit: context.unit.id,
      located,
      file: check.file,
      fundsUnit: fundsUnitOf(located),
    };
    for (const record of documents) {
      const identity = identityOfDocument(record);
      if (identity === null) rejected += 1;
      else rows.push(submittedRow(sent, record, identity, null));
    }
    for (const record of works) {
      if (record.identity === null) rejected += 1;
      else {
        const facts =
          sent.fundsUnit === 1 ? factsOf(record, stageByCutOff(record.marks, context), context) : null;
        rows.push(submittedRow(sent, record, record.identity, facts));
      }
    }
  }
  return { rows: withoutRepetitions(rows), rejected };
}

/** What the rows of a table have in common. */
interface TableSent {
  readonly unit: string;
  readonly located: LocatedForm;
  readonly file: string;
  readonly fundsUnit: number;
}

function submittedRow(
  { unit, located, file, fundsUnit }: TableSent,
  record: DocumentRecord | WorkRecord,
  identity: string,
  facts: WorkFacts | null
): SubmittedRow {
  return {
    unit,
    form: located.form.id,
    identity,
    cells: fundsInDong(record, fundsUnit),
    source: { file, sheet: located.grid.sheet, row: record.row + 1 },
    facts,
  };
}

/** What the rows say has to be compared only where two are about the same thing. */
function withoutRepetitions(rows: readonly SubmittedRow[]): readonly SubmittedRow[] {
  const repeated = repeatedIdentities(rows);
  if (repeated.size === 0) return rows;
  const known = new Set<string>();
  return rows.filter(({ form, identity, cells }) => {
    if (!repeated.has(identity)) return true;
    const key = `${form}|${identity}|${contentKey(cells)}`;
    if (known.has(key)) return false;
    known.add(key);
    return true;
  });
}

function repeatedIdentities(rows: readonly SubmittedRow[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const { identity } of rows) {
    const size = seen.size;
    // A set that does not grow has it already.
    if (seen.add(identity).size === size) repeated.add(identity);
  }
  return repeated;
}

/** A column headed "(triệu đồng)" is merged in đồng, as the official table has it. */
function fundsInDong(record: DocumentRecord | WorkRecord, columnUnit: number): OfficialCells {
  if (columnUnit === 1 || !("funds" in record) || record.funds.status !== "ok") return record.cells;
  const { dong, doubt } = record.funds;
  return { ...record.cells, funds: doubt === "planned" ? formatPlannedDong(dong) : dong };
}

function identityOfDocument(record: DocumentRecord): string | null {
  const { subject } = record;
  return documentIdentity(record) ?? (subject === "" ? null : `"${comparisonKey(subject)}"`);
}

/** What a row with these cells is about, as `SubmittedRow.identity` has it; null when nothing says. */
export function identityOfCells(
  form: FormId,
  cells: OfficialCells,
  scheme: Scheme,
  unit: string
): string | null {
  return form === "bieu-01"
    ? identityOfDocument(readDocument({ row: 0, cells }))
    : readWork({ row: 0, cells }, scheme, unit).identity;
}

/** Rows are never changed, and each is compared with many. */
const contentKeys = new WeakMap<OfficialCells, string>();

/** What a row says, whatever its ordinal and spelling; a column that the table lacks says nothing, like a blank. */
export function contentKey(cells: OfficialCells): string {
  const key = contentKeys.get(cells) ?? makeContentKey(cells);
  contentKeys.set(cells, key);
  return key;
}

function makeContentKey(cells: OfficialCells): string {
  return Object.keys(cells)
    .filter((column) => column !== "ordinal" && !isBlank(cells[column] ?? null))
    .sort()
    .map((column) => `${column}=${cellKey(cells[column] ?? null)}`)
    .join("\u0000");
}

/** Columns of a form that carry what a row says: all but its ordinal. */
export function contentColumns(scheme: Scheme, form: FormId): readonly string[] {
  const columns = scheme.forms.find(({ id }) => id === form)?.columns ?? [];
  return columns.filter(({ kind }) => kind !== "ordinal").map(({ key }) => key);
}

/** What a row is called before people: its title or document number. */
export function rowLabel(form: FormId, cells: OfficialCells): string {
  const [first, second] = form === "bieu-01" ? ["number", "subject"] : ["title"];
  return cellText(cells[first ?? ""] ?? null) || cellText(cells[second ?? ""] ?? null);
}
