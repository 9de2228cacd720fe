import { checkWorkbook } from "../../../../src/domain/check";
import type { CellValue } from "../../../../src/domain/grid";
import { deAn02 } from "../../../../src/schemes";
import { grid, WORK_GROUPS, WORK_STAGES, workbook } from "../../../support/grids";
import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const rowsOf = (amounts: readonly CellValue[]) =>
  amounts.map((funds, index) => workRow({ ordinal: index + 1, funds }));
const found = (...amounts: readonly CellValue[]) => ofRule(workFindings(...rowsOf(amounts)), "funds-outlier");
const USUAL = ["50.000.000", 60_000_000, "40 triệu", "0,05 tỷ"];

test("an amount that no one gives is said even when it stands alone", () => {
  expect(found(50)).toMatchObject([{ severity: "warning", cell: "G3", value: "50" }]);
  expect(found(50)[0]?.fix).toBeUndefined();
  expect(found("50 tỷ")).toHaveLength(1);
});

test("the other rows show in what a small number counts", () => {
  const [finding] = found(...USUAL, 55);
  expect(finding).toMatchObject({ cell: "G7", fix: { value: "55.000.000" } });
  expect(finding?.message).toContain("có lẽ là 55.000.000 đ");
  expect(found(...USUAL, 55_000)[0]?.fix).toEqual({ value: "55.000.000" });
  expect(found(...USUAL, "55.000.000")).toEqual([]);
});

test("a zero too many or too few", () => {
  expect(found(...USUAL, 5_000_000_000)[0]).toMatchObject({ cell: "G7", value: "5000000000" });
  expect(found(...USUAL, 500_000)[0]?.message).toContain("nhỏ hơn nhiều");
  expect(found(...USUAL, 500_000)[0]?.fix).toBeUndefined();
});

test("usual amounts are usual", () => {
  expect(found(...USUAL, 200_000_000, 10_000_000, "không", null)).toEqual([]);
});

function headed(heading: string, above: readonly CellValue[][], ...amounts: readonly CellValue[]) {
  const header = WORK_GROUPS.map((title) => (title === "Kinh phí xã hội hóa" ? heading : title));
  const sheet = grid([...above, header, WORK_STAGES, ...rowsOf(amounts)], { sheet: "Biểu 02" });
  const check = checkWorkbook(workbook({ unit: "ha-lang", sheets: [sheet] }), {
    scheme: deAn02,
    asOf: "2023-06-30",
    language: "vi",
  });
  return ofRule(check.findings, "funds-outlier");
}

test("đồng typed in a column that counts triệu", () => {
  expect(headed("Kinh phí xã hội hóa (triệu đồng)", [], 50, 60, 40, 45)).toEqual([]);
  expect(headed("Kinh phí xã hội hóa (triệu đồng)", [], 50, 60, 40, 45, 55_000_000)).toMatchObject([
    { fix: { value: "55.000.000 đ" } },
  ]);
});

test("the unit may stand above the table", () => {
  const note = [[null, null, null, null, null, null, "Đơn vị tính: triệu đồng"]];
  expect(headed("Kinh phí xã hội hóa", note, 50, 60, 40, 45)).toEqual([]);
  expect(headed("Kinh phí xã hội hóa (đồng)", note, 50, 60)).toHaveLength(2);
});
