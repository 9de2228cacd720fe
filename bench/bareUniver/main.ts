/** Univer with the presets of the try-out page, and nothing of ours. */
import { LocaleType, LogLevel, mergeLocales, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/vi-VN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import "@univerjs/preset-sheets-core/lib/index.css";

const container = document.getElementById("root") ?? undefined;
const univer = new Univer({
  locale: LocaleType.VI_VN,
  locales: { [LocaleType.VI_VN]: mergeLocales(coreTexts) },
  logLevel: LogLevel.ERROR,
});
const presets = [
  UniverSheetsCorePreset({ container, header: true, toolbar: true, ribbonType: "simple" }),
  UniverSheetsDataValidationPreset(),
  UniverSheetsConditionalFormattingPreset(),
  UniverSheetsTablePreset(),
  UniverSheetsFilterPreset(),
];
for (const plugin of presets.flatMap((preset) => preset.plugins)) {
  if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
  else univer.registerPlugin(plugin);
}
FUniver.newAPI(univer).createWorkbook({ id: "workbook", name: "Sổ tính1" });
