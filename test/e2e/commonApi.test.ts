/** The Office common API, asked by the genuine client in the pane: context, settings, data, bindings, dialogs. */
// learn.microsoft.com/javascript/api/office: office.context, office.document, office.settings, office.bindings, office.ui
import path from "node:path";
import type { Browser, Frame } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import { goToCell, openTryout, paneFrame, readCell, typeInCell, type TryoutPage } from "./support/tryout";

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let pane: Frame;

beforeAll(async () => {
  const probe = path.join(__dirname, "support/probe");
  browser = await launchChromium();
  tryout = await startTryout({ port: 0, build: false, extraMounts: [{ prefix: "/", directory: probe }] });
  opened = await openTryout(browser, tryout.url);
  pane = await paneFrame(opened.page);
});

afterAll(async () => {
  await opened?.close();
  await browser?.close();
  await tryout?.close();
});

/** What an asynchronous call of the common API answered: its value, or the number of its error. */
interface Outcome {
  readonly value: unknown;
  readonly error: number | null;
}

/** Calls a method of the document (or of its bindings or settings) in the pane. */
function call(
  owner: "document" | "bindings" | "settings",
  name: string,
  ...args: unknown[]
): Promise<Outcome> {
  return pane.evaluate(
    ([where, method, values]) =>
      new Promise<Outcome>((resolve) => {
        const { document } = Office.context;
        const target = where === "document" ? document : document[where];
        const calls = target as unknown as Record<string, (...all: unknown[]) => void>;
        calls[method]?.(...values, (result: Office.AsyncResult<unknown>) => {
          const { value, error } = result;
          const isBinding = typeof value === "object" && value !== null && "getDataAsync" in value;
          const { id, type } = (isBinding ? value : {}) as Office.Binding;
          resolve({ value: isBinding ? { id, type } : value, error: error ? error.code : null });
        });
      }),
    [owner, name, args] as const
  );
}

test("the context says what runs where", async () => {
  const context = await pane.evaluate(() => ({
    host: Office.context.host,
    platform: Office.context.platform,
    languages: [Office.context.contentLanguage, Office.context.displayLanguage],
    mode: Office.context.document.mode,
    url: Office.context.document.url,
    sets: ["1.14", "1.15"].map((version) => Office.context.requirements.isSetSupported("ExcelApi", version)),
    dialogs: Office.context.requirements.isSetSupported("DialogApi", "1.1"),
    unknown: Office.context.requirements.isSetSupported("CustomXmlParts"),
  }));
  expect(context).toMatchObject({
    host: "Excel",
    platform: "OfficeOnline",
    languages: ["vi-VN", "vi-VN"],
    mode: "readWrite",
    sets: [true, false],
    dialogs: true,
    unknown: false,
  });
  expect(context.url).toMatch(/^https:\/\/.*\.xlsx$/);
});

test("settings of the document are those of the workbook", async () => {
  await pane.evaluate(() => Office.context.document.settings.set("xa", { ma: "01" }));
  expect(await call("settings", "saveAsync")).toMatchObject({ error: null });
  const value = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const setting = context.workbook.settings.getItem("xa").load("value");
      context.workbook.settings.add("huyen", "Hạ Lang");
      await context.sync();
      return setting.value as unknown;
    })
  );
  expect(value).toEqual({ ma: "01" });
  expect(await call("settings", "refreshAsync")).toMatchObject({ error: null });
  const read = await pane.evaluate(() => Office.context.document.settings.get("huyen") as unknown);
  expect(read).toBe("Hạ Lang");
});

test("selected data are read as values, as shown texts and as text", async () => {
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("B2:C3");
      range.values = [
        ["Xã", 0.5],
        ["Thị trấn", 1],
      ];
      context.workbook.worksheets.getActiveWorksheet().getRange("C2:C3").numberFormat = [["0%"], ["0%"]];
      range.select();
      await context.sync();
    })
  );
  expect(await call("document", "getSelectedDataAsync", "matrix")).toEqual({
    value: [
      ["Xã", 0.5],
      ["Thị trấn", 1],
    ],
    error: null,
  });
  expect(
    await call("document", "getSelectedDataAsync", "matrix", { valueFormat: "formatted" })
  ).toMatchObject({
    value: [
      ["Xã", "50%"],
      ["Thị trấn", "100%"],
    ],
  });
  expect(await call("document", "getSelectedDataAsync", "text")).toMatchObject({
    value: expect.stringMatching(/^Xã\t0\.5\r?\nThị trấn\t1/) as string,
  });
});

test("data are written from the selected cell on, and must fit several", async () => {
  await goToCell(opened.page, "E2");
  const rows = [
    ["a", "20/5/2023"],
    ["b", "=1+1"],
  ];
  expect(await call("document", "setSelectedDataAsync", rows)).toMatchObject({ error: null });
  expect((await readCell(opened.page, "E3")).value).toBe("b");
  expect((await readCell(opened.page, "F2")).value).toBe(45066);
  expect((await readCell(opened.page, "F3")).value).toBe(2);
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("H1:H3").select();
      await context.sync();
    })
  );
  expect(await call("document", "setSelectedDataAsync", rows)).toMatchObject({ error: 2002 });
});

test("bindings are added, read, written, told of and released", async () => {
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("J1:K2");
      range.values = [
        [1, 2],
        [3, 4],
      ];
      context.workbook.names.add("Vung", range);
      await context.sync();
    })
  );
  expect(await call("bindings", "addFromNamedItemAsync", "Vung", "matrix", { id: "vung" })).toMatchObject({
    value: { id: "vung", type: "matrix" },
    error: null,
  });
  expect(await call("bindings", "addFromNamedItemAsync", "KhongCo", "matrix")).toMatchObject({ error: 3006 });
  expect(await call("bindings", "getByIdAsync", "khong")).toMatchObject({ error: 3002 });

  const events = await pane.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        Office.context.document.bindings.getByIdAsync("vung", ({ value: binding }) => {
          const told: unknown[] = [];
          Object.assign(window, { told });
          const done = (): void =>
            binding.setDataAsync([[7, 8]], { startRow: 1 } as Office.SetBindingDataOptions, () =>
              binding.getDataAsync(({ value }) => resolve(value))
            );
          binding.addHandlerAsync(
            Office.EventType.BindingSelectionChanged,
            (event: Office.BindingSelectionChangedEventArgs) =>
              told.push([event.startRow, event.startColumn, event.rowCount, event.columnCount])
          );
          binding.addHandlerAsync(
            Office.EventType.BindingDataChanged,
            (event: Office.BindingDataChangedEventArgs) => told.push(event.binding.id),
            done
          );
        });
      })
  );
  expect(events).toEqual([
    [1, 2],
    [7, 8],
  ]);
  await goToCell(opened.page, "K2");
  await pane.waitForFunction(() => (window as unknown as { told: unknown[] }).told.length >= 2);
  const told = await pane.evaluate(() => (window as unknown as { told: unknown[] }).told);
  expect(told).toEqual(["vung", [1, 1, 1, 1]]);
  expect(await call("bindings", "releaseByIdAsync", "vung")).toMatchObject({ error: null });
  expect(await call("bindings", "getAllAsync")).toMatchObject({ value: [], error: null });
});

test("the selection of the document is told, to both APIs", async () => {
  await pane.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const seen = { common: 0, workbook: 0 };
        Object.assign(window, { seen });
        Office.context.document.addHandlerAsync(
          Office.EventType.DocumentSelectionChanged,
          () => {
            seen.common += 1;
          },
          () =>
            void Excel.run(async (context) => {
              context.workbook.onSelectionChanged.add(() => {
                seen.workbook += 1;
                return Promise.resolve();
              });
              await context.sync();
              resolve();
            })
        );
      })
  );
  await goToCell(opened.page, "D7");
  await pane.waitForFunction(() => {
    const { seen } = window as unknown as { seen: { common: number; workbook: number } };
    return seen.common > 0 && seen.workbook > 0;
  });
});

test("goToByIdAsync selects a name; an unknown one is an error", async () => {
  expect(await call("document", "goToByIdAsync", "Vung", "namedItem")).toMatchObject({ error: null });
  await opened.page.waitForFunction(
    () => window.spreadsheetApi?.getActiveWorkbook()?.getActiveRange()?.getA1Notation() === "J1:K2"
  );
  expect(await call("document", "goToByIdAsync", "KhongCo", "namedItem")).toMatchObject({ error: 7002 });
});

test("the file tells its name; what this Excel does not do is an error, never silence", async () => {
  expect(await call("document", "getFilePropertiesAsync")).toMatchObject({ error: null });
  expect((await call("document", "getFileAsync", "text")).error).not.toBeNull();
  expect((await call("bindings", "addFromPromptAsync", "text")).error).not.toBeNull();
  const unknownEvent = await pane.evaluate(
    () =>
      new Promise<number | null>((resolve) =>
        Office.context.document.settings.addHandlerAsync(
          Office.EventType.ActiveViewChanged,
          () => undefined,
          ({ error }) => resolve(error ? error.code : null)
        )
      )
  );
  expect(unknownEvent).not.toBeNull();
});

test("a click of the user is told with its cell", async () => {
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const clicks: string[] = [];
      Object.assign(window, { clicks });
      context.workbook.worksheets.onSingleClicked.add(({ address }) => {
        clicks.push(address);
        return Promise.resolve();
      });
      await context.sync();
    })
  );
  const canvas = opened.page.locator("canvas[id^=univer-sheet-main-canvas]");
  await canvas.click({ position: { x: 200, y: 100 } });
  await pane.waitForFunction(() => (window as unknown as { clicks: string[] }).clicks.length > 0);
  const [clicked] = await pane.evaluate(() => (window as unknown as { clicks: string[] }).clicks);
  const selected = await opened.page.evaluate(() =>
    window.spreadsheetApi?.getActiveWorkbook()?.getActiveRange()?.getA1Notation()
  );
  expect(clicked).toBe(selected);
});

test("typing, undoing and redoing change the cell and are told, with values only for what was typed", async () => {
  const changes = (): Promise<unknown[]> =>
    pane.evaluate(() => (window as unknown as { changes: unknown[] }).changes);
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const told: unknown[] = [];
      Object.assign(window, { changes: told });
      context.workbook.worksheets.getActiveWorksheet().onChanged.add(({ address, details, source }) => {
        told.push([address, source, details?.valueAfter ?? null]);
        return Promise.resolve();
      });
      await context.sync();
    })
  );
  const heard = (count: number): Promise<unknown> =>
    pane.waitForFunction(
      (wanted) => (window as unknown as { changes: unknown[] }).changes.length >= wanted,
      count
    );
  await typeInCell(opened.page, "M3", "12");
  await heard(1);
  await opened.page.keyboard.press("Control+z");
  await heard(2);
  expect((await readCell(opened.page, "M3")).value).toBeNull();
  await opened.page.keyboard.press("Control+y");
  await heard(3);
  expect((await readCell(opened.page, "M3")).value).toBe(12);
  const told = (await changes()) as readonly (readonly unknown[])[];
  expect(told.map(([address, source]) => [address, source])).toEqual([
    ["M3", "Local"],
    ["M3", "Local"],
    ["M3", "Local"],
  ]);
  expect(told[0]?.[2]).toBe(12);
});

test("the pane's parent answers the dialog, which tells when it is closed", async () => {
  await pane.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const seen: unknown[] = [];
        Object.assign(window, { dialogSeen: seen });
        Office.context.ui.displayDialogAsync(
          `${location.origin}/taskpane.html?dialog=2`,
          { displayInIframe: true, width: 30, height: 30 },
          ({ value: dialog }) => {
            dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
              seen.push("message" in event ? event.message : event.error);
              dialog.messageChild("đã nhận");
            });
            dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) =>
              seen.push("error" in event ? event.error : event.message)
            );
            resolve();
          }
        );
      })
  );
  const element = await opened.page.locator("dialog iframe").elementHandle();
  const dialog = await element?.contentFrame();
  await dialog?.waitForFunction(() => "Office" in window && Office.context?.ui);
  const answer = await dialog?.evaluate(() =>
    Office.onReady().then(
      () =>
        new Promise<string>((resolve) => {
          Office.context.ui.addHandlerAsync(
            Office.EventType.DialogParentMessageReceived,
            (event: Office.DialogParentMessageReceivedEventArgs) => resolve(event.message),
            () => Office.context.ui.messageParent("chào")
          );
        })
    )
  );
  expect(answer).toBe("đã nhận");
  await opened.page.keyboard.press("Escape");
  await pane.waitForFunction(() => (window as unknown as { dialogSeen: unknown[] }).dialogSeen.length === 2);
  expect(await pane.evaluate(() => (window as unknown as { dialogSeen: unknown[] }).dialogSeen)).toEqual([
    "chào",
    12006,
  ]);
});

test("no error was left uncaught on the page or in the pane", () => {
  expect(opened.pageErrors).toEqual([]);
});
