import type { FUniver } from "@univerjs/core/facade";
import { createExcelHost, createUniverSpreadsheet, type ExcelHost, type Spreadsheet } from "..";
import { formatAddress, formatArea } from "../addresses";
import { areaOf } from "../areas";
import { readDocumentSettings, writeDocumentSettings } from "../model/documentSettings";
import type { AddIn } from "./manifest";
import { keepLockedCells, type MayEdit } from "./lockedCells";
import { createOfficeFrames, type FrameRequests, type OfficeFrames, type RequestHost } from "./officeFrames";
import { openWorkbook } from "./workbook";

/** The running "Excel" of the page. */
export interface Excel {
  readonly workbookName: string;
  readonly frames: OfficeFrames;
  readonly focusGrid: () => void;
  /** Tells the address of the selection, with its sheet, whenever it moves. */
  readonly onSelection: (listener: (address: string) => void) => void;
  /** Tells that the user tried to change a locked cell of a protected sheet. */
  readonly onRefusedEdit: (listener: () => void) => void;
}

declare global {
  interface Window {
    /** The embedded spreadsheet, for the browser's console and for tests that look at the grid itself. */
    spreadsheetApi?: FUniver;
  }
}

/**
 * Opens a workbook in `container`, puts the Excel host over it and lets the add-in's frames talk to that host.
 * The host declares exactly the ExcelApi version that the manifest asks for, so that a newer member is refused
 * here as it would be in the oldest Excel that the add-in supports.
 */
export function openExcel(
  container: HTMLElement,
  addIn: AddIn,
  locale: string,
  requests: FrameRequests
): Excel {
  const { api, commands, focus } = openWorkbook(container);
  window.spreadsheetApi = api;
  const spreadsheet = createUniverSpreadsheet(api);
  const editing = watchGuard(spreadsheet);
  const excelHost = createExcelHost(editing.spreadsheet, { apiVersion: addIn.excelApi });
  const host = countingWork(withSettings(excelHost));
  const refused = new Set<() => void>();
  const refuse = (): void => refused.forEach((listener) => listener());
  // The host's own listener came first and has decided.
  api.addEvent(api.Event.BeforeSheetEditStart, ({ cancel }) => cancel && refuse());
  keepLockedCells(commands, editing.mayEdit, host.isAtWork, refuse);
  api.addEvent(api.Event.CellClicked, ({ worksheet, row, column }) => {
    const cell = formatArea(areaOf(row, column, 1, 1));
    void excelHost.click(worksheet.getSheetName(), cell);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void excelHost.activate();
  });
  const workbookName = api.getActiveWorkbook()?.getName() ?? "";
  const frames = createOfficeFrames(
    host,
    {
      locale,
      addInName: addIn.name,
      workbookName: `${workbookName}.xlsx`,
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
    workbookName,
    frames,
    focusGrid: focus,
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
