/** All of the open workbook that a failed change must leave as it was. */
import { AREA_PROPERTIES, areaOf } from "../../../src/excel/ranges";
import { areaAddress } from "../../../src/domain/grid";

/** Sheets in order with all their cells, tables and print setup; names, properties and the active sheet. */
export async function workbookState() {
  return Excel.run(async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load("items/name,items/visibility,items/tabColor,items/showGridlines");
    const names = workbook.names.load("items/name,items/formula");
    const properties = workbook.properties.custom.load("items/key,items/value");
    const active = workbook.worksheets.getActiveWorksheet().load("name");
    const tables = workbook.tables.load("items/name,items/style");
    await context.sync();
    const probes = sheets.items.map((sheet) => ({
      sheet,
      used: sheet.getUsedRangeOrNullObject(true).load(`${AREA_PROPERTIES},formulas,values,numberFormat`),
      page: sheet.pageLayout.load("orientation,paperSize,zoom,topMargin,leftMargin,centerHorizontally"),
      printArea: sheet.pageLayout.getPrintAreaOrNullObject().load("address"),
      protection: sheet.protection.load("protected"),
      frozen: sheet.freezePanes.getLocationOrNullObject().load("address"),
    }));
    const tableAreas = tables.items.map((table) => table.getRange().load("address"));
    await context.sync();
    return {
      sheets: probes.map(({ sheet, used, page, printArea, protection, frozen }) => ({
        name: sheet.name,
        visibility: sheet.visibility,
        tabColor: sheet.tabColor,
        showGridlines: sheet.showGridlines,
        area: used.isNullObject ? null : areaAddress(areaOf(used)),
        formulas: used.isNullObject ? [] : used.formulas,
        values: used.isNullObject ? [] : used.values,
        numberFormats: used.isNullObject ? [] : used.numberFormat,
        page: page.toJSON(),
        printArea: printArea.isNullObject ? null : printArea.address,
        protected: protection.protected,
        frozen: frozen.isNullObject ? null : frozen.address,
      })),
      names: names.items.map(({ name, formula }) => [name, formula]),
      properties: Object.fromEntries(properties.items.map(({ key, value }) => [key, String(value)])),
      tables: tables.items.map(({ name, style }, index) => [name, style, tableAreas[index]?.address]),
      active: active.name,
    };
  });
}
