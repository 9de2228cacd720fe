import type { WorkKind } from "../../schemes/types";
import type { FormTable } from "../records";
import type { FileRule } from "./rule";

/** A commune may have a chronicle and a history, but no two of one kind. */
const KINDS: readonly WorkKind[] = ["history", "chronicle", "draft-history"];

export const worksMoreThanCommunes: FileRule = {
  shape: "file",
  id: "works-more-than-communes",
  severity: "warning",
  forms: ["bieu-02"],
  column: "title",
  clause: "02-ĐA/TU, II.2.2: tỷ lệ tính theo số xã, không theo số dòng",
  message: {
    vi: "Có {works} công trình cấp xã cùng loại nhưng {unit} chỉ có {communes} xã, phường, thị trấn. Hãy tìm các dòng trùng hoặc của huyện khác.",
    en: "There are {works} commune works of one kind, but {unit} has only {communes} communes. Look for rows that are double or belong elsewhere.",
  },
  check: (tables, { scheme, unit }) => {
    const [table] = tables;
    if (!table || unit?.kind !== "district") return [];
    const counts = communeWorks(tables);
    const most = Math.max(...KINDS.map((kind) => counts.get(kind) ?? 0));
    const communes = scheme.communes.filter((commune) => commune.unit === unit.id).length;
    if (most <= communes) return [];
    const params = { works: String(most), unit: unit.name, communes: String(communes) };
    return [{ table, row: table.located.headerBottom, value: String(most), params }];
  },
};

/** How many works of communes there are of each kind. */
function communeWorks(tables: readonly FormTable[]): ReadonlyMap<WorkKind, number> {
  const counts = new Map<WorkKind, number>();
  for (const { works } of tables) {
    for (const { reading } of works) {
      if (reading.level === "commune") counts.set(reading.kind, (counts.get(reading.kind) ?? 0) + 1);
    }
  }
  return counts;
}
