import { checkWorkbook } from "../../../../src/domain/check";
import { deAn02 } from "../../../../src/schemes";
import { workbook, worksGrid } from "../../../support/grids";
import { ofRule, workRow } from "../../../support/ruleCases";

const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
const titles = (unit: string, count: number) =>
  deAn02.communes
    .filter((commune) => commune.unit === unit)
    .slice(0, count)
    .map(
      ({ type, name }) =>
        `Lịch sử Đảng bộ ${type} ${name} huyện ${unit === "bao-lac" ? "Bảo Lạc" : "Hạ Lang"}`
    );
const found = (unit: string, all: readonly string[]) => {
  const rows = all.map((title, index) => workRow({ ordinal: index + 1, title }));
  const { findings } = checkWorkbook(workbook({ unit, sheets: [worksGrid(rows)] }), options);
  return ofRule(findings, "unit-communes-elsewhere");
};

test("most communes are of another district", () => {
  expect(found("ha-lang", [...titles("bao-lac", 4), ...titles("ha-lang", 2)])).toMatchObject([
    {
      severity: "warning",
      value: "Huyện uỷ Bảo Lạc",
      message: expect.stringContaining("4 trong 6 công trình cấp xã là của Huyện uỷ Bảo Lạc") as unknown,
    },
  ]);
});

test.each<[string, string, readonly string[]]>([
  ["half of them", "ha-lang", [...titles("bao-lac", 3), ...titles("ha-lang", 3)]],
  ["two prove nothing", "ha-lang", titles("bao-lac", 2)],
  ["its own", "ha-lang", titles("ha-lang", 5)],
  ["a unit without communes", "quan-su", titles("bao-lac", 5)],
])("nothing for %s", (_, unit, all) => {
  expect(found(unit, all)).toEqual([]);
});
