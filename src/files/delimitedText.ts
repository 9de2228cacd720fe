/** Tables as plain text: comma, semicolon, tab or bar between the cells. */
import { decodeText } from "./decodeText";
import { FileFault } from "./fileErrors";
import { firstRows, parseTable } from "./separatedValues";

const SEPARATORS = [",", ";", "\t", "|"] as const;

/** Rows, and cells in them, that tell what separates the cells of a file. */
const SAMPLE = { rows: 2000, cells: 100_000 };

/** Extensions that promise a table; content under another name must look like one beyond doubt. */
const TABLE_EXTENSION = /\.(csv|tsv|tab)$/i;

/**
 * Rows of a text table; cells are text exactly as written, empty ones `null`.
 * Throws `FileFault` when the bytes are no text, or text that is no table, and those of `parseTable`.
 */
export function parseDelimitedText(bytes: Uint8Array, file: string): (string | null)[][] {
  const decoded = decodeText(bytes);
  refuseMarkup(decoded);
  refuseLostLetters(decoded);
  const [text, separators] = statedSeparator(decoded);
  const agreeing = separators.map((separator) => ({
    separator,
    ...columnAgreement(firstRows(text, separator, SAMPLE)),
  }));
  const best = agreeing.reduce((a, b) => (b.rows > a.rows ? b : a));
  const { rows, swallowed } = parseTable(text, best.separator);
  if (!looksLikeTable(rows, TABLE_EXTENSION.test(file))) throw new FileFault("notAWorkbook");
  if (swallowed) throw new FileFault("unclosedQuote");
  return rows.map((row) => row.map((cell) => (cell === "" ? null : cell)));
}

/** Excel's own first line "sep=;", which says how the others are separated. */
function statedSeparator(text: string): readonly [text: string, separators: readonly string[]] {
  const stated = /^sep=(.)\r?\n/i.exec(text);
  return stated ? [text.slice(stated[0].length), [stated[1] ?? ","]] : [text, SEPARATORS];
}

/** Web pages are read elsewhere; of other markup only the most frequent has a name. */
function refuseMarkup(text: string): void {
  const start = text.slice(0, 2000).trimStart().toLowerCase();
  if (!start.startsWith("<")) return;
  if (start.includes("urn:schemas-microsoft-com:office:spreadsheet")) throw new FileFault("spreadsheetXml");
  if (start.includes("wordml") || start.includes("wordprocessingml")) throw new FileFault("otherDocument");
  throw new FileFault("notAWorkbook");
}

const WORD = /[\p{L}\p{M}?\uFFFD]+/gu;
/** A question mark, or the sign of a character that could not be read, in front of a letter of the same word. */
const LOST_LETTER = /[?\uFFFD]\p{L}/u;

/** Characters from the start that tell whether letters were lost. */
const LETTERS_SAMPLE = 200_000;

/** Saved in a code page without Vietnamese letters, "Số văn bản" has become "S? v?n b?n": nothing can bring it back. */
function refuseLostLetters(text: string): void {
  const sample = text.slice(0, LETTERS_SAMPLE);
  const lost = sample.match(WORD)?.filter((word) => LOST_LETTER.test(word)).length ?? 0;
  if (lost < 3) return;
  const words = sample.match(/\p{L}[\p{L}\p{M}]*/gu)?.length ?? 0;
  if (lost * 20 >= words) throw new FileFault("lettersLost");
}

/** The most frequent number of cells among the rows that the separator splits, and how many rows have it. */
function columnAgreement(rows: readonly (readonly unknown[])[]): {
  columns: number;
  rows: number;
  split: number;
} {
  const counts = new Map<number, number>();
  for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const split = Array.from(counts.values()).reduce((sum, count) => sum + count, 0);
  const [columns, agreeing] = Array.from(counts).reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  return { columns, rows: agreeing, split };
}

/** Prose has commas too, but seldom the same number of them, two or more, in most of its lines. */
function looksLikeTable(rows: readonly (readonly unknown[])[], namedAsTable: boolean): boolean {
  const { columns, rows: agreeing, split } = columnAgreement(rows);
  if (namedAsTable) return columns >= 2;
  return columns >= 3 && agreeing >= 2 && agreeing * 2 >= split;
}
