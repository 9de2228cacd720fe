/** Ribbon buttons that work without the pane. */
import { type Failure, failureQuery } from "../taskpane/failures";
import { preferredRound, preferredUnit } from "../taskpane/preferences";
import { describeFailure, drawProgress, insertTemplate } from "../taskpane/services";

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
    showFailure(describeFailure(error));
  } finally {
    event.completed();
  }
}

/** "Vẽ tiến độ": draws the sheets of figures anew from the merged tables. */
async function drawFigures(event: Office.AddinCommands.Event): Promise<void> {
  try {
    if (!(await drawProgress())) showFailure({ kind: "not-merged", code: "" });
  } catch (error) {
    showFailure(describeFailure(error));
  } finally {
    event.completed();
  }
}

function showFailure(failure: Failure): void {
  const address = new URL(`taskpane.html?${failureQuery(failure)}`, window.location.href);
  Office.context.ui.displayDialogAsync(address.href, { ...DIALOG, displayInIframe: true });
}

void Office.onReady(() => {
  Office.actions.associate("insertForms", insertForms);
  Office.actions.associate("drawProgress", drawFigures);
});
