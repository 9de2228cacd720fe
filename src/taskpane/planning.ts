/** What the planning worker does: pure functions of plain data, without the worker around them. */
import { readAndCheck, type ReadWorkbook } from "../domain/check";
import type { WorkbookContent } from "../domain/grid";
import { besideTables } from "../domain/merge/besideTables";
import type { Decisions } from "../domain/merge/conflicts";
import { type MergePlan, planSteps } from "../domain/merge/plan";
import { readMergedState } from "../domain/merge/readState";
import type { MergedState } from "../domain/merge/state";
import { TECHNICAL_SHEETS, technicalName } from "../domain/merge/technicalSheets";
import { unreadRows } from "../domain/merge/unreadRows";
import { STAMP } from "../domain/stamp";
import { besideSheets } from "../layout/besideSheets";
import { replyFileName, replyWorkbook, submissionsOf } from "../layout/reply";
import type { WorkbookSpec } from "../layout/sheetSpec";
import { deAn02, type Round } from "../schemes";
import { mergedSpec } from "./model/mergedSpec";
import type { Contribution, PlanKind, PlannedMerge, PlanWork } from "./planProtocol";

/** Is told how much is done, from 0 to 1. */
type OnProgress = (fraction: number) => void;

const scheme = deAn02;

/** What the reading of the files takes of a plan with its sheets, as it was measured. */
const SHARE_OF_FILES = 0.8;

type Workers = {
  readonly [Kind in PlanKind]: (
    contributions: readonly Contribution[],
    options: PlanWork[Kind]["options"],
    onProgress: OnProgress
  ) => PlanWork[Kind]["result"];
};

const WORKERS: Workers = {
  preview: (contributions, options, onProgress) => preview(contributions, options, onProgress).shown,
  write,
  check: (contributions, options, onProgress) =>
    readAll(contributions, options, onProgress).map(({ check }) => check),
  reply: repliesTo,
};

export function carryOut<Kind extends PlanKind>(
  work: Kind,
  contributions: readonly Contribution[],
  options: PlanWork[Kind]["options"],
  onProgress: OnProgress
): PlanWork[Kind]["result"] {
  return WORKERS[work](contributions, options, onProgress);
}

type MergeInto = PlanWork["preview"]["options"];

interface Preview {
  readonly shown: PlannedMerge;
  readonly spec: WorkbookSpec;
}

function preview(
  contributions: readonly Contribution[],
  options: MergeInto,
  onProgress: OnProgress
): Preview {
  const { open } = options;
  const { state, ...plan } = planFrom(contributions, options, {}, onProgress);
  const spec = specOf(state, plan.round, options);
  const existing = new Set(open.sheets.map(({ sheet }) => sheet.toLowerCase()));
  const sheets = spec.sheets.filter(({ visibility }) => visibility === "visible").map(({ name }) => name);
  const newSheets = sheets.filter((name) => !existing.has(name.toLowerCase()));
  const replacedSheets = sheets.filter((name) => existing.has(name.toLowerCase()));
  const beside = [...besideTables(open, scheme), ...besideSheets(open, spec)];
  const unread = unreadRows(open, scheme);
  const shown = {
    plan,
    continues: readMergedState(open, scheme) !== null,
    newSheets,
    replacedSheets,
    beside,
    unread,
    fingerprint: JSON.stringify([state, plan.conflicts, newSheets, replacedSheets, beside, unread]),
  };
  return { shown, spec };
}

function write(
  contributions: readonly Contribution[],
  options: PlanWork["write"]["options"],
  onProgress: OnProgress
): WorkbookSpec | null {
  const { decisions, shown } = options;
  const decided = Object.keys(decisions).length > 0;
  const passes = decided ? 2 : 1;
  const now = preview(contributions, options, (fraction) => onProgress(fraction / passes));
  if (now.shown.fingerprint !== shown) return null;
  if (!decided) return now.spec;
  const { state, round } = planFrom(contributions, options, decisions, (fraction) =>
    onProgress((1 + fraction) / passes)
  );
  return specOf(state, round, options);
}

/** What nobody sees is not named before it is drawn: it must not be drawn over what is somebody's. */
function specOf(state: MergedState, round: Round, { open, asOf }: MergeInto): WorkbookSpec {
  const { sheets, ...spec } = mergedSpec(state, scheme, round, asOf);
  const named = sheets.map((sheet) => {
    const technical = TECHNICAL_SHEETS.find((name) => name === sheet.name);
    return technical ? { ...sheet, name: technicalName(open, technical, scheme) } : sheet;
  });
  return { ...spec, sheets: named };
}

function planFrom(
  contributions: readonly Contribution[],
  { open, round, language, asOf }: MergeInto,
  decisions: Decisions,
  onProgress: OnProgress
): MergePlan {
  const steps = planSteps({
    previous: readMergedState(open, scheme),
    workbooks: contributions.map(withUnit),
    scheme,
    round,
    asOf,
    language,
    decisions,
    mappings: Object.fromEntries(
      contributions.map(({ workbook, mappings = [] }) => [workbook.file, mappings] as const)
    ),
    otherRounds: contributions.flatMap(({ workbook, anyRound }) =>
      anyRound === true ? [workbook.file] : []
    ),
  });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onProgress(step.value * SHARE_OF_FILES);
  }
}

function readAll(
  contributions: readonly Contribution[],
  options: PlanWork["check"]["options"],
  onProgress: OnProgress
): readonly ReadWorkbook[] {
  return contributions.map((contribution, index) => {
    onProgress(index / contributions.length);
    const { mappings = [] } = contribution;
    return readAndCheck(withUnit(contribution), { ...options, scheme, mappings });
  });
}

/** Vietnamese, as letters are. */
function repliesTo(
  contributions: readonly Contribution[],
  options: PlanWork["reply"]["options"],
  onProgress: OnProgress
): PlanWork["reply"]["result"] {
  const checked = readAll(contributions, { ...options, language: "vi" }, onProgress);
  const submissions = submissionsOf(checked, scheme);
  if (submissions.length === 0) return null;
  const workbooks = submissions.map((submission) => ({
    name: replyFileName(submission.unit, submission.round),
    spec: replyWorkbook({ scheme, asOf: options.asOf, ...submission }),
  }));
  return { kind: "zip", workbooks };
}

/** The user's answer stands where the template's stamp would. */
function withUnit({ workbook, unit }: Contribution): WorkbookContent {
  return unit === null
    ? workbook
    : { ...workbook, properties: { ...workbook.properties, [STAMP.unit]: unit } };
}
