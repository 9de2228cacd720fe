/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
// learn.microsoft.com/javascript/api/excel/excel.bindingcollection and excel.binding
import { useExcel } from "./testing";

const excel = useExcel();

test("cells, a table and a text are bound, found again and released", async () => {
  await excel.onSheet(async (sheet, context) => {
    const { bindings } = context.workbook;
    sheet.getRange("A1:B2").values = [
      ["Xã", "Số"],
      ["A", 1],
    ];
    const table = sheet.tables.add("A1:B2", true).load("name");
    context.workbook.names.add("ChuThich", sheet.getRange("D1"));
    sheet.getRange("D1").values = [["ghi chú"]];
    sheet.getRange("F2:G3").select();
    await context.sync();
    bindings.add(sheet.getRange("A1:B2"), "Range", "vung");
    bindings.addFromNamedItem(table.name, "Table", "bang");
    bindings.addFromNamedItem("ChuThich", "Text", "chu");
    bindings.addFromSelection("Range", "chon");
    await context.sync();
    bindings.load("items/id,items/type,count");
    const range = bindings.getItem("vung").getRange().load("address");
    const bound = bindings.getItem("bang").getTable().load("name");
    const text = bindings.getItem("chu").getText();
    const selected = bindings.getItem("chon").getRange().load("address");
    const none = bindings.getItemOrNullObject("khong");
    await context.sync();
    expect(bindings.items.map(({ id, type }) => [id, type])).toEqual([
      ["vung", "Range"],
      ["bang", "Table"],
      ["chu", "Text"],
      ["chon", "Range"],
    ]);
    expect(range.address).toMatch(/!A1:B2$/);
    expect(bound.name).toBe(table.name);
    expect(text.value).toBe("ghi chú");
    expect(selected.address).toMatch(/!F2:G3$/);
    expect(none.isNullObject).toBe(true);
    bindings.items.forEach((each) => each.delete());
    const count = bindings.getCount();
    await context.sync();
    expect(count.value).toBe(0);
  });
});

test("a binding goes where its cells go, and ends with them", async () => {
  await excel.onSheet(async (sheet, context) => {
    const { bindings } = context.workbook;
    bindings.add(sheet.getRange("B2:C3"), "Range", "di");
    sheet.getRange("1:2").insert("Down");
    const range = bindings.getItem("di").getRange().load("address");
    await context.sync();
    expect(range.address).toMatch(/!B4:C5$/);
    sheet.getRange("4:5").delete("Up");
    const gone = bindings.getItemOrNullObject("di");
    await context.sync();
    expect(gone.isNullObject).toBe(true);
  });
});

test("under one id there is one binding: the last", async () => {
  await excel.onSheet(async (sheet, context) => {
    const { bindings } = context.workbook;
    bindings.add(sheet.getRange("A1"), "Range", "mot");
    bindings.add(sheet.getRange("B1"), "Range", "mot");
    const range = bindings.getItem("mot").getRange().load("address");
    await context.sync();
    expect(range.address).toMatch(/!B1$/);
  });
});

test.each<[string, (bindings: Excel.BindingCollection, sheet: Excel.Worksheet) => unknown, string]>([
  [
    "a text of several cells",
    (all, sheet) => all.add(sheet.getRange("A1:A2"), "Text", "x"),
    "InvalidArgument",
  ],
  ["a table that is none", (all, sheet) => all.add(sheet.getRange("A1"), "Table", "x"), "InvalidArgument"],
  [
    "the text of a range",
    (all, sheet) => all.add(sheet.getRange("A1"), "Range", "x").getText(),
    "InvalidOperation",
  ],
  ["an unknown id", (all) => all.getItem("khong co").load("type"), "ItemNotFound"],
])("refuses %s", async (_, act, code) => {
  const failure = await excel.failure(async (sheet, context) => {
    act(context.workbook.bindings, sheet);
    await context.sync();
  });
  expect(failure.code).toBe(code);
});

test("a binding tells of edits inside it, and what is selected of it", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.load("name");
    const binding = context.workbook.bindings.add(sheet.getRange("B2:D5"), "Range", "nghe").load("id");
    await context.sync();
    const edits: string[] = [];
    const selections: number[][] = [];
    binding.onDataChanged.add((args) => {
      edits.push(args.binding.id);
      return Promise.resolve();
    });
    binding.onSelectionChanged.add(({ startRow, startColumn, rowCount, columnCount }) => {
      selections.push([startRow, startColumn, rowCount, columnCount]);
      return Promise.resolve();
    });
    await context.sync();
    await excel.booted.userEdit(sheet.name, "A1", "ngoài");
    await excel.booted.userEdit(sheet.name, "C3", "trong");
    sheet.activate();
    sheet.getRange("C4:E9").select();
    await context.sync();
    await excel.booted.settle();
    expect(edits).toEqual(["nghe"]);
    expect(selections).toEqual([[2, 1, 2, 2]]);
  });
});

// learn.microsoft.com/javascript/api/excel/excel.binding: "data or formatting within the binding"
test("new results and looks inside a binding are told too", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.load("name");
    sheet.getRange("B1").formulas = [["=A1*2"]];
    const binding = context.workbook.bindings.add(sheet.getRange("B1"), "Range", "tong").load("id");
    await context.sync();
    await excel.booted.settle();
    let told = 0;
    binding.onDataChanged.add(() => {
      told += 1;
      return Promise.resolve();
    });
    await context.sync();
    await excel.booted.userEdit(sheet.name, "A1", "21");
    await excel.booted.settle();
    expect(told).toBe(1);
    sheet.getRange("B1").format.font.bold = true;
    await context.sync();
    await excel.booted.settle();
    expect(told).toBe(2);
  });
});
