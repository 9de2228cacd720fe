/** `bieu-su progress MERGED.xlsx` */
import type { Language } from "../domain/findings";
import type { ProgressFigures, TargetFigure, UnitFigure } from "../domain/progress/figures";
import { progressReport } from "../domain/progress/report";
import { formatDate, formatDong, formatPercent, translator } from "../i18n";
import type { Scheme } from "../schemes";
import { EXIT } from "./exit";
import { describeUnread, readMergedFile } from "./mergedFile";
import { printJson, printLines } from "./output";

export interface ProgressCall {
  readonly scheme: Scheme;
  readonly file: string;
  readonly asOf: string;
  readonly lang: Language;
  readonly json?: boolean;
}

export async function runProgress({ scheme, file, asOf, lang, json }: ProgressCall): Promise<number> {
  const { state, unread } = await readMergedFile(file, scheme, lang);
  const report = progressReport(state, { scheme, asOf });
  if (json) await printJson({ ...report, unread });
  else {
    const left = describeUnread(unread, "cli.unread", translator(lang));
    await printLines([...describe(report, scheme, lang), ...left]);
  }
  return EXIT.ok;
}

function describe(figures: ProgressFigures, scheme: Scheme, lang: Language): readonly string[] {
  const translate = translator(lang);
  return [
    translate("cli.progress.asOf", { date: formatDate(figures.asOf, lang) }),
    ...figures.targets.map((figure) => `  ${describeTarget(figure, scheme, lang)}`),
    ...figures.units
      .filter(({ share }) => share > 0)
      .map((figure) => `  ${describeUnit(figure, scheme, lang)}`),
    translate("cli.progress.funds", { funds: formatDong(figures.funds, lang) }),
  ];
}

function describeTarget(figure: TargetFigure, scheme: Scheme, lang: Language): string {
  const translate = translator(lang);
  const { id, done, denominator, goal, met } = figure;
  return translate("cli.progress.target", {
    title: scheme.targets.find((target) => target.id === id)?.title ?? id,
    done,
    denominator,
    goal,
    percent: formatPercent(figure.percent, lang),
    goalPercent: formatPercent(figure.goalPercent, lang),
    verdict: met ? translate("cli.progress.met") : translate("cli.progress.short", { count: goal - done }),
  });
}

function describeUnit(figure: UnitFigure, scheme: Scheme, lang: Language): string {
  const translate = translator(lang);
  const { unit, share, published, manuscript, funds, provisional } = figure;
  const line = translate("cli.progress.unit", {
    unit: scheme.units.find(({ id }) => id === unit)?.name ?? unit,
    share,
    published,
    manuscript,
    publishedPercent: formatPercent(figure.publishedPercent ?? 0, lang),
    manuscriptPercent: formatPercent(figure.manuscriptPercent ?? 0, lang),
    funds: formatDong(funds, lang),
  });
  return provisional ? `${line} · ${translate("cli.progress.provisional")}` : line;
}
