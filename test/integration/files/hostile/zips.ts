/** Packages that are meant to hurt, made byte by byte. */
import { rawZip } from "./rawZip";

const CONTENT_TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export type Parts = Readonly<Record<string, string | Uint8Array>>;

/** Parts are stored as they are, packed in the least time, or packed as programs do by default, bombs a thousand times. */
export function zipped(parts: Parts, packing: "stored" | "quick" | "tight" = "quick"): Uint8Array {
  const how = { method: packing === "stored" ? 0 : 8, isTight: packing === "tight" };
  return rawZip(Object.entries(parts).map(([name, data]) => ({ name, data, ...how })));
}

/** A workbook with exactly these rows in its one sheet, and any other parts. */
export function xlsx(rows: string, parts: Parts = {}, tail = ""): Uint8Array {
  return zipped(xlsxParts(rows, parts, tail));
}

export function xlsxParts(rows: string, parts: Parts = {}, tail = ""): Parts {
  return {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": `<Relationships><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml":
      '<workbook xmlns="m" xmlns:r="r"><sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": "<sst/>",
    "xl/styles.xml": "<styleSheet/>",
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="m"><sheetData>${rows}</sheetData>${tail}</worksheet>`,
    ...parts,
  };
}

export function ods(content: string, parts: Parts = {}): Uint8Array {
  return zipped({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${content}</office:spreadsheet></office:body></office:document-content>`,
    ...parts,
  });
}

export function docx(body: string): Uint8Array {
  return zipped({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

/** Writes another inflated size into every header: what readers that believe it would set aside. */
export function declaringSize(zip: Uint8Array, size: number): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 30 < bytes.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, size, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return bytes;
}

/** Renames parts where they stand; both names have the same length. */
export function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from)) bytes.write(to, at);
  return new Uint8Array(bytes);
}
