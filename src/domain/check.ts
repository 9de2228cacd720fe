/** Reads the forms of one workbook and checks every row. */
import { MERGED_SHEETS } from "../schemes/mergedColumns";
import type { FormId, Round, Scheme, Unit } from "../schemes/types";
import type { FileError, Finding, Language } from "./findings";
import { fundsUnitOf } from "./forms/fundsUnit";
import { type LocatedForm, type NearMiss, type SheetSurvey, surveySheet } from "./forms/locate";
import type { ManualMapping } from "./forms/mapping";
import { type FormRow, readRows } from "./forms/readRows";
import { missingHeadings } from "./forms/nearMiss";
import { resurvey, type SurveyedSheet } from "./forms/resurvey";
import { endOfRows } from "./forms/tableEnds";
import type { Grid, IsoDate, WorkbookContent, WorkbookFormat } from "./grid";
import { isTechnicalSheet } from "./merge/technicalSheets";
import { type DocumentRecord, type FormTable, readDocument, readWork, type WorkRecord } from "./records";
import { REPLY_LIST_SHEET } from "./replyColumn";
import type { CheckContext, UnreadSheet } from "./rules/rule";
import { type Found, hitsOfRow, runRules, type TableHits } from "./rules/runRules";
import { identifyUnit, statedRound, statedUnits } from "./stamp";
import { inUnicode } from "./text/unicodeText";

export interface CheckOptions {
  readonly scheme: Scheme;
  /** Round to check against; by default the one that the workbook states, else the most recent one. */
  readonly round?: Round | null;
  /** Unit to check against; by default found by `identifyUnit`. */
  readonly unit?: Unit | null;
  /** What people have said about the columns of this workbook's sheets. */
  readonly mappings?: readonly ManualMapping[];
  /** Today. */
  readonly asOf: IsoDate;
  readonly language: Language;
}

export interface CheckedForm {
  readonly form: FormId;
  readonly sheet: string;
  /** One-based row where the header begins. */
  readonly header: number;
  readonly rows: number;
}

export interface FileCheck {
  readonly file: string;
  readonly format: WorkbookFormat | null;
  /** Unit id; null when nothing says whose the workbook is. */
  readonly unit: string | null;
  readonly round: string | null;
  readonly forms: readonly CheckedForm[];
  readonly findings: readonly Finding[];
  /** Tables that resemble a form but were not read, for a person to map; absent when there are none. */
  readonly nearMisses?: readonly NearMiss[];
  readonly error?: FileError;
}

/** A workbook with its tables understood: what merging works on. */
export interface ReadWorkbook {
  readonly check: FileCheck;
  readonly tables: readonly FormTable[];
}

/** Checks a workbook. A workbook without any form is an error, not a finding. */
export function checkWorkbook(workbook: WorkbookContent, options: CheckOptions): FileCheck {
  return readAndCheck(workbook, options).check;
}

/** `checkWorkbook` together with the tables it read. */
export function readAndCheck(sent: WorkbookContent, options: CheckOptions): ReadWorkbook {
  const { check, tables } = recheck(null, sent, options);
  return { check, tables };
}

/** A check with all that it has understood, so that the next one has less to do. */
export interface CheckSession extends ReadWorkbook {
  /** The workbook as it was checked. */
  readonly workbook: WorkbookContent;
  readonly options: CheckOptions;
  readonly context: CheckContext;
  readonly sheets: readonly UnderstoodSheet[];
  /** What the rules for single rows say of the records of each table. */
  readonly rowHits: readonly TableHits[];
}

/** A sheet with its forms and their rows. */
interface UnderstoodSheet extends SurveyedSheet {
  readonly tables: readonly FormTable[];
}

/**
 * Checks a workbook anew after a part of it has changed. What comes out is what `readAndCheck` says of the workbook; what
 * it costs is little where its grids share their unchanged rows with those of the session.
 */
export function recheck(
  previous: CheckSession | null,
  workbook: WorkbookContent,
  options: CheckOptions
): CheckSession {
  const steps = checkSteps(previous, workbook, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Rows that are understood and held against the rules between two halts. */
const ROWS_OF_STEP = 150;
/** How the work is spread, roughly: finding the forms; understanding the rows, with the rules for them. */
const SHARES = { forms: 0.2, rows: 0.8 };

/**
 * `recheck` in steps, for a caller that has other things to do in between: yields how much is done, from 0 to 1.
 */
export function* checkSteps(
  previous: CheckSession | null,
  sent: WorkbookContent,
  options: CheckOptions
): Generator<number, CheckSession> {
  const workbook = inUnicode(sent);
  const { scheme, language } = options;
  const context = contextOf(workbook, options);
  const known = previous?.options.scheme === scheme ? previous : null;

  const surveyed: SurveyedSheet[] = [];
  const grids = workbook.sheets.filter((grid) => !isProductSheet(grid, scheme));
  for (const grid of grids) {
    surveyed.push({ grid, survey: surveyOf(grid, options, known) });
    yield (SHARES.forms * surveyed.length) / grids.length;
  }

  const sheets: UnderstoodSheet[] = [];
  const rowHits: TableHits[] = [];
  const sameUnit = known?.context.unit?.id === context.unit?.id;
  const hitsBefore = known !== null && sameContext(known.context, context) ? hitsByRecord(known) : null;
  for (const sheet of surveyed) {
    const before = sameUnit ? known?.sheets.find(({ grid }) => grid.sheet === sheet.grid.sheet) : undefined;
    const tables: FormTable[] = [];
    for (const [index, located] of sheet.survey.located.entries()) {
      const end = endOfRows(located, sheet.survey.located);
      const steps = tableSteps(located, end, context, before?.tables[index], hitsBefore);
      for (;;) {
        const step = steps.next();
        if (step.done) {
          tables.push(step.value.table);
          rowHits.push(step.value.hits);
          break;
        }
        yield SHARES.forms + (SHARES.rows * (sheets.length + step.value)) / surveyed.length;
      }
    }
    sheets.push({ ...sheet, tables });
  }

  const tables = sheets.flatMap((sheet) => sheet.tables);
  yield 1;
  const unread = tables.length === 0 ? [] : unreadSheets(surveyed);
  const findings = runRules(tables, context, workbook.file, language, rowHits, unread);
  const check = fileCheck(workbook, options, context, surveyed, tables, findings);
  return { workbook: sent, options, context, sheets, tables, check, rowHits };
}

type RecordHits = ReadonlyMap<DocumentRecord | WorkRecord, readonly Found[]>;

/** What was found in rows that may have stayed the same. */
function hitsByRecord({ tables, rowHits }: CheckSession): RecordHits {
  const entries = tables.flatMap(({ documents, works }, table) =>
    [...documents, ...works].map((record, index) => [record, rowHits[table]?.[index] ?? []] as const)
  );
  return new Map(entries);
}

function contextOf(workbook: WorkbookContent, options: CheckOptions): CheckContext {
  const { scheme, asOf } = options;
  const round = options.round ?? roundOf(workbook, scheme, asOf);
  const stated = statedUnits(workbook, scheme);
  return {
    scheme,
    round,
    unit: options.unit ?? identifyUnit(workbook, scheme, stated)?.unit ?? null,
    statedUnits: stated,
    cutOff: asOf < round.cutOff ? asOf : round.cutOff,
  };
}

/** True when a row breaks the same rules in both. */
function sameContext(a: CheckContext, b: CheckContext): boolean {
  const said = ({ statedUnits: stated = [] }: CheckContext): string =>
    JSON.stringify(stated.map(({ unit, by }) => [unit.id, by]));
  return (
    a.scheme === b.scheme &&
    a.round === b.round &&
    a.unit === b.unit &&
    a.cutOff === b.cutOff &&
    said(a) === said(b)
  );
}

function surveyOf(grid: Grid, options: CheckOptions, previous: CheckSession | null): SheetSurvey {
  const { scheme, mappings = [] } = options;
  const before = previous?.sheets.find((sheet) => sheet.grid.sheet === grid.sheet);
  const byHeadings = mappings.length === 0 && (previous?.options.mappings ?? []).length === 0;
  return before !== undefined && byHeadings
    ? resurvey(before, grid, scheme.forms)
    : surveySheet(grid, scheme.forms, mappings);
}

function fileCheck(
  workbook: WorkbookContent,
  { scheme, language }: CheckOptions,
  { unit, round }: CheckContext,
  sheets: readonly SurveyedSheet[],
  tables: readonly FormTable[],
  findings: readonly Finding[]
): FileCheck {
  const nearMisses = nearMissesBySheet(sheets, formsFound(sheets)).flat();
  return {
    file: workbook.file,
    format: workbook.format,
    unit: unit?.id ?? null,
    round: round.id,
    forms: tables.map(({ located, rows }) => ({
      form: located.form.id,
      sheet: located.grid.sheet,
      header: located.headerTop + 1,
      rows: rows.length,
    })),
    findings,
    ...(nearMisses.length > 0 && { nearMisses }),
    ...(tables.length === 0 && { error: noForm(scheme, nearMisses, language) }),
  };
}

/**
 * Every form of a workbook with every cell understood.
 * @param unit id of the unit whose workbook it is, which decides names that several districts have; null if unknown
 */
export function readTables(
  workbook: WorkbookContent,
  scheme: Scheme,
  unit: string | null
): readonly FormTable[] {
  return inUnicode(workbook)
    .sheets.filter((grid) => !isProductSheet(grid, scheme))
    .flatMap((grid) => {
      const { located } = surveySheet(grid, scheme.forms);
      return located.map((form) => tableOf(form, endOfRows(form, located), scheme, unit));
    });
}

/** A register of documents beside a Biểu 01 that was read is what it is; a form that was found nowhere is looked for. */
function nearMissesBySheet(
  sheets: readonly SurveyedSheet[],
  found: ReadonlySet<FormId>
): readonly (readonly NearMiss[])[] {
  return sheets.map(({ survey }) =>
    survey.nearMisses.filter(({ form, reason }) => reason === "columns-missing" || !found.has(form))
  );
}

function formsFound(sheets: readonly SurveyedSheet[]): ReadonlySet<FormId> {
  return new Set(sheets.flatMap(({ survey }) => survey.located.map(({ form }) => form.id)));
}

/** Sheets with a table that resembles a form, and those on which nothing resembles one by its headings. */
function unreadSheets(sheets: readonly SurveyedSheet[]): readonly UnreadSheet[] {
  const found = formsFound(sheets);
  const nearMisses = nearMissesBySheet(sheets, found);
  return sheets.flatMap(({ grid, survey }, index): readonly UnreadSheet[] => {
    const missed = nearMisses[index] ?? [];
    const isPlain = survey.located.length === 0 && survey.nearMisses.length === 0;
    const isOpen = isPlain && !grid.hidden && grid.sheet !== REPLY_LIST_SHEET;
    return missed.length > 0 || isOpen ? [{ grid, nearMisses: missed, found }] : [];
  });
}

/** The round that a workbook states, else the most recent one at that day. */
export function roundOf(workbook: WorkbookContent, scheme: Scheme, asOf: IsoDate): Round {
  const round = statedRound(workbook, scheme, asOf) ?? scheme.roundsFor(asOf)[0];
  if (!round) throw new RangeError(`Scheme ${scheme.id} has no round for ${asOf}`);
  return round;
}

/** The merged tables carry the official headings too; they are the province's result, not a submission. */
function isProductSheet(grid: Grid, scheme: Scheme): boolean {
  return PRODUCT_SHEETS.has(grid.sheet) || isTechnicalSheet(grid, scheme);
}

/** Those that are seen: units have no sheets of these names. */
const PRODUCT_SHEETS: ReadonlySet<string> = new Set(
  Object.values(MERGED_SHEETS).filter((name) => name !== MERGED_SHEETS.base)
);

function tableOf(located: LocatedForm, end: number, scheme: Scheme, unit: string | null): FormTable {
  const { rows, leftOut } = readRows(located, end);
  const fundsUnit = fundsUnitOf(located);
  const isDocuments = located.form.id === "bieu-01";
  return {
    located,
    rows,
    leftOut,
    documents: isDocuments ? rows.map(readDocument) : [],
    works: isDocuments ? [] : rows.map((row) => readWork(row, scheme, unit, fundsUnit)),
  };
}

/**
 * Reads the rows of a form, and asks the rules for single rows while each is at hand; yields how much of them is done, from
 * 0 to 1.
 * @param before the same form as it was read before, for the same unit: its records are kept where a row is the same
 * @param hitsBefore what those rules said of records that were read before
 */
function* tableSteps(
  located: LocatedForm,
  end: number,
  context: CheckContext,
  before: FormTable | undefined,
  hitsBefore: RecordHits | null
): Generator<number, { readonly table: FormTable; readonly hits: TableHits }> {
  const { rows, leftOut } = readRows(located, end);
  const { scheme } = context;
  const unit = context.unit?.id ?? null;
  const isDocuments = located.form.id === "bieu-01";
  const fundsUnit = isDocuments ? 1 : fundsUnitOf(located);
  const comparable =
    before?.located.form === located.form && (isDocuments || fundsUnitOf(before.located) === fundsUnit);
  const documentsBefore = comparable ? byRow(before.documents) : null;
  const worksBefore = comparable ? byRow(before.works) : null;
  const documents: DocumentRecord[] = [];
  const works: WorkRecord[] = [];
  const hits: (readonly Found[])[] = [];
  const found = (record: DocumentRecord | WorkRecord): readonly Found[] =>
    hitsBefore?.get(record) ?? hitsOfRow(record, context);
  for (const row of rows) {
    if (hits.length % ROWS_OF_STEP === 0) yield hits.length / rows.length;
    if (isDocuments) {
      const record = same(documentsBefore, row) ?? readDocument(row);
      documents.push(record);
      hits.push(found(record));
    } else {
      const record = same(worksBefore, row) ?? readWork(row, scheme, unit, fundsUnit);
      works.push(record);
      hits.push(found(record));
    }
  }
  return { table: { located, rows, leftOut, documents, works }, hits };
}

function byRow<R extends { readonly row: number }>(records: readonly R[]): ReadonlyMap<number, R> {
  return new Map(records.map((record) => [record.row, record]));
}

/** The record that was read from the same cells of the same row. */
function same<R extends Pick<FormRow, "row" | "cells">>(
  before: ReadonlyMap<number, R> | null,
  { row, cells }: FormRow
): R | undefined {
  const record = before?.get(row);
  if (record === undefined) return undefined;
  const keys = Object.keys(cells);
  return keys.length === Object.keys(record.cells).length &&
    keys.every((key) => Object.hasOwn(record.cells, key) && record.cells[key] === cells[key])
    ? record
    : undefined;
}

function noForm(scheme: Scheme, nearMisses: readonly NearMiss[], language: Language): FileError {
  const names = scheme.forms.map(({ name }) => name).join(", ");
  const message: Readonly<Record<Language, string>> = {
    vi: `Không tìm thấy biểu nào (${names}) trong tệp. Hãy kiểm tra dòng tiêu đề cột, hoặc chép số liệu sang biểu mẫu.`,
    en: `No form (${names}) was found in the file. Check the heading row, or copy the data into the template.`,
  };
  const hints = nearMisses.map((nearMiss) => nearMissHint(nearMiss, scheme, language));
  return { code: "no-form", message: [message[language], ...hints].join(" ") };
}

function nearMissHint(nearMiss: NearMiss, scheme: Scheme, language: Language): string {
  const form = scheme.forms.find(({ id }) => id === nearMiss.form);
  const line = nearMiss.headerTop + 1;
  const missing = form ? missingHeadings(nearMiss, form) : "";
  const otherTable: Readonly<Record<Language, string>> = {
    vi: `Bảng ở dòng ${line} trang “${nearMiss.sheet}” giống ${form?.name ?? ""} nhưng có cột của loại bảng khác nên không được đọc.`,
    en: `The table in row ${line} of “${nearMiss.sheet}” resembles ${form?.name ?? ""} but has columns of another kind of table and is not read.`,
  };
  const columnMissing: Readonly<Record<Language, string>> = {
    vi: `Dòng ${line} trang “${nearMiss.sheet}” giống ${form?.name ?? ""} nhưng không nhận ra cột ${missing}.`,
    en: `Row ${line} of “${nearMiss.sheet}” resembles ${form?.name ?? ""} but the column ${missing} was not recognised.`,
  };
  return (nearMiss.reason === "other-table" ? otherTable : columnMissing)[language];
}
