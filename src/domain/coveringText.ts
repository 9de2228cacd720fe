/** A short text that goes with a unit's file, by e-mail or as a message: whose it is, for what, and the numbers. */
import { type Round, type Scheme, STAGES, type Stage, type Unit } from "../schemes/types";
import type { Language } from "./findings";
import type { IsoDate } from "./grid";
import type { TableFigures } from "./tableFigures";
import { formatDate } from "./values/dates";
import { formatDong } from "./values/money";

export interface CoveringFacts {
  readonly unit: Unit;
  readonly round: Round;
  readonly scheme: Scheme;
  readonly figures: TableFigures;
  /** Name of the file that is sent. */
  readonly file: string;
  /** Who sends; empty: the unit alone signs. */
  readonly sender: string;
  readonly today: IsoDate;
}

/** `Bao cao - ha-lang - khao-sat-2023.xlsx`: the name by which the file is known to be this unit's. */
export function suggestedFileName(unit: Unit, round: Round): string {
  return `Bao cao - ${unit.id} - ${round.id}.xlsx`;
}

export function coveringText(facts: CoveringFacts, language: Language): string {
  const { unit, round, scheme, figures, file, sender, today } = facts;
  const words = WORDS[language];
  const forms = scheme.forms.flatMap(({ id, name }) => {
    const rows = figures.rows[id];
    return rows === undefined ? [] : [`- ${name}: ${words.rows(rows)}${stagesOf(id, figures, words)}`];
  });
  return [
    words.opening(unit.name, round.name, scheme.name),
    ...forms,
    ...(figures.funds > 0 ? [`- ${words.funds}: ${formatDong(figures.funds)}`] : []),
    `${words.file}: ${file}`,
    words.closing(formatDate(today)),
    ...(sender === "" ? [] : [`${words.sender}: ${sender}`]),
  ].join("\n");
}

type CoveringWords = (typeof WORDS)[Language];

/** ` (đã xuất bản 3, đang biên soạn 5)`: of works only, the furthest stage first. */
function stagesOf(form: string, { stages }: TableFigures, words: CoveringWords): string {
  const reached = [...STAGES].reverse().filter((stage) => stages[stage] > 0);
  if (form !== "bieu-02" || reached.length === 0) return "";
  return ` (${reached.map((stage) => `${words.stages[stage]} ${stages[stage]}`).join(", ")})`;
}

const VIETNAMESE_STAGES: Readonly<Record<Stage, string>> = {
  compiling: "đang biên soạn",
  workshop: "đã hội thảo",
  appraised: "đã thẩm định",
  published: "đã xuất bản",
};

const ENGLISH_STAGES: Readonly<Record<Stage, string>> = {
  compiling: "being written",
  workshop: "discussed in a workshop",
  appraised: "appraised",
  published: "published",
};

const WORDS = {
  vi: {
    opening: (unit: string, round: string, scheme: string) =>
      `${unit} gửi số liệu ${scheme}, đợt “${round}”:`,
    rows: (count: number) => `${count} dòng`,
    stages: VIETNAMESE_STAGES,
    funds: "Kinh phí xã hội hoá",
    file: "Tệp kèm theo",
    closing: (day: string) => `Ngày gửi: ${day}. Đề nghị đồng chí xác nhận giúp khi nhận được tệp.`,
    sender: "Người gửi",
  },
  en: {
    opening: (unit: string, round: string, scheme: string) =>
      `${unit} sends its tables on ${scheme} for “${round}”:`,
    rows: (count: number) => `${count} ${count === 1 ? "row" : "rows"}`,
    stages: ENGLISH_STAGES,
    funds: "Funds raised",
    file: "File attached",
    closing: (day: string) => `Sent on ${day}. Please confirm that you have received the file.`,
    sender: "Sent by",
  },
} as const;
