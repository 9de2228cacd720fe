/**
 * What an .xlsx file says, read back by the library that wrote it; the input rules from the XML itself, since the
 * library leaves out those that restrict nothing.
 */
import { DOMParser, type Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx, type Cell, type Sheet } from "hucre/xlsx";
import { cellAddress } from "../../../../src/domain/grid";
import { serialFromIso } from "../../../../src/excel/serialDates";
import type { SheetSpec, WorkbookSpec } from "../../../../src/layout/sheetSpec";
import {
  addresses,
  cellsOf,
  describedArea,
  namedEdges,
  rounded,
  shortReference,
  type CellDescription,
  type PrintDescription,
  type SheetDescription,
  type ValidationDescription,
  type WorkbookDescription,
} from "./description";

export async function describeFile(bytes: Uint8Array, spec: WorkbookSpec): Promise<WorkbookDescription> {
  const workbook = await readXlsx(bytes, { readStyles: true });
  const parts = unzipSync(bytes);
  const userNames = (workbook.namedRanges ?? []).filter(({ name }) => !name.startsWith("_xlnm."));
  return {
    sheets: spec.sheets.map((sheetSpec) => {
      const index = workbook.sheets.findIndex(({ name }) => name === sheetSpec.name);
      const xml = strFromU8(parts[`xl/worksheets/sheet${index + 1}.xml`] ?? new Uint8Array());
      const sheet = workbook.sheets[index];
      if (!sheet) throw new Error(`The file has no sheet ${sheetSpec.name}`);
      const reserved = (workbook.namedRanges ?? []).filter(({ scope }) => scope === sheet.name);
      return { ...describeSheet(sheet, sheetSpec, reserved), validations: describeValidations(xml) };
    }),
    names: Object.fromEntries(userNames.map(({ name, range }) => [name, shortReference(range)])),
    properties: Object.fromEntries(
      Object.entries(workbook.properties?.custom ?? {}).map(([key, value]) => [key, String(value)])
    ),
    activeSheet: workbook.sheets[workbook.activeSheet ?? 0]?.name ?? "",
  };
}

type ReservedName = { readonly name: string; readonly range: string };

function describeSheet(
  sheet: Sheet,
  spec: SheetSpec,
  reserved: readonly ReservedName[]
): Omit<SheetDescription, "validations"> {
  const cells = cellsOf(describedArea(spec)).map(({ row, column }) => ({
    row,
    column,
    cell: cellOf(sheet, row, column),
  }));
  return {
    name: sheet.name,
    visibility: sheet.veryHidden ? "VeryHidden" : sheet.hidden ? "Hidden" : "Visible",
    tabColor: color(sheet.view?.tabColor),
    gridlines: sheet.view?.showGridLines ?? true,
    frozen: sheet.freezePane
      ? { rows: sheet.freezePane.rows ?? 0, columns: sheet.freezePane.columns ?? 0 }
      : null,
    columns: spec.columns.map((_, index) => {
      const column = sheet.columns?.[index];
      return column?.hidden ? null : rounded(((column?.width ?? 0) * 7 - 5) / 7);
    }),
    rowHeights: Object.fromEntries(
      spec.rowHeights.map(({ row }) => [row, sheet.rowDefs?.get(row)?.height ?? 0])
    ),
    cells: Object.fromEntries(
      cells.map(({ row, column, cell }) => [cellAddress(row, column), describeCell(cell)])
    ),
    edges: Object.fromEntries(cells.flatMap(({ row, column, cell }) => edgesOf(row, column, cell))),
    merges: addresses(
      (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
        top: startRow,
        left: startCol,
        bottom: endRow,
        right: endCol,
      }))
    ),
    conditionalFormats: [...(sheet.conditionalRules ?? [])]
      .sort((one, other) => one.priority - other.priority)
      .map((rule) => ({
        area: rule.range,
        type: rule.type,
        rule: rule.dataBar ? rule.dataBar.cfvo.map(({ value }) => value ?? "") : [rule.formula ?? ""].flat(),
        fillColor:
          rule.style?.fill?.type === "pattern" ? color(rule.style.fill.bgColor) : color(rule.dataBar?.color),
        fontColor: color(rule.style?.font?.color),
      })),
    tables: (sheet.tables ?? []).map(({ name, range, style }) => ({
      name,
      area: range ?? "",
      style: style ?? "",
    })),
    print: describePrint(sheet, spec, reserved),
    protection: sheet.protection
      ? {
          formatCells: sheet.protection.formatCells ?? false,
          insertRows: sheet.protection.insertRows ?? false,
        }
      : null,
  };
}

function describeValidations(sheetXml: string): readonly ValidationDescription[] {
  const document = new DOMParser().parseFromString(sheetXml, "text/xml");
  return Array.from(document.getElementsByTagName("dataValidation"), (element) => {
    const attribute = (name: string) => element.getAttribute(name) ?? "";
    const isOn = (name: string) => ["1", "true"].includes(attribute(name));
    const type = attribute("type") || "none";
    return {
      area: attribute("sqref"),
      type: VALIDATION_TYPES[type] ?? type,
      rule: type === "list" ? listValues(childText(element, "formula1")) : bounds(element),
      ignoreBlanks: isOn("allowBlank"),
      prompt:
        isOn("showInputMessage") && attribute("prompt") !== ""
          ? [attribute("promptTitle"), attribute("prompt")]
          : null,
      alert:
        isOn("showErrorMessage") && attribute("error") !== ""
          ? [attribute("errorStyle") || "stop", attribute("errorTitle"), attribute("error")]
          : null,
    };
  });
}

const VALIDATION_TYPES: Readonly<Record<string, string>> = { none: "any", whole: "wholeNumber" };

function childText(element: Element, name: string): string | null {
  return element.getElementsByTagName(name).item(0)?.textContent ?? null;
}

function bounds(element: Element): readonly string[] {
  return ["formula1", "formula2"].flatMap((name) => childText(element, name) ?? []);
}

/** `"x,có"` with its quotes. */
function listValues(formula: string | null): readonly string[] {
  return (formula ?? "").replace(/^"|"$/g, "").split(",");
}

/** The library keeps details of cells only where there are any. */
function cellOf(sheet: Sheet, row: number, column: number): Cell {
  const value = sheet.rows[row]?.[column] ?? null;
  return sheet.cells?.get(`${row},${column}`) ?? { value, type: value === null ? "empty" : "string" };
}

function describeCell(cell: Cell): CellDescription {
  const { font, fill, alignment, numFmt, protection } = cell.style ?? {};
  const isFormula = cell.formula !== undefined;
  return {
    value: isFormula ? null : plainValue(cell),
    formula: isFormula ? `=${cell.formula}` : null,
    numberFormat: numFmt ?? "General",
    fontName: font?.name ?? "Calibri",
    fontSize: font?.size ?? 11,
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    fontColor: color(font?.color) ?? "#000000",
    fillColor: fill?.type === "pattern" && fill.pattern === "solid" ? color(fill.fgColor) : null,
    horizontal: alignment?.horizontal ?? "general",
    vertical: alignment?.vertical ?? "bottom",
    wrapText: alignment?.wrapText ?? false,
    locked: protection?.locked ?? true,
  };
}

function plainValue(cell: Cell): CellDescription["value"] {
  if (cell.richText) return cell.richText.map(({ text }) => text).join("");
  const value = cell.value ?? null;
  if (value instanceof Date) return serialFromIso(value.toISOString().slice(0, 10));
  if (typeof value === "object" && value !== null) throw new Error("Unexpected kind of cell");
  return value === "" ? null : value;
}

function edgesOf(row: number, column: number, cell: Cell): readonly [string, string][] {
  const border = cell.style?.border;
  const edge = (side: "top" | "bottom" | "left" | "right") =>
    border?.[side]?.style === "thin" ? (color(border[side].color) ?? "#000000") : null;
  return namedEdges(row, column, {
    top: edge("top"),
    bottom: edge("bottom"),
    left: edge("left"),
    right: edge("right"),
  });
}

function describePrint(
  sheet: Sheet,
  spec: SheetSpec,
  reserved: readonly ReservedName[]
): PrintDescription | null {
  const { pageSetup, headerFooter } = sheet;
  if (!pageSetup || !spec.print) return null;
  const inches = pageSetup.margins ?? {};
  const local = (range: string | undefined) => range?.replace(/^.*!/, "").replace(/\$/g, "");
  const reservedRange = (name: string) => local(reserved.find((entry) => entry.name === name)?.range);
  return {
    paper: (pageSetup.paperSize ?? "").toUpperCase(),
    orientation: pageSetup.orientation ?? "portrait",
    pagesWide: pageSetup.fitToPage ? (pageSetup.fitToWidth ?? null) : null,
    pagesHigh: pageSetup.fitToPage ? pageSetup.fitToHeight || null : null,
    margins: [inches.top, inches.right, inches.bottom, inches.left].map((inch) => rounded((inch ?? 0) * 72)),
    centered: pageSetup.horizontalCentered ?? false,
    area: reservedRange("_xlnm.Print_Area") ?? local(pageSetup.printArea) ?? "",
    titleRows: reservedRange("_xlnm.Print_Titles") ?? local(pageSetup.printTitlesRow) ?? null,
    footer: headerFooter?.oddFooter ?? "",
  };
}

/** `FF123456`, `123456` or `{rgb}` → `#123456`. */
function color(value: string | { readonly rgb?: string } | undefined): string | null {
  const rgb = typeof value === "string" ? value : value?.rgb;
  return rgb === undefined ? null : `#${rgb.slice(-6).toUpperCase()}`;
}
