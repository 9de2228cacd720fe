/** What merging needs of one file, as plain data that can be made elsewhere and sent. */
import type { Round, Scheme, Unit } from "../../schemes/types";
import { type FileCheck, readAndCheck } from "../check";
import type { FileError, Language, Severity } from "../findings";
import type { ManualMapping } from "../forms/mapping";
import type { IsoDate, WorkbookContent } from "../grid";
import { identifyUnit, statedRound } from "../stamp";
import { mappingsOf, withMappings } from "./keptMappings";
import type { MergedState, UnitMapping } from "./state";
import { type SubmittedRow, submittedRows } from "./submitted";

/** What a file brings to a merge, but for its rows. */
export interface FileSubmission {
  readonly file: string;
  /** Unit id; null when nobody knows whose the file is. */
  readonly unit: string | null;
  /** See `WorkbookContent`. */
  readonly sha256: string | null;
  readonly modified: string | null;
  /** Id of the round that the file states; null when it states none. */
  readonly statedRound: string | null;
  /** Id of the round that it was read for. */
  readonly round: string;
  /** Why none of its rows is merged; null when they are. */
  readonly refused: "unreadable" | "unknown-unit" | "other-round" | null;
  /** Rows of its forms. */
  readonly read: number;
  /** Rows with nothing to identify them by; all when refused. */
  readonly rejected: number;
  /** Findings of these severities. */
  readonly errors: number;
  readonly warnings: number;
  /** What was said about this file. */
  readonly mappings: readonly ManualMapping[];
}

/** A file that has been read for a merge. */
export interface ReadSubmission {
  readonly submission: FileSubmission;
  readonly check: FileCheck;
  /** Empty when refused. */
  readonly rows: readonly SubmittedRow[];
}

export interface SubmissionOptions {
  /** Of the merged tables so far; null for a first merge. */
  readonly previous: Pick<MergedState, "communesWithBook" | "mappings"> | null;
  readonly scheme: Scheme;
  readonly round: Round;
  readonly asOf: IsoDate;
  readonly language: Language;
  /** What people have said about the columns of a file's tables, by the name of the file. */
  readonly mappings?: Readonly<Record<string, readonly ManualMapping[]>>;
  /** Files that state another round and are to be merged all the same; `"all"`: every one. None by default. */
  readonly otherRounds?: readonly string[] | "all";
}

/** Reads and checks one file for a merge of the given round. */
export function readSubmission(workbook: WorkbookContent, options: SubmissionOptions): ReadSubmission {
  const { scheme, round, asOf, language, previous } = options;
  const said = ownEntry(options.mappings ?? {}, workbook.file) ?? [];
  const mappings = mappingsFor(workbook, previous?.mappings ?? [], said, scheme);
  const read = readAndCheck(workbook, { scheme, round, asOf, language, mappings });
  const { check } = read;
  const stated = statedRound(workbook, scheme, asOf) ?? null;
  const unit = scheme.units.find(({ id }) => id === check.unit);
  const refused = refusalOf(check, unit, stated, options);
  const communesWithBook = new Set(previous?.communesWithBook ?? communesWithBookBefore(scheme));
  const rowsRead = check.forms.reduce((total, form) => total + form.rows, 0);
  const { rows, rejected } =
    unit && refused === null
      ? submittedRows(read, { scheme, unit, cutOff: cutOffOf(round, asOf), communesWithBook })
      : { rows: [], rejected: rowsRead };
  const submission: FileSubmission = {
    file: check.file,
    unit: check.unit,
    sha256: workbook.sha256 ?? null,
    modified: workbook.modified ?? null,
    statedRound: stated?.id ?? null,
    round: round.id,
    refused,
    read: rowsRead,
    rejected,
    errors: countOf("error", check),
    warnings: countOf("warning", check),
    mappings: said,
  };
  return { submission, check: withRefusal(check, refused, stated, options), rows };
}

function countOf(severity: Severity, { findings }: FileCheck): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** What was said about this file, and before about others of its unit. */
function mappingsFor(
  workbook: WorkbookContent,
  kept: readonly UnitMapping[],
  said: readonly ManualMapping[],
  scheme: Scheme
): readonly ManualMapping[] {
  if (kept.length === 0) return said;
  const unit = identifyUnit(workbook, scheme)?.unit.id ?? "";
  return mappingsOf(withMappings(kept, unit, said), unit);
}

/** Last day that a merge of the round may speak of. */
export function cutOffOf(round: Round, asOf: IsoDate): IsoDate {
  return asOf < round.cutOff ? asOf : round.cutOff;
}

/** Codes of the communes "đã có trước 2021", as the scheme knows them before anybody ticks any. */
export function communesWithBookBefore(scheme: Scheme): readonly string[] {
  return scheme.communes.filter(({ hadBookBefore }) => hadBookBefore).map(({ code }) => code);
}

/** File names come from outside: `__proto__` is a name like any other. */
function ownEntry<V>(record: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function refusalOf(
  check: FileCheck,
  unit: Unit | undefined,
  stated: Round | null,
  { round, otherRounds = [] }: SubmissionOptions
): FileSubmission["refused"] {
  if (check.error) return "unreadable";
  if (!unit) return "unknown-unit";
  const isOther = stated !== null && stated.id !== round.id;
  return isOther && otherRounds !== "all" && !otherRounds.includes(check.file) ? "other-round" : null;
}

/** A file that is refused says why in its check. */
function withRefusal(
  check: FileCheck,
  refused: FileSubmission["refused"],
  stated: Round | null,
  { round, language }: SubmissionOptions
): FileCheck {
  if (refused === "unknown-unit") return { ...check, error: unknownUnit(check.file, language) };
  return refused === "other-round" && stated !== null
    ? { ...check, error: otherRound(check.file, stated, round, language) }
    : check;
}

function unknownUnit(file: string, language: Language): FileError {
  const message: Readonly<Record<Language, string>> = {
    vi: `Không rõ tệp ${file} của đơn vị nào. Hãy ghi dòng “Đơn vị: …” trong biểu hoặc đặt tên đơn vị trong tên tệp rồi tổng hợp lại.`,
    en: `It is not clear which unit the file ${file} belongs to. Add a line “Đơn vị: …” to the sheet or name the unit in the file name, then merge again.`,
  };
  return { code: "unknown-unit", message: message[language] };
}

function otherRound(file: string, stated: Round, round: Round, language: Language): FileError {
  const message: Readonly<Record<Language, string>> = {
    vi: `Tệp ${file} ghi là của đợt “${stated.name}”, còn đang tổng hợp đợt “${round.name}”: chưa lấy dòng nào. Nếu đúng là báo cáo của đợt này, hãy chọn “Vẫn tổng hợp tệp này”; nếu không, hãy xin đơn vị tệp của đợt này.`,
    en: `The file ${file} says it is for the round “${stated.name}”, but “${round.name}” is being merged: none of its rows was taken. If it is a report for this round, choose “Merge this file all the same”; otherwise ask the unit for its file of this round.`,
  };
  return { code: "other-round", message: message[language] };
}
