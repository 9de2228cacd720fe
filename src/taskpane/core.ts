/** What of the core is loaded when it is first wanted (`loadCore`): slow machines open the pane without it. */
export { checkSteps, checkWorkbook, readAndCheck } from "../domain/check";
export { planMerge } from "../domain/merge/plan";
export { readMergedState } from "../domain/merge/readState";
export { unreadRows } from "../domain/merge/unreadRows";
export { buildReport } from "../domain/outline/buildReport";
export { plainText } from "../domain/outline/plainText";
export { progressReport } from "../domain/progress/report";
export { rules } from "../domain/rules";
export { identifyUnit, statedRound } from "../domain/stamp";
export { tableFigures } from "../domain/tableFigures";
export { besideSheets } from "../layout/besideSheets";
export { mergedSpec } from "./model/mergedSpec";
