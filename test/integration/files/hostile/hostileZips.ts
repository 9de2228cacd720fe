/** Packages whose directory lies. */
import { strToU8 } from "fflate";
import { letters, type HostileFile } from "./making";
import { ABSURD_SIZE, type RawEntry, rawZip } from "./rawZip";
import { xlsxParts } from "./zips";

const ONE = '<row r="1"><c r="A1"><v>1</v></c></row>';
const UNKNOWN = 0xffffffff;
const ENTRIES: readonly RawEntry[] = Object.entries(xlsxParts(ONE)).map(([name, data]) => ({ name, data }));

/** The entry of the sheet, changed. */
function withSheet(change: Partial<RawEntry>): Uint8Array {
  return rawZip(ENTRIES.map((entry) => (entry.name.includes("sheet1") ? { ...entry, ...change } : entry)));
}

/** A comment that is itself a zip: programs differ in which of the two they open. */
function withHiddenZip(): Uint8Array {
  const other = Object.entries(xlsxParts(ONE.replace("1</v>", "2</v>")));
  const hidden = rawZip(other.map(([name, data]) => ({ name, data })));
  return rawZip(ENTRIES, { comment: hidden });
}

/** Many sheets, all with the same packed bytes. */
function overlapping(sheets: number, rows: string): Uint8Array {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const parts = xlsxParts(rows, {
    "xl/workbook.xml": `<workbook xmlns="m" xmlns:r="r"><sheets>${numbers
      .map((id) => `<sheet name="T${id}" sheetId="${id}" r:id="rId${id}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${numbers
      .map((id) => `<Relationship Id="rId${id}" Type="x/worksheet" Target="worksheets/sheet${id}.xml"/>`)
      .join("")}</Relationships>`,
  });
  const entries = Object.entries(parts).map(([name, data]): RawEntry => ({ name, data }));
  const at = entries.findIndex(({ name }) => name.includes("sheet1"));
  const data = entries[at]?.data ?? "";
  const others = numbers.slice(1).map((id): RawEntry => {
    return { name: `xl/worksheets/sheet${id}.xml`, data, sharedWith: at };
  });
  return rawZip([...entries, ...others]);
}

export const LYING_ZIPS: readonly HostileFile[] = [
  {
    name: "zip64 vô lý.xlsx",
    bytes: () =>
      withSheet({
        packedSize: UNKNOWN,
        size: UNKNOWN,
        extra: [1, 0, 16, 0, ...ABSURD_SIZE, ...ABSURD_SIZE],
      }),
    outcome: "damaged",
  },
  {
    name: "zip64 giải nén vô lý.xlsx",
    bytes: () => withSheet({ size: UNKNOWN, extra: [1, 0, 8, 0, ...ABSURD_SIZE] }),
    outcome: "read",
  },
  { name: "zip64 không có đuôi.xlsx", bytes: () => rawZip(ENTRIES, { count: 0xffff }), outcome: "damaged" },
  {
    name: "trường phụ cụt.xlsx",
    bytes: () => withSheet({ size: UNKNOWN, extra: [1, 0, 99, 0] }),
    outcome: "read",
  },
  {
    name: "65.534 phần.xlsx",
    bytes: () => rawZip(ENTRIES, { count: 0xfffe }),
    outcome: "too-large",
    says: "2.000",
  },
  { name: "danh mục khai thiếu.xlsx", bytes: () => rawZip(ENTRIES, { count: 4 }), outcome: "damaged" },
  { name: "danh mục quay vòng.xlsx", bytes: () => rawZip(ENTRIES, { offset: 0 }), outcome: "damaged" },
  {
    name: "danh mục ngoài tệp.xlsx",
    bytes: () => rawZip(ENTRIES, { offset: 0x7ffffff0 }),
    outcome: "damaged",
  },
  { name: "hai đuôi.xlsx", bytes: withHiddenZip, outcome: "damaged" },
  {
    name: "chú thích dài.xlsx",
    bytes: () => rawZip(ENTRIES, { comment: strToU8("PK\x05\x06".repeat(10_000)) }),
    outcome: "read",
  },
  {
    name: "nghìn trang chung dữ liệu.xlsx",
    bytes: () =>
      overlapping(1000, `<row r="1"><c r="A1" t="inlineStr"><is><t>${letters(1_000_000)}</t></is></c></row>`),
    outcome: "too-large",
  },
  { name: "nén kiểu 9.xlsx", bytes: () => withSheet({ method: 9 }), outcome: "damaged", says: ".xlsx" },
  { name: "nén kiểu 99.xlsx", bytes: () => withSheet({ method: 99 }), outcome: "damaged" },
  { name: "kích thước khai thiếu.xlsx", bytes: () => withSheet({ packedSize: 20 }), outcome: "damaged" },
  { name: "kích thước khai sau.xlsx", bytes: () => withSheet({ flags: 8 }), outcome: "read" },
  {
    name: "hai phần khác chữ hoa.xlsx",
    bytes: () => rawZip([...ENTRIES, { name: "xl/worksheets/SHEET1.xml", data: "<worksheet/>" }]),
    outcome: "damaged",
  },
  {
    name: "trùng phần hệt nhau.xlsx",
    bytes: () => rawZip([...ENTRIES, ...ENTRIES]),
    outcome: "read",
  },
];
