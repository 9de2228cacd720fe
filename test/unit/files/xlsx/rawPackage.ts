/** Workbooks put together by hand, part by part. */
import { strToU8, zipSync } from "fflate";

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Relations of the workbook: those of the sheet, the styles and the shared texts. */
function relations(...parts: readonly (readonly [type: string, target: string])[]): string {
  const each = parts.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join("")}</Relationships>`;
}

/** Styles 0 to 3: general, 14 (a day), a custom day, a custom number. */
export const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="[$-42A]dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[&gt;0]#,##0&quot; đ&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs><dxfs><dxf><numFmt numFmtId="165" formatCode="d/m/yyyy"/></dxf></dxfs></styleSheet>`;

export const SHARED_STRINGS = `<sst xmlns="${MAIN}" count="9" uniqueCount="8"><si><t>một</t></si><si><t xml:space="preserve">  hai </t></si><si><r><rPr><b/><rFont val="Arial"/></rPr><t>ba</t></r><r><t xml:space="preserve"> bốn</t></r></si><si><t>年</t><rPh sb="0" eb="1"><t>ねん</t></rPh><phoneticPr fontId="1"/></si><si/><si><t/></si><si><t>a &amp; b &lt;c&gt; &#273;&#x1EA1; &quot;</t></si><si><t>dòng_x000D_
hai_x005F_x0041_</t></si></sst>`;

export interface RawWorkbook {
  /** Rows of the only sheet, as XML. */
  readonly rows?: string;
  /** What stands before and behind the cells. */
  readonly head?: string;
  readonly tail?: string;
  /** Further or other parts; null for those that are to be missing. */
  readonly parts?: Readonly<Record<string, string | null>>;
}

/** A workbook of one sheet, `Trang 1`, with these parts. */
export function rawWorkbook({ rows = "", head = "", tail = "", parts = {} }: RawWorkbook): Uint8Array {
  const all: Readonly<Record<string, string | null>> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    "_rels/.rels": relations(["officeDocument", "xl/workbook.xml"]),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="Trang 1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      ["worksheet", "worksheets/sheet1.xml"],
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"]
    ),
    "xl/styles.xml": STYLES,
    "xl/sharedStrings.xml": SHARED_STRINGS,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${head}<sheetData>${rows}</sheetData>${tail}</worksheet>`,
    ...parts,
  };
  const present = Object.entries(all).flatMap(([name, text]) =>
    text === null ? [] : [[name, strToU8(text)]]
  );
  return zipSync(Object.fromEntries(present));
}
