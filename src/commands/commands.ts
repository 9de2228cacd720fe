/** Ribbon buttons that work without the pane. */
import { failureQuery } from "../taskpane/failures";
import { preferredRound, preferredUnit } from "../taskpane/preferences";
import { describeFailure, insertTemplate } from "../taskpane/services";

/** Size of the dialog, in percent of the screen. */
const DIALOG = { width: 30, height: 30 };

/**
 * "Chèn biểu mẫu": inserts the forms for the unit and round chosen last in the pane, or for an unnamed unit and the
 * latest round. Sheets that exist are kept.
 */
async function insertForms(event: Office.AddinCommands.Event): Promise<void> {
  try {
    await insertTemplate(preferredUnit(), preferredRound());
  } catch (error) {
    showFailure(error);
  } finally {
    event.completed();
  }
}

function showFailure(error: unknown): void {
  const address = new URL(`taskpane.html?${failureQuery(describeFailure(error))}`, window.location.href);
  Office.context.ui.displayDialogAsync(address.href, { ...DIALOG, displayInIframe: true });
}

void Office.onReady(() => {
  Office.actions.associate("insertForms", insertForms);
});
