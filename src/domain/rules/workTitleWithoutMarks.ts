import { isWithoutMarks } from "../values/titleSuggestions";
import { NO_HITS, type WorkRule } from "./rule";

export const workTitleWithoutMarks: WorkRule = {
  shape: "work",
  id: "work-title-without-marks",
  severity: "warning",
  column: "title",
  clause: "154-KH/BTGTU, Biểu số 02, cột “Tên công trình”: ghi đúng tên công trình",
  message: {
    vi: "“{value}” viết không dấu nên không nhận ra được là công trình của đơn vị nào. Hãy ghi lại bằng tiếng Việt có dấu.",
    en: "“{value}” is written without Vietnamese marks, so that its commune cannot be told. Write it with marks.",
  },
  check: ({ title }) => (isWithoutMarks(title) ? [{}] : NO_HITS),
};
