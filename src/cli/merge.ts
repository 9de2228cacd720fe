/** `bieu-su merge FILE|DIR… -o OUT.xlsx [--into OLD.xlsx] [--round ID] [--dry-run]` */
import { basename, resolve } from "node:path";
import type { FileCheck } from "../domain/check";
import type { Language } from "../domain/findings";
import type { WorkbookContent } from "../domain/grid";
import { type MergePlan, planMerge } from "../domain/merge/plan";
import { readMergedState } from "../domain/merge/readState";
import type { MergedState } from "../domain/merge/state";
import { withSnapshot } from "../domain/progress/forecast";
import { computeProgress } from "../domain/progress/progress";
import { mergedWorkbook } from "../layout/merged";
import { translator } from "../i18n";
import type { Scheme } from "../schemes";
import { CallError } from "./callError";
import { exitOf } from "./check";
import { expandPaths, readInput } from "./inputs";
import { describeCheck, failedCheck, printJson, printLines } from "./output";
import { writeFileWhole } from "./writeFileWhole";

export interface MergeCall {
  readonly scheme: Scheme;
  readonly paths: readonly string[];
  readonly output: string;
  readonly into?: string;
  readonly round?: string;
  readonly dryRun?: boolean;
  readonly acceptOtherRounds?: boolean;
  readonly asOf: string;
  readonly lang: Language;
  readonly json?: boolean;
}

export async function runMerge(call: MergeCall): Promise<number> {
  const { scheme, asOf, lang } = call;
  const translate = translator(lang);
  const own = new Set([call.output, call.into ?? call.output].map((path) => resolve(path)));
  const named = new Set(call.paths.map((path) => resolve(path)));
  if (named.has(resolve(call.output))) {
    throw new CallError(translate("cli.merge.outputIsInput", { path: call.output }));
  }
  const paths = (await expandPaths(call.paths)).filter((path) => !own.has(resolve(path)));
  const previous = call.into === undefined ? null : await readPrevious(call.into, scheme, lang);
  const workbooks: WorkbookContent[] = [];
  const failed: FileCheck[] = [];
  for (const path of paths) {
    const input = await readInput(path, lang);
    if (input.ok) workbooks.push(input.workbook);
    else failed.push(failedCheck(basename(path), input.error));
  }
  const round = call.round === undefined ? null : (scheme.round(call.round) ?? null);
  const otherRounds = call.acceptOtherRounds ? "all" : [];
  const plan = planMerge({ previous, workbooks, scheme, round, asOf, language: lang, otherRounds });
  const files = [...plan.files, ...failed];
  if (!call.dryRun) await writeMerged(plan, call);
  if (call.json) printJson(toDocument(plan, files));
  else
    printLines([...files.flatMap((check) => describeCheck(check, translate)), ...describePlan(plan, call)]);
  return exitOf(files);
}

async function readPrevious(path: string, scheme: Scheme, lang: Language): Promise<MergedState> {
  const input = await readInput(path, lang);
  if (!input.ok) throw new CallError(input.error.message);
  const state = readMergedState(input.workbook, scheme);
  if (state) return state;
  throw new CallError(translator(lang)("cli.merge.notMerged", { file: basename(path) }));
}

async function writeMerged(
  { state, round }: MergePlan,
  { scheme, asOf, output, lang }: MergeCall
): Promise<void> {
  const figures = computeProgress(state, { scheme, asOf });
  const kept = withSnapshot(state, figures);
  const { writeWorkbook } = await import("../files/writeWorkbook");
  const bytes = await writeWorkbook(mergedWorkbook({ state: kept, scheme, round, figures, asOf }));
  await writeFileWhole(output, bytes, translator(lang));
}

function toDocument(plan: MergePlan, files: readonly FileCheck[]) {
  const { state, accounted, units, conflicts, changes, unsent, round } = plan;
  return {
    round: round.id,
    accounted,
    rows: { "bieu-01": state.documents.length, "bieu-02": state.works.length },
    units,
    conflicts,
    changes,
    unsent,
    files,
  };
}

function describePlan(
  { accounted, units, conflicts, unsent }: MergePlan,
  call: MergeCall
): readonly string[] {
  const translate = translator(call.lang);
  const missing = units.filter(({ status }) => status === "missing").map(({ unit }) => unit);
  return [
    translate("cli.merge.accounted", { ...accounted }),
    ...conflicts.map(({ unit, label, column, ours, theirs, file }) => {
      return `  ${translate("cli.merge.conflict", { unit, label, column, ours, theirs, file })}`;
    }),
    ...unsent.map(({ unit, label }) => `  ${translate("cli.merge.unsent", { unit, label })}`),
    ...(missing.length > 0 ? [translate("cli.merge.missing", { units: missing.join(", ") })] : []),
    call.dryRun ? translate("cli.merge.dryRun") : translate("cli.merge.written", { path: call.output }),
  ];
}
