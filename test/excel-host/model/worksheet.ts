/** `Excel.Worksheet` and `Excel.WorksheetCollection`. */
import { areaOf, WHOLE_SHEET } from "../areas";
import { invalidArgument, invalidOperation, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import { EventType, WORKBOOK_TARGET } from "../protocol";
import { booleanOf, colorOf, integerOf, oneOf, optionalText, targetOf, textOf } from "./arguments";
import { STANDARD_HEIGHT } from "./cellProperties";
import { chartsObject, copiedCharts } from "./charts";
import { commentsObject, copiedComments } from "./comments";
import type { ModelContext } from "./context";
import { sheetState } from "./context";
import { worksheetPropertiesObject } from "./customProperties";
import type { Argument, HostObject } from "./definition";
import { defineObject, isHostObject, method, readOnly, readWrite } from "./definition";
import { eventMethods, namedEvent } from "./eventMembers";
import { sheetAutoFilterObject } from "./filters";
import { freezePanesObject } from "./freezePanes";
import { namesObject } from "./names";
import { showOutlineLevels } from "./outline";
import { pageBreaksObject } from "./pageBreaks";
import { pageLayoutObject } from "./pageLayout";
import { protectionObject, requireOpenWorkbook } from "./protection";
import type { RangeTarget } from "./range";
import { areasOf, rangeObject, resolveAddress } from "./range";
import { rangeAreasObject } from "./rangeAreas";
import { replaceAll } from "./rangeReplace";
import { allWithText } from "./rangeSearch";
import { tablesObject } from "./tables";
import {
  findSheet,
  freeCopyName,
  freeSheetName,
  requireSheetName,
  sheetInfo,
  wireSheetId,
} from "./worksheets";

export interface SheetTarget {
  readonly context: ModelContext;
  readonly sheetId: string;
}

/** What a sheet and the collection of all sheets both tell. */
const WORKSHEET_EVENTS = [
  { member: "onChanged", wireName: "DataChanged", eventType: EventType.worksheetChanged },
  namedEvent("Activated", EventType.worksheetActivated),
  namedEvent("Calculated", EventType.worksheetCalculated),
  namedEvent("ColumnSorted", EventType.worksheetColumnSorted),
  namedEvent("Deactivated", EventType.worksheetDeactivated),
  namedEvent("FormatChanged", EventType.worksheetFormatChanged),
  namedEvent("FormulaChanged", EventType.worksheetFormulaChanged),
  namedEvent("ProtectionChanged", EventType.worksheetProtectionChanged),
  namedEvent("RowHiddenChanged", EventType.worksheetRowHiddenChanged),
  namedEvent("RowSorted", EventType.worksheetRowSorted),
  namedEvent("SelectionChanged", EventType.worksheetSelectionChanged),
  namedEvent("SingleClicked", EventType.worksheetSingleClicked),
];

const VISIBILITIES = ["Visible", "Hidden", "VeryHidden"] as const;

function visibility({ context, sheetId }: SheetTarget): string {
  if (sheetState(context, sheetId).veryHidden) {
    return "VeryHidden";
  }
  return sheetInfo(context, sheetId).hidden ? "Hidden" : "Visible";
}

function setVisibility({ context, sheetId }: SheetTarget, value: Json): void {
  const location = "Worksheet.visibility";
  const wanted = oneOf(VISIBILITIES, value, location);
  requireOpenWorkbook(context, location);
  const shown = context.spreadsheet.sheets().filter(({ hidden }) => !hidden);
  const isLast = shown.length === 1 && shown[0]?.id === sheetId;
  if (wanted !== "Visible" && isLast) {
    throw invalidOperation(location, "A workbook must show at least one sheet.");
  }
  sheetState(context, sheetId).veryHidden = wanted === "VeryHidden";
  context.spreadsheet.setSheetHidden(sheetId, wanted !== "Visible");
}

function position({ context, sheetId }: SheetTarget): number {
  return context.spreadsheet.sheets().findIndex(({ id }) => id === sheetId);
}

function used(sheet: SheetTarget, valuesOnly: Argument | undefined, location: string): HostObject | null {
  const onlyValues =
    valuesOnly === null || valuesOnly === undefined ? false : booleanOf(valuesOnly, location);
  const area = sheet.context.spreadsheet.usedArea(sheet.sheetId, onlyValues);
  return area && rangeObject({ ...sheet, area });
}

/** A cell or block by numbers; `InvalidArgument` outside the sheet. */
function rangeAt(
  sheet: SheetTarget,
  location: string,
  numbers: readonly (Argument | undefined)[]
): HostObject {
  const [top = -1, left = -1, rows = 1, columns = 1] = numbers.map((value) => integerOf(value, location));
  if (top < 0 || left < 0 || rows < 1 || columns < 1) {
    throw invalidArgument(location);
  }
  const area = areaOf(top, left, rows, columns);
  if (area.bottom > WHOLE_SHEET.bottom || area.right > WHOLE_SHEET.right) {
    throw invalidArgument(location, "The range would lie outside the sheet.");
  }
  return rangeObject({ ...sheet, area });
}

function remove({ context, sheetId }: SheetTarget): void {
  const location = "Worksheet.delete";
  requireOpenWorkbook(context, location);
  const sheets = context.spreadsheet.sheets();
  const othersShown = sheets.some(({ id, hidden }) => id !== sheetId && !hidden);
  if (!othersShown) {
    throw invalidOperation(location, "A workbook must show at least one sheet.");
  }
  if (sheetState(context, sheetId).veryHidden) {
    throw invalidOperation(location, "A sheet that is very hidden cannot be deleted.");
  }
  context.spreadsheet.removeSheet(sheetId);
  delete context.state.sheets[sheetId];
}

/** The sheet next to this one among the shown or among all. */
function neighbour(sheet: SheetTarget, step: 1 | -1, visibleOnly: Argument | undefined): HostObject | null {
  const all = sheet.context.spreadsheet.sheets();
  const candidates = all.filter(
    ({ id, hidden }) => id === sheet.sheetId || !(visibleOnly === true && hidden)
  );
  const next = candidates[candidates.findIndex(({ id }) => id === sheet.sheetId) + step];
  return next ? worksheetObject({ ...sheet, sheetId: next.id }) : null;
}

function required(object: HostObject | null, location: string): HostObject {
  if (!object) {
    throw itemNotFound(location);
  }
  return object;
}

/** Copies cells, looks and what the host keeps of the sheet. */
function copy(
  sheet: SheetTarget,
  positionType: Argument | undefined,
  relativeTo: Argument | undefined
): HostObject {
  const { context, sheetId } = sheet;
  const location = "Worksheet.copy";
  requireOpenWorkbook(context, location);
  const where =
    positionType === null || positionType === undefined
      ? "None"
      : oneOf(["None", "Before", "After", "Beginning", "End"] as const, positionType, location);
  const original = sheetInfo(context, sheetId).name;
  const name = freeCopyName(context, original);
  const copyId = context.spreadsheet.copySheet(sheetId, name);
  const state = structuredClone(sheetState(context, sheetId));
  context.state.sheets[copyId] = {
    ...state,
    comments: [...copiedComments(context, state.comments)],
    charts: [...copiedCharts(context, state.charts, sheetId, copyId)],
  };
  context.unpainted.add(copyId);
  const count = context.spreadsheet.sheets().length;
  const anchor = isHostObject(relativeTo)
    ? position(targetOf<SheetTarget>(relativeTo, "Worksheet", location))
    : 0;
  const target = {
    None: position(sheet) + 1,
    Beginning: 0,
    End: count - 1,
    Before: anchor,
    After: anchor + 1,
  }[where];
  context.spreadsheet.moveSheet(copyId, Math.min(target, count - 1));
  return worksheetObject({ context, sheetId: copyId });
}

export const worksheetObject: (target: SheetTarget) => HostObject = defineObject<SheetTarget>({
  name: "Worksheet",
  identity: ({ sheetId }) => ({ Id: wireSheetId(sheetId) }),
  properties: {
    Id: readOnly(({ sheetId }) => wireSheetId(sheetId)),
    Name: readWrite(
      ({ context, sheetId }) => sheetInfo(context, sheetId).name,
      ({ context, sheetId }, value) => {
        const name = textOf(value, "Worksheet.name");
        requireOpenWorkbook(context, "Worksheet.name");
        requireSheetName(context, name, sheetId, "Worksheet.name");
        context.spreadsheet.renameSheet(sheetId, name);
      }
    ),
    Position: readWrite(position, (sheet, value) => {
      const { context, sheetId } = sheet;
      const wanted = integerOf(value, "Worksheet.position");
      requireOpenWorkbook(context, "Worksheet.position");
      if (wanted < 0 || wanted >= context.spreadsheet.sheets().length) {
        throw invalidArgument("Worksheet.position");
      }
      context.spreadsheet.moveSheet(sheetId, wanted);
    }),
    Visibility: readWrite(visibility, setVisibility),
    TabColor: readWrite(
      ({ context, sheetId }) => sheetInfo(context, sheetId).tabColor ?? "",
      ({ context, sheetId }, value) =>
        context.spreadsheet.setTabColor(sheetId, value === "" ? null : colorOf(value, "Worksheet.tabColor"))
    ),
    StandardHeight: readOnly(() => STANDARD_HEIGHT),
    ShowGridlines: readOnly(({ context, sheetId }) => sheetInfo(context, sheetId).showGridlines),
    ShowHeadings: readOnly(({ context, sheetId }) => sheetState(context, sheetId).showHeadings),
    // The client sets these two under names of their own.
    Gridlines: readWrite(
      ({ context, sheetId }) => sheetInfo(context, sheetId).showGridlines,
      ({ context, sheetId }, value) =>
        context.spreadsheet.setGridlines(sheetId, booleanOf(value, "Worksheet.showGridlines"))
    ),
    Headings: readWrite(
      ({ context, sheetId }) => sheetState(context, sheetId).showHeadings,
      ({ context, sheetId }, value) => {
        sheetState(context, sheetId).showHeadings = booleanOf(value, "Worksheet.showHeadings");
      }
    ),
  },
  objects: {
    Tables: ({ context, sheetId }) => tablesObject({ context, sheetId, within: null, scoped: false }),
    Names: ({ context, sheetId }) => namesObject({ context, sheetId }),
    AutoFilter: (sheet) => sheetAutoFilterObject(sheet),
    Charts: (sheet) => chartsObject(sheet),
    Comments: (sheet) => commentsObject(sheet),
    FreezePanes: (sheet) => freezePanesObject(sheet),
    Protection: (sheet) => protectionObject(sheet),
    HorizontalPageBreaks: (sheet) => pageBreaksObject({ ...sheet, kind: "rowBreaks" }),
    VerticalPageBreaks: (sheet) => pageBreaksObject({ ...sheet, kind: "columnBreaks" }),
    PageLayout: (sheet) => pageLayoutObject(sheet),
    CustomProperties: (sheet) => worksheetPropertiesObject(sheet),
  },
  methods: {
    Activate: method(({ context, sheetId }) => {
      if (sheetInfo(context, sheetId).hidden) {
        throw invalidOperation("Worksheet.activate", "A hidden sheet cannot be activated.");
      }
      context.spreadsheet.activateSheet(sheetId);
    }),
    Calculate: method(["markAllDirty"], ({ context }) => context.spreadsheet.settle()),
    Copy: method(["positionType", "relativeTo"], copy),
    Delete: method(remove),
    GetCell: method(["row", "column"], (sheet, row, column) =>
      rangeAt(sheet, "Worksheet.getCell", [row, column])
    ),
    GetRange: method(["address"], (sheet, address) => {
      const text = optionalText(address, "Worksheet.getRange");
      return text === null || text === ""
        ? rangeObject({ ...sheet, area: WHOLE_SHEET })
        : rangeObject(onThisSheet(sheet, text));
    }),
    GetRangeByIndexes: method(["startRow", "startColumn", "rowCount", "columnCount"], (sheet, ...numbers) =>
      rangeAt(sheet, "Worksheet.getRangeByIndexes", numbers)
    ),
    GetRanges: method(["address"], (sheet, address) => {
      const location = "Worksheet.getRanges";
      const areas = areasOf(sheet.context, sheet.sheetId, textOf(address, location), location);
      return rangeAreasObject({ ...sheet, areas });
    }),
    GetUsedRange: method(
      ["valuesOnly"],
      (sheet, valuesOnly) =>
        used(sheet, valuesOnly, "Worksheet.getUsedRange") ??
        rangeObject({ ...sheet, area: areaOf(0, 0, 1, 1) })
    ),
    GetUsedRangeOrNullObject: method(["valuesOnly"], (sheet, valuesOnly) =>
      used(sheet, valuesOnly, "Worksheet.getUsedRangeOrNullObject")
    ),
    FindAll: method(["text", "criteria"], (sheet, text, criteria) =>
      required(allWithText(sheet, text, criteria, "Worksheet.findAll"), "Worksheet.findAll")
    ),
    FindAllOrNullObject: method(["text", "criteria"], (sheet, text, criteria) =>
      allWithText(sheet, text, criteria, "Worksheet.findAllOrNullObject")
    ),
    ReplaceAll: method(["text", "replacement", "criteria"], (sheet, text, replacement, criteria) =>
      replaceAll({ ...sheet, area: WHOLE_SHEET }, text, replacement, criteria, "Worksheet.replaceAll")
    ),
    ShowOutlineLevels: method(["rowLevels", "columnLevels"], showOutlineLevels),
    GetNext: method(["visibleOnly"], (sheet, visibleOnly) =>
      required(neighbour(sheet, 1, visibleOnly), "Worksheet.getNext")
    ),
    GetNextOrNullObject: method(["visibleOnly"], (sheet, visibleOnly) => neighbour(sheet, 1, visibleOnly)),
    GetPrevious: method(["visibleOnly"], (sheet, visibleOnly) =>
      required(neighbour(sheet, -1, visibleOnly), "Worksheet.getPrevious")
    ),
    GetPreviousOrNullObject: method(["visibleOnly"], (sheet, visibleOnly) =>
      neighbour(sheet, -1, visibleOnly)
    ),
    _GetSheetById: method(["id"], ({ context }, id) => byId(context, id)),
    _GetAnotherWorksheetById: method(["id"], ({ context }, id) => byId(context, id)),
    ...eventMethods<SheetTarget>("Worksheet", WORKSHEET_EVENTS, ({ sheetId }) => wireSheetId(sheetId)),
  },
});

/** A name may lead to another sheet only when it is a defined name of the workbook. */
function onThisSheet(sheet: SheetTarget, address: string): RangeTarget {
  const range = resolveAddress(sheet.context, sheet.sheetId, address, "Worksheet.getRange");
  if (range.sheetId !== sheet.sheetId) {
    throw invalidArgument("Worksheet.getRange", `"${address}" is not on this sheet.`);
  }
  return range;
}

function byId(context: ModelContext, id: Argument | undefined): HostObject {
  const sheetId = findSheet(context, textOf(id, "Worksheet"));
  if (sheetId === null) {
    throw itemNotFound("Worksheet");
  }
  return worksheetObject({ context, sheetId });
}

function shownSheets(context: ModelContext, visibleOnly: Argument | undefined): readonly string[] {
  return context.spreadsheet
    .sheets()
    .filter(({ hidden }) => !(visibleOnly === true && hidden))
    .map(({ id }) => id);
}

function sheetByKey(context: ModelContext, key: Json): HostObject | null {
  const sheetId = findSheet(context, key);
  return sheetId === null ? null : worksheetObject({ context, sheetId });
}

export const worksheetsObject: (context: ModelContext) => HostObject = defineObject<ModelContext>({
  name: "WorksheetCollection",
  items: (context) => shownSheets(context, false).map((sheetId) => worksheetObject({ context, sheetId })),
  item: sheetByKey,
  methods: {
    Add: method(["name"], (context, name) => {
      const location = "WorksheetCollection.add";
      requireOpenWorkbook(context, location);
      const wanted = optionalText(name, location) ?? freeSheetName(context);
      requireSheetName(context, wanted, null, location);
      return worksheetObject({ context, sheetId: context.spreadsheet.addSheet(wanted) });
    }),
    GetActiveWorksheet: method((context) =>
      worksheetObject({ context, sheetId: context.spreadsheet.activeSheet() })
    ),
    GetCount: method(["visibleOnly"], (context, visibleOnly) => shownSheets(context, visibleOnly).length),
    GetFirst: method(["visibleOnly"], (context, visibleOnly) => {
      const [sheetId] = shownSheets(context, visibleOnly);
      return sheetId === undefined ? null : worksheetObject({ context, sheetId });
    }),
    GetLast: method(["visibleOnly"], (context, visibleOnly) => {
      const sheetId = shownSheets(context, visibleOnly).at(-1);
      return sheetId === undefined ? null : worksheetObject({ context, sheetId });
    }),
    GetItemOrNullObject: method(["key"], (context, key) =>
      sheetByKey(context, textOf(key, "WorksheetCollection.getItemOrNullObject"))
    ),
    GetItem: method(["key"], (context, key) =>
      required(sheetByKey(context, textOf(key, "WorksheetCollection.getItem")), "WorksheetCollection.getItem")
    ),
    ...eventMethods<ModelContext>(
      "WorksheetCollection",
      [
        ...WORKSHEET_EVENTS,
        namedEvent("Added", EventType.worksheetAdded),
        namedEvent("Deleted", EventType.worksheetDeleted),
      ],
      () => WORKBOOK_TARGET
    ),
  },
});
