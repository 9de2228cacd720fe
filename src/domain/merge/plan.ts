/** Plans the merge of submissions into the province's tables. Pure: nothing is written before the plan is applied. */
import type { Round, Scheme } from "../../schemes/types";
import type { FileCheck } from "../check";
import type { FileError, Language } from "../findings";
import type { IsoDate, WorkbookContent } from "../grid";
import { statedRound } from "../stamp";
import type { Conflict, Decisions } from "./conflicts";
import {
  communesWithBookBefore,
  cutOffOf,
  type FileSubmission,
  readSubmission,
  rowsOf,
  type SubmissionOptions,
} from "./fileSubmission";
import { mergeRows, type RowChange, type UnsentRow } from "./mergeRows";
import { withMappings } from "./keptMappings";
import type { MergedState, Submission } from "./state";
import { gatherSubmissions } from "./submission";
import { type UnitStatus, unitStatuses } from "./unitStatus";

export interface PlanOptions {
  /** The merged tables so far; null for a first merge. */
  readonly previous: MergedState | null;
  readonly scheme: Scheme;
  readonly asOf: IsoDate;
  readonly language: Language;
  readonly decisions?: Decisions;
}

export interface MergeOptions extends PlanOptions, Pick<SubmissionOptions, "mappings" | "otherRounds"> {
  readonly workbooks: readonly WorkbookContent[];
  /** By default the round that most workbooks state, but none before that of the previous merge. */
  readonly round?: Round | null;
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
  readonly refused: FileSubmission["refused"];
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
  const { workbooks, scheme, asOf } = options;
  const stated = new Map<string, number>();
  for (const workbook of workbooks) {
    const round = statedRound(workbook, scheme, asOf);
    if (round) stated.set(round.id, (stated.get(round.id) ?? 0) + 1);
  }
  const round = options.round ?? chooseRound(stated, options);
  const files: FileSubmission[] = [];
  for (const workbook of workbooks) {
    files.push(readSubmission(workbook, { ...options, round }));
    yield files.length / workbooks.length;
  }
  return planSubmissions(files, round, options);
}

/**
 * `planMerge` of files that have been read for this round.
 * @param submissions in any order
 */
export function planSubmissions(
  submissions: readonly FileSubmission[],
  round: Round,
  { previous: before, scheme, asOf, language, decisions = {} }: PlanOptions
): MergePlan {
  const previous = before ?? emptyState(scheme, round);
  const files = [...submissions].sort(bySaving);
  const sent = gatherSubmissions(
    files.map(({ rows }) => rows),
    { modified: files.map(({ modified }) => modified), scheme, decisions }
  );
  const cutOff = cutOffOf(round, asOf);
  const merged = mergeRows(previous, sent.submissions, { scheme, cutOff, decisions });
  const counts = files.map((file, index) => account(file, merged.acceptedByFile.get(index) ?? 0));
  const journal = [...previous.journal, ...newSubmissions(previous.journal, files, counts, round, asOf)];
  return {
    round,
    state: { ...merged.state, round: round.id, journal, ...mappingsAfter(previous, files) },
    accounted: sum(counts),
    filePlans: files.map((file, index) => filePlan(file, counts[index] ?? NOTHING, scheme)),
    changes: merged.changes,
    unsent: merged.unsent,
    units: unitStatuses(scheme, round, journal),
    conflicts: [...sent.conflicts, ...merged.conflicts],
    files: files.map((file) => checkOf(file, round, scheme, language)),
  };
}

/**
 * The round that most files state, but none before that of the previous merge.
 * @param stated how many files state a round, by its id
 */
export function chooseRound(
  stated: ReadonlyMap<string, number>,
  { previous, scheme, asOf }: Pick<PlanOptions, "previous" | "scheme" | "asOf">
): Round {
  const kept = previous ? scheme.round(previous.round) : undefined;
  const [[mostStated] = [""]] = [...stated].sort(([a, ofA], [b, ofB]) => ofB - ofA || compare(a, b));
  const most = scheme.round(mostStated);
  const round = kept && (!most || most.cutOff < kept.cutOff) ? kept : (most ?? scheme.roundsFor(asOf)[0]);
  if (!round) throw new RangeError(`Scheme ${scheme.id} has no round for ${asOf}`);
  return round;
}

/** Of what was said about the files, that about merged ones is kept for their units. */
function mappingsAfter(
  previous: MergedState,
  files: readonly FileSubmission[]
): Pick<MergedState, "mappings"> {
  const kept = files.reduce(
    (mappings, { refused, check, mappings: said }) =>
      refused === null && check.unit !== null && said.length > 0
        ? withMappings(mappings, check.unit, said)
        : mappings,
    previous.mappings ?? []
  );
  return kept.length > 0 ? { mappings: kept } : {};
}

const NOTHING: Accounted = { read: 0, merged: 0, duplicate: 0, rejected: 0 };

function filePlan(
  { check, refused, statedRound: stated }: FileSubmission,
  accounted: Accounted,
  scheme: Scheme
): FilePlan {
  const statedRound = stated === null ? null : (scheme.round(stated) ?? null);
  return { file: check.file, unit: check.unit, refused, statedRound, accounted };
}

function checkOf(
  { check, refused, statedRound: stated }: FileSubmission,
  round: Round,
  scheme: Scheme,
  language: Language
): FileCheck {
  if (refused === "unknown-unit") return { ...check, error: unknownUnit(check.file, language) };
  const other = refused === "other-round" ? scheme.round(stated ?? "") : undefined;
  return other ? { ...check, error: otherRound(check.file, other, round, language) } : check;
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
    communesWithBook: communesWithBookBefore(scheme),
  };
}

/** Saved last comes last; equal or unknown times are ordered by content, so that file names and order do not matter. */
function bySaving(a: FileSubmission, b: FileSubmission): number {
  return (
    compare(a.modified ?? "", b.modified ?? "") ||
    compare(a.sha256 ?? "", b.sha256 ?? "") ||
    compare(a.check.file, b.check.file)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Every row read is merged, a duplicate, or rejected. */
function account({ check, rejected }: FileSubmission, merged: number): Accounted {
  const read = rowsOf(check);
  return { read, merged, duplicate: read - merged - rejected, rejected };
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
  files: readonly FileSubmission[],
  counts: readonly Accounted[],
  round: Round,
  mergedOn: IsoDate
): readonly Submission[] {
  const seen = new Set(journal.map(({ unit, sha256 }) => `${unit}|${sha256}`));
  return files.flatMap(({ check, sha256, modified, refused }, index) => {
    const count = counts[index];
    const id = `${check.unit ?? ""}|${sha256 ?? ""}`;
    if (refused !== null || check.unit === null || !count || (sha256 && seen.has(id))) return [];
    seen.add(id);
    const findings = (severity: string) =>
      check.findings.filter((finding) => finding.severity === severity).length;
    const submission: Submission = {
      file: check.file,
      sha256: sha256 ?? "",
      unit: check.unit,
      round: round.id,
      modified: modified ?? "",
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
