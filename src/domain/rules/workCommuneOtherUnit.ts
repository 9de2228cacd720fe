import { communeName } from "../identity";
import { isElsewhere } from "../values/titleSuggestions";
import { NO_HITS, type WorkRule } from "./rule";

export const workCommuneOtherUnit: WorkRule = {
  shape: "work",
  id: "work-commune-other-unit",
  severity: "error",
  column: "title",
  clause: "02-ĐA/TU, I.2: mỗi xã thuộc một huyện, thành phố",
  message: {
    vi: "{commune} không thuộc {unit}. Hãy kiểm tra tên công trình; dòng này không được tính cho {unit}.",
    en: "{commune} does not belong to {unit}. Check the title; the row is not counted for {unit}.",
  },
  check: ({ reading }, { scheme, unit }) => {
    const { candidates, several } = reading;
    if (unit === null || several || !isElsewhere(candidates, unit)) return NO_HITS;
    const names = candidates.map((candidate) => communeName(candidate, scheme));
    return [{ params: { commune: { vi: names.join(" hay "), en: names.join(" or ") }, unit: unit.name } }];
  },
};
