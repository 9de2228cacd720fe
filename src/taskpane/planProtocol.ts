/** What the pane and its planning worker say to each other. Plain data: the worker has the scheme of its own. */
import type { FileCheck } from "../domain/check";
import type { Language } from "../domain/findings";
import type { ManualMapping } from "../domain/forms/mapping";
import type { IsoDate, WorkbookContent } from "../domain/grid";
import type { Decisions } from "../domain/merge/conflicts";
import type { PlaceBeside } from "../domain/merge/besideTables";
import type { MergePlan } from "../domain/merge/plan";
import type { UnreadRow } from "../domain/merge/unreadRows";
import type { WorkbookSpec } from "../layout/sheetSpec";
import type { Round } from "../schemes/types";
import type { WriteRequest } from "./writerProtocol";

/** A file to merge; `unit` is the user's answer where nothing in the file says whose it is. */
export interface Contribution {
  readonly workbook: WorkbookContent;
  readonly unit: string | null;
  /** True: the file is taken although it states another round. */
  readonly anyRound?: boolean;
  /** What the user said about the columns of its tables. */
  readonly mappings?: readonly ManualMapping[];
}

/** What a merge would do, before it does anything. */
export interface PlannedMerge {
  /** With every conflict still open. The tables themselves stay in the worker. */
  readonly plan: Omit<MergePlan, "state">;
  /** True: the open workbook already holds merged tables, and the plan continues them. */
  readonly continues: boolean;
  /** Sheets that do not exist yet. */
  readonly newSheets: readonly string[];
  /** Sheets that will be drawn again in place of existing ones. */
  readonly replacedSheets: readonly string[];
  /** What people have written beside tables and figures so far: it goes with the sheets. */
  readonly beside: readonly PlaceBeside[];
  /** Rows of the merged tables so far that the plan could not take up: they go with the sheets, too. */
  readonly unread: readonly UnreadRow[];
  /** The same for two plans that would write the same. */
  readonly fingerprint: string;
}

interface PlanOptions {
  /** Null: the round of the merged tables so far, else the one that most files state. */
  readonly round: Round | null;
  readonly language: Language;
  readonly asOf: IsoDate;
}

interface MergeInto extends PlanOptions {
  /** The workbook that is merged into. */
  readonly open: WorkbookContent;
}

/** The kinds of work, each with what it needs besides the files and what comes of it. */
export interface PlanWork {
  readonly preview: { readonly options: MergeInto; readonly result: PlannedMerge };
  /** What is to be drawn; null when it is no longer what was shown. */
  readonly write: {
    readonly options: MergeInto & { readonly decisions: Decisions; readonly shown: string };
    readonly result: WorkbookSpec | null;
  };
  readonly check: { readonly options: PlanOptions; readonly result: readonly FileCheck[] };
  /** Null when no unit is known. */
  readonly reply: { readonly options: Omit<PlanOptions, "language">; readonly result: WriteRequest | null };
}

export type PlanKind = keyof PlanWork;

/** A contribution whose workbook the worker holds under this number. */
export type HeldContribution = Omit<Contribution, "workbook"> & { readonly workbook: number };

/** To the worker: do this. It is answered with the same `id`. */
export interface PlanRequest<Kind extends PlanKind = PlanKind> {
  readonly kind: "do";
  readonly id: number;
  readonly work: Kind;
  readonly options: PlanWork[Kind]["options"];
  readonly contributions: readonly HeldContribution[];
}

/** To the worker: a file that requests will name, sent once however often the plan is made; or a request. */
export type PlanOrder =
  { readonly kind: "hold"; readonly held: number; readonly workbook: WorkbookContent } | PlanRequest;

/** From the worker: how far a request is, from 0 to 1; then what came of it. */
export type PlanReport =
  | { readonly kind: "progress"; readonly id: number; readonly fraction: number }
  | { readonly kind: "done"; readonly id: number; readonly result: PlanWork[PlanKind]["result"] }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
