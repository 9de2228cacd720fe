/**
 * A fast reader of the .xlsx that Excel and its like write. Whatever is unusual it leaves to the general one: it never
 * guesses.
 */
import type { CellValue, Grid } from "../../domain/grid";
import { boundedSheets } from "../boundedSheets";
import { FileFault } from "../fileErrors";
import { MAX_CELLS, MAX_SPANNED_CELLS } from "../limits";
import type { ZipDirectory } from "../openZip";
import type { SheetsAndProperties } from "../readOoxml";
import { isWorksheet } from "../sheetKinds";
import { readCustomProperties, readModified } from "./properties";
import { folderOf, readRelations, type Relation, relationsPath } from "./relations";
import { NO_STRINGS, readSharedStrings } from "./sharedStrings";
import { readSheetPart, type SheetContext, type SheetPart } from "./sheet";
import { readDateStyles } from "./styles";
import { readWorkbookPart, type WorkbookSheet } from "./workbook";
import { NOT_HANDLED, notHandled } from "./xmlBytes";

/** Gives the bytes of a part; undefined when the package has none of this name. */
type Parts = (path: string) => Uint8Array | undefined;

/**
 * Sheets and properties of a workbook, the same as the general reader gives; undefined when the file has something that
 * only the general reader copes with. Throws `FileFault`: those of the zip and of `boundedSheets`.
 */
export function readUsualXlsx(zip: ZipDirectory): SheetsAndProperties | undefined {
  try {
    return readPackage(zip.openParts());
  } catch (error) {
    if (error === NOT_HANDLED) return undefined;
    throw error;
  }
}

function readPackage(parts: Parts): SheetsAndProperties {
  const root = readRelations(neededPart(parts, "_rels/.rels"), "");
  const path = root.find(({ type }) => type === "officeDocument")?.path ?? notHandled();
  const workbook = readWorkbookPart(neededPart(parts, path));
  const relations = readRelations(neededPart(parts, relationsPath(path)), folderOf(path));
  const context: SheetContext = {
    strings: readWith(parts, relations, "sharedStrings", readSharedStrings) ?? NO_STRINGS,
    dateStyles: readWith(parts, relations, "styles", readDateStyles) ?? [],
    date1904: workbook.date1904,
  };
  const related = new Map(relations.map((relation) => [relation.id, relation]));
  if (related.size < relations.length) notHandled();
  const custom = parts("docProps/custom.xml");
  const core = parts("docProps/core.xml");
  const readSheets = function* (): Generator<Grid> {
    for (const sheet of workbook.sheets) {
      const { type, path: sheetPath } = related.get(sheet.relation) ?? notHandled();
      // A sheet that holds only a chart or a dialog has no cells.
      if (isWorksheet(type)) yield toGrid(sheet, readSheetPart(neededPart(parts, sheetPath), context));
    }
  };
  return {
    sheets: boundedSheets(readSheets()),
    properties: custom ? readCustomProperties(custom) : {},
    modified: core ? readModified(core) : null,
  };
}

function neededPart(parts: Parts, path: string): Uint8Array {
  return parts(path) ?? notHandled();
}

function readWith<T>(
  parts: Parts,
  relations: readonly Relation[],
  type: string,
  read: (bytes: Uint8Array) => T
): T | undefined {
  const path = relations.find((relation) => relation.type === type)?.path;
  if (path === undefined) return undefined;
  const part = parts(path);
  // What cells refer to by number: without it texts would be missing, and dates be numbers.
  if (part === undefined) throw new FileFault("damaged");
  return read(part);
}

const EMPTY_ROW: readonly CellValue[] = [];

/** The sheet cut to its used range. */
function toGrid({ name, hidden }: WorkbookSheet, part: SheetPart): Grid {
  const { rows } = part;
  const top = rows[0]?.row ?? 0;
  const bottom = rows[rows.length - 1]?.row ?? -1;
  const left = rows.reduce((least, row) => Math.min(least, row.left), rows[0]?.left ?? 0);
  const right = rows.reduce((most, row) => Math.max(most, row.left + row.cells.length - 1), -1);
  const cells = rows.reduce((sum, row) => sum + row.left - left + row.cells.length, 0);
  if (cells > MAX_CELLS || (bottom + 1) * (right + 1) > MAX_SPANNED_CELLS)
    throw new FileFault("tooManyCells");
  const values = new Array<readonly CellValue[]>(bottom < 0 ? 0 : bottom - top + 1).fill(EMPTY_ROW);
  for (const row of rows) {
    values[row.row - top] =
      row.left === left ? row.cells : [...new Array<null>(row.left - left).fill(null), ...row.cells];
  }
  return {
    sheet: name,
    top,
    left,
    values,
    merges: part.merges,
    hidden,
    hiddenRows: part.hiddenRows.filter((row) => row <= bottom),
    hiddenColumns: part.hiddenColumns.flatMap(({ first, last }) =>
      columnsBetween(first, Math.min(last, right))
    ),
  };
}

function columnsBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
