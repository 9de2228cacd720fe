import { namesDoubtfulPlace } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workSeveralCommunes: WorkRule = {
  shape: "work",
  id: "work-several-communes",
  severity: "warning",
  column: "title",
  clause: "02-ĐA/TU, II.2.2: tỷ lệ tính theo số xã; mỗi công trình một dòng",
  message: {
    vi: "“{value}” nêu nhiều xã, phường, thị trấn nên chưa được tính cho xã nào. Hãy tách mỗi xã một dòng.",
    en: "“{value}” names several communes and counts for none of them. Give each commune a row of its own.",
  },
  concerns: namesDoubtfulPlace,
  check: ({ reading }) => (reading.several ? [{}] : NO_HITS),
};
