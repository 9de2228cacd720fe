/** Workbooks with text of legacy fonts, read as Unicode. What was typed is kept beside it. */
import type { CellValue, Grid, WorkbookContent } from "../grid";
import {
  type DecodedText,
  decodeAmongLegacyText,
  decodeLegacyText,
  isUnicodeVietnamese,
  type LegacyEncoding,
} from "./legacyFonts";

/** The workbook with every text in Unicode; the same object when nothing had to be converted. */
export function inUnicode(workbook: WorkbookContent): WorkbookContent {
  const sheets = workbook.sheets.map(sheetInUnicode);
  return sheets.every((sheet, index) => sheet === workbook.sheets[index])
    ? workbook
    : { ...workbook, sheets };
}

/** The sheet with every text in Unicode and the cells as typed in `typed`; the same object when nothing changes. */
export function sheetInUnicode(grid: Grid): Grid {
  if (grid.typed) return grid;
  const converted = mapTexts(grid, (text, font) => decodeLegacyText(text, font ?? undefined));
  if (converted === null) return grid;
  const encoding = encodingOfSheet(grid);
  const values =
    encoding === null
      ? converted
      : (mapTexts({ ...grid, values: converted }, (text) => decodeAmongLegacyText(text, encoding)) ??
        converted);
  return { ...grid, values, typed: grid.values };
}

/** Null when `decode` finds nothing to decode. */
function mapTexts(
  { values, fonts }: Grid,
  decode: (text: string, font: string | null) => DecodedText | null
): readonly (readonly CellValue[])[] | null {
  let changed = false;
  const mapped = values.map((row, rowIndex) =>
    row.map((value, column) => {
      if (typeof value !== "string") return value;
      const decoded = decode(value, fonts?.[rowIndex]?.[column] ?? null);
      changed ||= decoded !== null;
      return decoded?.text ?? value;
    })
  );
  return changed ? mapped : null;
}

/** The encoding that most texts of the sheet have; null when texts in Unicode prevail or the sheet is too small to say. */
function encodingOfSheet(grid: Grid): LegacyEncoding | null {
  const texts = grid.values.flat().filter((value) => typeof value === "string");
  const decoded = texts.flatMap((text) => decodeLegacyText(text) ?? []);
  const unicode = texts.filter(isUnicodeVietnamese).length;
  if (decoded.length < FEWEST || decoded.length <= unicode) return null;
  const tcvn3 = decoded.filter(({ encoding }) => encoding === "tcvn3").length;
  return tcvn3 * 2 >= decoded.length ? "tcvn3" : "vni";
}

const FEWEST = 3;
