/** The four stage cells of a row of Biểu 02 and the one honest reading of them. */
import type { Stage } from "../../schemes/types";
import { STAGES } from "../../schemes/types";
import type { CellValue } from "../grid";
import { cleanText, comparisonKey } from "../text/normalize";
import { type Period, readPeriod } from "./periods";

export interface StageMark {
  /**
   * `reached`: the stage is marked; `not-reached`: empty or a word for nothing; `planned`: something still to come
   * ("dự kiến 7/2023"); `unclear`: a text that says neither.
   */
  readonly status: "reached" | "not-reached" | "planned" | "unclear";
  /** The time that the cell states, if any. */
  readonly period: Period | null;
}

const NOTHING = keys(
  "-",
  "--",
  "–",
  "—",
  "0",
  "o",
  "/",
  "//",
  "chưa",
  "không",
  "ko",
  "k",
  "chưa có",
  "không có",
  "n/a"
);
const MARKS = keys(
  "x",
  "xx",
  "✓",
  "✔",
  "√",
  "☑",
  "v",
  "có",
  "rồi",
  "đã",
  "đã xong",
  "xong",
  "hoàn thành",
  "1",
  "+",
  "đạt"
);
const NOT_YET = /^(chưa|không|ko) /;
const PLANNED = /^(dự kiến|sẽ|kế hoạch|chuẩn bị|phấn đấu|đang chờ|chờ|đang xin|đang in|đang thẩm định) ?/;
const REACHED_PHRASES =
  /^(đã |có |lần |hoàn thành|xuất bản|nxb|nhà xuất bản|quý |tháng |năm |hội thảo|thông qua|qđ|quyết định)/;
const IN_PROGRESS = /^đang /;

function keys(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(comparisonKey));
}

/** Reads one stage cell. */
export function readStageMark(value: CellValue, stage: Stage): StageMark {
  const period = readPeriod(value);
  return { status: readStatus(value, stage, period), period };
}

function readStatus(value: CellValue, stage: Stage, period: Period | null): StageMark["status"] {
  if (value === null || value === false || value === 0) return "not-reached";
  if (value === true || value === 1) return "reached";
  if (typeof value === "number") return period ? "reached" : "unclear";
  if (typeof value === "object") return value.kind === "date" ? "reached" : "unclear";
  const text = cleanText(value);
  const key = comparisonKey(text);
  if (key === "" || NOTHING.has(key)) return "not-reached";
  if (MARKS.has(key)) return "reached";
  const lower = text.toLowerCase();
  if (NOT_YET.test(lower)) return "not-reached";
  if (PLANNED.test(lower)) return "planned";
  // "đang chỉnh sửa" under "Đang tiến hành biên soạn" is what that column asks for; elsewhere it is not yet reached.
  if (IN_PROGRESS.test(lower)) return stage === "compiling" ? "reached" : "planned";
  if (period || REACHED_PHRASES.test(lower)) return "reached";
  return stage === "compiling" ? "reached" : "unclear";
}

/** The highest stage marked (domain order), or null when none is. */
export function highestStage(marks: Readonly<Record<Stage, StageMark>>): Stage | null {
  return [...STAGES].reverse().find((stage) => marks[stage].status === "reached") ?? null;
}
