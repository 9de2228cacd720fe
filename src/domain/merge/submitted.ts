/** The rows that the units sent, with the identity that survives editing. */
import type { FormId, Scheme, Unit } from "../../schemes/types";
import type { ReadWorkbook } from "../check";
import { documentIdentity, workIdentity } from "../identity";
import type { DocumentRecord, WorkRecord } from "../records";
import { comparisonKey } from "../text/normalize";
import { cellKey } from "../values/cells";
import { unitOfHeading } from "../values/money";
import type { OfficialCells, RowSource } from "./state";

export interface SubmittedRow {
  readonly unit: string;
  readonly form: FormId;
  /** Identity within unit and form; a second row of the same identity in one file ends in `#2`. */
  readonly key: string;
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
    const fundsUnit = unitOfHeading(table.located.columns["funds"]?.heading ?? "");
    const identified = [
      ...table.documents.map((record) => ({
        record,
        identity: documentIdentity(record) ?? subjectIdentity(record.subject),
      })),
      ...table.works.map((record) => ({ record, identity: workIdentity(record) })),
    ];
    return identified.map(({ record, identity }) => ({
      identity,
      form,
      cells: fundsInDong(record, fundsUnit),
      source: { file: check.file, sheet, row: record.row + 1 },
    }));
  });
  const kept: SubmittedRow[] = [];
  const occurrences = new Map<string, string[]>();
  let duplicate = 0;
  for (const { identity, form, cells, source } of rows) {
    if (identity === null) continue;
    const slot = `${form}|${identity}`;
    const earlier = occurrences.get(slot) ?? [];
    const content = contentKey(cells);
    if (earlier.includes(content)) {
      duplicate += 1;
      continue;
    }
    occurrences.set(slot, [...earlier, content]);
    const key = earlier.length === 0 ? identity : `${identity}#${earlier.length + 1}`;
    kept.push({ unit: unit.id, form, key, cells, source });
  }
  return { unit, rows: kept, duplicate, rejected: rows.filter(({ identity }) => identity === null).length };
}

/** A column headed "(triệu đồng)" is merged in đồng, as the official table has it. */
function fundsInDong(record: DocumentRecord | WorkRecord, columnUnit: number): OfficialCells {
  if (columnUnit === 1 || !("funds" in record) || record.funds.status !== "ok") return record.cells;
  return { ...record.cells, funds: record.funds.dong };
}

function subjectIdentity(subject: string): string | null {
  return subject === "" ? null : `"${comparisonKey(subject)}"`;
}

/** What a row says, whatever its ordinal and spelling. */
export function contentKey(cells: OfficialCells): string {
  return Object.keys(cells)
    .filter((column) => column !== "ordinal")
    .sort()
    .map((column) => `${column}=${cellKey(cells[column] ?? null)}`)
    .join("\u0000");
}

/** Columns of a form that carry what a row says: all but its ordinal. */
export function contentColumns(scheme: Scheme, form: FormId): readonly string[] {
  const columns = scheme.forms.find(({ id }) => id === form)?.columns ?? [];
  return columns.filter(({ kind }) => kind !== "ordinal").map(({ key }) => key);
}
