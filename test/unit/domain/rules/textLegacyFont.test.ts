import { checkWorkbook } from "../../../../src/domain/check";
import { deAn02 } from "../../../../src/schemes";
import { documentFindings, documentRow, ofRule, workFindings, workRow } from "../../../support/ruleCases";
import { DOCUMENT_HEADER, documentsGrid, grid, workbook } from "../../../support/grids";
import { inTcvn3, inVni } from "../../../support/legacyText";

const found = (title: string) => ofRule(workFindings(workRow({ title })), "text-legacy-font");

test.each([inTcvn3, inVni])(
  "a title typed for a legacy font is read, said, and can be converted",
  (typed) => {
    const title = "Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020";
    expect(workFindings(workRow({ title: typed(title) }))).toMatchObject([
      {
        rule: "text-legacy-font",
        severity: "warning",
        cell: "B3",
        value: typed(title),
        fix: { value: title },
      },
    ]);
    expect(found(title)).toEqual([]);
  }
);

test("a whole table in TCVN3, its header too, is read as if it were in Unicode", () => {
  const rows = [
    documentRow({ number: "01-KH/HU", issuer: "Huyện uỷ Hạ Lang" }),
    documentRow({
      ordinal: 2,
      number: "02-ĐA/TU",
      subject: "Đề án",
      issuer: "Bộ",
      date: "ngày 25 tháng 6 năm 2021",
    }),
  ].map((row) => row.map((value) => (typeof value === "string" ? inTcvn3(value) : value)));
  const sheet = grid([DOCUMENT_HEADER.map(inTcvn3), ...rows]);
  const check = checkWorkbook(workbook({ unit: "ha-lang", sheets: [sheet] }), {
    scheme: deAn02,
    asOf: "2023-06-30",
    language: "vi",
  });
  expect(check.forms).toMatchObject([{ form: "bieu-01", rows: 2 }]);
  expect([...new Set(check.findings.map(({ rule }) => rule))]).toEqual(["text-legacy-font"]);
  expect(check.findings.map(({ cell, fix }) => [cell, fix?.value])).toContainEqual(["E3", "Bộ"]);
  expect(check.findings.map(({ cell, fix }) => [cell, fix?.value])).toContainEqual(["B3", "02-ĐA/TU"]);
});

test("the font decides where the sheet tells it", () => {
  const sheet = documentsGrid([documentRow({ subject: "Kế hoạch", issuer: "Bé" })]);
  const fonts = sheet.values.map((row) => row.map((_, column) => (column === 4 ? ".VnTime" : null)));
  const [finding] = ofRule(
    checkWorkbook(workbook({ unit: "ha-lang", sheets: [{ ...sheet, fonts: [[], ...fonts.slice(1)] }] }), {
      scheme: deAn02,
      asOf: "2023-06-30",
      language: "en",
    }).findings,
    "text-legacy-font"
  );
  expect(finding).toMatchObject({ cell: "E2", value: "Bé", fix: { value: "Bộ" } });
  expect(ofRule(documentFindings(documentRow({ issuer: "Bé" })), "text-legacy-font")).toEqual([]);
});
