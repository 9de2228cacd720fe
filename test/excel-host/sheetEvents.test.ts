// Which object raises which event, and what is told: learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-events;
// the arguments: learn.microsoft.com/javascript/api/excel/excel.worksheet and the …EventArgs beside it.
import { useExcel } from "./testing";

const excel = useExcel();

interface Handlers<T> {
  add(handler: (args: T) => Promise<void>): OfficeExtension.EventHandlerResult<T>;
}

/** Everything that an event tells, in the order in which it came. */
function listen<T>(event: unknown): T[] {
  const got: T[] = [];
  (event as Handlers<T>).add((args) => {
    got.push(args);
    return Promise.resolve();
  });
  return got;
}

const settle = (): Promise<void> => excel.booted.settle();

test("a sheet tells when it becomes the active one, and when it no longer is", async () => {
  await excel.onSheet(async (sheet, context) => {
    const other = context.workbook.worksheets.add("Khác").load("id");
    sheet.load("id");
    const activated = listen<Excel.WorksheetActivatedEventArgs>(sheet.onActivated);
    const deactivated = listen<Excel.WorksheetDeactivatedEventArgs>(sheet.onDeactivated);
    const all = listen<Excel.WorksheetActivatedEventArgs>(context.workbook.worksheets.onActivated);
    await context.sync();
    sheet.activate();
    await context.sync();
    other.activate();
    await context.sync();
    await settle();
    expect(activated).toEqual([{ type: "WorksheetActivated", worksheetId: sheet.id }]);
    expect(deactivated).toEqual([{ type: "WorksheetDeactivated", worksheetId: sheet.id }]);
    expect(all.map(({ worksheetId }) => worksheetId)).toEqual([sheet.id, other.id]);
  });
});

test("sheets that come and go are told; the active one stays so meanwhile", async () => {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const added = listen<Excel.WorksheetAddedEventArgs>(worksheets.onAdded);
    const deleted = listen<Excel.WorksheetDeletedEventArgs>(worksheets.onDeleted);
    const activated = listen<Excel.WorksheetActivatedEventArgs>(worksheets.onActivated);
    await context.sync();
    const sheet = worksheets.add("Mới").load("id");
    await context.sync();
    const copy = sheet.copy("End").load("id");
    await context.sync();
    copy.delete();
    sheet.delete();
    await context.sync();
    await settle();
    expect(added.map(({ worksheetId, source }) => [worksheetId, source])).toEqual([
      [sheet.id, "Local"],
      [copy.id, "Local"],
    ]);
    expect(deleted.map(({ worksheetId }) => worksheetId)).toEqual([copy.id, sheet.id]);
    expect(activated).toEqual([]);
  });
});

test("new results of formulas are told with their cells", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.load("id,name");
    sheet.getRange("A1:A2").values = [[1], [2]];
    sheet.getRange("B1:B2").formulas = [["=A1*2"], ["=A2*2"]];
    await context.sync();
    await settle();
    const calculated = listen<Excel.WorksheetCalculatedEventArgs>(sheet.onCalculated);
    await context.sync();
    await excel.booted.userEdit(sheet.name, "A1", "5");
    await settle();
    expect(calculated).toEqual([{ type: "WorksheetCalculated", worksheetId: sheet.id, address: "B1" }]);
  });
});

test("formulas that change are told with what they were; other values are not", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.load("name");
    const changed = listen<Excel.WorksheetFormulaChangedEventArgs>(sheet.onFormulaChanged);
    await context.sync();
    sheet.getRange("A1:B1").formulas = [["=1+1", "chữ"]];
    await context.sync();
    await excel.booted.userEdit(sheet.name, "A1", "=1+2");
    await excel.booted.userEdit(sheet.name, "C1", "7");
    await excel.booted.userEdit(sheet.name, "A1", "3");
    await settle();
    const details = changed.flatMap(({ formulaDetails }) => formulaDetails);
    expect(details).toEqual([
      { cellAddress: "A1", previousFormula: "" },
      { cellAddress: "A1", previousFormula: "=1+1" },
      { cellAddress: "A1", previousFormula: "=1+2" },
    ]);
  });
});

test("looks and number formats are told as formats, not as content", async () => {
  await excel.onSheet(async (sheet, context) => {
    const formatted = listen<Excel.WorksheetFormatChangedEventArgs>(sheet.onFormatChanged);
    const changed = listen<Excel.WorksheetChangedEventArgs>(sheet.onChanged);
    await context.sync();
    sheet.getRange("A1:B2").format.fill.color = "yellow";
    await context.sync();
    sheet.getRange("D4").numberFormat = [["0.00"]];
    await context.sync();
    await settle();
    expect(formatted.map(({ address, source }) => [address, source])).toEqual([
      ["A1:B2", "Local"],
      ["D4", "Local"],
    ]);
    expect(changed).toEqual([]);
    const range = formatted[0]?.getRange(context).load("address");
    await context.sync();
    expect(range?.address).toMatch(/!A1:B2$/);
  });
});

test("rows that hide and come back are told", async () => {
  await excel.onSheet(async (sheet, context) => {
    const hidden = listen<Excel.WorksheetRowHiddenChangedEventArgs>(sheet.onRowHiddenChanged);
    await context.sync();
    sheet.getRange("2:3").rowHidden = true;
    await context.sync();
    sheet.getRange("3:3").rowHidden = false;
    await context.sync();
    await settle();
    expect(hidden.map(({ address, changeType }) => [address, changeType])).toEqual([
      ["2:3", "Hidden"],
      ["3:3", "Unhidden"],
    ]);
  });
});

test("protecting is told once, and so is taking the protection off", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.load("id");
    const own = listen<Excel.WorksheetProtectionChangedEventArgs>(sheet.onProtectionChanged);
    const all = listen<Excel.WorksheetProtectionChangedEventArgs>(
      context.workbook.worksheets.onProtectionChanged
    );
    await context.sync();
    sheet.protection.unprotect();
    sheet.protection.protect();
    sheet.protection.unprotect();
    await context.sync();
    await settle();
    expect(own.map(({ isProtected, source }) => [isProtected, source])).toEqual([
      [true, "Local"],
      [false, "Local"],
    ]);
    expect(all.map(({ worksheetId }) => worksheetId)).toEqual([sheet.id, sheet.id]);
  });
});

test("a click of the user is told, a selection of the add-in is none", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.load("id,name");
    const clicked = listen<Excel.WorksheetSingleClickedEventArgs>(sheet.onSingleClicked);
    const selected = listen<Excel.WorksheetSelectionChangedEventArgs>(sheet.onSelectionChanged);
    await context.sync();
    sheet.getRange("A1").select();
    await context.sync();
    await settle();
    await excel.booted.host.click(sheet.name, "C5");
    await settle();
    expect(clicked).toEqual([
      { type: "WorksheetSingleClicked", worksheetId: sheet.id, address: "C5", offsetX: 0, offsetY: 0 },
    ]);
    expect(selected.map(({ address }) => address)).toEqual(["A1", "C5"]);
  });
});

test("the workbook tells when the user comes to it", async () => {
  await excel.run(async (context) => {
    const activated = listen<Excel.WorkbookActivatedEventArgs>(context.workbook.onActivated);
    await context.sync();
    await excel.booted.host.activate();
    await settle();
    expect(activated).toEqual([{ type: "WorkbookActivated" }]);
  });
});

test("a change of the selection of the workbook reaches who asked on the workbook", async () => {
  await excel.onSheet(async (sheet, context) => {
    const selected = listen<Excel.SelectionChangedEventArgs>(context.workbook.onSelectionChanged);
    await context.sync();
    sheet.activate();
    sheet.getRange("B2").select();
    await context.sync();
    await settle();
    expect(selected.length).toBeGreaterThan(0);
    expect(selected.at(-1)?.workbook).toBe(context.workbook);
  });
});

test("a table tells which part of it is selected, and when none is any more", async () => {
  await excel.onSheet(async (sheet, context) => {
    const table = sheet.tables.add("B2:C4", true).load("id");
    const selected = listen<Excel.TableSelectionChangedEventArgs>(table.onSelectionChanged);
    await context.sync();
    sheet.activate();
    for (const address of ["A1:B3", "F9", "G9"]) {
      sheet.getRange(address).select();
      await context.sync();
      await settle();
    }
    expect(selected.map(({ address, isInsideTable }) => [address, isInsideTable])).toEqual([
      ["B2:B3", true],
      ["", false],
    ]);
    expect(selected[0]?.tableId).toBe(table.id);
  });
});

test("tables that come and go are told to their sheet and to the workbook", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.load("id");
    const added = listen<Excel.TableAddedEventArgs>(sheet.tables.onAdded);
    const deleted = listen<Excel.TableDeletedEventArgs>(context.workbook.tables.onDeleted);
    await context.sync();
    const table = sheet.tables.add("A1:B3", true).load("id,name");
    await context.sync();
    table.delete();
    await context.sync();
    await settle();
    const where = { worksheetId: sheet.id, tableId: table.id, source: "Local" };
    expect(added).toEqual([{ type: "TableAdded", ...where }]);
    expect(deleted).toEqual([{ type: "TableDeleted", tableName: table.name, ...where }]);
  });
});

test("charts tell when they come, are selected, are left and go", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.getRange("A1:B3").values = [
      ["Xã", "Số"],
      ["A", 1],
      ["B", 2],
    ];
    const told: string[] = [];
    const note = (kind: string, got: { readonly chartId: string }): Promise<void> => {
      told.push(`${kind} ${got.chartId}`);
      return Promise.resolve();
    };
    sheet.charts.onAdded.add((args) => note("added", args));
    sheet.charts.onActivated.add((args) => note("activated", args));
    sheet.charts.onDeactivated.add((args) => note("deactivated", args));
    sheet.charts.onDeleted.add((args) => note("deleted", args));
    await context.sync();
    const [first, second] = ["Pie", "Line"].map((type) =>
      sheet.charts.add(type as "Pie", sheet.getRange("A1:B3")).load("id")
    );
    await context.sync();
    if (!first || !second) throw new Error("There are two charts.");
    const own = listen<Excel.ChartActivatedEventArgs>(first.onActivated);
    await context.sync();
    first.activate();
    first.activate();
    second.activate();
    sheet.getRange("A1").select();
    second.delete();
    await context.sync();
    await settle();
    expect(told).toEqual([
      `added ${first.id}`,
      `added ${second.id}`,
      `activated ${first.id}`,
      `deactivated ${first.id}`,
      `activated ${second.id}`,
      `deactivated ${second.id}`,
      `deleted ${second.id}`,
    ]);
    expect(own.map(({ type }) => type)).toEqual(["ChartActivated"]);
  });
});

test("comments tell what happened to them and to their replies", async () => {
  await excel.onSheet(async (sheet, context) => {
    const { comments } = context.workbook;
    const added = listen<Excel.CommentAddedEventArgs>(comments.onAdded);
    const changed = listen<Excel.CommentChangedEventArgs>(sheet.comments.onChanged);
    const deleted = listen<Excel.CommentDeletedEventArgs>(comments.onDeleted);
    await context.sync();
    const comment = sheet.comments.add("A1", "Xem lại").load("id");
    await context.sync();
    comment.content = "Xem lại ngay";
    const reply = comment.replies.add("Đã sửa").load("id");
    await context.sync();
    reply.content = "Đã sửa xong";
    comment.resolved = true;
    comment.resolved = true;
    comment.resolved = false;
    reply.delete();
    comment.delete();
    await context.sync();
    await settle();
    expect(added.map(({ commentDetails }) => commentDetails)).toEqual([
      [{ commentId: comment.id, replyIds: [] }],
    ]);
    expect(
      changed.map(({ changeType, commentDetails }) => [changeType, commentDetails[0]?.replyIds])
    ).toEqual([
      ["CommentEdited", []],
      ["ReplyAdded", [reply.id]],
      ["ReplyEdited", [reply.id]],
      ["CommentResolved", []],
      ["CommentReopened", []],
      ["ReplyDeleted", [reply.id]],
    ]);
    expect(deleted).toHaveLength(1);
  });
});

test("events that are switched off are lost, not told later", async () => {
  await excel.onSheet(async (sheet, context) => {
    const changed = listen<Excel.WorksheetChangedEventArgs>(sheet.onChanged);
    sheet.load("name");
    context.runtime.load("enableEvents");
    await context.sync();
    expect(context.runtime.enableEvents).toBe(true);
    context.runtime.enableEvents = false;
    await context.sync();
    await excel.booted.userEdit(sheet.name, "A1", "1");
    context.runtime.enableEvents = true;
    await context.sync();
    await excel.booted.userEdit(sheet.name, "A2", "2");
    await settle();
    expect(changed.map(({ address }) => address)).toEqual(["A2"]);
  });
});

describe("a host of ExcelApi 1.13", () => {
  const old = useExcel({ apiVersion: "1.13" });

  test("an event above the declared version is refused by name", async () => {
    const response = await old.booted.host.process({
      Actions: [{ Id: 1, ActionType: 3, Name: "_RegisterProtectionChangedEvent", ObjectPathId: 2 }],
      ObjectPaths: {
        1: { Id: 1, ObjectPathType: 1, Name: "" },
        2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
      },
    });
    expect(response.Error).toMatchObject({
      Code: "ApiNotFound",
      Location: "WorksheetCollection.onProtectionChanged",
    });
  });
});
