/** `bieu-su report MERGED.xlsx -o OUT.docx` */
import { basename } from "node:path";
import type { Language } from "../domain/findings";
import { buildReport } from "../domain/outline/buildReport";
import { gapText } from "../domain/outline/document";
import { plainText } from "../domain/outline/plainText";
import { progressReport } from "../domain/progress/report";
import { writeReport } from "../files/writeReport";
import { translator } from "../i18n";
import type { Scheme } from "../schemes";
import { CallError } from "./callError";
import { EXIT } from "./exit";
import { describeUnread, readMergedFile } from "./mergedFile";
import { printJson, printLines } from "./output";
import { writeFileWhole } from "./writeFileWhole";

export interface ReportCall {
  readonly scheme: Scheme;
  readonly file: string;
  readonly output: string;
  readonly asOf: string;
  readonly lang: Language;
  /** Writes the text of the report in place of the document. */
  readonly text?: boolean;
  readonly json?: boolean;
}

export async function runReport(call: ReportCall): Promise<number> {
  const { scheme, file, output, asOf, lang } = call;
  const translate = translator(lang);
  const { state, unread } = await readMergedFile(file, scheme, lang);
  const round = scheme.round(state.round);
  if (!round) throw new CallError(translate("cli.merge.notMerged", { file: basename(file) }));
  const progress = progressReport(state, { scheme, asOf });
  const report = buildReport({ state, scheme, round, progress, asOf });
  if (!report) throw new CallError(translate("cli.report.noOutline", { scheme: scheme.name }));
  const bytes = call.text ? new TextEncoder().encode(plainText(report)) : await writeReport(report);
  await writeFileWhole(output, bytes, translate);
  const gaps = report.blocks.flatMap((block) => (block.kind === "gap" ? [block.prompt] : []));
  if (call.json) await printJson({ file: output, asOf, round: round.id, gaps, unread });
  else {
    for (const line of describeUnread(unread, "cli.unread", translate)) process.stderr.write(`${line}\n`);
    await printLines([
      translate("cli.report.written", { path: output }),
      translate("cli.report.gaps", { count: gaps.length, example: gapText("…") }),
    ]);
  }
  return EXIT.ok;
}
