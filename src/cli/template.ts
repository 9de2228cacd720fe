/** `bieu-su template --unit ID [--round ID] -o FILE.xlsx`, `bieu-su template --all -o DIR` */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../domain/findings";
import { writeWorkbook } from "../files/writeWorkbook";
import { templateWorkbook } from "../layout/templates";
import { translator } from "../i18n";
import type { Scheme } from "../schemes";
import { CallError } from "./callError";
import { EXIT } from "./exit";
import { printJson, printLines } from "./output";
import { writeFileWhole } from "./writeFileWhole";

export interface TemplateCall {
  readonly scheme: Scheme;
  readonly unit?: string;
  readonly all?: boolean;
  readonly round?: string;
  readonly output: string;
  readonly asOf: string;
  readonly lang: Language;
  readonly json?: boolean;
}

export async function runTemplate(call: TemplateCall): Promise<number> {
  const { scheme, output } = call;
  const translate = translator(call.lang);
  if ((call.unit === undefined) === !call.all) throw new CallError(translate("cli.template.unitOrAll"));
  const round =
    (call.round === undefined ? undefined : scheme.round(call.round)) ?? scheme.roundsFor(call.asOf)[0];
  if (!round) throw new CallError(translate("cli.template.noRound"));
  if (call.all) await mkdir(output, { recursive: true });
  const units = scheme.units.filter(({ id }) => call.all || id === call.unit);
  const written: { unit: string; round: string; file: string }[] = [];
  for (const unit of units) {
    const file = call.all ? join(output, `${round.id}-${unit.id}.xlsx`) : output;
    const bytes = await writeWorkbook(templateWorkbook({ scheme, unit, round }));
    await writeFileWhole(file, bytes, translate);
    written.push({ unit: unit.id, round: round.id, file });
  }
  if (call.json) await printJson({ files: written });
  else await printLines(written.map(({ unit, file }) => `${unit}: ${file}`));
  return EXIT.ok;
}
