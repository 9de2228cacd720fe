import { roleOf, type WorkbookSigns } from "../../../src/domain/role";
import { mergedWorkbook } from "../../../src/layout/merged";
import { templateWorkbook } from "../../../src/layout/templates";
import { deAn02 } from "../../../src/schemes";
import { sampleState } from "../layout/sampleState";
import { computeProgress } from "../../../src/domain/progress/progress";
import type { WorkbookSpec } from "../../../src/layout/sheetSpec";

const told = (sheets: readonly string[], properties: WorkbookSigns["properties"] = {}) =>
  roleOf({ sheets, properties }, deAn02);
const signsOf = ({ sheets, properties }: WorkbookSpec): WorkbookSigns => ({
  sheets: sheets.map(({ name }) => name),
  properties,
});
const round = deAn02.round("khao-sat-2023")!;

describe("the role that a workbook tells", () => {
  test.each([
    ["an empty workbook", ["Sheet1"], {}, null],
    ["any other workbook", ["Tổng hợp", "Biểu", "Lương"], {}, null],
    ["a form", ["Sheet1", "Biểu 02"], {}, "district"],
    ["a form typed in capitals and decomposed letters", ["BIỂU 01".normalize("NFD")], {}, "district"],
    ["a stamp on a sheet of another name", ["Bảng 2"], { "BieuSu.Unit": "ha-lang" }, "district"],
    ["a stamp without a unit", ["Bảng 2"], { "BieuSu.TemplateVersion": "1" }, "district"],
    ["properties of others", ["Sheet1"], { "BieuSu.Khac": "1", Company: "Huyện uỷ" }, null],
    ["merged tables", ["Tổng hợp 01", "Tổng hợp 02", "Chỉ tiêu", "Nhật ký"], {}, "province"],
    ["one merged table", ["tổng hợp 02"], {}, "province"],
    ["the stamp of merged tables that were renamed", ["A"], { "BieuSu.Merged": "1" }, "province"],
    ["merged tables beside blank forms", ["Biểu 01", "Biểu 02", "Tổng hợp 01"], {}, "province"],
    ["a unit's own journal beside its form", ["Biểu 01", "Nhật ký"], {}, "district"],
    ["a stamped unit's own targets", ["Chỉ tiêu"], { "BieuSu.Unit": "ha-lang" }, "district"],
    ["targets alone", ["Chỉ tiêu"], {}, "province"],
    ["a journal alone", ["Nhật ký"], {}, "province"],
  ] as const)("%s", (_, sheets, properties, role) => {
    expect(told(sheets, properties)).toBe(role);
  });

  test("what the product makes", () => {
    const unit = deAn02.units[0]!;
    expect(roleOf(signsOf(templateWorkbook({ scheme: deAn02, unit, round })), deAn02)).toBe("district");
    expect(roleOf(signsOf(templateWorkbook({ scheme: deAn02, unit: null, round })), deAn02)).toBe("district");
    const state = sampleState();
    const asOf = "2023-06-30";
    const figures = computeProgress(state, { scheme: deAn02, asOf });
    const merged = mergedWorkbook({ state, scheme: deAn02, round, figures, asOf });
    expect(roleOf(signsOf(merged), deAn02)).toBe("province");
  });
});
