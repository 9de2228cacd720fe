/** `bieu-su progress MERGED.xlsx` */
import { basename } from "node:path";
import type { Language } from "../domain/findings";
import { readMergedState } from "../domain/merge/readState";
import type { ProgressFigures } from "../domain/progress/figures";
import { computeProgress } from "../domain/progress/progress";
import { formatDate } from "../domain/values/dates";
import { formatDong } from "../domain/values/money";
import type { Scheme } from "../schemes";
import { CallError } from "./callError";
import { EXIT } from "./exit";
import { readInput } from "./inputs";
import { printJson, printLines } from "./output";

export interface ProgressCall {
  readonly scheme: Scheme;
  readonly file: string;
  readonly asOf: string;
  readonly lang: Language;
  readonly json?: boolean;
}

export async function runProgress({ scheme, file, asOf, lang, json }: ProgressCall): Promise<number> {
  const input = await readInput(file, lang);
  if (!input.ok) throw new CallError(input.error.message);
  const state = readMergedState(input.workbook, scheme);
  if (!state) {
    throw new CallError(
      lang === "vi"
        ? `Tệp ${basename(file)} không phải sổ tính tổng hợp do Biểu Sử tạo. Hãy chạy bieu-su merge trước.`
        : `The file ${basename(file)} is not a merged workbook made by Biểu Sử. Run bieu-su merge first.`
    );
  }
  const figures = computeProgress(state, { scheme, asOf });
  // A forecast needs the figures of several days; one merged workbook holds those of one.
  if (json) printJson({ ...figures, forecast: { status: "not-enough-data" } });
  else printLines(describe(figures, scheme, lang));
  return EXIT.ok;
}

function describe(figures: ProgressFigures, scheme: Scheme, lang: Language): readonly string[] {
  const vi = lang === "vi";
  const title = (id: string) => scheme.targets.find((target) => target.id === id)?.title ?? id;
  const name = (id: string) => scheme.units.find((unit) => unit.id === id)?.name ?? id;
  return [
    `${vi ? "Tiến độ đến ngày" : "Progress as of"} ${formatDate(figures.asOf)}`,
    ...figures.targets.map(
      ({ id, done, denominator, percent, goal, goalPercent, met }) =>
        `  ${title(id)}: ${done}/${denominator} = ${decimal(percent)} % (${vi ? "mục tiêu" : "goal"} ${goal} = ${decimal(goalPercent)} %) ${met ? (vi ? "đạt" : "met") : vi ? `còn thiếu ${goal - done}` : `${goal - done} short`}`
    ),
    ...figures.units
      .filter(({ share }) => share > 0)
      .map(
        ({ unit, share, provisional, published, manuscript, manuscriptPercent, publishedPercent, funds }) =>
          [
            `  ${name(unit)}`,
            `${vi ? "xuất bản" : "published"} ${published}/${share} = ${decimal(publishedPercent)} %`,
            `${vi ? "bản thảo" : "manuscripts"} ${manuscript}/${share} = ${decimal(manuscriptPercent)} %`,
            `${vi ? "xã hội hóa" : "raised"} ${formatDong(funds)}`,
            ...(provisional ? [vi ? "tạm tính" : "provisional"] : []),
          ].join(" · ")
      ),
    `${vi ? "Kinh phí xã hội hóa toàn tỉnh" : "Raised in the province"}: ${formatDong(figures.funds)}`,
  ];
}

function decimal(percent: number | null): string {
  return percent === null ? "–" : percent.toFixed(1).replace(".", ",");
}
