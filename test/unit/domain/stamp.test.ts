import { identifyUnit, statedRound } from "../../../src/domain/stamp";
import { deAn02 } from "../../../src/schemes";
import { grid, workbook } from "../../support/grids";

const unitOf = (parts: Parameters<typeof workbook>[0]) => {
  const found = identifyUnit(workbook(parts), deAn02);
  return found && [found.unit.id, found.source];
};

describe("whose a workbook is", () => {
  test("the stamp comes before the text, the text before the file's name", () => {
    const sheets = [grid([["Đơn vị: Huyện uỷ Thạch An"]])];
    expect(unitOf({ unit: "ha-lang", sheets, file: "hoa-an.xlsx" })).toEqual(["ha-lang", "stamp"]);
    expect(unitOf({ sheets, file: "hoa-an.xlsx" })).toEqual(["thach-an", "text"]);
    expect(unitOf({ sheets: [], file: "hoa-an.xlsx" })).toEqual(["hoa-an", "file-name"]);
  });

  test.each([
    ["Đơn vị: HUYỆN ỦY HẠ LANG", "ha-lang"],
    ["Đơn vị báo cáo: Thành phố Cao Bằng", "cao-bang"],
    ["Đơn vị: Công an tỉnh Cao Bằng", "cong-an"],
    ["Đơn vị: Đảng uỷ Quân sự tỉnh", "quan-su"],
    ["Đơn vị: Huyện uỷ Quảng Hoà", "quang-hoa"],
  ])("%s is %s", (text, unit) => {
    expect(unitOf({ sheets: [grid([[text]])], file: "bieu.xlsx" })).toEqual([unit, "text"]);
  });

  test("the name may stand in the cell beside the label", () => {
    expect(unitOf({ sheets: [grid([["Đơn vị", "Bảo Lâm"]])], file: "b.xlsx" })).toEqual(["bao-lam", "text"]);
  });

  test.each(["Biểu Hạ Lang lần 2.xlsx", "bieu_ha_lang.xlsx", "HA-LANG (1).xlsx"])(
    "a file named %s",
    (file) => {
      expect(unitOf({ sheets: [], file })).toEqual(["ha-lang", "file-name"]);
    }
  );

  test("a thousand different labels are looked at, however often each comes", () => {
    const named = "Đơn vị: Huyện uỷ Thạch An";
    const labels = (count: number) => Array.from({ length: count }, (_, index) => [`Đơn vị: số ${index}`]);
    const sameAgain = Array.from({ length: 2_000 }, () => ["Đơn vị: không rõ"]);
    const unitBelow = (rows: readonly string[][]) =>
      unitOf({ sheets: [grid([...rows, [named]])], file: "bieu.xlsx" });
    expect(unitBelow(sameAgain)).toEqual(["thach-an", "text"]);
    expect(unitBelow(labels(999))).toEqual(["thach-an", "text"]);
    expect(unitBelow(labels(1_000))).toBeNull();
  });

  test("nothing, a unit of measure, or two units say nothing", () => {
    expect(unitOf({ sheets: [], file: "bieu.xlsx" })).toBeNull();
    expect(unitOf({ sheets: [grid([["Đơn vị tính: đồng"]])], file: "bieu.xlsx" })).toBeNull();
    expect(unitOf({ sheets: [grid([["Đơn vị: Hạ Lang, Thạch An"]])], file: "bieu.xlsx" })).toBeNull();
  });
});

describe("which round a workbook is for", () => {
  const roundOf = (round: string, text?: string) =>
    statedRound(workbook({ round, sheets: text ? [grid([[text]])] : [] }), deAn02, "2024-03-01")?.id;

  test("the stamp, else the text of the sheet", () => {
    expect(roundOf("khao-sat-2023")).toBe("khao-sat-2023");
    expect(roundOf("", "Đợt báo cáo: Báo cáo năm 2023")).toBe("hang-nam-2023");
    expect(roundOf("", "Đợt báo cáo: Khảo sát 02 năm thực hiện Đề án (2023)")).toBe("khao-sat-2023");
    expect(roundOf("", "Báo cáo năm 2023")).toBeUndefined();
  });
});
