/** What all objects of one host share. */
import type { Json } from "../protocol";
import type { Locale } from "../typedInput";
import type { Spreadsheet } from "../spreadsheet/spreadsheet";
import type { HostObject } from "./definition";
import type { HostState, SheetState, TableState } from "./state";
import { newSheetState, newTableState } from "./state";

/** Objects that the client keeps across batches (`_KeepReference`). */
export interface ReferenceTable {
  keep(object: HostObject): string;
  find(id: string): HostObject | null;
  idOf(target: unknown): string | null;
  release(id: string): void;
  releaseAll(): void;
  count(): number;
  /** Replaces every tracked object; `null` makes the reference invalid. */
  map(change: (object: HostObject) => HostObject | null): void;
}

/** Event handlers that the client attached: event type and target, how often. */
export interface Registrations {
  add(eventType: number, target: string): void;
  remove(eventType: number, target: string): void;
  has(eventType: number, target: string): boolean;
}

/** Something that the add-in can be told: an event of the client, by its number. */
export interface Announcement {
  readonly eventType: number;
  /** Whose handlers may have asked for it: ids as the wire has them, `Workbook` for collections. */
  readonly targets: readonly string[];
  /** The event's arguments; who caused it is added when it is sent. */
  readonly message: { readonly [name: string]: Json };
}

/** What lasts as long as the workbook is open and is saved nowhere. */
export interface Session {
  /** `Runtime.enableEvents`. */
  enableEvents: boolean;
  activeChart: { readonly sheetId: string; readonly chartId: string } | null;
}

export interface ModelContext {
  readonly spreadsheet: Spreadsheet;
  readonly state: HostState;
  readonly apiVersion: string;
  readonly locale: Locale;
  /** The year that a typed date without one belongs to. */
  readonly currentYear: () => number;
  readonly references: ReferenceTable;
  readonly registrations: Registrations;
  readonly session: Session;
  /** Tells the add-in's handlers, a while later. */
  announce(announcement: Announcement): void;
  onAnnouncement(listener: (announcement: Announcement) => void): void;
  /** Sheets whose validations or conditional formats the engine does not show yet. */
  readonly unpainted: Set<string>;
  nextId(): number;
}

export function createContext(
  options: Pick<ModelContext, "spreadsheet" | "state" | "apiVersion" | "locale" | "currentYear">
): ModelContext {
  let lastId = 0;
  const nextId = (): number => (lastId += 1);
  const listeners = new Set<(announcement: Announcement) => void>();
  return {
    ...options,
    references: createReferences(nextId),
    registrations: createRegistrations(),
    session: { enableEvents: true, activeChart: null },
    announce: (announcement) => listeners.forEach((listener) => listener(announcement)),
    onAnnouncement: (listener) => void listeners.add(listener),
    unpainted: new Set(),
    nextId,
  };
}

/** State beside the engine of one sheet, made when first asked for. */
export function sheetState(context: ModelContext, sheetId: string): SheetState {
  return (context.state.sheets[sheetId] ??= newSheetState());
}

export function tableState(context: ModelContext, tableId: string): TableState {
  return (context.state.tables[tableId] ??= newTableState());
}

/** An id that nothing kept has, not even in a state that another host made. */
export function freshId(context: ModelContext, kind: string, taken: readonly string[]): string {
  const id = `{${kind}-${context.nextId()}}`;
  return taken.includes(id) ? freshId(context, kind, taken) : id;
}

function createReferences(nextId: () => number): ReferenceTable {
  const objects = new Map<string, HostObject>();
  const ids = new Map<unknown, string>();

  function release(id: string): void {
    const object = objects.get(id);
    objects.delete(id);
    ids.delete(object?.target);
  }

  function hold(id: string, object: HostObject): void {
    objects.set(id, object);
    ids.set(object.target, id);
  }

  return {
    keep: (object) => {
      const id = ids.get(object.target) ?? `reference-${nextId()}`;
      hold(id, object);
      return id;
    },
    find: (id) => objects.get(id) ?? null,
    idOf: (target) => ids.get(target) ?? null,
    release,
    releaseAll: () => [...objects.keys()].forEach(release),
    count: () => objects.size,
    map: (change) => {
      for (const [id, object] of [...objects]) {
        const next = change(object);
        if (next !== object) {
          release(id);
          if (next) {
            hold(id, next);
          }
        }
      }
    },
  };
}

function createRegistrations(): Registrations {
  const counts = new Map<string, number>();
  const change = (eventType: number, target: string, by: number): void => {
    const key = `${eventType} ${target}`;
    counts.set(key, Math.max(0, (counts.get(key) ?? 0) + by));
  };
  return {
    add: (eventType, target) => change(eventType, target, 1),
    remove: (eventType, target) => change(eventType, target, -1),
    has: (eventType, target) => (counts.get(`${eventType} ${target}`) ?? 0) > 0,
  };
}
