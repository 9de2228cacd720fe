/** Two that draw into one workbook at the same time: a pane and a button of the ribbon, or two people. */
import { ChangeError, drawWorkbook, undo, type DrawOutcome } from "../../../src/excel";
import { templateWorkbook } from "../../../src/layout/templates";
import { deAn02 as scheme, type Round } from "../../../src/schemes";
import { plainWorkbook } from "./sampleSpec";
import { useExcel } from "./useExcel";
import { workbookState } from "./workbookState";

useExcel();

const forms = templateWorkbook({ scheme, unit: null, round: scheme.round("khao-sat-2023") as Round });

async function sheetNames(): Promise<readonly string[]> {
  return Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    return sheets.items.map(({ name }) => name);
  });
}

test("of two drawings of new sheets one is refused, and takes nothing of the other's with it", async () => {
  const outcomes = await Promise.allSettled([
    drawWorkbook(forms, { existing: "keep" }),
    drawWorkbook(forms, { existing: "keep" }),
  ]);
  const done = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  const failed = outcomes.flatMap((outcome) =>
    outcome.status === "rejected" ? [outcome.reason as unknown] : []
  );
  expect(done).toHaveLength(1);
  expect(failed).toEqual([expect.objectContaining({ name: ChangeError.name, undo: null })]);
  expect(await sheetNames()).toEqual(["Sheet1", "Biểu 01", "Biểu 02"]);
});

test("a sheet that somebody adds meanwhile stays, whatever its name", async () => {
  const before = await workbookState();
  const adding = Excel.run(async (context) => {
    await context.sync();
    const sheet = context.workbook.worksheets.add("Biểu 02");
    sheet.getRange("A1").values = [["của người khác"]];
    await context.sync();
  });
  const drawing = drawWorkbook(forms, { existing: "keep" });
  await adding;
  await expect(drawing).rejects.toThrow(ChangeError);
  const [, theirs, ...rest] = await sheetNames();
  expect([theirs, rest]).toEqual(["Biểu 02", []]);
  expect(before).not.toEqual(await workbookState());
});

test("what was drawn is taken back under its own name", async () => {
  const before = await workbookState();
  const { undo: token } = (await drawWorkbook(plainWorkbook("Mới", [["a"]]), {
    existing: "keep",
  })) as DrawOutcome & { undo: NonNullable<DrawOutcome["undo"]> };
  await undo(token);
  expect(await workbookState()).toEqual(before);
});
