import { workOfUnstatedLevel } from "../values/titleSuggestions";
import { namesNoKnownCommune } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workLevelUnstated: WorkRule = {
  shape: "work",
  id: "work-level-unstated",
  severity: "warning",
  column: "title",
  clause: "02-ĐA/TU, phần II, mục II.2.2: các công trình mà Đề án nêu tên là của tỉnh",
  message: {
    vi: "“{value}” không nói rõ của tỉnh hay của huyện, nên chưa được tính vào chỉ tiêu. Nếu là “{work}” thì hãy ghi đủ như vậy; nếu là của huyện, thành phố thì hãy ghi thêm tên huyện, thành phố.",
    en: "“{value}” does not say whether it is the province's or the district's, so it counts for no target. If it is “{work}”, write that in full; if it is the district's, add the district's name.",
  },
  concerns: namesNoKnownCommune,
  check: ({ title, reading }, { scheme, unit }) => {
    const work = workOfUnstatedLevel(title, reading, scheme, unit);
    return work === null ? NO_HITS : [{ params: { work: work.title } }];
  },
};
