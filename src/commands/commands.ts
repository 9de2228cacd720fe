/** Ribbon buttons that work without the pane. */
import { type CommandResult, resultQuery } from "../taskpane/commandResult";
import { preferredRound, preferredUnit, tellMarked } from "../taskpane/preferences";
import { describeFailure, drawProgress, insertTemplate, quickCheck } from "../taskpane/services";

/** Size of the dialog, in percent of the screen. */
const DIALOG = { width: 30, height: 35, displayInIframe: true };

/** More places are not put into the dialog's address; one more than are named, so that it says that there are others. */
const TOLD_PLACES = 4;

/**
 * "Chèn biểu mẫu": inserts the forms for the unit and round chosen last in the pane, or for an unnamed unit and the
 * latest round. Sheets that exist are kept.
 */
async function insertForms(): Promise<CommandResult> {
  const { drawn, kept } = await insertTemplate(preferredUnit(), preferredRound());
  return { kind: "inserted", drawn, kept };
}

/** "Vẽ tiến độ": draws the sheets of figures anew from the merged tables. What would be lost by it is asked about in the pane. */
async function drawFigures(): Promise<CommandResult> {
  const drawing = await drawProgress();
  switch (drawing.kind) {
    case "drawn":
      return { kind: "drawn", drawn: drawing.outcome.drawn };
    case "beside":
      return {
        kind: "failed",
        failure: { kind: "beside", places: drawing.places.slice(0, TOLD_PLACES), code: "" },
      };
    case "not-merged":
      return { kind: "failed", failure: { kind: "not-merged", code: "" } };
  }
}

/** "Kiểm tra nhanh": checks the open workbook and marks in its sheets what needs a look. */
async function runCheck(): Promise<CommandResult> {
  const counts = await quickCheck(preferredRound());
  // The pane keeps in step what it finds marked.
  tellMarked();
  return { kind: "checked", ...counts };
}

/** Does the work of a button and tells how it went. Excel is told that it is over when the dialog is closed. */
async function run(work: () => Promise<CommandResult>, event: Office.AddinCommands.Event): Promise<void> {
  tell(await resultOf(work), () => event.completed());
}

async function resultOf(work: () => Promise<CommandResult>): Promise<CommandResult> {
  try {
    return await work();
  } catch (error) {
    return { kind: "failed", failure: describeFailure(error) };
  }
}

/** This page has to live as long as the dialog, for the dialog cannot close itself. */
function tell(result: CommandResult, onClosed: () => void): void {
  const address = new URL(`taskpane.html?${resultQuery(result)}`, window.location.href);
  // The client writes into the options that it is given.
  Office.context.ui.displayDialogAsync(address.href, { ...DIALOG }, ({ status, value: dialog }) => {
    if (status === Office.AsyncResultStatus.Failed) {
      onClosed();
      return;
    }
    // Whatever the dialog says, it wants to be closed.
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, () => {
      dialog.close();
      onClosed();
    });
    dialog.addEventHandler(Office.EventType.DialogEventReceived, onClosed);
  });
}

void Office.onReady(() => {
  Office.actions.associate("insertForms", (event: Office.AddinCommands.Event) => run(insertForms, event));
  Office.actions.associate("drawProgress", (event: Office.AddinCommands.Event) => run(drawFigures, event));
  Office.actions.associate("runCheck", (event: Office.AddinCommands.Event) => run(runCheck, event));
});
