/** The rows that a unit sent in one file, each with what it is about. */
import type { FormId, Scheme, Unit } from "../../schemes/types";
import type { ReadWorkbook } from "../check";
import { fundsUnitOf } from "../forms/fundsUnit";
import { documentIdentity, workIdentity } from "../identity";
import type { DocumentRecord, WorkRecord } from "../records";
import { comparisonKey } from "../text/normalize";
import { cellKey, cellText, isBlank } from "../values/cells";
import type { OfficialCells, RowSource } from "./state";

export interface SubmittedRow {
  readonly unit: string;
  readonly form: FormId;
  /** The document or the work that the row is about; two rows of a file may be about the same one. */
  readonly identity: string;
  readonly cells: OfficialCells;
  readonly source: RowSource;
}

export interface SubmittedFile {
  readonly unit: Unit;
  readonly rows: readonly SubmittedRow[];
  /** Rows that repeat an earlier row of the file in every cell. */
  readonly duplicate: number;
  /** Rows with nothing to identify them by: no title; neither number nor subject. */
  readonly rejected: number;
}

/** Rows of one checked workbook of a known unit. */
export function submittedRows({ check, tables }: ReadWorkbook, unit: Unit): SubmittedFile {
  const rows = tables.flatMap((table) => {
    const form = table.located.form.id;
    const { sheet } = table.located.grid;
    const fundsUnit = fundsUnitOf(table.located);
    const identified = [
      ...table.documents.map((record) => ({
        record,
        identity: documentIdentity(record) ?? subjectIdentity(record.subject),
      })),
      ...table.works.map((record) => ({ record, identity: workIdentity(record) })),
    ];
    return identified.map(({ record, identity }) => ({
      unit: unit.id,
      identity,
      form,
      cells: fundsInDong(record, fundsUnit),
      source: { file: check.file, sheet, row: record.row + 1 },
    }));
  });
  const identified = rows.flatMap(({ identity, ...row }) =>
    identity === null ? [] : [{ ...row, identity }]
  );
  const kept = withoutRepetitions(identified);
  return {
    unit,
    rows: kept,
    duplicate: identified.length - kept.length,
    rejected: rows.length - identified.length,
  };
}

function withoutRepetitions(rows: readonly SubmittedRow[]): readonly SubmittedRow[] {
  const first = new Map<string, SubmittedRow>();
  for (const row of rows) {
    const key = `${row.form}|${row.identity}|${contentKey(row.cells)}`;
    if (!first.has(key)) first.set(key, row);
  }
  return [...first.values()];
}

/** A column headed "(triệu đồng)" is merged in đồng, as the official table has it. */
function fundsInDong(record: DocumentRecord | WorkRecord, columnUnit: number): OfficialCells {
  if (columnUnit === 1 || !("funds" in record) || record.funds.status !== "ok") return record.cells;
  return { ...record.cells, funds: record.funds.dong };
}

function subjectIdentity(subject: string): string | null {
  return subject === "" ? null : `"${comparisonKey(subject)}"`;
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
