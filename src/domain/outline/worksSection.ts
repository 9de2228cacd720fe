/** II.2.2: numbers and names of works, percentages of the targets, expected completion, district by district. */
import { EXCLUSION_NAMES, KIND_NAMES, SAME_SUBJECT_NAME } from "../../schemes/mergedColumns";
import { STAGES, type Stage, type Target } from "../../schemes/types";
import type { TargetFigure } from "../progress/figures";
import { forecastMethod, forecastText, notEnoughData } from "../progress/forecastText";
import type { UncountedReason, WorkReference } from "../progress/trace";
import { countText, percentText } from "../text/vietnamese";
import { formatDate } from "../values/dates";
import { bold, paragraph, type ReportBlock, type ReportTable } from "./document";
import type { ReportSource } from "./source";

export function worksSection(source: ReportSource): readonly ReportBlock[] {
  return [
    paragraph(
      bold("a) So với mục tiêu của Đề án"),
      ` (số liệu đến ngày ${formatDate(source.asOf)}, theo Biểu số 02 kèm theo):`
    ),
    { kind: "table", table: targetsTable(source) },
    ...source.progress.targets.flatMap((figure) => targetParagraph(figure, source)),
    paragraph(bold("b) Dự kiến tiến độ hoàn thành")),
    ...forecastParagraphs(source),
    paragraph(bold("c) Kết quả cụ thể của từng đơn vị (công trình cấp xã)")),
    { kind: "table", table: unitsTable(source) },
    ...provisionalNote(source),
    ...outsidePercentageNote(source),
    ...reportedByOthersNote(source),
    ...source.progress.units.filter(({ share }) => share > 0).flatMap((unit) => unitParagraphs(unit, source)),
    ...newUnitsParagraph(source),
    ...uncountedParagraphs(source),
  ];
}

type TargetProgress = ReportSource["progress"]["targets"][number];
type UnitProgress = ReportSource["progress"]["units"][number];

function targetOf(figure: TargetFigure, { scheme }: ReportSource): Target {
  const target = scheme.targets.find(({ id }) => id === figure.id);
  if (!target) throw new RangeError(`No target ${figure.id}`);
  return target;
}

function verdict({ met, goal, done }: TargetFigure): string {
  return met ? "Đạt" : `Chưa đạt, còn thiếu ${countText(goal - done)}`;
}

function targetsTable(source: ReportSource): ReportTable {
  return {
    columns: [
      { title: "Chỉ tiêu", width: 38, align: "left" },
      { title: "Đã đạt", width: 13, align: "center" },
      { title: "Tỷ lệ", width: 12, align: "center" },
      { title: "Mục tiêu", width: 19, align: "center" },
      { title: "Đánh giá", width: 18, align: "left" },
    ],
    rows: source.progress.targets.map((figure) => ({
      kind: "cells",
      cells: [
        targetOf(figure, source).title,
        `${figure.done}/${figure.denominator}`,
        percentText(figure.percent),
        `${figure.goal}/${figure.denominator} (${percentText(figure.goalPercent)})`,
        verdict(figure),
      ],
    })),
  };
}

function targetParagraph(figure: TargetProgress, source: ReportSource): readonly ReportBlock[] {
  const target = targetOf(figure, source);
  const { done, denominator, percent, goal, goalPercent, rows } = figure;
  const lead = bold(`- ${target.title}: `);
  const result = `${countText(done)}/${countText(denominator)} (bằng ${percentText(percent)})`;
  const aim = `mục tiêu ${countText(goal)}/${countText(denominator)} (${percentText(goalPercent)}); ${verdict(figure).toLocaleLowerCase("vi")}.`;
  if (target.works.length === 0) return [paragraph(lead, `${result}, ${aim}`)];
  const reached = rows.map(({ title }) => title);
  const doneIds = new Set(namedDone(figure, source));
  const missing = target.works.filter(({ id }) => !doneIds.has(id)).map(({ title }) => title);
  const names = [
    ...(reached.length > 0 ? [` Đã xuất bản: ${sentenceOf(reached)}`] : []),
    ...(missing.length > 0 ? [` Chưa xuất bản: ${sentenceOf(missing)}`] : []),
  ];
  return [paragraph(lead, `${result}, ${aim}`, ...names)];
}

/** Named works that the rows of a target are about. */
function namedDone({ rows }: TargetProgress, { state }: ReportSource): readonly string[] {
  const keys = new Set(rows.map(({ unit, key }) => `${unit}|${key}`));
  return state.works
    .filter(({ unit, key }) => keys.has(`${unit}|${key}`))
    .map(({ facts }) => facts.namedWork ?? "");
}

/** What no figure can tell yet, the official writes. */
function forecastParagraphs(source: ReportSource): readonly ReportBlock[] {
  const { forecast } = source.progress;
  const lines = forecast.targets
    .filter(({ status }) => status !== "not-enough-data")
    .map((target) => {
      const figure = source.progress.targets.find(({ id }) => id === target.id);
      const title = figure ? targetOf(figure, source).title : target.id;
      return paragraph(bold(`- ${title}: `), forecastText(target, forecast, source.scheme));
    });
  const unknown = forecast.targets.length - lines.length;
  return [
    ...lines,
    ...(lines.length > 0 ? [paragraph({ text: forecastMethod(source.scheme), italic: true })] : []),
    ...(unknown > 0
      ? [paragraph(notEnoughData(forecast)), { kind: "gap" as const, prompt: "Dự kiến tiến độ hoàn thành" }]
      : []),
  ];
}

function unitsTable({ scheme, progress }: ReportSource): ReportTable {
  const percentOf = (value: number | null, provisional: boolean): string =>
    value === null ? "" : `${percentText(value)}${provisional ? "*" : ""}`;
  // A body without communes of its own may have reported a commune's book: it counts for the province.
  const units = progress.units.filter(
    ({ share, stages }) => share > 0 || STAGES.some((stage) => stages[stage] > 0)
  );
  const total = (count: (unit: UnitProgress) => number): number =>
    progress.units.reduce((sum, unit) => sum + count(unit), 0);
  const province = (id: string) => progress.targets.find((figure) => figure.id === id);
  const [manuscript, published] = [province("commune-manuscript"), province("commune-published")];
  return {
    columns: [
      { title: "Đơn vị", width: 24, align: "left" },
      { title: "Số xã phải biên soạn", width: 11, align: "center" },
      ...STAGES.map((stage) => ({ title: scheme.stageNames[stage], width: 11, align: "center" as const })),
      { title: "Tỷ lệ bản thảo", width: 11, align: "center" },
      { title: "Tỷ lệ xuất bản", width: 11, align: "center" },
    ],
    rows: [
      ...units.map((unit) => ({
        kind: "cells" as const,
        cells: [
          unitName(unit, scheme),
          String(unit.share),
          ...STAGES.map((stage) => String(unit.stages[stage])),
          percentOf(unit.manuscriptPercent, unit.provisional),
          percentOf(unit.publishedPercent, unit.provisional),
        ],
      })),
      {
        kind: "cells",
        cells: [
          "Toàn tỉnh",
          String(manuscript?.denominator ?? ""),
          ...STAGES.map((stage) => String(total(({ stages }) => stages[stage]))),
          percentOf(manuscript?.percent ?? null, false),
          percentOf(published?.percent ?? null, false),
        ],
        isTotal: true,
      },
    ],
  };
}

function provisionalNote({ progress }: ReportSource): readonly ReportBlock[] {
  const { shareDifference, units } = progress;
  if (!units.some(({ provisional }) => provisional)) return [];
  const text = `(*) Tạm tính: tổng số xã phải biên soạn của các đơn vị chênh ${shareDifference} so với số của toàn tỉnh, tỷ lệ của đơn vị có thể thay đổi; tỷ lệ toàn tỉnh không đổi.`;
  return [paragraph({ text, italic: true })];
}

/** Rows without a share: the books are those of communes that belong to districts. */
function reportedByOthersNote({ scheme, progress }: ReportSource): readonly ReportBlock[] {
  const others = progress.units.flatMap((unit) => {
    const count = STAGES.reduce((sum, stage) => sum + unit.stages[stage], 0);
    return unit.share === 0 && count > 0 ? [`${unitName(unit, scheme)} ${countText(count)}`] : [];
  });
  if (others.length === 0) return [];
  const text = `Công trình cấp xã do đơn vị không có xã phải biên soạn báo cáo, tính vào số toàn tỉnh và không tính vào tỷ lệ của huyện: ${others.join(", ")}.`;
  return [paragraph({ text, italic: true })];
}

/** Published books of a unit that stand in the column of their stage and in no percentage: see `UnitFigure.published`. */
function outsidePercentage({ rows }: UnitProgress): readonly WorkReference[] {
  const counted = new Set(rows.published.map(({ key }) => key));
  return rows.stages.published.filter(({ key }) => !counted.has(key));
}

/** "biên niên, sơ thảo" */
function kindNames(works: readonly WorkReference[]): string {
  return [...new Set(works.map(({ kind }) => KIND_NAMES[kind].toLocaleLowerCase("vi")))].join(", ");
}

/** Why the column of published works and the percentage beside it do not agree. */
function outsidePercentageNote({ scheme, progress }: ReportSource): readonly ReportBlock[] {
  const works = progress.units.flatMap(outsidePercentage);
  if (works.length === 0) return [];
  const units = progress.units.flatMap((unit) => {
    const count = outsidePercentage(unit).length;
    return count > 0 ? [`${unitName(unit, scheme)} ${countText(count)}`] : [];
  });
  const total = countText(works.length);
  const text = `Cột “${scheme.stageNames.published}” gồm cả ${total} cuốn ${kindNames(works)} không tính vào tỷ lệ xuất bản (chỉ tiêu này tính sách lịch sử Đảng bộ): ${units.join(", ")}; toàn tỉnh ${total}.`;
  return [paragraph({ text, italic: true })];
}

/** The same in the words of a unit: "; trong 03 cuốn đã xuất bản có 01 cuốn biên niên …"; empty where both agree. */
function outsidePercentageClause(unit: UnitProgress): string {
  const works = outsidePercentage(unit);
  if (works.length === 0) return "";
  const published = countText(unit.stages.published);
  return works.length === unit.stages.published
    ? `; ${works.length > 1 ? "cả " : ""}${published} cuốn đã xuất bản là ${kindNames(works)}, không tính vào tỷ lệ xuất bản`
    : `; trong ${published} cuốn đã xuất bản có ${countText(works.length)} cuốn ${kindNames(works)} không tính vào tỷ lệ xuất bản`;
}

function unitName({ unit }: UnitProgress, scheme: ReportSource["scheme"]): string {
  return scheme.units.find(({ id }) => id === unit)?.name ?? unit;
}

const STAGE_LEADS: Readonly<Record<Stage, string>> = {
  published: "Đã xuất bản",
  appraised: "Đã thông qua Hội đồng thẩm định",
  workshop: "Đã tổ chức hội thảo bản thảo",
  compiling: "Đang tiến hành biên soạn, chưa hoàn thành bản thảo",
};

function unitParagraphs(unit: UnitProgress, { scheme }: ReportSource): readonly ReportBlock[] {
  const name = unitName(unit, scheme);
  const provisional = unit.provisional ? ", tạm tính" : "";
  const percentages = `bản thảo ${unit.manuscript}/${unit.share} xã (${percentText(unit.manuscriptPercent ?? 0)}${provisional}), xuất bản ${unit.published}/${unit.share} xã (${percentText(unit.publishedPercent ?? 0)}${provisional})`;
  const reported = STAGES.reduce((sum, stage) => sum + unit.stages[stage], 0);
  if (reported === 0) {
    return [paragraph(bold(`- ${name}: `), `chưa có công trình cấp xã nào được tính (${unit.share} xã).`)];
  }
  return [
    paragraph(bold(`- ${name}: `), `${percentages}${outsidePercentageClause(unit)}.`),
    ...[...STAGES].reverse().flatMap((stage) => stageParagraph(STAGE_LEADS[stage], unit.rows.stages[stage])),
  ];
}

function stageParagraph(lead: string, works: readonly WorkReference[]): readonly ReportBlock[] {
  if (works.length === 0) return [];
  const titles = sentenceOf(works.map(({ title }) => title));
  return [paragraph({ text: `+ ${lead} (${countText(works.length)}): `, italic: true }, titles)];
}

/** Titles one after the other, up to the full stop: a stop that one of them brings along is left out. */
function sentenceOf(titles: readonly string[]): string {
  const listed = titles.map((title) => title.replace(OWN_STOP, "")).join("; ");
  return ENDS_SENTENCE.test(listed) ? listed : `${listed}.`;
}

/** A full stop, but not the last of several points. */
const OWN_STOP = /(?<![.\s])\s*\.\s*$/;
const ENDS_SENTENCE = /[.…]$/;

/** Only once the communes of today are in force. */
function newUnitsParagraph({ scheme, progress, asOf }: ReportSource): readonly ReportBlock[] {
  const { reorganisation } = scheme;
  if (!reorganisation || asOf < reorganisation.from) return [];
  const { newUnits } = progress;
  const some = (count: (unit: (typeof newUnits)[number]) => number): number =>
    newUnits.filter((unit) => count(unit) > 0).length;
  return [
    paragraph(
      bold("d) Theo xã, phường hiện nay: "),
      `${countText(some(({ published }) => published))}/${countText(newUnits.length)} xã, phường (từ ${formatDate(reorganisation.from)} theo ${reorganisation.clause}) có ít nhất một xã cũ đã xuất bản lịch sử Đảng bộ; ${countText(some(({ manuscript }) => manuscript))}/${countText(newUnits.length)} có ít nhất một xã cũ đã hoàn thành bản thảo (phụ lục kèm theo).`
    ),
  ];
}

function uncountedParagraphs({ progress }: ReportSource): readonly ReportBlock[] {
  const { uncounted } = progress;
  if (uncounted.length === 0) return [];
  const reasons = [...new Set(uncounted.map(({ reason }) => reason))];
  return [
    paragraph(bold(`Công trình không tính vào chỉ tiêu (${countText(uncounted.length)}):`)),
    ...reasons.flatMap((reason) =>
      stageParagraph(
        reasonName(reason),
        uncounted.filter((work) => work.reason === reason)
      )
    ),
  ];
}

function reasonName(reason: UncountedReason): string {
  return reason === "same-subject" ? SAME_SUBJECT_NAME : EXCLUSION_NAMES[reason];
}
