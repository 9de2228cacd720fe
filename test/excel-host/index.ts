/** The Excel host for any JavaScript engine; in-process transport and client loader for Node are in `inProcess`. */
export type { Counters, ExcelHost, ExcelHostOptions, UserEdit } from "./host";
export { createExcelHost } from "./host";
export { ConnectionLost } from "./faults";
export type { Fault, FaultQueue } from "./faults";
export type { HostState } from "./model/state";
export type { EventEntry, EventMessage, Json, RequestBody, ResponseBody } from "./protocol";
export type { Spreadsheet } from "./spreadsheet/spreadsheet";
export { createUniverSpreadsheet } from "./spreadsheet/univer/univerSpreadsheet";
export { registerSpreadsheetPlugins } from "./spreadsheet/univer/plugins";
