/** The province's merged tables as data: what `Tổng hợp 01/02`, `Chỉ tiêu` and `Nhật ký` hold between two merges. */
import type { FormId, Stage, WorkKind, WorkLevel } from "../../schemes/types";
import type { ManualMapping } from "../forms/mapping";
import type { CellValue, IsoDate } from "../grid";

/** Where a row was read: one-based row on the sheet. */
export interface RowSource {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** A row of a district's table, by the column keys of its form, exactly as the district (or the province) wrote it. */
export type OfficialCells = Readonly<Record<string, CellValue>>;

/** Why a work counts toward no target. */
export type Exclusion =
  | "no-stage" // no honest stage can be read
  | "before-scheme" // published before the scheme began: part of the baseline
  | "had-book-before" // the commune is ticked "đã có trước 2021"
  | "future" // published after the cut-off
  | "other-unit" // a commune of another district than the reporting one
  | "no-target" // no commune and no named work of a target recognised
  | "kind"; // the kind of work does not count toward its target

/** What the product reads from a row of Biểu 02. */
export interface WorkFacts {
  /** Highest stage marked; null when none can be read. */
  readonly stage: Stage | null;
  readonly kind: WorkKind;
  readonly level: WorkLevel | null;
  /** Code of the commune, when the title names one. */
  readonly commune: string | null;
  /** Id of the named work of a target, when the title is one. */
  readonly namedWork: string | null;
  /** Whose progress it is, the same for every row about it: `xa-01783`, `district-bao-lac`; empty when unknown. */
  readonly subject: string;
  /** First day of the stated time of publication, for ordering; null when not published or no time can be read. */
  readonly publishedFrom: IsoDate | null;
  /** Funds raised outside the budget, in đồng; null when the cell has no readable amount, or one that is planned. */
  readonly funds: number | null;
  readonly exclusion: Exclusion | null;
}

interface MergedRowBase {
  readonly unit: string;
  /** Identity within unit and form; survives edits of the row (see `rowKey`). */
  readonly key: string;
  readonly cells: OfficialCells;
  readonly source: RowSource;
}

export type MergedDocument = MergedRowBase;

export interface MergedWork extends MergedRowBase {
  readonly facts: WorkFacts;
}

/** A row as its unit last submitted it: the base of the three-way merge. */
export interface BaseRow {
  readonly unit: string;
  readonly form: FormId;
  readonly key: string;
  readonly cells: OfficialCells;
}

/** A line of `Nhật ký`. */
export interface Submission {
  readonly file: string;
  readonly sha256: string;
  /** Unit id; empty when it could not be told. */
  readonly unit: string;
  readonly round: string;
  /** When the file was last saved, as the file says; empty when it does not. */
  readonly modified: string;
  /** Day of the merge. */
  readonly mergedOn: IsoDate;
  readonly read: number;
  readonly merged: number;
  readonly duplicate: number;
  readonly rejected: number;
  readonly errors: number;
  readonly warnings: number;
}

/** A district's share of the communes without a book, as the sheet `Chỉ tiêu` has it. */
export interface UnitShare {
  readonly unit: string;
  /** Number typed over the computed one; null when the computed one holds. */
  readonly typed: number | null;
}

/** What was reached on a day. */
export interface ProgressSnapshot {
  readonly asOf: IsoDate;
  /** Distinct works that reach each target, by the target's id. */
  readonly done: Readonly<Record<string, number>>;
  /** Funds raised in the province, in đồng. */
  readonly funds: number;
}

/** What people have said about the columns of a unit's tables. */
export interface UnitMapping {
  readonly unit: string;
  readonly mapping: ManualMapping;
}

export interface MergedState {
  readonly scheme: string;
  readonly round: string;
  readonly documents: readonly MergedDocument[];
  readonly works: readonly MergedWork[];
  readonly base: readonly BaseRow[];
  readonly journal: readonly Submission[];
  readonly shares: readonly UnitShare[];
  /** Codes of the communes ticked "đã có trước 2021". */
  readonly communesWithBook: readonly string[];
  /** Absent: nobody had to say anything. */
  readonly mappings?: readonly UnitMapping[];
  /** Stages that the province counts as a finished manuscript; absent: those of the scheme. */
  readonly manuscriptStages?: readonly Stage[];
  /** One for each day on which the tables were summed up, by day; absent: none. */
  readonly snapshots?: readonly ProgressSnapshot[];
}
