/** `bieu-su check FILE|DIR… [--unit ID] [--round ID]` */
import { checkWorkbook, type FileCheck } from "../domain/check";
import type { Language } from "../domain/findings";
import { translator } from "../i18n";
import type { Scheme } from "../schemes";
import { EXIT } from "./exit";
import { expandPaths, readInput } from "./inputs";
import { describeCheck, failedCheck, printJson, printLines, summarise } from "./output";

export interface CheckCall {
  readonly scheme: Scheme;
  readonly paths: readonly string[];
  readonly unit?: string;
  readonly round?: string;
  readonly asOf: string;
  readonly lang: Language;
  readonly json?: boolean;
}

export async function runCheck(call: CheckCall): Promise<number> {
  const { scheme, lang } = call;
  const unit = scheme.units.find(({ id }) => id === call.unit) ?? null;
  const round = call.round === undefined ? null : (scheme.round(call.round) ?? null);
  const files: FileCheck[] = [];
  // One at a time: memory holds one workbook, whatever the number of files.
  for (const path of await expandPaths(call.paths)) {
    const input = await readInput(path, lang);
    const check = input.ok
      ? checkWorkbook(input.workbook, { scheme, unit, round, asOf: call.asOf, language: lang })
      : failedCheck(path, input.error);
    files.push({ ...check, file: path });
  }
  const summary = summarise(files);
  if (call.json) printJson({ files, summary });
  else {
    const translate = translator(lang);
    const total = translate("cli.check.total", { ...summary });
    printLines([...files.flatMap((check) => describeCheck(check, translate)), total]);
  }
  return exitOf(files);
}

/** 2 when a file could not be used, else 1 when there are errors, else 0. */
export function exitOf(files: readonly FileCheck[]): number {
  if (files.some(({ error }) => error)) return EXIT.unusable;
  const errors = files.some(({ findings }) => findings.some(({ severity }) => severity === "error"));
  return errors ? EXIT.findings : EXIT.ok;
}
