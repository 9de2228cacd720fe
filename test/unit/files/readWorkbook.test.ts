import { createHash } from "crypto";
import { readFileSync } from "fs";
import { join } from "path";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { utils, write } from "@e965/xlsx";
import { cellAt, type Grid, type WorkbookContent } from "../../../src/domain/grid";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { biffStream, buildCompoundFile } from "./compoundFileBuilder";
import { rawWorkbook } from "./xlsx/rawPackage";

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(__dirname, "fixtures", name)));
}

async function read(bytes: Uint8Array, file = "thu.xlsx"): Promise<WorkbookContent> {
  const result = await readWorkbook(bytes, file);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.workbook;
}

async function firstSheet(bytes: Uint8Array, file?: string): Promise<Grid> {
  const [grid] = (await read(bytes, file)).sheets;
  if (grid === undefined) throw new Error("no sheet");
  return grid;
}

async function errorOf(bytes: Uint8Array, file = "thu.xlsx") {
  const result = await readWorkbook(bytes, file);
  if (result.ok) throw new Error("was read");
  return result.error;
}

const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const ROOT_RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>';

/** A workbook of one sheet with exactly this XML, and any other parts. */
function rawXlsx(sheet: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries({
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELS,
        "xl/workbook.xml":
          '<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
          '<Relationships xmlns="p"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": `<worksheet xmlns="m"><sheetData>${sheet}</sheetData></worksheet>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)])
    )
  );
}

const u32 = (value: number): number[] => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24];
const wide = (text: string): number[] => [
  ...u32(text.length),
  ...Array.from(text).flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]),
];
const record = (id: number, data: readonly number[]): number[] => [
  ...(id < 128 ? [id] : [(id & 127) | 128, id >> 7]),
  ...(data.length < 128 ? [data.length] : [(data.length & 127) | 128, data.length >> 7]),
  ...data,
];
const double = (value: number): number[] => Array.from(new Uint8Array(new Float64Array([value]).buffer));
const binaryCell = (column: number, style: number): number[] => [...u32(column), ...u32(style)];
const binaryRow = (row: number, flags = 0): number[] =>
  record(0, [...u32(row), ...u32(0), 0, 0, 0, flags, 0]);

const KINDS: readonly (readonly number[])[] = [
  // Columns 1 and 2, and row 0, hidden.
  record(60, [...u32(1), ...u32(2), ...u32(0), ...u32(0), 1, 0]),
  binaryRow(0, 0x10),
  record(6, [...binaryCell(0, 0), ...wide("154-KH/BTGTU")]),
  record(9, [...binaryCell(1, 0), ...double(7)]),
  record(5, [...binaryCell(2, 1), ...double(45_055)]),
  record(3, [...binaryCell(3, 0), 23]),
];

describe("formats", () => {
  // LibreOffice keeps the truth values of .xlsx as numbers in .ods.
  test.each([
    ["xlsx", true, false],
    ["ods", 1, 0],
    ["xls", true, false],
  ])("a workbook that LibreOffice saved as .%s", async (format, yes, no) => {
    const workbook = await read(fixture(`kinds.${format}`), "báo cáo.bin");
    const [form, hidden] = workbook.sheets as [Grid, Grid];
    expect(workbook.format).toBe(format);
    expect(form.sheet).toBe("Biểu 02");
    expect(form.hidden).toBe(false);
    expect(form.values).toEqual([
      ["Biểu số 02:"],
      [],
      ["TT", "Tên công trình", "Đã xuất bản", "Kinh phí", "Đúng", "Lỗi", "Công thức", "Số"],
      [
        1,
        "Lịch sử Đảng bộ xã Đàm Thuỷ",
        { kind: "date", iso: "2022-08-15" },
        50_000_000,
        yes,
        { kind: "error", code: "#DIV/0!" },
        "ab",
        3.5,
      ],
      [
        2,
        "  = không phải công thức",
        "lần 2, 15/8/2022",
        0.5,
        no,
        null,
        null,
        { kind: "date", iso: "2021-06-25" },
      ],
      [3, "ẩn", "x"],
    ]);
    expect(form.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
    expect(form.hiddenRows).toEqual([5]);
    expect(form.hiddenColumns).toEqual([3]);
    expect(hidden).toMatchObject({ sheet: "Ẩn", hidden: true, values: [["a"]] });
    expect(workbook.properties).toEqual(format === "xls" ? {} : { "BieuSu.Unit": "trung-khanh" });
    expect(workbook.sha256).toBe(
      createHash("sha256")
        .update(fixture(`kinds.${format}`))
        .digest("hex")
    );
  });

  test("the time of saving comes from the core properties", async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: "A", rows: [["a"]] }],
      properties: { modified: new Date("2023-05-18T09:30:00Z") },
    });
    expect((await read(bytes)).modified).toBe("2023-05-18T09:30:00.000Z");
  });

  test(".xlsb: text, numbers, dates, errors and formulas", async () => {
    const grid = await firstSheet(xlsbFile(), "cũ.xlsb");
    expect(grid).toMatchObject({
      sheet: "Biểu 01",
      values: [["154-KH/BTGTU", 7, { kind: "date", iso: "2023-05-09" }, { kind: "error", code: "#REF!" }]],
    });
  });

  test(".xlsb: what is hidden, and the properties", async () => {
    const workbook = await read(xlsbFile(), "cũ.xlsb");
    expect(workbook.properties).toEqual({ "BieuSu.Unit": "ha-lang" });
    expect(workbook.modified).toBe("2023-05-18T03:00:00.000Z");
    expect(workbook.sheets[0]).toMatchObject({ hidden: true, hiddenRows: [0], hiddenColumns: [1, 2] });
  });

  test.each([false, true])(
    ".xlsb of SheetJS, texts shared: %s: cells behind the first of a row say no column",
    async (bookSST) => {
      const rows = [
        ["TT", "Số văn bản", null, "Kinh phí", "Đã xuất bản", "Số"],
        [1, "154-KH/BTGTU", null, 50_000_000.5, true, 7],
        [null, "155-KH/BTGTU", false, null, null, 8],
      ];
      const sheet = utils.aoa_to_sheet(rows);
      sheet["F2"] = { t: "e", v: 0x2a };
      sheet["C2"] = { t: "z" };
      const bytes = write(
        { SheetNames: ["A"], Sheets: { A: sheet } },
        { type: "array", bookType: "xlsb", bookSST, sheetStubs: true }
      );
      expect((await firstSheet(new Uint8Array(bytes), "a.xlsb")).values).toEqual([
        rows[0],
        [1, "154-KH/BTGTU", null, 50_000_000.5, true, { kind: "error", code: "#N/A" }],
        rows[2],
      ]);
    }
  );

  test(".xlsb: a cell that says no column stands behind the one before, whatever that holds", async () => {
    const sheet = [
      binaryRow(0),
      record(6, [...binaryCell(2, 0), ...wide("a")]),
      // A blank cell, a day, a formula with its own column, a text; then a blank cell with its own column, a number.
      record(12, u32(0)),
      record(16, [...u32(1), ...double(45_055)]),
      record(9, [...binaryCell(5, 0), ...double(7)]),
      record(17, [...u32(0), ...wide("b")]),
      binaryRow(1),
      record(1, binaryCell(4, 0)),
      record(13, [...u32(0), ...u32((8 << 2) | 2)]),
    ];
    const grid = await firstSheet(xlsbFile(sheet), "a.xlsb");
    expect(grid).toMatchObject({
      left: 2,
      values: [
        ["a", null, { kind: "date", iso: "2023-05-09" }, 7, "b"],
        [null, null, null, 8],
      ],
    });
  });

  test(".xlsb: a cell without a column behind no other is damage", async () => {
    const sheet = [...KINDS, binaryRow(1), record(13, [...u32(0), ...u32(2)])];
    expect(await errorOf(xlsbFile(sheet), "a.xlsb")).toMatchObject({ code: "damaged" });
  });

  test.each<readonly [string, (name: string, part: Uint8Array) => readonly [string, Uint8Array]]>([
    ["names of parts in other capitals", (name, part) => [name.toUpperCase(), part]],
    [
      "targets in other capitals",
      (name, part) => [name, strToU8(strFromU8(part, true).replace("sheets/sheet1", "Sheets/SHEET1"), true)],
    ],
    [
      "a target with a step that leads nowhere",
      (name, part) => [
        name,
        strToU8(strFromU8(part, true).replace("worksheets/", "./x/../worksheets/"), true),
      ],
    ],
  ])(".xlsb: %s", async (_, change) => {
    const whole = await read(xlsbFile(), "cũ.xlsb");
    const parts = Object.entries(unzipSync(xlsbFile())).map(([name, part]) => change(name, part));
    const changed = await read(zipSync(Object.fromEntries(parts)), "cũ.xlsb");
    expect(changed).toEqual({ ...whole, sha256: changed.sha256 });
  });

  test("a sheet that is only a chart does not hide the others", async () => {
    const bytes = rawXlsx('<row r="1"><c r="A1"><v>1</v></c></row>', {
      "xl/workbook.xml":
        '<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="Biểu đồ" sheetId="2" r:id="rId2"/><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>',
      "xl/_rels/workbook.xml.rels":
        '<Relationships xmlns="p"><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>',
    });
    expect((await read(bytes)).sheets.map(({ sheet, values }) => [sheet, values])).toEqual([
      ["A & B", [[1]]],
    ]);
  });

  test("text of a formula that several cells of an .xls share is not lost", async () => {
    const bof = (type: number): [number, number[]] => [0x809, [0, 6, type, 0, 0, 0, 0, 0]];
    const bytes = (position: number): Uint8Array =>
      buildCompoundFile({
        Workbook: biffStream([
          bof(5),
          [0x85, [position, 0, 0, 0, 0, 0, 1, 0, 0x41]],
          [0x0a, []],
          bof(0x10),
          // Row 0, column 1: a formula with a text result, the shared formula, then the text "xã".
          [0x06, [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0]],
          [0x4bc, [0, 0, 0, 0, 1, 1, 0, 0, 0, 0]],
          [0x207, [2, 0, 1, 0x78, 0, 0xe3, 0]],
          [0x0a, []],
        ]),
      });
    // The second substream begins behind records of 12, 13 and 4 bytes.
    expect(await firstSheet(bytes(29), "cũ.xls")).toMatchObject({ sheet: "A", left: 1, values: [["xã"]] });
  });

  test.each([
    ["1900", ""],
    ["1904", '<workbookPr date1904="1"/>'],
  ])("dates of Strict Open XML, %s date system", async (_, properties) => {
    const grid = await firstSheet(
      rawXlsx('<row r="1"><c r="A1" s="1" t="d"><v>2021-06-25T00:00:00</v></c></row>', {
        "xl/workbook.xml": `<workbook xmlns="m" xmlns:r="r">${properties}<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml":
          '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
      })
    );
    expect(grid.values).toEqual([[{ kind: "date", iso: "2021-06-25" }]]);
  });

  test("names of parts in other capitals", async () => {
    const parts = Object.entries(unzipSync(rawXlsx('<row r="1"><c r="A1"><v>1</v></c></row>')));
    const renamed = Object.fromEntries(parts.map(([name, bytes]) => [name.toUpperCase(), bytes]));
    expect((await firstSheet(zipSync(renamed))).values).toEqual([[1]]);
  });

  test("a sheet whose part cannot be found is not left out without a word", async () => {
    const sheets = (id: string): string =>
      `<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" ${id}/></sheets></workbook>`;
    const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
    for (const id of ['r:id="rId9"', ""]) {
      expect(await errorOf(rawXlsx(row, { "xl/workbook.xml": sheets(id) }))).toMatchObject({
        code: "damaged",
      });
    }
  });

  test("a sheet whose relation does not say what it is is not left out without a word", async () => {
    const relations =
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>';
    const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
    expect(await errorOf(rawXlsx(row, { "xl/_rels/workbook.xml.rels": relations }))).toMatchObject({
      code: "damaged",
    });
  });

  test("a workbook under a name of its own", async () => {
    const parts = unzipSync(rawXlsx('<row r="1"><c r="A1"><v>1</v></c></row>'));
    const { "xl/workbook.xml": main, "xl/_rels/workbook.xml.rels": relations, ...others } = parts;
    const types = CONTENT_TYPES.replace(
      "</Types>",
      '<Override PartName="/xl/book.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    );
    const renamed = {
      ...others,
      "[Content_Types].xml": strToU8(types),
      "_rels/.rels": strToU8(ROOT_RELS.replace("workbook.xml", "book.xml")),
      "xl/book.xml": main as Uint8Array,
      "xl/_rels/book.xml.rels": relations as Uint8Array,
    };
    expect((await firstSheet(zipSync(renamed))).values).toEqual([[1]]);
  });

  test("relations with a prefix", async () => {
    const relations =
      '<p:Relationships xmlns:p="p"><p:Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"></p:Relationship></p:Relationships>';
    const row = '<row r="1"><c r="A1"><v>1</v></c></row>';
    const grid = await firstSheet(rawXlsx(row, { "xl/_rels/workbook.xml.rels": relations }));
    expect(grid.values).toEqual([[1]]);
  });

  test("a number far beyond all days stays a number, whatever its format", async () => {
    const grid = await firstSheet(
      rawXlsx('<row r="1"><c r="A1" s="0"><v>123456789</v></c></row>', {
        "xl/_rels/workbook.xml.rels":
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": '<styleSheet><cellXfs count="1"><xf numFmtId="14"/></cellXfs></styleSheet>',
      })
    );
    expect(grid.values).toEqual([[123456789]]);
  });

  test("parts named with backslashes", async () => {
    const parts = Object.entries(unzipSync(rawXlsx('<row r="1"><c r="A1"><v>1</v></c></row>')));
    const renamed = Object.fromEntries(
      parts.map(([name, bytes]) => [name.includes("worksheets") ? name.replace(/\//g, "\\") : name, bytes])
    );
    expect(Object.keys(renamed)).toContain("xl\\worksheets\\sheet1.xml");
    expect((await firstSheet(zipSync(renamed))).values).toEqual([[1]]);
  });

  test("a sheet without cells is an empty grid", async () => {
    expect(await firstSheet(rawXlsx(""))).toMatchObject({ top: 0, left: 0, values: [] });
  });

  test("the used range begins where the first value is", async () => {
    const grid = await firstSheet(
      rawXlsx('<row r="3"><c r="C3"><v>1</v></c></row><row r="5"><c r="B5"><v>2</v></c></row>')
    );
    expect(grid).toMatchObject({ top: 2, left: 1, values: [[null, 1], [], [2]] });
    expect(cellAt(grid, 4, 1)).toBe(2);
  });
});

describe("dates", () => {
  test.each(["1900", "1904"] as const)("are the same day in the %s date system", async (dateSystem) => {
    const day = (iso: string) => ({ value: new Date(`${iso}T00:00:00Z`), style: { numFmt: "d/m/yyyy" } });
    const bytes = await writeXlsx({
      dateSystem,
      sheets: [
        {
          name: "A",
          cells: new Map([
            ["0,0", day("2021-06-25")],
            ["0,1", day("2024-02-29")],
          ]),
        },
      ],
    });
    expect((await firstSheet(bytes)).values).toEqual([
      [
        { kind: "date", iso: "2021-06-25" },
        { kind: "date", iso: "2024-02-29" },
      ],
    ]);
  });

  test.each([
    ["d/m/yyyy", { kind: "date", iso: "2021-06-25" }],
    ["dd/mm/yyyy hh:mm", { kind: "date", iso: "2021-06-25" }],
    ["[$-42A]d mmmm yyyy", { kind: "date", iso: "2021-06-25" }],
    ['"ngày" dd "tháng" mm "năm" yyyy', { kind: "date", iso: "2021-06-25" }],
    ['#,##0" đ"', 44_372.75],
    ["General", 44_372.75],
    ["@", 44_372.75],
  ])("a serial number shown as %s", async (numFmt, expected) => {
    const bytes = await writeXlsx({
      sheets: [{ name: "A", cells: new Map([["0,0", { value: 44_372.75, style: { numFmt } }]]) }],
    });
    expect((await firstSheet(bytes)).values).toEqual([[expected]]);
  });

  test("a bare time is no day", async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: "A", cells: new Map([["0,0", { value: 0.5, style: { numFmt: "hh:mm" } }]]) }],
    });
    expect((await firstSheet(bytes)).values).toEqual([[0.5]]);
  });
});

describe("text", () => {
  test.each(["  a  ", "Lịch sử".normalize("NFD"), "a\u00a0b", "=1+1", "#N/A như chữ", "dòng\nhai"])(
    "%j is kept exactly",
    async (text) => {
      const bytes = await writeXlsx({ sheets: [{ name: "A", rows: [[text]] }] });
      expect((await firstSheet(bytes)).values).toEqual([[text]]);
    }
  );

  test("text of an error's name is text, an error is an error", async () => {
    const grid = await firstSheet(
      rawXlsx(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>#N/A</t></is></c><c r="B1" t="e"><v>#N/A</v></c></row>'
      )
    );
    expect(grid.values).toEqual([["#N/A", { kind: "error", code: "#N/A" }]]);
  });

  test("empty text is an empty cell", async () => {
    const grid = await firstSheet(
      rawXlsx(
        '<row r="1"><c r="A1" t="inlineStr"><is><t></t></is></c><c r="B1" t="str"><f>""</f><v></v></c><c r="C1"><v>1</v></c></row>'
      )
    );
    expect(grid).toMatchObject({ left: 2, values: [[1]] });
  });
});

describe("text tables", () => {
  const rows = 'TT;Số văn bản;Thời gian\n1;154-KH/BTGTU;9/5/2023\n2;"a;b";';
  const expected = [
    ["TT", "Số văn bản", "Thời gian"],
    ["1", "154-KH/BTGTU", "9/5/2023"],
    ["2", "a;b"],
  ];

  test.each([
    ["UTF-8", Buffer.from(rows, "utf8")],
    ["UTF-8 with byte order mark", Buffer.from(`\uFEFF${rows}`, "utf8")],
    ["UTF-16 with byte order mark", Buffer.from(`\uFEFF${rows}`, "utf16le")],
    ["UTF-16 without byte order mark", Buffer.from(rows, "utf16le")],
    ["UTF-16 big endian", Buffer.from(`\uFEFF${rows}`, "utf16le").swap16()],
  ])("%s", async (_, bytes) => {
    const workbook = await read(new Uint8Array(bytes), "biểu.csv");
    expect(workbook).toMatchObject({ format: "csv", sheets: [{ sheet: "biểu", values: expected }] });
  });

  test("the code page of Vietnamese Windows", async () => {
    // "Số;Hạ Lang" with combining marks: ô + acute, a + dot below.
    const bytes = Uint8Array.from([0x53, 0xf4, 0xec, 0x3b, 0x48, 0x61, 0xf2, 0x20, 0x4c, 0x61, 0x6e, 0x67]);
    const grid = await firstSheet(bytes, "a.csv");
    expect(grid.values[0]).toEqual(["Số", "Hạ Lang"]);
  });

  test.each([
    ["tab", "a\tb\tc\n1\t2\t3"],
    ["comma", "a,b,c\n1,2,3"],
    ["bar", "a|b|c\n1|2|3"],
    ["semicolon with decimal commas", "a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5"],
  ])("separated by %s, whatever the file is called", async (_, text) => {
    const grid = await firstSheet(strToU8(text), "bảng.txt");
    expect(grid.values[0]).toEqual(["a", "b", "c"]);
  });

  test("text of legacy fonts is left as typed, for whoever knows those fonts", async () => {
    const typed = "TT;Sè v¨n b¶n;TrÝch yÕu néi dung\n1;154-KH/BTGTU;LÞch sö §¶ng bé x· An L¹c\n2;a;H­íng dÉn";
    const grid = await firstSheet(new Uint8Array(Buffer.from(typed, "latin1")), "cu.csv");
    expect(grid.values).toEqual(typed.split("\n").map((line) => line.split(";")));
  });

  test("the first line may say what separates", async () => {
    const grid = await firstSheet(strToU8("sep=|\r\na;1|b\r\nc;2|d"), "a.csv");
    expect(grid.values).toEqual([
      ["a;1", "b"],
      ["c;2", "d"],
    ]);
  });

  test("letters lost in a code page without them are not read as if they were there", async () => {
    const lost = rows.replace(/[^ -ÿ\n]/g, "?") + "\nTr?ch y?u;C? quan;B? ph?n";
    expect(await errorOf(strToU8(lost, true), "biểu.csv")).toMatchObject({ code: "letters-lost" });
    const unreadable = "S\ufffd v\ufffdn b\ufffdn;Tr\ufffdch;Ng\ufffdy\n1;2;3";
    expect(await errorOf(strToU8(unreadable), "biểu.csv")).toMatchObject({ code: "letters-lost" });
  });

  test("the sign that ends a file of DOS is no part of it", async () => {
    expect(await firstSheet(strToU8(`${rows}\r\n\u001a`), "a.csv")).toMatchObject({ values: expected });
    expect(await errorOf(strToU8(`${rows}\u001a\u001a`), "a.csv")).toMatchObject({ code: "not-a-workbook" });
  });

  test("a header that begins like a file of SYLK", async () => {
    const grid = await firstSheet(strToU8("ID;Phường;N\n1;a;b\n2;c;d"), "a.csv");
    expect(grid.values[0]).toEqual(["ID", "Phường", "N"]);
  });

  test("question marks that people write stay", async () => {
    const grid = await firstSheet(
      strToU8("Tên công trình;Ngày\nLịch sử Đảng bộ xã (?);?\nCó không?;đã?"),
      "a.csv"
    );
    expect(grid.values[2]).toEqual(["Có không?", "đã?"]);
  });

  test("rows behind a quotation mark that nobody closes are not lost in its cell without a word", async () => {
    const text = 'TT;Số văn bản;Trích yếu\n1;154-KH;"Kế hoạch\n2;155-KH;Báo cáo\n3;156-KH;Báo cáo';
    const error = await errorOf(strToU8(text), "a.csv");
    expect(error).toMatchObject({ code: "damaged", message: expect.stringContaining("ngoặc kép") });
  });

  test("cells are text: nothing is computed, converted or run", async () => {
    const grid = await firstSheet(strToU8("=1+1,0123,1E5,TRUE,#REF!\na,b,c,d,e"), "a.csv");
    expect(grid.values[0]).toEqual(["=1+1", "0123", "1E5", "TRUE", "#REF!"]);
  });

  test.each([
    [
      "a letter",
      "Kính gửi: Ban Tuyên giáo Tỉnh uỷ,\nHuyện uỷ xin báo cáo, kèm theo biểu.\nTrân trọng.",
      "bao-cao.xlsx",
    ],
    ["one word", "abc", "a.txt"],
    ["one word in a .csv", "abc", "a.csv"],
    ["JSON", '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}', "a.txt"],
    ["binary", "\u0000\u0001\u0002,a,b\n\u0003,c,d", "a.csv"],
  ])("%s is not a workbook", async (_, text, file) => {
    expect(await errorOf(strToU8(text), file)).toMatchObject({ code: "not-a-workbook" });
  });

  test.each([
    ["UTF-8 that ends in a letter", strToU8("Số;Tên;Xã\n1;Lịch sử;Quảng Hoà\n2;Đảng bộ;Quế").slice(0, -1)],
    ["UTF-16 that ends in a letter", new Uint8Array(Buffer.from("\ufeffa;b\n1;Đ", "utf16le")).slice(0, -1)],
  ])("%s is damage: as a code page every letter would be wrong", async (_, bytes) => {
    expect(await errorOf(bytes, "a.csv")).toMatchObject({ code: "damaged" });
  });
});

describe("what is refused", () => {
  const xlsx = writeXlsx({
    sheets: [{ name: "A", rows: Array.from({ length: 200 }, (_, row) => [row, `chữ ${row}`]) }],
  });

  test.each([
    ["nothing", new Uint8Array(), "not-a-workbook", "trống"],
    ["a PDF", strToU8("%PDF-1.7\n1,2,3\n1,2,3"), "not-a-workbook", "PDF"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "not-a-workbook", "hình ảnh"],
    ["a web page without a table", strToU8("<html><p>TT</p></html>"), "not-a-workbook", "HTML"],
    [
      "Word XML",
      strToU8(
        '<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"/>'
      ),
      "unsupported-format",
      ".docx",
    ],
    ["an archive", zipSync({ "ha-lang.xlsx": strToU8("a") }), "not-a-workbook", "giải nén"],
    ["an empty archive", zipSync({}), "not-a-workbook", "giải nén"],
    ["a RAR archive", strToU8("Rar!\u001a\u0007"), "not-a-workbook", "giải nén"],
    [
      "XML 2003",
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
      "unsupported-format",
      "XML 2003",
    ],
    [
      "SYLK",
      strToU8('ID;PWXL;N;E\r\nP;PGeneral\r\nC;Y1;X1;K"TT"\r\nC;Y1;X2;K"Số"\r\nE'),
      "unsupported-format",
      "SYLK",
    ],
    [
      "SYLK of LibreOffice",
      strToU8('ID;PSCALC3\nB;Y1;X2\nC;Y1;X1;K"TT"\nC;Y1;X2;K"Số"\nE'),
      "unsupported-format",
      ".xlsx",
    ],
    [
      "a presentation",
      zipSync({ "[Content_Types].xml": strToU8(CONTENT_TYPES), "ppt/presentation.xml": strToU8("") }),
      "unsupported-format",
      "trình chiếu",
    ],
    ["an old Word document", fixture("letter.doc"), "unsupported-format", ".docx"],
    ["an OpenDocument text", fixture("letter.odt"), "unsupported-format", ".docx"],
    ["rich text", strToU8("{\\rtf1\\ansi a,b,c}"), "unsupported-format", ".docx"],
    ["Excel 95", buildCompoundFile({ Book: new Uint8Array(4096) }), "unsupported-format", "Excel 95"],
    [
      "Excel 5 inside a newer name",
      buildCompoundFile({ Workbook: biffStream([[0x809, [0, 5, 5, 0]]]) }),
      "unsupported-format",
      "Excel 95",
    ],
    ["Excel 4", Uint8Array.from([9, 4, 6, 0, 0, 0, 0x10, 0]), "unsupported-format", "Excel 95"],
    [
      "a compound file of something else",
      buildCompoundFile({ Khác: new Uint8Array(4096) }),
      "not-a-workbook",
      "không phải bảng tính",
    ],
    [
      ".xls with a password",
      buildCompoundFile({
        Workbook: biffStream([
          [0x809, [0, 6, 5, 0]],
          [0x2f, [0, 0]],
          [0x0a, []],
        ]),
      }),
      "encrypted",
      "mật khẩu",
    ],
  ])("%s", async (_, bytes, code, text) => {
    const error = await errorOf(bytes, "Tệp của Hạ Lang.xlsx");
    expect(error.code).toBe(code);
    expect(error.message).toContain(text);
    expect(error.message).toContain("“Tệp của Hạ Lang.xlsx”");
  });

  test("a workbook with a password", async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: "A", rows: [["a"]] }],
      encryption: { password: "bi-mat", spinCount: 1 },
    });
    expect(await errorOf(bytes)).toMatchObject({ code: "encrypted" });
  });

  test("an .ods with a password", async () => {
    const bytes = zipSync({
      mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet"),
      "META-INF/manifest.xml": strToU8("<manifest:encryption-data/>"),
      "content.xml": strToU8("x"),
    });
    expect(await errorOf(bytes)).toMatchObject({ code: "encrypted" });
  });

  test.each([0.02, 0.1, 0.5, 0.9, 0.999])(
    "a workbook cut off at %d of its length is damaged",
    async (part) => {
      const whole = await xlsx;
      const error = await errorOf(whole.slice(0, Math.floor(whole.length * part)));
      expect(error.code).toBe("damaged");
      expect(error.message).toContain("lưu lại thành .xlsx rồi chọn lại tệp");
    }
  );

  test.each(["kinds.xls", "kinds.ods", "kinds.xlsx"])("%s cut in half is damaged", async (name) => {
    const whole = fixture(name);
    expect(await errorOf(whole.slice(0, Math.floor(whole.length / 2)))).toMatchObject({ code: "damaged" });
  });

  test("two different parts of one name are damage: programs differ in which one they show", async () => {
    const zipped = rawXlsx('<row r="1"><c r="A1"><v>1</v></c></row>', { "xl/worksheets/sheet2.xml": "<x/>" });
    const bytes = Buffer.from(zipped);
    for (let at = bytes.indexOf("sheet2.xml"); at >= 0; at = bytes.indexOf("sheet2.xml"))
      bytes.write("sheet1.xml", at);
    expect(await errorOf(new Uint8Array(bytes))).toMatchObject({ code: "damaged" });
  });

  test("changed bytes do not go unnoticed", async () => {
    const whole = await xlsx;
    const changed = whole.slice();
    // In the middle of the packed sheet: the checksum tells.
    const at = Math.floor(whole.length * 0.6);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    expect(await errorOf(changed)).toMatchObject({ code: "damaged" });
  });

  test("a part that is missing, or is no XML", async () => {
    expect(await errorOf(rawXlsx("", { "xl/workbook.xml": "<workbook" }))).toMatchObject({ code: "damaged" });
    expect(
      await errorOf(rawXlsx("<row><c></row>", { "xl/worksheets/sheet1.xml": "<worksheet><" }))
    ).toMatchObject({
      code: "damaged",
    });
  });

  test.each(["chartsheet", "dialogsheet"])(
    "a workbook whose only sheet is said to be a %s is damaged",
    async (kind) => {
      const parts = unzipSync(rawWorkbook({}));
      const name = "xl/_rels/workbook.xml.rels";
      parts[name] = strToU8(strFromU8(parts[name] as Uint8Array).replace('/worksheet"', `/${kind}"`));
      expect(await errorOf(zipSync(parts), "a.xlsx")).toMatchObject({ code: "damaged" });
    }
  );

  test("messages are in the language asked for", async () => {
    const result = await readWorkbook(strToU8("%PDF-1.4"), "a.pdf", "en");
    expect(result).toEqual({
      ok: false,
      error: {
        code: "not-a-workbook",
        message: "The file “a.pdf” is a PDF, not a workbook. Ask the unit for the Excel or Word file.",
      },
    });
  });
});

describe("what costs too much", () => {
  test("a part that inflates far beyond its packed size is refused, whatever it declares", async () => {
    const bomb = zipSync({
      "[Content_Types].xml": strToU8(CONTENT_TYPES),
      "xl/workbook.xml": new Uint8Array(60 * 1024 * 1024),
    });
    expect(bomb.length).toBeLessThan(100_000);
    declareSize(bomb, 100);
    const started = performance.now();
    expect(await errorOf(bomb)).toMatchObject({ code: "too-large" });
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test("too many parts", async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 2001 }, (_, index) => [`xl/a${index}.xml`, new Uint8Array()])
    );
    expect(await errorOf(zipSync({ "[Content_Types].xml": strToU8(CONTENT_TYPES), ...parts }))).toMatchObject(
      {
        code: "too-large",
      }
    );
  });

  test("a file beyond 50 MB is not even looked at", async () => {
    expect(await errorOf(new Uint8Array(50 * 1024 * 1024 + 1))).toMatchObject({ code: "too-large" });
  });

  test("a value in the last cell of the sheet is a clear refusal, not a full memory", async () => {
    const error = await errorOf(
      rawXlsx('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    );
    expect(error.code).toBe("too-large");
    expect(error.message).toContain("Ctrl+End");
  });

  test("formatting down to the last cell costs nothing", async () => {
    const grid = await firstSheet(
      rawXlsx(
        '<row r="1"><c r="A1" s="0"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/><c r="XFD1048576" s="0"></c></row>'
      )
    );
    expect(grid.values).toEqual([[1]]);
  });

  test("pictures and macros are never unpacked", async () => {
    const grid = await firstSheet(
      rawXlsx('<row r="1"><c r="A1"><v>1</v></c></row>', { "xl/media/image1.png": "x".repeat(1000) })
    );
    expect(grid.values).toEqual([[1]]);
  });
});

test("no bytes whatsoever make it throw", async () => {
  const xls = fixture("kinds.xls");
  const ods = fixture("kinds.ods");
  const page = strToU8("<html><table><tr><td rowspan=2>TT<td>Số văn bản<tr><td>154-KH/BTGTU</table>");
  const starts = [xls, ods, fixture("kinds.xlsx"), fixture("letter.docx"), xlsbFile(), page];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...starts),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 20 }),
      async (whole, changes) => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        const result = await readWorkbook(bytes, "a.xlsx");
        expect(typeof result.ok).toBe("boolean");
      }
    ),
    { numRuns: 150, seed: 20230509 }
  );
});

test("an .ods whose empty cells have looks, up to the last column", async () => {
  const { sheets } = { sheets: [{ name: "A", rows: [["a"], ["b"]] }] };
  const parts = unzipSync(await writeOds({ sheets }));
  const looks =
    '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16383"/></table:table-row>';
  const content = strFromU8(parts["content.xml"] as Uint8Array).replaceAll("</table:table-row>", looks);
  const many = content.replace(
    "</table:table>",
    `<table:table-row table:number-rows-repeated="1048574"><table:table-cell/>${looks}</table:table>`
  );
  const grid = await firstSheet(zipSync({ ...parts, "content.xml": strToU8(many) }), "a.ods");
  expect(grid.values).toEqual([["a"], ["b"]]);
});

test.each(["table", "office", "text"])(
  "an .ods with another prefix for %s is not read wrongly",
  async (name) => {
    const parts = unzipSync(await writeOds({ sheets: [{ name: "A", rows: [["a", null, null, "b"]] }] }));
    const content = strFromU8(parts["content.xml"] as Uint8Array)
      .replaceAll(`${name}:`, "p:")
      .replaceAll("xmlns:p:1.0", `xmlns:${name}:1.0`);
    const renamed = content.replaceAll(`xmlns:${name}=`, "xmlns:p=");
    const error = await errorOf(zipSync({ ...parts, "content.xml": strToU8(renamed) }), "a.ods");
    expect(error).toMatchObject({ code: "unsupported-format" });
    expect(error.message).toContain("LibreOffice hoặc Excel");
  }
);

test("an .ods of the library itself", async () => {
  const bytes = await writeOds({
    sheets: [{ name: "A", rows: [["a", 1, true, new Date("2021-06-25T00:00:00Z")]] }],
  });
  expect((await firstSheet(bytes, "a.ods")).values).toEqual([
    ["a", 1, true, { kind: "date", iso: "2021-06-25" }],
  ]);
});

/** Overwrites the inflated size of every entry, in the local header and in the directory. */
function declareSize(zip: Uint8Array, size: number): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  for (let at = 0; at + 46 < zip.length; at++) {
    if (view.getUint32(at, true) === 0x04034b50) view.setUint32(at + 22, size, true);
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
}

/** A binary workbook of these records, by default one row of text, number, date, error. [MS-XLSB] */
function xlsbFile(sheet: readonly (readonly number[])[] = KINDS): Uint8Array {
  const bin = (...records: readonly (readonly number[])[]): Uint8Array => Uint8Array.from(records.flat());
  const relations = (type: string, target: string): Uint8Array =>
    strToU8(
      `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.bin"/></Relationships>`
    );
  return zipSync({
    "[Content_Types].xml": strToU8(CONTENT_TYPES),
    "_rels/.rels": relations("officeDocument", "xl/workbook.bin"),
    "docProps/core.xml": strToU8("<a><dcterms:modified>2023-05-18T03:00:00Z</dcterms:modified></a>"),
    "docProps/custom.xml": strToU8(
      '<Properties><property pid="2" name="BieuSu.Unit"><vt:lpwstr>ha-lang</vt:lpwstr></property></Properties>'
    ),
    "xl/_rels/workbook.bin.rels": relations("worksheet", "worksheets/sheet1.bin"),
    "xl/workbook.bin": bin(record(156, [...u32(1), ...u32(1), ...wide("rId1"), ...wide("Biểu 01")])),
    "xl/styles.bin": bin(
      record(617, u32(2)),
      record(47, [0, 0, 0, 0]),
      record(47, [0, 0, 14, 0]),
      record(618, [])
    ),
    "xl/worksheets/sheet1.bin": bin(...sheet),
  });
}
