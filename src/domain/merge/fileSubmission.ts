/** What merging needs of one file: its check and its rows, as plain data that can be made elsewhere and sent. */
import type { Round, Scheme, Unit } from "../../schemes/types";
import { type FileCheck, readAndCheck } from "../check";
import type { Language } from "../findings";
import type { ManualMapping } from "../forms/mapping";
import type { IsoDate, WorkbookContent } from "../grid";
import { identifyUnit, statedRound } from "../stamp";
import { mappingsOf, withMappings } from "./keptMappings";
import type { MergedState, UnitMapping } from "./state";
import { type SubmittedRow, submittedRows } from "./submitted";

export interface FileSubmission {
  readonly check: FileCheck;
  /** See `WorkbookContent`. */
  readonly sha256: string | null;
  readonly modified: string | null;
  /** Id of the round that the file states; null when it states none. */
  readonly statedRound: string | null;
  /** Id of the round that it was read for. */
  readonly round: string;
  /** Why none of its rows is merged; null when they are. */
  readonly refused: "unreadable" | "unknown-unit" | "other-round" | null;
  /** Empty when refused. */
  readonly rows: readonly SubmittedRow[];
  /** Rows with nothing to identify them by. */
  readonly rejected: number;
  /** What was said about this file. */
  readonly mappings: readonly ManualMapping[];
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
export function readSubmission(workbook: WorkbookContent, options: SubmissionOptions): FileSubmission {
  const { scheme, round, asOf, language, previous } = options;
  const said = ownEntry(options.mappings ?? {}, workbook.file) ?? [];
  const mappings = mappingsFor(workbook, previous?.mappings ?? [], said, scheme);
  const read = readAndCheck(workbook, { scheme, round, asOf, language, mappings });
  const stated = statedRound(workbook, scheme, asOf) ?? null;
  const unit = scheme.units.find(({ id }) => id === read.check.unit);
  const refused = refusalOf(read.check, unit, stated, options);
  const communesWithBook = new Set(previous?.communesWithBook ?? communesWithBookBefore(scheme));
  const submitted =
    unit && refused === null
      ? submittedRows(read, { scheme, unit, cutOff: cutOffOf(round, asOf), communesWithBook })
      : { rows: [], rejected: rowsOf(read.check) };
  return {
    check: read.check,
    sha256: workbook.sha256 ?? null,
    modified: workbook.modified ?? null,
    statedRound: stated?.id ?? null,
    round: round.id,
    refused,
    ...submitted,
    mappings: said,
  };
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

export function rowsOf({ forms }: FileCheck): number {
  return forms.reduce((total, form) => total + form.rows, 0);
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
