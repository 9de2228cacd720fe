/** What the open workbook says through Office.js. */
import { areaAddress, cellAddress } from "../../../../src/domain/grid";
import { AREA_PROPERTIES, areaOf, rangeOf } from "../../../../src/excel/ranges";
import { serialFromIso } from "../../../../src/excel/serialDates";
import type { SheetSpec, WorkbookSpec } from "../../../../src/layout/sheetSpec";
import { charactersFromPoints } from "../../../support/columnWidths";
import {
  addresses,
  cellsOf,
  describedArea,
  namedEdges,
  rounded,
  shortReference,
  type CellDescription,
  type ConditionalFormatDescription,
  type PrintDescription,
  type SheetDescription,
  type ValidationDescription,
  type WorkbookDescription,
} from "./description";

/** The spec says where to look: which cells, columns, rows and validated areas. Two syncs. */
export async function describeOpenWorkbook(spec: WorkbookSpec): Promise<WorkbookDescription> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    const active = workbook.worksheets.getActiveWorksheet().load("name");
    const names = workbook.names.load("items/name,items/formula");
    const properties = workbook.properties.custom.load("items/key,items/value");
    const probes = spec.sheets.map((sheet) => probeSheet(workbook.worksheets.getItem(sheet.name), sheet));
    await context.sync();
    const formats = probes.map(({ conditionalFormats }) => conditionalFormats.items.map(probeFormat));
    await context.sync();
    return {
      sheets: probes.map((probe, index) => ({
        ...describeSheet(probe),
        conditionalFormats: (formats[index] ?? []).map(describeFormat),
      })),
      names: Object.fromEntries(
        names.items.map(({ name, formula }) => [name, shortReference(String(formula).replace(/^=/, ""))])
      ),
      properties: Object.fromEntries(properties.items.map(({ key, value }) => [key, String(value)])),
      activeSheet: active.name,
    };
  });
}

type SheetProbe = ReturnType<typeof probeSheet>;

function probeSheet(sheet: Excel.Worksheet, spec: SheetSpec) {
  const area = describedArea(spec);
  const merged = rangeOf(sheet, area).getMergedAreasOrNullObject();
  const page = sheet.pageLayout.load(
    "paperSize,orientation,zoom,topMargin,rightMargin,bottomMargin,leftMargin,centerHorizontally"
  );
  return {
    spec,
    area,
    sheet: sheet.load("name,visibility,tabColor,showGridlines"),
    contents: rangeOf(sheet, area).load("values,formulas,numberFormat"),
    frozen: sheet.freezePanes.getLocationOrNullObject().load(AREA_PROPERTIES),
    protection: sheet.protection.load("protected,options"),
    merged,
    mergedRanges: merged.areas.load(AREA_PROPERTIES),
    columns: spec.columns.map((_, column) =>
      sheet.getRangeByIndexes(0, column, 1, 1).load("columnHidden,format/columnWidth")
    ),
    rows: spec.rowHeights.map(({ row }) => ({
      row,
      range: sheet.getRangeByIndexes(row, 0, 1, 1).load("format/rowHeight"),
    })),
    looks: rangeOf(sheet, area).getCellProperties(LOOK),
    validations: spec.validations.map((validation) => ({
      area: areaAddress(validation.area),
      found: rangeOf(sheet, validation.area).dataValidation.load("type,rule,prompt,errorAlert,ignoreBlanks"),
    })),
    conditionalFormats: sheet.getRange().conditionalFormats.load("items/type,items/priority"),
    tables: spec.tables.map(({ name }) => {
      const table = sheet.tables.getItem(name).load("name,style");
      return { table, range: table.getRange().load(AREA_PROPERTIES) };
    }),
    page,
    printArea: page.getPrintAreaOrNullObject().load("address"),
    titleRows: page.getPrintTitleRowsOrNullObject().load("rowIndex,rowCount"),
    footer: page.headersFooters.defaultForAllPages.load("leftFooter,centerFooter,rightFooter"),
  };
}

const LOOK: Excel.CellPropertiesLoadOptions = {
  format: {
    fill: { color: true, pattern: true },
    font: { name: true, size: true, bold: true, italic: true, color: true },
    borders: { style: true, weight: true, color: true },
    horizontalAlignment: true,
    verticalAlignment: true,
    wrapText: true,
    protection: true,
  },
};

function describeSheet(probe: SheetProbe): Omit<SheetDescription, "conditionalFormats"> {
  const { sheet, frozen, protection, merged, mergedRanges, contents, area } = probe;
  const cells = cellsOf(area).map(({ row, column }) => {
    const [r, c] = [row - area.top, column - area.left];
    const format = probe.looks.value[r]?.[c]?.format;
    if (!format) throw new Error(`No format at ${cellAddress(row, column)}`);
    return {
      row,
      column,
      format,
      value: contents.values[r]?.[c] as unknown,
      formula: contents.formulas[r]?.[c] as unknown,
      numberFormat: String(contents.numberFormat[r]?.[c]),
    };
  });
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor === "" ? null : sheet.tabColor.toUpperCase(),
    gridlines: sheet.showGridlines,
    frozen: frozen.isNullObject
      ? null
      : { rows: frozen.rowCount % 1_048_576, columns: frozen.columnCount % 16_384 },
    columns: probe.columns.map((range) =>
      range.columnHidden ? null : charactersFromPoints(range.format.columnWidth)
    ),
    rowHeights: Object.fromEntries(probe.rows.map(({ row, range }) => [row, range.format.rowHeight])),
    cells: Object.fromEntries(cells.map((cell) => [cellAddress(cell.row, cell.column), describeCell(cell)])),
    edges: Object.fromEntries(cells.flatMap(edgesOf)),
    merges: merged.isNullObject ? [] : addresses(mergedRanges.items.map(areaOf)),
    validations: probe.validations.map(({ area: where, found }) => describeValidation(where, found)),
    tables: probe.tables.map(({ table, range }) => ({
      name: table.name,
      area: areaAddress(areaOf(range)),
      style: table.style,
    })),
    print: describePrint(probe),
    protection: protection.protected
      ? {
          formatCells: protection.options.allowFormatCells ?? false,
          insertRows: protection.options.allowInsertRows ?? false,
        }
      : null,
  };
}

interface CellProbe {
  readonly row: number;
  readonly column: number;
  readonly format: Excel.CellPropertiesFormat;
  readonly value: unknown;
  readonly formula: unknown;
  readonly numberFormat: string;
}

function describeCell({ format, value, formula, numberFormat }: CellProbe): CellDescription {
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  const { font, fill } = format;
  return {
    value: isFormula || value === "" ? null : (value as CellDescription["value"]),
    formula: isFormula ? formula : null,
    numberFormat,
    fontName: font?.name ?? "",
    fontSize: font?.size ?? 0,
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
    fontColor: font?.color?.toUpperCase() ?? "",
    fillColor: fill?.pattern === "Solid" ? (fill.color?.toUpperCase() ?? "") : null,
    horizontal: format.horizontalAlignment?.toLowerCase() ?? "",
    vertical: format.verticalAlignment?.toLowerCase() ?? "",
    wrapText: format.wrapText ?? false,
    locked: format.protection?.locked ?? true,
  };
}

function edgesOf({ row, column, format }: CellProbe): readonly [string, string][] {
  const edge = (side: "top" | "bottom" | "left" | "right") => {
    const border = format.borders?.[side];
    const isThin = border?.style === "Continuous" && border.weight === "Thin";
    return isThin ? (border.color?.toUpperCase() ?? "") : null;
  };
  return namedEdges(row, column, {
    top: edge("top"),
    bottom: edge("bottom"),
    left: edge("left"),
    right: edge("right"),
  });
}

function describeValidation(area: string, found: Excel.DataValidation): ValidationDescription {
  const { list, date, wholeNumber, custom } = found.rule;
  const bounds = date ?? wholeNumber;
  const rule = list
    ? String(list.source).split(",")
    : bounds
      ? [bounds.formula1, bounds.formula2].map(plainBound)
      : custom
        ? [custom.formula.replace(/^=/, "")]
        : [];
  const { prompt, errorAlert } = found;
  return {
    area,
    type: TYPES[found.type] ?? found.type,
    rule,
    ignoreBlanks: found.ignoreBlanks,
    prompt: prompt.showPrompt && prompt.message !== "" ? [prompt.title, prompt.message] : null,
    alert:
      errorAlert.showAlert && errorAlert.message !== ""
        ? [errorAlert.style.toLowerCase(), errorAlert.title, errorAlert.message]
        : null,
  };
}

const TYPES: Readonly<Record<string, string>> = {
  None: "any",
  List: "list",
  Date: "date",
  WholeNumber: "wholeNumber",
  Custom: "custom",
};

/** Bounds come back as numbers, formulas or dates; a file has serial numbers. */
function plainBound(bound: unknown): string {
  const text = String(bound).replace(/^=/, "");
  return String(serialFromIso(text) ?? text);
}

function probeFormat(format: Excel.ConditionalFormat) {
  const range = format.getRange().load(AREA_PROPERTIES);
  if (format.type === "DataBar") {
    return {
      format,
      range,
      dataBar: format.dataBar.load("lowerBoundRule,upperBoundRule,positiveFormat/fillColor"),
    };
  }
  return {
    format,
    range,
    custom: format.custom.load("rule/formula,format/fill/color,format/font/color"),
  };
}

function describeFormat({
  range,
  dataBar,
  custom,
}: ReturnType<typeof probeFormat>): ConditionalFormatDescription {
  const area = areaAddress(areaOf(range));
  if (dataBar) {
    return {
      area,
      type: "dataBar",
      rule: [dataBar.lowerBoundRule, dataBar.upperBoundRule].map(({ formula = "" }) =>
        formula.replace(/^=/, "")
      ),
      fillColor: dataBar.positiveFormat.fillColor.toUpperCase(),
      fontColor: null,
    };
  }
  return {
    area,
    type: "expression",
    rule: [custom.rule.formula.replace(/^=/, "")],
    fillColor: custom.format.fill.color.toUpperCase() || null,
    fontColor: custom.format.font.color.toUpperCase() || null,
  };
}

function describePrint({ spec, page, printArea, titleRows, footer }: SheetProbe): PrintDescription | null {
  if (!spec.print) return null;
  const sections = [
    ["L", footer.leftFooter],
    ["C", footer.centerFooter],
    ["R", footer.rightFooter],
  ] as const;
  return {
    paper: page.paperSize.toUpperCase(),
    orientation: page.orientation.toLowerCase(),
    pagesWide: page.zoom.horizontalFitToPages ?? null,
    pagesHigh: page.zoom.verticalFitToPages ?? null,
    margins: [page.topMargin, page.rightMargin, page.bottomMargin, page.leftMargin].map(rounded),
    centered: page.centerHorizontally,
    area: printArea.isNullObject ? "" : printArea.address.replace(/^.*!/, ""),
    titleRows: titleRows.isNullObject
      ? null
      : `${titleRows.rowIndex + 1}:${titleRows.rowIndex + titleRows.rowCount}`,
    footer: sections.map(([code, text]) => (text === "" ? "" : `&${code}${text}`)).join(""),
  };
}
