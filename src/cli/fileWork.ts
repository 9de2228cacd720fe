/** What the command line does with a file: pure functions of its path, carried out in workers. See `workers`. */
import { readFileSync, type Stats, statSync } from "node:fs";
import { basename } from "node:path";
import { checkWorkbook } from "../domain/check";
import type { FileError, Language } from "../domain/findings";
import type { IsoDate, WorkbookContent } from "../domain/grid";
import { type FileSubmission, readSubmission, type SubmissionOptions } from "../domain/merge/fileSubmission";
import { chooseRound } from "../domain/merge/plan";
import type { MergedState } from "../domain/merge/state";
import { statedRound } from "../domain/stamp";
import { MAX_FILE_BYTES } from "../files/limits";
import { readWorkbook } from "../files/readWorkbook";
import { translator, type Translate } from "../i18n";
import { deAn02, type Round } from "../schemes";
import { type CheckForm, type PrintedCheck, printedCheck } from "./output";
import { type PackedRows, packRows } from "./packedRows";

/** The kinds of work, each with what it needs besides the file and what comes of it. Plain data, by ids. */
export interface FileWork {
  readonly read: { readonly options: Common; readonly result: WorkbookContent };
  readonly check: {
    readonly options: Common & {
      readonly unit: string | null;
      /** Null: the round that the file states. */
      readonly round: string | null;
      readonly asOf: IsoDate;
      readonly print: CheckForm;
    };
    readonly result: PrintedCheck;
  };
  readonly submit: {
    readonly options: Common &
      Pick<SubmissionOptions, "asOf" | "otherRounds"> & {
        readonly previous: Pick<MergedState, "communesWithBook" | "mappings" | "round"> | null;
        /** Null: the one that would be merged if this were the only file. */
        readonly round: string | null;
        readonly print: CheckForm;
      };
    readonly result: SentFile;
  };
}

/** A file that was read for a merge. */
export interface SentFile {
  readonly submission: FileSubmission;
  readonly check: PrintedCheck;
  readonly rows: PackedRows;
}

interface Common {
  readonly lang: Language;
}

export type WorkKind = keyof FileWork;

export type FileResult<Kind extends WorkKind> =
  | { readonly path: string; readonly ok: true; readonly result: FileWork[Kind]["result"] }
  | { readonly path: string; readonly ok: false; readonly error: FileError };

type Doers = {
  readonly [Kind in WorkKind]: (
    workbook: WorkbookContent,
    options: FileWork[Kind]["options"],
    path: string
  ) => FileWork[Kind]["result"];
};

const scheme = deAn02;

const DOERS: Doers = {
  read: (workbook) => workbook,
  check: (workbook, { unit, round, asOf, lang, print }, path) => {
    const check = checkWorkbook(workbook, {
      scheme,
      unit: scheme.units.find(({ id }) => id === unit) ?? null,
      round: round === null ? null : (scheme.round(round) ?? null),
      asOf,
      language: lang,
    });
    return printedCheck({ ...check, file: path }, print, translator(lang));
  },
  submit: (workbook, { round: id, lang, print, ...options }) => {
    const round = id === null ? roundOfOne(workbook, options) : scheme.round(id);
    if (!round) throw new RangeError(`No round ${id}`);
    const read = readSubmission(workbook, { ...options, scheme, round, language: lang });
    return {
      submission: read.submission,
      check: printedCheck(read.check, print, translator(lang)),
      rows: packRows(read.rows),
    };
  },
};

function roundOfOne(
  workbook: WorkbookContent,
  { previous, asOf }: Pick<FileWork["submit"]["options"], "previous" | "asOf">
): Round {
  const stated = statedRound(workbook, scheme, asOf);
  return chooseRound(new Map(stated && [[stated.id, 1]]), { previous, scheme, asOf });
}

/** Memory of an answer that its receiver takes over instead of copying it. */
export function handedOver(answer: FileResult<WorkKind>): readonly ArrayBuffer[] {
  if (!answer.ok) return [];
  const { result } = answer;
  if ("rows" in result) return [result.check.text.buffer, result.rows.buffer];
  return "text" in result ? [result.text.buffer] : [];
}

/**
 * Reads a file and does the work. A missing or unreadable file is an error of that file, like a damaged one.
 * @param onFetched is called when the bytes are there
 */
export async function workOn<Kind extends WorkKind>(
  kind: Kind,
  path: string,
  options: FileWork[Kind]["options"],
  onFetched: () => void = () => undefined
): Promise<FileResult<Kind>> {
  const { lang } = options;
  let bytes: Uint8Array;
  try {
    // Nothing else is waiting to run meanwhile, and for thousands of files waiting for each is what takes long.
    const info = statSync(path);
    // A pipe or a device may have no end.
    if (!info.isFile()) return { path, ok: false, error: notAFile(path, info, translator(lang)) };
    if (info.size > MAX_FILE_BYTES) return { path, ok: false, error: tooLarge(path, translator(lang)) };
    bytes = readFileSync(path);
  } catch (error) {
    return { path, ok: false, error: notReadable(path, error, translator(lang)) };
  }
  onFetched();
  const read = await readWorkbook(bytes, basename(path), lang);
  return read.ok
    ? { path, ok: true, result: DOERS[kind](read.workbook, options, path) }
    : { path, ok: false, error: read.error };
}

function notReadable(path: string, error: unknown, translate: Translate): FileError {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  // A name that is no UTF-8 is listed with these in place of its bytes, and under that name there is no file.
  const missing = path.includes("\ufffd") ? "cli.file.misnamed" : "cli.file.missing";
  const message = translate(code === "ENOENT" ? missing : "cli.file.notReadable", { path, code });
  return { code: "not-readable", message };
}

/** Folders stand for their files (see `inputs`), unless they may not be looked into or a single file is asked for. */
function notAFile(path: string, info: Stats, translate: Translate): FileError {
  const key = info.isDirectory() ? "cli.file.folder" : "cli.file.notAFile";
  return { code: "not-readable", message: translate(key, { path }) };
}

function tooLarge(path: string, translate: Translate): FileError {
  const megabytes = Math.round(MAX_FILE_BYTES / 1_000_000);
  return { code: "too-large", message: translate("cli.file.tooLarge", { path, megabytes }) };
}
