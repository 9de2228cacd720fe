/** Brings what the host keeps itself before the engine's eyes, once per batch. */
import { shownConditionalFormats } from "./conditionalFormats";
import type { ModelContext } from "./context";
import { shownValidations } from "./dataValidation";

/** Shows validations and conditional formats of every sheet where they changed. */
export function paint(context: ModelContext): void {
  const present = new Set(context.spreadsheet.sheets().map(({ id }) => id));
  for (const sheetId of context.unpainted) {
    if (present.has(sheetId)) {
      context.spreadsheet.showValidations(sheetId, shownValidations(context, sheetId));
      context.spreadsheet.showConditionalFormats(sheetId, shownConditionalFormats(context, sheetId));
    }
  }
  context.unpainted.clear();
}
