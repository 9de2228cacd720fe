import { formatDate } from "../values/dates";
import { hasFlawedDate } from "./concerns";
import { NO_HITS, type DocumentRule } from "./rule";

export const documentDateLongYear: DocumentRule = {
  shape: "document",
  id: "document-date-long-year",
  severity: "error",
  column: "date",
  clause: "154-KH/BTGTU, Biểu số 01, cột “Thời gian”; 05-HD/VPTW: ngày, tháng, năm",
  message: {
    vi: "“{value}” ghi năm năm chữ số{guess}. Hãy đối chiếu với văn bản gốc.",
    en: "“{value}” has a year of five digits{guess}. Compare with the document.",
  },
  concerns: hasFlawedDate,
  check: ({ date }) => {
    if (date.status !== "problem" || date.problem !== "long-year") return NO_HITS;
    if (date.suggestion === null) return [{ params: { guess: "" } }];
    const fix = formatDate(date.suggestion);
    return [{ params: { guess: { vi: `, có lẽ là ${fix}`, en: `, probably ${fix}` } }, fix }];
  },
};
