/** Sheets and what belongs to them, of .xlsx: numbers, references and encodings that lie, and more of everything than there is. */
import { strToU8 } from "fflate";
import { type HostileFile, letters, MEGABYTE, repeated, text, times } from "./making";
import { xlsx, xlsxParts, zipped } from "./zips";

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const SHARED = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const COMMENT = "<!-- -->";

/** A workbook of many sheets, each a part of its own with these rows. */
function manySheets(count: number, rows: string, tail = ""): Uint8Array {
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  const sheet = `<worksheet xmlns="m"><sheetData>${rows}</sheetData>${tail}</worksheet>`;
  return xlsx(rows, {
    "xl/workbook.xml": `<workbook xmlns="m" xmlns:r="r"><sheets>${ids
      .map((id) => `<sheet name="T${id}" sheetId="${id}" r:id="rId${id}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${ids
      .map((id) => `<Relationship Id="rId${id}" Type="x/worksheet" Target="worksheets/sheet${id}.xml"/>`)
      .join("")}</Relationships>`,
    ...Object.fromEntries(ids.map((id) => [`xl/worksheets/sheet${id}.xml`, sheet])),
  });
}

/** Cells that span a hundred rows, each up to the last column. */
const FAR_CELLS = times(
  100,
  (row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>1</v></c><c r="XFD${row + 1}"><v>1</v></c></row>`
);

/** A workbook whose sheet is led to like this. */
function leadingTo(target: string, attributes = ""): Uint8Array {
  return xlsx(ONE, {
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="${target}"${attributes}/></Relationships>`,
  });
}

/** A workbook with its first cell shown in this format. */
function formatted(code: string): Uint8Array {
  return xlsx('<row r="1"><c r="A1" s="0"><v>45000</v></c></row>', {
    "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
  });
}

/** Cells shown as dates. */
function dates(...values: readonly string[]): Uint8Array {
  const cells = values.map((value) => `<c s="0"><v>${value}</v></c>`).join("");
  return xlsx(`<row r="1">${cells}</row>`, {
    "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
  });
}

/** The sheet as these bytes. */
function sheetOf(bytes: Uint8Array): Uint8Array {
  return xlsx(ONE, { "xl/worksheets/sheet1.xml": bytes });
}

const SHEET = `<worksheet xmlns="m"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Đảng bộ xã</t></is></c></row></sheetData></worksheet>`;

function utf16(xml: string, mark: string): Uint8Array {
  return Uint8Array.from(Buffer.from(mark + xml, "utf16le"));
}

function swapped(bytes: Uint8Array): Uint8Array {
  return Uint8Array.from(Buffer.from(bytes).swap16());
}

const SIZES: readonly HostileFile[] = [
  {
    name: "thuộc tính 40 MB.xlsx",
    bytes: () => xlsx(`<row r="1"><c r="A1" x="${letters(40 * MEGABYTE)}"><v>1</v></c></row>`),
    outcome: "read",
  },
  {
    name: "thuộc tính 30 MB, có chú thích.xlsx",
    bytes: () => xlsx(`${COMMENT}<row r="1"><c x="${letters(30 * MEGABYTE)}" r="A1"><v>1</v></c></row>`),
    outcome: "read",
  },
  {
    name: "mười triệu dòng rỗng.xlsx",
    bytes: () => zipped(xlsxParts("<row/>".repeat(10_000_000)), "tight"),
    outcome: "too-large",
    says: "500 lần",
  },
  {
    name: "sáu triệu dòng rỗng, không nén.xlsx",
    bytes: () => zipped(xlsxParts(ONE + "<row/>".repeat(6_000_000)), "stored"),
    outcome: "damaged",
    says: "1.048.576",
  },
  {
    name: "phần thêm lồng nhau trong ô.xlsx",
    bytes: () =>
      xlsx(
        `<row r="1"><c r="A1"><v>1</v>${"<extLst>".repeat(900)}<v>5</v>${"</extLst>".repeat(900)}${"<extLst><v>6</v></extLst>".repeat(200_000)}</c></row>`
      ),
    outcome: "read",
  },
  {
    name: "triệu đoạn chữ trong một ô.xlsx",
    bytes: () =>
      xlsx(SHARED, { "xl/sharedStrings.xml": `<sst><si>${"<r><t>a</t></r>".repeat(1_000_000)}</si></sst>` }),
    outcome: "too-large",
    says: "32.767",
  },
  {
    name: "triệu thẻ t trong một ô.xlsx",
    bytes: () =>
      xlsx(SHARED, { "xl/sharedStrings.xml": `<sst><si>${"<t>a</t>".repeat(1_000_000)}</si></sst>` }),
    outcome: "too-large",
    says: "600.000 thẻ",
  },
  {
    name: "triệu kiểu và triệu dạng số.xlsx",
    bytes: () =>
      xlsx(ONE, {
        "xl/styles.xml": `<styleSheet><numFmts>${times(1_000_000, (id) => `<numFmt numFmtId="${id + 200}" formatCode="d"/>`)}</numFmts><cellXfs>${times(1_000_000, (id) => `<xf numFmtId="${id + 200}"/>`)}</cellXfs></styleSheet>`,
      }),
    outcome: "too-large",
    says: "100.000",
  },
  {
    name: "ba trăm nghìn tên.xlsx",
    bytes: () =>
      xlsx(ONE, {
        "xl/workbook.xml": `<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets><definedNames>${times(300_000, (id) => `<definedName name="n${id}">A!$A$1</definedName>`)}</definedNames></workbook>`,
      }),
    outcome: "read",
  },
  {
    name: "triệu thuộc tính riêng.xlsx",
    bytes: () =>
      xlsx(ONE, {
        "docProps/custom.xml": `<Properties xmlns:vt="v">${times(1_000_000, (id) => `<property pid="${id}" name="n${id}"><vt:lpwstr>x</vt:lpwstr></property>`)}</Properties>`,
      }),
    outcome: "too-large",
    says: "100.000",
  },
  {
    name: "triệu quan hệ.xlsx",
    bytes: () =>
      xlsx(ONE, {
        "xl/_rels/workbook.xml.rels": `<Relationships>${times(1_000_000, (id) => `<Relationship Id="r${id}" Type="x" Target="y"/>`)}<Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      }),
    outcome: "too-large",
    says: "100.000",
  },
  {
    name: "nghìn trang, mỗi trang ô ở cột cuối.xlsx",
    bytes: () => manySheets(1000, FAR_CELLS),
    outcome: "too-large",
    says: "2.000.000",
  },
  {
    name: "nghìn trang, mỗi trang ô ở dòng cuối.xlsx",
    bytes: () => manySheets(1000, `${ONE}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`),
    outcome: "too-large",
    says: "2.000.000",
  },
  {
    name: "nghìn trang, mỗi trang ô ở dòng cuối, có chú thích.xlsx",
    bytes: () => manySheets(1000, `${COMMENT}${ONE}<row r="1048576"><c r="A1048576"><v>1</v></c></row>`),
    outcome: "too-large",
    says: "2.000.000",
  },
  {
    name: "bốn mươi trang đầy vùng gộp.xlsx",
    bytes: () =>
      manySheets(
        40,
        ONE,
        `<mergeCells>${times(150_000, (row) => `<mergeCell ref="A${row + 1}:B${row + 1}"/>`)}</mergeCells>`
      ),
    outcome: "too-large",
    says: "200.000",
  },
  {
    name: "hai mươi nghìn vùng gộp chồng lên nhau.xlsx",
    bytes: () =>
      xlsx(
        times(20_000, (row) => `<row r="${row + 1}"><c><v>${row}</v></c></row>`),
        {},
        `<mergeCells>${times(20_000, (row) => `<mergeCell ref="A${row + 1}:B20000"/>`)}</mergeCells>`
      ),
    outcome: "too-large",
    says: "20.000.000 ô",
  },
  {
    name: "mười sáu cột gộp hết chiều cao.xlsx",
    bytes: () =>
      xlsx(
        times(100_000, (row) => `<row r="${row + 1}"><c r="P${row + 1}"><v>${row}</v></c></row>`),
        {},
        `<mergeCells>${Array.from("ABCDEFGHIJKLMNOP", (column) => `<mergeCell ref="${column}1:${column}1048576"/>`).join("")}</mergeCells>`
      ),
    outcome: "read",
  },
  {
    name: "mười trang đầy dòng.xlsx",
    bytes: () =>
      manySheets(
        10,
        times(100_000, (row) => `<row r="${row + 1}"><c><v>${row}</v></c></row>`)
      ),
    outcome: "too-large",
    says: "200.000",
  },
  {
    name: "một nghìn ô dài nhất.xlsx",
    bytes: () =>
      xlsx(
        times(
          1000,
          (row) => `<row r="${row + 1}"><c t="inlineStr"><is><t>${letters(32_767)}</t></is></c></row>`
        )
      ),
    outcome: "read",
    large: true,
  },
  {
    name: "trăm nghìn ô chung một chữ dài.xlsx",
    bytes: () =>
      xlsx(
        times(100_000, (row) => `<row r="${row + 1}"><c r="A${row + 1}" t="s"><v>0</v></c></row>`),
        { "xl/sharedStrings.xml": `<sst><si><t>${letters(32_767)}</t></si></sst>` }
      ),
    outcome: "too-large",
    says: "40.000.000 ký tự",
  },
  {
    name: "nghìn ô dài nhất, có dấu.xlsx",
    bytes: () =>
      xlsx(
        times(
          1000,
          (row) => `<row r="${row + 1}"><c t="inlineStr"><is><t>${letters(32_766)}ế</t></is></c></row>`
        )
      ),
    outcome: "read",
    large: true,
  },
  {
    name: "ô 32.768 ký tự.xlsx",
    bytes: () => xlsx(`<row r="1"><c t="inlineStr"><is><t>${letters(32_768)}</t></is></c></row>`),
    outcome: "too-large",
    says: "32.767",
  },
];

const REFERENCES: readonly HostileFile[] = [
  { name: "quan hệ vòng.xlsx", bytes: () => leadingTo("workbook.xml"), outcome: "damaged" },
  { name: "quan hệ tuyệt đối.xlsx", bytes: () => leadingTo("/xl/worksheets/sheet1.xml"), outcome: "read" },
  { name: "quan hệ ra ngoài tệp.xlsx", bytes: () => leadingTo("../../../../etc/passwd"), outcome: "damaged" },
  {
    name: "quan hệ quanh co.xlsx",
    bytes: () => leadingTo("../../xl/./worksheets/../worksheets/sheet1.xml"),
    outcome: "read",
  },
  {
    name: "quan hệ ra mạng.xlsx",
    bytes: () => leadingTo("http://127.0.0.1/x.xml", ' TargetMode="External"'),
    outcome: "damaged",
  },
  {
    name: "dạng số toàn ngoặc vuông.xlsx",
    bytes: () => formatted("[".repeat(1_000_000)),
    outcome: "read",
  },
  { name: "dạng số toàn gạch chéo.xlsx", bytes: () => formatted("\\d[h".repeat(500_000)), outcome: "read" },
  {
    name: "dạng số toàn ngoặc, có chú thích.xlsx",
    bytes: () => {
      const code = `${"[".repeat(300_000)}${"&quot;".repeat(99_999)}`;
      return xlsx(`${COMMENT}<row r="1"><c r="A1" s="0"><v>45000</v></c></row>`, {
        "xl/styles.xml": `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`,
      });
    },
    outcome: "read",
  },
  {
    name: "sáu mươi nghìn dạng số toàn ngoặc.xlsx",
    bytes: () => {
      const code = `${"[".repeat(120)}${"&quot;".repeat(120)}${"\\".repeat(14)}`;
      return xlsx('<row r="1"><c r="A1" s="0"><v>45000</v></c></row>', {
        "xl/styles.xml": `<styleSheet><numFmts>${times(60_000, (id) => `<numFmt numFmtId="${id + 200}" formatCode="${code}"/>`)}</numFmts><cellXfs>${times(99_000, (id) => `<xf numFmtId="${200 + (id % 60_000)}"/>`)}</cellXfs></styleSheet>`,
      });
    },
    outcome: "too-large",
    says: "5.000 dạng số",
  },
  {
    name: "triệu lần sửa.xlsx",
    bytes: () =>
      xlsx(ONE, {
        "docProps/core.xml": `<c>${"<d:modified>Mon, 25 Dec 1995 13:30:00 GMT+0430 (x)</d:modified>".repeat(1_000_000)}</c>`,
      }),
    outcome: "too-large",
    says: "4 MB",
  },
  {
    name: "thuộc tính riêng 90 MB.xlsx",
    bytes: () =>
      xlsx(ONE, {
        "docProps/custom.xml": `<Properties xmlns:vt="v">${times(90_000, (id) => `<property pid="${id}" name="n${id}"><vt:lpwstr>${letters(1000)}</vt:lpwstr></property>`)}</Properties>`,
      }),
    outcome: "too-large",
    says: "4 MB",
  },
  {
    name: "tên trang 30.000 ký tự.xlsx",
    bytes: () =>
      xlsx(ONE, {
        "xl/workbook.xml": `<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="${letters(30_000)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      }),
    outcome: "too-large",
    says: "255 ký tự",
  },
  {
    name: "mã lỗi 40.000 ký tự.xlsx",
    bytes: () => xlsx(`<row r="1"><c r="A1" t="e"><v>${letters(40_000)}</v></c></row>`),
    outcome: "damaged",
  },
  {
    name: "trăm nghìn định dạng có điều kiện, có chú thích.xlsx",
    bytes: () =>
      xlsx(
        COMMENT + ONE,
        {},
        times(
          100_000,
          (id) =>
            `<conditionalFormatting sqref="A${id + 1}"><cfRule type="expression" priority="${id + 1}"><formula>A1</formula></cfRule></conditionalFormatting>`
        )
      ),
    outcome: "too-large",
    says: "600.000 thẻ",
  },
  {
    name: "ngày vô lý.xlsx",
    bytes: () => dates("1e308", "-1e308", "-1", "0", "0.5", "60", "2958466", "1e16"),
    outcome: "read",
  },
  {
    name: "ngày NaN.xlsx",
    bytes: () => dates("NaN", "Infinity", "-Infinity", "1e999", "0x10"),
    outcome: "read",
  },
];

const ENCODINGS: readonly HostileFile[] = [
  { name: "UTF-16 LE.xlsx", bytes: () => sheetOf(utf16(SHEET, "\ufeff")), outcome: "read" },
  { name: "UTF-16 BE.xlsx", bytes: () => sheetOf(swapped(utf16(SHEET, "\ufeff"))), outcome: "read" },
  {
    name: "UTF-16 khai báo, không dấu.xlsx",
    bytes: () => sheetOf(utf16(`<?xml version="1.0" encoding="UTF-16"?>${SHEET}`, "")),
    outcome: "read",
  },
  { name: "UTF-8 có dấu BOM.xlsx", bytes: () => sheetOf(text("\ufeff", SHEET)), outcome: "read" },
  {
    name: "UTF-7.xlsx",
    bytes: () => sheetOf(text('<?xml version="1.0" encoding="UTF-7"?>', SHEET.replace("Đảng", "+ARAA-ng"))),
    outcome: "damaged",
  },
  {
    name: "khai UTF-16, viết UTF-8.xlsx",
    bytes: () => sheetOf(text('<?xml version="1.0" encoding="UTF-16"?>', SHEET)),
    outcome: "damaged",
  },
  {
    name: "windows-1258.xlsx",
    bytes: () =>
      sheetOf(
        Uint8Array.from(
          Buffer.from(
            `<?xml version="1.0" encoding="windows-1258"?>${SHEET.replace("Đảng", "\xd0a\xd2ng").replace("ộ", "\xf4\xf2").replace("ã", "a\xde")}`,
            "latin1"
          )
        )
      ),
    outcome: "read",
  },
  {
    name: "UTF-8 hỏng.xlsx",
    bytes: () => sheetOf(Buffer.from(SHEET.replace("Đảng", "\xd0\xffng"), "latin1")),
    outcome: "damaged",
  },
  {
    name: "nửa ký tự.xlsx",
    bytes: () => xlsx('<row r="1"><c t="inlineStr"><is><t>&#xD800;a&#xDFFF;</t></is></c></row>'),
    outcome: "read",
  },
  {
    name: "byte NUL trong chữ.xlsx",
    bytes: () => xlsx('<row r="1"><c t="inlineStr"><is><t>a\0b&#0;c</t></is></c></row>'),
    outcome: "read",
  },
  {
    name: "dấu chồng.xlsx",
    bytes: () => {
      const cell = `<c t="inlineStr"><is><t>a${"\u0301\u0323".repeat(16_000)}</t></is></c>`;
      return xlsx(times(20, (row) => `<row r="${row + 1}">${cell}</row>`));
    },
    outcome: "damaged",
    says: "trên 30 dấu",
  },
  { name: "không có phần tử nào.xlsx", bytes: () => sheetOf(strToU8("")), outcome: "damaged" },
  {
    name: "toàn khoảng trắng.xlsx",
    bytes: () => sheetOf(repeated([0x20], 10 * MEGABYTE)),
    outcome: "damaged",
  },
];

export const HOSTILE_SHEETS: readonly HostileFile[] = [...SIZES, ...REFERENCES, ...ENCODINGS];
