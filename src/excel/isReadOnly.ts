/** True when Excel has the workbook open for reading only: nothing can be written into it. */
export function isReadOnly(): boolean {
  return Office.context.document.mode === Office.DocumentMode.ReadOnly;
}
