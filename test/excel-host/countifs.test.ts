/** COUNTIFS remembers what Univer has answered; where a criterion is a range of two, and in COUNTIF, Univer counts itself. */
import { useExcel } from "./testing";

const excel = useExcel();

const VALUES: readonly unknown[] = [
  ...["x", "X", "xã", "Xã", "y", "x*", "<b>", "'1", "'0", "'1,5", "'TRUE", "'#N/A", ""],
  ...[1, 0, -1, 1.5, 45_000, true, false],
  ...["=1/0", "=NA()", '=""', "=1=1", '="x"', "=0.5+1"],
];
const CRITERIA: readonly unknown[] = [
  ...[
    "x",
    "X",
    "xã",
    "x*",
    "x~*",
    "?",
    "*",
    "<>x",
    "<>",
    "'=",
    "'=x",
    "'=1",
    ">1",
    ">=1",
    "<1",
    "<>1",
    ">x",
    "",
  ],
  ...["'1", "'1,5", "'TRUE", 1, 0, 1.5, true, false, "=1/0", "'#N/A", '=""'],
];

const last = VALUES.length;
const shifted = [...VALUES.slice(7), ...VALUES.slice(0, 7)];

test("COUNTIFS counts as Univer does", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange(`A1:A${last}`).formulas = VALUES.map((value) => [value]);
    sheet.getRange(`B1:B${last}`).formulas = shifted.map((value) => [value]);
    // The last criterion is there twice: each is looked at together with the next.
    const criteria = [...CRITERIA, CRITERIA[0]];
    sheet.getRange(`C1:C${criteria.length}`).formulas = criteria.map((value) => [value]);
    const [one, other] = [`$A$1:$A$${last}`, `$B$1:$B$${last}`];
    const area = sheet.getRange(`E1:H${CRITERIA.length}`);
    area.formulas = CRITERIA.map((_, index) => {
      const [here, next] = [`C${index + 1}`, `C${index + 2}`];
      return [
        `=COUNTIFS(${one},${here})`,
        `=COUNTIF(${one},${here})`,
        `=COUNTIFS(${one},${here},${other},${next})`,
        `=INDEX(COUNTIFS(${one},${here}:${next},${other},${next}:C${index + 3}),1)`,
      ];
    });
    area.load("values");
    await context.sync();
    const rows = area.values as readonly (readonly unknown[])[];
    const told = (first: number) => rows.map((row, index) => [CRITERIA[index], row[first]]);
    expect(told(0)).toEqual(told(1));
    expect(told(2)).toEqual(told(3));
    expect(new Set(rows.map(([count]) => count)).size).toBeGreaterThan(5);
    expect(new Set(rows.map((row) => row[2])).size).toBeGreaterThan(1);
  });
});
