/**
 * Walks through the product as the Vietnamese guide describes it and takes the guide's pictures on the way.
 * `npm run docs:pictures` puts them into docs/vi/hinh.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Frame, Locator } from "playwright-core";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import { guidePicture } from "./support/guide";
import { goToCell, openPage, paneFrame, waitForValue, type TryoutPage } from "./support/tryout";

const GUIDE = path.resolve("docs/vi");
const SAMPLES = path.resolve("assets/samples");
/** A week before the survey's last day, so that the pictures stay the same. */
const DAY = new Date("2023-05-12T08:00:00+07:00");
/** A table as Word puts it on the clipboard. */
const WORD_TABLE = `<table>
  <tr><td>TT</td><td>Số văn bản</td><td>Thời gian</td><td>Trích yếu nội dung văn bản</td><td>Cơ quan ban hành</td></tr>
  <tr><td>1</td><td>45-KH/HU</td><td>12/8/2021</td><td>Kế hoạch thực hiện Đề án 02-ĐA/TU</td><td>Huyện uỷ Hạ Lang</td></tr>
  <tr><td>2</td><td>112-CV/BTG</td><td>3/3/2022</td><td>Đôn đốc biên soạn lịch sử Đảng bộ xã</td><td>Ban Tuyên giáo Huyện uỷ</td></tr>
</table>`;

const taken: string[] = [];
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

async function open(): Promise<void> {
  opened = await openPage(browser, tryout.url, (page) => page.clock.setFixedTime(DAY));
  await opened.page.locator("canvas[id^=univer-sheet-main-canvas]").waitFor();
  pane = await paneFrame(opened.page);
}

afterEach(async () => {
  const { foreignRequests, pageErrors } = opened;
  await opened.close();
  expect(foreignRequests).toEqual([]);
  expect(pageErrors).toEqual([]);
});

const shown = (): Locator => pane.locator("[role=tabpanel]:not([hidden])");
const press = (name: string | RegExp): Promise<void> => shown().getByRole("button", { name }).first().click();
const goTo = (name: string): Promise<void> => pane.getByRole("tab", { name, exact: true }).click();
const says = (text: string | RegExp): Promise<void> => shown().getByText(text).first().waitFor();
const picture = async (name: string): Promise<void> => {
  taken.push(await guidePicture(opened.page, name));
};

async function choose(label: string, option: string): Promise<void> {
  await shown().getByRole("combobox", { name: label }).click();
  await pane.getByRole("option", { name: option, exact: true }).click();
}

test("a unit's four pages", async () => {
  await open();
  const { page } = opened;
  await pane.getByText("Anh/chị làm phần việc nào?").waitFor();
  await picture("huyen-1-phan-viec");
  await pane.getByRole("button", { name: "Đơn vị gửi báo cáo" }).click();

  await choose("Đơn vị báo cáo", "Huyện uỷ Hạ Lang");
  await choose("Đợt báo cáo", "Khảo sát 02 năm thực hiện Đề án (2023)");
  await press("Chèn Biểu 01 và Biểu 02");
  await says("Đã chèn: Biểu 01 và Biểu 02.");
  await picture("huyen-2-bieu-mau");

  await goTo("Nhập");
  await press(/^Đến dòng trống của Biểu 01/);
  await shown().getByRole("textbox", { name: "Số văn bản" }).fill("154-KH/BTGTU");
  await shown().getByRole("textbox", { name: "Thời gian" }).fill("20/7/2021");
  await says("Kế hoạch số 154");
  await picture("huyen-3-nhap");
  await press("Bỏ thay đổi");

  await press("Dán nhiều dòng từ Word hoặc thư…");
  await shown().getByRole("textbox").first().focus();
  await pane.evaluate((html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    const paste = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(paste);
  }, WORD_TABLE);
  await says("Xem trước");
  await picture("huyen-4-dan");
  await press(/^Ghi \d+ dòng vào bảng/);
  await says(/^Đã ghi \d+ dòng/);

  // Something to find: a day that no month has.
  await goToCell(page, "C7");
  await page.keyboard.type("31/6/2021");
  await page.keyboard.press("Enter");
  await goTo("Kiểm tra");
  await press("Kiểm tra sổ tính");
  await says("31/6/2021");
  await shown().getByText("Đánh dấu ô cần sửa ngay trong trang tính").click();
  await page.waitForFunction(() => {
    const sheet = window.spreadsheetApi?.getActiveWorkbook()?.getActiveSheet();
    return (sheet?.getConditionalFormattingRules().length ?? 0) > 0;
  });
  await picture("huyen-5-kiem-tra");

  await goTo("Hoàn tất");
  await says(/^Còn \d+ việc trước khi gửi/);
  await picture("huyen-6-hoan-tat");
});

test("the province's four pages", async () => {
  await open();
  await pane.getByRole("button", { name: "Tỉnh tổng hợp" }).click();
  await goTo("Tổng hợp");
  const files = readdirSync(SAMPLES).filter((file) => file.endsWith(".xlsx"));
  await shown()
    .locator("input[type=file]")
    .setInputFiles(files.map((file) => path.join(SAMPLES, file)));
  await says("2. Xem trước");
  await picture("tinh-2-chon-tep");
  await shown().getByText("2. Xem trước").scrollIntoViewIfNeeded();
  await shown()
    .getByText("2. Xem trước")
    .evaluate((heading) => heading.scrollIntoView({ block: "start" }));
  await picture("tinh-3-xem-truoc");
  await press("Ghi vào sổ tính");
  await says("vào tổng hợp và vẽ các trang");

  await goTo("Tiến độ");
  await says("Chỉ tiêu");
  // The formulas of the sheet are computed a moment later than those figures.
  await waitForValue(opened.page, "B8", 17);
  await picture("tinh-4-tien-do");
  await goTo("Báo cáo");
  await says("Báo cáo gồm");
  await picture("tinh-5-bao-cao");
  await goTo("Đợt báo cáo");
  await says("Đã gửi");
  await picture("tinh-1-dot");
});

test("without Excel", async () => {
  opened = await openPage(browser, `${tryout.url}taskpane.html`, (page) => page.clock.setFixedTime(DAY));
  const { page } = opened;
  pane = page.mainFrame();
  await goTo("Kiểm tra");
  await shown().locator("input[type=file]").setInputFiles(path.join(SAMPLES, "trung-khanh-co-loi.xlsx"));
  await says("Kết quả");
  await picture("trinh-duyet");
});

test("every picture of the guide was taken, and every picture taken is in the guide", () => {
  const pages = readdirSync(GUIDE).filter((file) => file.endsWith(".md"));
  const shownInGuide = pages.flatMap((file) =>
    [...readFileSync(path.join(GUIDE, file), "utf8").matchAll(/!\[[^\]]+\]\(hinh\/([^)]+)\)/g)].map(
      ([, name]) => name
    )
  );
  expect([...taken].sort()).toEqual([...shownInGuide].sort());
  expect(readdirSync(path.join(GUIDE, "hinh")).sort()).toEqual([...taken].sort());
});
