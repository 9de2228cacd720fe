/** Deletes a sheet, also one that is very hidden, which Excel refuses to delete as it is. */
export function removeSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}
