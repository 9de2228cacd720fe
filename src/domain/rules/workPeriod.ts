import type { Language } from "../findings";
import { readTitlePeriod } from "../values/workPeriods";
import { NO_HITS, type WorkRule } from "./rule";

/** The Party was founded on 3/2/1930. */
const PARTY_FOUNDED = 1930;

type Problem = Readonly<Record<Language, string>>;

export const workPeriod: WorkRule = {
  shape: "work",
  id: "work-period",
  severity: "warning",
  column: "title",
  clause: "02-ĐA/TU, I.2: tên công trình ghi giai đoạn lịch sử, ví dụ 1930 - 2020",
  message: {
    vi: "Giai đoạn “{period}” trong tên công trình không hợp lý: {problem}. Hãy đối chiếu với bìa sách hoặc bản thảo.",
    en: "The period “{period}” in the title cannot be right: {problem}. Compare with the book or the draft.",
  },
  check: ({ title, reading }, { cutOff }) => {
    const period = readTitlePeriod(title);
    if (!period) return NO_HITS;
    const isOfParty = reading.kind !== "other" && reading.kind !== "sector-tradition";
    const problem = problemOf(period.from, period.to, Number(cutOff.slice(0, 4)), isOfParty);
    return problem ? [{ params: { period: period.text, problem } }] : NO_HITS;
  },
};

function problemOf(from: number, to: number, thisYear: number, isOfParty: boolean): Problem | null {
  if (from > to) return { vi: "năm đầu sau năm cuối", en: "it ends before it begins" };
  if (to > thisYear) return { vi: `năm cuối sau năm ${thisYear}`, en: `it ends after ${thisYear}` };
  return isOfParty && from < PARTY_FOUNDED
    ? { vi: `năm đầu trước năm ${PARTY_FOUNDED}`, en: `it begins before ${PARTY_FOUNDED}` }
    : null;
}
