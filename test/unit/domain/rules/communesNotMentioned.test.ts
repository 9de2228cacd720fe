import { checkWorkbook } from "../../../../src/domain/check";
import { deAn02 } from "../../../../src/schemes";
import { workbook, worksGrid } from "../../../support/grids";
import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
const titles = (unit: string) =>
  deAn02.communes
    .filter((commune) => commune.unit === unit)
    .map(({ type, name }) => `Lịch sử Đảng bộ ${type} ${name}`);
const rows = (all: readonly string[]) => all.map((title, index) => workRow({ ordinal: index + 1, title }));

test("the communes without a row are listed once for the file", () => {
  const some = rows(titles("ha-lang").slice(2));
  const sheets = [worksGrid(some.slice(0, 4)), worksGrid(some.slice(4), "Biểu 02 (tiếp)")];
  const { findings } = checkWorkbook(workbook({ unit: "ha-lang", sheets }), options);
  expect(ofRule(findings, "communes-not-mentioned")).toMatchObject([
    {
      severity: "info",
      sheet: "Biểu 02",
      cell: "B2",
      message: expect.stringContaining(
        "2 trong 13 xã, phường, thị trấn của Huyện uỷ Hạ Lang: xã Minh Long, xã Lý Quốc."
      ) as unknown,
    },
  ]);
});

test("communes that had a book before need no row", () => {
  const all = titles("trung-khanh").filter((title) => !title.endsWith("Phong Châu"));
  const { findings } = checkWorkbook(
    workbook({ unit: "trung-khanh", sheets: [worksGrid(rows(all))] }),
    options
  );
  expect(ofRule(findings, "communes-not-mentioned")).toEqual([]);
});

test("a table of all communes, one of none, and one of no district have no such finding", () => {
  expect(ofRule(workFindings(...rows(titles("ha-lang"))), "communes-not-mentioned")).toEqual([]);
  expect(
    ofRule(workFindings(workRow({ title: "Lịch sử Đảng bộ huyện Hạ Lang" })), "communes-not-mentioned")
  ).toEqual([]);
  const police = workbook({ unit: "cong-an", sheets: [worksGrid(rows(["Lịch sử Đảng bộ Công an tỉnh"]))] });
  expect(ofRule(checkWorkbook(police, options).findings, "communes-not-mentioned")).toEqual([]);
});
