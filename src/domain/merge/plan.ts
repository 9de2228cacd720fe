/** Plans the merge of submissions into the province's tables. Pure: nothing is written before the plan is applied. */
import type { Round, Scheme } from "../../schemes/types";
import type { FileCheck } from "../check";
import type { Language } from "../findings";
import type { IsoDate, WorkbookContent } from "../grid";
import { statedRound } from "../stamp";
import type { Conflict, Decisions } from "./conflicts";
import {
  communesWithBookBefore,
  cutOffOf,
  type FileSubmission,
  readSubmission,
  type ReadSubmission,
  type SubmissionOptions,
} from "./fileSubmission";
import { mergeRows, type RowChange, type UnsentRow } from "./mergeRows";
import { withMappings } from "./keptMappings";
import type { PlannedFile } from "./sentRows";
import type { MergedState, Submission } from "./state";
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

export interface RowsPlan {
  readonly round: Round;
  /** The merged tables after the plan is applied. */
  readonly state: MergedState;
  readonly accounted: Accounted;
  /** In the order of the files. */
  readonly filePlans: readonly FilePlan[];
  /** What changes in the tables, row by row. */
  readonly changes: readonly RowChange[];
  /** Rows that their unit left out of what it sent again; they stay in the tables. */
  readonly unsent: readonly UnsentRow[];
  readonly units: readonly UnitStatus[];
  readonly conflicts: readonly Conflict[];
}

export interface MergePlan extends RowsPlan {
  readonly files: readonly FileCheck[];
}

/**
 * Plans one merge. The order of `workbooks` does not matter, nor whether a unit sends one file or several parts, nor whether
 * those that were saved one after the other are merged at once: see `gatherSubmissions`.
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
  const read: ReadSubmission[] = [];
  for (const workbook of workbooks) {
    read.push(readSubmission(workbook, { ...options, round }));
    yield read.length / workbooks.length;
  }
  const files = inOrderOfSaving(read);
  const planned = files.map(({ submission, rows }) => ({ submission, rows: () => rows }));
  return { ...planRows(planned, round, options), files: files.map(({ check }) => check) };
}

/** Saved last comes last; equal or unknown times are ordered by content, so that file names and order do not matter. */
export function inOrderOfSaving<F extends { readonly submission: FileSubmission }>(
  files: readonly F[]
): readonly F[] {
  return [...files].sort(
    ({ submission: a }, { submission: b }) =>
      compare(a.modified ?? "", b.modified ?? "") ||
      compare(a.sha256 ?? "", b.sha256 ?? "") ||
      compare(a.file, b.file)
  );
}

/**
 * `planMerge` of files that have been read for this round.
 * @param files in the order of saving
 */
export function planRows(
  files: readonly PlannedFile[],
  round: Round,
  { previous: before, scheme, asOf, decisions = {} }: Omit<PlanOptions, "language">
): RowsPlan {
  const previous = before ?? emptyState(scheme, round);
  const submissions = files.map(({ submission }) => submission);
  const merged = mergeRows(previous, files, {
    scheme,
    cutOff: cutOffOf(round, asOf),
    decisions,
  });
  const counts = submissions.map((file, index) => account(file, merged.acceptedByFile.get(index) ?? 0));
  const journal = [
    ...previous.journal,
    ...newSubmissions(previous.journal, submissions, counts, round, asOf),
  ];
  return {
    round,
    state: { ...merged.state, round: round.id, journal, ...mappingsAfter(previous, submissions) },
    accounted: sum(counts),
    filePlans: submissions.map((file, index) => filePlan(file, counts[index] ?? NOTHING, scheme)),
    changes: merged.changes,
    unsent: merged.unsent,
    units: unitStatuses(scheme, round, journal),
    conflicts: merged.conflicts,
  };
}

/**
 * The round that most files state, but none before that of the previous merge.
 * @param stated how many files state a round, by its id
 */
export function chooseRound(
  stated: ReadonlyMap<string, number>,
  {
    previous,
    scheme,
    asOf,
  }: Pick<PlanOptions, "scheme" | "asOf"> & { readonly previous: Pick<MergedState, "round"> | null }
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
    (mappings, { refused, unit, mappings: said }) =>
      refused === null && unit !== null && said.length > 0 ? withMappings(mappings, unit, said) : mappings,
    previous.mappings ?? []
  );
  return kept.length > 0 ? { mappings: kept } : {};
}

const NOTHING: Accounted = { read: 0, merged: 0, duplicate: 0, rejected: 0 };

function filePlan(
  { file, unit, refused, statedRound: stated }: FileSubmission,
  accounted: Accounted,
  scheme: Scheme
): FilePlan {
  const statedRound = stated === null ? null : (scheme.round(stated) ?? null);
  return { file, unit, refused, statedRound, accounted };
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

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Every row read is merged, a duplicate, or rejected. */
function account({ read, rejected }: FileSubmission, merged: number): Accounted {
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
  return files.flatMap(({ file, unit, sha256, modified, refused, errors, warnings }, index) => {
    const count = counts[index];
    const id = `${unit ?? ""}|${sha256 ?? ""}`;
    if (refused !== null || unit === null || !count || (sha256 && seen.has(id))) return [];
    seen.add(id);
    const submission: Submission = {
      file,
      sha256: sha256 ?? "",
      unit,
      round: round.id,
      modified: modified ?? "",
      mergedOn,
      ...count,
      errors,
      warnings,
    };
    return [submission];
  });
}
