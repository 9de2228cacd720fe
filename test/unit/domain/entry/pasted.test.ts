import fc from "fast-check";
import { surveyTables } from "../../../../src/domain/entry/entryTables";
import {
  pastedContents,
  tableOfText,
  understandPasted,
  withColumn,
  type Pasted,
} from "../../../../src/domain/entry/pastedTable";
import { readPastedHtml } from "../../../../src/files/readPasted";
import { deAn02 } from "../../../../src/schemes";
import { documentsGrid, workbook } from "../../../support/grids";

const [documents, works] = deAn02.forms;
const keys = ({ columns }: Pasted): readonly (string | null)[] => columns.map(({ key }) => key);

async function understand(html: string, form = documents!): Promise<Pasted> {
  return understandPasted(await readPastedHtml(html), form, deAn02);
}

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const DOCUMENT = ["154-KH/BTGTU", "09/5/2023", "Kế hoạch khảo sát", "Ban Tuyên giáo Tỉnh uỷ"] as const;

describe("a table from Word", () => {
  test("is known by its headings, whatever their order and however Word dresses them", async () => {
    const pasted = await understand(`
      <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td {color:red}</style></head><body>
      <!--StartFragment--><p class=MsoNormal>Kính gửi …</p>
      <table class=MsoTableGrid><thead>
      <tr><td><p><b>STT</b></p></td><td><p>Số, ký<span> hiệu</span></p></td><td>Trích yếu</td><td>Ngày ban<o:p></o:p> hành</td><td>Nơi nhận</td><td>Cơ quan ban hành</td></tr>
      </thead>${row("1", DOCUMENT[0], DOCUMENT[2], DOCUMENT[1], "Lưu", DOCUMENT[3])}
      ${row("2", "02-ĐA/TU", "Đề án&nbsp;về lịch&nbsp;sử", "25/6/2021", "", "Tỉnh uỷ")}</table><!--EndFragment-->`);
    expect(keys(pasted)).toEqual(["ordinal", "number", "subject", "date", null, "issuer"]);
    expect(pasted).toMatchObject({ by: "heading", otherForm: null });
    expect(pasted.rows).toEqual([
      ["1", DOCUMENT[0], DOCUMENT[2], DOCUMENT[1], "Lưu", DOCUMENT[3]],
      ["2", "02-ĐA/TU", "Đề án về lịch sử", "25/6/2021", "", "Tỉnh uỷ"],
    ]);
  });

  test("with two header rows and merged cells; totals are left out and told", async () => {
    const pasted = await understand(
      `<table>
        <tr><td rowspan=2>TT</td><td rowspan=2>Tên công trình</td><td colspan=4>Mức độ hoàn thành</td><td rowspan=2>Kinh phí xã hội hóa</td></tr>
        <tr><td>Đã xuất bản (thời gian)</td><td>Đã thông qua Hội đồng thẩm định</td><td>Đã tổ chức hội thảo bản thảo</td><td>Đang tiến hành biên soạn</td></tr>
        ${row("1", "Lịch sử Đảng bộ xã An Lạc", "8/2022", "", "", "", "50.000.000")}
        ${row("", "Tổng cộng", "1", "", "", "", "50.000.000")}
      </table>`,
      works!
    );
    expect(keys(pasted)).toEqual([
      "ordinal",
      "title",
      "published",
      "appraised",
      "workshop",
      "compiling",
      "funds",
    ]);
    expect(pasted.rows).toEqual([["1", "Lịch sử Đảng bộ xã An Lạc", "8/2022", "", "", "", "50.000.000"]]);
    expect(pasted.leftOut).toEqual([expect.stringContaining("Tổng cộng")]);
  });

  test("of the other form is told", async () => {
    const html = `<table>${row("TT", "Tên công trình", "Đã xuất bản", "Đang biên soạn")}${row("1", "Lịch sử", "x", "")}</table>`;
    expect(await understand(html)).toMatchObject({ otherForm: "bieu-02" });
  });
});

describe("without headings", () => {
  test("the columns are in the order of the form, with the number of the row or without", async () => {
    expect(keys(await understand(`<table>${row("1", ...DOCUMENT)}</table>`))).toEqual(
      documents!.columns.map(({ key }) => key)
    );
    expect(keys(await understand(`<table>${row(...DOCUMENT)}</table>`))).toEqual([
      "number",
      "date",
      "subject",
      "issuer",
    ]);
  });

  test("text has tabs between the cells; quotation marks hold line breaks together", () => {
    const text = `1\t154-KH/BTGTU\t09/5/2023\t"Kế hoạch\nkhảo sát ""02-ĐA/TU"""\tBan Tuyên giáo\r\n2\t"abc\t\t\r\n`;
    expect(tableOfText(text).rows).toEqual([
      ["1", "154-KH/BTGTU", "09/5/2023", 'Kế hoạch\nkhảo sát "02-ĐA/TU"', "Ban Tuyên giáo"],
      ["2", '"abc', null, null],
    ]);
  });

  test("a column is given another meaning, and each meaning once", async () => {
    const pasted = await understand(`<table>${row(...DOCUMENT)}</table>`);
    expect(keys(withColumn(pasted, 3, "subject"))).toEqual(["number", "date", null, "subject"]);
    expect(keys(withColumn(pasted, 0, null))).toEqual([null, "date", "subject", "issuer"]);
  });
});

describe("hostile pastes", () => {
  test.each([
    "<table><tr><td><script>alert(1)</script>a<img src=x onerror=alert(2)></td></tr></table>",
    "<table><tr><td><svg onload=alert(1)><style>@import url(http://x)</style>a</td></tr></table>",
    "<table><tr><td><iframe src='javascript:alert(1)'></iframe><a href=javascript:alert(1)>a</a></td></tr></table>",
    "<table><tr><td>a<td><table></table></tr>",
    "<TABLE><TR><TD colspan=99999999999 rowspan=-3>a",
    "<table><tr><td>a</td></tr></table><meta http-equiv=refresh content='0;url=//x'>",
  ])("%s: only its text comes out", async (html) => {
    const { rows } = await understand(html);
    expect(rows.flat().filter((text) => text !== "")).toEqual(["a"]);
  });

  test("texts that look like formulas stay texts", () => {
    const options = {
      scheme: deAn02,
      round: deAn02.round("khao-sat-2023")!,
      unit: null,
      named: {},
      asOf: "2023-06-30",
    };
    const [table] = surveyTables(workbook({ sheets: [documentsGrid([])] }), options).tables;
    for (const text of ["=HYPERLINK(1)", "+1", "-1+cmd", "@SUM(A1)"]) {
      const pasted = understandPasted(
        [tableOfText(`${text}\t${text}\t${text}\t${text}`)],
        documents!,
        deAn02
      );
      const contents = pastedContents(pasted, pasted.rows[0]!, table!);
      expect(Object.values(contents)).toEqual([text, text, text, text]);
    }
  });

  test("no text whatever makes it fail", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(..."<>/=\"'\t\n tabledrh1&;-x") }), async (text) => {
        const tables = await readPastedHtml(`<table><tr><td>${text}`);
        understandPasted([...tables, tableOfText(text)], documents!, deAn02);
      }),
      { seed: 7, numRuns: 300 }
    );
  });
});
