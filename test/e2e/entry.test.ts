/** Filling in beside the grid: by the keyboard alone, with nothing lost and nothing written that was not asked for. */
import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Browser, Frame, Locator } from "playwright-core";
import { isoToSerial } from "../../src/domain/values/dates";
import { formRows } from "../../src/layout/templates";
import { deAn02 } from "../../src/schemes";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import {
  goToCell,
  openTryout,
  paneFrame,
  readCell,
  screenshot,
  selectedAddress,
  takeRole,
  typeInCell,
  waitForValue,
  type TryoutPage,
} from "./support/tryout";

const [DOCUMENTS, WORKS] = deAn02.forms;
/** One-based first rows to fill in. */
const FIRST_DOCUMENT = formRows(DOCUMENTS!).bodyTop + 1;
const FIRST_WORK = formRows(WORKS!).bodyTop + 1;
const LAST_DOCUMENT = formRows(DOCUMENTS!).bodyBottom + 1;

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let pane: Frame;

beforeAll(async () => {
  [tryout, browser] = await Promise.all([startTryout({ port: 0, build: false }), launchChromium()]);
  opened = await openTryout(browser, tryout.url);
  pane = await paneFrame(opened.page);
  await shown().getByRole("combobox", { name: "Đơn vị báo cáo" }).click();
  await pane.getByRole("option", { name: "Huyện uỷ Hạ Lang", exact: true }).click();
  await shown().getByRole("combobox", { name: "Đợt báo cáo" }).click();
  await pane.getByRole("option", { name: deAn02.round("khao-sat-2023")!.name, exact: true }).click();
  await press("Chèn Biểu 01 và Biểu 02");
  await says("Đã chèn: Biểu 01 và Biểu 02.");
  await pane.getByRole("tab", { name: "Nhập" }).click();
  await pane.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
});

afterAll(async () => {
  const { foreignRequests, pageErrors } = opened;
  await browser?.close();
  await tryout?.close();
  expect(foreignRequests).toEqual([]);
  expect(pageErrors).toEqual([]);
});

const shown = (): Locator => pane.locator("[role=tabpanel]:not([hidden])");
const press = (name: string): Promise<void> => shown().getByRole("button", { name, exact: true }).click();
const says = (text: string): Promise<void> => shown().getByText(text).first().waitFor();
const field = (label: string): Locator => shown().getByLabel(label, { exact: true });
const atRow = (form: string, row: number): Promise<void> =>
  shown()
    .getByRole("heading", { name: new RegExp(`^${form}, dòng ${row}( |$)`) })
    .waitFor();

/** Rules of accessibility that the pane breaks as it is now. */
async function violations(): Promise<readonly string[]> {
  const results = await pane.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<AxeResults> } };
    return (await axe.run()).violations;
  });
  return results.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

test("a row is filled in by the keyboard, written once and taken back; what is typed is never lost silently", async () => {
  const { page } = opened;
  const { keyboard } = page;
  const row = FIRST_DOCUMENT;

  // The selection is outside the forms: the way to the first empty row is offered.
  await says("Ô đang chọn nằm ngoài các biểu");
  expect(await violations()).toEqual([]);
  await shown()
    .getByRole("button", { name: `Đến dòng trống của Biểu 01 (dòng ${row})` })
    .focus();
  await keyboard.press("Enter");
  await atRow("Biểu 01", row);
  await pane.waitForFunction(() => document.activeElement?.id === "entry-number");

  // The number is read as it is typed; the fix is one key away.
  await keyboard.type("154 - KH/BTGTU");
  await says("Kế hoạch số 154 của Ban Tuyên giáo Tỉnh uỷ");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  expect(await field("Số văn bản").inputValue()).toBe("154-KH/BTGTU");
  await pane.waitForFunction(() => document.activeElement?.id === "entry-number");

  // A day as it is typed, then another one from the calendar.
  await keyboard.press("Tab");
  await keyboard.type("9.5.23");
  await says("Thứ ba, ngày 9/5/2023");
  await keyboard.press("ArrowDown");
  await shown().getByRole("dialog", { name: "Lịch" }).waitFor();
  expect(await violations()).toEqual([]);
  await screenshot(page, "entry-1-calendar");
  await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  expect(await field("Thời gian").inputValue()).toBe("10/05/2023");
  await keyboard.press("Tab");
  await keyboard.press("Tab");
  await keyboard.type("Kế hoạch khảo sát việc thực hiện Đề án số 02-ĐA/TU");
  await keyboard.press("Tab");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  expect(await field("Cơ quan ban hành").inputValue()).toBe("Ban Tuyên giáo Tỉnh uỷ");
  expect(await violations()).toEqual([]);

  // Nothing was written so far; Ctrl+Enter writes all of it.
  expect(await readCell(page, `B${row}`, "Biểu 01")).toMatchObject({ value: null });
  await keyboard.press("Control+Enter");
  await says(`Đã ghi 5 ô vào dòng ${row}.`);
  expect(await readCell(page, `A${row}`, "Biểu 01")).toMatchObject({ value: 1 });
  expect(await readCell(page, `B${row}`, "Biểu 01")).toMatchObject({ value: "154-KH/BTGTU" });
  expect(await readCell(page, `C${row}`, "Biểu 01")).toMatchObject({ value: isoToSerial("2023-05-10") });
  await screenshot(page, "entry-2-written");

  // Rows beside by the keyboard; what is unwritten is asked about, by the keys as by the grid.
  await keyboard.press("Alt+ArrowDown");
  await atRow("Biểu 01", row + 1);
  await field("Số văn bản").fill("155-KH/BTGTU");
  await keyboard.press("Alt+ArrowUp");
  await says(`Dòng ${row + 1} còn thay đổi chưa ghi`);
  await press(`Ở lại dòng ${row + 1}`);
  expect(await field("Số văn bản").inputValue()).toBe("155-KH/BTGTU");
  await goToCell(page, `B${row + 4}`);
  await says(`Dòng ${row + 1} còn thay đổi chưa ghi`);
  await press(`Ghi dòng ${row + 1} rồi chuyển`);
  await atRow("Biểu 01", row + 4);
  expect(await readCell(page, `B${row + 1}`, "Biểu 01")).toMatchObject({ value: "155-KH/BTGTU" });

  // Somebody else writes into the same row meanwhile.
  await field("Trích yếu nội dung văn bản").fill("Kế hoạch của tôi");
  await typeInCell(page, `E${row + 4}`, "Huyện uỷ Hạ Lang");
  await goToCell(page, `D${row + 4}`);
  await says(`Dòng ${row + 4} vừa được sửa trong bảng: Cơ quan ban hành`);
  await press("Giữ chữ đang gõ");
  await press(`Ghi vào dòng ${row + 4}`);
  await says(`vào dòng ${row + 4}.`);
  expect(await readCell(page, `D${row + 4}`, "Biểu 01")).toMatchObject({ value: "Kế hoạch của tôi" });
  expect(await readCell(page, `E${row + 4}`, "Biểu 01")).toMatchObject({ value: "Huyện uỷ Hạ Lang" });
  await press("Hoàn tác");
  await waitForValue(page, `D${row + 4}`, null);
});

test("a work: its commune found without marks, its stage, its money in words", async () => {
  const { page } = opened;
  const row = FIRST_WORK;
  await page.evaluate(() => {
    const workbook = window.spreadsheetApi?.getActiveWorkbook();
    const sheet = workbook?.getSheetByName("Biểu 02");
    if (sheet) workbook?.setActiveSheet(sheet);
  });
  await goToCell(page, `B${row}`);
  await atRow("Biểu 02", row);

  await shown().getByRole("combobox", { name: "Tìm xã, phường, thị trấn" }).focus();
  await page.keyboard.type("thi tran thanh");
  await pane.getByRole("option", { name: "thị trấn Thanh Nhật Hạ Lang" }).waitFor();
  expect(await violations()).toEqual([]);
  await page.keyboard.press("Enter");
  expect(await field("Tên công trình").inputValue()).toBe("Lịch sử Đảng bộ thị trấn Thanh Nhật");

  await shown().getByRole("checkbox", { name: "Đã xuất bản (thời gian)" }).focus();
  await page.keyboard.press("Space");
  await says("Đã xuất bản thì ghi thời gian");
  await field("Thời gian hoặc ghi chú: Đã xuất bản (thời gian)").fill("8/2022");
  await field("Kinh phí xã hội hóa").fill("150 triệu");
  await says("một trăm năm mươi triệu đồng");
  expect(await violations()).toEqual([]);
  await screenshot(page, "entry-3-work");
  await page.keyboard.press("Control+Enter");
  await says(`Đã ghi 4 ô vào dòng ${row}.`);
  expect(await readCell(page, `C${row}`)).toMatchObject({ value: "8/2022" });
  expect(await readCell(page, `G${row}`)).toMatchObject({ value: 150_000_000 });
});

test("a table from Word is seen before it is written, goes on below, and is taken back", async () => {
  const { page } = opened;
  const count = LAST_DOCUMENT - FIRST_DOCUMENT + 1;
  // Below the row that somebody else has begun.
  const first = FIRST_DOCUMENT + 5;
  await press("Dán nhiều dòng từ Word hoặc thư…");
  await shown()
    .getByRole("combobox", { name: "Dán vào" })
    .selectOption({ label: "Biểu 01, trang tính Biểu 01" });
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `<tr><td>${index + 1}</td><td>${index + 200}-KH/HU</td><td>${index === 1 ? "31/6/2022" : "25/6/2022"}</td>` +
      `<td>=Kế hoạch ${index}</td><td>Huyện uỷ Hạ Lang</td></tr>`
  );
  const html =
    "<html><body><table><tr><td>STT</td><td>Số, ký hiệu</td><td>Ngày ban hành</td><td>Trích yếu</td>" +
    `<td>Cơ quan ban hành</td></tr>${rows.join("")}</table><img src=x onerror=alert(1)></body></html>`;
  await field("Bấm vào ô này rồi nhấn Ctrl+V").evaluate((box, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", pasted);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);

  await says(`${count} dòng sẽ vào Biểu 01, dòng ${first}–${first + count - 1}.`);
  await says("Bảng thiếu chỗ nên sẽ chèn thêm 5 dòng.");
  await says("31/6/2022");
  expect(await shown().getByText("Không có ngày", { exact: false }).count()).toBeGreaterThan(0);
  expect(await shown().getByRole("combobox", { name: "Cột “Số, ký hiệu”" }).inputValue()).toBe("number");
  expect(await violations()).toEqual([]);
  await screenshot(page, "entry-4-preview");
  expect(await readCell(page, `B${first}`, "Biểu 01")).toMatchObject({ value: null });

  await press(`Ghi ${count} dòng vào bảng`);
  await says(`Đã ghi ${count} dòng vào bảng`);
  const last = first + count - 1;
  expect(await readCell(page, `A${last}`, "Biểu 01")).toMatchObject({ value: count + 2 });
  expect(await readCell(page, `C${last}`, "Biểu 01")).toMatchObject({ value: isoToSerial("2022-06-25") });
  expect(await readCell(page, `D${last}`, "Biểu 01")).toMatchObject({
    value: `=Kế hoạch ${count - 1}`,
    formula: null,
  });
  await screenshot(page, "entry-5-pasted");
  await press("Hoàn tác");
  await says("Đã hoàn tác.");
  expect(await readCell(page, `B${first}`, "Biểu 01")).toMatchObject({ value: null });
  expect(await readCell(page, `B${last}`, "Biểu 01")).toMatchObject({ value: null });
  expect(await readCell(page, `B${FIRST_DOCUMENT + 1}`, "Biểu 01")).toMatchObject({ value: "155-KH/BTGTU" });
});

test("what could not be written is told until it is, whatever is read meanwhile", async () => {
  const { page } = opened;
  const row = FIRST_DOCUMENT + 6;
  await press("Quay lại nhập từng dòng");
  await page.evaluate(() => {
    const workbook = window.spreadsheetApi?.getActiveWorkbook();
    const sheet = workbook?.getSheetByName("Biểu 01");
    if (sheet) workbook?.setActiveSheet(sheet);
  });
  await goToCell(page, `B${row}`);
  await atRow("Biểu 01", row);
  await field("Số văn bản").fill("156-KH/BTGTU");
  // More than one: the pane may be reading the row at this moment.
  await page.evaluate(() => {
    const fault = { kind: "error", code: "InvalidOperationInCellEditMode" } as const;
    for (let request = 1; request <= 20; request++) window.excelHost?.faults.at(request, fault);
  });
  await press(`Ghi vào dòng ${row}`);
  await says("Excel đang ở chế độ sửa ô");
  await page.evaluate(() => window.excelHost?.faults.clear());

  await typeInCell(page, `E${row}`, "Huyện uỷ Hạ Lang");
  await goToCell(page, `D${row}`);
  await says(`Dòng ${row} vừa được sửa trong bảng: Cơ quan ban hành`);
  expect(await shown().locator(".notice-error").count()).toBe(1);
  await press("Giữ chữ đang gõ");
  await press("Thử lại");
  await says(`vào dòng ${row}.`);
  expect(await shown().locator(".notice-error").count()).toBe(0);
  expect(await readCell(page, `B${row}`, "Biểu 01")).toMatchObject({ value: "156-KH/BTGTU" });
});

/** Presses a button that writes, with Excel answering each request late; the row is being written now. */
async function pressSlowly(name: string): Promise<void> {
  await opened.page.evaluate(() => {
    const fault = { kind: "slow", milliseconds: 700 } as const;
    for (let request = 1; request <= 20; request++) window.excelHost?.faults.at(request, fault);
  });
  await press(name);
  await shown().getByRole("button", { name: "Đang ghi vào dòng", exact: false }).waitFor();
}

test("what is typed while a row is written before leaving it is asked about too", async () => {
  const { page } = opened;
  const row = FIRST_DOCUMENT + 10;
  await goToCell(page, `B${row}`);
  await atRow("Biểu 01", row);
  await field("Số văn bản").fill("158-KH/BTGTU");
  await goToCell(page, `B${row + 1}`);
  await says(`Dòng ${row} còn thay đổi chưa ghi`);
  await pressSlowly(`Ghi dòng ${row} rồi chuyển`);
  await field("Cơ quan ban hành").fill("Ban Tuyên giáo Tỉnh uỷ");
  await waitForValue(page, `B${row}`, "158-KH/BTGTU");
  await page.evaluate(() => window.excelHost?.faults.clear());
  await says(`Dòng ${row} còn thay đổi chưa ghi`);
  expect(await field("Cơ quan ban hành").inputValue()).toBe("Ban Tuyên giáo Tỉnh uỷ");
  await press(`Ghi dòng ${row} rồi chuyển`);
  await atRow("Biểu 01", row + 1);
  expect(await readCell(page, `E${row}`, "Biểu 01")).toMatchObject({ value: "Ban Tuyên giáo Tỉnh uỷ" });
});

test("who goes elsewhere in the sheet while a row is written stays there", async () => {
  const { page } = opened;
  const row = FIRST_DOCUMENT + 11;
  await goToCell(page, `B${row}`);
  await atRow("Biểu 01", row);
  await field("Số văn bản").fill("159-KH/BTGTU");
  await pressSlowly(`Ghi vào dòng ${row}`);
  await goToCell(page, `B${FIRST_DOCUMENT}`);
  await waitForValue(page, `B${row}`, "159-KH/BTGTU");
  await page.evaluate(() => window.excelHost?.faults.clear());
  await atRow("Biểu 01", FIRST_DOCUMENT);
  await says(`vào dòng ${row}.`);
  expect(await selectedAddress(page)).toBe(`Biểu 01!B${FIRST_DOCUMENT}`);
});

test("a row that is being written cannot be written again by looking at another page meanwhile", async () => {
  const { page } = opened;
  const row = FIRST_DOCUMENT + 12;
  await goToCell(page, `B${row}`);
  await atRow("Biểu 01", row);
  await field("Số văn bản").fill("160-KH/BTGTU");
  // No answer comes before the page was left and opened again.
  await page.evaluate(() => {
    const fault = { kind: "slow", milliseconds: 5_000 } as const;
    for (let request = 1; request <= 20; request++) window.excelHost?.faults.at(request, fault);
  });
  await press(`Ghi vào dòng ${row}`);
  const writing = shown().getByRole("button", { name: "Đang ghi vào dòng", exact: false });
  await writing.waitFor();
  await pane.getByRole("tab", { name: "Biểu mẫu" }).click();
  await pane.getByRole("tab", { name: "Nhập" }).click();
  await field("Số văn bản").waitFor();
  expect(await writing.getAttribute("aria-disabled")).toBe("true");
  await page.evaluate(() => window.excelHost?.faults.clear());
  await says(`vào dòng ${row}.`);
  expect(await readCell(page, `B${row}`, "Biểu 01")).toMatchObject({ value: "160-KH/BTGTU" });
});

test("what is typed stays while the pages of the other role are looked at", async () => {
  const row = FIRST_DOCUMENT + 13;
  await goToCell(opened.page, `B${row}`);
  await atRow("Biểu 01", row);
  await field("Số văn bản").fill("161-KH/BTGTU");
  await takeRole(pane, "Tỉnh tổng hợp");
  await pane.getByRole("tab", { name: "Báo cáo", exact: true }).waitFor();
  await takeRole(pane, "Đơn vị gửi báo cáo");
  await atRow("Biểu 01", row);
  expect(await field("Số văn bản").inputValue()).toBe("161-KH/BTGTU");
  await press(`Ghi vào dòng ${row}`);
  await says(`vào dòng ${row}.`);
});

test("rows that were taken out while another page was in view are known when the page is opened again", async () => {
  const { page } = opened;
  await pane.getByRole("tab", { name: "Biểu mẫu" }).click();
  await page.evaluate(
    ([from, count]) => {
      const sheet = window.spreadsheetApi?.getActiveWorkbook()?.getSheetByName("Biểu 01");
      sheet?.deleteRows(from, count);
    },
    [FIRST_DOCUMENT + 14, LAST_DOCUMENT - FIRST_DOCUMENT - 14] as const
  );
  await pane.getByRole("tab", { name: "Nhập" }).click();
  await goToCell(page, `B${FIRST_DOCUMENT + 22}`);
  await says("Ô đang chọn nằm ngoài các biểu");
});

test("while Excel takes its time the fields say what was written, and what is typed meanwhile stays", async () => {
  const { page } = opened;
  const row = FIRST_DOCUMENT + 8;
  await goToCell(page, `B${row}`);
  await atRow("Biểu 01", row);
  await field("Số văn bản").fill("157-KH/BTGTU");
  await pressSlowly(`Ghi vào dòng ${row}`);
  await field("Trích yếu nội dung văn bản").fill("Kế hoạch gõ trong lúc chờ");
  await says(`vào dòng ${row}.`);
  expect(await field("Số văn bản").inputValue()).toBe("157-KH/BTGTU");
  expect(await field("Trích yếu nội dung văn bản").inputValue()).toBe("Kế hoạch gõ trong lúc chờ");
  await page.evaluate(() => window.excelHost?.faults.clear());

  await press(`Ghi vào dòng ${row}`);
  await waitForValue(page, `D${row}`, "Kế hoạch gõ trong lúc chờ");
  expect(await readCell(page, `B${row}`, "Biểu 01")).toMatchObject({ value: "157-KH/BTGTU" });
});
