import { communeName, formerCommuneName } from "../identity";
import { isElsewhere } from "../values/titleSuggestions";
import { namesDoubtfulPlace } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workCommuneAmbiguous: WorkRule = {
  shape: "work",
  id: "work-commune-ambiguous",
  severity: "warning",
  column: "title",
  clause: "Danh mục 161 xã, phường, thị trấn của tỉnh Cao Bằng (01/3/2020 - 30/6/2025)",
  message: {
    vi: "“{value}” có thể là: {candidates}. Công trình chưa được tính cho xã nào; hãy ghi rõ xã, phường hoặc thị trấn và huyện.",
    en: "“{value}” may be: {candidates}. The work counts for none of them yet; state the type of commune and the district.",
  },
  concerns: namesDoubtfulPlace,
  check: ({ reading }, { scheme, unit }) => {
    const { candidates, commune, former, several } = reading;
    if (commune || several || candidates.length === 0 || isElsewhere(candidates, unit)) return NO_HITS;
    const names = candidates.map((candidate) => communeName(candidate, scheme));
    const past = former ? [formerCommuneName(former, scheme)] : [];
    return [{ params: { candidates: [...names, ...past].join("; ") } }];
  },
};
