/** `bieu-su check FILE|DIR… [--unit ID] [--round ID]` */
import type { Language } from "../domain/findings";
import { translator } from "../i18n";
import { EXIT } from "./exit";
import { inputFiles } from "./inputs";
import { type CheckSummary, failedCheck, printedCheck, printJson, printLines, sumUp } from "./output";
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
  const translate = translator(lang);
  const paths = await inputFiles(call.paths, translate);
  const print = call.json ? "json" : "lines";
  const checks = await workOnFiles("check", paths, () => ({ unit, round, asOf, lang, print }));
  const files = checks.map((checked) =>
    checked.ok ? checked.result : printedCheck(failedCheck(checked.path, checked.error), print, translate)
  );
  const summary = sumUp(files.map((file) => file.summary));
  const texts = files.map(({ text }) => text);
  if (call.json) await printJson({ files: texts, summary });
  else await printLines([...texts, translate("cli.check.total", { ...summary })]);
  return exitOf(summary);
}

/** 2 when a file could not be used, else 1 when there are errors, else 0. */
export function exitOf({ unreadable, errors }: CheckSummary): number {
  if (unreadable > 0) return EXIT.unusable;
  return errors > 0 ? EXIT.findings : EXIT.ok;
}
