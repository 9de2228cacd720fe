/** Files that are broken or meant to hurt, each with what must become of it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { buildCompoundFile } from "../../../unit/files/compoundFileBuilder";
import { xls, xlsb } from "./binaryBooks";
import { HOSTILE_BINARIES } from "./hostileBinaries";
import { HOSTILE_DOCUMENTS } from "./hostileDocuments";
import { HOSTILE_SHEETS } from "./hostileSheets";
import { LYING_ZIPS } from "./hostileZips";
import { filled, type HostileFile, MEGABYTE, number, repeated, text, times, withNumber } from "./making";
import { declaringSize, docx, ods, renamed, xlsx, xlsxParts, zipped } from "./zips";

const FIXTURES = path.join(__dirname, "../../../unit/files/fixtures");
const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const COMMENT = "<!-- -->";
const bomb = (): Uint8Array => zipped(xlsxParts(ONE, { "xl/sharedStrings.xml": filled(120, 0x20) }), "tight");
const TABLE_OF_ONE =
  '<table:table table:name="A"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>';

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(FIXTURES, name)));
const half = (bytes: Uint8Array): Uint8Array => bytes.slice(0, bytes.length >> 1);

/** Columns from the first to the last one, hidden. */
const ALL_COLUMNS_HIDDEN = [60, 18, ...number(0), ...number(16_383), ...number(0), ...number(0), 1, 0];

/** Records of a row with one truth in its last column. */
function lastCell(row: number): readonly number[] {
  return [0, 4, ...number(row), 4, 9, ...number(16_383), ...number(0), 1];
}

const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha">${times(
  9,
  (level) =>
    `<!ENTITY ${String.fromCharCode(98 + level)} "${`&${String.fromCharCode(97 + level)};`.repeat(10)}">`
)}]>`;
const SECRET = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>';
const PROTO = "__proto__";

const ZIPS: readonly HostileFile[] = [
  {
    name: "bom.xlsx",
    bytes: bomb,
    outcome: "too-large",
    says: "500 lần",
  },
  {
    name: "bom nói dối.xlsx",
    bytes: () => declaringSize(bomb(), 100),
    outcome: "too-large",
    says: "500 lần",
  },
  { name: "khai quá lớn.xlsx", bytes: () => declaringSize(xlsx(ONE), 0x7fffffff), outcome: "read" },
  {
    name: "nhiều bom nhỏ.xlsx",
    bytes: () =>
      zipped({
        ...Object.fromEntries(
          Array.from({ length: 30 }, (_, index) => [`xl/a${index}.xml`, filled(10, index)])
        ),
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": "<workbook/>",
      }),
    outcome: "too-large",
    says: "200 MB",
  },
  {
    name: "bom trong bom.xlsx",
    bytes: () => xlsx(ONE, { "xl/media/trong.zip": zipped({ "a.bin": filled(100, 0) }) }),
    outcome: "read",
  },
  {
    name: "quá nhiều phần.xlsx",
    bytes: () =>
      zipped(
        Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`xl/a${index}.xml`, ""])),
        "stored"
      ),
    outcome: "too-large",
    says: "2.000",
  },
  {
    name: "tên vượt thư mục.xlsx",
    bytes: () => xlsx(ONE, { "../../../etc/passwd": "x", "/xl/tuyệt đối.xml": "y", "C:\\x.xml": "z" }),
    outcome: "read",
  },
  {
    name: "nghìn trang một phần.xlsx",
    bytes: () =>
      xlsx(ONE, {
        "xl/workbook.xml": `<workbook xmlns="m" xmlns:r="r"><sheets>${'<sheet name="A" sheetId="1" r:id="rId1"/>'.repeat(20_000)}</sheets></workbook>`,
      }),
    outcome: "too-large",
    says: "2.000",
  },
  {
    name: "hai phần một tên.xlsx",
    bytes: () => renamed(xlsx(ONE, { "xl/worksheets/sheet2.xml": "<x/>" }), "sheet2.xml", "sheet1.xml"),
    outcome: "damaged",
  },
  { name: "cụt.xlsx", bytes: () => half(xlsx(ONE)), outcome: "damaged" },
  { name: "tệp nén.zip", bytes: () => zipped({ "a.txt": "x" }), outcome: "not-a-workbook", says: "giải nén" },
];

const SHEETS: readonly HostileFile[] = [
  {
    name: "ô không địa chỉ.xlsx",
    bytes: () => xlsx(`<row>${"<c><v>1</v></c>".repeat(16_000)}</row>`.repeat(10)),
    outcome: "read",
  },
  {
    name: "dòng 20.000 ô không địa chỉ.xlsx",
    bytes: () => xlsx(`<row>${"<c><v>1</v></c>".repeat(20_000)}</row>`),
    outcome: "damaged",
    says: "16.384",
  },
  {
    name: "gộp cả trang.xlsx",
    bytes: () => xlsx(ONE, {}, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    outcome: "read",
  },
  {
    name: "nghìn vùng gộp.xlsx",
    bytes: () =>
      xlsx(
        ONE,
        {},
        `<mergeCells>${times(100_000, (row) => `<mergeCell ref="A${row + 1}:B${row + 1}"/>`)}</mergeCells>`
      ),
    outcome: "read",
  },
  {
    name: "triệu vùng gộp.xlsx",
    bytes: () => xlsx(ONE, {}, `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(1_000_000)}</mergeCells>`),
    outcome: "too-large",
    says: "200.000",
  },
  {
    name: "ô cuối trang.xlsx",
    bytes: () => xlsx(`${ONE}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
    outcome: "too-large",
    says: "Ctrl+End",
  },
  {
    name: "dòng 4294967295.xlsx",
    bytes: () => xlsx(`${ONE}<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>`),
    outcome: "damaged",
    says: "1.048.576",
  },
  {
    name: "16.384 cột.xlsx",
    bytes: () => xlsx(`<row r="1">${"<c><v>1</v></c>".repeat(16_384)}</row>`),
    outcome: "read",
  },
  {
    name: "triệu dòng.xlsx",
    bytes: () => xlsx(times(1_000_000, (row) => `<row r="${row + 1}"><c><v>${row}</v></c></row>`)),
    outcome: "too-large",
    says: "200.000",
  },
  {
    name: "triệu dòng trống.xlsx",
    bytes: () => xlsx(ONE + times(1_000_000, (row) => `<row r="${row + 2}" ht="15"/>`)),
    outcome: "read",
  },
  {
    name: "ba triệu ô.xlsx",
    bytes: () => xlsx(times(300_000, (row) => `<row r="${row + 1}">${"<c><v>1</v></c>".repeat(10)}</row>`)),
    outcome: "too-large",
    says: "2.000.000",
  },
  {
    name: "tỷ tiếng cười.xlsx",
    bytes: () =>
      xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
        "xl/sharedStrings.xml": `${LAUGHS}<sst><si><t>&j;</t></si></sst>`,
      }),
    outcome: "read",
  },
  {
    name: "thực thể bên ngoài.xlsx",
    bytes: () =>
      xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
        "xl/sharedStrings.xml": `${SECRET}<sst><si><t>&e;</t></si></sst>`,
      }),
    outcome: "read",
  },
  {
    name: "công thức vòng.xlsx",
    bytes: () =>
      xlsx(
        '<row r="1"><c r="A1"><f t="shared" ref="A1:B1" si="0">B1</f><v>1</v></c><c r="B1"><f t="shared" si="0">A1</f><v>1</v></c><c r="C1"><f t="shared" si="9"/><v>2</v></c></row>'
      ),
    outcome: "read",
  },
  {
    name: "triệu kiểu.xlsx",
    bytes: () =>
      xlsx(ONE, {
        "xl/styles.xml": `<styleSheet><numFmts>${times(100_000, (id) => `<numFmt numFmtId="${id + 200}" formatCode="dd/mm/yyyy"/>`)}</numFmts><cellXfs>${'<xf numFmtId="200"/>'.repeat(1_000_000)}</cellXfs></styleSheet>`,
      }),
    outcome: "too-large",
    says: "100.000",
  },
  {
    name: "chữ dùng chung 40 MB.xlsx",
    bytes: () =>
      xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
        "xl/sharedStrings.xml": `<sst><si><t>${times(40_000, (index) => `${index}`.padEnd(1000, "đ"))}</t></si></sst>`,
      }),
    outcome: "too-large",
    says: "32.767",
  },
  {
    name: "XML lồng sâu.xlsx",
    bytes: () => xlsx(ONE, {}, "<a>".repeat(1_000_000) + "</a>".repeat(1_000_000)),
    outcome: "read",
  },
  {
    name: "ô lồng sâu.xlsx",
    bytes: () => xlsx(`<row r="1"><c r="A1" t="inlineStr"><is>${"<r>".repeat(500_000)}</is></c></row>`),
    outcome: "too-large",
    says: "1.000 lớp",
  },
  { name: "byte NUL.xlsx", bytes: () => xlsx(ONE.replace("<v>1", "<v>\0\0")), outcome: "read" },
  {
    name: "thẻ dài vô tận.xlsx",
    bytes: () => xlsx(`<row r="1"><c r='A1' ${' t="d"'.repeat(500_000)}><v>x</v></c></row>`),
    outcome: "read",
  },
  {
    name: "__proto__.xlsx",
    bytes: () =>
      xlsx(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>constructor</t></is></c></row>',
        {
          "xl/workbook.xml": `<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="${PROTO}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
          "xl/sharedStrings.xml": `<sst><si><t>${PROTO}</t></si></sst>`,
          "docProps/custom.xml": `<Properties xmlns:vt="v"><property pid="2" name="${PROTO}"><vt:lpwstr>xấu</vt:lpwstr></property><property pid="3" name="BieuSu.Unit"><vt:lpwstr>${PROTO}</vt:lpwstr></property></Properties>`,
          [`xl/${PROTO}`]: "x",
        }
      ),
    outcome: "read",
  },
];

/** A comment is what leaves these to the library. */
const UNUSUAL: readonly HostileFile[] = [
  {
    name: "ô cuối mọi dòng.xlsx",
    bytes: () => xlsx(COMMENT + times(20_000, (row) => `<row><c r="XFD${row + 1}"><v>1</v></c></row>`)),
    outcome: "too-large",
    says: "Ctrl+End",
  },
  {
    name: "cột tả nghìn lần.xlsx",
    bytes: () =>
      xlsx("", {
        "xl/worksheets/sheet1.xml": `<worksheet xmlns="m">${COMMENT}<cols>${'<col min="1" max="16384"/>'.repeat(50_000)}</cols><sheetData/></worksheet>`,
      }),
    outcome: "damaged",
  },
  {
    name: "triệu vùng gộp, có chú thích.xlsx",
    bytes: () =>
      xlsx(COMMENT + ONE, {}, `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(1_000_000)}</mergeCells>`),
    outcome: "too-large",
    says: "200.000",
  },
  {
    name: "triệu chữ dùng chung.xlsx",
    bytes: () =>
      xlsx(COMMENT + ONE, { "xl/sharedStrings.xml": `<sst>${"<si><t>a</t></si>".repeat(1_000_000)}</sst>` }),
    outcome: "too-large",
    says: "600.000 thẻ",
  },
  {
    name: "triệu dòng trống, có chú thích.xlsx",
    bytes: () => xlsx(COMMENT + ONE + '<row r="9" ht="15"/>'.repeat(2_500_000)),
    outcome: "too-large",
    says: "40 MB",
  },
];

const OTHERS: readonly HostileFile[] = [
  {
    name: "nghìn chú thích.html",
    bytes: () => text("<!---->".repeat(500), "x"),
    outcome: "not-a-workbook",
  },
  {
    name: "nghìn trang một phần.xlsb",
    bytes: () => xlsb(repeated([100, 0], 1_000_000), 10_000),
    outcome: "damaged",
  },
  {
    name: "cột ẩn chồng nhau.xlsb",
    bytes: () => xlsb(repeated(ALL_COLUMNS_HIDDEN, 100_000)),
    outcome: "read",
  },
  {
    name: "kiểu bảng vô tận.ods",
    bytes: () => ods(`<style:style ${'style:family="table" '.repeat(50_000)}/>${TABLE_OF_ONE}`),
    outcome: "read",
  },
  {
    name: "hàng ẩn vô tận.ods",
    bytes: () =>
      ods(
        TABLE_OF_ONE.replace(
          "</table:table>",
          '<table:table-row table:visibility="collapse" table:number-rows-repeated="10000"/>'.repeat(20_000) +
            "</table:table>"
        )
      ),
    outcome: "read",
  },
  { name: "trống.xlsx", bytes: () => new Uint8Array(), outcome: "not-a-workbook", says: "0 byte" },
  { name: "toàn số không.xlsx", bytes: () => filled(1, 0), outcome: "not-a-workbook" },
  { name: "quá lớn.xlsx", bytes: () => filled(51, 1), outcome: "too-large", says: "50 MB" },
  {
    name: "mật khẩu.xlsx",
    bytes: () => buildCompoundFile({ EncryptedPackage: new Uint8Array(4096) }),
    outcome: "encrypted",
    says: "mật khẩu",
  },
  {
    name: "mật khẩu.xls",
    bytes: () => xls([], [[0x2f, [0, 0]]]),
    outcome: "encrypted",
    says: "mật khẩu",
  },
  {
    name: "trang web.xlsx",
    bytes: () => text("<html><body><p>Không có bảng</p></body></html>"),
    outcome: "not-a-workbook",
    says: "HTML",
  },
  {
    name: "bảng web lồng sâu.html",
    bytes: () => text("<html>", "<table><tr><td>".repeat(50_000), "x"),
    outcome: "too-large",
    says: "1.000 lớp",
  },
  {
    name: "thẻ web không đóng.html",
    bytes: () => text("<html><table>", "<div><b>".repeat(900_000)),
    outcome: "too-large",
    says: "1.000 lớp",
  },
  {
    name: "triệu ô web.html",
    bytes: () => text("<html><table>", "<tr><td>".repeat(4_000_000)),
    outcome: "too-large",
    says: "1.000.000 thẻ",
  },
  {
    name: "ô web vô tận.html",
    bytes: () => text('<table><tr><td colspan="999999999" rowspan="999999999">x</td></tr></table>'),
    outcome: "read",
  },
  {
    name: "CSV một dòng 40 MB.csv",
    bytes: () => text("a;b;c\r\n", "x".repeat(40 * MEGABYTE)),
    outcome: "too-large",
    says: "32.767",
  },
  {
    name: "CSV toàn dấu phân cách.csv",
    bytes: () => text("a;b;c\r\n", ";".repeat(30 * MEGABYTE)),
    outcome: "too-large",
  },
  {
    name: "CSV 10 triệu dòng.csv",
    bytes: () => text("a;b\n".repeat(10_000_000)),
    outcome: "too-large",
  },
  {
    name: "ngoặc kép không đóng.csv",
    bytes: () => text('a;b;c\r\n"', "x;y\r\n".repeat(2_000_000)),
    outcome: "too-large",
    says: "ngoặc kép",
  },
  {
    name: "bản ghi nói dối.xls",
    bytes: () => xls([[0x204, [0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0x41]]]),
    outcome: "damaged",
  },
  {
    name: "bảng chữ nói dối.xls",
    bytes: () =>
      xls(
        [[0xfd, [0, 0, 0, 0, 0, 0, 9, 0, 0, 0]]],
        [[0xfc, [0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0x7f, 1, 0, 0, 0x41]]]
      ),
    outcome: "damaged",
  },
  {
    name: "vòng FAT.xls",
    bytes: () => withNumber(xls([]), 512 + 3 * 4, 3),
    outcome: "damaged",
  },
  {
    name: "vòng DIFAT.xls",
    bytes: () => withNumber(xls([]), 68, 0),
    outcome: "read",
  },
  {
    name: "triệu bản ghi.xlsb",
    bytes: () => xlsb(filled(8, 1).map((_, at) => (at % 2 === 0 ? 100 : 0))),
    outcome: "too-large",
    says: "3.000.000",
  },
  {
    name: "ô cuối mọi dòng.xlsb",
    bytes: () => xlsb(Uint8Array.from(Array.from({ length: 100_000 }, (_, row) => lastCell(row)).flat())),
    outcome: "too-large",
    says: "2.000.000",
  },
  { name: "cụt.xls", bytes: () => half(fixture("kinds.xls")), outcome: "damaged" },
  {
    name: "tỷ cột.ods",
    bytes: () =>
      ods(
        '<table:table table:name="A"><table:table-row><table:table-cell table:number-columns-repeated="1000000000" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
      ),
    outcome: "read",
  },
  {
    name: "tỷ dòng.ods",
    bytes: () =>
      ods(
        '<table:table table:name="A"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
      ),
    outcome: "too-large",
    says: "2.000.000",
  },
  {
    name: "tỷ ô trống.ods",
    bytes: () =>
      ods(
        '<table:table table:name="A"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell><table:table-cell table:number-columns-repeated="1000000000"/></table:table-row><table:table-row table:number-rows-repeated="1000000000"><table:table-cell/></table:table-row></table:table>'
      ),
    outcome: "read",
  },
  {
    name: "bảng mở không đóng.ods",
    bytes: () => ods('<table:table table:name="A">'.repeat(200_000)),
    outcome: "too-large",
    says: "1.000 lớp",
  },
  {
    name: "thẻ lồng sâu.ods",
    bytes: () => ods(`<table:table table:name="A">${"<text:span>".repeat(200_000)}`),
    outcome: "too-large",
    says: "1.000 lớp",
  },
  {
    name: "bảng lồng sâu.docx",
    bytes: () =>
      docx(
        "<w:tbl><w:tr><w:tc>".repeat(10_000) +
          "<w:p><w:r><w:t>x</w:t></w:r></w:p>" +
          "</w:tc></w:tr></w:tbl>".repeat(10_000)
      ),
    outcome: "too-large",
    says: "1.000 lớp",
  },
  {
    name: "dài vô tận.docx",
    bytes: () => docx("<w:p><w:r><w:t>xã</w:t></w:r></w:p>".repeat(500_000)),
    outcome: "too-large",
    says: "8 MB",
  },
  {
    name: "cụt.xlsb",
    bytes: () =>
      zipped({
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.bin": Uint8Array.of(0x83, 0x01, 0x00, 0x9c, 0x01, 0xff, 0xff, 0xff, 0x7f),
      }),
    outcome: "damaged",
  },
];

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...ZIPS,
  ...SHEETS,
  ...UNUSUAL,
  ...OTHERS,
  ...LYING_ZIPS,
  ...HOSTILE_SHEETS,
  ...HOSTILE_BINARIES,
  ...HOSTILE_DOCUMENTS,
];
