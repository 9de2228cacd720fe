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
function sheetInUnicode(grid: Grid): Grid {
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

type Fonts = readonly (string | null)[];
type Decode = (text: string, font: string | null) => DecodedText | null;

/** Null when `decode` finds nothing to decode. */
function mapTexts({ values, fonts }: Grid, decode: Decode): readonly (readonly CellValue[])[] | null {
  let mapped: (readonly CellValue[])[] | null = null;
  for (const [rowIndex, row] of values.entries()) {
    const converted = mapRow(row, fonts?.[rowIndex], decode);
    if (converted === null) continue;
    mapped ??= [...values];
    mapped[rowIndex] = converted;
  }
  return mapped;
}

/** Null when nothing is decoded: the rows of most sheets stay, and nothing is made for them. */
function mapRow(row: readonly CellValue[], fonts: Fonts | undefined, decode: Decode): CellValue[] | null {
  let mapped: CellValue[] | null = null;
  for (const [column, value] of row.entries()) {
    if (typeof value !== "string") continue;
    const decoded = decode(value, fonts?.[column] ?? null);
    if (decoded === null) continue;
    mapped ??= [...row];
    mapped[column] = decoded.text;
  }
  return mapped;
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
