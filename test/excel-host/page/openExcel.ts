import type { FUniver } from "@univerjs/core/facade";
import { createExcelHost, createUniverSpreadsheet, type ExcelHost, type Spreadsheet } from "..";
import { formatAddress, formatArea } from "../addresses";
import { areaOf } from "../areas";
import { readDocumentSettings, writeDocumentSettings } from "../model/documentSettings";
import type { ProtectionOptions } from "../model/state";
import type { AddIn } from "./manifest";
import { openWorkbook as showFile, type ReadFile } from "../files/openWorkbook";
import { keepLockedCells, keepStructure, type MayEdit } from "./lockedCells";
import { createOfficeFrames, type FrameRequests, type OfficeFrames, type RequestHost } from "./officeFrames";
import { openWorkbook } from "./workbook";
import { ENDING, type Book } from "./workbookFiles";

/** The running "Excel" of the page. */
export interface Excel {
  readonly frames: OfficeFrames;
  readonly focusGrid: () => void;
  /** Tells the address of the selection, with its sheet, whenever it moves. */
  readonly onSelection: (listener: (address: string) => void) => void;
  /** Tells that the user tried to change a locked cell of a protected sheet, or how its cells are arranged. */
  readonly onRefusedEdit: (listener: (what: Refused) => void) => void;
  /** The workbook as an .xlsx file; from now on it counts as saved. */
  readonly save: () => Promise<Uint8Array>;
  /** Whether saving would give another file than the last time, or than the workbook began with. */
  readonly isChanged: () => Promise<boolean>;
  /** Takes everything off the page. */
  readonly dispose: () => void;
}

export type Refused = "cell" | "structure";

declare global {
  interface Window {
    /** The embedded spreadsheet, for the browser's console and for tests that look at the grid itself. */
    spreadsheetApi?: FUniver;
    /** The Excel host, for its counters, and for faults that the console or a test asks of it. */
    excelHost?: ExcelHost;
  }
}

/**
 * Opens a workbook in `container`, fills it from a file if there is one, puts the Excel host over it and lets the add-in's frames talk to that host.
 * The host declares exactly the ExcelApi version that the manifest asks for, so that a newer member is refused
 * here as it would be in the oldest Excel that the add-in supports.
 */
export async function openExcel(
  container: HTMLElement,
  addIn: AddIn,
  locale: string,
  book: Book,
  requests: FrameRequests
): Promise<Excel> {
  const workbook = openWorkbook(container, book.name);
  const { api, commands } = workbook;
  window.spreadsheetApi = api;
  const spreadsheet = createUniverSpreadsheet(api);
  const state = book.file && (await showFile(book.file, spreadsheet));
  if (book.file) {
    await workbook.drawn();
    fitRows(book.file, spreadsheet);
  }
  workbook.forgetHistory();
  const editing = watchGuard(spreadsheet);
  const excelHost = createExcelHost(editing.spreadsheet, {
    apiVersion: addIn.excelApi,
    ...(state && { state }),
  });
  window.excelHost = excelHost;
  const host = countingWork(withSettings(excelHost));
  const refused = new Set<(what: Refused) => void>();
  const refuse = (what: Refused): void => refused.forEach((listener) => listener(what));
  // The host's own listener came first and has decided.
  api.addEvent(api.Event.BeforeSheetEditStart, ({ cancel }) => cancel && refuse("cell"));
  keepLockedCells(commands, editing.mayEdit, host.isAtWork, () => refuse("cell"));
  keepStructure(commands, protectionIn(excelHost), host.isAtWork, () => refuse("structure"));
  api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
    const cell = formatArea(areaOf(row, column, 1, 1));
    void excelHost.click(worksheet.getSheetName(), cell);
  });
  const activate = (): void => {
    if (document.visibilityState === "visible") void excelHost.activate();
  };
  document.addEventListener("visibilitychange", activate);
  // Before anything that a page of the add-in asks for.
  let saved = excelHost.save();
  const frames = createOfficeFrames(
    host,
    {
      locale,
      addInName: addIn.name,
      workbookName: book.name + ENDING,
      requirements: {
        ExcelApi: addIn.excelApi,
        DialogApi: "1.2",
        Settings: "1.1",
        OpenBrowserWindowApi: "1.1",
        // The client then asks for the document's data and bindings through its batches.
        RedirectV1Api: "1.1",
        MatrixBindings: "1.1",
        MatrixCoercion: "1.1",
        TableBindings: "1.1",
        TextBindings: "1.1",
        TextCoercion: "1.1",
        BindingEvents: "1.1",
        DocumentEvents: "1.1",
      },
    },
    requests
  );
  return {
    frames,
    focusGrid: workbook.focus,
    save: () => (saved = excelHost.save()),
    isChanged: async () => !sameBytes(await saved, await excelHost.save()),
    dispose: () => {
      document.removeEventListener("visibilitychange", activate);
      frames.dispose();
      excelHost.dispose();
      workbook.dispose();
    },
    onSelection: (listener) => {
      spreadsheet.onChange((change) => {
        if (change.kind !== "selection") return;
        const sheet = spreadsheet.sheets().find(({ id }) => id === change.sheetId);
        listener(formatAddress(sheet?.name ?? "", change.area));
      });
    },
    onRefusedEdit: (listener) => void refused.add(listener),
  };
}

/** Rows that the file gives no height are as high as their text, as Excel shows them. */
function fitRows({ sheets }: ReadFile, spreadsheet: Spreadsheet): void {
  spreadsheet.sheets().forEach(({ id }, index) => {
    const { rows = [], rowDefs, cells } = sheets[index]?.content ?? {};
    rows.forEach((row, number) => {
      const isWrapped = row.some(
        (_, column) => cells?.get(`${number},${column}`)?.style?.alignment?.wrapText
      );
      if (isWrapped && rowDefs?.get(number)?.height === undefined)
        spreadsheet.autofitRows(id, number, number);
    });
  });
}

function protectionIn({
  spreadsheet,
  state,
}: ExcelHost): (sheetId: string | undefined) => ProtectionOptions | null {
  return (sheetId) => state.sheets[sheetId ?? spreadsheet.activeSheet()]?.protection?.options ?? null;
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function withSettings(host: ExcelHost): RequestHost {
  return {
    process: (body) => host.process(body),
    onEvent: (listener) => host.onEvent(listener),
    settings: {
      read: () => readDocumentSettings(host.state),
      write: (settings) => writeDocumentSettings(host.state, settings),
    },
  };
}

/** The spreadsheet for the host, and the answer that the host gives when a user wants to edit a cell. */
function watchGuard(spreadsheet: Spreadsheet): {
  readonly spreadsheet: Spreadsheet;
  readonly mayEdit: MayEdit;
} {
  let allowed: MayEdit = () => true;
  const guardEdits = (next: MayEdit): void => {
    allowed = next;
    spreadsheet.guardEdits(next);
  };
  return {
    spreadsheet: Object.create(spreadsheet, { guardEdits: { value: guardEdits } }) as Spreadsheet,
    mayEdit: (...cell) => allowed(...cell),
  };
}

/** The host, and whether it is carrying out a batch of the add-in just now. */
function countingWork(host: RequestHost): RequestHost & { readonly isAtWork: () => boolean } {
  let running = 0;
  return {
    onEvent: (listener) => host.onEvent(listener),
    settings: host.settings,
    process: async (body) => {
      running += 1;
      try {
        return await host.process(body);
      } finally {
        running -= 1;
      }
    },
    isAtWork: () => running > 0,
  };
}
