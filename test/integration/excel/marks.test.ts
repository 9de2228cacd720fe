/** Marks of findings: they show, they leave everything of the user alone, and they vanish completely. */
import { findMarks, hasMarks, openWorkbook, removeMarks, updateMarks } from "../../../src/excel";
import type { WantedMarks } from "../../../src/excel/marks";
import { useExcel } from "./useExcel";

const running = useExcel();

/** All that the host keeps of the workbook, and the file that it would save. */
async function everything(): Promise<{ readonly state: string; readonly file: string }> {
  await running.excel.settle();
  const file = await running.excel.save();
  return { state: JSON.stringify(running.excel.host.state), file: Buffer.from(file).toString("base64") };
}

async function conditionalFormats(): Promise<
  readonly (readonly [id: string, priority: number, type: string])[]
> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    const formats = sheet.getRange().conditionalFormats.load("items/id,items/priority,items/type");
    await context.sync();
    return formats.items.map(({ id, priority, type }) => [id, priority, type]);
  });
}

/** What people do to a sheet: looks, and three conditional formats of their own, one of them over marked cells. */
async function prepare(): Promise<string> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1:C9").values = Array.from({ length: 9 }, (_, row) => [row, "x", `${row}/2/2022`]);
    sheet.getRange("B2").format.fill.color = "#00FF00";
    sheet.getRange("B2:C3").format.font.bold = true;
    const { conditionalFormats: own } = sheet.getRange("A1:C9");
    own.add("Custom").custom.rule.formula = "=$A1>3";
    own.add("ContainsText").textComparison.rule = { operator: "Contains", text: "x" };
    own.add("DataBar");
    await context.sync();
  });
  const { sheets } = await openWorkbook();
  return sheets[0]?.id ?? "";
}

const cells = (...places: readonly (readonly [row: number, column: number])[]): WantedMarks["cells"] =>
  places.map(([row, column]) => ({ row, column }));

test("marked and unmarked, the workbook is what it was, to the byte", async () => {
  const sheetId = await prepare();
  const before = await everything();
  const own = await conditionalFormats();

  const marks = await updateMarks(
    [],
    [
      { sheetId, severity: "error", cells: cells([1, 1], [2, 1], [5, 2]) },
      { sheetId, severity: "warning", cells: cells([4, 0]) },
      { sheetId, severity: "info", cells: cells([8, 2]) },
    ]
  );
  expect(marks.map(({ severity, address }) => [severity, address])).toEqual([
    ["error", "B2:B3,C6"],
    ["warning", "A5"],
    ["info", "C9"],
  ]);
  expect(await hasMarks()).toBe(true);
  const marked = await everything();
  expect(marked.state).not.toBe(before.state);
  expect(marked.file).not.toBe(before.file);
  // The user's own keep their order among themselves.
  const ids = own.map(([id]) => id);
  expect((await conditionalFormats()).map(([id]) => id).filter((id) => ids.includes(id))).toEqual(ids);

  expect(await updateMarks(marks, [])).toEqual([]);
  expect(await hasMarks()).toBe(false);
  expect(await conditionalFormats()).toEqual(own);
  expect(await everything()).toEqual(before);
});

test("each severity differs by more than its colour", async () => {
  const sheetId = await prepare();
  const severities = ["error", "warning", "info"] as const;
  await updateMarks(
    [],
    severities.map((severity, row) => ({ sheetId, severity, cells: cells([row, 0]) }))
  );
  const looks = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const formats = severities.map((_, row) => {
      const { custom } = sheet.getRange(`A${row + 1}`).conditionalFormats.getItemAt(0);
      return {
        font: custom.format.font.load("bold,italic"),
        border: custom.format.borders.top.load("style"),
      };
    });
    await context.sync();
    return formats.map(({ font, border }) => [font.bold, font.italic, border.style]);
  });
  expect(looks).toEqual([
    [true, null, "Continuous"],
    [null, true, "Dash"],
    [null, null, "Dot"],
  ]);
});

test("one sync for any change of marks, none without a change; what stays is not written again", async () => {
  const sheetId = await prepare();
  const first = [
    { sheetId, severity: "error", cells: cells([1, 1]) },
    { sheetId, severity: "info", cells: cells([2, 1]) },
  ] as const;
  const { counters } = running.excel;
  const marks = await updateMarks([], first);
  counters.reset();
  expect(await updateMarks(marks, first)).toBe(marks);
  expect(counters.syncs).toBe(0);
  const next = await updateMarks(marks, [first[0], { ...first[1], cells: cells([3, 1]) }]);
  await running.excel.settle();
  expect(counters.syncs).toBe(1);
  expect(counters.trackedObjects()).toBe(0);
  expect(next[0]).toEqual(marks[0]);
  expect((await findMarks()).length).toBe(2);
});

test("thousands of marks go in one request, and come off again", async () => {
  const sheetId = await prepare();
  const before = await everything();
  const scattered = Array.from({ length: 3_000 }, (_, index) => ({ row: 2 * index, column: index % 7 }));
  const { counters } = running.excel;
  counters.reset();
  const marks = await updateMarks([], [{ sheetId, severity: "warning", cells: scattered }]);
  expect(counters.syncs).toBe(1);
  expect(counters.largestRequest).toBeLessThan(4_000_000);
  expect(marks.every(({ address }) => (address ?? "").length <= 2_000)).toBe(true);
  await updateMarks(marks, []);
  expect(await everything()).toEqual(before);
});

test("marks are found and removed in a workbook that was closed, and on a sheet that was copied", async () => {
  const sheetId = await prepare();
  const before = await running.excel.save();
  await updateMarks([], [{ sheetId, severity: "error", cells: cells([1, 1], [5, 2]) }]);
  const other = await running.excel.open(await running.excel.save());
  const removeGlobals = other.installGlobals();
  try {
    expect(await hasMarks()).toBe(true);
    await Excel.run(async (context) => {
      const copy = context.workbook.worksheets.getItem("Sheet1").copy("End");
      copy.name = "Bản sao";
      await context.sync();
    });
    expect((await findMarks()).map(({ severity }) => severity)).toEqual(["error", "error"]);
    await removeMarks();
    expect(await findMarks()).toEqual([]);
    expect(await hasMarks()).toBe(false);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Bản sao").delete();
      await context.sync();
    });
    expect(Buffer.from(await other.save()).equals(Buffer.from(before))).toBe(true);
  } finally {
    removeGlobals();
    other.dispose();
  }
});

test("a mark or a sheet that the user has removed is no error", async () => {
  const sheetId = await prepare();
  const other = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Khác").load("id");
    await context.sync();
    return sheet.id;
  });
  const marks = await updateMarks(
    [],
    [
      { sheetId, severity: "error", cells: cells([1, 1]) },
      { sheetId: other, severity: "error", cells: cells([1, 1]) },
    ]
  );
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("B2").conditionalFormats.clearAll();
    context.workbook.worksheets.getItem("Khác").delete();
    await context.sync();
  });
  await updateMarks(marks, []);
  expect(await findMarks()).toEqual([]);
  expect(await hasMarks()).toBe(false);
});
