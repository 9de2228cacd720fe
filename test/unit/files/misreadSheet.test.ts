/** What the library would lose from an .xlsx without a word: none of it is lost. */
import { unzipSync, zipSync } from "fflate";
import { openZip } from "../../../src/files/openZip";
import { readUnusualXlsx } from "../../../src/files/readOoxml";
import { readWorkbook } from "../../../src/files/readWorkbook";
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
  ["a value twice in a cell", row('<c r="A1"><v>1</v><v>5</v></c>')],
  ["a value in a cell, and one inside something else", row('<c r="A1"><v>1</v><x:a><x:v>5</x:v></x:a></c>')],
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
  [
    "a text as CDATA that holds a cell, and one that holds a day",
    row(
      '<c r="A1" t="inlineStr"><is><t><![CDATA[a <c r="Z9"/> b]]></t></is></c><c r="B1" t="inlineStr"><is><t><![CDATA[<c t="d"><v>2023-05-09</v></c>]]></t></is></c>'
    ),
    [['a <c r="Z9"/> b', '<c t="d"><v>2023-05-09</v></c>']],
  ],
  [
    "what other programs keep in a cell",
    row(
      '<c r="A1"><v>1</v><extLst><ext uri="x"><v>5</v><x:v>6</x:v><x:extLst/><c r="Z9"><v>7</v></c></ext></extLst></c><c r="B1"><extLst><v>8</v></extLst></c><c r="C1"><v>2</v></c>'
    ),
    [[1, null, 2]],
  ],
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

describe("the workbook is the part that the package names", () => {
  const LIST = (...names: readonly string[]): string =>
    `<workbook xmlns:r="r"><!-- --><sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join("")}</sheets></workbook>`;
  const sheet = (value: number): string =>
    `<worksheet><sheetData><row r="1"><c r="A1"><v>${value}</v></c></row></sheetData></worksheet>`;
  const RELATIONS =
    '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="worksheets/sheet2.xml"/></Relationships>';
  const TWO_SHEETS = {
    "xl/workbook.xml": LIST("A", "B"),
    "xl/_rels/workbook.xml.rels": RELATIONS,
    "xl/worksheets/sheet1.xml": sheet(1),
    "xl/worksheets/sheet2.xml": sheet(2),
  };
  const valuesOf = async (parts: RawWorkbook["parts"]): Promise<unknown> =>
    readWorkbook(rawWorkbook({ parts: { ...TWO_SHEETS, ...parts } }), "a.xlsx").then((result) =>
      result.ok ? result.workbook.sheets.map(({ sheet: name, values }) => [name, values]) : result.error.code
    );
  const BOTH = [
    ["A", [[1]]],
    ["B", [[2]]],
  ];

  test("another one that lists fewer sheets loses none", async () => {
    const other = {
      "[Content_Types].xml": "<Types/>",
      "a/workbook.xml": LIST("A"),
      "a/_rels/workbook.xml.rels": RELATIONS.replaceAll("worksheets/", "../xl/worksheets/"),
    };
    const bytes = rawWorkbook({ parts: { ...TWO_SHEETS, ...other } });
    const parts = unzipSync(bytes);
    const first = ["a/workbook.xml", "a/_rels/workbook.xml.rels"];
    const reordered = Object.fromEntries(
      [...first, ...Object.keys(parts).filter((name) => !first.includes(name))].map((name) => [
        name,
        parts[name] as Uint8Array,
      ])
    );
    const result = await readWorkbook(zipSync(reordered), "a.xlsx");
    expect(result.ok && result.workbook.sheets.map(({ sheet: name, values }) => [name, values])).toEqual(
      BOTH
    );
  });

  test("a relation inside a comment, or inside a value, leads nowhere", async () => {
    const chart = '<Relationship Id="rId2" Type="x/chartsheet" Target="c.xml"/>';
    const end = "</Relationships>";
    expect(
      await valuesOf({ "xl/_rels/workbook.xml.rels": RELATIONS.replace(end, `<!-- ${chart} -->${end}`) })
    ).toEqual(BOTH);
    expect(
      await valuesOf({
        "xl/_rels/workbook.xml.rels": RELATIONS.replace(
          '<Relationship Id="rId2"',
          `<Relationship x=' Type="x/chartsheet"' Id="rId2"`
        ),
      })
    ).toEqual(BOTH);
  });

  test("two relations of one name are damage", async () => {
    const twice = RELATIONS.replace(
      "</Relationships>",
      '<Relationship Id="rId2" Type="x/chartsheet" Target="c.xml"/></Relationships>'
    );
    expect(await valuesOf({ "xl/_rels/workbook.xml.rels": twice })).toBe("damaged");
    const plain = LIST("A", "B").replace("<!-- -->", "");
    expect(await valuesOf({ "xl/workbook.xml": plain, "xl/_rels/workbook.xml.rels": twice })).toBe("damaged");
  });

  test.each(["<Relationships/>", null])("a package that names none is damaged", async (root) => {
    expect(await valuesOf({ "_rels/.rels": root })).toBe("damaged");
  });
});
