/** The only code that knows Office.js. */
export { applyFix, applyFixes, type CellFix } from "./applyFix";
export { drawWorkbook, RecoveryPending, type DrawOptions, type DrawOutcome } from "./drawWorkbook";
export { readNamedAreas, readSelectedRow, type KnownTable, type SelectedRow } from "./entryRow";
export { describeExcelError, type ExcelErrorDescription, type ExcelErrorKind } from "./errors";
export { readOpenWorkbook } from "./readOpenWorkbook";
export { readSigns } from "./readSigns";
export { RecordUnreadable, RECOVERY_SHEET } from "./record";
export { findRecovery, recover, type Recovery } from "./recovery";
export { selectCell } from "./selectCell";
export type { CellsToken, DrawToken, PropertiesToken, UndoToken } from "./tokens";
export { ChangeError, undo, undoDraw } from "./undo";
export { writeProperties } from "./writeProperties";
export { RowsChanged } from "./undoRows";
export { watchEntry, type EntryHint } from "./watchEntry";
export { writeRow, writeRows, type EntryOutcome, type EntryPlace, type RowToFill } from "./writeEntry";
