import { checkWorkbook } from "../../../../src/domain/check";
import type { CellValue } from "../../../../src/domain/grid";
import { deAn02 } from "../../../../src/schemes";
import { documentsGrid, workbook, worksGrid } from "../../../support/grids";
import { documentFindings, documentRow, ofRule, workFindings, workRow } from "../../../support/ruleCases";

const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
type Rows = readonly (readonly CellValue[])[];

function findingsOf(sheets: Parameters<typeof workbook>[0]["sheets"]) {
  return checkWorkbook(workbook({ unit: "ha-lang", sheets }), options).findings;
}

test("a document that stands on another sheet of the file is found, with its sheet", () => {
  const sheet = (name: string, rows: Rows) => documentsGrid(rows, name);
  const findings = findingsOf([sheet("Năm 2022", [documentRow()]), sheet("Năm 2023", [documentRow()])]);
  expect(ofRule(findings, "document-duplicate")).toMatchObject([
    {
      severity: "error",
      sheet: "Năm 2023",
      row: 2,
      message: expect.stringContaining("đã có ở dòng 2 (trang “Năm 2022”)") as unknown,
    },
  ]);
});

test("a work that stands on another sheet of the file is found, with its sheet", () => {
  const findings = findingsOf([worksGrid([workRow()], "Đợt 1"), worksGrid([workRow()], "Đợt 2")]);
  expect(ofRule(findings, "work-duplicate")).toMatchObject([
    {
      severity: "warning",
      sheet: "Đợt 2",
      message: expect.stringContaining("dòng 3 (trang “Đợt 1”)") as unknown,
    },
  ]);
});

test("different documents and works are no duplicates", () => {
  expect(
    ofRule(
      documentFindings(documentRow(), documentRow({ ordinal: 2, number: "02-KH/HU" })),
      "document-duplicate"
    )
  ).toEqual([]);
  const chronicle = workRow({ ordinal: 2, title: "Biên niên sự kiện lịch sử Đảng bộ xã An Lạc" });
  expect(ofRule(workFindings(workRow(), chronicle), "work-duplicate")).toEqual([]);
});

const twice = (number: string, issuers: readonly string[], dates = ["1/2/2022"]) =>
  documentFindings(
    ...issuers.map((issuer, index) =>
      documentRow({ ordinal: index + 1, number, issuer, date: dates[index % dates.length] ?? null })
    )
  );

test.each([
  ["02-ĐA/TU", "Tỉnh uỷ", "Tỉnh uỷ Cao Bằng"],
  ["02-ĐA/TU", "Tỉnh ủy Cao Bằng", "Ban Thường vụ Tỉnh uỷ"],
  ["02-ĐA/TU", "Tỉnh uỷ", ""],
  ["20-CT/TW", "Ban Bí thư", "Ban Chấp hành Trung ương Đảng"],
  ["154-KH/BTGTU", "Ban Tuyên giáo Tỉnh uỷ", "Tỉnh uỷ Cao Bằng"],
  ["97-HD/BTGTW", "Ban Tuyên giáo Trung ương", "Ban TGTW"],
  ["30/2020/NĐ-CP", "Chính phủ", "Chính phủ nước CHXHCN Việt Nam"],
  ["01-KH/HU", "Huyện uỷ Hạ Lang", "Ban Thường vụ Huyện ủy Hạ Lang"],
  ["01-KH/HU", "Huyện uỷ Hạ Lang", "BTV Huyện uỷ huyện Hạ Lang, tỉnh Cao Bằng"],
  ["01-KH/HU", "Huyện uỷ Hạ Lang", "BCH Đảng bộ huyện Hạ Lang"],
  ["05-NQ/ĐU", "Đảng uỷ xã An Lạc", "Ban Chấp hành Đảng bộ xã An Lạc"],
  ["12/KH-UBND", "UBND huyện Hạ Lang", "Uỷ ban nhân dân huyện Hạ Lang"],
  ["12/KH-UBND", "UBND tỉnh", "Ủy ban nhân dân tỉnh Cao Bằng"],
])("%s of “%s” and of “%s” is one document", (number, ...issuers) => {
  expect(ofRule(twice(number, issuers), "document-duplicate")).toHaveLength(1);
  const otherDay = twice(number, issuers, ["1/2/2022", "2/2/2022"]);
  expect(ofRule(otherDay, "document-duplicate")).toEqual([]);
  expect(ofRule(otherDay, "document-number-two-dates")).toHaveLength(1);
});

test.each([
  ["05-NQ/ĐU", "Đảng uỷ xã An Lạc", "Đảng uỷ xã Kim Loan"],
  ["05-NQ/ĐU", "Đảng uỷ xã Hưng Đạo, huyện Bảo Lạc", "Đảng uỷ xã Hưng Đạo, huyện Nguyên Bình"],
  ["01-KH/HU", "Huyện uỷ Hạ Lang", "Huyện uỷ Thạch An"],
  ["12/KH-UBND", "UBND xã An Lạc", "UBND huyện Hạ Lang"],
  ["12/KH-UBND", "UBND tỉnh Cao Bằng", "UBND thành phố Cao Bằng"],
  ["235-KH/BCĐ", "Ban Chỉ đạo", "Ban Chỉ đạo tỉnh Cao Bằng"],
  ["07-KH/TU", "Tỉnh uỷ Cao Bằng", "Thành uỷ Hải Phòng"],
])("%s of “%s” and of “%s” are two", (number, ...issuers) => {
  expect(ofRule(twice(number, issuers), "document-duplicate")).toEqual([]);
});

test("one day written in two ways is one day", () => {
  const rows = [documentRow(), documentRow({ ordinal: 2, date: "01/02/2022" })];
  expect(ofRule(documentFindings(...rows), "document-number-two-dates")).toEqual([]);
  expect(ofRule(documentFindings(...rows), "document-duplicate")).toHaveLength(1);
});

test("one number with two days is asked about, on two sheets as well", () => {
  const findings = findingsOf([
    documentsGrid([documentRow()], "Một"),
    documentsGrid([documentRow({ date: "2/2/2022" })], "Hai"),
  ]);
  expect(ofRule(findings, "document-number-two-dates")).toMatchObject([
    { sheet: "Hai", cell: "C2", message: expect.stringContaining("ở dòng 2 (trang “Một”)") as unknown },
  ]);
});

test("what counts once is called what it is", () => {
  const messageOf = (title: string) =>
    ofRule(workFindings(workRow({ title }), workRow({ ordinal: 2, title })), "work-duplicate")[0]?.message;
  expect(messageOf("Lịch sử Đảng bộ xã An Lạc")).toContain("Mỗi xã chỉ tính một lần");
  expect(messageOf("Lịch sử Đảng bộ huyện Hạ Lang")).toContain("Mỗi công trình chỉ tính một lần");
});
