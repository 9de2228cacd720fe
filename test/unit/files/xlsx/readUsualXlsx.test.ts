/** The fast reader against the library, on files made by hand: what both read, what only one reads rightly, what is left. */
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { CellValue } from "../../../../src/domain/grid";
import { FileFault } from "../../../../src/files/fileErrors";
import { openZip } from "../../../../src/files/openZip";
import { readUnusualXlsx } from "../../../../src/files/readOoxml";
import { readUsualXlsx } from "../../../../src/files/xlsx";
import { readNumber } from "../../../../src/files/xlsx/numbers";
import { isDateCode } from "../../../../src/files/xlsx/styles";
import { type RawWorkbook, rawWorkbook } from "./rawPackage";

const error = (code: string): CellValue => ({ kind: "error", code });
const day = (iso: string): CellValue => ({ kind: "date", iso });
const row = (cells: string): RawWorkbook => ({ rows: `<row r="1">${cells}</row>` });

function usual(workbook: RawWorkbook) {
  return readUsualXlsx(openZip(rawWorkbook(workbook)));
}

function byLibrary(workbook: RawWorkbook) {
  return readUnusualXlsx(openZip(rawWorkbook(workbook)));
}

/** What both readers see the same way. */
const CELLS: readonly (readonly [name: string, cells: string, values: readonly CellValue[]])[] = [
  ["shared text", '<c r="A1" t="s"><v>0</v></c>', ["một"]],
  ["shared text with spaces", '<c r="A1" t="s"><v>1</v></c>', ["  hai "]],
  ["shared text of several looks", '<c r="A1" s="0" t="s"><v>2</v></c>', ["ba bốn"]],
  ["shared text with reading aids", '<c r="A1" t="s"><v>3</v></c>', ["年"]],
  [
    "empty shared text",
    '<c r="A1" t="s"><v>4</v></c><c r="B1" t="s"><v>5</v></c><c r="C1"><v>1</v></c>',
    [1],
  ],
  ["entities", '<c r="A1" t="s"><v>6</v></c>', ['a & b <c> đạ "']],
  ["characters that XML cannot hold", '<c r="A1" t="s"><v>7</v></c>', ["dòng\r\nhai_x0041_"]],
  ["text inside the cell", '<c r="A1" t="inlineStr"><is><t>Hạ Lang</t></is></c>', ["Hạ Lang"]],
  [
    "text inside the cell with spaces",
    '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a\n b </t></is></c>',
    [" a\n b "],
  ],
  [
    "text inside the cell of several looks",
    '<c r="A1" t="inlineStr"><is><r><rPr><i/></rPr><t>a</t></r><r><t> b</t></r></is></c>',
    ["a b"],
  ],
  ["empty text inside the cell", '<c r="A1" t="inlineStr"><is><t/></is></c><c r="B1"><v>1</v></c>', [1]],
  ["text of a formula", '<c r="A1" t="str"><f>A2&amp;"x"</f><v>a &lt; b_x0041_</v></c>', ["a < bA"]],
  ["empty text of a formula", '<c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c>', [1]],
  ["number of a formula", '<c r="A1"><f t="shared" ref="A1:A9" si="0">A2+1</f><v>3</v></c>', [3]],
  ["a shared formula", '<c r="A1"><f t="shared" si="0"/><v>3</v></c>', [3]],
  ["a formula without result", '<c r="A1"><f>B1</f></c><c r="B1"><v>1</v></c>', [1]],
  [
    "truth",
    '<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" t="b"><v>true</v></c>',
    [true, false, true],
  ],
  ["an error", '<c r="A1" t="e"><v>#N/A</v></c>', [error("#N/A")]],
  ["an error of a formula", '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', [error("#DIV/0!")]],
  ["text of an error's name", '<c r="A1" t="str"><v>#N/A</v></c>', ["#N/A"]],
  [
    "numbers",
    '<c r="A1"><v>-0.5</v></c><c r="B1" t="n"><v>1E+3</v></c><c r="C1"><v>0.1</v></c><c r="D1"><v>44372.75</v></c>',
    [-0.5, 1000, 0.1, 44_372.75],
  ],
  [
    "days",
    '<c r="A1" s="1"><v>44372</v></c><c r="B1" s="2" t="n"><v>44372.75</v></c>',
    [day("2021-06-25"), day("2021-06-25")],
  ],
  [
    "the first days of Excel",
    '<c r="A1" s="1"><v>1</v></c><c r="B1" s="1"><v>59</v></c><c r="C1" s="1"><v>60</v></c><c r="D1" s="1"><v>61</v></c>',
    [day("1900-01-01"), day("1900-02-28"), day("1900-02-28"), day("1900-03-01")],
  ],
  [
    "what is no day",
    '<c r="A1" s="1"><v>0.5</v></c><c r="B1" s="1"><v>-3</v></c><c r="C1" s="1"><v>2958466</v></c>',
    [0.5, -3, 2_958_465],
  ],
  [
    "numbers of other formats",
    '<c r="A1" s="3"><v>44372</v></c><c r="B1" s="99"><v>44372</v></c>',
    [44_372, 44_372],
  ],
  [
    "a day written as text",
    '<c r="A1" s="1" t="d"><v>2021-06-25T07:00:00</v></c><c r="B1" s="0" t="d"><v>2021-06-25</v></c>',
    [day("2021-06-25"), 44_372],
  ],
  ["cells that do not say where they are", "<c><v>1</v></c><c><v>2</v></c>", [1, 2]],
  ["a cell that says it, then one that does not", '<c r="C1"><v>1</v></c><c><v>2</v></c>', [1, 2]],
  ["gaps", '<c r="A1"><v>1</v></c><c r="AB1"><v>2</v></c>', [1, ...new Array<null>(26).fill(null), 2]],
  [
    "other attributes, spaces and line ends",
    '\n  <c cm="1"  r="A1" ph="1" x:y=">"\n\ts="0" ><v xml:space="preserve">7</v>\n </c >'.replace(
      "</c >",
      "</c>"
    ),
    [7],
  ],
];

test.each(CELLS)("both read: %s", async (_, cells, values) => {
  const ours = usual(row(cells));
  expect(ours?.sheets[0]?.values).toEqual([values]);
  expect(ours).toEqual(await byLibrary(row(cells)));
});

/** What a sheet is beside its cells. */
const SHEETS: readonly (readonly [name: string, workbook: RawWorkbook, expected: object])[] = [
  ["nothing", { rows: "" }, { top: 0, left: 0, values: [] }],
  [
    "rows with gaps, empty ones and one that only has looks",
    {
      rows: '<row r="2" spans="1:3"/><row r="3"><c r="C3"><v>1</v></c></row><row r="4"><c r="A4" s="1"/><c r="B4" s="1"></c></row><row r="6"><c r="B6"><v>2</v></c></row><row r="9"><c r="A9" s="1"/></row>',
    },
    { top: 2, left: 1, values: [[null, 1], [], [], [2]] },
  ],
  [
    "rows that do not say where they are",
    { rows: '<row><c><v>1</v></c></row><row r="5"><c><v>2</v></c></row><row><c><v>3</v></c></row>' },
    { top: 0, values: [[1], [], [], [], [2], [3]] },
  ],
  [
    "hidden rows and columns",
    {
      head: '<sheetPr/><cols><col min="1" max="1" width="9"/><col min="2" max="3" hidden="1"/><col min="4" max="16384" hidden="true"/></cols>',
      rows: '<row r="1"><c r="A1"><v>1</v></c><c r="E1"><v>1</v></c></row><row r="2" hidden="1"/><row r="3" hidden="0"><c r="A3"><v>1</v></c></row><row r="4" hidden="true"><c r="A4"><v>1</v></c></row><row r="5" hidden="1"/>',
    },
    { hiddenRows: [1, 3], hiddenColumns: [1, 2, 3, 4] },
  ],
  [
    "a cell that only has looks takes its place",
    row('<c r="B1" s="1"/><c><v>1</v></c><c r="D1"><v>2</v></c>'),
    { values: [[1, 2]], left: 2 },
  ],
  [
    "a day written as text where the type comes first",
    row('<c t="d" s="1" r="A1"><v>2021-06-25</v></c>'),
    { values: [[day("2021-06-25")]] },
  ],
  [
    "merged areas, also enormous ones",
    {
      rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      tail: '<mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="A5:XFD1048576"/></mergeCells><extLst><ext uri="x"><x14:a xmlns:x14="y"/></ext></extLst>',
    },
    {
      values: [[1]],
      merges: [
        { top: 0, left: 0, bottom: 1, right: 2 },
        { top: 4, left: 0, bottom: 1_048_575, right: 16_383 },
      ],
    },
  ],
];

test.each([
  ["in a cell", row('<c r="A1" t="s"><v>99</v></c>')],
  ["without the table", { ...row('<c r="A1" t="s"><v>0</v></c>'), parts: { "xl/sharedStrings.xml": null } }],
] as const)("a shared text that is not there is damage, not an empty cell: %s", async (_, workbook) => {
  expect(() => usual(workbook)).toThrow("damaged");
  await expect(byLibrary(workbook)).rejects.toThrow("damaged");
});

test("styles that are led to and not there are damage: dates would be numbers", async () => {
  const workbook = { ...row('<c r="A1" s="1"><v>44000</v></c>'), parts: { "xl/styles.xml": null } };
  expect(() => usual(workbook)).toThrow("damaged");
  await expect(byLibrary(workbook)).rejects.toThrow("damaged");
});

test.each(SHEETS)("both read: %s", async (_, workbook, expected) => {
  const ours = usual(workbook);
  expect(ours?.sheets[0]).toMatchObject(expected);
  expect(ours).toEqual(await byLibrary(workbook));
});

/** Where the library is wrong: what it reads instead, and why that is not what the file says. */
const DIFFERENT: readonly (readonly [why: string, RawWorkbook, ours: unknown, library: unknown])[] = [
  [
    "reading aids above a cell's own text are not its text",
    row('<c r="A1" t="inlineStr"><is><t>年</t><rPh sb="0" eb="1"><t>ねん</t></rPh></is></c>'),
    [["年"]],
    [["年ねん"]],
  ],
  [
    "a formula without result has no value, whatever its type",
    row('<c r="A1" t="b"><f>B1</f></c><c r="B1" t="s"><f>B1</f></c><c r="C1"><v>1</v></c>'),
    [[1]],
    [[false, "một", 1]],
  ],
];

test.each(DIFFERENT)("the library is wrong: %s", async (_, workbook, ours, library) => {
  expect(usual(workbook)?.sheets[0]?.values).toEqual(ours);
  expect((await byLibrary(workbook)).sheets[0]?.values).toEqual(library);
});

test("a hidden row that does not say where it is", async () => {
  const workbook = { rows: '<row hidden="1"><c><v>1</v></c></row>' };
  expect(usual(workbook)?.sheets[0]?.hiddenRows).toEqual([0]);
  expect((await byLibrary(workbook)).sheets[0]?.hiddenRows).toEqual([]);
});

const sheetPart = (xml: string): RawWorkbook => ({ parts: { "xl/worksheets/sheet1.xml": xml } });
const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';

/** What the fast reader leaves to the library. */
const LEFT: readonly (readonly [name: string, RawWorkbook])[] = [
  ["comments", { rows: `<!-- a -->${ONE}` }],
  ["comments in front", sheetPart(`<!--a--><worksheet><sheetData>${ONE}</sheetData></worksheet>`)],
  ["comments behind the cells", { rows: ONE, tail: "<!-- <mergeCell/> -->" }],
  ["CDATA", row('<c r="A1" t="str"><v><![CDATA[a]]></v></c>')],
  ["a document type", sheetPart(`<!DOCTYPE a><worksheet><sheetData>${ONE}</sheetData></worksheet>`)],
  ["entities of its own", row('<c r="A1" t="str"><v>&own;</v></c>')],
  ["prefixed elements", sheetPart(`<x:worksheet><x:sheetData>${ONE}</x:sheetData></x:worksheet>`)],
  ["prefixed cells", row('<x:c r="A1"><x:v>1</x:v></x:c>')],
  ["single quotation marks", row("<c r='A1'><v>1</v></c>")],
  ["single quotation marks elsewhere", { head: "<sheetPr a='1'/>", rows: ONE }],
  [
    "other encodings",
    sheetPart(`<?xml version="1.0" encoding="windows-1258"?><worksheet><sheetData/></worksheet>`),
  ],
  ["references of other kinds", row('<c r="$A$1"><v>1</v></c>')],
  ["references in small letters", row('<c r="a1"><v>1</v></c>')],
  ["cells out of order", row('<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>')],
  ["the same cell twice", row('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>')],
  ["rows out of order", { rows: '<row r="2"/><row r="1"><c r="A1"><v>1</v></c></row>' }],
  ["a cell of another row", row('<c r="A2"><v>1</v></c>')],
  ["a cell beyond the sheet", row('<c r="XFE1"><v>1</v></c>')],
  ["a row beyond the sheet", { rows: '<row r="1048577"><c><v>1</v></c></row>' }],
  ["numbers that are none", row('<c r="A1"><v>abc</v></c>')],
  ["endless numbers", row('<c r="A1"><v>1e999</v></c>')],
  ["numbers with spaces", row('<c r="A1"><v> 1 </v></c>')],
  ["types of its own", row('<c r="A1" t="z"><v>1</v></c>')],
  ["truth that is none", row('<c r="A1" t="b"><v>2</v></c>')],
  ["a value and text", row('<c r="A1" t="inlineStr"><is><t>a</t></is><v>1</v></c>')],
  ["text in a number", row('<c r="A1"><is><t>a</t></is></c>')],
  ["two values", row('<c r="A1"><v>1</v><v>2</v></c>')],
  ["unknown content", row('<c r="A1"><extLst/><v>1</v></c>')],
  ["unknown content of text", row('<c r="A1" t="inlineStr"><is><t>a</t><u/></is></c>')],
  ["two bodies", { rows: ONE, tail: "<sheetData/>" }],
  ["merges of other kinds", { rows: ONE, tail: '<mergeCells><mergeCell ref="A:B"/></mergeCells>' }],
  ["columns out of order", { head: '<cols><col min="2" max="3"/><col min="1" max="1"/></cols>', rows: ONE }],
  ["a sheet cut off", sheetPart(`<worksheet><sheetData>${ONE}</sheetData>`)],
  ["a sheet without body", sheetPart("<worksheet></worksheet>")],
  ["shared texts cut off", { rows: ONE, parts: { "xl/sharedStrings.xml": "<sst><si><t>a</t></si>" } }],
  [
    "a list of sheets cut off",
    {
      rows: ONE,
      parts: {
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>',
      },
    },
  ],
  ["styles cut off", { rows: ONE, parts: { "xl/styles.xml": "<styleSheet><cellXfs>" } }],
];

test.each(LEFT)("left to the library: %s", (_, workbook) => {
  expect(usual(workbook)).toBeUndefined();
});

describe("parts of the package", () => {
  test("sheets that are hidden, sheets without cells, names with entities, other folders, the 1904 system", async () => {
    const workbook: RawWorkbook = {
      parts: {
        "_rels/.rels":
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/main/workbook2.xml"/></Relationships>',
        "main/workbook2.xml":
          '\ufeff<?xml version="1.0" encoding="utf-8"?><workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A &amp; B" sheetId="3" state="veryHidden" r:id="c"/><sheet name="Biểu đồ" sheetId="1" r:id="a"/><sheet name="C" sheetId="2" state="hidden" r:id="b"/></sheets></workbook>',
        "main/_rels/workbook2.xml.rels":
          '<Relationships><Relationship Target="../own/one.xml" Type="x/worksheet" Id="b"/><Relationship Id="a" Type="x/chartsheet" Target="chart.xml"/><Relationship Id="c" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/own/two.xml"/><Relationship Id="d" Type="x/styles" Target="styles.xml"/></Relationships>',
        "main/styles.xml": '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
        "own/one.xml":
          '<worksheet><sheetData><row r="1"><c r="A1" s="0"><v>42910</v></c></row></sheetData></worksheet>',
        "own/two.xml": "<worksheet><sheetData/></worksheet>",
        "xl/workbook.xml": null,
        "xl/_rels/workbook.xml.rels": null,
      },
    };
    const ours = usual(workbook);
    expect(ours).toEqual(await byLibrary(workbook));
    expect(ours?.sheets.map(({ sheet, hidden, values }) => [sheet, hidden, values])).toEqual([
      ["A & B", true, []],
      ["C", true, [[day("2021-06-25")]]],
    ]);
  });

  test("properties", async () => {
    const workbook: RawWorkbook = {
      rows: ONE,
      parts: {
        "docProps/core.xml":
          '<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d"><dc:title>a</dc:title><dcterms:modified xsi:type="dcterms:W3CDTF">2023-05-18T09:30:00+07:00</dcterms:modified></cp:coreProperties>',
        "docProps/custom.xml":
          '<Properties xmlns:vt="v"><property fmtid="{0}" pid="2" name="BieuSu.Unit"><vt:lpwstr>ha-lang</vt:lpwstr></property><property pid="3" name="a &amp; b"><vt:lpwstr>c &lt; d</vt:lpwstr></property><property pid="4" name="n"><vt:i4>07</vt:i4></property><property pid="5" name="r"><vt:r8>1.50</vt:r8></property><property pid="6" name="t"><vt:bool>true</vt:bool></property><property pid="7" name="w"><vt:filetime>2023-05-18T09:30:00Z</vt:filetime></property><property pid="8" name="l"><vt:vector size="0"/></property><property pid="9" name="e"><vt:lpwstr/></property></Properties>',
      },
    };
    const ours = usual(workbook);
    expect(ours).toEqual(await byLibrary(workbook));
    expect(ours).toMatchObject({
      properties: { "BieuSu.Unit": "ha-lang", "a & b": "c < d", n: "7", r: "1.5", t: "true", e: "" },
      modified: "2023-05-18T02:30:00.000Z",
    });
  });

  test("a module of macros, as old versions keep it, is no sheet", async () => {
    const list = (comment: string): RawWorkbook => ({
      rows: ONE,
      parts: {
        "xl/workbook.xml": `<workbook xmlns:r="r">${comment}<sheets><sheet name="Module" sheetId="2" r:id=""/><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      },
    });
    expect(usual(list(""))?.sheets.map(({ sheet }) => sheet)).toEqual(["A"]);
    expect((await byLibrary(list("<!-- -->"))).sheets.map(({ sheet }) => sheet)).toEqual(["A"]);
  });

  test("times in other forms than that of the parts are none", () => {
    const saved = (time: string): unknown =>
      usual({ rows: ONE, parts: { "docProps/core.xml": `<c><d:modified>${time}</d:modified></c>` } })
        ?.modified;
    expect(saved("Mon, 25 Dec 1995 13:30:00 GMT")).toBeNull();
    expect(saved(" 2023-05-18T02:30:00.5Z ")).toBe("2023-05-18T02:30:00.500Z");
  });

  test("text with a byte order mark inside", async () => {
    const workbook = row('<c r="A1" t="str"><v>a\ufeffđầu dòng của một văn bản</v></c>');
    const ours = usual(workbook);
    expect(ours?.sheets[0]?.values).toEqual([["a\ufeffđầu dòng của một văn bản"]]);
    expect(ours).toEqual(await byLibrary(workbook));
  });

  test("bytes that are no UTF-8 are damage: letters would be lost", async () => {
    const parts = unzipSync(rawWorkbook(row('<c r="A1" t="str"><v>?đầu dòng của một văn bản</v></c>')));
    const sheet = parts["xl/worksheets/sheet1.xml"] as Uint8Array;
    sheet[strFromU8(sheet, true).indexOf("?", 60)] = 0xe1;
    const zip = openZip(zipSync(parts));
    expect(() => readUsualXlsx(zip)).toThrow(new FileFault("damaged"));
    await expect(readUnusualXlsx(zip)).rejects.toThrow(new FileFault("damaged"));
  });
});

describe("bounds", () => {
  const tooMany = (workbook: RawWorkbook): unknown => {
    try {
      return usual(workbook);
    } catch (fault) {
      return fault instanceof FileFault ? fault.fault : fault;
    }
  };

  test("a cell far away from the table", () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(tooMany({ rows: ONE + far })).toBe("tooManyCells");
    expect(tooMany({ rows: far })).toBe("tooManyCells");
  });

  test("a wide gap in every row", () => {
    const rows = Array.from({ length: 130 }, (_, index) => index + 1).map(
      (at) => `<row r="${at}"><c r="A${at}"><v>1</v></c><c r="XFD${at}"><v>1</v></c></row>`
    );
    expect(tooMany({ rows: rows.join("") })).toBe("tooManyCells");
  });

  test("merged areas without number", () => {
    const merge = '<mergeCell ref="A1:B2"/>';
    expect(tooMany({ rows: ONE, tail: `<mergeCells>${merge.repeat(200_001)}</mergeCells>` })).toBe(
      "tooManyMerges"
    );
  });
});

test("any number is read as Number reads it", () => {
  const read = (text: string): number => readNumber(strToU8(text), 0, text.length);
  const written = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
    fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => value.toFixed(4)),
    fc.integer().map(String),
    fc
      .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(20))
      .map(([digits, exponent]) => (exponent === 0 ? String(digits) : `${digits}.${exponent}`)),
    fc.tuple(fc.integer(), fc.nat(99999)).map(([whole, part]) => `${whole}.0${part}E-${part % 30}`)
  );
  fc.assert(
    fc.property(written, (text) => expect(read(text)).toBe(Number(text))),
    { numRuns: 3_000, seed: 20210625 }
  );
  for (const text of ["0", "-0", "5.", ".5", "-.5", "00012", "999999999999999", "0.1", "123456.789012345"]) {
    expect(read(text)).toBe(Number(text));
  }
});

test.each([
  ["d/m/yyyy", true],
  ["mmm", true],
  ["h:mm AM/PM", true],
  ["[h]:mm", true],
  ["ss.0", true],
  ["[$-42A]d mmmm yyyy;@", true],
  ["General", false],
  ["@", false],
  ['#,##0" đồng"', false],
  ["#,##0\\ [$đồng-42A]", false],
  ["[Red]0.00;[>=100]0", false],
  ["0.00E+00", false],
  ["_d0*y", false],
  ["[d", true],
  ['0"d', true],
  ['0"d"', false],
  ["0\\\\d", true],
  ["0\\", false],
])("the format %s shows days or times: %s", (code, expected) => {
  expect(isDateCode(code)).toBe(expected);
});

test("no change of a sheet's bytes makes it throw anything but a fault of the file", () => {
  const parts = unzipSync(
    rawWorkbook({
      head: '<cols><col min="1" max="2" hidden="1"/></cols>',
      rows: `<row r="1">${CELLS.map(([, cells]) => cells.replace(/ r="[A-Z]+1"/g, "")).join("")}</row>`,
      tail: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
    })
  );
  const names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constantFrom(...strToU8('<>/"= &!?cvrst'))), fc.nat(255)), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.nat(3),
      (name, changes, cut) => {
        const part = (parts[name] as Uint8Array).slice();
        for (const [at, byte] of changes) part[at % part.length] = byte;
        const changed = {
          ...parts,
          [name]: cut === 0 ? part.slice(0, (changes[0]?.[0] ?? 0) % part.length) : part,
        };
        try {
          readUsualXlsx(openZip(zipSync(changed, { level: 0 })));
        } catch (fault) {
          expect(fault).toBeInstanceOf(FileFault);
        }
      }
    ),
    { numRuns: 1_500, seed: 20230509 }
  );
});
