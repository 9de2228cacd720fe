import { readFileSync } from "fs";
import { join } from "path";
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import { strToU8, zipSync } from "fflate";
import type { Grid, WorkbookContent } from "../../../../src/domain/grid";
import { readWorkbook } from "../../../../src/files/readWorkbook";
import { buildCompoundFile } from "../compoundFileBuilder";

async function read(bytes: Uint8Array, file = "báo cáo.docx"): Promise<WorkbookContent> {
  const result = await readWorkbook(bytes, file);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.workbook;
}

async function errorOf(bytes: Uint8Array, file = "báo cáo.docx") {
  const result = await readWorkbook(bytes, file);
  if (result.ok) throw new Error("was read");
  return result.error;
}

const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const ROOT_RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A document with exactly this body, and any other parts. */
function rawDocx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries({
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELS,
        "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>${body}</w:body></w:document>`,
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)])
    )
  );
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (text: string): string => `<w:p>${run(text)}</w:p>`;
const cell = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : p(content)}</w:tc>`;
const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((text) => (text.startsWith("<w:tc>") ? text : cell(text))).join("")}</w:tr>`;
const table = (rows: readonly string[], widths: readonly number[] = []): string =>
  `<w:tbl><w:tblPr/><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows.join("")}</w:tbl>`;

/** The sheets but the one of the text around the tables. */
async function tables(body: string): Promise<readonly Grid[]> {
  return (await read(rawDocx(body))).sheets.slice(1);
}

async function onlyTable(body: string): Promise<Grid> {
  const grids = await tables(body);
  expect(grids).toHaveLength(1);
  return grids[0] as Grid;
}

const HEADER = row("TT", "Số văn bản", "Thời gian", "Trích yếu", "Cơ quan");
const DOCUMENT = row("1", "154-KH/BTGTU", "9/5/2023", "Kế hoạch", "BTG");

test("tables become sheets, the text around them a sheet of its own", async () => {
  const docx = new Document({
    sections: [
      {
        children: [
          new Paragraph("Đơn vị: Huyện uỷ Hạ Lang"),
          new Table({
            rows: [
              ["TT", "Số văn bản"],
              ["1", "154-KH/BTGTU"],
            ].map(
              (texts) =>
                new TableRow({
                  children: texts.map((text) => new TableCell({ children: [new Paragraph(text)] })),
                })
            ),
          }),
          new Paragraph({
            children: [new TextRun("Người lập"), new TextRun({ text: "Đàm Thị A", break: 1 })],
          }),
        ],
      },
    ],
    customProperties: [{ name: "BieuSu.Unit", value: "ha-lang" }],
  });
  const workbook = await read(new Uint8Array(await Packer.toBuffer(docx)));
  expect(workbook.format).toBe("docx");
  expect(workbook.sheets.map(({ sheet, values }) => [sheet, values])).toEqual([
    ["Văn bản", [["Đơn vị: Huyện uỷ Hạ Lang"], ["Người lập"], ["Đàm Thị A"]]],
    [
      "Bảng 1",
      [
        ["TT", "Số văn bản"],
        ["1", "154-KH/BTGTU"],
      ],
    ],
  ]);
  expect(workbook.properties).toEqual({ "BieuSu.Unit": "ha-lang" });
  expect(workbook.modified).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test("a document that LibreOffice wrote, without a table", async () => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "../fixtures", "letter.docx")));
  const { sheets } = await read(bytes);
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Văn bản"]);
  expect(sheets[0]?.values.length).toBeGreaterThan(0);
});

describe("cells", () => {
  test("paragraphs and breaks are lines; empty lines around them are not", async () => {
    const content = `<w:p/>${p("Kế hoạch")}<w:p>${run("dòng")}<w:r><w:br/></w:r>${run("hai")}</w:p><w:p/>`;
    expect((await onlyTable(table([row(cell(content), "x")]))).values).toEqual([
      ["Kế hoạch\ndòng\nhai", "x"],
    ]);
  });

  test("hyphens that Word keeps together are hyphens; those for breaking words are not there", async () => {
    const content = `<w:p>${run("154")}<w:r><w:noBreakHyphen/></w:r>${run("KH/BTG‑TU")}</w:p>`;
    expect((await onlyTable(table([row(cell(content))]))).values).toEqual([["154-KH/BTG-TU"]]);
  });

  test("ticked boxes are x, empty ones nothing; ticks of symbol fonts are ticks", async () => {
    const box = (checked: number): string =>
      `<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${run("☐")}</w:sdtContent></w:sdt></w:p>`;
    const tick = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>';
    const typed = '<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>ü</w:t></w:r></w:p>';
    const grid = await onlyTable(table([row("ü", cell(box(1)), cell(box(0)), cell(tick), cell(typed))]));
    expect(grid.values).toEqual([["ü", "x", null, "✓", "✓"]]);
  });

  test("what was deleted with changes tracked is not read, what was inserted is", async () => {
    const content = `<w:p><w:del><w:r><w:delText>2021</w:delText></w:r></w:del><w:ins>${run("2022")}</w:ins></w:p>`;
    const deleted = `<w:tr><w:trPr><w:del/></w:trPr>${cell("cũ")}</w:tr>`;
    expect((await onlyTable(table([row(cell(content)), deleted]))).values).toEqual([["2022"]]);
  });

  test("a paragraph whose end was deleted goes on with the next one", async () => {
    const deleted = (text: string): string => `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run(text)}</w:p>`;
    const content = `${deleted("Kế ")}${deleted("hoạch ")}${p("số 5")}${deleted("hết")}`;
    expect((await onlyTable(table([row(cell(content))]))).values).toEqual([["Kế hoạch số 5\nhết"]]);
  });

  test("text of fields, links, equations and parts with another direction is text", async () => {
    const equation = '<m:oMath xmlns:m="m"><m:r><m:t>2021</m:t></m:r></m:oMath>';
    const content = ["fldSimple", "hyperlink", "smartTag", "bdo", "dir", "customXml"]
      .map((name) => `<w:${name}>${run(name)}</w:${name}>`)
      .join(run(" "));
    const code = "<w:r><w:instrText>PAGE</w:instrText></w:r>";
    expect((await onlyTable(table([row(cell(`<w:p>${code}${content}${equation}</w:p>`))]))).values).toEqual([
      ["fldSimple hyperlink smartTag bdo dir customXml2021"],
    ]);
  });

  test("boxes of old forms", async () => {
    const field = (state: string): string =>
      `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>${state}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const states = [
      "<w:checked/>",
      '<w:default w:val="1"/><w:checked w:val="0"/>',
      '<w:default w:val="1"/>',
      '<w:default w:val="0"/>',
    ];
    const { values } = await onlyTable(table([row(...states.map((state) => cell(field(state))), "z")]));
    expect(values).toEqual([["x", null, "x", null, "z"]]);
  });

  test("a box may be a symbol, stand around a cell, or hold another control", async () => {
    const box = (content: string): string =>
      `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const sign = '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>';
    const wrapped = `<w:tr>${box(cell("☐"))}${cell(`<w:p>${box(sign)}</w:p>`)}${cell(`<w:p>${box(`<w:sdt><w:sdtContent>${run("b")}</w:sdtContent></w:sdt>`)}</w:p>`)}</w:tr>`;
    expect((await onlyTable(table([wrapped]))).values).toEqual([["x", "x", "bx"]]);
  });

  test("text boxes follow the paragraph that they are bound to, each once", async () => {
    const inside = `<w:txbxContent>${p("trong khung")}</w:txbxContent>`;
    const drawn = `<w:drawing><a:graphic xmlns:a="a"><wps:txbx xmlns:wps="wps">${inside}</wps:txbx></a:graphic></w:drawing>`;
    const fallback = `<w:pict><v:shape xmlns:v="v"><v:textbox>${inside}</v:textbox></v:shape></w:pict>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
    const one = `<mc:AlternateContent><mc:Choice Requires="wps">${drawn}</mc:Choice></mc:AlternateContent>`;
    const paragraph = (box: string): string => `<w:p><w:r>${box}</w:r>${run("ngoài")}</w:p>`;
    const cells = [both, one, drawn].map((box) => cell(paragraph(box)));
    expect((await onlyTable(table([row(...cells)]))).values).toEqual([
      Array.from({ length: 3 }, () => "ngoài\ntrong khung"),
    ]);
  });

  test("a fallback without words does not hide what newer programs draw", async () => {
    const inside = `<w:txbxContent>${p("trong khung")}</w:txbxContent>`;
    const choice = `<mc:Choice Requires="wpg"><w:drawing>${inside}</w:drawing></mc:Choice>`;
    const cells = [
      "<mc:Fallback/>",
      '<mc:Fallback><w:drawing><pic:pic xmlns:pic="p"/></w:drawing></mc:Fallback>',
      "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t/></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>",
    ].map((fallback) =>
      cell(`<w:p><w:r><mc:AlternateContent>${choice}${fallback}</mc:AlternateContent></w:r></w:p>`)
    );
    expect((await onlyTable(table([row(...cells)]))).values).toEqual([cells.map(() => "trong khung")]);
  });

  test.each([
    ["beside the tables", `${table([HEADER, DOCUMENT])}<w:altChunk r:id="rId5"/>`],
    ["in a cell", table([HEADER, row(cell('<w:altChunk r:id="rId5"><w:altChunkPr/></w:altChunk><w:p/>'))])],
    ["in a paragraph", `<w:p><w:subDoc r:id="rId5"/></w:p>${table([HEADER, DOCUMENT])}`],
    [
      "in a frame",
      `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:altChunk/></w:txbxContent></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r></w:p>`,
    ],
  ])("what stands in another file is not left out without a word: %s", async (_, body) => {
    const error = await errorOf(rawDocx(body));
    expect(error.code).toBe("unsupported-format");
    expect(error.message).toContain("lưu lại thành .docx");
  });

  test("text like a formula stays text", async () => {
    expect((await onlyTable(table([row("=1+1", "@a")]))).values).toEqual([["=1+1", "@a"]]);
  });

  test("nested: lists belong to the cell, tables stand alone", async () => {
    const list = table([row("lần 1"), row("lần 2")]);
    const whole = table([HEADER, DOCUMENT]);
    const grids = await tables(table([row(cell(p("Hội thảo") + list), cell(p("Biểu 01") + whole))]));
    expect(grids.map(({ sheet }) => sheet)).toEqual(["Bảng 1", "Bảng 2"]);
    expect(grids[0]?.values).toEqual([["Hội thảo\nlần 1\nlần 2", "Biểu 01"]]);
    expect(grids[1]?.values[1]).toEqual(["1", "154-KH/BTGTU", "9/5/2023", "Kế hoạch", "BTG"]);
  });
});

test.each([
  ["strict", "w", "http://purl.oclc.org/ooxml/wordprocessingml/main"],
  ["with another prefix", "ns0", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
  ["without a prefix", "", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"],
])("a document that is written %s", async (_, prefix, namespace) => {
  const body = `<w:document><w:body>${table([HEADER, DOCUMENT])}</w:body></w:document>`;
  const named = body.replace(/<(\/?)w:/g, prefix === "" ? "<$1" : `<$1${prefix}:`);
  const declared = named.replace(
    "document>",
    `document xmlns${prefix === "" ? "" : `:${prefix}`}="${namespace}">`
  );
  const { sheets } = await read(rawDocx("", { "word/document.xml": declared }));
  expect(sheets[1]?.values[1]).toEqual(["1", "154-KH/BTGTU", "9/5/2023", "Kế hoạch", "BTG"]);
});

test("the document is the part that the package names", async () => {
  const main = rawDocx("", {
    "_rels/.rels": ROOT_RELS.replace("word/document.xml", "/word/document2.xml"),
    "word/document2.xml": `<w:document><w:body>${table([HEADER, DOCUMENT])}</w:body></w:document>`,
  });
  expect((await read(main)).sheets.map(({ sheet }) => sheet)).toEqual(["Văn bản", "Bảng 1"]);
});

describe("merged cells", () => {
  const restart = '<w:vMerge w:val="restart"/>';
  const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;

  test("stand where they begin, and their areas are known", async () => {
    const grid = await onlyTable(
      table([
        row(cell("TT", restart), cell("Mức độ", span(2))),
        row(cell("", "<w:vMerge/>"), "Xuất bản", "Biên soạn"),
      ])
    );
    expect(grid.values).toEqual([
      ["TT", "Mức độ"],
      [null, "Xuất bản", "Biên soạn"],
    ]);
    expect(grid.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ]);
  });

  test("are still known when bookmarks stand between the cells and rows", async () => {
    const mark = '<w:bookmarkStart w:id="0" w:name="a"/>';
    const first = row(cell("TT", restart), "a").replace("</w:tc><w:tc>", `</w:tc>${mark}<w:tc>`);
    const grid = await onlyTable(table([first, mark, row(cell("", "<w:vMerge/>"), "b")]));
    expect(grid.values).toEqual([
      ["TT", "a"],
      [null, "b"],
    ]);
    expect(grid.merges).toHaveLength(1);
  });

  test("a row that begins inside the table keeps its columns", async () => {
    const indented = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("b")}${cell("c")}</w:tr>`;
    expect((await onlyTable(table([row("1", "2", "3"), indented]))).values).toEqual([
      ["1", "2", "3"],
      [null, "b", "c"],
    ]);
  });

  test("borders dragged a hair apart do not move columns", async () => {
    const widths = [600, 40, 3000, 0, 1500];
    const rows = [
      row(cell("TT", span(2)), cell("Tên", span(2)), "Kinh phí"),
      row(cell("1"), cell("Lịch sử", span(3)), "50"),
      row(cell("2", span(2)), "Biên niên", cell("60", span(2))),
    ];
    expect((await onlyTable(table(rows, widths))).values).toEqual([
      ["TT", "Tên", "Kinh phí"],
      ["1", "Lịch sử", "50"],
      ["2", "Biên niên", "60"],
    ]);
  });

  test("a change of properties that was tracked says nothing about the present", async () => {
    const tracked = cell("a", `<w:tcPrChange w:id="1"><w:tcPr>${span(3)}</w:tcPr></w:tcPrChange>`);
    expect((await onlyTable(table([row(tracked, "b")], [1000, 1000]))).values).toEqual([["a", "b"]]);
  });

  test("spans without measure cost nothing", async () => {
    const grid = await onlyTable(table([row(cell("a", span(2_000_000_000)), "b")]));
    expect(grid.values[0]?.length).toBeLessThan(300);
  });
});

describe("a table that a page break has cut", () => {
  const second = row("2", "02-KH/HU", "1/6/2023", "Kế hoạch", "HU");

  test.each([
    ["whose second part has no header", "<w:p/>", [second]],
    ["whose second part repeats the header", "<w:p/>", [HEADER, second]],
    ["with a line between its parts", p("Biểu số 01 (tiếp theo)"), [second]],
  ])("%s is one sheet", async (_, between, rows) => {
    const grid = await onlyTable(table([HEADER, DOCUMENT]) + between + table(rows));
    expect(grid.sheet).toBe("Bảng 1");
    expect(grid.values.map((cells) => cells[0])).toEqual(
      rows.length === 1 ? ["TT", "1", "2"] : ["TT", "1", "TT", "2"]
    );
  });

  test("other tables stay apart and keep their number", async () => {
    const other = row("Đơn vị", "Họ tên", "Chức vụ", "Điện thoại", "Thư điện tử");
    const narrow = table([row("Người lập", "Trưởng ban")]);
    const grids = await tables(
      table([HEADER, DOCUMENT]) + table([second]) + table([other, DOCUMENT]) + narrow
    );
    expect(grids.map(({ sheet }) => sheet)).toEqual(["Bảng 1", "Bảng 3", "Bảng 4"]);
  });

  test("after a long text it is another table", async () => {
    const text = p(
      "Các huyện khác đang tiếp tục tổng hợp, sẽ báo cáo bổ sung trong tháng sau khi có đủ số liệu."
    );
    expect(await tables(table([HEADER, DOCUMENT]) + text + table([second]))).toHaveLength(2);
  });
});

describe("what is refused", () => {
  test("a damaged document says to open it in Word", async () => {
    const whole = rawDocx(table([HEADER, DOCUMENT]));
    const error = await errorOf(whole.slice(0, Math.floor(whole.length / 2)));
    expect(error).toMatchObject({ code: "damaged" });
    expect(error.message).toContain("Word");
    expect(await errorOf(rawDocx("<w:tbl>"))).toMatchObject({ code: "damaged" });
  });

  test("parts that are not read may be damaged; a document type, which no Office file has, is damage", async () => {
    const styles = `<w:styles xmlns:w="w">${'<"/><w:a/>'.repeat(20_000)}</w:styles>`;
    expect((await read(rawDocx(table([HEADER]), { "word/styles.xml": styles }))).sheets).toHaveLength(2);
    const typed = { "word/document.xml": "<!DOCTYPE w:document><w:document><w:body/></w:document>" };
    expect(await errorOf(rawDocx("", typed))).toMatchObject({ code: "damaged" });
    const other = { "word/document.xml": "<w:document><w:footer/></w:document>" };
    expect(await errorOf(rawDocx("", other))).toMatchObject({ code: "damaged" });
  });

  test("a document with a password says to take it off in Word, a workbook in Excel", async () => {
    const bytes = buildCompoundFile({ EncryptedPackage: new Uint8Array(4096) });
    const document = await errorOf(bytes, "bao-cao.docx");
    expect(document).toMatchObject({ code: "encrypted" });
    expect(document.message).toContain("Word");
    expect((await errorOf(bytes, "bao-cao.xlsx")).message).toContain("Excel");
  });

  test("a document that unpacks to too much", async () => {
    const blank = " ".repeat(9 * 1024 * 1024);
    expect(await errorOf(rawDocx(`<w:p><w:r><w:t>${blank}</w:t></w:r></w:p>`))).toMatchObject({
      code: "too-large",
    });
  });

  test("cells without number", async () => {
    const error = await errorOf(rawDocx(table([`<w:tr>${"<w:tc/>".repeat(300_000)}</w:tr>`])));
    expect(error).toMatchObject({ code: "too-large" });
    expect(error.message).toContain("300.000 thẻ");
  });

  test("as many rows and paragraphs as there may be are read", async () => {
    const grid = await onlyTable(
      table([`<w:tr>${cell("a")}</w:tr>`, "<w:tr><w:tc/></w:tr>".repeat(70_000), row("z")])
    );
    expect(grid.values).toHaveLength(70_002);
    const box = `<w:p><w:r><w:pict><w:txbxContent>${"<w:p/>".repeat(290_000)}${p("z")}</w:txbxContent></w:pict></w:r></w:p>`;
    expect((await read(rawDocx(box))).sheets[0]?.values).toEqual([["z"]]);
  });

  test("blanks between letters take no time", async () => {
    const blank = " ".repeat(7 * 1024 * 1024);
    expect(await errorOf(rawDocx(table([row(`a${blank}z`)])))).toMatchObject({ code: "too-large" });
  });

  test("nesting without measure", async () => {
    const deep = "<w:sdt><w:sdtContent>".repeat(5_000) + "</w:sdtContent></w:sdt>".repeat(5_000);
    expect(await errorOf(rawDocx(deep))).toMatchObject({ code: "too-large" });
  });

  test("pictures, macros and entities that refer to files are never opened", async () => {
    const { sheets } = await read(
      rawDocx(table([row("a", "b")]), { "word/media/image1.png": "x", "word/vbaProject.bin": "x" })
    );
    expect(sheets).toHaveLength(2);
    const evil = zipSync({
      "[Content_Types].xml": strToU8(CONTENT_TYPES),
      "_rels/.rels": strToU8(ROOT_RELS),
      "word/document.xml": strToU8(
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>'
      ),
    });
    const result = await readWorkbook(evil, "a.docx");
    expect(JSON.stringify(result)).not.toContain("root:");
  });
});
