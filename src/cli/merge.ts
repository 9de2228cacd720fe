/** `bieu-su merge FILE|DIR… -o OUT.xlsx [--into OLD.xlsx] [--round ID] [--dry-run] [--accept-other-rounds]` */
import { basename, resolve } from "node:path";
import type { Language } from "../domain/findings";
import { chooseRound, inOrderOfSaving, planRows, type RowsPlan } from "../domain/merge/plan";
import type { MergedState } from "../domain/merge/state";
import type { PlannedFile } from "../domain/merge/sentRows";
import type { SubmittedRow } from "../domain/merge/submitted";
import { withSnapshot } from "../domain/progress/forecast";
import { computeProgress } from "../domain/progress/progress";
import { isReadableAgain } from "../files/readableAgain";
import { mergedWorkbook } from "../layout/merged";
import { translator } from "../i18n";
import type { Round, Scheme } from "../schemes";
import { CallError } from "./callError";
import { exitOf } from "./check";
import type { FileResult } from "./fileWork";
import { inputFiles } from "./inputs";
import { describeUnread, type MergedFile, readMergedFile } from "./mergedFile";
import {
  type CheckForm,
  failedCheck,
  type PrintedCheck,
  printedCheck,
  printJson,
  printLines,
  sumUp,
} from "./output";
import { type PackedRows, unpackRows } from "./packedRows";
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
  const paths = (await inputFiles(call.paths, translate)).filter((path) => !own.has(resolve(path)));
  const into = call.into === undefined ? null : await readMergedFile(call.into, scheme, lang);
  const previous = into?.state ?? null;
  const lost: Lost = { beside: into?.beside ?? [], unread: into?.unread ?? [] };
  const { sent, failed, round } = await readSubmissions(paths, previous, call);
  const plan = planRows(sent, round, { previous, scheme, asOf });
  if (!call.dryRun) await writeMerged(plan, call);
  const checks = [...sent.map(({ check }) => check), ...failed];
  const texts = checks.map(({ text }) => text);
  if (call.json) await printJson(toDocument(plan, lost, texts));
  else await printLines([...texts, ...describePlan(plan, lost, call)]);
  return exitOf(sumUp(checks.map(({ summary }) => summary)));
}

interface Read {
  /** In the order of saving. */
  readonly sent: readonly (PlannedFile & { readonly check: PrintedCheck })[];
  readonly failed: readonly PrintedCheck[];
  readonly round: Round;
}

/** The form in which checks are printed. */
function formOf({ json }: MergeCall): CheckForm {
  return json ? "json" : "lines";
}

/**
 * Reads the files for one round. Which one it is they say themselves, mostly all the same: each is read for the round that
 * most have named so far, the first for its own, and those that were read for another one than is found in the end are
 * read again.
 */
async function readSubmissions(
  paths: readonly string[],
  previous: MergedState | null,
  call: MergeCall
): Promise<Read> {
  const { scheme, asOf, lang, round: asked, acceptOtherRounds } = call;
  const print = formOf(call);
  const stated = new Map<string, number>();
  const roundSoFar = (): Round =>
    (asked === undefined ? undefined : scheme.round(asked)) ??
    chooseRound(stated, { previous, scheme, asOf });
  const isKnown = (): boolean => asked !== undefined || stated.size > 0;
  const kept = previous && {
    communesWithBook: previous.communesWithBook,
    mappings: previous.mappings,
    round: previous.round,
  };
  const otherRounds = acceptOtherRounds ? ("all" as const) : [];
  const readFor = (files: readonly string[], roundOf: () => string | null, onResult?: OnSubmission) =>
    workOnFiles(
      "submit",
      files,
      () => ({ previous: kept, round: roundOf(), asOf, otherRounds, lang, print }),
      onResult
    );
  const first = await readFor(
    paths,
    () => (isKnown() ? roundSoFar().id : null),
    (read) => {
      const id = read.ok ? read.result.submission.statedRound : null;
      if (id !== null) stated.set(id, (stated.get(id) ?? 0) + 1);
    }
  );
  const round = roundSoFar();
  const isForOther = (read: FileResult<"submit">): boolean =>
    read.ok && read.result.submission.round !== round.id;
  const anew = await readFor(
    first.filter(isForOther).map(({ path }) => path),
    () => round.id
  );
  const results = [...first.filter((read) => !isForOther(read)), ...anew];
  const translate = translator(lang);
  return {
    sent: inOrderOfSaving(
      results.flatMap((read) => (read.ok ? [{ ...read.result, rows: unpackedOnce(read.result.rows) }] : []))
    ),
    failed: results.flatMap((read) =>
      read.ok ? [] : [printedCheck(failedCheck(basename(read.path), read.error), print, translate)]
    ),
    round,
  };
}

type OnSubmission = (read: FileResult<"submit">) => void;

async function writeMerged(
  { state, round }: RowsPlan,
  { scheme, asOf, output, lang }: MergeCall
): Promise<void> {
  const figures = computeProgress(state, { scheme, asOf });
  const kept = withSnapshot(state, figures);
  const spec = mergedWorkbook({ state: kept, scheme, round, figures, asOf });
  const translate = translator(lang);
  if (!isReadableAgain(spec)) {
    const rows = kept.documents.length + kept.works.length;
    throw new CallError(translate("cli.merge.tooMuch", { path: output, rows }));
  }
  const { writeWorkbook } = await import("../files/writeWorkbook");
  await writeFileWhole(output, await writeWorkbook(spec), translate);
}

/** The bytes are given back when the rows are asked for, so that the rows have their memory. */
function unpackedOnce(packed: PackedRows): () => readonly SubmittedRow[] {
  let kept: PackedRows | null = packed;
  return () => {
    const rows = kept === null ? [] : unpackRows(kept);
    kept = null;
    return rows;
  };
}

/** What of the earlier tables the new ones do not have. */
type Lost = Pick<MergedFile, "beside" | "unread">;

function toDocument(plan: RowsPlan, lost: Lost, files: readonly Uint8Array[]) {
  const { state, accounted, units, conflicts, changes, unsent, round } = plan;
  return {
    round: round.id,
    accounted,
    rows: { "bieu-01": state.documents.length, "bieu-02": state.works.length },
    units,
    conflicts,
    changes,
    unsent,
    ...lost,
    files,
  };
}

function describePlan(
  { accounted, units, conflicts, unsent }: RowsPlan,
  { beside, unread }: Lost,
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
    ...beside.map(({ sheet, address }) => `  ${translate("cli.merge.beside", { sheet, address })}`),
    ...describeUnread(unread, "cli.merge.unread", translate).map((line) => `  ${line}`),
    ...(missing.length > 0 ? [translate("cli.merge.missing", { units: missing.join(", ") })] : []),
    call.dryRun ? translate("cli.merge.dryRun") : translate("cli.merge.written", { path: call.output }),
  ];
}
