/**
 * The wire language of Microsoft's Excel client: what `excel-web-16.00.js` sends for one `context.sync()`, what it
 * expects back, and how events reach it. Names and numbers are the client's own.
 */

/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export const ActionType = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  recursiveQuery: 6,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

export const ObjectPathType = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  referenceId: 6,
  nullObject: 7,
} as const;

/** Arguments of a call; a non-zero entry of `ReferencedObjectPathIds` says that the argument is that object. */
export interface ArgumentInfo {
  readonly Arguments?: readonly Json[];
  readonly ReferencedObjectPathIds?: readonly Json[];
}

/** How an object is reached from another one. */
export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

/** What `load` asks for: camelCase names, `/` between levels; an empty list means the scalar properties. */
export interface QueryInfo {
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  /** 0 when the action concerns no object (trace). */
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
  readonly ObjectState?: { readonly [property: string]: Json };
}

export interface RequestBody {
  readonly AutoKeepReference?: boolean;
  readonly Actions: readonly Action[];
  readonly ObjectPaths: { readonly [id: string]: ObjectPath };
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: Json;
}

export interface ErrorBody {
  readonly Code: string;
  readonly Message: string;
  /** The member that failed, such as `Range.values`. */
  readonly Location: string;
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

/** Results stay in when an action fails: what was done before it has happened. */
export interface ResponseBody {
  readonly Results: readonly ActionResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: ErrorBody;
}

/** Numbers of the events; the first four are of the Office common API, which the client asks for on its own way. */
export const EventType = {
  settingsChanged: 1,
  documentSelectionChanged: 2,
  bindingSelectionChanged: 3,
  bindingDataChanged: 4,
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetFormatChanged: 18,
  worksheetRowSorted: 19,
  worksheetColumnSorted: 20,
  worksheetSingleClicked: 21,
  worksheetRowHiddenChanged: 22,
  worksheetFormulaChanged: 23,
  worksheetProtectionChanged: 24,
  chartAdded: 50,
  chartActivated: 51,
  chartDeactivated: 52,
  chartDeleted: 53,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  commentAdded: 250,
  commentDeleted: 251,
  commentChanged: 252,
  workbookAutoSaveSettingChanged: 2200,
  workbookActivated: 2203,
} as const;

/** Whether the event is one of the Office common API. */
export function isCommonEvent(eventType: number): boolean {
  return eventType <= EventType.bindingDataChanged;
}

/** Target of common events that concern the whole document. */
export const DOCUMENT_TARGET = "";

/** Target of events that are registered on the workbook or on a collection. */
export const WORKBOOK_TARGET = "Workbook";

export interface EventEntry {
  readonly messageCategory: 65536;
  readonly messageType: number;
  /** Id of the sheet or table, or `Workbook`. */
  readonly targetId: string;
  /** JSON text of the event's arguments. */
  readonly message: string;
  readonly id: number;
}

export interface EventMessage {
  readonly entries: readonly EventEntry[];
}
