/** Tables of LibreOffice, Word, web pages and plain text that are too many, too deep or without end. */
import { type HostileFile, joined, letters, MEGABYTE, repeated, text, times } from "./making";
import { docx, ods } from "./zips";

const CELL = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>';
const WIDE = CELL.replace("office:", 'table:number-columns-repeated="1000" office:');

function table(rows: string): string {
  return `<table:table table:name="A">${rows}</table:table>`;
}

const OPEN_DOCUMENTS: readonly HostileFile[] = [
  {
    name: "dòng lặp nhân cột lặp.ods",
    bytes: () =>
      ods(table(`<table:table-row table:number-rows-repeated="1000000">${WIDE}</table:table-row>`)),
    outcome: "too-large",
  },
  {
    name: "ô bị gộp che lặp.ods",
    bytes: () =>
      ods(
        table(
          `<table:table-row table:number-rows-repeated="1000000">${WIDE.replaceAll("table-cell", "covered-table-cell")}</table:table-row>`
        )
      ),
    outcome: "too-large",
  },
  {
    name: "sáu mươi nghìn ô có kiểu không có giá trị.ods",
    bytes: () =>
      ods(
        table(
          `<table:table-row>${'<table:table-cell office:value-type="float" calcext:value-type="date"><text:p/></table:table-cell>'.repeat(10)}</table:table-row>`.repeat(
            6000
          )
        )
      ),
    outcome: "read",
  },
  {
    name: "bảng của tệp khác lồng nhau.ods",
    bytes: () => {
      const start = `<table:table table:name="'file:///a'#$A"><table:table-source/><table:table-row><table:table-cell>`;
      const end = "</table:table-cell></table:table-row></table:table>";
      return ods(start.repeat(300) + end.repeat(300) + table(`<table:table-row>${CELL}</table:table-row>`));
    },
    outcome: "read",
  },
  {
    name: "dòng lặp nhân cột lặp trong nghìn bảng.ods",
    bytes: () =>
      ods(table(`<table:table-row table:number-rows-repeated="1000">${WIDE}</table:table-row>`).repeat(1000)),
    outcome: "too-large",
  },
  {
    name: "nghìn bảng, mỗi bảng ô ở cuối.ods",
    bytes: () =>
      ods(
        table(
          `<table:table-row table:number-rows-repeated="99999"><table:table-cell/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated="10"/>${CELL}</table:table-row>`
        ).repeat(1000)
      ),
    outcome: "too-large",
  },
  {
    name: "bảng trong bảng.ods",
    bytes: () =>
      ods(
        table(
          `<table:table-row><table:table-cell>${table(`<table:table-row>${CELL}</table:table-row>`)}</table:table-cell></table:table-row>`
        )
      ),
    outcome: "read",
  },
  {
    name: "mười nghìn bảng.ods",
    bytes: () => ods(table(`<table:table-row>${CELL}</table:table-row>`).repeat(10_000)),
    outcome: "too-large",
    says: "2.000",
  },
  {
    name: "ô 30 MB.ods",
    bytes: () =>
      ods(table(`<table:table-row>${CELL.replace(">x<", `>${letters(30 * MEGABYTE)}<`)}</table:table-row>`)),
    outcome: "too-large",
    says: "32.767",
  },
  {
    name: "triệu ô.ods",
    bytes: () => ods(table(`<table:table-row>${CELL.repeat(10)}</table:table-row>`.repeat(100_000))),
    outcome: "too-large",
    says: "40 MB",
  },
  {
    name: "triệu đoạn.ods",
    bytes: () =>
      ods(
        table(
          `<table:table-row>${CELL.replace("<text:p>x</text:p>", "<text:p/>".repeat(1_000_000))}</table:table-row>`
        )
      ),
    outcome: "too-large",
  },
];

const OTHER_PREFIX: HostileFile = {
  name: "tiền tố khác.ods",
  bytes: () =>
    ods(
      `<t:table xmlns:t="urn:oasis:names:tc:opendocument:xmlns:table:1.0" t:name="A"><t:table-row><t:table-cell t:number-columns-repeated="2"/><t:table-cell><text:p>x</text:p></t:table-cell></t:table-row></t:table>`
    ),
  outcome: "unsupported-format",
  says: "LibreOffice hoặc Excel",
};

const WORD_CELL = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>";
const WORD_ROW = `<w:tr>${WORD_CELL.repeat(3)}</w:tr>`;

function nested(depth: number, inside: string): string {
  return `${"<w:tbl><w:tr><w:tc>".repeat(depth)}${inside}${"<w:p/></w:tc></w:tr></w:tbl>".repeat(depth)}`;
}

const DOCUMENTS: readonly HostileFile[] = [
  {
    name: "triệu ô.docx",
    bytes: () => docx(`<w:tbl>${`<w:tr>${"<w:tc><w:p/></w:tc>".repeat(10)}</w:tr>`.repeat(100_000)}</w:tbl>`),
    outcome: "too-large",
    says: "8 MB",
  },
  {
    name: "bốn mươi bảng lồng nhau.docx",
    bytes: () => docx(nested(40, "<w:p><w:r><w:t>x</w:t></w:r></w:p>")),
    outcome: "read",
  },
  {
    name: "ba trăm bảng lồng nhau.docx",
    bytes: () => docx(nested(300, `<w:tbl>${WORD_ROW.repeat(3)}</w:tbl>`)),
    outcome: "read",
  },
  {
    name: "sáu nghìn bảng một dòng.docx",
    bytes: () => docx(`<w:tbl><w:tr>${"<w:tc><w:p/></w:tc>".repeat(3)}</w:tr></w:tbl>`.repeat(6_000)),
    outcome: "read",
  },
  {
    name: "ô trải vô tận.docx",
    bytes: () =>
      docx(
        `<w:tbl>${`<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>`.repeat(9_000)}</w:tbl>`
      ),
    outcome: "too-large",
  },
  {
    name: "ba trăm nghìn thẻ.docx",
    bytes: () => docx("<w:p/>".repeat(300_000)),
    outcome: "too-large",
    says: "300.000 thẻ",
  },
  {
    name: "không gian tên từng đoạn.docx",
    bytes: () => docx(times(200_000, (id) => `<w:p xmlns:a="${id}"/>`)),
    outcome: "read",
  },
  {
    name: "hộp kiểm lồng nhau.docx",
    bytes: () =>
      docx(
        "<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>".repeat(300) +
          "<w:p/>".repeat(290_000) +
          "</w:sdtContent></w:sdt>".repeat(300)
      ),
    outcome: "read",
  },
  {
    name: "triệu dấu và.docx",
    bytes: () => docx(`<w:p><w:r><w:t>${"&".repeat(1_000_000)};</w:t></w:r></w:p>`),
    outcome: "too-large",
  },
  {
    name: "ô bảy MB khoảng trắng.docx",
    bytes: () =>
      docx(`<w:tbl><w:tr>${WORD_CELL.replace(">x<", `>a${" ".repeat(7 * MEGABYTE)}z<`)}</w:tr></w:tbl>`),
    outcome: "too-large",
    says: "32.767",
  },
  {
    name: "tám nghìn bảng sau một hàng dài.docx",
    bytes: () => {
      const table = (cell: string): string =>
        `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>${cell}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`;
      return docx(table("a b ".repeat(8000)) + table("1").repeat(8000));
    },
    outcome: "read",
  },
  {
    name: "tên mới trong nghìn không gian tên.docx",
    bytes: () =>
      docx(
        `${times(980, (id) => `<x xmlns:a${id}="b">`)}${times(280_000, (id) => `<n${id}/>`)}${"</x>".repeat(980)}`
      ),
    outcome: "read",
  },
  {
    name: "nghìn lựa chọn lồng nhau không chữ.docx",
    bytes: () => {
      const start = "<mc:AlternateContent><mc:Choice><w:p/></mc:Choice><mc:Fallback>";
      const inside = "<mc:AlternateContent><mc:Choice/><mc:Fallback/></mc:AlternateContent>".repeat(30_000);
      const nested = start.repeat(480) + inside + "</mc:Fallback></mc:AlternateContent>".repeat(480);
      return docx(`<w:p><w:r>${nested}</w:r></w:p>`);
    },
    outcome: "read",
  },
  {
    name: "chèn tệp khác.docx",
    bytes: () => docx('<w:p/><w:altChunk r:id="rId5"/>'),
    outcome: "unsupported-format",
    says: "altChunk",
  },
  {
    name: "hàng bỏ trống vô tận.docx",
    bytes: () =>
      docx(`<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2000000000"/></w:trPr>${WORD_CELL}</w:tr></w:tbl>`),
    outcome: "read",
  },
];

const PAGES: readonly HostileFile[] = [
  {
    name: "chữ ngoài mọi ô.html",
    bytes: () => text("<html><table>", "x<tr>y<td></td>".repeat(110_000)),
    outcome: "too-large",
    says: "200.000",
  },
  {
    name: "hàng không bảng.html",
    bytes: () => text("<tr>", "<td>x</table><tr>".repeat(100_000)),
    outcome: "read",
  },
  {
    name: "triệu đảo bỏ ngỏ.html",
    bytes: () => text("<html>", "<xml/></xml>x".repeat(450_000), "<table><tr><td>1</table>"),
    outcome: "too-large",
    says: "32.767",
  },
  {
    name: "trăm nghìn bảng lồng nhau.html",
    bytes: () => text("<html>", "<table><tr><td>".repeat(100_000)),
    outcome: "too-large",
    says: "1.000 lớp",
  },
  {
    name: "bốn mươi MB khoảng trắng.html",
    bytes: () => text("<html><table><tr><td>a", " ".repeat(40 * MEGABYTE), "z</table>"),
    outcome: "read",
  },
  {
    name: "ba trăm nghìn bảng một dòng.html",
    bytes: () => text("<html>", "<table><tr><td>1</table>".repeat(300_000)),
    outcome: "too-large",
    says: "20.000 bảng",
  },
  {
    name: "hai mươi nghìn bảng.html",
    bytes: () => text("<html>", `<table><tr>${"<td>1".repeat(10)}</table>`.repeat(20_000)),
    outcome: "read",
  },
  {
    name: "toàn thẻ đóng.html",
    bytes: () => text("<html>", "<b>".repeat(900), "<table><tr><td>x", "</x>".repeat(10_000_000)),
    outcome: "too-large",
    says: "1.000.000 thẻ",
  },
  {
    name: "thẻ đóng lạc trong nghìn thẻ mở.html",
    bytes: () => text("<html><table><tr><td>x</table>", "<b>".repeat(980), "</zz>".repeat(1_900_000)),
    outcome: "too-large",
    says: "1.000.000 thẻ",
  },
  {
    name: "hai mươi bảng trải rộng.html",
    bytes: () =>
      text("<html>", `<table><tr><td colspan=256 rowspan=9999>x${"<tr>".repeat(7500)}</table>`.repeat(20)),
    outcome: "too-large",
    says: "2.000.000",
  },
  {
    name: "hơn triệu thuộc tính.html",
    bytes: () =>
      text(
        "<table><tr><td ",
        times(1_100_000, (id) => `a${id}=1 `),
        ">x</table>"
      ),
    outcome: "too-large",
    says: "1.000.000 thẻ",
  },
  {
    name: "ô 40 MB.html",
    bytes: () => text("<table><tr><td>", letters(40 * MEGABYTE), "</table>"),
    outcome: "too-large",
    says: "32.767",
  },
  {
    name: "triệu xuống dòng.html",
    bytes: () => text("<table><tr><td>x", "<br>".repeat(900_000), "x</table>"),
    outcome: "read",
  },
];

/** Two marks upon the letter before them, in the single-byte code page of Vietnamese Windows. */
const MARKS_OF_CODE_PAGE = [0xec, 0xf2];

const TEXTS: readonly HostileFile[] = [
  {
    name: "triệu dấu chồng.csv",
    bytes: () => joined(text("so,ten\n1,a"), repeated(MARKS_OF_CODE_PAGE, 500_000), text(",b\n")),
    outcome: "damaged",
    says: "trên 30 dấu",
  },
  {
    name: "một dòng 40 MB.csv",
    bytes: () => text(letters(40 * MEGABYTE)),
    outcome: "too-large",
    says: "32.767",
  },
  {
    name: "toàn ngoặc kép 40 MB.csv",
    bytes: () => text('"'.repeat(40 * MEGABYTE)),
    outcome: "too-large",
    says: "ngoặc kép",
  },
  {
    name: "toàn ngoặc kép lẻ.csv",
    bytes: () => text('"'.repeat(40 * MEGABYTE - 1)),
    outcome: "too-large",
    says: "ngoặc kép",
  },
  {
    name: "ngoặc kép từng ô.csv",
    bytes: () => text('"",'.repeat(10 * MEGABYTE)),
    outcome: "too-large",
    says: "2.000.000",
  },
  { name: "ngoặc kép từng dòng.csv", bytes: () => text('"\n'.repeat(15 * MEGABYTE)), outcome: "too-large" },
  { name: "một byte.csv", bytes: () => text("a"), outcome: "not-a-workbook" },
  { name: "một byte.xlsx", bytes: () => text("P"), outcome: "not-a-workbook" },
  { name: "chỉ BOM.csv", bytes: () => text("\ufeff"), outcome: "not-a-workbook" },
  { name: "chỉ BOM UTF-16.csv", bytes: () => Uint8Array.of(0xff, 0xfe), outcome: "not-a-workbook" },
  {
    name: "UTF-16 lẻ byte.csv",
    bytes: () => Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x3b, 0, 0x62),
    outcome: "damaged",
  },
  { name: "byte NUL.csv", bytes: () => text("a;b\n1;\0\n"), outcome: "not-a-workbook" },
  {
    name: "nửa ký tự UTF-16.csv",
    bytes: () => Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x3b, 0, 0x00, 0xd8, 0x0a, 0, 0x62, 0, 0x3b, 0, 0x63, 0),
    outcome: "damaged",
  },
];

export const HOSTILE_DOCUMENTS: readonly HostileFile[] = [
  ...OPEN_DOCUMENTS,
  OTHER_PREFIX,
  ...DOCUMENTS,
  ...PAGES,
  ...TEXTS,
];
