import type { FUniver } from "@univerjs/core/facade";
import { createExcelHost, createUniverSpreadsheet } from "..";
import { formatAddress } from "../addresses";
import type { AddIn } from "./manifest";
import { createOfficeFrames, type FrameRequests, type OfficeFrames } from "./officeFrames";
import { openWorkbook } from "./workbook";

/** The running "Excel" of the page. */
export interface Excel {
  readonly workbookName: string;
  readonly frames: OfficeFrames;
  readonly focusGrid: () => void;
  /** Tells the address of the selection, with its sheet, whenever it moves. */
  readonly onSelection: (listener: (address: string) => void) => void;
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
  const { api, focus } = openWorkbook(container);
  window.spreadsheetApi = api;
  const spreadsheet = createUniverSpreadsheet(api);
  const host = createExcelHost(spreadsheet, { apiVersion: addIn.excelApi });
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
  };
}
