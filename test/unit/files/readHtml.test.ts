import { strToU8 } from "fflate";
import type { Grid } from "../../../src/domain/grid";
import { readWorkbook } from "../../../src/files/readWorkbook";

async function sheets(html: string | Uint8Array, file = "xuat-ra.xls"): Promise<readonly Grid[]> {
  const result = await readWorkbook(typeof html === "string" ? strToU8(html) : html, file);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  expect(result.workbook.format).toBe("html");
  return result.workbook.sheets;
}

const TABLE =
  "<table><tr><th>TT<th>Số văn bản<tr><td>1<td>154-KH/BTGTU<tr><td>2<td>A &amp; B &lt;i&gt;</table>";
const VALUES = [
  ["TT", "Số văn bản"],
  ["1", "154-KH/BTGTU"],
  ["2", "A & B <i>"],
];

test.each([
  ["a page", `<!DOCTYPE html><html><head><meta charset=utf-8><title>x</title></head><body>${TABLE}`],
  ["a bare table", `\n ${TABLE}`],
  ["what Excel saves", `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>${TABLE}</body></html>`],
  ["what begins with a comment", `<!-- xuất từ phần mềm -->\n<html>${TABLE}</html>`],
])("%s under the name of a workbook is read, its open ends closed", async (_, html) => {
  const [, table] = await sheets(html);
  expect(table).toMatchObject({ sheet: "Bảng 1", values: VALUES });
});

test("in UTF-16, as some programs export", async () => {
  const bytes = new Uint8Array(Buffer.from(`\ufeff<html>${TABLE}</html>`, "utf16le"));
  expect((await sheets(bytes))[1]?.values).toEqual(VALUES);
});

test("text around the tables, line by line", async () => {
  const [text] = await sheets(
    `<html><body><p>Đơn vị: <b>Huyện uỷ</b>\n Hạ Lang</p>Đợt&nbsp;1<br>khảo sát${TABLE}<div>Người lập</div></body></html>`
  );
  expect(text).toMatchObject({
    sheet: "Văn bản",
    values: [["Đơn vị: Huyện uỷ Hạ Lang"], ["Đợt 1"], ["khảo sát"], ["Người lập"]],
  });
});

test("merged cells, lines in a cell, blank cells", async () => {
  const [, table] = await sheets(
    "<table><tr><td rowspan=2>a<td colspan=2>b<br>c<tr><td>&nbsp;<td>d<tr><td>e</table>"
  );
  expect(table?.values).toEqual([["a", "b\nc"], [null, null, "d"], ["e"]]);
  expect(table?.merges).toEqual([
    { top: 0, left: 0, bottom: 1, right: 0 },
    { top: 0, left: 1, bottom: 0, right: 2 },
  ]);
});

test("scripts and styles are no text, formulas no formulas", async () => {
  const [text, table] = await sheets(
    "<html><style>p{}</style><script>alert(1)</script><table><tr><td>=1+1<script>x</script><td>@a</table></html>"
  );
  expect(text?.values).toEqual([]);
  expect(table?.values).toEqual([["=1+1", "@a"]]);
});

test("spans without measure cost nothing", async () => {
  const [, table] = await sheets('<table><tr><td colspan="999999999" rowspan="999999999">a</table>');
  expect(table?.values).toEqual([["a"]]);
});

test.each([
  ["a page without a table", "<html><frameset><frame src='sheet001.htm'></frameset></html>"],
  ["a page in an envelope", 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x,a,b\n'],
])("%s: what to do", async (_, html) => {
  const result = await readWorkbook(strToU8(html), "bao-cao.xls");
  expect(result).toMatchObject({ ok: false, error: { code: "not-a-workbook" } });
  expect(JSON.stringify(result)).toContain("lưu lại thành .xlsx");
});
