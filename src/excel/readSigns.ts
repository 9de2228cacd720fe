/** What the open workbook says of itself without a cell being read. */
import type { WorkbookSigns } from "../domain/role";
import { isRecordSheet } from "./record";

/** Sheet names (the product's own record excepted) and custom properties; one sync. Rejects with Office.js errors. */
export async function readSigns(): Promise<WorkbookSigns> {
  return Excel.run(async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load("items/name");
    const properties = workbook.properties.custom.load("items/key,items/value");
    await context.sync();
    return {
      sheets: sheets.items.map(({ name }) => name).filter((name) => !isRecordSheet(name)),
      properties: Object.fromEntries(properties.items.map(({ key, value }) => [key, String(value)])),
    };
  });
}
