import { strToU8, zipSync } from "fflate";
import type { Grid } from "../../../src/domain/grid";
import { readWorkbook } from "../../../src/files/readWorkbook";

const NAMESPACES = ["office", "style", "table", "text"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(" ");

const MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet";

/** The sheets of an .ods with exactly these tables. */
async function sheets(
  tables: string,
  styles = "",
  kind: Readonly<Record<string, string>> = { mimetype: MIMETYPE }
): Promise<readonly Grid[]> {
  const content = `<office:document-content ${NAMESPACES} xmlns:calcext="c" xmlns:xlink="x"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  const parts = { ...kind, "content.xml": content };
  const bytes = zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
  );
  const result = await readWorkbook(bytes, "a.ods");
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.workbook.sheets;
}

async function valuesOf(...rows: readonly string[]): Promise<unknown> {
  const [grid] = await sheets(table("A", ...rows));
  return grid?.values;
}

const table = (name: string, ...rows: readonly string[]): string =>
  `<table:table table:name="${name}">${rows.join("")}</table:table>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join("")}</table:table-row>`;
const typed = (attributes: string, shown: string): string =>
  `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
const text = (shown: string, attributes = ""): string =>
  typed(`office:value-type="string"${attributes}`, shown);

const SOURCE =
  '<table:table-source xlink:href="../ha-lang.ods" table:table-name="Biểu 01" table:mode="copy-results-only"/>';

test("a file that was packed anew without its mimetype is known by its manifest", async () => {
  const entries = [
    ["content.xml", "text/xml"],
    ["/", MIMETYPE],
  ].map(([path, type]) => `<m:file-entry m:full-path="${path}" m:media-type="${type}"/>`);
  const manifest = `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${entries.join("")}</m:manifest>`;
  const [grid] = await sheets(table("A", row(text("a"))), "", { "META-INF/manifest.xml": manifest });
  expect(grid?.values).toEqual([["a"]]);
});

test("what other files had where links lead to is no sheet of this file", async () => {
  const cache = table("&apos;file:///ha-lang.ods&apos;#$Biểu 01", SOURCE, row(text("999-KH/HU")));
  const grids = await sheets(table("A", row(text("a"))) + cache + table("B", row(text("b"))));
  expect(grids.map(({ sheet, values }) => [sheet, values])).toEqual([
    ["A", [["a"]]],
    ["B", [["b"]]],
  ]);
});

test("sheets behind them keep their own looks", async () => {
  const hides =
    '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const cache = table("'file:///ha-lang.ods'#$Biểu 01", SOURCE, row(text("x")));
  const hidden = '<table:table table:name="B" table:style-name="h">';
  const grids = await sheets(
    cache + table("A", row(text("a"))) + `${hidden}${row(text("b"))}</table:table>`,
    hides
  );
  expect(grids.map(({ sheet, hidden: isHidden }) => [sheet, isHidden])).toEqual([
    ["A", false],
    ["B", true],
  ]);
});

test.each([
  ["a sheet that is linked, and shown, is one of this file", table("A", SOURCE, row(text("a")))],
  ["a sheet that is only named so is one", table("'file:///x'#$A", row(text("a")))],
  [
    "a sheet with such an element elsewhere is one",
    table("'file:///x'#$A", row(`<table:table-cell>${SOURCE}<text:p>a</text:p></table:table-cell>`)),
  ],
])("%s", async (_, tables) => {
  expect((await sheets(tables)).map(({ values }) => values)).toEqual([[["a"]]]);
});

test("what a merged area hides is read as its own cell, as in an .xlsx", async () => {
  const covered = (cell: string): string => cell.replaceAll("table:table-cell", "table:covered-table-cell");
  const [grid] = await sheets(
    table(
      "A",
      row(
        text("Tỉnh uỷ", ' table:number-rows-spanned="2" table:number-columns-spanned="2"'),
        covered(text("dưới")),
        text("c")
      ),
      row(
        covered(typed('office:value-type="float" office:value="7"', "7")),
        '<table:covered-table-cell table:style-name="ce1"/>',
        text("d")
      ),
      row('<table:covered-table-cell table:style-name="ce1" table:number-columns-repeated="3"/>')
    )
  );
  expect(grid).toMatchObject({
    values: [
      ["Tỉnh uỷ", "dưới", "c"],
      [7, null, "d"],
    ],
    merges: [{ top: 0, left: 0, bottom: 1, right: 1 }],
  });
});

const day = (iso: string) => ({ kind: "date", iso });

test.each<readonly [string, string, string, unknown]>([
  ["a number without value", 'office:value-type="float"', "9", "9"],
  ["an amount with an empty one", 'office:value-type="currency" office:value=" "', "50 triệu", "50 triệu"],
  ["a day that is none", 'office:value-type="date" office:date-value="xx"', "9/5/2023", "9/5/2023"],
  [
    "a day that does not exist",
    'office:value-type="date" office:date-value="2023-02-31"',
    "31/2/2023",
    "31/2/2023",
  ],
  [
    "a day that is not written as one",
    "office:value-type='date' office:date-value='9/5/2023'",
    "9/5/2023",
    "9/5/2023",
  ],
  [
    "a day at a time that is none",
    'office:value-type="date" office:date-value="2023-05-09T25:00:00"',
    "9/5/2023",
    "9/5/2023",
  ],
  ["a day without value", 'office:value-type="date" calcext:value-type="date"', "9/5/2023", "9/5/2023"],
  ["a truth value without value", 'office:value-type="boolean"', "ĐÚNG", "ĐÚNG"],
  ["a time without value", 'office:value-type="time"', "13:00", "13:00"],
  ["a number", "office:value-type='float' office:value='1.5'", "1,5", 1.5],
  ["a day", 'office:value-type="date" office:date-value="2023-05-09T13:00:00"', "9/5", day("2023-05-09")],
])("%s: what is shown, where the value says nothing", async (_, attributes, shown, value) => {
  expect(await valuesOf(row(typed(attributes, shown), text("b")))).toEqual([[value, "b"]]);
});
