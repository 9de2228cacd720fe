/** Reads the forms of one workbook and checks every row. */
import { MERGED_SHEETS } from "../schemes/mergedColumns";
import type { FormId, Round, Scheme, Unit } from "../schemes/types";
import type { FileError, Finding, Language } from "./findings";
import { type LocatedForm, locateForms } from "./forms/locate";
import { readRows } from "./forms/readRows";
import type { Grid, IsoDate, WorkbookContent, WorkbookFormat } from "./grid";
import { type FormTable, readDocument, readWork } from "./records";
import type { CheckContext } from "./rules/rule";
import { runRules } from "./rules/runRules";
import { identifyUnit, statedRound } from "./stamp";
import { inUnicode } from "./text/unicodeText";

export interface CheckOptions {
  readonly scheme: Scheme;
  /** Round to check against; by default the one that the workbook states, else the most recent one. */
  readonly round?: Round | null;
  /** Unit to check against; by default found by `identifyUnit`. */
  readonly unit?: Unit | null;
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
    cutOff: options.asOf < round.cutOff ? options.asOf : round.cutOff,
  };
  const tables = workbook.sheets
    .filter((grid) => !isProductSheet(grid))
    .flatMap((grid) => tablesOf(grid, scheme, unit?.id ?? null));
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
    findings: tables.flatMap((table) => runRules(table, context, workbook.file, language)),
  };
  return { check: tables.length > 0 ? check : { ...check, error: noForm(scheme, language) }, tables };
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

const PRODUCT_SHEETS: ReadonlySet<string> = new Set(Object.values(MERGED_SHEETS));

function tablesOf(grid: Grid, scheme: Scheme, unit: string | null): readonly FormTable[] {
  const located = locateForms(grid, scheme.forms);
  return located.map((form, index) =>
    tableOf(form, located[index + 1]?.headerTop ?? endOf(grid), scheme, unit)
  );
}

function endOf(grid: Grid): number {
  return grid.top + grid.values.length;
}

function tableOf(located: LocatedForm, end: number, scheme: Scheme, unit: string | null): FormTable {
  const { rows, leftOut } = readRows(located, end);
  const isDocuments = located.form.id === "bieu-01";
  const fundsHeading = located.columns["funds"]?.heading ?? "";
  return {
    located,
    rows,
    leftOut,
    documents: isDocuments ? rows.map(readDocument) : [],
    works: isDocuments ? [] : rows.map((row) => readWork(row, scheme, unit, fundsHeading)),
  };
}

function noForm(scheme: Scheme, language: Language): FileError {
  const names = scheme.forms.map(({ name }) => name).join(", ");
  return {
    code: "no-form",
    message:
      language === "vi"
        ? `Không tìm thấy biểu nào (${names}) trong tệp. Hãy kiểm tra dòng tiêu đề cột, hoặc chép số liệu sang biểu mẫu.`
        : `No form (${names}) was found in the file. Check the heading row, or copy the data into the template.`,
  };
}
