import { MOST_MARKS } from "../domain/text/composing";

/** What a file may cost before it is refused. A district's workbook is well under 1 MB; these leave two orders of room. */

/** Bytes of the file itself. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Parts inside a zipped workbook. */
export const MAX_ZIP_ENTRIES = 2000;

/** Bytes of all parts that are read, after inflating. */
export const MAX_INFLATED_BYTES = 200 * 1024 * 1024;

/** A part that inflates beyond `RATIO_FREE_BYTES` may not be more than this many times its packed size. */
export const MAX_INFLATE_RATIO = 500;
export const RATIO_FREE_BYTES = 20 * 1024 * 1024;

/**
 * Cells of a workbook, counted from the first column of each sheet that holds anything to the last cell of each row; an
 * empty row between others counts as one.
 */
export const MAX_CELLS = 2_000_000;

/**
 * Rows of a workbook with anything in them: a hundred times the reports of a province. Each is looked at for headings, and
 * the pane waits meanwhile.
 */
export const MAX_FILLED_ROWS = 200_000;

/** Characters that Excel can hold in one cell. */
export const MAX_CELL_TEXT = 32_767;

/** Combining marks in a row: Unicode's own bound for texts that are read as they come (UAX #15). */
export const MAX_MARKS = MOST_MARKS;

/** Characters in all cells of a workbook together: a hundred times what a province writes. */
export const MAX_CHARACTERS = 40_000_000;

/** Bytes of the text of a Word document with its markup: some nine thousand rows. */
export const MAX_DOCUMENT_BYTES = 8 * 1024 * 1024;

/** Tags in that text: as many as Word writes into so many bytes. Each becomes a part of a tree. */
export const MAX_DOCUMENT_TAGS = 300_000;

/** Bytes of the parts of a workbook that only the library can read: it needs up to ten times as much memory. */
export const MAX_LIBRARY_BYTES = 40 * 1024 * 1024;

/** Tags of those parts besides the cells: the library makes trees of them. */
export const MAX_LIBRARY_TAGS = 600_000;

/**
 * Opening tags of a web page, as many closing ones, and as many attributes of all of them; and tags of a workbook of
 * LibreOffice.
 */
export const MAX_PAGE_TAGS = 1_000_000;

/** Tables of a web page, each of which costs as much as some eight tags more. */
export const MAX_PAGE_TABLES = 20_000;

/** Attributes of one tag of a web page. */
export const MAX_TAG_ATTRIBUTES = 1000;

/** Records of an .xls, most of which are cells. */
export const MAX_RECORDS = 1_500_000;

/** Records of one part of an .xlsb. */
export const MAX_PART_RECORDS = 3_000_000;

/** Rows and columns of a sheet of Excel. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Cells between the first cell of a sheet and its last row and column, filled or not. */
export const MAX_SPANNED_CELLS = 20_000_000;

/** Merged areas of a workbook. */
export const MAX_MERGES = 200_000;

/**
 * Cells that the merged areas of a sheet cover between its first row and column and its last ones; a cell counts for each
 * area that covers it. Areas that do not overlap cover no cell twice, tall ones of whole columns among them.
 */
export const MAX_MERGED_CELLS = 20_000_000;

/** Texts that the cells of a workbook share. */
export const MAX_SHARED_STRINGS = 4_000_000;

/** Styles, formats, properties of a workbook, and relations of its parts: of each kind so many. Excel allows 65.490 styles. */
export const MAX_DETAILS = 100_000;

/** Number formats of a workbook that are not built in: Excel allows 250. */
export const MAX_NUMBER_FORMATS = 5_000;

/** Bytes of a part that says what a workbook is called, who wrote it, and the like. */
export const MAX_PROPERTIES_BYTES = 4 * 1024 * 1024;

/** Characters in the name of a sheet: Excel allows 31, others somewhat more. Whatever is said of a cell repeats it. */
export const MAX_SHEET_NAME = 255;

/** Characters of an error value: `#GETTING_DATA` is the longest of Excel. */
export const MAX_ERROR_CODE = 20;

/** Elements inside each other, in any XML that is read by going into it. */
export const MAX_NESTING = 1000;

/** Seconds in which a drive has to hand over the bytes of a file. */
export const MAX_FETCH_SECONDS = 60;

/** Seconds that reading a file of so many bytes may take: the slowest machines need a tenth of them. */
export function readSeconds(bytes: number): number {
  return 20 + Math.ceil(bytes / (1024 * 1024));
}
