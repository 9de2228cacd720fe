/** What a stage cell only plans. The word may stand before what is planned or behind it: "quý IV/2023 (dự kiến)". */
import type { Stage } from "../../schemes/types";
import { readTime } from "./periods";
import { type Clause, otherStage, STAGE_WORDS, withoutBrackets } from "./stageWords";

/**
 * `none`: the text plans nothing of the stage; `only`: it states nothing else of it; `besides`: it also states that it
 * was reached ("lần 1: 3/2023; lần 2: dự kiến 8/2023").
 */
export type Planning = "none" | "only" | "besides";

export const PLANNED = /(?<!\p{L})(?:dự kiến|sẽ|phấn đấu)(?!\p{L})/u;
const PLANNED_WORDS = new RegExp(PLANNED, "gu");
const AS_PLANNED = /^(?:theo )?kế hoạch$/;
const OCCASION = /(?<!\p{L})(?:lần|đợt|l)\s?(?:thứ\s)?(?:\d|đầu|nhất|hai|ba|tới|sau|tiếp)|\d lần(?!\p{L})/u;
const ONCE_MORE = /(?<!\p{L})(?:tái bản|thêm|bổ sung|nữa)(?!\p{L})/u;
const STATED = /^đã(?!\p{L})/u;
const DONE = /^đã (?:xuất bản|phát hành|in|hội thảo|tổ chức|họp|thẩm định|nghiệm thu|thông qua)(?!\p{L})/u;
const WAITING = /^(?:đang|không|ko)(?!\p{L})|(?<!\p{L})(?:chưa|chờ|sắp|chuẩn bị)(?!\p{L})/u;
/** Digits stand in one place of the pattern each time: else long ones would be divided among all places in every way. */
export const ONLY_TIME =
  /^(?:ngày|tháng|quý|quí|năm|q|t)?[\d\s/.,-]*(?:(?:tháng|quý|năm|[ivx]+)[\d\s/.,-]*)?(?:năm[\d\s/.,-]*)?$/u;

/** A clause with the notes on it. */
interface Statement {
  readonly isPlanned: boolean;
  /** It is about another stage. */
  readonly isOther: boolean;
  readonly isWaiting: boolean;
  /** It begins with "đã". */
  readonly isStated: boolean;
  readonly isDone: boolean;
  readonly hasTime: boolean;
  /** It says which time it was, "lần 1". */
  readonly hasOccasion: boolean;
  readonly namesStage: boolean;
}

/** What clauses in lower case plan of a stage. */
export function planningOf(clauses: readonly Clause[], stage: Stage): Planning {
  if (!clauses.some((clause) => isPlan(clause, stage))) return "none";
  const statements = statementsOf(clauses, stage);
  // "Đã xong bản thảo; xuất bản 10/2023 (dự kiến)": where a plan names the stage, what does not is about something else.
  const isNamed = statements.some(
    ({ isPlanned, namesStage, hasOccasion }) => isPlanned && namesStage && !hasOccasion
  );
  const isReached = statements.some(
    (statement) => standsAlone(statement) && (!isNamed || statement.namesStage || statement.hasOccasion)
  );
  return isReached ? "besides" : "only";
}

function isPlan({ text }: Clause, stage: Stage): boolean {
  if (PLANNED.test(text)) return otherStage(text, stage) === null;
  return AS_PLANNED.test(withoutBrackets(text));
}

function statementsOf(clauses: readonly Clause[], stage: Stage): readonly Statement[] {
  const statements: Statement[] = [];
  for (const clause of clauses) {
    const next = statementOf(clause, stage);
    const last = statements[statements.length - 1];
    const joins = last !== undefined && (next.isPlanned ? qualifies(clause, last) : isDetail(clause, next));
    if (joins) statements[statements.length - 1] = joined(last, next);
    else statements.push(next);
  }
  return statements;
}

function statementOf(clause: Clause, stage: Stage): Statement {
  const { text } = clause;
  const { period, problem } = readTime(text);
  return {
    isPlanned: isPlan(clause, stage),
    isOther: otherStage(text, stage) !== null,
    isWaiting: WAITING.test(text),
    isStated: STATED.test(text),
    isDone: DONE.test(text),
    hasTime: period !== null || problem !== null,
    hasOccasion: OCCASION.test(text),
    namesStage: STAGE_WORDS[stage].test(text),
  };
}

/** "(lần 1)"; a note about another stage says nothing of what it stands behind. */
function isDetail({ isNote }: Clause, { isOther }: Statement): boolean {
  return isNote && !isOther;
}

function joined(first: Statement, note: Statement): Statement {
  return {
    ...first,
    isPlanned: first.isPlanned || note.isPlanned,
    isWaiting: first.isWaiting || note.isWaiting,
    hasTime: first.hasTime || note.hasTime,
    hasOccasion: first.hasOccasion || note.hasOccasion,
    namesStage: first.namesStage || note.namesStage,
  };
}

/** True when a plan is about what stands before it; "dự kiến lần 2" and "dự kiến tái bản" are about something further. */
function qualifies({ text, isNote }: Clause, before: Statement): boolean {
  const planned = withoutBrackets(text.replace(PLANNED_WORDS, "").replace(AS_PLANNED, ""));
  if (planned === "") return true;
  if (OCCASION.test(planned) || ONCE_MORE.test(planned)) return false;
  const isOpen = isNote || !before.hasTime;
  return isOpen && (ONLY_TIME.test(planned) || !before.isStated);
}

function standsAlone({ isPlanned, isOther, isWaiting, isDone, hasTime, hasOccasion }: Statement): boolean {
  return !isPlanned && !isOther && !isWaiting && (isDone || hasTime || hasOccasion);
}
