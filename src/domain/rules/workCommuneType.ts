import { communeName } from "../identity";
import { renamed } from "../values/titleSuggestions";
import { namesDoubtfulPlace } from "./concerns";
import { NO_HITS, type WorkRule } from "./rule";

export const workCommuneType: WorkRule = {
  shape: "work",
  id: "work-commune-type",
  severity: "warning",
  column: "title",
  clause: "Danh mục 161 xã, phường, thị trấn của tỉnh Cao Bằng (01/3/2020 - 30/6/2025)",
  message: {
    vi: "Tên công trình ghi “{stated} {name}”, trong danh mục là {commune}. Hãy sửa cho đúng loại đơn vị.",
    en: "The title says “{stated} {name}”; in the list it is {commune}. Correct the type of commune.",
  },
  concerns: namesDoubtfulPlace,
  check: ({ title, reading: { commune, named } }, { scheme }) =>
    commune && named && named.type !== null && named.type !== commune.type
      ? [
          {
            params: { stated: named.type, name: named.name, commune: communeName(commune, scheme) },
            fix: renamed(title, named, commune),
          },
        ]
      : NO_HITS,
};
