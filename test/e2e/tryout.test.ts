/** The try-out page: a real grid beside a pane of nothing but the genuine client. One page goes through all of it. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import type { Browser, Frame } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import {
  goToCell,
  openTryout,
  paneFrame,
  readCell,
  screenshot,
  selectedAddress,
  typeInCell,
  waitForValue,
  type TryoutPage,
} from "./support/tryout";

/** Serial number of 1 February 2024; 2 January would be 45293. */
const FIRST_OF_FEBRUARY_2024 = 45323;

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let pane: Frame;
/** The name of the sheet that each test has for itself. */
let sheetName: string;

beforeAll(async () => {
  const probe = path.join(__dirname, "support/probe");
  browser = await launchChromium();
  tryout = await startTryout({ port: 0, build: false, extraMounts: [{ prefix: "/", directory: probe }] });
  opened = await openTryout(browser, tryout.url);
});

afterAll(async () => {
  await opened?.close();
  await browser?.close();
  await tryout?.close();
});

beforeEach(async () => {
  pane = await paneFrame(opened.page);
  sheetName = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add().load("name");
      sheet.activate();
      await context.sync();
      return sheet.name;
    })
  );
});

afterEach(() => {
  expect(opened.foreignRequests).toEqual([]);
  expect(opened.pageErrors).toEqual([]);
});

/** Presses a button of the ribbon that opens a page in the pane, and answers the pane as it is then. */
async function openFromRibbon(label: string, pageName: string): Promise<Frame> {
  await opened.page.getByRole("button", { name: label, exact: true }).click();
  const shown = await paneFrame(opened.page);
  await shown.waitForURL((url) => url.searchParams.get("page") === pageName);
  return paneFrame(opened.page);
}

test("the ribbon is the one of the manifest, in Vietnamese", async () => {
  const manifest = new DOMParser().parseFromString(await readFile("manifest.xml", "utf8"), "text/xml");
  const texts = new Map(
    [...manifest.getElementsByTagName("bt:String")].map((text) => [
      text.getAttribute("id"),
      text.getAttribute("DefaultValue"),
    ])
  );
  const labels = [...manifest.getElementsByTagName("Control")].map((control) =>
    texts.get(control.getElementsByTagName("Label")[0]?.getAttribute("resid") ?? "")
  );
  expect(labels.length).toBeGreaterThan(0);

  const buttons = opened.page.locator(".ribbon-button");
  expect(await buttons.allInnerTexts()).toEqual(labels);
  expect(await opened.page.locator(".ribbon-group-label").allInnerTexts()).toEqual([
    texts.get("Group.Label"),
  ]);
  expect(await buttons.nth(1).getAttribute("title")).toContain(texts.get("Template.Tip"));

  const drawn = await buttons
    .locator("img")
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(drawn).toEqual(labels.map(() => 80));
  await screenshot(opened.page, "tryout-first-look");
});

test("the genuine client meets Excel in the pane that opens by itself", async () => {
  const met = await pane.evaluate(async () => {
    const { host, platform } = await Office.onReady();
    const { displayLanguage, contentLanguage, requirements } = Office.context;
    const supports = (version: string): boolean => requirements.isSetSupported("ExcelApi", version);
    return {
      host,
      platform,
      displayLanguage,
      contentLanguage,
      floor: supports("1.14"),
      above: supports("1.15"),
    };
  });

  expect(met).toEqual({
    host: "Excel",
    platform: "OfficeOnline",
    displayLanguage: "vi-VN",
    contentLanguage: "vi-VN",
    floor: true,
    above: false,
  });
});

test("Excel.run writes into the grid and reads from it", async () => {
  await typeInCell(opened.page, "A1", "gõ tay");

  const values = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("B2:C2").values = [["Lịch sử Đảng bộ xã An Lạc", 8]];
      const range = sheet.getRange("A1:C2");
      range.load("values");
      await context.sync();
      return range.values;
    })
  );

  expect(values).toEqual([
    ["gõ tay", "", ""],
    ["", "Lịch sử Đảng bộ xã An Lạc", 8],
  ]);
  expect(await readCell(opened.page, "B2")).toMatchObject({ value: "Lịch sử Đảng bộ xã An Lạc" });
  expect(await readCell(opened.page, "C2")).toMatchObject({ value: 8 });
});

test("an error of the host reaches the add-in with its code", async () => {
  const code = await pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getItem("không có").load("name");
      await context.sync();
      return "none";
    }).catch((error: OfficeExtension.Error) => error.code)
  );

  expect(code).toBe("ItemNotFound");
});

test("selecting from the pane moves the grid's selection", async () => {
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("C7:D9").select();
      await context.sync();
    })
  );

  expect(await selectedAddress(opened.page)).toBe(`${sheetName}!C7:D9`);
  await opened.page
    .locator(".status-bar")
    .filter({ hasText: `${sheetName}!C7:D9` })
    .waitFor();
});

test("what the user types raises the change event in the pane", async () => {
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.onChanged.add(async ({ address }) => {
        document.title = address;
      });
      await context.sync();
    })
  );

  await typeInCell(opened.page, "B3", "x");

  await pane.waitForFunction(() => document.title === "B3");
});

test("what is typed is read as a Vietnamese means it", async () => {
  const typed = ["01/02/2024", "25-6-2021", "21,9", "50.000.000", "31/6/2021"];
  const values = [FIRST_OF_FEBRUARY_2024, 44372, 21.9, 50_000_000, "31/6/2021"];
  const texts = ["01/02/2024", "25/06/2021", "21,9", "50.000.000", "31/6/2021"];

  for (const [index, text] of typed.entries()) await typeInCell(opened.page, `B${index + 1}`, text);

  const cells = await Promise.all(typed.map((_, index) => readCell(opened.page, `B${index + 1}`)));
  expect(cells).toEqual(values.map((value, index) => ({ value, formula: null, text: texts[index] })));
  const read = await pane.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("B1:B5");
      range.load("values, text");
      await context.sync();
      return { values: range.values.flat() as unknown[], text: range.text.flat() };
    })
  );
  expect(read).toEqual({ values, text: texts });
});

test("a cell that has a format keeps it when something is typed", async () => {
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("B1:C1").numberFormat = [["@", "d/m/yyyy"]];
      await context.sync();
    })
  );

  for (const address of ["B1", "C1"]) await typeInCell(opened.page, address, "01/02/2024");

  expect(await readCell(opened.page, "B1")).toMatchObject({ value: "01/02/2024", text: "01/02/2024" });
  expect(await readCell(opened.page, "C1")).toMatchObject({
    value: FIRST_OF_FEBRUARY_2024,
    text: "1/2/2024",
  });
});

test("opening a cell for editing and leaving it again changes nothing", async () => {
  await typeInCell(opened.page, "B2", "01/02/2024");
  await typeInCell(opened.page, "B3", "21,9");

  for (const address of ["B2", "B3"]) {
    await goToCell(opened.page, address);
    await opened.page.keyboard.press("F2");
    await opened.page.keyboard.press("Enter");
    await opened.page.waitForFunction(
      (left) => window.spreadsheetApi?.getActiveWorkbook()?.getActiveRange()?.getA1Notation() !== left,
      address
    );
  }

  expect(await readCell(opened.page, "B2")).toMatchObject({ value: FIRST_OF_FEBRUARY_2024 });
  expect(await readCell(opened.page, "B3")).toMatchObject({ value: 21.9 });
});

test("what is pasted as text is read as a Vietnamese means it, and one undo takes it back", async () => {
  const { page } = opened;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const copy = (text: string): Promise<void> =>
    page.evaluate((copied) => navigator.clipboard.writeText(copied), text);

  await copy("01/02/2024\t21,9\n500.000\txã An Lạc");
  await goToCell(page, "B2");
  await page.keyboard.press("Control+v");
  await waitForValue(page, "C3", "xã An Lạc");
  expect(await readCell(page, "B2")).toMatchObject({ value: FIRST_OF_FEBRUARY_2024, text: "01/02/2024" });
  expect(await readCell(page, "C2")).toMatchObject({ value: 21.9, text: "21,9" });
  expect(await readCell(page, "B3")).toMatchObject({ value: 500_000, text: "500.000" });

  await copy("1.234");
  await goToCell(page, "E5");
  await page.keyboard.press("Control+v");
  await waitForValue(page, "E5", 1234);

  await page.keyboard.press("Control+z");
  await waitForValue(page, "E5", null);
  await page.keyboard.press("Control+z");
  await waitForValue(page, "B3", null);
});

test("a locked cell of a protected sheet refuses typing and deleting, an unlocked one takes it", async () => {
  await pane.evaluate(() =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1").values = [["tiêu đề"]];
      sheet.getRange("B2").format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
    })
  );

  await goToCell(opened.page, "A1");
  await opened.page.keyboard.type("sửa bậy");
  await opened.page.getByRole("status").filter({ hasText: "đã khoá" }).waitFor();
  await goToCell(opened.page, "A2");
  await goToCell(opened.page, "A1");
  await opened.page.keyboard.press("Delete");
  await opened.page.getByRole("status").filter({ hasText: "đã khoá" }).waitFor();
  await typeInCell(opened.page, "B2", "được sửa");

  expect(await readCell(opened.page, "A1")).toMatchObject({ value: "tiêu đề" });
  expect(await readCell(opened.page, "B2")).toMatchObject({ value: "được sửa" });
  await opened.page
    .getByRole("status")
    .filter({ hasText: /^Sẵn sàng$/ })
    .waitFor();
});

test("a ribbon button runs its function in the commands page", async () => {
  await opened.page.getByRole("button", { name: "Chèn biểu mẫu" }).click();

  await opened.page.getByRole("status").filter({ hasText: "Sẵn sàng" }).waitFor();
  await pane.waitForFunction(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
      range.load("values");
      await context.sync();
      return range.values[0]?.[0] === "BieuSu.Insert";
    })
  );
  expect(await readCell(opened.page, "A1")).toMatchObject({ value: "BieuSu.Insert" });
});

test("a ribbon button opens the pane at the page that the manifest names", async () => {
  const shown = await openFromRibbon("Kiểm tra", "check");

  expect(await shown.evaluate(() => Office.context.host)).toBe("Excel");
});

test("settings of the document survive the pane", async () => {
  await pane.evaluate(
    () =>
      new Promise<void>((resolve) => {
        Office.context.document.settings.set("don-vi", { id: "ha-lang" });
        Office.context.document.settings.saveAsync(() => resolve());
      })
  );

  const shown = await openFromRibbon("Tổng hợp", "merge");

  expect(await shown.evaluate(() => Office.context.document.settings.get("don-vi") as unknown)).toEqual({
    id: "ha-lang",
  });
});

test("a dialog talks with the pane and tells it when the user closes it", async () => {
  await pane.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const url = `${location.origin}/taskpane.html?dialog=1`;
        Office.context.ui.displayDialogAsync(
          url,
          { displayInIframe: true, width: 40, height: 40 },
          (result) => {
            const seen: unknown[] = [];
            Object.assign(window, { seen });
            result.value.addEventHandler(Office.EventType.DialogMessageReceived, (event) => seen.push(event));
            result.value.addEventHandler(Office.EventType.DialogEventReceived, (event) => seen.push(event));
            resolve();
          }
        );
      })
  );
  const element = await opened.page.locator("dialog iframe").elementHandle();
  const dialog = await element?.contentFrame();
  await dialog?.waitForFunction(() => "Office" in window && Office.context?.ui);
  await dialog?.evaluate(() => Office.onReady().then(() => Office.context.ui.messageParent("chào")));
  await pane.waitForFunction(() => (window as unknown as { seen: unknown[] }).seen.length === 1);

  await opened.page.getByRole("button", { name: "Đóng hộp thoại" }).click();

  await pane.waitForFunction(() => (window as unknown as { seen: unknown[] }).seen.length === 2);
  const seen = await pane.evaluate(() => (window as unknown as { seen: unknown[] }).seen);
  expect(seen).toEqual([
    expect.objectContaining({ message: "chào" }),
    expect.objectContaining({ error: 12006 }),
  ]);
  await opened.page.locator("dialog").waitFor({ state: "detached" });
});

test("the pane's width follows the keyboard, and Tab leads out of the pane", async () => {
  const handle = opened.page.getByRole("separator", { name: "Bề rộng ngăn tác vụ" });
  const before = Number(await handle.getAttribute("aria-valuenow"));
  await handle.focus();
  await opened.page.keyboard.press("ArrowLeft");
  expect(Number(await handle.getAttribute("aria-valuenow"))).toBeGreaterThan(before);

  await pane.locator("button").last().focus();
  await opened.page.keyboard.press("Tab");
  await opened.page.waitForFunction(() => document.activeElement?.textContent === "Tệp mẫu");
});
