import { WorkbookFileError, type FileErrorCode } from "../files/fileError";
import { readFile, type ReadFile } from "../files/openWorkbook";

/** A workbook to show: a file that was read, or an empty one. */
export interface Book {
  /** Without its ending, as the title bar shows it. */
  readonly name: string;
  readonly file: ReadFile | undefined;
}

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const ENDING = ".xlsx";

/** What an empty workbook is called, counting on as Excel does. */
export function newBook(number: number): Book {
  return { name: `Sổ tính${number}`, file: undefined };
}

/** @throws WorkbookFileError */
export async function readBook(fileName: string, bytes: Uint8Array): Promise<Book> {
  const name = fileName.toLowerCase().endsWith(ENDING) ? fileName.slice(0, -ENDING.length) : fileName;
  return { name, file: await readFile(bytes) };
}

/** Hands a file to the browser, which keeps it where it keeps downloads. */
export function download(fileName: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: XLSX_TYPE }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // the browser may still be reading it
}

const REASONS: Readonly<Record<FileErrorCode, string>> = {
  notAWorkbook: "đây không phải là sổ tính .xlsx. Hãy mở tệp bằng Excel, lưu lại thành .xlsx rồi mở lại.",
  encrypted:
    "tệp có mật khẩu hoặc thuộc loại Excel cũ (.xls). Hãy bỏ mật khẩu hoặc lưu lại thành .xlsx bằng Excel rồi mở lại.",
  damaged: "tệp bị hỏng hoặc tải về chưa đủ. Hãy chép lại tệp, hoặc mở và lưu lại bằng Excel rồi thử lại.",
  tooLarge: "tệp quá lớn. Hãy xóa bớt hình ảnh, trang và hàng không cần thiết rồi thử lại.",
};

/** What to tell the user when a file could not be opened. */
export function refusal(fileName: string, error: unknown): string {
  const reason =
    error instanceof WorkbookFileError
      ? REASONS[error.code]
      : "không đọc được tệp. Hãy thử lại hoặc chọn tệp khác.";
  return `Không mở được “${fileName}”: ${reason}`;
}
