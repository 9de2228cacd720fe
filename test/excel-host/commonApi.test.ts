// learn.microsoft.com/javascript/api/office: office.document, office.settings, office.bindings, office.asyncresult;
// bindings: learn.microsoft.com/office/dev/add-ins/develop/bind-to-regions-in-a-document-or-spreadsheet
import { useExcel } from "./testing";

const excel = useExcel();

interface Outcome {
  readonly value: unknown;
  readonly error: number | null;
}

type Callback = (result: Office.AsyncResult<unknown>) => void;

/** Waits for a call of the common API: its value, or the number of its error. */
function outcome(start: (done: Callback) => void): Promise<Outcome> {
  return new Promise((resolve) =>
    start(({ value, error }) => resolve({ value, error: error ? error.code : null }))
  );
}

const documentOf = (): Office.Document => excel.booted.Office.context.document;

test("the document says where it is and that it can be written", () => {
  expect(documentOf()).toMatchObject({ mode: "readWrite", url: "https://localhost/Book1.xlsx" });
});

test("selected data are read; written ones are typed input and must fit what is selected", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.activate();
    sheet.getRange("A1:B2").values = [
      ["Xã", 0.5],
      ["Phường", 1],
    ];
    sheet.getRange("A1:B2").select();
    await context.sync();
    const read = await outcome((done) => documentOf().getSelectedDataAsync("matrix" as never, done));
    expect(read.value).toEqual([
      ["Xã", 0.5],
      ["Phường", 1],
    ]);
    const tooMuch = await outcome((done) => documentOf().setSelectedDataAsync([["a", "b", "c"]], done));
    expect(tooMuch.error).toBe(2002);
    sheet.getRange("D1").select();
    await context.sync();
    const written = await outcome((done) =>
      documentOf().setSelectedDataAsync("20/5/2023\t0123\nchữ\t=1+1", done)
    );
    expect(written.error).toBeNull();
    const range = sheet.getRange("D1:E2").load("values");
    await context.sync();
    expect(range.values).toEqual([
      [45066, 123],
      ["chữ", 2],
    ]);
  });
});

test("locked cells of a protected sheet take no data", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.activate();
    sheet.getRange("A1").select();
    sheet.protection.protect();
    await context.sync();
    const written = await outcome((done) => documentOf().setSelectedDataAsync("x", done));
    expect(written.error).toBe(2001);
  });
});

test("settings are saved with the workbook and are those of the Excel API", async () => {
  const { settings } = documentOf();
  settings.set("huyện", { tên: "Hạ Lang" });
  expect((await outcome((done) => settings.saveAsync(done))).error).toBeNull();
  await excel.run(async (context) => {
    const setting = context.workbook.settings.getItem("huyện").load("value");
    context.workbook.settings.add("năm", 2025);
    await context.sync();
    expect(setting.value).toEqual({ tên: "Hạ Lang" });
  });
  expect(settings.get("năm")).toBeNull();
  expect((await outcome((done) => settings.refreshAsync(done))).error).toBeNull();
  expect(settings.get("năm")).toBe(2025);
});

test("settings that change are told", async () => {
  await excel.booted.settle();
  await excel.run(async (context) => {
    const { settings } = context.workbook;
    let told = 0;
    settings.onSettingsChanged.add(() => {
      told += 1;
      return Promise.resolve();
    });
    settings.add("tỉnh", "Cao Bằng");
    await context.sync();
    settings.getItem("tỉnh").delete();
    await context.sync();
    await excel.booted.settle();
    expect(told).toBe(2);
  });
});

test("a binding is added, read in part, written in part, and told of", async () => {
  await excel.onSheet(async (sheet, context) => {
    sheet.load("name");
    sheet.activate();
    sheet.getRange("B2:C4").values = [
      [1, 2],
      [3, 4],
      [5, 6],
    ];
    sheet.getRange("B2:C4").select();
    await context.sync();
    await excel.booted.settle();
    const { bindings } = documentOf();
    const added = await outcome((done) =>
      bindings.addFromSelectionAsync("matrix" as never, { id: "số" }, done as never)
    );
    const binding = added.value as Office.MatrixBinding;
    expect([binding.id, binding.type, binding.rowCount, binding.columnCount]).toEqual(["số", "matrix", 3, 2]);
    const options = { startRow: 1, startColumn: 1, rowCount: 2, columnCount: 1 };
    const part = await outcome((done) => binding.getDataAsync(options, done as never));
    expect(part.value).toEqual([[4], [6]]);
    const told: string[] = [];
    await outcome((done) =>
      binding.addHandlerAsync(
        "bindingDataChanged" as never,
        (event: Office.BindingDataChangedEventArgs) => told.push(event.binding.id),
        done as never
      )
    );
    const tooLarge = await outcome((done) =>
      binding.setDataAsync([[1], [2], [3]], { startRow: 1 } as never, done as never)
    );
    expect(tooLarge.error).toBe(2004);
    const written = await outcome((done) =>
      binding.setDataAsync([[7, 8]], { startRow: 2 } as never, done as never)
    );
    expect(written.error).toBeNull();
    await excel.booted.settle();
    expect(told).toEqual(["số"]);
    const range = sheet.getRange("B4:C4").load("values");
    await context.sync();
    expect(range.values).toEqual([[7, 8]]);
    expect((await outcome((done) => bindings.releaseByIdAsync("số", done as never))).error).toBeNull();
    expect((await outcome((done) => bindings.getByIdAsync("số", done as never))).error).toBe(3002);
  });
});

test("what this host does not do is answered with an error", async () => {
  const prompt = await outcome((done) =>
    documentOf().bindings.addFromPromptAsync("text" as never, done as never)
  );
  expect(prompt.error).not.toBeNull();
  const file = await outcome((done) => documentOf().getFileAsync("text" as never, done as never));
  expect(file.error).not.toBeNull();
  const elsewhere = await outcome((done) =>
    documentOf().goToByIdAsync("không có", "namedItem" as never, done)
  );
  expect(elsewhere.error).toBe(7002);
});
