/** What the library would lose from an .xlsx without a word: none of it is lost. */
import { openZip } from "../../../src/files/openZip";
import { readUnusualXlsx } from "../../../src/files/readOoxml";
import { type RawWorkbook, rawWorkbook } from "./xlsx/rawPackage";

/** The package has eight shared texts. */
const TWO_TEXTS = '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>';
const row = (cells: string): RawWorkbook => ({ rows: `<row r="1">${cells}</row>` });

async function read(workbook: RawWorkbook): Promise<unknown> {
  return readUnusualXlsx(openZip(rawWorkbook(workbook))).then(
    ({ sheets }) => sheets[0]?.values,
    (fault: Error) => fault.message
  );
}

const SHEETS_ONLY =
  '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>';
const ELSEWHERE =
  '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../own/one.xml"/></Relationships>';

test.each<readonly [string, RawWorkbook]>([
  [
    "texts that nothing leads to",
    { ...row(TWO_TEXTS), parts: { "xl/_rels/workbook.xml.rels": SHEETS_ONLY } },
  ],
  ["a number of a text that is none", row('<c r="A1" t="s"><v>NaN</v></c>')],
  ["a number of a text below the first", row('<c r="A1" t="s"><v>-1</v></c>')],
  ["a number of a text that is no whole one", row('<c r="A1" t="s"><v>0.5</v></c>')],
  ["a text behind a value of its own kind", row('<c r="A1" t="s"><v xml:space="preserve">99</v></c>')],
  ["a cell twice", row('<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="A1"><v>3</v></c>')],
  [
    "a row twice, its cells without places",
    { rows: '<row r="1"><c><v>1</v></c></row><row r="1"><c><v>2</v></c></row>' },
  ],
  [
    "a cell of another row in a place that is taken",
    {
      rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A1"><v>2</v></c></row>',
    },
  ],
  ["text inside a cell of numbers", row('<c r="A1"><is><t>a</t></is></c>')],
  ["a value in a cell of text", row('<c r="A1" t="inlineStr"><v>a</v></c>')],
  [
    "a cell twice in a part of another folder",
    {
      parts: {
        "xl/_rels/workbook.xml.rels": ELSEWHERE,
        "own/one.xml":
          '<worksheet><sheetData><row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>',
      },
    },
  ],
  ["a declaration, behind which nothing is looked at", { ...row('<!X><c r="A1"><v>1</v></c>') }],
])("damage: %s", async (_, workbook) => {
  expect(await read(workbook)).toBe("damaged");
});

test.each<readonly [string, RawWorkbook, unknown]>([
  ["cells out of order", row('<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>'), [[2, 1]]],
  [
    "rows out of order",
    { rows: '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>' },
    [[2], [1]],
  ],
  ["a cell twice, once with looks alone", row('<c r="A1"><v>1</v></c><c r="A1" s="1"/>'), [[1]]],
  ["a comment that holds a cell", row('<c r="A1"><v>1</v></c><!-- <c r="A1"/> -->'), [[1]]],
  ["a text as CDATA", row('<c r="A1" t="s"><v><![CDATA[0]]></v></c>'), [["một"]]],
  ["a number larger than any", row('<c r="A1"><v>1e999</v></c>'), [[{ kind: "error", code: "#NUM!" }]]],
  ["a day beyond all days", row('<c r="A1" s="1"><v>1e300</v></c>'), [[{ kind: "error", code: "#NUM!" }]]],
])("read: %s", async (_, workbook, values) => {
  expect(await read(workbook)).toEqual(values);
});

test("two sheets of one part are damage", async () => {
  const workbook =
    '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" r:id="rId1"/></sheets></workbook>';
  expect(await read({ ...row(TWO_TEXTS), parts: { "xl/workbook.xml": workbook } })).toBe("damaged");
});
