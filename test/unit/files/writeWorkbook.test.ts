import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { cellAt, type Grid } from "../../../src/domain/grid";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { BLANK_SHEET } from "../../../src/layout/look";
import type { CellContent, SheetSpec, WorkbookSpec } from "../../../src/layout/sheetSpec";

const EMPTY_SHEET: SheetSpec = { ...BLANK_SHEET, name: "Trang 1", showGridlines: true };

function workbook(...sheets: readonly Partial<SheetSpec>[]): WorkbookSpec {
  const complete = sheets.map((sheet) => ({ ...EMPTY_SHEET, ...sheet }));
  return { sheets: complete, properties: {}, activeSheet: complete[0]?.name ?? "", title: "Thử" };
}

function cells(rows: readonly (readonly CellContent[])[]): Partial<SheetSpec> {
  return { blocks: [{ top: 0, left: 0, rows }] };
}

async function readBack(spec: WorkbookSpec): Promise<readonly Grid[]> {
  const result = await readWorkbook(await writeWorkbook(spec), "thu.xlsx");
  if (!result.ok) throw new Error(result.error.message);
  return result.workbook.sheets;
}

async function parts(spec: WorkbookSpec): Promise<Record<string, string>> {
  const files = unzipSync(await writeWorkbook(spec));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("values", () => {
  test("come back as they were written", async () => {
    const [grid] = await readBack(
      workbook(
        cells([
          ["Lịch sử Đảng bộ xã An Lạc", 50_000_000, true, null, { date: "2021-06-25" }],
          ["", 0.1, false, { formula: "=1+1", result: 2 }, { formula: '="a"&"b"', result: "ab" }],
          [{ runs: [{ text: "Đã xuất bản (" }, { text: "thời gian", italic: true }, { text: ")" }] }],
        ])
      )
    );
    expect(grid?.values).toEqual([
      ["Lịch sử Đảng bộ xã An Lạc", 50_000_000, true, null, { kind: "date", iso: "2021-06-25" }],
      [null, 0.1, false, 2, "ab"],
      ["Đã xuất bản (thời gian)"],
    ]);
  });

  test.each([
    "=1+1",
    '=HYPERLINK("http://vi.du","bấm")',
    "+84 206",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "\r\n=cmd|' /C calc'!A0",
    "02-03",
    "0123",
    "1E5",
    "25/6/2021",
    "TRUE",
    "#N/A",
    "#REF!",
    "  hai đầu có dấu cách  ",
    "dòng một\ndòng hai",
    "_x0041_",
    "_x000D_ và _x005F_x0041_",
    "<b>&amp;</b> \"'",
    "]]>",
    "\u0001\u000b",
    "\uFFFF",
    "Lịch sử Đảng bộ".normalize("NFD"),
    "LÞch sö §¶ng bé\u00ad",
    "a\u00a0b\u200b",
    "😀",
  ])("the text %j stays exactly this text", async (text) => {
    const [grid] = await readBack(workbook(cells([[text]])));
    expect(grid?.values).toEqual([[text]]);
    const xml = (await parts(workbook(cells([[text]]))))["xl/worksheets/sheet1.xml"];
    expect(xml).not.toContain("<f>");
    expect(xml).toMatch(/t="(s|inlineStr)"/);
  });

  test("text longer than a cell can hold is cut to what Excel opens", async () => {
    const [grid] = await readBack(workbook(cells([["a".repeat(40_000)]])));
    expect(cellAt(grid as Grid, 0, 0)).toBe("a".repeat(32_767));
  });

  test("text that Excel would take for something else has the text format, words have none", async () => {
    const spec = workbook(cells([["=1+1", "02-03", "Đơn vị"]]));
    const read = await readXlsx(await writeWorkbook(spec), { readStyles: true });
    const format = (column: number): string | undefined =>
      read.sheets[0]?.cells?.get(`0,${column}`)?.style?.numFmt;
    expect([format(0), format(1), format(2)]).toEqual(["@", "@", undefined]);
  });

  test("a block may start anywhere; the grid says where", async () => {
    const [grid] = await readBack(workbook({ blocks: [{ top: 4, left: 2, rows: [["x"]] }] }));
    expect(grid).toMatchObject({ top: 4, left: 2, values: [["x"]] });
  });
});

describe("sheets and properties", () => {
  test("names, visibility, merges, hidden columns and the stamp come back", async () => {
    const spec: WorkbookSpec = {
      ...workbook(
        { name: "Biểu 01", merges: [{ top: 0, left: 0, bottom: 1, right: 2 }], ...cells([["a"]]) },
        { name: "Ẩn", visibility: "hidden", ...cells([["b"]]) },
        {
          name: "Bản gốc",
          visibility: "veryHidden",
          columns: [{ width: 8 }, { width: 8, hidden: true }],
          ...cells([["c", "d"]]),
        }
      ),
      properties: { "BieuSu.Unit": "ha-lang", "BieuSu.Round": "khao-sat-2023" },
    };
    const result = await readWorkbook(await writeWorkbook(spec), "ha-lang.xlsx");
    if (!result.ok) throw new Error(result.error.message);
    const { workbook: content } = result;
    expect(content.properties).toEqual({ "BieuSu.Unit": "ha-lang", "BieuSu.Round": "khao-sat-2023" });
    expect(content.modified).toBeNull();
    expect(
      content.sheets.map(({ sheet, hidden, merges, hiddenColumns }) => ({
        sheet,
        hidden,
        merges,
        hiddenColumns,
      }))
    ).toEqual([
      {
        sheet: "Biểu 01",
        hidden: false,
        merges: [{ top: 0, left: 0, bottom: 1, right: 2 }],
        hiddenColumns: [],
      },
      { sheet: "Ẩn", hidden: true, merges: [], hiddenColumns: [] },
      { sheet: "Bản gốc", hidden: true, merges: [], hiddenColumns: [1] },
    ]);
  });

  test("the same spec gives the same bytes, whenever it is written", async () => {
    const spec = workbook(cells([["a", { date: "2021-06-25" }]]));
    const first = await writeWorkbook(spec);
    jest.useFakeTimers({
      now: new Date("2031-01-01T00:00:00Z"),
      doNotFake: ["nextTick", "setImmediate", "queueMicrotask"],
    });
    try {
      expect(await writeWorkbook(spec)).toEqual(first);
    } finally {
      jest.useRealTimers();
    }
  });

  test("what is printed is named with the sheet's name in quotes", async () => {
    const spec = workbook({
      name: "Biểu 01",
      ...cells([["a"]]),
      names: [{ name: "DuLieu_Bieu01", area: { top: 5, left: 0, bottom: 34, right: 4 } }],
      print: {
        orientation: "landscape",
        area: { top: 0, left: 0, bottom: 34, right: 4 },
        repeatRows: { top: 4, bottom: 4 },
        margins: { top: 72, right: 36, bottom: 72, left: 36 },
        centerHorizontally: true,
        footer: "&C&P/&N",
      },
    });
    const { "xl/workbook.xml": book, "xl/worksheets/sheet1.xml": sheet } = await parts(spec);
    expect(book).toContain("<definedName name=\"DuLieu_Bieu01\">'Biểu 01'!$A$6:$E$35</definedName>");
    expect(book).toContain(
      '<definedName name="_xlnm.Print_Area" localSheetId="0">\'Biểu 01\'!$A$1:$E$35</definedName>'
    );
    expect(book).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Biểu 01\'!$5:$5</definedName>'
    );
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    );
    expect(sheet).toContain('<pageMargins left="0.5" right="0.5" top="1" bottom="1"');
    expect(sheet).toContain("<oddFooter>&amp;C&amp;P/&amp;N</oddFooter>");
  });

  test("validations, conditional formats, tables and protection are in the file", async () => {
    const area = { top: 1, left: 0, bottom: 9, right: 0 };
    const spec = workbook({
      ...cells([
        ["Cột một", "Cột hai"],
        ["x", 1],
      ]),
      validations: [
        {
          area,
          rule: { kind: "list", values: ["x", "lần 1"] },
          prompt: { title: "Gợi ý", message: "Đánh dấu x" },
        },
        {
          area: { ...area, left: 1, right: 1 },
          rule: { kind: "date", from: "2021-06-25", to: "2023-05-19" },
          alert: { style: "warning", title: "Ngày", message: "Ngoài thời gian" },
        },
        { area: { ...area, left: 2, right: 2 }, rule: { kind: "any" }, prompt: { title: "T", message: "M" } },
      ],
      conditionalFormats: [
        { kind: "expression", area, formula: "=$B2=0", fillColor: "#FFC7CE" },
        { kind: "dataBar", area: { ...area, left: 1, right: 1 }, color: "#4472C4", max: 100 },
      ],
      tables: [{ name: "Bang", area: { top: 0, left: 0, bottom: 1, right: 1 }, style: "TableStyleLight9" }],
      protection: { allowFormatCells: true, allowInsertRows: true },
    });
    const read = await readXlsx(await writeWorkbook(spec));
    const sheet = read.sheets[0];
    expect(sheet?.dataValidations?.[0]).toMatchObject({
      type: "list",
      values: ["x", "lần 1"],
      inputTitle: "Gợi ý",
    });
    expect(sheet?.dataValidations?.[0]?.showErrorMessage).toBeUndefined();
    expect(sheet?.dataValidations?.[1]).toMatchObject({
      type: "date",
      formula1: "44372",
      formula2: "45065",
      errorStyle: "warning",
    });
    expect(sheet?.conditionalRules).toMatchObject([
      { type: "expression", formula: "$B2=0" },
      {
        type: "dataBar",
        dataBar: {
          cfvo: [
            { type: "num", value: "0" },
            { type: "num", value: "100" },
          ],
        },
      },
    ]);
    expect(sheet?.tables).toMatchObject([
      { name: "Bang", range: "A1:B2", columns: [{ name: "Cột một" }, { name: "Cột hai" }] },
    ]);
    expect(sheet?.protection).toMatchObject({ sheet: true, formatCells: true, insertRows: true });
    expect((await parts(spec))["xl/worksheets/sheet1.xml"]).toContain('type="none"');
  });

  test("a table without header text is refused", async () => {
    const spec = workbook({
      tables: [{ name: "Bang", area: { top: 0, left: 0, bottom: 1, right: 0 }, style: "x" }],
    });
    await expect(writeWorkbook(spec)).rejects.toThrow("Table Bang: column 1 has no header text");
  });
});

describe("styles", () => {
  test("later styles win property by property", async () => {
    const area = { top: 0, left: 0, bottom: 0, right: 1 };
    const spec = workbook({
      ...cells([["a", "b"]]),
      styles: [
        { area, style: { fontName: "Times New Roman", fontSize: 13, bold: true, borderColor: "#000000" } },
        { area: { ...area, left: 1 }, style: { bold: false, horizontal: "center", fillColor: "#DDEBF7" } },
      ],
    });
    const read = await readXlsx(await writeWorkbook(spec), { readStyles: true });
    const style = (column: number) => read.sheets[0]?.cells?.get(`0,${column}`)?.style;
    expect(style(0)?.font).toMatchObject({ name: "Times New Roman", size: 13, bold: true });
    expect(style(1)?.font?.bold).toBeUndefined();
    expect(style(1)).toMatchObject({
      font: { name: "Times New Roman" },
      alignment: { horizontal: "center" },
      fill: { fgColor: { rgb: expect.stringContaining("DDEBF7") } },
      border: { left: { style: "thin" } },
    });
  });

  test("every cell keeps its look and value, whatever the others of its row and column have", async () => {
    const bold = { bold: true, fillColor: "#DDEBF7" };
    const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
    const spec = workbook({
      ...cells([
        ["tên", null, "không dạng"],
        ["a", 1, "x"],
        [null, 2, { date: "2021-06-25" }],
        ["02-03", { formula: "=B2+1", result: 2 }],
        ["#N/A", null, null, "ngoài cột"],
      ]),
      columns: [{ width: 10 }, { width: 10 }, { width: 10 }],
      styles: [
        { area: area(1, 0, 4, 1), style: bold },
        { area: area(3, 1, 3, 1), style: { bold: false } },
        { area: area(1, 2, 2, 2), style: { italic: true } },
      ],
      comments: [{ row: 1, column: 1, text: "ghi chú" }],
    });
    const read = await readXlsx(await writeWorkbook(spec), { readStyles: true });
    const looks = Array.from({ length: 5 }, (_, row) =>
      Array.from({ length: 4 }, (_, column) => {
        const style = read.sheets[0]?.cells?.get(`${row},${column}`)?.style;
        const marks = [
          style?.font?.bold && "b",
          style?.font?.italic && "i",
          style?.fill && "f",
          style?.numFmt,
        ];
        return marks.filter(Boolean).join("");
      })
    );
    expect(looks).toEqual([
      ["", "", "", ""],
      ["bf", "bf", "i", ""],
      ["bf", "bf", "id/m/yyyy", ""],
      ["bf@", "f", "", ""],
      ["bf@", "bf", "", ""],
    ]);
    expect((await readBack(spec))[0]?.values).toEqual([
      ["tên", null, "không dạng"],
      ["a", 1, "x"],
      [null, 2, { kind: "date", iso: "2021-06-25" }],
      ["02-03", 2],
      ["#N/A", null, null, "ngoài cột"],
    ]);
    expect(read.sheets[0]?.cells?.get("1,1")?.comment?.text).toContain("ghi chú");
  });

  test("a width is stored as Excel stores what its dialog shows", async () => {
    const xml = (await parts(workbook({ columns: [{ width: 10 }], ...cells([["a"]]) })))[
      "xl/worksheets/sheet1.xml"
    ];
    expect(xml).toContain('<col min="1" max="1" width="10.7109375" customWidth="true"/>');
  });
});
