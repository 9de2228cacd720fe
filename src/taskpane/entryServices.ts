/** What the page for filling in asks of the layers below. Loaded with that page. */
import type { Language } from "../domain/findings";
import { communeChoices, type CommuneChoice } from "../domain/entry/communeChoices";
import { documentWords, type DocumentWords } from "../domain/entry/documentReading";
import {
  changesOf,
  draftValues,
  findingsOfRows,
  type Draft,
  type FindingsByColumn,
  type RowCells,
} from "../domain/entry/entryRow";
import {
  emptyRowsAtEnd,
  nextOrdinal,
  placeAt,
  surveyTables,
  type EntrySurvey,
  type EntryTable,
  type Place,
} from "../domain/entry/entryTables";
import { amountInWords } from "../domain/entry/amountWords";
import {
  pastedContents,
  pastedValues,
  tableOfText,
  understandPasted,
  type Pasted,
} from "../domain/entry/pastedTable";
import { EMPTY_CELL, type EntryContent, valueOf } from "../domain/entry/sheetCell";
import { titleWithCommune } from "../domain/entry/titleWithCommune";
import { cellAddress } from "../domain/grid";
import { readDocumentNumber } from "../domain/values/documentNumbers";
import { readMoney } from "../domain/values/money";
import { readTitle, type TitleReading } from "../domain/values/workTitles";
import * as excel from "../excel";
import { dataAreaName } from "../layout/templates";
import type { Commune, Round, Unit } from "../schemes";
import { scheme, today } from "./services";

export type EntryOutcome = excel.EntryOutcome;
export type EntryHint = excel.EntryHint;
export type { CommuneChoice, Draft, EntryTable, FindingsByColumn, Pasted, RowCells };

/** The tables of the workbook with what their headings said. */
interface KnownTables {
  readonly survey: EntrySurvey;
  readonly headings: readonly string[];
}

/** A row to be filled in. */
export interface EntryTarget {
  readonly known: KnownTables;
  readonly table: EntryTable;
  /** Zero-based. */
  readonly row: number;
  /** True: the row is put in when it is written. */
  readonly isNew: boolean;
  /** Key of the column that is selected; null when it is none of the form's. */
  readonly column: string | null;
  readonly before: RowCells;
  readonly isProtected: boolean;
}

/** What is selected in the workbook. */
export type Selected =
  | { readonly kind: "no-tables" }
  | { readonly kind: "outside"; readonly known: KnownTables }
  | {
      readonly kind: "no-row";
      readonly known: KnownTables;
      readonly reason: Extract<Place, { kind: "no-row" }>["reason"];
      readonly table: EntryTable;
    }
  | { readonly kind: "row"; readonly target: EntryTarget };

/** A row to go to; zero-based. */
export interface GoTo {
  readonly table: EntryTable;
  readonly row: number;
}

export interface LookRequest {
  /** What is known of the tables; null: they are looked for anew. */
  readonly known: KnownTables | null;
  /** For workbooks that do not say their round or their unit. */
  readonly round: Round;
  readonly unit: Unit | null;
  readonly goTo: GoTo | null;
  /** False once something else is wanted: the selection is not moved any more. */
  readonly isWanted: () => boolean;
}

/** What is selected, after going somewhere if so asked: one sync as long as the tables stand where they were. */
export async function look(request: LookRequest): Promise<Selected> {
  if (request.known) {
    const selected = await lookAgain(request.known, request.goTo).catch((error: unknown) => {
      if (excel.describeExcelError(error).kind === "missing") return null;
      throw error;
    });
    if (selected) return selected;
  }
  return lookAnew(request);
}

/** Null when the tables are no longer where they were. */
async function lookAgain(known: KnownTables, goTo: GoTo | null): Promise<Selected | null> {
  const read = await readRow(known.survey, goTo);
  const isSame = read.headers.every((header, index) => header === known.headings[index]);
  return isSame ? selectedOf(known, read) : null;
}

async function lookAnew({ round, unit, goTo, isWanted }: LookRequest): Promise<Selected> {
  const workbook = await excel.readOpenWorkbook();
  const areas = await excel.readNamedAreas(scheme.forms.map(dataAreaName));
  const named = Object.fromEntries(
    scheme.forms.flatMap(({ id }, index) => {
      const area = areas[index];
      return area ? [[id, area]] : [];
    })
  );
  const survey = surveyTables(workbook, { scheme, round, unit, named, asOf: today() });
  if (survey.tables.length === 0) return { kind: "no-tables" };
  const read = await readRow(survey, isWanted() ? goTo : null);
  return selectedOf({ survey, headings: read.headers }, read);
}

/** First and last column of all tables. */
function columnsOf(tables: readonly EntryTable[]): readonly [left: number, right: number] {
  const places = tables.map(({ table }) => table.located);
  return [Math.min(...places.map(({ left }) => left)), Math.max(...places.map(({ right }) => right))];
}

function readRow({ tables }: EntrySurvey, goTo: GoTo | null): Promise<excel.SelectedRow> {
  const [left, right] = columnsOf(tables);
  return excel.readSelectedRow({
    tables: tables.map(knownTable),
    left,
    right,
    goTo: goTo && { sheet: goTo.table.sheet, address: cellAddress(goTo.row, firstFieldOf(goTo.table)) },
  });
}

function knownTable({ sheet, table: { located } }: EntryTable): excel.KnownTable {
  const { headerTop, headerBottom, left, right } = located;
  return { sheet, header: { top: headerTop, left, bottom: headerBottom, right } };
}

/** The first column that is filled in by hand. */
function firstFieldOf({ columns, table }: EntryTable): number {
  return (columns.find(({ spec }) => spec.kind !== "ordinal") ?? columns[0])?.at ?? table.located.left;
}

function selectedOf(known: KnownTables, read: excel.SelectedRow): Selected {
  const { tables } = known.survey;
  const [left] = columnsOf(tables);
  const place = placeAt(tables, read.sheet, read.row, read.column);
  if (place.kind !== "row") {
    return place.kind === "outside" ? { kind: "outside", known } : { ...place, known };
  }
  const { table, row, isNew } = place;
  return {
    kind: "row",
    target: {
      known,
      table,
      row,
      isNew,
      column: table.columns.find(({ at }) => at === read.column)?.spec.key ?? null,
      before: Object.fromEntries(
        table.columns.map(({ spec, at }) => [spec.key, read.cells[at - left] ?? EMPTY_CELL])
      ),
      isProtected: read.isProtected,
    },
  };
}

/** Listens to the workbook until the result is called. */
export const watch = excel.watchEntry;

/** What was typed together with the number that an empty row is given. */
export function withOrdinal({ table, row, before }: EntryTarget, draft: Draft): Draft {
  const cell = before["ordinal"] ?? EMPTY_CELL;
  const ordinal = nextOrdinal(table, row);
  const isFree =
    draft["ordinal"] === undefined && cell.value === null && cell.formula === null && !cell.locked;
  const isFilledIn = Object.values(draft).some((text) => text.trim() !== "");
  return isFree && isFilledIn && ordinal !== null ? { ...draft, ordinal: String(ordinal) } : draft;
}

/** True when writing would change a cell. */
export function isDirty({ table, before }: EntryTarget, draft: Draft): boolean {
  return changesOf(table, before, draft).length > 0;
}

/** Writes what was typed: only cells that differ, and only while the sheet is as it was read. */
export async function writeDraft(target: EntryTarget, draft: Draft): Promise<EntryOutcome> {
  const { table, row, isNew, before } = target;
  const changes = changesOf(table, before, withOrdinal(target, draft));
  const place = placeOf(target.known, table);
  if (isNew)
    return excel.writeRows({ ...rowsOf(table, place), fill: [], insert: { at: row, rows: [changes] } });
  const known = table.columns.map(({ spec, at }) => ({ at, cell: before[spec.key] ?? EMPTY_CELL }));
  return excel.writeRow({ place, row, known, changes });
}

/** The row as the sheet has it once what was typed is written, until it is read again. */
export function asWritten(target: EntryTarget, draft: Draft): EntryTarget {
  const { table, before } = target;
  const written = changesOf(table, before, withOrdinal(target, draft)).map(({ key, content }) => {
    return [key, { ...(before[key] ?? EMPTY_CELL), value: valueOf(content), formula: null }] as const;
  });
  return { ...target, isNew: false, before: { ...before, ...Object.fromEntries(written) } };
}

function placeOf({ survey, headings }: KnownTables, table: EntryTable): excel.EntryPlace {
  return { ...knownTable(table), headings: headings[survey.tables.indexOf(table)] ?? "" };
}

function rowsOf(table: EntryTable, place: excel.EntryPlace) {
  const { left, right, form } = table.table.located;
  return { place, left, right, areaName: dataAreaName(form) };
}

/** What the rules say of the row as typed, by the key of its column. */
export function findingsOf(target: EntryTarget, draft: Draft, language: Language): FindingsByColumn {
  const { table, row, before, known } = target;
  const cells = draftValues(table, before, withOrdinal(target, draft));
  return findingsOfRows(table, [{ row, cells }], known.survey.context, language).get(row) ?? {};
}

/** What was copied, understood for a table; null when there is nothing in it. */
export async function understandClipboard(
  html: string,
  text: string,
  table: EntryTable
): Promise<Pasted | null> {
  const { readPastedHtml } = await import("../files/readPasted");
  const ofHtml = html === "" ? [] : await readPastedHtml(html);
  const tables = ofHtml.length > 0 ? ofHtml : [tableOfText(text)];
  const pasted = understandPasted(tables, table.table.located.form, scheme);
  return pasted.rows.length === 0 ? null : pasted;
}

/** A pasted row with its place in the table. */
export interface PastedRow {
  /** Zero-based row on the sheet once it is written. */
  readonly row: number;
  /** True: it is put in. */
  readonly isNew: boolean;
  readonly contents: Readonly<Record<string, EntryContent>>;
}

/** Where the rows of a paste go: into the empty ones at the end, then into new ones; they go on with the numbers. */
export function placedRows(table: EntryTable, pasted: Pasted): readonly PastedRow[] {
  const empty = emptyRowsAtEnd(table);
  const first = nextOrdinal(table, empty[0] ?? table.end);
  return pasted.rows.map((texts, index) => {
    const row = empty[index];
    const contents = pastedContents(pasted, texts, table);
    const number: Readonly<Record<string, EntryContent>> = first === null ? {} : { ordinal: first + index };
    return {
      row: row ?? table.end + index - empty.length,
      isNew: row === undefined,
      contents: { ...contents, ...number },
    };
  });
}

/** What the rules say of pasted rows, by their place. */
export function findingsOfPasted(
  { survey }: KnownTables,
  table: EntryTable,
  rows: readonly PastedRow[],
  language: Language
): ReadonlyMap<number, FindingsByColumn> {
  const given = rows.map(({ row, contents }) => ({ row, cells: pastedValues(contents) }));
  return findingsOfRows(table, given, survey.context, language);
}

/** Writes pasted rows, with one undo for all of them. */
export async function writePasted(
  known: KnownTables,
  table: EntryTable,
  rows: readonly PastedRow[]
): Promise<EntryOutcome> {
  const changesOfRow = ({ contents }: PastedRow) =>
    table.columns.flatMap(({ spec, at }) => {
      const content = contents[spec.key] ?? null;
      return content === null ? [] : [{ key: spec.key, at, content }];
    });
  const empty = table.columns.filter(({ spec }) => spec.kind !== "ordinal");
  const fill = rows.filter(({ isNew }) => !isNew);
  const added = rows.filter(({ isNew }) => isNew);
  return excel.writeRows({
    ...rowsOf(table, placeOf(known, table)),
    fill: fill.map((row) => ({
      row: row.row,
      known: empty.map(({ at }) => ({ at, cell: EMPTY_CELL })),
      changes: changesOfRow(row),
    })),
    insert: added.length === 0 ? null : { at: table.end, rows: added.map(changesOfRow) },
  });
}

/** Communes that a search means, the unit's own first. */
export function findCommunes({ known }: EntryTarget, search: string): readonly CommuneChoice[] {
  return communeChoices(scheme, known.survey.context.unit?.id ?? null, search);
}

/** A title about the commune with this code. */
export function titleAbout({ known }: EntryTarget, title: string, code: string): string {
  const commune = scheme.communes.find((each) => each.code === code);
  return commune ? titleWithCommune(title, commune, scheme, known.survey.context.unit?.id ?? null) : title;
}

export function readTitleOf({ known }: EntryTarget, title: string): TitleReading {
  return readTitle(title, scheme, known.survey.context.unit?.id ?? null);
}

export function communeName({ type, name, unit }: Commune): string {
  const district = scheme.units.find(({ id }) => id === unit)?.shortName ?? "";
  return `${type} ${name}, ${district}`;
}

/** The number of a document in words; null when it cannot be read. `clean`: how it should be written. */
export function readNumber(text: string): { readonly words: DocumentWords; readonly clean: string } | null {
  const reading = readDocumentNumber(text);
  return reading.status === "ok" ? { words: documentWords(reading.parsed), clean: reading.clean } : null;
}

/** An amount with its words; null when it is none. */
export function readAmount(
  text: string,
  { fundsUnit }: EntryTable,
  language: Language
): { readonly dong: number; readonly words: string } | null {
  const reading = readMoney(text, fundsUnit);
  return reading.status === "ok"
    ? { dong: reading.dong, words: amountInWords(reading.dong, language) }
    : null;
}
