/** Changes of the spreadsheet as Excel's events: late, coalesced, only to who asked. */
import { columnName, formatArea } from "../addresses";
import { areaOf, boundingArea, intersection, overlaps, sameArea } from "../areas";
import type { EventEntry, EventMessage } from "../protocol";
import { DOCUMENT_TARGET, EventType, isCommonEvent, WORKBOOK_TARGET } from "../protocol";
import type { Area, Scalar, SpreadsheetChange } from "../spreadsheet/spreadsheet";
import { announcementsOfBindings } from "./bindings";
import type { Announcement, ModelContext } from "./context";
import { tablesOn } from "./tableAreas";
import { wireSheetId } from "./worksheets";

/** Who changes the spreadsheet at the moment. */
interface Author {
  readonly source: "Local" | "Remote";
  readonly trigger: "ThisLocalAddin" | "Unknown";
  readonly tellsValues: boolean;
}

const USER: Author = { source: "Local", trigger: "Unknown", tellsValues: true };
const ADD_IN: Author = { source: "Local", trigger: "ThisLocalAddin", tellsValues: true };

interface NotedChange {
  readonly author: Author;
  readonly change: SpreadsheetChange;
}

interface NotedAnnouncement {
  readonly author: Author;
  readonly announcement: Announcement;
}

type Noted = NotedChange | NotedAnnouncement;

export interface EventQueue {
  /** Notes a change; it is sent a while later, together with others. */
  add(change: SpreadsheetChange): void;
  /** Changes made while the work runs are the add-in's. */
  byAddIn<T>(work: () => Promise<T>): Promise<T>;
  by<T>(source: "Local" | "Remote", pasted: boolean, work: () => Promise<T>): Promise<T>;
  listen(listener: (message: EventMessage) => void): () => void;
  /** Sends what is due now and lets the add-in's handlers begin. */
  flush(): Promise<void>;
  dispose(): void;
}

export function createEventQueue(context: ModelContext, delay: number): EventQueue {
  const listeners = new Set<(message: EventMessage) => void>();
  const selections = createSelections(context);
  let author = USER;
  let noted: Noted[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  function send(): void {
    const due = coalesced(noted);
    noted = [];
    timer = null;
    const entries = due.flatMap((each) =>
      announcementsOf(context, selections, each).flatMap((announcement) => entriesOf(context, announcement))
    );
    if (entries.length > 0) {
      listeners.forEach((listener) => listener({ entries }));
    }
  }

  /** What happens while the add-in has switched its events off is never told. */
  function note(next: Noted): void {
    if (context.session.enableEvents) {
      noted.push(next);
      timer ??= setTimeout(send, delay);
    }
  }

  context.onAnnouncement((announcement) => note({ announcement, author }));

  async function as<T>(next: Author, work: () => Promise<T>): Promise<T> {
    const before = author;
    author = next;
    try {
      return await work();
    } finally {
      author = before;
    }
  }

  return {
    add: (change) => note({ change, author }),
    byAddIn: (work) => as(ADD_IN, work),
    by: (source, pasted, work) => as({ source, trigger: "Unknown", tellsValues: !pasted }, work),
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    flush: async () => {
      if (timer !== null) {
        clearTimeout(timer);
        send();
      }
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
    dispose: () => {
      listeners.clear();
      if (timer !== null) {
        clearTimeout(timer);
      }
    },
  };
}

/** Changes of cells next to each other, by the same author, are one; of selections the last one counts. */
function coalesced(all: readonly Noted[]): readonly Noted[] {
  const result: Noted[] = [];
  for (const next of all) {
    const last = result.at(-1);
    const joined = last && "change" in last && "change" in next ? joinedNote(last, next) : null;
    if (joined) {
      result[result.length - 1] = joined;
    } else {
      result.push(next);
    }
  }
  return result;
}

function joinedNote(last: NotedChange, next: NotedChange): NotedChange | null {
  const { change: before, author } = last;
  const { change: after } = next;
  if (author !== next.author || before.kind !== after.kind || before.sheetId !== after.sheetId) {
    return null;
  }
  if (after.kind === "selection") {
    return next;
  }
  if (before.kind === "cells" && after.kind === "cells") {
    const area = joinedArea(before.area, after.area);
    const formulas = [...(before.formulas ?? []), ...(after.formulas ?? [])];
    return area && { author, change: { kind: "cells", sheetId: after.sheetId, area, formulas } };
  }
  if (before.kind === "format" && after.kind === "format") {
    const area = joinedArea(before.area, after.area);
    return area && { author, change: { ...after, area } };
  }
  if (before.kind === "calculated" && after.kind === "calculated") {
    return { author, change: { ...after, area: boundingArea(before.area, after.area) } };
  }
  return null;
}

/** The union of two areas when it is a rectangle. */
function joinedArea(first: Area, second: Area): Area | null {
  const all = boundingArea(first, second);
  const sameColumns = first.left === second.left && first.right === second.right;
  const sameRows = first.top === second.top && first.bottom === second.bottom;
  const touchesInRows = first.top <= second.bottom + 1 && second.top <= first.bottom + 1;
  const touchesInColumns = first.left <= second.right + 1 && second.left <= first.right + 1;
  const isRectangle = (sameColumns && touchesInRows) || (sameRows && touchesInColumns);
  return isRectangle || sameArea(all, first) || sameArea(all, second) ? all : null;
}

type Message = Announcement["message"];

function announcementsOf(
  context: ModelContext,
  selections: Selections,
  noted: Noted
): readonly Announcement[] {
  const { author } = noted;
  if ("announcement" in noted) {
    const { announcement } = noted;
    return [{ ...announcement, message: { source: author.source, ...announcement.message } }];
  }
  const { change } = noted;
  const { sheetId } = change;
  const { source } = author;
  switch (change.kind) {
    case "selection":
      return [
        aboutSheet(EventType.worksheetSelectionChanged, sheetId, { address: formatArea(change.area) }),
        { eventType: EventType.documentSelectionChanged, targets: [DOCUMENT_TARGET], message: {} },
        ...selections.moveTo(sheetId, change.area),
        ...announcementsOfBindings(context, change),
      ];
    case "sheetActivated":
      return [
        aboutSheet(EventType.worksheetDeactivated, change.before, {}),
        aboutSheet(EventType.worksheetActivated, sheetId, {}),
      ];
    case "sheetAdded":
      return [aboutSheet(EventType.worksheetAdded, sheetId, { source })];
    case "sheetDeleted":
      return [aboutSheet(EventType.worksheetDeleted, sheetId, { source })];
    case "calculated":
      return [
        aboutSheet(EventType.worksheetCalculated, sheetId, { address: formatArea(change.area) }),
        ...announcementsOfBindings(context, change),
      ];
    case "format": {
      const address = formatArea(change.area);
      const referenceId = referenceOf(sheetId, address);
      return [
        aboutSheet(EventType.worksheetFormatChanged, sheetId, { address, source, referenceId }),
        ...announcementsOfBindings(context, change),
      ];
    }
    case "rowsHidden":
    case "rowsShown": {
      const address = `${change.at + 1}:${change.at + change.count}`;
      const changeType = change.kind === "rowsHidden" ? "Hidden" : "Unhidden";
      return [aboutSheet(EventType.worksheetRowHiddenChanged, sheetId, { address, changeType, source })];
    }
    default:
      return announcementsOfContent(context, change, author);
  }
}

type ContentChange = Exclude<
  SpreadsheetChange,
  { readonly kind: "selection" | "format" | "calculated" | "rowsHidden" | "rowsShown" | SheetKind }
>;
type SheetKind = "sheetAdded" | "sheetDeleted" | "sheetActivated";

/** An event of a sheet, for the handlers of the sheet and of all sheets. */
function aboutSheet(eventType: number, sheetId: string, message: Message): Announcement {
  const worksheetId = wireSheetId(sheetId);
  return { eventType, targets: [worksheetId, WORKBOOK_TARGET], message: { worksheetId, ...message } };
}

/** By this the client finds the range of an event. */
function referenceOf(sheetId: string, address: string): string {
  return `${wireSheetId(sheetId)}!${address}`;
}

function announcementsOfContent(
  context: ModelContext,
  change: ContentChange,
  author: Author
): readonly Announcement[] {
  const { sheetId } = change;
  const address = addressOf(change);
  const message: Message = {
    address,
    changeType: CHANGE_TYPES[change.kind],
    source: author.source,
    triggerSource: author.trigger,
    shiftDirection: "move" in change ? SHIFTS[change.move] : "None",
    referenceId: referenceOf(sheetId, address),
    ...(author.tellsValues ? valuesOf(change) : {}),
  };
  return [
    aboutSheet(EventType.worksheetChanged, sheetId, message),
    ...(change.kind === "cells"
      ? [...ofTables(context, sheetId, change.area, message), ...ofFormulas(change, author)]
      : []),
    ...announcementsOfBindings(context, change),
  ];
}

function ofTables(
  context: ModelContext,
  sheetId: string,
  area: Area,
  message: Message
): readonly Announcement[] {
  const worksheetId = wireSheetId(sheetId);
  return tablesOn(context, sheetId)
    .filter((table) => overlaps(table.area, area))
    .map(({ id }) => ({
      eventType: EventType.tableChanged,
      targets: [id, WORKBOOK_TARGET, worksheetId],
      message: { worksheetId, ...message, tableId: id },
    }));
}

function ofFormulas(
  change: SpreadsheetChange & { readonly kind: "cells" },
  author: Author
): readonly Announcement[] {
  const formulaDetails = (change.formulas ?? []).map(({ row, column, before }) => ({
    cellAddress: formatArea(areaOf(row, column, 1, 1)),
    previousFormula: before,
  }));
  const message = { source: author.source, formulaDetails };
  return formulaDetails.length === 0
    ? []
    : [aboutSheet(EventType.worksheetFormulaChanged, change.sheetId, message)];
}

/** Knows in which tables the selection was before it moved. */
interface Selections {
  /** Tables that the selection reaches, with the part of them, and those that it has left, without. */
  moveTo(sheetId: string, area: Area): readonly Announcement[];
}

function createSelections(context: ModelContext): Selections {
  let inside: readonly { readonly tableId: string; readonly sheetId: string }[] = [];

  function told(tableId: string, sheetId: string, address: string): Announcement {
    const message = { worksheetId: wireSheetId(sheetId), tableId, address };
    return { eventType: EventType.tableSelectionChanged, targets: [tableId], message };
  }

  return {
    moveTo: (sheetId, area) => {
      const reached = tablesOn(context, sheetId).flatMap(({ id, area: tableArea }) => {
        const part = intersection(tableArea, area);
        return part ? [{ tableId: id, sheetId, part }] : [];
      });
      const left = inside.filter(({ tableId }) => !reached.some((table) => table.tableId === tableId));
      inside = reached;
      return [
        ...left.map((table) => told(table.tableId, table.sheetId, "")),
        ...reached.map((table) => told(table.tableId, sheetId, formatArea(table.part))),
      ];
    },
  };
}

/**
 * Tells the handlers of a sheet that its rows (or columns) have been sorted; `area` is what changed its place.
 */
export function tellSorted(
  context: ModelContext,
  sheetId: string,
  area: Area,
  what: "rows" | "columns"
): void {
  const isRows = what === "rows";
  const address = isRows
    ? `${area.top + 1}:${area.bottom + 1}`
    : `${columnName(area.left)}:${columnName(area.right)}`;
  context.announce(
    aboutSheet(isRows ? EventType.worksheetRowSorted : EventType.worksheetColumnSorted, sheetId, { address })
  );
}

/**
 * Tells that the user has clicked (or tapped) a cell. Where in the cell is told in points from its corner; a host
 * without a screen knows of the corner only.
 */
export function tellClick(context: ModelContext, sheetId: string, cell: Area, offset = { x: 0, y: 0 }): void {
  const message = { address: formatArea(cell), offsetX: offset.x, offsetY: offset.y };
  context.announce(aboutSheet(EventType.worksheetSingleClicked, sheetId, message));
}

/** Tells that the user has come to the workbook. */
export function tellWorkbookActivated(context: ModelContext): void {
  context.announce({ eventType: EventType.workbookActivated, targets: [WORKBOOK_TARGET], message: {} });
}

const CHANGE_TYPES = {
  cells: "RangeEdited",
  rowsInserted: "RowInserted",
  rowsDeleted: "RowDeleted",
  columnsInserted: "ColumnInserted",
  columnsDeleted: "ColumnDeleted",
  cellsInserted: "CellInserted",
  cellsDeleted: "CellDeleted",
} as const;

const SHIFTS = {
  down: "ShiftCellDown",
  right: "ShiftCellRight",
  up: "ShiftCellUp",
  left: "ShiftCellLeft",
} as const;

function addressOf(change: ContentChange): string {
  switch (change.kind) {
    case "cells":
    case "cellsInserted":
    case "cellsDeleted":
      return formatArea(change.area);
    case "rowsInserted":
    case "rowsDeleted":
      return `${change.at + 1}:${change.at + change.count}`;
    case "columnsInserted":
    case "columnsDeleted":
      return `${columnName(change.at)}:${columnName(change.at + change.count - 1)}`;
  }
}

/** Values before and after, told when a single cell was edited. */
function valuesOf(change: ContentChange): Readonly<Record<string, Scalar>> {
  const isSingle =
    change.kind === "cells" && sameArea(change.area, areaOf(change.area.top, change.area.left, 1, 1));
  if (!isSingle || change.before === undefined || change.after === undefined) {
    return {};
  }
  return {
    valueBefore: change.before ?? "",
    valueAfter: change.after ?? "",
    valueTypeBefore: typeName(change.before),
    valueTypeAfter: typeName(change.after),
  };
}

function typeName(value: Scalar | null): string {
  if (value === null || value === "") {
    return "Empty";
  }
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

/** To those who asked. For common events nobody asks here: the client knows its own handlers of them. */
function entriesOf(
  context: ModelContext,
  { eventType, targets, message }: Announcement
): readonly EventEntry[] {
  return targets
    .filter((target) => isCommonEvent(eventType) || context.registrations.has(eventType, target))
    .map((targetId) => ({
      messageCategory: 65536,
      messageType: eventType,
      targetId,
      message: JSON.stringify(message),
      id: context.nextId(),
    }));
}
