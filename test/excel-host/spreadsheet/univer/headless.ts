/** Univer without a screen: one empty workbook. Bundled for Node by `bundle`. */
import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import type { Spreadsheet } from "../spreadsheet";
import { registerSpreadsheetPlugins } from "./plugins";
import { createUniverSpreadsheet } from "./univerSpreadsheet";

/** Univer 0.25 uses iterator helpers, which Node 20 does not have yet. */
function addIteratorHelpers(): void {
  const prototype: object = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as object;
  if (!("some" in prototype)) {
    Object.defineProperty(prototype, "some", {
      configurable: true,
      writable: true,
      value(this: Iterable<unknown>, holds: (value: unknown) => boolean): boolean {
        for (const value of this) {
          if (holds(value)) {
            return true;
          }
        }
        return false;
      },
    });
  }
}

export interface HeadlessOptions {
  readonly workbookName: string;
  readonly sheetName: string;
}

/** Univer itself with one empty workbook, as far as it works without a screen. */
export function startHeadlessUniver({ workbookName, sheetName }: HeadlessOptions): {
  readonly univer: Univer;
  readonly api: FUniver;
} {
  addIteratorHelpers();
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.ERROR,
  });
  registerSpreadsheetPlugins(univer);
  const api = FUniver.newAPI(univer);
  const sheet = { id: "sheet-1", name: sheetName, rowCount: 100, columnCount: 26 };
  api.createWorkbook({
    id: "workbook",
    name: workbookName,
    sheetOrder: [sheet.id],
    sheets: { [sheet.id]: sheet },
  });
  api.getActiveWorkbook()?.setNumfmtLocal("vi");
  return { univer, api };
}

export function createHeadlessSpreadsheet(options: HeadlessOptions): Spreadsheet {
  const { univer, api } = startHeadlessUniver(options);
  const spreadsheet = createUniverSpreadsheet(api);
  return {
    ...spreadsheet,
    get name() {
      return spreadsheet.name;
    },
    dispose: () => {
      spreadsheet.dispose();
      univer.dispose();
    },
  };
}
