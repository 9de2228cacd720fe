/** Plans the merge of submissions into the province's tables. Pure: nothing is written before the plan is applied. */
import type { Round, Scheme, Unit } from "../../schemes/types";
import { type FileCheck, readAndCheck, type ReadWorkbook } from "../check";
import type { FileError, Language } from "../findings";
import type { ManualMapping } from "../forms/mapping";
import type { IsoDate, WorkbookContent } from "../grid";
import { identifyUnit, statedRound } from "../stamp";
import type { Conflict, Decisions } from "./conflicts";
import { mergeRows, type RowChange, type UnsentRow } from "./mergeRows";
import { mappingsOf, withMappings } from "./keptMappings";
import type { MergedState, Submission } from "./state";
import { gatherSubmissions } from "./submission";
import { type SubmittedFile, submittedRows } from "./submitted";
import { type UnitStatus, unitStatuses } from "./unitStatus";

export interface MergeOptions {
  /** The merged tables so far; null for a first merge. */
  readonly previous: MergedState | null;
  readonly workbooks: readonly WorkbookContent[];
  readonly scheme: Scheme;
  /** By default the round that most workbooks state, but none before that of the previous merge. */
  readonly round?: Round | null;
  readonly asOf: IsoDate;
  readonly language: Language;
  readonly decisions?: Decisions;
  /** What people have said about the columns of a file's tables, by the name of the file. */
  readonly mappings?: Readonly<Record<string, readonly ManualMapping[]>>;
  /** Files that state another round and are to be merged all the same; `"all"`: every one. None by default. */
  readonly otherRounds?: readonly string[] | "all";
}

export interface Accounted {
  readonly read: number;
  /** Rows that are new in the merged tables or changed a row there. */
  readonly merged: number;
  /** Rows that say what is already there, or that a later file of the unit replaced. */
  readonly duplicate: number;
  /** Rows that cannot be merged: nothing identifies them, or nobody knows whose they are. */
  readonly rejected: number;
}

/** What becomes of one file. */
export interface FilePlan {
  readonly file: string;
  /** Unit id; null when nobody knows whose the file is. */
  readonly unit: string | null;
  /** Why none of its rows is merged; null when they are. */
  readonly refused: "unreadable" | "unknown-unit" | "other-round" | null;
  /** The round that the file states; null when it states none. */
  readonly statedRound: Round | null;
  readonly accounted: Accounted;
}

export interface MergePlan {
  readonly round: Round;
  /** The merged tables after the plan is applied. */
  readonly state: MergedState;
  readonly accounted: Accounted;
  /** In the order of `files`. */
  readonly filePlans: readonly FilePlan[];
  /** What changes in the tables, row by row. */
  readonly changes: readonly RowChange[];
  /** Rows that their unit left out of a full submission; they stay in the tables. */
  readonly unsent: readonly UnsentRow[];
  readonly units: readonly UnitStatus[];
  readonly conflicts: readonly Conflict[];
  readonly files: readonly FileCheck[];
}

interface FileOutcome {
  readonly workbook: WorkbookContent;
  readonly read: ReadWorkbook;
  readonly statedRound: Round | null;
  readonly refused: FilePlan["refused"];
  readonly submitted: SubmittedFile | null;
  /** What was said about this file. */
  readonly mappings: readonly ManualMapping[];
}

/**
 * Plans one merge. The order of `workbooks` does not matter, nor whether a unit sends one file or several parts: see
 * `gatherSubmissions`.
 */
export function planMerge(options: MergeOptions): MergePlan {
  const steps = planSteps(options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** `planMerge` file by file, for a caller that tells how far it is: yields how many are read, from 0 to 1. */
export function* planSteps(options: MergeOptions): Generator<number, MergePlan> {
  const { scheme, language, asOf, decisions = {} } = options;
  const round = options.round ?? chooseRound(options);
  const previous = options.previous ?? emptyState(scheme, round);
  const files: FileOutcome[] = [];
  for (const workbook of [...options.workbooks].sort(bySaving)) {
    files.push(readFile(workbook, round, options));
    yield files.length / options.workbooks.length;
  }
  const sent = gatherSubmissions(
    files.map(({ submitted }) => submitted?.rows ?? []),
    { modified: files.map(({ workbook }) => workbook.modified), scheme, decisions }
  );
  const cutOff = asOf < round.cutOff ? asOf : round.cutOff;
  const merged = mergeRows(previous, sent.submissions, { scheme, cutOff, decisions });
  const counts = files.map((file, index) => account(file, merged.acceptedByFile.get(index) ?? 0));
  const journal = [...previous.journal, ...newSubmissions(previous.journal, files, counts, round, asOf)];
  return {
    round,
    state: { ...merged.state, round: round.id, journal, ...mappingsAfter(previous, files) },
    accounted: sum(counts),
    filePlans: files.map((file, index) => filePlan(file, counts[index] ?? NOTHING)),
    changes: merged.changes,
    unsent: merged.unsent,
    units: unitStatuses(scheme, round, journal),
    conflicts: [...sent.conflicts, ...merged.conflicts],
    files: files.map((file) => checkOf(file, round, language)),
  };
}

/** Of what was said about the files, that about merged ones is kept for their units. */
function mappingsAfter(previous: MergedState, files: readonly FileOutcome[]): Pick<MergedState, "mappings"> {
  const kept = files.reduce(
    (mappings, { submitted, mappings: said }) =>
      submitted ? withMappings(mappings, submitted.unit.id, said) : mappings,
    previous.mappings ?? []
  );
  return kept.length > 0 ? { mappings: kept } : {};
}

const NOTHING: Accounted = { read: 0, merged: 0, duplicate: 0, rejected: 0 };

function filePlan({ read, refused, statedRound: stated }: FileOutcome, accounted: Accounted): FilePlan {
  return { file: read.check.file, unit: read.check.unit, refused, statedRound: stated, accounted };
}

function checkOf({ read, refused, statedRound: stated }: FileOutcome, round: Round, language: Language) {
  const { check } = read;
  if (refused === "unknown-unit") return { ...check, error: unknownUnit(check.file, language) };
  if (refused === "other-round" && stated) {
    return { ...check, error: otherRound(check.file, stated, round, language) };
  }
  return check;
}

/** Tables before the first merge: no rows, the baseline as the scheme knows it. */
export function emptyState(scheme: Scheme, round: Round): MergedState {
  return {
    scheme: scheme.id,
    round: round.id,
    documents: [],
    works: [],
    base: [],
    journal: [],
    shares: scheme.units
      .filter(({ kind }) => kind === "district")
      .map(({ id }) => ({ unit: id, typed: null })),
    communesWithBook: scheme.communes.filter(({ hadBookBefore }) => hadBookBefore).map(({ code }) => code),
  };
}

function chooseRound({ previous, workbooks, scheme, asOf }: MergeOptions): Round {
  const kept = previous ? scheme.round(previous.round) : undefined;
  const rounds = workbooks.flatMap((workbook) => statedRound(workbook, scheme, asOf) ?? []);
  const count = (round: Round) => rounds.filter(({ id }) => id === round.id).length;
  const [most] = [...rounds].sort((a, b) => count(b) - count(a) || (a.id < b.id ? -1 : 1));
  const round = kept && (!most || most.cutOff < kept.cutOff) ? kept : (most ?? scheme.roundsFor(asOf)[0]);
  if (!round) throw new RangeError(`Scheme ${scheme.id} has no round for ${asOf}`);
  return round;
}

/** Saved last comes last; equal or unknown times are ordered by content, so that file names and order do not matter. */
function bySaving(a: WorkbookContent, b: WorkbookContent): number {
  return (
    compare(a.modified ?? "", b.modified ?? "") ||
    compare(a.sha256 ?? "", b.sha256 ?? "") ||
    compare(a.file, b.file)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readFile(workbook: WorkbookContent, round: Round, options: MergeOptions): FileOutcome {
  const { scheme, asOf, language } = options;
  const said = ownEntry(options.mappings ?? {}, workbook.file) ?? [];
  const known = identifyUnit(workbook, scheme)?.unit.id ?? "";
  const mappings = mappingsOf(withMappings(options.previous?.mappings ?? [], known, said), known);
  const read = readAndCheck(workbook, { scheme, round, asOf, language, mappings });
  const stated = statedRound(workbook, scheme, asOf) ?? null;
  const unit = scheme.units.find(({ id }) => id === read.check.unit);
  const refused = refusalOf(read, unit, stated, round, options);
  const submitted = unit && refused === null ? submittedRows(read, unit) : null;
  return { workbook, read, statedRound: stated, refused, submitted, mappings: said };
}

/** File names come from outside: `__proto__` is a name like any other. */
function ownEntry<V>(record: Readonly<Record<string, V>>, name: string): V | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function refusalOf(
  { check }: ReadWorkbook,
  unit: Unit | undefined,
  stated: Round | null,
  round: Round,
  { otherRounds = [] }: MergeOptions
): FilePlan["refused"] {
  if (check.error) return "unreadable";
  if (!unit) return "unknown-unit";
  const isOther = stated !== null && stated.id !== round.id;
  return isOther && otherRounds !== "all" && !otherRounds.includes(check.file) ? "other-round" : null;
}

/** Every row read is merged, a duplicate, or rejected. */
function account({ read, submitted }: FileOutcome, merged: number): Accounted {
  const rows = read.check.forms.reduce((total, form) => total + form.rows, 0);
  const rejected = submitted ? submitted.rejected : rows;
  return { read: rows, merged, duplicate: rows - merged - rejected, rejected };
}

function sum(counts: readonly Accounted[]): Accounted {
  const total = (key: keyof Accounted) => counts.reduce((result, count) => result + count[key], 0);
  return {
    read: total("read"),
    merged: total("merged"),
    duplicate: total("duplicate"),
    rejected: total("rejected"),
  };
}

/** One line for every file of a known unit whose content is not in the journal yet. */
function newSubmissions(
  journal: readonly Submission[],
  files: readonly FileOutcome[],
  counts: readonly Accounted[],
  round: Round,
  mergedOn: IsoDate
): readonly Submission[] {
  const seen = new Set(journal.map(({ unit, sha256 }) => `${unit}|${sha256}`));
  return files.flatMap(({ workbook, read, submitted }, index) => {
    const count = counts[index];
    const sha256 = workbook.sha256 ?? "";
    const id = `${submitted?.unit.id ?? ""}|${sha256}`;
    if (!submitted || !count || (sha256 !== "" && seen.has(id))) return [];
    seen.add(id);
    const findings = (severity: string) =>
      read.check.findings.filter((finding) => finding.severity === severity).length;
    const submission: Submission = {
      file: workbook.file,
      sha256,
      unit: submitted.unit.id,
      round: round.id,
      modified: workbook.modified ?? "",
      mergedOn,
      ...count,
      errors: findings("error"),
      warnings: findings("warning"),
    };
    return [submission];
  });
}

function unknownUnit(file: string, language: Language): FileError {
  return {
    code: "unknown-unit",
    message:
      language === "vi"
        ? `Không rõ tệp ${file} của đơn vị nào. Hãy ghi dòng “Đơn vị: …” trong biểu hoặc đặt tên đơn vị trong tên tệp rồi tổng hợp lại.`
        : `It is not clear which unit the file ${file} belongs to. Add a line “Đơn vị: …” to the sheet or name the unit in the file name, then merge again.`,
  };
}

function otherRound(file: string, stated: Round, round: Round, language: Language): FileError {
  return {
    code: "other-round",
    message:
      language === "vi"
        ? `Tệp ${file} ghi là của đợt “${stated.name}”, còn đang tổng hợp đợt “${round.name}”: chưa lấy dòng nào. Nếu đúng là báo cáo của đợt này, hãy chọn “Vẫn tổng hợp tệp này”; nếu không, hãy xin đơn vị tệp của đợt này.`
        : `The file ${file} says it is for the round “${stated.name}”, but “${round.name}” is being merged: none of its rows was taken. If it is a report for this round, choose “Merge this file all the same”; otherwise ask the unit for its file of this round.`,
  };
}
