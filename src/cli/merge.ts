/** `bieu-su merge FILE|DIR… -o OUT.xlsx [--into OLD.xlsx] [--round ID] [--dry-run]` */
import { basename, resolve } from "node:path";
import type { FileCheck } from "../domain/check";
import type { Language } from "../domain/findings";
import type { FileSubmission } from "../domain/merge/fileSubmission";
import { chooseRound, type MergePlan, planSubmissions } from "../domain/merge/plan";
import type { MergedState } from "../domain/merge/state";
import { withSnapshot } from "../domain/progress/forecast";
import { computeProgress } from "../domain/progress/progress";
import { mergedWorkbook } from "../layout/merged";
import { translator } from "../i18n";
import type { Round, Scheme } from "../schemes";
import { CallError } from "./callError";
import { exitOf } from "./check";
import type { FileResult } from "./fileWork";
import { expandPaths } from "./inputs";
import { readMergedFile } from "./mergedFile";
import { describeCheck, failedCheck, printJson, printLines } from "./output";
import { unpackRows } from "./packedRows";
import { workOnFiles } from "./workers";
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
  const previous = call.into === undefined ? null : await readMergedFile(call.into, scheme, lang);
  const { submissions, failed, round } = await readSubmissions(paths, previous, call);
  const plan = planSubmissions(submissions, round, { previous, scheme, asOf, language: lang });
  const files = [...plan.files, ...failed];
  if (!call.dryRun) await writeMerged(plan, call);
  if (call.json) await printJson(toDocument(plan, files));
  else
    printLines([...files.flatMap((check) => describeCheck(check, translate)), ...describePlan(plan, call)]);
  return exitOf(files);
}

interface Read {
  readonly submissions: readonly FileSubmission[];
  readonly failed: readonly FileCheck[];
  readonly round: Round;
}

/**
 * Reads the files for one round. Which one it is they say themselves, mostly all the same: each is read for the round that
 * most have named so far, and those that were read for another one than is found in the end are read again.
 */
async function readSubmissions(
  paths: readonly string[],
  previous: MergedState | null,
  { scheme, asOf, lang, round: asked, acceptOtherRounds }: MergeCall
): Promise<Read> {
  const stated = new Map<string, number>();
  const roundSoFar = (): Round =>
    (asked === undefined ? undefined : scheme.round(asked)) ??
    chooseRound(stated, { previous, scheme, asOf });
  const kept = previous && { communesWithBook: previous.communesWithBook, mappings: previous.mappings };
  const otherRounds = acceptOtherRounds ? ("all" as const) : [];
  const readFor = (files: readonly string[], roundOf: () => Round, onResult?: OnSubmission) =>
    workOnFiles(
      "submit",
      files,
      () => ({ previous: kept, round: roundOf().id, asOf, otherRounds, lang }),
      onResult
    );
  const first = await readFor(paths, roundSoFar, (read) => {
    const id = read.ok ? read.result.statedRound : null;
    if (id !== null) stated.set(id, (stated.get(id) ?? 0) + 1);
  });
  const round = roundSoFar();
  const isForOther = (read: FileResult<"submit">): boolean => read.ok && read.result.round !== round.id;
  const anew = await readFor(
    first.filter(isForOther).map(({ path }) => path),
    () => round
  );
  const results = [...first.filter((read) => !isForOther(read)), ...anew];
  return {
    submissions: results.flatMap((read) =>
      read.ok ? [{ ...read.result, rows: unpackRows(read.result.rows) }] : []
    ),
    failed: results.flatMap((read) => (read.ok ? [] : [failedCheck(basename(read.path), read.error)])),
    round,
  };
}

type OnSubmission = (read: FileResult<"submit">) => void;

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
