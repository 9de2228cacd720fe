/** A district's work from the first question to the sent file, with the keyboard alone; and what Excel may refuse. */
import type { Browser, Frame, Locator } from "playwright-core";
import { formRows } from "../../src/layout/templates";
import { deAn02 } from "../../src/schemes";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import {
  openTryout,
  paneFrame,
  screenshot,
  selectedAddress,
  type TryoutPage,
  typeInCell,
} from "./support/tryout";

const [DOCUMENTS] = deAn02.forms;
const FIRST_ROW = DOCUMENTS ? formRows(DOCUMENTS).bodyTop + 1 : 0;
const WRONG_DATE = `C${FIRST_ROW}`;

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
  opened = await openTryout(browser, tryout.url, null);
  pane = await paneFrame(opened.page);
});

afterEach(async () => {
  const { foreignRequests, pageErrors } = opened;
  await opened.close();
  expect(foreignRequests).toEqual([]);
  expect(pageErrors).toEqual([]);
});

const shown = (): Locator => pane.locator("[role=tabpanel]:not([hidden])");
const says = (text: string): Promise<void> => shown().getByText(text).first().waitFor();

/** What says that the workbook can be sent. */
const ready = (): Locator => shown().locator(".notice-success", { hasText: "Sẵn sàng gửi" });

/** More stops of the Tab key than any page has. */
const MOST_STOPS = 60;

/** What has the focus in the pane: its accessible name as far as a browser tells it, or its text. */
function focused(): Promise<string> {
  return pane.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "";
    const labels = (element.getAttribute("aria-labelledby") ?? "").split(" ");
    const names = labels.map((id) => document.getElementById(id)?.textContent ?? "");
    const own = [...("labels" in element ? ((element as HTMLInputElement).labels ?? []) : [])];
    const texts = [element.getAttribute("aria-label"), ...own.map((label) => label.textContent), ...names];
    return [...texts, element.textContent].filter(Boolean).join(" ").trim();
  });
}

/** Comes into the pane as the Tab key does, through its handle. */
async function enterPane(): Promise<void> {
  await opened.page.getByRole("separator", { name: "Bề rộng ngăn tác vụ" }).focus();
}

/** Presses Tab until something with this name has the focus. */
async function tabTo(name: string): Promise<void> {
  const { page } = opened;
  const passed: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const now = await focused();
    if (now.includes(name)) return;
    passed.push(now);
  }
  throw new Error(`Tab does not reach “${name}”; it passes ${passed.join(" | ")}`);
}

async function pressOn(name: string): Promise<void> {
  await tabTo(name);
  await opened.page.keyboard.press("Enter");
}

async function typeInField(label: string, value: string): Promise<void> {
  await tabTo(label);
  await opened.page.keyboard.type(value);
}

/** Chooses an option of the list that has the focus. */
async function chooseByArrows(option: string): Promise<void> {
  const { keyboard } = opened.page;
  await keyboard.press("Enter");
  await pane.getByRole("option", { name: option, exact: true }).waitFor();
  const chosen = (): Promise<string> =>
    pane.evaluate(() => document.querySelector("[role=option]:focus")?.textContent ?? "");
  for (let step = 0; step < MOST_STOPS && (await chosen()) !== option; step += 1) {
    await keyboard.press("ArrowDown");
  }
  await keyboard.press("Enter");
}

/** Goes along the tabs to a page, from the tab of the page that is in view. */
async function openPageByArrows(from: string, to: string): Promise<void> {
  const { keyboard } = opened.page;
  await enterPane();
  await tabTo(from);
  for (let step = 0; step < 4 && !(await focused()).includes(to); step += 1)
    await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
}

test("from the first question to a workbook that is ready to be sent, with the keyboard alone", async () => {
  const { page } = opened;
  await pane.getByText("Anh/chị làm phần việc nào?").waitFor();
  await screenshot(page, "district-1-question");
  await enterPane();
  await pressOn("Đơn vị gửi báo cáo");

  // The unit is left open: it is asked for in the end.
  await says("Chèn biểu mẫu");
  await enterPane();
  await pressOn("Chèn Biểu 01 và Biểu 02");
  await says("Đã chèn: Biểu 01 và Biểu 02.");

  await openPageByArrows("Biểu mẫu", "Nhập");
  await says("Ô đang chọn nằm ngoài các biểu");
  await enterPane();
  await pressOn("Đến dòng trống của Biểu 01");
  await says(`Biểu 01, dòng ${FIRST_ROW}`);
  await enterPane();
  await typeInField("Số văn bản", "12-KH/HU");
  await typeInField("Thời gian", "31/6/2021");
  await typeInField("Trích yếu nội dung văn bản", "Kế hoạch thực hiện Đề án");
  await typeInField("Cơ quan ban hành", "Huyện uỷ Hạ Lang");
  await page.keyboard.press("Control+Enter");
  await says(`vào dòng ${FIRST_ROW}.`);

  await openPageByArrows("Nhập", "Kiểm tra");
  await says("Soát từng dòng");
  await enterPane();
  await pressOn("Kiểm tra sổ tính");
  await says("Không có ngày “31/6/2021”.");

  await openPageByArrows("Kiểm tra", "Hoàn tất");
  await says("Còn 2 việc trước khi gửi");
  await screenshot(page, "district-2-not-ready");

  // The first thing in the way: an error, gone to from here and corrected in the sheet.
  await tabTo(`ô ${WRONG_DATE}`);
  await page.keyboard.press("Enter");
  await page.waitForFunction(
    (address) => window.spreadsheetApi?.getActiveWorkbook()?.getActiveRange()?.getA1Notation() === address,
    WRONG_DATE
  );
  expect(await selectedAddress(page)).toBe(`Biểu 01!${WRONG_DATE}`);
  await typeInCell(page, WRONG_DATE, "30/6/2021");
  await enterPane();
  await pressOn("Xem lại lần nữa");
  await says("Còn 1 việc trước khi gửi");

  // The second: whose it is. Nothing is written before it was shown.
  await enterPane();
  await tabTo("Đơn vị báo cáo");
  await chooseByArrows("Huyện uỷ Hạ Lang");
  await says("Sẽ ghi vào thuộc tính của tệp.");
  await screenshot(page, "district-3-stamp");
  // The list keeps the focus: the button is next.
  await pressOn("Ghi vào sổ tính");
  await says("Sẵn sàng gửi");
  await says("Bao cao - ha-lang - hang-nam-");
  await says("Biểu 02 chưa có dòng nào.");

  await enterPane();
  await tabTo("Người gửi");
  await page.keyboard.type("Nông Thị Lan");
  const covering = await shown().locator("textarea").inputValue();
  expect(covering).toContain("Huyện uỷ Hạ Lang gửi số liệu");
  expect(covering).toContain("- Biểu 01: 1 dòng");
  expect(covering).toContain("Người gửi: Nông Thị Lan");
  await screenshot(page, "district-4-ready");

  // What was written can be taken back.
  await enterPane();
  await pressOn("Hoàn tác");
  await says("Ghi tên đơn vị và đợt vào sổ tính");

  // A cell is being typed in: nothing is written, what to do is said, and the next try works.
  await beInCellEditMode();
  await enterPane();
  await pressOn("Ghi vào sổ tính");
  await says("Nhấn Enter hoặc Esc trong bảng tính, rồi bấm Thử lại.");
  await enterPane();
  await pressOn("Thử lại");
  await says("Sẵn sàng gửi");

  // What somebody changes meanwhile is noticed, and looked at when it is quiet again.
  await typeInCell(page, `C${FIRST_ROW}`, "31/6/2021");
  await says("Sổ tính vừa thay đổi.");
  await says("Còn 1 lỗi phải sửa.");
  await typeInCell(page, `C${FIRST_ROW}`, "30/6/2021");
  await ready().waitFor();

  // While it is looked at again, what was found before is not said to hold.
  await page.evaluate(() => {
    const fault = { kind: "slow", milliseconds: 3_000 } as const;
    for (let request = 1; request <= 20; request++) window.excelHost?.faults.at(request, fault);
  });
  await enterPane();
  await pressOn("Xem lại lần nữa");
  await shown().locator(".busy", { hasText: "Đang xem lại sổ tính…" }).waitFor();
  expect(await ready().count()).toBe(0);
  expect(await focused()).toBe("Xem lại lần nữa");
  await page.evaluate(() => window.excelHost?.faults.clear());
  await ready().waitFor();

  // Opened again, for reading only: page, unit and round are as they were. The workbook tells the role, whatever was
  // chosen elsewhere.
  await page.addInitScript(openForReadingOnly);
  await pane.evaluate(() => {
    localStorage.setItem("bieu-su.role", "province");
    localStorage.setItem("bieu-su.unit", "bao-lac");
    localStorage.setItem("bieu-su.round", "khao-sat-2023");
    Object.assign(window, { isOld: true });
    location.reload();
  });
  await pane.waitForFunction(() => !("isOld" in window));
  pane = await paneFrame(page);
  await pane.getByText("Sổ tính đang mở chỉ để đọc").waitFor();
  await says("Sẵn sàng gửi");
  expect(await shown().locator("textarea").inputValue()).toContain("Huyện uỷ Hạ Lang gửi số liệu");
  await screenshot(page, "district-5-read-only");
  await pane.getByRole("tab", { name: "Biểu mẫu", exact: true }).click();
  await shown().getByRole("combobox", { name: "Đơn vị báo cáo" }).getByText("Huyện uỷ Hạ Lang").waitFor();
  await shown().getByRole("combobox", { name: "Đợt báo cáo" }).getByText("Báo cáo năm").waitFor();

  // A ribbon button for a page of the province opens it, with the province's pages for this session.
  await page.getByRole("button", { name: "Tổng hợp", exact: true }).click();
  pane = await paneFrame(page);
  await says("Tổng hợp báo cáo");
  expect(await pane.getByRole("tab").allInnerTexts()).toEqual([
    "Đợt báo cáo",
    "Tổng hợp",
    "Tiến độ",
    "Báo cáo",
  ]);
});

/** The next request is refused as Excel refuses it while the user types into a cell. */
async function beInCellEditMode(): Promise<void> {
  await pane.evaluate(() => {
    const prototype: { sync?: unknown } = Excel.RequestContext.prototype;
    prototype.sync = () => {
      delete prototype.sync;
      return Promise.reject(Object.assign(new Error(), { code: "InvalidOperationInCellEditMode" }));
    };
  });
}

/** Excel's word to the client that the user may not write. Runs in the page and in the pane, before they do. */
function openForReadingOnly(): void {
  window.addEventListener(
    "message",
    (event: MessageEvent<unknown>) => {
      const { data, origin, source } = event;
      if (typeof data !== "string" || !/_clientMode\\?":1/.test(data)) return;
      event.stopImmediatePropagation();
      const changed = data.replace(/(_clientMode\\?":)1/, "$10");
      window.dispatchEvent(new MessageEvent("message", { data: changed, origin, source }));
    },
    true
  );
}
