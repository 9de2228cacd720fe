import { communeName } from "../identity";
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
  check: ({ reading }, { scheme, unit }) =>
    reading.commune && unit && unit.kind === "district" && reading.commune.unit !== unit.id
      ? [{ params: { commune: communeName(reading.commune, scheme), unit: unit.name } }]
      : NO_HITS,
};
