import type { FileError, FileErrorCode, Language } from "../domain/findings";
import {
  MAX_CELL_TEXT,
  MAX_CELLS,
  MAX_CHARACTERS,
  MAX_COLUMNS,
  MAX_DETAILS,
  MAX_DOCUMENT_BYTES,
  MAX_DOCUMENT_TAGS,
  MAX_FETCH_SECONDS,
  MAX_FILE_BYTES,
  MAX_FILLED_ROWS,
  MAX_INFLATE_RATIO,
  MAX_INFLATED_BYTES,
  MAX_LIBRARY_BYTES,
  MAX_LIBRARY_TAGS,
  MAX_MARKS,
  MAX_MERGED_CELLS,
  MAX_MERGES,
  MAX_NESTING,
  MAX_NUMBER_FORMATS,
  MAX_PAGE_TABLES,
  MAX_PAGE_TAGS,
  MAX_PART_RECORDS,
  MAX_PROPERTIES_BYTES,
  MAX_RECORDS,
  MAX_ROWS,
  MAX_SHARED_STRINGS,
  MAX_SHEET_NAME,
  MAX_SPANNED_CELLS,
  MAX_TAG_ATTRIBUTES,
  MAX_ZIP_ENTRIES,
} from "./limits";

/** Every way in which a file is refused, with its code and what to tell the person who brought it. */
interface FaultText extends Readonly<Record<Language, string>> {
  readonly code: FileErrorCode;
}

const FAULTS = {
  damaged: {
    code: "damaged",
    vi: "Tệp “{file}” bị hỏng hoặc tải về chưa đủ. Hãy mở bằng Excel, lưu lại thành .xlsx rồi chọn lại tệp; nếu Excel cũng không mở được thì xin đơn vị gửi lại tệp.",
    en: "The file “{file}” is damaged or was not downloaded completely. Open it in Excel, save it as .xlsx and try again; if Excel cannot open it either, ask the sender for a new copy.",
  },
  encrypted: {
    code: "encrypted",
    vi: "Tệp “{file}” có mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc → Mã hoá bằng mật khẩu, xoá trống), lưu lại rồi chọn lại tệp.",
    en: "The file “{file}” is protected by a password and cannot be read. Open it in Excel, remove the password (File → Info → Protect Workbook → Encrypt with Password, leave it empty), save it and choose it again.",
  },
  fileTooLarge: {
    code: "too-large",
    vi: "Tệp “{file}” quá lớn (trên {fileMegabytes} MB). Hãy xoá hình ảnh và các trang không cần thiết, lưu lại thành .xlsx rồi chọn lại tệp.",
    en: "The file “{file}” is too large (over {fileMegabytes} MB). Remove pictures and sheets that are not needed, save it as .xlsx and choose it again.",
  },
  tooManyParts: {
    code: "too-large",
    vi: "Tệp “{file}” gồm quá nhiều trang tính hoặc thành phần bên trong (trên {parts}) nên không được đọc. Hãy chép bảng sang tệp mẫu mới rồi chọn tệp đó.",
    en: "The file “{file}” consists of too many sheets or parts (over {parts}) and is not read. Copy the table into a fresh template and try again.",
  },
  inflatesTooMuch: {
    code: "too-large",
    vi: "Tệp “{file}” giải nén ra quá lớn (trên {inflatedMegabytes} MB, hoặc có phần lớn gấp hơn {ratio} lần khi nén) nên không được đọc. Hãy chép bảng sang tệp mẫu mới rồi chọn tệp đó.",
    en: "The file “{file}” unpacks to too much data (over {inflatedMegabytes} MB, or a part more than {ratio} times its packed size) and is not read. Copy the table into a fresh template and try again.",
  },
  tooManyCells: {
    code: "too-large",
    vi: "Tệp “{file}” trải ra quá nhiều ô (trên {cells} ô, hoặc một trang trên {spannedCells} ô kể cả ô trống ở giữa). Có thể có ô bị gõ nhầm ở rất xa bảng: nhấn Ctrl+End để tìm, xoá các dòng, cột thừa, lưu lại rồi chọn lại tệp.",
    en: "The file “{file}” spans too many cells (over {cells}, or a sheet of it over {spannedCells} with the empty ones between them). A cell far away from the table may have been filled by mistake: press Ctrl+End to find it, delete the surplus rows and columns, save and choose the file again.",
  },
  tooManyRecords: {
    code: "too-large",
    vi: "Tệp “{file}” gồm quá nhiều bản ghi bên trong (trên {records}, hoặc trên {partRecords} trong một phần của tệp .xlsb) hoặc quá nhiều chuỗi chữ (trên {sharedTexts}) nên không được đọc. Hãy chép bảng sang tệp mẫu mới rồi chọn tệp đó.",
    en: "The file “{file}” consists of too many records (over {records}, or over {partRecords} in one part of an .xlsb) or texts (over {sharedTexts}) and is not read. Copy the table into a fresh template and try again.",
  },
  tooManyMerges: {
    code: "too-large",
    vi: "Tệp “{file}” có quá nhiều vùng ô được gộp (trên {merges}) nên không được đọc. Hãy chép bảng sang tệp mẫu mới rồi chọn tệp đó.",
    en: "The file “{file}” has too many merged areas (over {merges}) and is not read. Copy the table into a fresh template and try again.",
  },
  mergesOverlap: {
    code: "too-large",
    vi: "Tệp “{file}” có quá nhiều vùng ô được gộp chồng lên nhau (phủ trên {mergedCells} ô) nên không được đọc. Hãy bỏ gộp ô, hoặc chép bảng sang tệp mẫu mới rồi nộp lại.",
    en: "The file “{file}” has too many merged areas that lie over each other (covering over {mergedCells} cells) and is not read. Unmerge them, or copy the table into a fresh template and try again.",
  },
  tooManyDetails: {
    code: "too-large",
    vi: "Tệp “{file}” có quá nhiều kiểu ô, dạng số, thuộc tính hoặc quan hệ bên trong (trên {details} mỗi loại, trên {formats} dạng số riêng, hoặc thuộc tính dài trên {propertyMegabytes} MB) nên không được đọc. Hãy chép bảng sang tệp mẫu mới rồi chọn tệp đó.",
    en: "The file “{file}” has too many styles, number formats, properties or relations inside (over {details} of a kind, over {formats} number formats of its own, or properties of over {propertyMegabytes} MB) and is not read. Copy the table into a fresh template and try again.",
  },
  tooManyRows: {
    code: "too-large",
    vi: "Tệp “{file}” có quá nhiều dòng có dữ liệu (trên {filledRows}), không phải báo cáo. Hãy xoá các trang, các dòng không thuộc biểu rồi lưu lại, hoặc chép bảng sang tệp mẫu mới.",
    en: "The file “{file}” has too many rows with data (over {filledRows}) and is no report. Delete the sheets and rows that do not belong to the form and save it, or copy the table into a fresh template.",
  },
  tooMuchText: {
    code: "too-large",
    vi: "Tệp “{file}” có quá nhiều chữ (trên {allCharacters} ký tự trong tất cả các ô), không phải báo cáo. Hãy xoá các trang, các ô không thuộc biểu rồi lưu lại, hoặc chép bảng sang tệp mẫu mới.",
    en: "The file “{file}” has too much text (over {allCharacters} characters in all its cells) and is no report. Delete the sheets and cells that do not belong to the form and save it, or copy the table into a fresh template.",
  },
  beyondSheet: {
    code: "damaged",
    vi: "Tệp “{file}” có ô nằm ngoài trang tính (quá dòng {rows} hoặc quá cột thứ {columns}) nên không đáng tin để đọc. Hãy mở bằng Excel, kiểm tra bảng rồi chép sang tệp mẫu mới.",
    en: "The file “{file}” has cells outside the sheet (beyond row {rows} or column {columns}) and cannot be trusted. Open it in Excel, check the table and copy it into a fresh template.",
  },
  textTooLong: {
    code: "too-large",
    vi: "Tệp “{file}” có một ô dài trên {characters} ký tự, nhiều hơn mức Excel chứa được; thường là do dấu ngoặc kép mở mà không đóng. Hãy mở bằng Excel, sửa ô đó, lưu lại thành .xlsx rồi chọn lại tệp.",
    en: "The file “{file}” has a cell of more than {characters} characters, more than Excel can hold; most often a quotation mark was opened and never closed. Open it in Excel, correct that cell, save it as .xlsx and choose it again.",
  },
  heapedMarks: {
    code: "damaged",
    vi: "Tệp “{file}” có một ô mang trên {marks} dấu chồng lên một chữ, không phải chữ viết của thứ tiếng nào; thường là do tệp bị hỏng hoặc dán nhầm. Hãy mở bằng Excel, gõ lại ô đó, lưu lại thành .xlsx rồi chọn lại tệp.",
    en: "The file “{file}” has a cell with more than {marks} marks heaped upon one letter, which no language writes; most often the file is damaged or something else was pasted. Open it in Excel, type that cell anew, save it as .xlsx and choose it again.",
  },
  sheetNameTooLong: {
    code: "too-large",
    vi: "Tệp “{file}” có trang tính mà tên dài trên {sheetName} ký tự (Excel chỉ cho 31) nên không được đọc. Hãy mở bằng Excel, đặt lại tên trang, lưu lại thành .xlsx rồi chọn lại tệp.",
    en: "The file “{file}” has a sheet whose name is longer than {sheetName} characters (Excel allows 31) and is not read. Open it in Excel, rename the sheet, save it as .xlsx and try again.",
  },
  unclosedQuote: {
    code: "damaged",
    vi: "Tệp “{file}” có dấu ngoặc kép mở ở đầu một ô mà không đóng, nên các dòng sau đó bị gộp cả vào ô ấy. Hãy sửa dấu ngoặc kép đó trong tệp, hoặc gửi tệp Excel gốc.",
    en: "The file “{file}” has a quotation mark at the start of a cell that is never closed, so that all lines behind it run into that cell. Correct that quotation mark in the file, or send the original Excel file.",
  },
  documentTooLong: {
    code: "too-large",
    vi: "Văn bản trong tệp “{file}” quá dài (trên {documentMegabytes} MB chữ và định dạng, hoặc trên {documentTags} thẻ) nên không được đọc. Hãy chép riêng các bảng sang tệp Excel mẫu rồi chọn tệp đó.",
    en: "The text of “{file}” is too long (over {documentMegabytes} MB with its markup, or over {documentTags} tags) and is not read. Copy the tables alone into the Excel template and try again.",
  },
  documentOfFiles: {
    code: "unsupported-format",
    vi: "Văn bản “{file}” chèn nội dung của tệp khác (altChunk hoặc văn bản con), đọc sẽ sót phần đó nên không được đọc. Hãy mở bằng Word, hủy liên kết các văn bản con nếu có, lưu lại thành .docx rồi chọn tệp vừa lưu; hoặc chép các bảng sang tệp Excel mẫu.",
    en: "The document “{file}” takes in the content of other files (altChunk or subdocuments), which would be lost, so it is not read. Open it in Word, unlink its subdocuments if it has any, save it as .docx and choose the new file; or copy the tables into the Excel template.",
  },
  unusualTooLong: {
    code: "too-large",
    vi: "Tệp “{file}” được ghi theo cách khác Excel và quá dài (trên {libraryMegabytes} MB khi giải nén, hoặc trên {libraryTags} thẻ ngoài các ô) nên không được đọc. Hãy mở bằng Excel, lưu lại thành .xlsx rồi chọn lại tệp.",
    en: "The file “{file}” is written in another way than Excel writes and is too long (over {libraryMegabytes} MB when unpacked, or over {libraryTags} tags besides the cells); it is not read. Open it in Excel, save it as .xlsx and try again.",
  },
  openDocumentTooLong: {
    code: "too-large",
    vi: "Bảng tính LibreOffice “{file}” quá dài (trên {libraryMegabytes} MB khi giải nén, hoặc trên {pageTags} thẻ) nên không được đọc. Hãy mở bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi chọn lại tệp.",
    en: "The LibreOffice workbook “{file}” is too long (over {libraryMegabytes} MB when unpacked, or over {pageTags} tags) and is not read. Open it in Excel or LibreOffice, save it as .xlsx and try again.",
  },
  openDocumentPrefixes: {
    code: "unsupported-format",
    vi: "Bảng tính “{file}” được ghi theo cách khác LibreOffice và Excel, đọc sẽ sót hoặc lệch ô, nên không được đọc. Hãy mở bằng LibreOffice hoặc Excel, lưu lại thành .xlsx rồi chọn lại tệp.",
    en: "The workbook “{file}” is written in another way than LibreOffice and Excel write; cells would be lost or moved, so it is not read. Open it in LibreOffice or Excel, save it as .xlsx and try again.",
  },
  pageTooLong: {
    code: "too-large",
    vi: "Trang web trong tệp “{file}” quá dài (trên {pageTables} bảng, trên {pageTags} thẻ hoặc thuộc tính, hoặc một thẻ có trên {tagAttributes} thuộc tính) nên không được đọc. Hãy mở bằng Excel, lưu lại thành .xlsx rồi chọn lại tệp.",
    en: "The web page in “{file}” is too long (over {pageTables} tables, over {pageTags} tags or attributes, or a tag of more than {tagAttributes} attributes) and is not read. Open it in Excel, save it as .xlsx and try again.",
  },
  nestedTooDeep: {
    code: "too-large",
    vi: "Tệp “{file}” có bảng hoặc thành phần lồng nhau quá sâu (trên {nesting} lớp) nên không được đọc. Hãy chép bảng sang tệp mẫu mới rồi chọn tệp đó.",
    en: "The file “{file}” has tables or elements nested too deep (over {nesting} levels) and is not read. Copy the table into a fresh template and try again.",
  },
  takesTooLong: {
    code: "too-large",
    vi: "Đọc tệp “{file}” lâu quá {seconds} giây nên đã dừng; các tệp khác không bị ảnh hưởng. Hãy mở tệp bằng Excel, chép bảng sang tệp mẫu mới rồi chọn tệp đó.",
    en: "Reading “{file}” took more than {seconds} seconds and was stopped; other files are not affected. Open it in Excel, copy the table into a fresh template and try again.",
  },
  readerStopped: {
    code: "too-large",
    vi: "Tệp “{file}” cần quá nhiều bộ nhớ (hoặc làm hỏng bộ đọc) nên không được đọc; các tệp khác không bị ảnh hưởng. Hãy mở tệp bằng Excel, chép bảng sang tệp mẫu mới rồi chọn tệp đó.",
    en: "The file “{file}” needs too much memory (or breaks the reader) and is not read; other files are not affected. Open it in Excel, copy the table into a fresh template and try again.",
  },
  notFetched: {
    code: "not-readable",
    vi: "Không lấy được nội dung tệp “{file}” (chờ tối đa {fetchSeconds} giây): ổ đĩa hoặc mạng không trả lời, hoặc tệp đã bị chuyển, xoá. Hãy chép tệp vào máy này rồi chọn lại.",
    en: "The content of “{file}” could not be fetched (waited at most {fetchSeconds} seconds): the drive or network does not answer, or the file was moved or deleted. Copy it to this computer and choose it again.",
  },
  damagedDocument: {
    code: "damaged",
    vi: "Tệp “{file}” bị hỏng hoặc tải về chưa đủ. Hãy mở bằng Word, lưu lại thành .docx rồi chọn lại; nếu Word cũng không mở được thì xin đơn vị gửi lại tệp.",
    en: "The file “{file}” is damaged or was not downloaded completely. Open it in Word, save it as .docx and choose it again; if Word cannot open it either, ask the sender for a new copy.",
  },
  encryptedDocument: {
    code: "encrypted",
    vi: "Tệp “{file}” có mật khẩu nên không đọc được. Hãy mở bằng Word, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ tài liệu → Mã hoá bằng mật khẩu, xoá trống), lưu lại rồi chọn lại tệp.",
    en: "The file “{file}” is protected by a password and cannot be read. Open it in Word, remove the password (File → Info → Protect Document → Encrypt with Password, leave it empty), save it and choose it again.",
  },
  oldWord: {
    code: "unsupported-format",
    vi: "Tệp “{file}” là văn bản Word đời cũ (.doc), không đọc được. Hãy mở bằng Word, chọn Tệp → Lưu thành, kiểu “Tài liệu Word (*.docx)”, rồi chọn tệp .docx vừa lưu.",
    en: "The file “{file}” is an old Word document (.doc), which cannot be read. Open it in Word, choose File → Save As, type “Word Document (*.docx)”, and choose the new .docx file.",
  },
  otherDocument: {
    code: "unsupported-format",
    vi: "Tệp “{file}” là văn bản dạng khác (.rtf, .odt hoặc Word XML), không đọc được. Hãy mở bằng Word hoặc LibreOffice, lưu lại thành .docx rồi chọn tệp .docx vừa lưu.",
    en: "The file “{file}” is a text document of another format (.rtf, .odt or Word XML), which cannot be read. Open it in Word or LibreOffice, save it as .docx and choose the new file.",
  },
  presentation: {
    code: "unsupported-format",
    vi: "Tệp “{file}” là tệp trình chiếu, không phải bảng tính. Hãy chép bảng sang tệp Excel mẫu của đơn vị rồi gửi tệp Excel.",
    en: "The file “{file}” is a presentation, not a workbook. Copy the table into the unit's Excel template and submit the Excel file.",
  },
  openDocumentOther: {
    code: "unsupported-format",
    vi: "Tệp “{file}” là tài liệu OpenDocument nhưng không phải bảng tính. Hãy chép bảng sang tệp Excel mẫu của đơn vị rồi gửi tệp Excel.",
    en: "The file “{file}” is an OpenDocument file but not a spreadsheet. Copy the table into the unit's Excel template and submit the Excel file.",
  },
  oldExcel: {
    code: "unsupported-format",
    vi: "Tệp “{file}” do Excel 95 trở về trước tạo ra, không đọc được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi chọn lại tệp.",
    en: "The file “{file}” was made by Excel 95 or older and cannot be read. Open it in Excel, save it as .xlsx and try again.",
  },
  spreadsheetXml: {
    code: "unsupported-format",
    vi: "Tệp “{file}” là bảng tính dạng XML 2003, chưa đọc được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi chọn lại tệp.",
    en: "The file “{file}” is an XML 2003 spreadsheet, which cannot be read. Open it in Excel, save it as .xlsx and try again.",
  },
  sylk: {
    code: "unsupported-format",
    vi: "Tệp “{file}” là bảng tính dạng SYLK (.slk), chưa đọc được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi nộp lại.",
    en: "The file “{file}” is a SYLK spreadsheet (.slk), which cannot be read. Open it in Excel, save it as .xlsx and try again.",
  },
  archive: {
    code: "not-a-workbook",
    vi: "Tệp “{file}” là tệp nén. Hãy giải nén rồi chọn các tệp Excel bên trong.",
    en: "The file “{file}” is an archive. Unpack it and choose the Excel files inside.",
  },
  webPage: {
    code: "not-a-workbook",
    vi: "Tệp “{file}” thực ra là trang web (HTML) và không có bảng nào đọc được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi chọn lại tệp.",
    en: "The file “{file}” is really a web page (HTML) without a table that can be read. Open it in Excel, save it as .xlsx and try again.",
  },
  lettersLost: {
    code: "letters-lost",
    vi: "Tệp “{file}” đã mất chữ tiếng Việt: nhiều chữ thành dấu “?” vì được lưu bằng bảng mã không có tiếng Việt, không khôi phục được từ tệp này. Hãy mở tệp gốc bằng Excel, lưu lại thành .xlsx, hoặc kiểu “CSV UTF-8”, rồi chọn lại tệp.",
    en: "The file “{file}” has lost its Vietnamese letters: many became “?” because it was saved in a code page without them, and they cannot be restored from this file. Open the original in Excel, save it as .xlsx or as “CSV UTF-8”, and choose that file.",
  },
  pdf: {
    code: "not-a-workbook",
    vi: "Tệp “{file}” là tệp PDF, không phải bảng tính. Hãy xin đơn vị gửi tệp Excel hoặc Word.",
    en: "The file “{file}” is a PDF, not a workbook. Ask the unit for the Excel or Word file.",
  },
  picture: {
    code: "not-a-workbook",
    vi: "Tệp “{file}” là hình ảnh, không phải bảng tính. Hãy xin đơn vị gửi tệp Excel hoặc Word.",
    en: "The file “{file}” is a picture, not a workbook. Ask the unit for the Excel or Word file.",
  },
  empty: {
    code: "not-a-workbook",
    vi: "Tệp “{file}” trống (0 byte). Hãy chép lại tệp hoặc xin đơn vị gửi lại.",
    en: "The file “{file}” is empty (0 bytes). Copy it again or ask the unit to send it again.",
  },
  notAWorkbook: {
    code: "not-a-workbook",
    vi: "Tệp “{file}” không phải bảng tính. Hãy chọn tệp Excel (.xlsx, .xls), LibreOffice (.ods), Word (.docx) hoặc bảng CSV.",
    en: "The file “{file}” is not a workbook. Choose an Excel (.xlsx, .xls), LibreOffice (.ods), Word (.docx) or CSV file.",
  },
} as const satisfies Record<string, FaultText>;

export type Fault = keyof typeof FAULTS;

/** Thrown inside `files/` and turned into a `FileError` at its border, see `readWorkbook`. */
export class FileFault extends Error {
  constructor(readonly fault: Fault) {
    super(fault);
    this.name = "FileFault";
  }
}

const WORD_NAME = /\.do[ct][xm]?$/i;

/** What Word, not Excel, has to open: an encrypted file does not say which of the two it is, its name does. */
const FAULTS_OF_DOCUMENTS: Partial<Record<Fault, Fault>> = {
  damaged: "damagedDocument",
  encrypted: "encryptedDocument",
};

const MEGABYTE = 1024 * 1024;

/** The bounds as they stand in the texts. */
const BOUNDS: Readonly<Record<string, number>> = {
  fileMegabytes: MAX_FILE_BYTES / MEGABYTE,
  parts: MAX_ZIP_ENTRIES,
  inflatedMegabytes: MAX_INFLATED_BYTES / MEGABYTE,
  ratio: MAX_INFLATE_RATIO,
  cells: MAX_CELLS,
  rows: MAX_ROWS,
  filledRows: MAX_FILLED_ROWS,
  allCharacters: MAX_CHARACTERS,
  columns: MAX_COLUMNS,
  characters: MAX_CELL_TEXT,
  marks: MAX_MARKS,
  spannedCells: MAX_SPANNED_CELLS,
  merges: MAX_MERGES,
  mergedCells: MAX_MERGED_CELLS,
  records: MAX_RECORDS,
  partRecords: MAX_PART_RECORDS,
  sharedTexts: MAX_SHARED_STRINGS,
  documentMegabytes: MAX_DOCUMENT_BYTES / MEGABYTE,
  libraryMegabytes: MAX_LIBRARY_BYTES / MEGABYTE,
  documentTags: MAX_DOCUMENT_TAGS,
  libraryTags: MAX_LIBRARY_TAGS,
  pageTags: MAX_PAGE_TAGS,
  pageTables: MAX_PAGE_TABLES,
  tagAttributes: MAX_TAG_ATTRIBUTES,
  nesting: MAX_NESTING,
  details: MAX_DETAILS,
  formats: MAX_NUMBER_FORMATS,
  propertyMegabytes: MAX_PROPERTIES_BYTES / MEGABYTE,
  sheetName: MAX_SHEET_NAME,
  fetchSeconds: MAX_FETCH_SECONDS,
};

/**
 * The error for people: what is wrong with `file`, which bound it exceeds, and what to do next.
 * @param seconds the time that the file had, for `takesTooLong`
 */
export function fileError(fault: Fault, file: string, language: Language, seconds = 0): FileError {
  const text = FAULTS[(WORD_NAME.test(file) && FAULTS_OF_DOCUMENTS[fault]) || fault];
  const inLanguage = new Intl.NumberFormat(language);
  const bounds = { ...BOUNDS, seconds };
  const message = text[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    if (name === "file") return file;
    const bound = Object.entries(bounds).find(([key]) => key === name)?.[1];
    return bound === undefined ? placeholder : inLanguage.format(bound);
  });
  return { code: text.code, message };
}
