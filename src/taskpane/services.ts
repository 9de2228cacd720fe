/** All that the pane asks of the layers below it, in the words of its pages. */
import type { FileCheck } from "../domain/check";
import type { Finding, Language } from "../domain/findings";
import { cellAddress, cellAtAddress, type IsoDate, type WorkbookContent } from "../domain/grid";
import type { MergePlan } from "../domain/merge/plan";
import { reminderText } from "../domain/merge/reminder";
import type { Submission } from "../domain/merge/state";
import type { UnreadRow } from "../domain/merge/unreadRows";
import { type UnitStatus, unitStatuses } from "../domain/merge/unitStatus";
import type { ReportDocument } from "../domain/outline/document";
import type { ProgressReport } from "../domain/progress/report";
import type { WorkReference } from "../domain/progress/trace";
import { STAMP } from "../domain/stamp";
import type { TableFigures } from "../domain/tableFigures";
import * as excel from "../excel";
import type { WorkbookSpec } from "../layout/sheetSpec";
import { templateStamp, templateWorkbook } from "../layout/templates";
import type { CheckedResult } from "./commandResult";
import { type Failure, MERGED_UNREADABLE, PLANNING_FAILED } from "./failures";
import { loadCore } from "./loadCore";
import { countBySeverity } from "./model/findingGroups";
import { marksIn } from "./model/findingMarks";
import { fixContent } from "./model/fixContent";
import { type RuleWords, ruleWords } from "./model/ruleWords";
import { changedSinceDrawn, exclusively, openWorkbook, sheetsOf, undoInOrder } from "./openWorkbook";
import { deAn02, type FormId, type Round, type Unit } from "../schemes";
import { MERGED_SHEETS } from "../schemes/mergedColumns";

export type DrawOutcome = excel.DrawOutcome;
export type UndoToken = excel.UndoToken;
export type Place = excel.Place;
export type { FileCheck, ProgressReport, WorkReference };
export type TargetReport = ProgressReport["targets"][number];
export type UnitReport = ProgressReport["units"][number];

export const scheme = deAn02;

/** What the open workbook says of itself without a cell being read. */
export const readSigns = excel.readSigns;

export const { isReadOnly, watchEdits } = excel;

/** The day on this computer's clock. */
export function today(): IsoDate {
  const now = new Date();
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** What shows figures only: drawn again whenever someone asks. */
const PROGRESS_SHEETS: readonly string[] = [
  MERGED_SHEETS.progress,
  MERGED_SHEETS.newUnits,
  MERGED_SHEETS.trend,
];

/** The blank forms of a unit (null: its name is left to be filled in) and round. */
export function blankForms(unit: Unit | null, round: Round): WorkbookSpec {
  return templateWorkbook({ scheme, unit, round });
}

/** Draws the blank forms of a unit (null: its name is left to be filled in) and round; sheets that exist are kept. */
export function insertTemplate(unit: Unit | null, round: Round): Promise<DrawOutcome> {
  return openWorkbook.draw(blankForms(unit, round), { existing: "keep" });
}

/** The open workbook as it would be sent. */
export interface SendCheck {
  readonly check: FileCheck;
  /** False: the workbook does not say its round, and the one chosen by the user was taken. */
  readonly roundStated: boolean;
  readonly figures: TableFigures;
  /** Custom properties of the workbook; its stamp is among them where it has one. */
  readonly properties: Readonly<Record<string, string>>;
}

/** Checks the open workbook against the round that it states, else against `round`, and counts what would be sent. */
export async function checkToSend(round: Round, language: Language): Promise<SendCheck> {
  const [workbook, { readAndCheck, statedRound, tableFigures }] = await Promise.all([
    openWorkbook.read(),
    loadCore(),
  ]);
  const stated = statedRound(workbook, scheme, today());
  const { check, tables } = readAndCheck(workbook, {
    scheme,
    round: stated ?? round,
    asOf: today(),
    language,
  });
  const { properties } = workbook;
  return { check, roundStated: stated !== undefined, figures: tableFigures(tables), properties };
}

/** The stamp that a workbook of this unit and round should carry. A version of the forms that it names stays. */
export function stampFor(
  unit: Unit,
  round: Round,
  properties: SendCheck["properties"]
): Readonly<Record<string, string>> {
  const version = properties[STAMP.templateVersion];
  return { ...templateStamp(scheme, unit, round), ...(version && { [STAMP.templateVersion]: version }) };
}

/** Stamps the open workbook; no cell is touched. */
export function stampWorkbook(stamp: Readonly<Record<string, string>>): Promise<UndoToken> {
  return excel.writeProperties(stamp);
}

/** The round that the open workbook merges, and what it has received. */
export interface OpenRound {
  readonly round: Round;
  readonly journal: readonly Submission[];
}

/** Null when the open workbook has no merged tables. */
export async function openRound(): Promise<OpenRound | null> {
  const { readMergedState } = await loadCore();
  const state = readMergedState(await openWorkbook.read(), scheme);
  const round = state && scheme.round(state.round);
  return state && round ? { round, journal: state.journal } : null;
}

/** How every unit stands in a round, by what was received. */
export function unitsOf(round: Round, journal: readonly Submission[]): readonly UnitStatus[] {
  return unitStatuses(scheme, round, journal);
}

/** Checks the open workbook against the round that it states, else against `round`, and marks the findings in its sheets. */
export async function quickCheck(round: Round): Promise<Pick<CheckedResult, "counts" | "refused">> {
  const [open, { checkWorkbook, statedRound }] = await Promise.all([excel.openWorkbook(), loadCore()]);
  const stated = statedRound(open.content, scheme, today());
  const options = { scheme, round: stated ?? round, asOf: today(), language: "vi" } as const;
  const { findings, forms } = checkWorkbook(open.content, options);
  const known = (await excel.hasMarks()) ? await excel.findMarks() : [];
  const { wanted, locked, refused } = marksIn(findings, open.sheets);
  await excel.updateMarks(known, wanted, locked);
  if (forms.length === 0) return { counts: null, refused };
  const { error, warning, info } = countBySeverity(findings);
  const rows = forms.reduce((sum, form) => sum + form.rows, 0);
  return { counts: { rows, errors: error, warnings: warning, infos: info }, refused };
}

/** What the rules say of themselves, by id. */
export async function wordsOfRules(language: Language): Promise<ReadonlyMap<string, RuleWords>> {
  const { rules } = await loadCore();
  return ruleWords(rules, language);
}

/** Takes the marks of findings out of the sheets, if there are any. */
export async function clearMarks(): Promise<void> {
  if (await excel.hasMarks()) await excel.removeMarks();
}

export function goToFinding({ sheet, cell }: Finding): Promise<void> {
  return excel.selectCell(sheet, cell);
}

/**
 * Writes the suggested values of findings into their cells: all or none, and one undo.
 * @param checked the workbook as it was read for the check that found them; cells that hold something else by now are refused
 */
export async function applyFixes(findings: readonly Finding[], checked: WorkbookContent): Promise<UndoToken> {
  const grids = new Map(checked.sheets.map((grid) => [grid.sheet, grid]));
  const fixes = findings.map((finding) => {
    const value = fixContent(finding, scheme);
    if (value === undefined) throw new RangeError(`Finding ${finding.rule} has no fix`);
    const grid = grids.get(finding.sheet);
    return {
      sheet: finding.sheet,
      address: finding.cell,
      checked: grid ? cellAtAddress(grid, finding.cell) : null,
      value,
    };
  });
  return excel.applyFixes(fixes);
}

/** A text to the units that have not sent; null when all have. */
export function reminderOf(
  { units, round }: Pick<MergePlan, "units" | "round">,
  language: Language
): string | null {
  return reminderText(units, round, scheme, today(), language);
}

/** The report from the merged tables in the open workbook; null when it has none. */
export async function openReport(): Promise<ReportDocument | null> {
  const { buildReport, progressReport, readMergedState } = await loadCore();
  const state = readMergedState(await openWorkbook.read(), scheme);
  const round = state && scheme.round(state.round);
  if (!state || !round) return null;
  const asOf = today();
  return buildReport({ state, scheme, round, progress: progressReport(state, { scheme, asOf }), asOf });
}

/** The text of a report, ready to be copied. */
export async function reportText(report: ReportDocument): Promise<string> {
  const { plainText } = await loadCore();
  return plainText(report);
}

/** The name by which people know a unit. */
export function unitName(id: string): string {
  return scheme.units.find((unit) => unit.id === id)?.shortName ?? id;
}

/** The name of a form, as on its sheet. */
export function formName(id: FormId): string {
  return scheme.forms.find((form) => form.id === id)?.name ?? id;
}

/** Whether a workbook holds the merged tables of the province. */
export async function isMerged(workbook: WorkbookContent): Promise<boolean> {
  const { readMergedState } = await loadCore();
  return readMergedState(workbook, scheme) !== null;
}

/** What the open workbook tells of progress: a province's tables of all units, or one unit's own. */
export interface OpenProgress {
  readonly report: ProgressReport;
  /** Null: the merged tables of the province. */
  readonly unit: Unit | null;
  /** Rows of the merged tables that the figures leave out. */
  readonly unread: readonly UnreadRow[];
}

/** Null when the open workbook has neither merged tables nor the forms of a known unit. */
export async function openProgress(): Promise<OpenProgress | null> {
  const { identifyUnit, planMerge, progressReport, readMergedState, unreadRows } = await loadCore();
  const open = await openWorkbook.read();
  const asOf = today();
  const merged = readMergedState(open, scheme);
  if (merged) {
    return {
      report: progressReport(merged, { scheme, asOf }),
      unit: null,
      unread: unreadRows(open, scheme),
    };
  }
  const unit = identifyUnit(open, scheme)?.unit;
  if (!unit) return null;
  const plan = planMerge({ previous: null, workbooks: [open], scheme, asOf, language: "vi" });
  if (plan.accounted.read === 0) return null;
  return { report: progressReport(plan.state, { scheme, asOf }), unit, unread: [] };
}

/** Goes to the row of a work: in `Tổng hợp 02`, or in the unit's own table. False when it is not there any more. */
export async function goToWork({ key, sheet, row }: WorkReference): Promise<boolean> {
  const { sheets } = await openWorkbook.read();
  const merged = sheets.find((grid) => grid.sheet === MERGED_SHEETS.works);
  if (!merged) {
    await excel.selectCell(sheet, cellAddress(row - 1, 1));
    return true;
  }
  const index = merged.values.findIndex((cells) => cells.some((value) => value === key));
  if (index >= 0) await excel.selectCell(merged.sheet, cellAddress(merged.top + index, 1));
  return index >= 0;
}

/** What came of drawing the figures again. */
export type ProgressDrawing =
  | { readonly kind: "drawn"; readonly outcome: DrawOutcome }
  /** Nothing was drawn: people have written beside the figures, and these cells would be lost. */
  | { readonly kind: "beside"; readonly places: readonly Place[] }
  /** There are no merged tables to draw them from. */
  | { readonly kind: "not-merged" };

/**
 * Draws the sheets of figures again from the merged tables in the open workbook.
 * @param evenSo also where that loses what people have written beside the figures
 */
export async function drawProgress(evenSo = false): Promise<ProgressDrawing> {
  const { besideSheets, mergedSpec, readMergedState } = await loadCore();
  return exclusively(async ({ read, draw }) => {
    const open = await read();
    const state = readMergedState(open, scheme);
    const round = state && scheme.round(state.round);
    if (!state || !round) return { kind: "not-merged" };
    const { sheets, ...spec } = mergedSpec(state, scheme, round, today());
    const figures = { ...spec, sheets: sheets.filter(({ name }) => PROGRESS_SHEETS.includes(name)) };
    const places = evenSo ? [] : besideSheets(open, figures);
    if (places.length > 0) return { kind: "beside", places };
    return { kind: "drawn", outcome: await draw(figures, { existing: "replace" }) };
  });
}

/** Takes back what was done. False: nothing of it is there any more, and nothing was changed. */
export function undo(token: UndoToken): Promise<boolean> {
  return undoInOrder(token);
}

/** Cells that taking back would lose: what somebody has written into drawn sheets since. Other changes look for themselves. */
export async function lostByUndo(token: UndoToken): Promise<readonly Place[]> {
  if (token.kind !== "draw") return [];
  return changedSinceDrawn(sheetsOf(token));
}

/** What a merge that was cut off (Excel closed, the connection gone) left half-way; null when nothing was. */
export function findInterrupted(): Promise<excel.Recovery | null> {
  return exclusively(excel.findRecovery);
}

/** Puts the workbook back as it was before the merge that was cut off. */
export function recoverInterrupted(): Promise<void> {
  return exclusively(excel.recover);
}

/** Gives up recovering where what was before cannot be read; the sheets stay as they are. */
export function dropInterrupted(): Promise<void> {
  return exclusively(excel.dropRecovery);
}

/** Sorts any thrown value by what the user can do about it. */
export function describeFailure(error: unknown): Failure {
  const described = excel.describeExcelError(error);
  if (described.code === PLANNING_FAILED) return { ...described, kind: "planning" };
  return described.code === MERGED_UNREADABLE ? { ...described, kind: "unreadable" } : described;
}

/** What a failed change left in the workbook and taking it back did not remove; null: nothing was left. */
export function leftoverOf(error: unknown): UndoToken | null {
  return error instanceof excel.ChangeError ? error.undo : null;
}
