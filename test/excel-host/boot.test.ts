import { bootExcel } from "./inProcess";

test("several Excels run beside each other, each with a workbook of its own", async () => {
  const [first, second] = await Promise.all([
    bootExcel({ sheetName: "Một" }),
    bootExcel({ sheetName: "Hai", apiVersion: "1.17" }),
  ]);
  const nameIn = (booted: typeof first): Promise<string> =>
    booted.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst().load("name");
      await context.sync();
      return sheet.name;
    });
  expect(await Promise.all([nameIn(first), nameIn(second)])).toEqual(["Một", "Hai"]);
  expect(first.Office.context.requirements.isSetSupported("ExcelApi", "1.17")).toBe(false);
  expect(second.Office.context.requirements.isSetSupported("ExcelApi", "1.17")).toBe(true);
  first.dispose();
  second.dispose();
});

test("globals are set as on a task pane, and taken back", async () => {
  const booted = await bootExcel();
  const remove = booted.installGlobals();
  expect(Excel).toBe(booted.Excel);
  expect(await Office.onReady()).toEqual({ host: "Excel", platform: "OfficeOnline" });
  remove();
  expect("Excel" in globalThis).toBe(false);
  booted.dispose();
});

test("a workbook is opened again from its state", async () => {
  const first = await bootExcel();
  await first.Excel.run(async (context) => {
    context.workbook.properties.custom.add("dấu", "ha-lang");
    await context.sync();
  });
  const state = structuredClone(first.host.state);
  first.dispose();
  const second = await bootExcel({ state });
  await second.Excel.run(async (context) => {
    const property = context.workbook.properties.custom.getItem("dấu").load("value");
    await context.sync();
    expect(property.value).toBe("ha-lang");
  });
  second.dispose();
});
