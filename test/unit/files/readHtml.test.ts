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

test.each("center font h3 p b br script link title form tr thead strong span hr caption tbody".split(" "))(
  "a page that begins with <%s>, as programs write them for Excel",
  async (name) => {
    const end = name === "script" || name === "title" ? `</${name}>` : "";
    const grids = await sheets(`<${name}>${end}${TABLE}`);
    expect(grids.slice(1).map(({ values }) => values)).toEqual([VALUES]);
  }
);

test("rows without a table around them are a table", async () => {
  const rows = TABLE.replace(/<\/?table>/g, "");
  const [, alone] = await sheets(rows);
  expect(alone?.values).toEqual(VALUES);
  // Closed too soon, and then once more.
  const [, table] = await sheets(`<html>${TABLE}<tr><td>3<td>4</tr></table>`);
  expect(table?.values).toEqual([...VALUES, ["3", "4"]]);
});

test("what programs say of themselves hides nothing behind it, closed or not", async () => {
  for (const island of ['<xml id="a"/>', '<xml id="a">', "<xml><x:Name>ẩn</x:Name></xml>"]) {
    const grids = await sheets(`<html><p>a</p>${TABLE}${island}${TABLE.replace("154", "155")}<p>b</p>`);
    expect(grids[0]?.values).toEqual([["a"], ["b"]]);
    expect(JSON.stringify(grids[1]?.values)).toContain("155-KH/BTGTU");
  }
  const [text] = await sheets(`<html><xml/><p>a</p>${TABLE}<template><xml/>ẩn</template><p>b</p>`);
  expect(text?.values).toEqual([["a"], ["b"]]);
});

test("text inside a table, but in none of its cells, is text of the page", async () => {
  const [text, inside, table] = await sheets(
    `<p>a</p><table>\n<caption>Biểu số 01<br>Đơn vị: Hạ Lang</caption> <tr> <td>TT</td>\n <td>x<table>trong<tr><td>y</table></td> </tr>Người lập<tr>số<td>1</td></tr>ký</table><p>b</p>`
  );
  expect(text?.values.flat()).toEqual(["a", "Biểu số 01", "Đơn vị: Hạ Lang", "Người lập", "số", "ký", "b"]);
  expect(inside?.values).toEqual([["y"]]);
  expect(table?.values).toEqual([["TT", "xtrong"], ["1"]]);
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
