/** `bieu-su reply FILE|DIR… -o OUT.zip|DIR [--round ID]` */
import { mkdir, stat } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { readAndCheck, type FileCheck, type ReadWorkbook } from "../domain/check";
import type { Language } from "../domain/findings";
import { writeWorkbook } from "../files/writeWorkbook";
import { zipFiles, type NamedFile } from "../files/zipFiles";
import { translator } from "../i18n";
import { replyFileName, replyWorkbook, submissionsOf, type UnitSubmission } from "../layout/reply";
import type { Scheme } from "../schemes";
import { CallError } from "./callError";
import { exitOf } from "./check";
import { inputFiles } from "./inputs";
import { failedCheck, printableCheck, printJson, printLines, summaryOf, sumUp } from "./output";
import { workOnFiles } from "./workers";
import { writeFileWhole } from "./writeFileWhole";

export interface ReplyCall {
  readonly scheme: Scheme;
  readonly paths: readonly string[];
  /** A .zip, or a folder: one that exists, or a name that ends like one. */
  readonly output: string;
  readonly round?: string;
  readonly asOf: string;
  readonly lang: Language;
  readonly json?: boolean;
}

export async function runReply(call: ReplyCall): Promise<number> {
  const { scheme, asOf, lang, output } = call;
  const translate = translator(lang);
  const round = call.round === undefined ? null : (scheme.round(call.round) ?? null);
  if (call.paths.some((path) => resolve(path) === resolve(output))) {
    throw new CallError(translate("cli.reply.outputIsInput", { path: output }));
  }
  if (!ENDS_LIKE_FOLDER.test(output) && !/\.zip$/i.test(output) && !(await isFolder(output))) {
    throw new CallError(translate("cli.reply.outputUnclear", { path: output }));
  }
  const paths = (await inputFiles(call.paths, translate)).filter((path) => resolve(path) !== resolve(output));
  const checked: ReadWorkbook[] = [];
  const unusable: FileCheck[] = [];
  for (const input of await workOnFiles("read", paths, () => ({ lang }))) {
    if (!input.ok) {
      unusable.push(failedCheck(basename(input.path), input.error));
      continue;
    }
    // Replies are Vietnamese letters, whatever the language of the terminal.
    const read = readAndCheck(input.result, { scheme, round, asOf, language: "vi" });
    if (read.check.unit !== null) checked.push(read);
    else unusable.push(unknownUnit(read.check, lang));
  }
  const submissions = submissionsOf(checked, scheme);
  if (submissions.length === 0) {
    const reasons = unusable.map(({ error }) => error?.message ?? "");
    throw new CallError(translate("cli.reply.none"), reasons);
  }
  const replies = await Promise.all(submissions.map((submission) => replyFile(submission, call)));
  await writeReplies(replies, call);
  const written = submissions.map((submission, index) => ({
    unit: submission.unit.id,
    round: submission.round.id,
    reply: replies[index]?.name ?? "",
    files: submission.checked.map(({ check }) => check.file),
    findings: submission.checked.reduce((count, { check }) => count + check.findings.length, 0),
  }));
  if (call.json) await printJson({ output, replies: written, unusable: unusable.map(printableCheck) });
  else {
    await printLines([
      ...written.map(({ unit, reply, findings }) => translate("cli.reply.unit", { unit, reply, findings })),
      ...unusable.map(({ file, error }) =>
        translate("cli.reply.unusable", { file, reason: error?.message ?? "" })
      ),
      translate("cli.reply.written", { count: written.length, path: output }),
    ]);
  }
  return exitOf(sumUp([...checked.map(({ check }) => check), ...unusable].map(summaryOf)));
}

async function replyFile(submission: UnitSubmission, { scheme, asOf }: ReplyCall): Promise<NamedFile> {
  return {
    name: replyFileName(submission.unit, submission.round),
    bytes: await writeWorkbook(replyWorkbook({ scheme, asOf, ...submission })),
  };
}

async function writeReplies(replies: readonly NamedFile[], { output, lang }: ReplyCall): Promise<void> {
  const translate = translator(lang);
  if (!(await isFolder(output))) return writeFileWhole(output, zipFiles(replies), translate);
  for (const { name, bytes } of replies) await writeFileWhole(join(output, name), bytes, translate);
}

/** A place that is not there is a folder when its name ends like one: it is made. */
async function isFolder(output: string): Promise<boolean> {
  if (ENDS_LIKE_FOLDER.test(output)) {
    await mkdir(output, { recursive: true });
    return true;
  }
  return stat(output).then(
    (info) => info.isDirectory(),
    () => false
  );
}

const ENDS_LIKE_FOLDER = /[/\\]$/;

function unknownUnit(check: FileCheck, lang: Language): FileCheck {
  const message = translator(lang)("cli.reply.unknownUnit", { file: check.file });
  return { ...check, error: check.error ?? { code: "unknown-unit", message } };
}
