import {
  ICommandService,
  IUndoRedoService,
  LifecycleService,
  LifecycleStages,
  type IWorkbookData,
  LocaleType,
  LogLevel,
  mergeLocales,
  Univer,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import conditionalFormattingTexts from "@univerjs/preset-sheets-conditional-formatting/locales/vi-VN";
import { ILayoutService, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/vi-VN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import dataValidationTexts from "@univerjs/preset-sheets-data-validation/locales/vi-VN";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterTexts from "@univerjs/preset-sheets-filter/locales/vi-VN";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableTexts from "@univerjs/preset-sheets-table/locales/vi-VN";
import { useVietnameseCells } from "./vietnameseCells";
import { LOCALE } from "./vietnameseNumfmt";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-filter/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";

const WORKBOOK_ID = "workbook";

/** What a fresh workbook of Excel in Vietnamese holds, with room for a province's tables. Univer goes on to write in it. */
function newWorkbook(name: string): Partial<IWorkbookData> {
  return {
    id: WORKBOOK_ID,
    name,
    locale: LocaleType.VI_VN,
    sheetOrder: ["sheet-1"],
    sheets: { "sheet-1": { id: "sheet-1", name: "Trang_tính1", rowCount: 1000, columnCount: 26 } },
  };
}

export interface OpenWorkbook {
  readonly api: FUniver;
  readonly commands: ICommandService;
  /** Gives the keyboard to the grid. */
  readonly focus: () => void;
  /** Resolves once the grid is drawn, when texts can be measured. */
  readonly drawn: () => Promise<void>;
  /** What was done so far cannot be undone: it was the opening of a file. */
  readonly forgetHistory: () => void;
  /** Takes everything off the page again. */
  readonly dispose: () => void;
}

/**
 * Puts a new workbook on the page.
 *
 * Univer's presets are used for their lists of plugins only; the package that starts presets pulls in others
 * without a licence.
 */
export function openWorkbook(container: HTMLElement, name: string): OpenWorkbook {
  const presets = [
    UniverSheetsCorePreset({ container, header: true, toolbar: true, ribbonType: "simple" }),
    UniverSheetsDataValidationPreset(),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsTablePreset(),
    UniverSheetsFilterPreset(),
  ];
  const texts = mergeLocales(
    coreTexts,
    dataValidationTexts,
    conditionalFormattingTexts,
    tableTexts,
    filterTexts
  );
  const univer = new Univer({
    locale: LocaleType.VI_VN,
    locales: { [LocaleType.VI_VN]: texts },
    logLevel: LogLevel.ERROR,
  });
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const api = FUniver.newAPI(univer);
  api.createWorkbook(newWorkbook(name)).setNumfmtLocal(LOCALE);
  const injector = univer.__getInjector(); // holds the plugins' services once there is a workbook
  useVietnameseCells(injector);
  return {
    api,
    commands: injector.get(ICommandService),
    focus: () => injector.get(ILayoutService).focus(),
    drawn: () => injector.get(LifecycleService).onStage(LifecycleStages.Rendered),
    forgetHistory: () => injector.get(IUndoRedoService).clearUndoRedo(WORKBOOK_ID),
    dispose: () => univer.dispose(),
  };
}
