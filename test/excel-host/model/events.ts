/** Changes of the spreadsheet as Excel's events: late, coalesced, only to who asked. */
import { columnName, formatArea } from "../addresses";
import { areaOf, boundingArea, overlaps, sameArea } from "../areas";
import type { EventEntry, EventMessage } from "../protocol";
import { EventType, WORKBOOK_TARGET } from "../protocol";
import type { Area, Scalar, SpreadsheetChange } from "../spreadsheet/spreadsheet";
import type { ModelContext } from "./context";
import type { Method } from "./definition";
import { method } from "./definition";
import { tablesOn } from "./tableAreas";
import { wireSheetId } from "./worksheets";

interface Registered {
  readonly context: ModelContext;
}

/** Declares `_RegisterXEvent` of a class; the event's target is who the client asks about. */
export function registration<T extends Registered | ModelContext>(
  eventType: number,
  targetOf: (target: T) => string
): Method<T> {
  return method((target) => contextOf(target).registrations.add(eventType, targetOf(target)));
}

export function unregistration<T extends Registered | ModelContext>(
  eventType: number,
  targetOf: (target: T) => string
): Method<T> {
  return method((target) => contextOf(target).registrations.remove(eventType, targetOf(target)));
}

function contextOf(target: Registered | ModelContext): ModelContext {
  return "context" in target ? target.context : target;
}

/** Who changes the spreadsheet at the moment. */
interface Author {
  readonly source: "Local" | "Remote";
  readonly trigger: "ThisLocalAddin" | "Unknown";
  readonly tellsValues: boolean;
}

const USER: Author = { source: "Local", trigger: "Unknown", tellsValues: true };
const ADD_IN: Author = { source: "Local", trigger: "ThisLocalAddin", tellsValues: true };

interface Noted {
  readonly change: SpreadsheetChange;
  readonly author: Author;
}

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
  let author = USER;
  let noted: Noted[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  function send(): void {
    const due = coalesced(noted);
    noted = [];
    timer = null;
    const entries = due.flatMap((each) => entriesOf(context, each));
    if (entries.length > 0) {
      listeners.forEach((listener) => listener({ entries }));
    }
  }

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
    add: (change) => {
      noted.push({ change, author });
      timer ??= setTimeout(send, delay);
    },
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

/** Cell changes next to each other, by the same author, are one; of selections the last one counts. */
function coalesced(all: readonly Noted[]): readonly Noted[] {
  const result: Noted[] = [];
  for (const next of all) {
    const last = result.at(-1);
    const joined = last && joinedNote(last, next);
    if (joined) {
      result[result.length - 1] = joined;
    } else {
      result.push(next);
    }
  }
  return result;
}

function joinedNote(last: Noted, next: Noted): Noted | null {
  if (last.author !== next.author || last.change.sheetId !== next.change.sheetId) {
    return null;
  }
  if (last.change.kind === "selection" && next.change.kind === "selection") {
    return next;
  }
  if (last.change.kind !== "cells" || next.change.kind !== "cells") {
    return null;
  }
  const area = joinedArea(last.change.area, next.change.area);
  return area && { author: next.author, change: { kind: "cells", sheetId: next.change.sheetId, area } };
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

function entriesOf(context: ModelContext, { change, author }: Noted): readonly EventEntry[] {
  const sheetTarget = wireSheetId(change.sheetId);
  const address = addressOf(change);
  if (change.kind === "selection") {
    const message = { worksheetId: sheetTarget, address };
    return toWhoAsked(context, EventType.worksheetSelectionChanged, [sheetTarget, WORKBOOK_TARGET], message);
  }
  const message = {
    worksheetId: sheetTarget,
    address,
    changeType: CHANGE_TYPES[change.kind],
    source: author.source,
    triggerSource: author.trigger,
    shiftDirection: "move" in change ? SHIFTS[change.move] : "None",
    referenceId: `${sheetTarget}!${address}`,
    ...(author.tellsValues ? valuesOf(change) : {}),
  };
  return [
    ...toWhoAsked(context, EventType.worksheetChanged, [sheetTarget, WORKBOOK_TARGET], message),
    ...tableEntries(context, change, message),
  ];
}

function tableEntries(
  context: ModelContext,
  change: SpreadsheetChange,
  message: Readonly<Record<string, unknown>>
): readonly EventEntry[] {
  if (change.kind !== "cells") {
    return [];
  }
  return tablesOn(context, change.sheetId)
    .filter((table) => overlaps(table.area, change.area))
    .flatMap((table) =>
      toWhoAsked(context, EventType.tableChanged, [table.id, WORKBOOK_TARGET, wireSheetId(change.sheetId)], {
        ...message,
        tableId: table.id,
      })
    );
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

function addressOf(change: SpreadsheetChange): string {
  switch (change.kind) {
    case "cells":
    case "cellsInserted":
    case "cellsDeleted":
    case "selection":
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
function valuesOf(change: SpreadsheetChange): Readonly<Record<string, Scalar>> {
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

function toWhoAsked(
  context: ModelContext,
  eventType: number,
  targets: readonly string[],
  message: Readonly<Record<string, unknown>>
): readonly EventEntry[] {
  return targets
    .filter((target) => context.registrations.has(eventType, target))
    .map((targetId) => ({
      messageCategory: 65536,
      messageType: eventType,
      targetId,
      message: JSON.stringify(message),
      id: context.nextId(),
    }));
}
