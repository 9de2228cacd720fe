import type { FileRule } from "./rule";

export const unitStatedOtherwise: FileRule = {
  shape: "file",
  id: "unit-stated-otherwise",
  severity: "warning",
  forms: ["bieu-01", "bieu-02"],
  column: "ordinal",
  clause: "154-KH/BTGTU: mỗi đơn vị báo cáo bằng biểu của mình",
  message: {
    vi: "Tệp được đánh dấu là của {unit}, nhưng {where} ghi “{stated}”. Có thể đơn vị đã dùng biểu mẫu của nơi khác: hãy hỏi lại, rồi chọn đúng đơn vị.",
    en: "The file is stamped for {unit}, but {where} says “{stated}”. The unit may have used another one's template: ask, then choose the right unit.",
  },
  check: ([table], { unit, statedUnits = [] }) => {
    const other = statedUnits.find((stated) => stated.unit.id !== unit?.id);
    if (!table || !unit || !other) return [];
    const params = { unit: unit.name, stated: other.unit.name, where: WHERE[other.by] };
    return [{ table, row: table.located.headerTop, value: other.unit.name, params }];
  },
};

const WHERE = {
  text: { vi: "trong trang", en: "the sheet" },
  "file-name": { vi: "tên tệp", en: "the file name" },
} as const;
