/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
import { useExcel } from "./testing";

const excel = useExcel();

/** A sheet with a listener on it, and what the listener got. */
async function listening(target: "sheet" | "workbook") {
  return excel.onSheet(async (sheet, context) => {
    const got: Excel.WorksheetChangedEventArgs[] = [];
    const source = target === "sheet" ? sheet : context.workbook.worksheets;
    const handler = source.onChanged.add((args) => {
      got.push(args);
      return Promise.resolve();
    });
    sheet.load("name,id");
    await context.sync();
    return { got, handler, name: sheet.name, id: sheet.id };
  });
}

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events; details of one cell only: javascript/api/excel/excel.worksheetchangedeventargs
test("an edit of the user reaches the sheet's listener, with values before and after", async () => {
  const { got, name, id } = await listening("sheet");
  await excel.booted.userEdit(name, "B3", "99");
  expect(got).toHaveLength(0);
  await excel.booted.settle();
  expect(got).toHaveLength(1);
  expect(got[0]).toMatchObject({
    type: "WorksheetChanged",
    address: "B3",
    worksheetId: id,
    changeType: "RangeEdited",
    source: "Local",
    triggerSource: "Unknown",
    details: { valueBefore: "", valueAfter: 99, valueTypeBefore: "Empty", valueTypeAfter: "Double" },
  });
  await excel.booted.userEdit(name, "B3", "100");
  await excel.booted.settle();
  expect(got[1]?.details).toMatchObject({ valueBefore: 99, valueAfter: 100 });
});

test("the event's range can be read", async () => {
  const { got, name } = await listening("sheet");
  await excel.booted.userEdit(name, "C4", "xyz");
  await excel.booted.settle();
  await excel.run(async (context) => {
    const range = got[0]?.getRange(context).load("values,address");
    await context.sync();
    expect(range?.values).toEqual([["xyz"]]);
    expect(range?.address).toMatch(/!C4$/);
  });
});

test("a paste is one event without details; a co-author is Remote", async () => {
  const { got, name } = await listening("workbook");
  const { host } = excel.booted;
  await host.edit({
    sheet: name,
    address: "A1",
    values: [
      ["a", 1],
      ["b", 2],
    ],
    pasted: true,
  });
  await host.edit({ sheet: name, address: "D1", values: "x", source: "Remote" });
  await excel.booted.settle();
  expect(got.map(({ address, source, details }) => [address, source, details])).toEqual([
    ["A1:B2", "Local", undefined],
    [
      "D1",
      "Remote",
      { valueBefore: "", valueAfter: "x", valueTypeBefore: "Empty", valueTypeAfter: "String" },
    ],
  ]);
});

test("what the add-in writes is an event too, pieces of one range together", async () => {
  const { got, name } = await listening("sheet");
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.getRange("A1:H1000").values = Array.from({ length: 1000 }, (_, row) =>
      Array.from({ length: 8 }, () => row)
    );
    await context.sync();
  });
  await excel.booted.settle();
  expect(got.map(({ address, triggerSource }) => [address, triggerSource])).toEqual([
    ["A1:H1000", "ThisLocalAddin"],
  ]);
});

test("formats and recalculation are no change", async () => {
  const { got, name } = await listening("sheet");
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.getRange("B1").formulas = [["=A1*2"]];
    await context.sync();
  });
  await excel.booted.settle();
  got.length = 0;
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.getRange("C1").format.fill.color = "red";
    await context.sync();
  });
  await excel.booted.userEdit(name, "A1", "21");
  await excel.booted.settle();
  expect(got.map(({ address }) => address)).toEqual(["A1"]);
});

test("inserted and deleted rows say so", async () => {
  const { got, name } = await listening("sheet");
  await excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.getRange("3:4").insert("Down");
    sheet.getRange("7:7").delete("Up");
    await context.sync();
  });
  await excel.booted.settle();
  expect(got.map(({ address, changeType }) => [address, changeType])).toEqual([
    ["3:4", "RowInserted"],
    ["7:7", "RowDeleted"],
  ]);
});

test("a removed listener hears nothing more", async () => {
  const { got, handler, name } = await listening("sheet");
  await excel.booted.Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  await excel.booted.userEdit(name, "A1", "1");
  await excel.booted.settle();
  expect(got).toHaveLength(0);
});

test("tables tell of changes inside them", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:B2").values = [
      ["Cột 1", "Cột 2"],
      [1, 2],
    ];
    const table = sheet.tables.add("A1:B2", true);
    table.load("id");
    const got: Excel.TableChangedEventArgs[] = [];
    table.onChanged.add((args) => {
      got.push(args);
      return Promise.resolve();
    });
    sheet.load("name");
    await context.sync();
    await excel.booted.settle();
    got.length = 0;
    await excel.booted.userEdit(sheet.name, "B2", "5");
    await excel.booted.userEdit(sheet.name, "D9", "5");
    await excel.booted.settle();
    expect(got.map(({ address, tableId }) => [address, tableId])).toEqual([["B2", table.id]]);
  });
});

test("the selection is told", async () => {
  await excel.onSheet(async (sheet, context) => {
    const got: string[] = [];
    sheet.onSelectionChanged.add(({ address }) => {
      got.push(address);
      return Promise.resolve();
    });
    await context.sync();
    sheet.getRange("C3:D4").select();
    await context.sync();
    await excel.booted.settle();
    expect(got).toEqual(["C3:D4"]);
  });
});

test("what the user typed is taken back and done again, and both are told", async () => {
  const { got, name } = await listening("sheet");
  const { host } = excel.booted;
  await excel.booted.userEdit(name, "A1", "5");
  await excel.booted.userEdit(name, "A1", "20/5/2023");
  await excel.booted.userEdit(name, "B1", "=A1+1");
  await excel.booted.settle();
  got.length = 0;
  const cells = (): Promise<unknown> =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(name).getRange("A1:B1").load("formulas,numberFormat");
      await context.sync();
      return [range.formulas[0], range.numberFormat[0]];
    });
  const typed = await cells();
  expect(await host.undo()).toBe(true);
  expect(await host.undo()).toBe(true);
  expect(await cells()).toEqual([
    [5, ""],
    ["General", "General"],
  ]);
  await excel.booted.settle();
  expect(got.map(({ address, source, details }) => [address, source, details])).toEqual([
    ["B1", "Local", undefined],
    ["A1", "Local", undefined],
  ]);
  expect([await host.redo(), await host.redo(), await host.redo()]).toEqual([true, true, false]);
  expect(await cells()).toEqual(typed);
  await host.undo();
  await excel.booted.userEdit(name, "C1", "x");
  expect(await host.redo()).toBe(false);
});

test("edits whose cells have moved are not taken back", async () => {
  const { name } = await listening("sheet");
  await excel.booted.userEdit(name, "A2", "5");
  await excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).getRange("1:1").insert("Down");
    await context.sync();
  });
  expect(await excel.booted.host.undo()).toBe(false);
});

test("a client that starts anew finds the workbook as it was", async () => {
  const again = excel.booted.restart();
  await again.Excel.run(async (context) => {
    const count = context.workbook.worksheets.getCount();
    await context.sync();
    expect(count.value).toBeGreaterThan(1);
  });
});
