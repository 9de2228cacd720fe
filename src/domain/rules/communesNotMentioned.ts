import type { FileRule } from "./rule";

export const communesNotMentioned: FileRule = {
  shape: "file",
  id: "communes-not-mentioned",
  severity: "info",
  forms: ["bieu-02"],
  column: "title",
  clause: "02-ĐA/TU, II.2.2: mỗi xã chưa có sách phải hoàn thành bản thảo",
  message: {
    vi: "Chưa thấy công trình của {count} trong {total} xã, phường, thị trấn của {unit}: {communes}. Nơi nào chưa triển khai thì không cần ghi; nơi nào còn sót thì hãy bổ sung.",
    en: "{count} of the {total} communes of {unit} have no row: {communes}. Add those that were forgotten; those that have not begun need none.",
  },
  check: (tables, { scheme, unit }) => {
    const [table] = tables;
    if (!table || unit?.kind !== "district") return [];
    const mentioned = new Set<string>();
    for (const { works } of tables) {
      for (const { reading } of works) for (const { code } of reading.candidates) mentioned.add(code);
    }
    const communes = scheme.communes.filter((commune) => commune.unit === unit.id);
    const missing = communes.filter(({ code, hadBookBefore }) => !mentioned.has(code) && !hadBookBefore);
    // A form without any work of a commune is empty or another unit's: a list of all communes would not help.
    if (missing.length === 0 || !communes.some(({ code }) => mentioned.has(code))) return [];
    const params = {
      count: String(missing.length),
      total: String(communes.length),
      unit: unit.name,
      communes: missing.map(({ type, name }) => `${type} ${name}`).join(", "),
    };
    return [{ table, row: table.located.headerBottom, value: "", params }];
  },
};
