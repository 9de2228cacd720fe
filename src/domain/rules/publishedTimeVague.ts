import { besideWindow, readTime, type TimeReading } from "../values/periods";
import { isPublished } from "./concerns";
import { type CheckContext, NO_HITS, type WorkRule } from "./rule";

export const publishedTimeVague: WorkRule = {
  shape: "work",
  id: "published-time-vague",
  severity: "error",
  column: "published",
  clause: "154-KH/BTGTU, Biểu số 02, cột “Đã xuất bản (thời gian)”",
  message: {
    vi: "“{value}” không rõ là thời gian nào. Hãy ghi ngày, tháng/năm, quý hoặc năm xuất bản, ví dụ {example}.",
    en: "“{value}” names no definite time. Enter the date, month/year, quarter or year of publication, for example {example}.",
  },
  concerns: isPublished,
  check: ({ marks: { published } }, context) => {
    if (published.status !== "reached" || published.time.problem !== "vague") return NO_HITS;
    const suggestion = offered(published.time, context);
    return [
      suggestion === null
        ? { params: { example: "8/2022" } }
        : { params: { example: suggestion }, fix: suggestion },
    ];
  },
};

/** "Cuối năm 2023" may be after the cut-off when 2023 is not: no correction changes silently whether the work counts. */
function offered({ suggestion, within }: TimeReading, { scheme, cutOff }: CheckContext): string | null {
  if (suggestion === null) return null;
  const [now, then] = [within, readTime(suggestion).within].map((bounds) =>
    besideWindow(bounds, scheme.start, cutOff)
  );
  return now === then ? suggestion : null;
}
