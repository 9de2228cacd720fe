/** The four stage cells of a row of Biểu 02 and the one honest reading of them. */
import type { Stage } from "../../schemes/types";
import { STAGES } from "../../schemes/types";
import type { CellValue } from "../grid";
import { cleanText, comparisonKey } from "../text/normalize";
import { remembering } from "../text/remembering";
import { understoodPart } from "../text/understood";
import { type Period, readTime, type TimeReading } from "./periods";
import { ONLY_TIME, PLANNED, planningOf } from "./stagePlans";
import { hasOwnWord, shortfallOf } from "./stageSteps";
import {
  type Clause,
  clausesOf,
  HIGHEST_FIRST,
  otherStage,
  STAGE_WORDS,
  withoutBrackets,
} from "./stageWords";

export interface StageMark {
  /**
   * `reached`: the stage is marked; `not-reached`: empty or a word for nothing; `planned`: something still to come
   * ("dự kiến 7/2023"), be it that what leads up to it is done ("đã gửi Nhà xuất bản 5/2023"); `unclear`: a text that says
   * neither, or that speaks of an earlier stage.
   */
  readonly status: "reached" | "not-reached" | "planned" | "unclear";
  /** The time that the cell states, if any. */
  readonly period: Period | null;
  /** The time in full: why one that is there cannot be used, and how to write it. */
  readonly time: TimeReading;
  /** The other stage that the cell speaks of ("đã hội thảo lần 2" under "Đã xuất bản"); null when it speaks of its own. */
  readonly speaksOf: Stage | null;
  /** True when the cell holds a time and nothing else. */
  readonly onlyTime: boolean;
}

const NOTHING = keys(
  ..."- -- – — 0 o / // . .. ... … chưa không ko k n/a 0%".split(" "),
  "chưa có",
  "không có"
);
const MARKS = keys(
  ..."x xx xxx ✓ ✔ √ ☑ ☒ ✅ ■ ● • * v y yes ok có rồi đã xong đạt đủ 1 + 100%".split(" "),
  // Ticks of the fonts Wingdings and Symbol, as they arrive without their font.
  ..."ü þ \uf0fc \uf0fe \uf052 \uf0d6".split(" "),
  "đã xong",
  "hoàn thành",
  "đã hoàn thành"
);
/** Asks for the coloured picture of a mark. */
const VARIATION = /\ufe0f/g;
const NOT_YET = /^(?:chưa|không|ko)(?!\p{L})/u;
/** "Chưa hoàn thành bản thảo" is what the column of compiling means. */
const NOT_COMPLETE = /^chưa (?:hoàn thành|hoàn thiện|xong)(?!\p{L})/u;
const PENDING =
  /(?<!\p{L})(?:dự kiến|sẽ|phấn đấu|chuẩn bị|sắp|chờ|đang in|đang xin|đang trình|đang thẩm định|đang làm thủ tục)(?!\p{L})|^kế hoạch(?!\p{L})/u;
const NOT_YET_INSIDE = /(?<!\p{L})chưa(?!\p{L})/u;
const REACHED_PHRASES =
  /^(?:x(?!\p{L})|✓|✔|√|đã |có |lần |đợt |l\d|\d{1,2} lần|hoàn thành|xuất bản|in (?:xong|năm)|nxb|nhà xuất bản|qu[ýí] |tháng |năm |hội thảo|thông qua|thẩm định|qđ|quyết định|gpxb|giấy phép)/u;
const IN_PROGRESS = /^đang(?!\p{L})/u;
/** What comes after a workshop or an appraisal, and before another edition. */
const EDITING = /(?<!\p{L})(?:chỉnh sửa|chỉnh lý|biên soạn lại)(?!\p{L})/u;
const NEXT_EDITION = /(?<!\p{L})tái bản(?!\p{L})/u;
/** After a licence: "GPXB số 45, chưa in". */
const NOT_PRINTED = new Set([
  "chưa in",
  "chưa in xong",
  "chưa được in",
  "chưa xuất bản",
  "chưa được xuất bản",
]);
/** The first of these words that a plan has says whether compiling is to end or to begin. */
const END_OR_BEGIN =
  /(?<!\p{L})(?:(hoàn thành|hoàn thiện|hoàn tất|kết thúc|xong|(?:biên soạn|viết) xong)|biên soạn|viết|triển khai|bắt đầu|khởi động|thành lập)(?!\p{L})/u;
const WORKSHOPS_AT_MOST = 5;
/** The same as text, as every table of Word has it. */
const WORKSHOPS = new RegExp(`^0?[1-${WORKSHOPS_AT_MOST}]$`);

function keys(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.map(comparisonKey));
}

const EMPTY: StageMark = {
  status: "not-reached",
  period: null,
  time: readTime(null),
  speaksOf: null,
  onlyTime: false,
};

/** Reads one stage cell. */
export function readStageMark(value: CellValue, stage: Stage): StageMark {
  if (value === null) return EMPTY;
  if (typeof value === "string") return markOfText[stage](understoodPart(value));
  const time = readTime(value);
  const { period } = time;
  const status = readPlainValue(value, stage, period);
  return { status, period, time, speaksOf: null, onlyTime: period !== null };
}

/**
 * True for a cell that speaks of a stage beyond doubt. Under "Đang tiến hành biên soạn" every text is read as a mark, be it
 * the name of who signs; there it has to be one that would say something elsewhere too.
 */
export function isSureMark(value: CellValue, stage: Stage): boolean {
  const { status } = readStageMark(value, stage);
  if (status !== "reached" && status !== "planned") return false;
  return stage !== "compiling" || readStageMark(value, "published").status !== "unclear";
}

/** Different marks of a whole province: "x" and "8/2022" stand in most rows. */
const MOST_MARKS = 5_000;

const markOfText: Readonly<Record<Stage, (text: string) => StageMark>> = {
  compiling: remembering((text) => readMarkText(text, "compiling"), MOST_MARKS),
  workshop: remembering((text) => readMarkText(text, "workshop"), MOST_MARKS),
  appraised: remembering((text) => readMarkText(text, "appraised"), MOST_MARKS),
  published: remembering((text) => readMarkText(text, "published"), MOST_MARKS),
};

function readMarkText(text: string, stage: Stage): StageMark {
  const time = readTime(text);
  const { period } = time;
  const lower = withoutBrackets(cleanText(text.replace(VARIATION, ""))).toLowerCase();
  const clauses = clausesOf(lower);
  const isMarked = clauses.length > 1 && MARKS.has(comparisonKey(clauses[0]?.text ?? ""));
  if (isMarked)
    return { status: markWithNote(clauses, stage), period, time, speaksOf: null, onlyTime: false };
  const speaksOf = spokenOf(lower, clauses, stage);
  const status = readText(lower, clauses, stage, speaksOf, period !== null || time.problem !== null);
  return { status, period, time, speaksOf, onlyTime: period !== null && ONLY_TIME.test(lower) };
}

function readPlainValue(
  value: Exclude<CellValue, string | null>,
  stage: Stage,
  period: Period | null
): StageMark["status"] {
  if (value === false || value === 0) return "not-reached";
  if (value === true || value === 1) return "reached";
  if (typeof value === "object") return value.kind === "date" ? "reached" : "unclear";
  const countsWorkshops = stage === "workshop" && Number.isInteger(value) && value <= WORKSHOPS_AT_MOST;
  return period !== null || (countsWorkshops && value > 0) ? "reached" : "unclear";
}

/**
 * "x, đang chỉnh sửa" is marked; "x (dự kiến)" and "hoàn thành, chờ xuất bản" are not, but what is planned of another
 * stage says nothing of this one.
 */
function markWithNote([, ...clauses]: readonly Clause[], stage: Stage): StageMark["status"] {
  const notes = clauses.map(({ text }) => text);
  const own = notes.find((note) => STAGE_WORDS[stage].test(note));
  if (own !== undefined && NOT_YET.test(own)) return "not-reached";
  if (own !== undefined && PENDING.test(own) && !isEndOf(stage, own)) return "planned";
  const shortfall = own === undefined ? null : shortfallOf(own, stage);
  if (shortfall !== null) return shortfall;
  const planned = notes.some(
    (note) => PLANNED.test(note) && otherStage(note, stage) === null && !isEndOf(stage, note)
  );
  return planned ? "planned" : "reached";
}

/** Compiling goes on while its end is planned: "dự kiến hoàn thành quý IV/2023". */
function isEndOf(stage: Stage, plan: string): boolean {
  return stage === "compiling" && END_OR_BEGIN.exec(plan)?.[1] !== undefined;
}

/**
 * The highest stage that a text speaks of when it does not speak of its own. That the manuscript is being edited after
 * the workshop, or that a later stage is awaited, is a note.
 */
function spokenOf(lower: string, clauses: readonly Clause[], stage: Stage): Stage | null {
  if (STAGE_WORDS[stage].test(lower)) return null;
  const others = clauses.map(({ text }, index) => {
    const other = otherStage(text, stage);
    const isEdited = index > 0 && other === "compiling" && EDITING.test(text);
    const isAwaited = other !== null && isLater(other, stage) && isUnderWay(text);
    return isEdited || isAwaited ? null : other;
  });
  return HIGHEST_FIRST.find((other) => others.includes(other)) ?? null;
}

function isLater(other: Stage, stage: Stage): boolean {
  return STAGES.indexOf(other) > STAGES.indexOf(stage);
}

function isUnderWay(clause: string): boolean {
  return PENDING.test(clause) || IN_PROGRESS.test(clause);
}

/**
 * "Đã thẩm định, đang chờ xuất bản" says of publishing that it waits: the clause that names the stage decides, or one that
 * says what came of it, "đã trình cấp phép 3/2023, in xong 5/2023".
 */
function decisiveClause(lower: string, clauses: readonly Clause[], stage: Stage): string {
  const first = (clauses.find(({ text }) => STAGE_WORDS[stage].test(text)) ?? clauses[0])?.text ?? lower;
  if (shortfallOf(first, stage) === null) return first;
  const outcome = clauses.find(
    ({ text }) =>
      hasOwnWord(text, stage) &&
      shortfallOf(text, stage) === null &&
      !isUnderWay(text) &&
      !NOT_YET_INSIDE.test(text)
  );
  return outcome?.text ?? first;
}

/** "5/2023 (đang chỉnh sửa bản in)" under "Đã xuất bản". */
function isStillEdited(lower: string, clauses: readonly Clause[]): boolean {
  if (STAGE_WORDS.published.test(lower) || NEXT_EDITION.test(lower)) return false;
  return clauses.some(({ text }) => IN_PROGRESS.test(text) && EDITING.test(text));
}

/** @param lower the cell's text, clean and in lower case */
function readText(
  lower: string,
  clauses: readonly Clause[],
  stage: Stage,
  speaksOf: Stage | null,
  statesTime: boolean
): StageMark["status"] {
  const key = comparisonKey(lower);
  if (key === "" || NOTHING.has(key)) return "not-reached";
  if (MARKS.has(key) || (stage === "workshop" && WORKSHOPS.test(key))) return "reached";
  const clause = decisiveClause(lower, clauses, stage);
  if (stage === "compiling" && NOT_COMPLETE.test(clause)) return "reached";
  if (NOT_YET.test(clause)) return "not-reached";
  const shortfall = speaksOf === null ? shortfallOf(clause, stage) : null;
  // "Đã xong bản thảo, dự kiến quý IV/2023"
  if (shortfall !== null) return planningOf(clauses, stage) === "only" ? "planned" : shortfall;
  if (stage === "published" && clauses.some(({ text }) => NOT_PRINTED.has(text))) return "planned";
  const planning = stage === "compiling" ? "none" : planningOf(clauses, stage);
  if (planning !== "none") return planning === "only" ? "planned" : "reached";
  if (PENDING.test(clause) && !isEndOf(stage, clause)) return "planned";
  // "đang chỉnh sửa" under "Đang tiến hành biên soạn" is what that column asks for; elsewhere it is not yet reached.
  if (stage === "compiling") return "reached";
  if (IN_PROGRESS.test(clause)) return "planned";
  if (NOT_YET_INSIDE.test(clause)) return "unclear";
  if (speaksOf !== null && isLater(stage, speaksOf)) return "unclear";
  if (stage === "published" && isStillEdited(lower, clauses)) return "unclear";
  if (statesTime || REACHED_PHRASES.test(lower)) return "reached";
  // "3/2023 (dự kiến xuất bản 2024)": the text has no time of its own, for what it plans of another stage.
  return readTime(clause).period !== null ? "reached" : "unclear";
}

/** The highest stage marked (domain order), or null when none is. */
export function highestStage(marks: Readonly<Record<Stage, Pick<StageMark, "status">>>): Stage | null {
  for (const stage of HIGHEST_FIRST) if (marks[stage].status === "reached") return stage;
  return null;
}
