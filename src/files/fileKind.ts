/** What a file is, told by its content: names and extensions are often wrong. */
import { isCompoundFile, openCompoundFile, type CompoundFile } from "./compoundFile";
import { FileFault } from "./fileErrors";
import { isWebPage } from "./readHtml";
import { openZip, type ZipDirectory } from "./openZip";
import { attribute, tags } from "./xmlText";

export type FileKind =
  | { readonly format: "xlsx"; readonly zip: ZipDirectory }
  | { readonly format: "xlsb"; readonly zip: ZipDirectory }
  | { readonly format: "ods"; readonly zip: ZipDirectory }
  | { readonly format: "docx"; readonly zip: ZipDirectory }
  | { readonly format: "xls"; readonly compound: CompoundFile }
  | { readonly format: "html" }
  | { readonly format: "csv" };

/** Throws `FileFault` for everything that is not, or not usably, a workbook; text is left to `parseDelimitedText`. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new FileFault("empty");
  if (startsWith(bytes, "PK\x03\x04")) return zippedKind(openZip(bytes));
  if (startsWith(bytes, "PK\x05\x06")) throw new FileFault("archive");
  if (isCompoundFile(bytes)) return compoundKind(openCompoundFile(bytes));
  if (startsWith(bytes, "%PDF")) throw new FileFault("pdf");
  if (PICTURES.some((magic) => startsWith(bytes, magic))) throw new FileFault("picture");
  if (ARCHIVES.some((magic) => startsWith(bytes, magic))) throw new FileFault("archive");
  if (OLD_EXCEL.some((magic) => startsWith(bytes, magic))) throw new FileFault("oldExcel");
  if (startsWith(bytes, "{\\rtf")) throw new FileFault("otherDocument");
  if (startsWith(bytes, "ID;P") && SYLK.test(new TextDecoder("latin1").decode(bytes.subarray(0, 200)))) {
    throw new FileFault("sylk");
  }
  return { format: isWebPage(bytes) ? "html" : "csv" };
}

const PICTURES = ["\x89PNG", "\xff\xd8\xff", "GIF8", "II*\x00", "MM\x00*"];
const ARCHIVES = ["Rar!", "7z\xbc\xaf", "\x1f\x8b"];
/** BIFF 2 to 4 were bare streams without a container. */
const OLD_EXCEL = ["\x09\x00\x04\x00", "\x09\x02\x06\x00", "\x09\x04\x06\x00"];

/** The first record, and the beginning of one that may follow: the header of a text table may begin like the first. */
const SYLK = /^ID;P[^\r\n]*[\r\n]+(?:[PFBCOW]|N[NUEL]);/;

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return Array.from(magic).every((char, index) => bytes[index] === char.charCodeAt(0));
}

const SPREADSHEET_MIMETYPES = [
  "application/vnd.oasis.opendocument.spreadsheet",
  "application/vnd.oasis.opendocument.spreadsheet-template",
];

function zippedKind(zip: ZipDirectory): FileKind {
  const has = (name: RegExp): boolean => zip.names.some((part) => name.test(part));
  if (has(/^\[Content_Types\]\.xml$/i)) {
    if (has(/^xl\/workbook\.bin$/i)) return { format: "xlsb", zip };
    if (has(/^word\/document\d*\.xml$/i)) return { format: "docx", zip };
    if (has(/^ppt\//i)) throw new FileFault("presentation");
    if (has(/(^|\/)workbook\d*\.xml$/i) || declaresWorkbook(zip)) return { format: "xlsx", zip };
    throw new FileFault("notAWorkbook");
  }
  if (has(/^mimetype$/) || has(/^META-INF\/manifest\.xml$/)) return openDocumentKind(zip);
  throw new FileFault("archive");
}

/** What the types of the parts call the main part of an .xlsx, .xlsm or template, whatever its name. */
const WORKBOOK_TYPE =
  /"application\/vnd\.(?:openxmlformats-officedocument\.spreadsheetml|ms-excel)\.(?:sheet|template)(?:\.macroEnabled)?\.main\+xml"/i;
/** The types of all parts that a package may have take no more bytes. */
const TYPES_BYTES = 1024 * 1024;

function declaresWorkbook(zip: ZipDirectory): boolean {
  const [types] = zip.extract((name) => name.toLowerCase() === "[content_types].xml").values();
  return WORKBOOK_TYPE.test(new TextDecoder().decode(types?.subarray(0, TYPES_BYTES)));
}

function openDocumentKind(zip: ZipDirectory): FileKind {
  const parts = zip.extract((name) => name === "mimetype" || name === "META-INF/manifest.xml");
  const text = (name: string): string => new TextDecoder().decode(parts.get(name));
  // Who packs the parts of a file anew may leave out its mimetype, which the manifest says as well.
  const mimetype = text("mimetype").trim() || statedMimetype(text("META-INF/manifest.xml"));
  if (!mimetype.startsWith("application/vnd.oasis.opendocument")) throw new FileFault("archive");
  if (!SPREADSHEET_MIMETYPES.includes(mimetype)) {
    throw new FileFault(mimetype.includes(".text") ? "otherDocument" : "openDocumentOther");
  }
  if (text("META-INF/manifest.xml").includes("encryption-data")) throw new FileFault("encrypted");
  return { format: "ods", zip };
}

function statedMimetype(manifest: string): string {
  const entries = tags(manifest.slice(0, TYPES_BYTES), "file-entry");
  const whole = entries.find((entry) => attribute(entry, "full-path") === "/");
  return (whole && attribute(whole, "media-type")) ?? "";
}

function compoundKind(compound: CompoundFile): FileKind {
  const { has } = compound;
  if (has("EncryptedPackage")) throw new FileFault("encrypted");
  if (has("Workbook")) return { format: "xls", compound };
  if (has("Book")) throw new FileFault("oldExcel");
  if (has("WordDocument")) throw new FileFault("oldWord");
  if (has("PowerPoint Document")) throw new FileFault("presentation");
  throw new FileFault("notAWorkbook");
}
