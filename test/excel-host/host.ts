/** The Excel host: takes request batches of the genuine client, answers them from a spreadsheet, sends events. */
import { parseArea } from "./addresses";
import { areaOf, isEmpty, sameArea } from "./areas";
import { runBatch } from "./dispatcher";
import { HostError, itemNotFound } from "./errors";
import type { EditStep } from "./editHistory";
import { createEditHistory, entryOf } from "./editHistory";
import type { Fault, FaultQueue } from "./faults";
import { ConnectionLost, createFaultQueue, faultError } from "./faults";
import type { HostObject } from "./model/definition";
import { deactivateChart } from "./model/charts";
import { createContext } from "./model/context";
import { createEventQueue, tellClick, tellWorkbookActivated } from "./model/events";
import { paint } from "./model/painting";
import { isLockedForUser, writeTyped } from "./model/cells";
import { serviceObject } from "./model/service";
import { followStructure } from "./model/structure";
import type { HostState } from "./model/state";
import { createHostState } from "./model/state";
import { workbookObject } from "./model/workbook";
import { findSheet } from "./model/worksheets";
import type { EventMessage, Json, RequestBody, ResponseBody } from "./protocol";
import { isRequest } from "./requestForm";
import type { Area, Spreadsheet } from "./spreadsheet/spreadsheet";
import type { Locale } from "./typedInput";

/** Excel on the web refuses larger requests and responses. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

export interface ExcelHostOptions {
  /** Declared ExcelApi version; members above it are refused. Excel 2021: `1.14` (default), LTSC 2024: `1.17`. */
  readonly apiVersion?: string;
  /** How typed text is understood; `vi-VN` by default. */
  readonly locale?: Locale;
  /** Year of a typed day and month without one. */
  readonly currentYear?: () => number;
  /** State of an earlier host, for a workbook that is opened again. */
  readonly state?: HostState;
  /** Milliseconds until a change is told to the add-in. */
  readonly eventDelay?: number;
}

/** What the host was asked for since it began or since `reset`. */
export interface Counters {
  /** Batches; a `context.sync()` with nothing to do sends none. */
  syncs: number;
  actions: number;
  requestBytes: number;
  responseBytes: number;
  /** Largest single request and response. */
  largestRequest: number;
  largestResponse: number;
  /** Range objects that the client still tracks. */
  trackedObjects(): number;
  reset(): void;
}

/** An edit in the spreadsheet by somebody who is not the add-in. */
export interface UserEdit {
  readonly sheet: string;
  /** The top left cell is enough. */
  readonly address: string;
  /** A single value, or rows of values. Text is understood as if typed. */
  readonly values: Json;
  /** Pasting never tells values before and after. */
  readonly pasted?: boolean;
  /** `Remote`: a co-author. */
  readonly source?: "Local" | "Remote";
}

export interface ExcelHost {
  readonly spreadsheet: Spreadsheet;
  readonly state: HostState;
  readonly counters: Counters;
  readonly faults: FaultQueue;
  readonly apiVersion: string;
  /**
   * Carries out one batch; batches never overlap. Rejects with `ConnectionLost` when such a fault is armed, and
   * never otherwise: failures are part of the response.
   */
  process(request: RequestBody): Promise<ResponseBody>;
  /** Events for the add-in, late and coalesced. Returns the way to stop listening. */
  onEvent(listener: (message: EventMessage) => void): () => void;
  /** Edits as a user would; `AccessDenied` on locked cells of a protected sheet. */
  edit(edit: UserEdit): Promise<void>;
  /** Takes back the user's last edit, as Ctrl+Z; false when there is none. */
  undo(): Promise<boolean>;
  /** Does again what was taken back, as Ctrl+Y; false when there is nothing. */
  redo(): Promise<boolean>;
  /** A click of the user on one cell; it selects the cell. `ItemNotFound` when there is none. */
  click(sheet: string, address: string): Promise<void>;
  /** The user comes back to the workbook from elsewhere. */
  activate(): Promise<void>;
  /** The workbook as an .xlsx file, after the batches that are running. */
  save(): Promise<Uint8Array>;
  /** Waits for running batches, and sends the events that are due. */
  settle(): Promise<void>;
  dispose(): void;
}

/** Puts Excel's object model over a spreadsheet. */
export function createExcelHost(spreadsheet: Spreadsheet, options: ExcelHostOptions = {}): ExcelHost {
  const apiVersion = options.apiVersion ?? "1.14";
  const state = options.state ?? createHostState();
  const context = createContext({
    spreadsheet,
    state,
    apiVersion,
    locale: options.locale ?? "vi-VN",
    currentYear: options.currentYear ?? (() => new Date().getFullYear()),
  });
  if (options.state) {
    spreadsheet.sheets().forEach(({ id }) => context.unpainted.add(id));
    paint(context);
  }
  const events = createEventQueue(context, options.eventDelay ?? 0);
  const counters = createCounters(() => context.references.count());
  const faults = createFaultQueue();
  const history = createEditHistory();
  const workbook = workbookObject(context);
  const roots = {
    apiVersion,
    workbook: (): HostObject => workbook,
    reference: (id: string): HostObject | null => context.references.find(id),
    beforeReading: () => spreadsheet.settle(),
    service: (name: string): HostObject | null => serviceObject(name),
  };
  const stopListening = spreadsheet.onChange((change) => {
    followStructure(context, change);
    if (history.isEndedBy(change)) {
      history.clear();
    }
    if (change.kind === "selection" || change.kind === "sheetActivated") {
      deactivateChart(context);
    }
    events.add(change);
  });
  spreadsheet.guardEdits(
    (sheetId, row, column) => !isLockedForUser(context, sheetId, areaOf(row, column, 1, 1))
  );
  let turn: Promise<unknown> = Promise.resolve();

  /** Batches and edits run one after the other, in the order in which they came. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  async function run(request: RequestBody, fault: Fault | null): Promise<ResponseBody> {
    if (fault?.kind === "error") {
      const done = Math.min(fault.afterActions ?? 0, request.Actions.length - 1);
      const before = await runBatch({ ...request, Actions: request.Actions.slice(0, done) }, roots);
      return before.Error ? before : { ...before, Error: faultError(fault, done) };
    }
    if (fault?.kind === "slow") {
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
    }
    if (fault?.kind === "connectionLost" && !fault.carriedOut) {
      throw new ConnectionLost("The request never reached the host.");
    }
    return runBatch(request, roots);
  }

  /** A batch, with formulas calculated and its rules shown when it answers. */
  async function runWhole(request: RequestBody, fault: Fault | null): Promise<ResponseBody> {
    const response = await run(request, fault);
    paint(context);
    await spreadsheet.settle();
    return response;
  }

  async function process(request: RequestBody): Promise<ResponseBody> {
    if (!isRequest(request)) {
      return refusal("InvalidRequest", "The request cannot be processed: it is malformed.", 400);
    }
    const requestBytes = bytesOf(request);
    const fault = faults.take();
    counters.syncs += 1;
    counters.actions += request.Actions.length;
    counters.requestBytes += requestBytes;
    counters.largestRequest = Math.max(counters.largestRequest, requestBytes);
    if (requestBytes > PAYLOAD_LIMIT) {
      return tooLarge("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit.");
    }
    const response = await inTurn(() => events.byAddIn(() => runWhole(request, fault)));
    if (fault?.kind === "connectionLost") {
      throw new ConnectionLost("The answer of the host was lost.");
    }
    const responseBytes = bytesOf(response);
    counters.responseBytes += responseBytes;
    counters.largestResponse = Math.max(counters.largestResponse, responseBytes);
    return responseBytes > PAYLOAD_LIMIT
      ? tooLarge("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.")
      : response;
  }

  function placeOf(sheet: string, address: string): { readonly sheetId: string; readonly corner: Area } {
    const sheetId = findSheet(context, sheet);
    const corner = parseArea(address);
    if (sheetId === null || corner === null || isEmpty(corner)) {
      throw itemNotFound(`${sheet}!${address}`);
    }
    return { sheetId, corner };
  }

  function click(sheet: string, address: string): Promise<void> {
    return inTurn(async () => {
      const { sheetId, corner } = placeOf(sheet, address);
      const cell = areaOf(corner.top, corner.left, 1, 1);
      const selected = spreadsheet.selection();
      if (selected.sheetId !== sheetId || !sameArea(selected.area, cell)) {
        spreadsheet.activateSheet(sheetId);
        spreadsheet.select(sheetId, cell);
      }
      tellClick(context, sheetId, cell);
      await spreadsheet.settle();
    });
  }

  function edit(request: UserEdit): Promise<void> {
    return inTurn(async () => {
      const { sheetId, corner } = placeOf(request.sheet, request.address);
      const rows = rowsOfValues(request.values);
      const area = areaOf(corner.top, corner.left, rows.length, rows[0]?.length ?? 0);
      if (isLockedForUser(context, sheetId, area)) {
        throw new HostError("AccessDenied", "The cell is protected.", request.address);
      }
      const before = spreadsheet.cells(sheetId, area);
      await events.by(request.source ?? "Local", request.pasted ?? false, async () => {
        writeTyped(context, sheetId, area, rows, "Range.values");
      });
      if (request.source !== "Remote") {
        history.note({ sheetId, area, before, after: spreadsheet.cells(sheetId, area) });
      }
      await spreadsheet.settle();
    });
  }

  /** Puts the cells of an edit back to one of its ends, as the user's own doing. */
  function goBack(take: () => EditStep | null, end: "before" | "after"): Promise<boolean> {
    return inTurn(async () => {
      const step = take();
      if (step) {
        const entries = step[end].map((row) => row.map(entryOf));
        await events.by("Local", true, async () => {
          spreadsheet.write(step.sheetId, step.area.top, step.area.left, entries);
        });
        await spreadsheet.settle();
      }
      return step !== null;
    });
  }

  return {
    spreadsheet,
    state,
    counters,
    faults,
    apiVersion,
    process,
    onEvent: events.listen,
    edit,
    undo: () => goBack(history.undo, "before"),
    redo: () => goBack(history.redo, "after"),
    click,
    activate: () => inTurn(() => Promise.resolve(tellWorkbookActivated(context))),
    save: () =>
      inTurn(async () => {
        // Files are read and written seldom, and their library is large.
        const { saveWorkbook } = await import("./files/saveWorkbook");
        return saveWorkbook(spreadsheet, state);
      }),
    settle: async () => {
      await turn;
      await spreadsheet.settle();
      await events.flush();
    },
    dispose: () => {
      stopListening();
      events.dispose();
      spreadsheet.dispose();
    },
  };
}

function rowsOfValues(values: Json): readonly (readonly Json[])[] {
  return Array.isArray(values) ? (values as readonly (readonly Json[])[]) : [[values]];
}

function tooLarge(code: string, message: string): ResponseBody {
  return refusal(code, message, 413);
}

function refusal(code: string, message: string, httpStatus: number): ResponseBody {
  const error = { Code: code, Message: message, Location: "", ActionIndex: 0, HttpStatusCode: httpStatus };
  return { Results: [], TraceIds: [], Error: error };
}

/** Size of a message as it goes over the wire: JSON in UTF-8. */
function bytesOf(body: RequestBody | ResponseBody): number {
  return new TextEncoder().encode(JSON.stringify(body)).length;
}

function createCounters(trackedObjects: () => number): Counters {
  const zero = {
    syncs: 0,
    actions: 0,
    requestBytes: 0,
    responseBytes: 0,
    largestRequest: 0,
    largestResponse: 0,
  };
  const counters: Counters = {
    ...zero,
    trackedObjects,
    reset: () => void Object.assign(counters, zero),
  };
  return counters;
}
