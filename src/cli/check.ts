/** `bieu-su check FILE|DIR… [--unit ID] [--round ID]` */
import type { FileCheck } from "../domain/check";
import type { Language } from "../domain/findings";
import { translator } from "../i18n";
import { EXIT } from "./exit";
import { expandPaths } from "./inputs";
import { describeCheck, failedCheck, printJson, printLines, summarise } from "./output";
import { workOnFiles } from "./workers";

export interface CheckCall {
  readonly paths: readonly string[];
  readonly unit?: string;
  readonly round?: string;
  readonly asOf: string;
  readonly lang: Language;
  readonly json?: boolean;
}

export async function runCheck(call: CheckCall): Promise<number> {
  const { unit = null, round = null, asOf, lang } = call;
  const paths = await expandPaths(call.paths);
  const checks = await workOnFiles("check", paths, () => ({ unit, round, asOf, lang }));
  const files = checks.map((checked) =>
    checked.ok ? { ...checked.result, file: checked.path } : failedCheck(checked.path, checked.error)
  );
  const summary = summarise(files);
  if (call.json) await printJson({ files, summary });
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
