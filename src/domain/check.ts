/** Reads the forms of one workbook and checks every row. */
import { MAPPINGS_SHEET, MERGED_SHEETS } from "../schemes/mergedColumns";
import type { FormId, Round, Scheme, Unit } from "../schemes/types";
import type { FileError, Finding, Language } from "./findings";
import { fundsUnitOf } from "./forms/fundsUnit";
import { type LocatedForm, type NearMiss, type SheetSurvey, surveySheet } from "./forms/locate";
import type { ManualMapping } from "./forms/mapping";
import { readRows } from "./forms/readRows";
import { endOfRows } from "./forms/tableEnds";
import type { Grid, IsoDate, WorkbookContent, WorkbookFormat } from "./grid";
import { type FormTable, readDocument, readWork } from "./records";
import type { CheckContext } from "./rules/rule";
import { runRules } from "./rules/runRules";
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
  const workbook = inUnicode(sent);
  const { scheme, language } = options;
  const unit = options.unit ?? identifyUnit(workbook, scheme)?.unit ?? null;
  const round = options.round ?? roundOf(workbook, scheme, options.asOf);
  const context: CheckContext = {
    scheme,
    round,
    unit,
    statedUnits: statedUnits(workbook, scheme),
    cutOff: options.asOf < round.cutOff ? options.asOf : round.cutOff,
  };
  const surveys = surveySheets(workbook, scheme, options.mappings);
  const tables = surveys.flatMap((survey) => tablesOf(survey, scheme, unit?.id ?? null));
  const nearMisses = nearMissesOf(surveys);
  const check: FileCheck = {
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
    findings: runRules(tables, context, workbook.file, language),
    ...(nearMisses.length > 0 && { nearMisses }),
    ...(tables.length === 0 && { error: noForm(scheme, nearMisses, language) }),
  };
  return { check, tables };
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
  return surveySheets(inUnicode(workbook), scheme).flatMap((survey) => tablesOf(survey, scheme, unit));
}

function surveySheets(
  workbook: WorkbookContent,
  scheme: Scheme,
  mappings: readonly ManualMapping[] = []
): readonly SheetSurvey[] {
  return workbook.sheets
    .filter((grid) => !isProductSheet(grid))
    .map((grid) => surveySheet(grid, scheme.forms, mappings));
}

/** A register of documents beside a Biểu 01 that was read is what it is; a form that was found nowhere is looked for. */
function nearMissesOf(surveys: readonly SheetSurvey[]): readonly NearMiss[] {
  const found = new Set(surveys.flatMap(({ located }) => located.map(({ form }) => form.id)));
  return surveys
    .flatMap(({ nearMisses }) => nearMisses)
    .filter(({ form, reason }) => reason === "columns-missing" || !found.has(form));
}

/** The round that a workbook states, else the most recent one at that day. */
export function roundOf(workbook: WorkbookContent, scheme: Scheme, asOf: IsoDate): Round {
  const round = statedRound(workbook, scheme, asOf) ?? scheme.roundsFor(asOf)[0];
  if (!round) throw new RangeError(`Scheme ${scheme.id} has no round for ${asOf}`);
  return round;
}

/** The merged tables carry the official headings too; they are the province's result, not a submission. */
function isProductSheet(grid: Grid): boolean {
  return PRODUCT_SHEETS.has(grid.sheet);
}

const PRODUCT_SHEETS: ReadonlySet<string> = new Set([...Object.values(MERGED_SHEETS), MAPPINGS_SHEET]);

function tablesOf({ located }: SheetSurvey, scheme: Scheme, unit: string | null): readonly FormTable[] {
  return located.map((form) => tableOf(form, endOfRows(form, located), scheme, unit));
}

function tableOf(located: LocatedForm, end: number, scheme: Scheme, unit: string | null): FormTable {
  const { rows, leftOut } = readRows(located, end);
  const isDocuments = located.form.id === "bieu-01";
  const fundsUnit = isDocuments ? 1 : fundsUnitOf(located);
  return {
    located,
    rows,
    leftOut,
    documents: isDocuments ? rows.map(readDocument) : [],
    works: isDocuments ? [] : rows.map((row) => readWork(row, scheme, unit, fundsUnit)),
  };
}

function noForm(scheme: Scheme, nearMisses: readonly NearMiss[], language: Language): FileError {
  const names = scheme.forms.map(({ name }) => name).join(", ");
  const message =
    language === "vi"
      ? `Không tìm thấy biểu nào (${names}) trong tệp. Hãy kiểm tra dòng tiêu đề cột, hoặc chép số liệu sang biểu mẫu.`
      : `No form (${names}) was found in the file. Check the heading row, or copy the data into the template.`;
  const hints = nearMisses.map((nearMiss) => nearMissHint(nearMiss, scheme, language));
  return { code: "no-form", message: [message, ...hints].join(" ") };
}

function nearMissHint(nearMiss: NearMiss, scheme: Scheme, language: Language): string {
  const form = scheme.forms.find(({ id }) => id === nearMiss.form);
  const line = nearMiss.headerTop + 1;
  const missing = (form?.columns ?? [])
    .filter(({ key, identifying }) => identifying && nearMiss.missing.includes(key))
    .map(({ title }) => `“${title}”`)
    .join(", ");
  if (nearMiss.reason === "other-table") {
    return language === "vi"
      ? `Bảng ở dòng ${line} trang “${nearMiss.sheet}” giống ${form?.name ?? ""} nhưng có cột của loại bảng khác nên không được đọc.`
      : `The table in row ${line} of “${nearMiss.sheet}” resembles ${form?.name ?? ""} but has columns of another kind of table and is not read.`;
  }
  return language === "vi"
    ? `Dòng ${line} trang “${nearMiss.sheet}” giống ${form?.name ?? ""} nhưng không nhận ra cột ${missing}.`
    : `Row ${line} of “${nearMiss.sheet}” resembles ${form?.name ?? ""} but the column ${missing} was not recognised.`;
}
