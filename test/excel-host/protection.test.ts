import { useExcel } from "./testing";

const excel = useExcel();

/** A protected sheet with A1:A3 locked and B1:B3 open. */
function onProtected<T>(
  options: Excel.WorksheetProtectionOptions,
  work: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>
): Promise<T> {
  return excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:B3").values = [
      ["a", 1],
      ["b", 2],
      ["c", 3],
    ];
    sheet.getRange("B1:B3").format.protection.locked = false;
    sheet.protection.protect(options);
    await context.sync();
    return work(sheet, context);
  });
}

// learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-worksheets (data protection), javascript/api/excel/excel.worksheetprotection
test("cells are locked until they are opened", async () => {
  await onProtected({}, async (sheet, context) => {
    const locked = sheet.getRange("A1:A3").format.protection.load("locked");
    const open = sheet.getRange("B1:B3").format.protection.load("locked");
    const mixed = sheet.getRange("A1:B3").format.protection.load("locked");
    sheet.protection.load("protected,options");
    await context.sync();
    expect([locked.locked, open.locked, mixed.locked]).toEqual([true, false, null]);
    expect(sheet.protection.protected).toBe(true);
    expect(sheet.protection.options).toMatchObject({ allowFormatCells: false, selectionMode: "Normal" });
  });
});

test("open cells take values, locked ones are AccessDenied", async () => {
  await onProtected({}, async (sheet, context) => {
    sheet.getRange("B1").values = [[9]];
    await context.sync();
    sheet.getRange("A1:B1").values = [["x", 8]];
    await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
    const range = sheet.getRange("A1:B1").load("values");
    await context.sync();
    expect(range.values).toEqual([["a", 9]]);
  });
});

test("other changes are denied unless the protection allows them", async () => {
  const changes: readonly ((sheet: Excel.Worksheet) => void)[] = [
    (sheet) => (sheet.getRange("B1").format.fill.color = "red"),
    (sheet) => (sheet.getRange("B1").numberFormat = [["0.00"]]),
    (sheet) => (sheet.getRange("B:B").format.columnWidth = 100),
    (sheet) => void sheet.getRange("5:5").insert("Down"),
    (sheet) => sheet.getRange("B1:B2").merge(),
    (sheet) => (sheet.getRange("B1").dataValidation.rule = { custom: { formula: "=TRUE" } }),
    (sheet) => void sheet.tables.add("B1:B3", true),
    (sheet) => sheet.getRange("A1").clear(),
  ];
  for (const change of changes) {
    await onProtected({}, async (sheet, context) => {
      change(sheet);
      await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
    });
  }
  await onProtected({ allowFormatCells: true, allowInsertRows: true }, async (sheet, context) => {
    sheet.getRange("B1").format.fill.color = "red";
    sheet.getRange("5:5").insert("Down");
    await context.sync();
  });
});

test("protecting twice fails, unprotecting opens, a password is asked for", async () => {
  await onProtected({}, async (sheet, context) => {
    sheet.protection.protect({});
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidOperation" });
    sheet.protection.unprotect();
    sheet.getRange("A1").values = [["mở"]];
    sheet.protection.protect({}, "bí mật");
    await context.sync();
    sheet.protection.unprotect("sai");
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
    sheet.protection.unprotect("bí mật");
    await context.sync();
  });
});

test("open cells stay open when rows are inserted above them", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("B2:B3").format.protection.locked = false;
    sheet.getRange("1:1").insert("Down");
    const moved = sheet.getRange("B3:B4").format.protection.load("locked");
    const above = sheet.getRange("B2").format.protection.load("locked");
    await context.sync();
    expect([moved.locked, above.locked]).toEqual([false, true]);
  });
});

test("a user cannot edit locked cells either", async () => {
  const name = await onProtected({}, async (sheet, context) => {
    sheet.load("name");
    await context.sync();
    return sheet.name;
  });
  await expect(excel.booted.userEdit(name, "A1", "x")).rejects.toMatchObject({ code: "AccessDenied" });
  await excel.booted.userEdit(name, "B1", "20/5/2023");
  await excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem(name).getRange("B1").load("values");
    await context.sync();
    expect(cell.values).toEqual([[45066]]);
  });
});

test("a protected workbook keeps its sheets", async () => {
  await excel.run(async (context) => {
    context.workbook.protection.protect();
    await context.sync();
    context.workbook.worksheets.add("Mới");
    await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
    context.workbook.protection.unprotect();
    context.workbook.protection.load("protected");
    await context.sync();
    expect(context.workbook.protection.protected).toBe(false);
  });
});
