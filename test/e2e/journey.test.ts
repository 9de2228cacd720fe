/** The official's whole job, once through, in a browser: the pane, the genuine client, our host, a real grid. */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Frame, Locator } from "playwright-core";
import { formRows, noteColumn } from "../../src/layout/templates";
import { cellAddress, columnLetters } from "../../src/domain/grid";
import { STAMP } from "../../src/domain/stamp";
import { deAn02 } from "../../src/schemes";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import {
  openTryout,
  paneFrame,
  readCell,
  screenshot,
  selectedAddress,
  takeRole,
  typeInCell,
  type TryoutPage,
} from "./support/tryout";

const FOLDER = path.resolve("assets/samples");
const SAMPLES = readdirSync(FOLDER).filter((file) => file.endsWith(".xlsx"));
const ROUND = deAn02.round("khao-sat-2023")?.name ?? "";
/** One-based row of the first empty line of Biểu 01. */
const FIRST_ROW =
  Math.max(...deAn02.forms.filter(({ id }) => id === "bieu-01").map((form) => formRows(form).bodyTop)) + 1;

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let pane: Frame;

beforeAll(async () => {
  [tryout, browser] = await Promise.all([startTryout({ port: 0, build: false }), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await tryout?.close();
});

beforeEach(async () => {
  opened = await openTryout(browser, tryout.url);
  pane = await paneFrame(opened.page);
});

afterEach(async () => {
  const { foreignRequests, pageErrors } = opened;
  await opened.close();
  expect(foreignRequests).toEqual([]);
  expect(pageErrors).toEqual([]);
});

/** The page of the pane that is in view. */
const shown = (): Locator => pane.locator("[role=tabpanel]:not([hidden])");
const press = (name: string): Promise<void> => shown().getByRole("button", { name, exact: true }).click();
const openPage = (name: string): Promise<void> => pane.getByRole("tab", { name, exact: true }).click();
const says = (text: string): Promise<void> => shown().getByText(text).first().waitFor();

async function choose(label: string, option: string): Promise<void> {
  await shown().getByRole("combobox", { name: label }).click();
  await pane.getByRole("option", { name: option, exact: true }).click();
}

async function sheetNames(): Promise<readonly string[]> {
  return opened.page.evaluate(
    () =>
      window.spreadsheetApi
        ?.getActiveWorkbook()
        ?.getSheets()
        .map((sheet) => sheet.getSheetName()) ?? []
  );
}

async function typeRow(row: number, values: readonly string[]): Promise<void> {
  for (const [index, value] of values.entries()) {
    await typeInCell(opened.page, `${columnLetters(index)}${row}`, value);
  }
}

function documentWithNumber(number: string, index: number): readonly string[] {
  return [`${index + 1}`, number, "26/4/2023", "Về việc biên soạn", "Tỉnh uỷ Cao Bằng"];
}

/** Fills lines of Biểu 01 from its first one on, in a moment; `typeRow` is as people do it. */
async function fillRows(...rows: readonly (readonly string[])[]): Promise<void> {
  await pane.evaluate(
    async ({ address, values }) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Biểu 01").getRange(address).values = values;
        await context.sync();
      }),
    { address: `A${FIRST_ROW}:E${FIRST_ROW + rows.length - 1}`, values: rows.map((row) => [...row]) }
  );
}

/** Cells of the row of the pane's table that begins with this heading. */
async function tableRow(heading: string): Promise<readonly string[]> {
  return shown()
    .locator("tr", { has: pane.getByRole("rowheader", { name: heading, exact: true }) })
    .locator("td")
    .allInnerTexts();
}

test("the whole job: insert, fill in, check, correct, merge, see the progress, take back", async () => {
  const { page } = opened;

  // Insert both tables for Hạ Lang.
  await choose("Đơn vị báo cáo", "Huyện uỷ Hạ Lang");
  await choose("Đợt báo cáo", ROUND);
  await screenshot(page, "journey-1-choose");
  await press("Chèn Biểu 01 và Biểu 02");
  await says("Đã chèn: Biểu 01 và Biểu 02.");
  for (const form of deAn02.forms) {
    const header = `A${formRows(form).headerTop + 1}`;
    expect(await readCell(page, header, form.name)).toMatchObject({ value: form.columns[0]?.title });
  }
  await screenshot(page, "journey-2-inserted");

  // Type a row with an impossible date and a right row.
  const wrongDate = `C${FIRST_ROW}`;
  await typeRow(FIRST_ROW, ["1", "12-KH/HU", "31/6/2021", "Kế hoạch thực hiện Đề án", "Huyện uỷ Hạ Lang"]);
  await typeRow(FIRST_ROW + 1, ["2", "45-CV/HU", "15/8/2022", "Về việc biên soạn", "Huyện uỷ Hạ Lang"]);

  // Check: the wrong date is the only finding.
  await openPage("Kiểm tra");
  await press("Kiểm tra sổ tính");
  await says(`Huyện uỷ Hạ Lang · ${ROUND}`);
  const findings = shown().locator(".finding-choose");
  expect(await findings.allInnerTexts()).toEqual([expect.stringContaining(`Ô ${wrongDate} · Thời gian`)]);
  await screenshot(page, "journey-3-checked");

  // Jump to the finding: the grid's selection moves to the cell.
  expect(await selectedAddress(page)).not.toBe(`Biểu 01!${wrongDate}`);
  await findings.press("Enter");
  await page.waitForFunction(
    (address) => window.spreadsheetApi?.getActiveWorkbook()?.getActiveRange()?.getA1Notation() === address,
    wrongDate
  );
  expect(await selectedAddress(page)).toBe(`Biểu 01!${wrongDate}`);
  await screenshot(page, "journey-4-at-the-finding");

  // It cannot be sent as it is.
  await openPage("Hoàn tất");
  await says("Còn 1 lỗi phải sửa.");
  await screenshot(page, "journey-4-not-ready");

  // Correct it by hand: nothing is left to correct, and the workbook can be sent.
  await press("Đến trang Kiểm tra");
  await typeInCell(page, wrongDate, "30/6/2021");
  await press("Kiểm tra lại");
  await says("Không có gì phải sửa");
  await openPage("Hoàn tất");
  await says("Sẵn sàng gửi");
  await says("Biểu 02 chưa có dòng nào.");
  expect(await shown().locator("textarea").inputValue()).toContain("- Biểu 01: 2 dòng");
  await screenshot(page, "journey-4-ready");

  // The province: nothing is merged yet, and the round leads to merging.
  await takeRole(pane, "Tỉnh tổng hợp");
  await says("Sổ tính này chưa gộp tệp nào.");
  await screenshot(page, "journey-5-round");
  await openPage("Báo cáo");
  await says("Chưa có bảng tổng hợp để viết báo cáo.");
  await openPage("Đợt báo cáo");

  // Merge the sample files: first a preview that writes nothing, then the sheets.
  const before = await sheetNames();
  await press("Bắt đầu tổng hợp");
  await shown()
    .locator("input[type=file]")
    .setInputFiles(SAMPLES.map((name) => path.join(FOLDER, name)));
  await says("2. Xem trước");
  expect(await shown().locator(".file").count()).toBe(SAMPLES.length);
  expect(await sheetNames()).toEqual(before);
  await screenshot(page, "journey-5-preview");
  await press("Ghi vào sổ tính");
  await says("vào tổng hợp và vẽ các trang");
  const merged = ["Tổng hợp 01", "Tổng hợp 02", "Chỉ tiêu", "Tiến độ", "Nhật ký"];
  expect(await sheetNames()).toEqual(expect.arrayContaining([...before, ...merged]));
  await screenshot(page, "journey-6-merged");

  // Progress: Hạ Lang has 13 manuscripts, 8 of them published.
  await press("Xem Tiến độ");
  await says("Chỉ tiêu của Đề án");
  expect(await tableRow("Hạ Lang")).toEqual([
    expect.anything(),
    expect.stringMatching(/^13 ·/),
    expect.stringMatching(/^8 ·/),
  ]);
  await screenshot(page, "journey-7-progress");

  // Behind the figure stand its rows; choosing one goes to it in the merged table.
  await shown().getByRole("row", { name: "Hạ Lang" }).getByRole("button").last().click();
  await shown().locator(".rows-behind li").first().waitFor();
  expect(await shown().locator(".rows-behind li").count()).toBe(8);
  await shown().locator(".rows-behind button").first().click();
  await page.waitForFunction(
    () => window.spreadsheetApi?.getActiveWorkbook()?.getActiveSheet()?.getSheetName() === "Tổng hợp 02"
  );
  await press("Vẽ bảng Tiến độ");
  await says("Đã vẽ các trang Tiến độ");
  await screenshot(page, "journey-8-progress-sheet");

  // The round knows who has sent; the report says what a person still has to write.
  await openPage("Đợt báo cáo");
  await shown().locator(".status-submitted, .status-late").first().waitFor();
  await screenshot(page, "journey-8-round");
  await openPage("Báo cáo");
  await says("chỗ phải viết thêm");
  await screenshot(page, "journey-8-report");

  // What was merged can be taken back, and what was typed is still there.
  await openPage("Tổng hợp");
  await press("Hoàn tác");
  await says("Đã hoàn tác.");
  expect(await sheetNames()).toEqual(before);
  expect(await readCell(page, `B${FIRST_ROW}`, "Biểu 01")).toMatchObject({ value: "12-KH/HU" });
  await screenshot(page, "journey-9-taken-back");
});

test("taking the tables back asks first when somebody has filled them in", async () => {
  const { page } = opened;
  await press("Chèn Biểu 01 và Biểu 02");
  await says("Đã chèn: Biểu 01 và Biểu 02.");
  await typeRow(FIRST_ROW, ["1", "12-KH/HU", "25/6/2021", "Kế hoạch thực hiện Đề án", "Huyện uỷ Hạ Lang"]);
  await press("Hoàn tác");
  await says(`ô A${FIRST_ROW}:E${FIRST_ROW} trang “Biểu 01”`);
  await screenshot(page, "journey-11-asked");
  await press("Giữ lại");
  await says("Đã chèn: Biểu 01 và Biểu 02.");
  expect(await readCell(page, `B${FIRST_ROW}`, "Biểu 01")).toMatchObject({ value: "12-KH/HU" });
  await press("Hoàn tác");
  await press("Vẫn hoàn tác");
  await says("Đã hoàn tác.");
  expect(await sheetNames()).not.toContain("Biểu 01");
});

test("a stray cell at the end of a sheet is told of at once, and the check goes on when it is gone", async () => {
  await press("Chèn Biểu 01 và Biểu 02");
  await says("Đã chèn: Biểu 01 và Biểu 02.");
  const strayCell = (value: string): Promise<void> =>
    pane.evaluate(async (text) => {
      await Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Biểu 01").getRange("XFD1048576").values = [[text]];
        await context.sync();
      });
    }, value);
  await strayCell("x");
  await openPage("Kiểm tra");
  await press("Kiểm tra sổ tính");
  await says("ô XFD1048576 trang “Biểu 01”");
  await screenshot(opened.page, "journey-12-stray-cell");
  // Nobody presses anything: what changes in the sheet is looked at again.
  await strayCell("");
  await says("Các biểu chưa có dòng nào");
});

test("findings of one kind are corrected with one press, and taken back with one", async () => {
  const { page } = opened;
  await choose("Đơn vị báo cáo", "Huyện uỷ Hạ Lang");
  await choose("Đợt báo cáo", ROUND);
  await press("Chèn Biểu 01 và Biểu 02");
  await says("Đã chèn: Biểu 01 và Biểu 02.");
  const numbers = ["235- KH/BCĐ", "02 - ĐA/TU"];
  await fillRows(...numbers.map(documentWithNumber));
  const written = async (): Promise<readonly unknown[]> => {
    const cells = numbers.map((_, index) => readCell(page, `B${FIRST_ROW + index}`, "Biểu 01"));
    return (await Promise.all(cells)).map(({ value }) => value);
  };
  await openPage("Kiểm tra");
  await press("Kiểm tra sổ tính");
  await shown().getByRole("button", { name: "Sửa cả 2 ô cùng loại" }).first().click();
  await says(`Đã sửa 2 ô: B${FIRST_ROW}, B${FIRST_ROW + 1}.`);
  expect(await written()).toEqual(["235-KH/BCĐ", "02-ĐA/TU"]);
  await screenshot(page, "journey-10-corrected-together");
  await press("Hoàn tác");
  await says("Đã hoàn tác.");
  expect(await written()).toEqual(numbers);
});

test("a correction that is pressed twice is made once, and one of a cell that has changed not at all", async () => {
  const { page } = opened;
  await choose("Đơn vị báo cáo", "Huyện uỷ Hạ Lang");
  await choose("Đợt báo cáo", ROUND);
  await press("Chèn Biểu 01 và Biểu 02");
  await says("Đã chèn: Biểu 01 và Biểu 02.");
  await fillRows(...["235- KH/BCĐ", "02 - ĐA/TU"].map(documentWithNumber));
  const cell = `B${FIRST_ROW}`;
  const valueOf = async (address: string): Promise<unknown> =>
    (await readCell(page, address, "Biểu 01")).value;
  await openPage("Kiểm tra");
  await press("Kiểm tra sổ tính");
  const correction = shown().getByRole("button", { name: "Sửa thành “235-KH/BCĐ”" }).first();
  const other = shown().getByRole("button", { name: "Sửa thành “02-ĐA/TU”" }).first();
  await other.waitFor();

  // While one is being made no other can be; a second press waits for nothing and does nothing.
  await page.evaluate(() => {
    for (let request = 1; request <= 4; request++) {
      window.excelHost?.faults.at(request, { kind: "slow", milliseconds: 700 });
    }
  });
  await correction.evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  expect(await other.getAttribute("aria-disabled")).toBe("true");
  await other.dispatchEvent("click");
  await says(`Đã sửa ô ${cell}`);
  await page.evaluate(() => window.excelHost?.faults.clear());
  expect(await valueOf(cell)).toBe("235-KH/BCĐ");
  expect(await valueOf(`B${FIRST_ROW + 1}`)).toBe("02 - ĐA/TU");
  await press("Hoàn tác");
  await says("Đã hoàn tác.");
  expect(await valueOf(cell)).toBe("235- KH/BCĐ");
  await correction.and(shown().locator("button:not([aria-disabled=true])")).waitFor();

  // A row is put in above, and the page has not heard of it.
  await pane.evaluate(async (row) => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Biểu 01");
      context.runtime.enableEvents = false;
      sheet.getRange(`${row}:${row}`).insert("Down");
      sheet.getRange(`B${row}`).values = [["99-QĐ/TU"]];
      context.runtime.enableEvents = true;
      await context.sync();
    });
  }, FIRST_ROW);
  await correction.click();
  await says(`ô ${cell} trang “Biểu 01”`);
  expect(await valueOf(cell)).toBe("99-QĐ/TU");
  await screenshot(page, "journey-10-changed-since");
  await shown().locator(".notice-error").getByRole("button", { name: "Kiểm tra lại" }).click();
  await shown().locator(".notice-error").waitFor({ state: "detached" });
  await shown()
    .getByText(`Ô B${FIRST_ROW + 1} · `, { exact: false })
    .first()
    .waitFor();
  await correction.click();
  await says(`Đã sửa ô B${FIRST_ROW + 1}`);
  expect(await valueOf(`B${FIRST_ROW + 1}`)).toBe("235-KH/BCĐ");
  expect(await valueOf(cell)).toBe("99-QĐ/TU");
});

test("a workbook that states no round is checked against the one chosen last, on whatever page", async () => {
  const later = deAn02.round("hang-nam-2024")?.name ?? "";
  await choose("Đơn vị báo cáo", "Huyện uỷ Hạ Lang");
  await choose("Đợt báo cáo", ROUND);
  await press("Chèn Biểu 01 và Biểu 02");
  await says("Đã chèn: Biểu 01 và Biểu 02.");
  const notes = deAn02.forms.map((form) => ({
    sheet: form.name,
    address: cellAddress(1, noteColumn(form)),
  }));
  const row = ["1", "12-KH/HU", "15/3/2024", "Kế hoạch thực hiện Đề án", "Huyện uỷ Hạ Lang"];
  await pane.evaluate(
    async ({ stamp, cells, address, values }) =>
      Excel.run(async (context) => {
        const { worksheets, properties } = context.workbook;
        properties.custom.getItem(stamp).delete();
        cells.forEach((cell) => worksheets.getItem(cell.sheet).getRange(cell.address).clear());
        worksheets.getItem("Biểu 01").getRange(address).values = [values];
        await context.sync();
      }),
    { stamp: STAMP.round, cells: notes, address: `A${FIRST_ROW}:E${FIRST_ROW}`, values: row }
  );
  await openPage("Kiểm tra");
  await press("Kiểm tra sổ tính");
  await says(`Huyện uỷ Hạ Lang · ${ROUND}`);
  await says("sau mốc của đợt báo cáo");

  await openPage("Biểu mẫu");
  await choose("Đợt báo cáo", later);
  await openPage("Kiểm tra");
  await says(`Huyện uỷ Hạ Lang · ${later}`);
  await says("Không có gì phải sửa");

  // Chosen on the page itself, it holds at once.
  await choose("Đợt báo cáo", ROUND);
  await says(`Huyện uỷ Hạ Lang · ${ROUND}`);
  await says("sau mốc của đợt báo cáo");
});

test("of a cell as long as Excel allows the findings show the beginning", async () => {
  await choose("Đơn vị báo cáo", "Huyện uỷ Hạ Lang");
  await choose("Đợt báo cáo", ROUND);
  await press("Chèn Biểu 01 và Biểu 02");
  await says("Đã chèn: Biểu 01 và Biểu 02.");
  const long = `Lịch sử Đảng bộ xã ${"An Lạc ".repeat(4600)}`.trim();
  await fillRows(["1", long, long, "Kế hoạch", long]);
  await openPage("Kiểm tra");
  await press("Kiểm tra sổ tính");
  const finding = shown().locator(".finding").first();
  await finding.waitFor();
  await screenshot(opened.page, "journey-11-long-cell");
  const texts = await shown().locator(".finding").allInnerTexts();
  expect(texts.join()).toContain(long.slice(0, 200));
  expect(texts.filter((text) => text.length > 1200)).toEqual([]);
});

test("the ribbon draws the progress without the pane, or says what is missing", async () => {
  const { page } = opened;
  await page.getByRole("button", { name: "Vẽ tiến độ" }).click();
  await toldAndClosed("chưa có bảng tổng hợp", "Escape");

  await takeRole(pane, "Tỉnh tổng hợp");
  await openPage("Tổng hợp");
  await shown()
    .locator("input[type=file]")
    .setInputFiles(SAMPLES.map((name) => path.join(FOLDER, name)));
  await press("Ghi vào sổ tính");
  await says("vào tổng hợp và vẽ các trang");
  await page.evaluate(() => {
    const workbook = window.spreadsheetApi?.getActiveWorkbook();
    const sheet = workbook?.getSheetByName("Tiến độ");
    if (sheet) workbook?.deleteSheet(sheet);
  });
  await page.getByRole("button", { name: "Vẽ tiến độ" }).click();
  await page.waitForFunction(
    () => window.spreadsheetApi?.getActiveWorkbook()?.getActiveSheet()?.getSheetName() === "Tiến độ"
  );
  await toldAndClosed("Đã vẽ lại: Tiến độ");

  // Somebody has written beside the figures: the ribbon refuses, the pane asks.
  const remark = async (): Promise<unknown> => (await readCell(page, "Z9", "Tiến độ")).value;
  await typeInCell(page, "Z9", "hỏi lại Hạ Lang");
  await page.getByRole("button", { name: "Vẽ tiến độ" }).click();
  await toldAndClosed("Chưa vẽ gì vì có ô ghi thêm bên cạnh số liệu, vẽ lại thì mất: ô Z9 trang “Tiến độ”.");
  expect(await remark()).toBe("hỏi lại Hạ Lang");
  await openPage("Tiến độ");
  const draw = shown().getByRole("button", { name: "Vẽ bảng Tiến độ" });
  await draw.press("Enter");
  await says("Có ô ghi thêm bên cạnh số liệu: ô Z9 trang “Tiến độ”.");
  await screenshot(page, "journey-9-beside");
  await press("Giữ lại");
  expect(await remark()).toBe("hỏi lại Hạ Lang");
  await draw.press("Enter");
  await press("Vẫn vẽ");
  await says("Đã vẽ các trang Tiến độ");
  expect(await remark()).toBe(null);
  await press("Hoàn tác");
  await says("Đã hoàn tác.");
  expect(await remark()).toBe("hỏi lại Hạ Lang");
});

test("the ribbon inserts the forms and checks them without the pane, tells it, and marks what is wrong", async () => {
  const { page } = opened;
  const insert = page.getByRole("button", { name: "Chèn biểu mẫu" });
  await insert.click();
  await toldAndClosed("Đã chèn Biểu 01 và Biểu 02.");
  await fillRows(["1", "12-KH/HU", "31/6/2021", "Kế hoạch thực hiện Đề án", "Huyện uỷ Hạ Lang"]);
  await insert.click();
  await toldAndClosed("Giữ nguyên vì đã có: Biểu 01 và Biểu 02.", "Escape");
  expect(await sheetNames()).toEqual([expect.any(String), "Biểu 01", "Biểu 02"]);
  expect(await readCell(page, `B${FIRST_ROW}`, "Biểu 01")).toMatchObject({ value: "12-KH/HU" });

  const check = page.getByRole("button", { name: "Kiểm tra nhanh" });
  await check.click();
  await toldAndClosed("Đã soát 1 dòng. Lỗi: 1.");
  expect(await conditionalFormats()).toBe(1);

  // What is sent carries no marks, even where they came while the page for sending was in view.
  await openPage("Hoàn tất");
  await says("Còn 1 lỗi phải sửa.");
  await noMarks();
  await check.click();
  await toldAndClosed("Đã soát 1 dòng. Lỗi: 1.");
  await says("Sổ tính vừa thay đổi.");
  await press("Xem lại lần nữa");
  await shown().getByText("Sổ tính vừa thay đổi.").waitFor({ state: "detached" });
  await noMarks();

  await typeInCell(page, `C${FIRST_ROW}`, "30/6/2021");
  await check.click();
  await toldAndClosed("Đã soát 1 dòng, không có gì phải sửa.", "Escape");
  expect(await conditionalFormats()).toBe(0);
});

/** The dialog of a ribbon button says this; it is closed by its button or by a key, and the ribbon is free again. */
async function toldAndClosed(words: string, key?: string): Promise<void> {
  const { page } = opened;
  const dialog = page.frameLocator("dialog iframe");
  await dialog.getByText(words).waitFor();
  const close = dialog.getByRole("button", { name: "Đóng" });
  if (key) await close.press(key);
  else await close.click();
  await page.locator("dialog").waitFor({ state: "detached" });
  await page.getByRole("status").filter({ hasText: "Sẵn sàng" }).waitFor();
}

/** Resolves once Biểu 01 is without marks. */
async function noMarks(): Promise<void> {
  while ((await conditionalFormats()) > 0) await opened.page.evaluate(() => window.excelHost?.settle());
}

/** How many there are on Biểu 01. */
function conditionalFormats(): Promise<number> {
  return pane.evaluate(() =>
    Excel.run(async (context) => {
      const { conditionalFormats: formats } = context.workbook.worksheets.getItem("Biểu 01").getRange();
      formats.load("items/id");
      await context.sync();
      return formats.items.length;
    })
  );
}
