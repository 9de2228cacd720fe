import type { Commune } from "../../schemes/types";
import type { FormTable } from "../records";
import type { FileRule } from "./rule";

/** Fewer communes than this prove nothing. */
const ENOUGH = 3;

export const unitCommunesElsewhere: FileRule = {
  shape: "file",
  id: "unit-communes-elsewhere",
  severity: "warning",
  forms: ["bieu-02"],
  column: "title",
  clause: "154-KH/BTGTU: mỗi đơn vị báo cáo bằng biểu của mình",
  message: {
    vi: "Tệp là của {unit}, nhưng {count} trong {all} công trình cấp xã là của {other}. Có thể tệp bị gán nhầm đơn vị: hãy hỏi lại, rồi chọn đúng đơn vị.",
    en: "The file is of {unit}, but {count} of {all} commune works belong to {other}. It may be assigned to the wrong unit: ask, then choose the right one.",
  },
  check: (tables, { scheme, unit }) => {
    const [table] = tables;
    if (!table || unit?.kind !== "district") return [];
    const communes = communesOf(tables);
    if (communes.filter((commune) => commune.unit !== unit.id).length < ENOUGH) return [];
    const counted = scheme.units
      .filter(({ id }) => id !== unit.id)
      .map((other) => ({ other, count: communes.filter((commune) => commune.unit === other.id).length }));
    const most = counted.reduce((a, b) => (b.count > a.count ? b : a));
    if (most.count < ENOUGH || most.count * 2 <= communes.length) return [];
    const [count, all] = [String(most.count), String(communes.length)];
    const params = { unit: unit.name, other: most.other.name, count, all };
    return [{ table, row: table.located.headerBottom, value: most.other.name, params }];
  },
};

function communesOf(tables: readonly FormTable[]): readonly Commune[] {
  const communes: Commune[] = [];
  for (const { works } of tables) {
    for (const { reading } of works) if (reading.commune !== null) communes.push(reading.commune);
  }
  return communes;
}
