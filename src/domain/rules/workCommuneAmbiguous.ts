import { communeName } from "../identity";
import { NO_HITS, type WorkRule } from "./rule";

export const workCommuneAmbiguous: WorkRule = {
  shape: "work",
  id: "work-commune-ambiguous",
  severity: "warning",
  column: "title",
  clause: "Danh mục 161 xã, phường, thị trấn của tỉnh Cao Bằng (01/3/2020 - 30/6/2025)",
  message: {
    vi: "“{value}” có thể là: {candidates}. Hãy ghi rõ xã, phường hoặc thị trấn và huyện.",
    en: "“{value}” may be: {candidates}. State the type of commune and the district.",
  },
  check: ({ reading }, { scheme }) =>
    reading.candidates.length > 1
      ? [
          {
            params: {
              candidates: reading.candidates.map((commune) => communeName(commune, scheme)).join("; "),
            },
          },
        ]
      : NO_HITS,
};
