/** What the province decides while merging: conflicting values, files of another round, a merge that was cut off. */
import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Frame, Locator } from "playwright-core";
import { deAn02 } from "../../src/schemes";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import { openTryout, paneFrame, screenshot, type TryoutPage } from "./support/tryout";

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
  opened = await openTryout(browser, tryout.url, "province");
  pane = await paneFrame(opened.page);
  await pane.getByRole("tab", { name: "Tổng hợp" }).click();
});

afterEach(async () => {
  const { foreignRequests, pageErrors } = opened;
  await opened.close();
  expect(foreignRequests).toEqual([]);
  expect(pageErrors).toEqual([]);
});

const shown = (): Locator => pane.locator("[role=tabpanel]:not([hidden])");
const button = (name: string): Locator => shown().getByRole("button", { name, exact: true });
const says = (text: string): Promise<void> => shown().getByText(text).first().waitFor();

const SURVEY = deAn02.round("khao-sat-2023")!.name;

/** A text table as a district without Excel sends it; it does not say when it was saved. */
function csv(name: string, works: readonly string[], round = SURVEY) {
  const stages = "Đã xuất bản (thời gian);Đã thông qua Hội đồng thẩm định;Đã tổ chức hội thảo bản thảo";
  const lines = [
    "Đơn vị: Huyện uỷ Hạ Lang",
    `Đợt báo cáo: ${round}`,
    `TT;Tên công trình;${stages};Đang tiến hành biên soạn;Kinh phí xã hội hóa`,
    ...works.map((work, index) => `${index + 1};${work}`),
  ];
  return { name, mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf8") };
}

function work(commune: string, published: string): string {
  return `Lịch sử Đảng bộ xã ${commune};${published};;;;`;
}

async function chooseFiles(...files: readonly ReturnType<typeof csv>[]): Promise<void> {
  await shown()
    .locator("input[type=file]")
    .setInputFiles([...files]);
  await says("2. Xem trước");
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

/** Texts of `Tổng hợp 02`. */
async function mergedTexts(): Promise<string> {
  return opened.page.evaluate(() =>
    JSON.stringify(
      window.spreadsheetApi?.getActiveWorkbook()?.getSheetByName("Tổng hợp 02")?.getDataRange().getValues() ??
        []
    )
  );
}

test("two files that disagree: nothing is written until someone has chosen, with the keyboard alone", async () => {
  const { page } = opened;
  const same = work("Thị Hoa", "tháng 3/2022");
  await chooseFiles(
    csv("lan-1.csv", [work("An Lạc", "quý I/2023"), same]),
    csv("lan-2.csv", [work("An Lạc", "quý II/2023"), same])
  );
  await says("Ô có hai giá trị khác nhau: 1");
  await says("Còn 1 ô chưa chọn giá trị.");
  expect(await button("Ghi vào sổ tính").getAttribute("aria-disabled")).toBe("true");
  await screenshot(page, "merge-1-conflict");

  const choices = shown().getByRole("radio");
  expect(await choices.count()).toBe(2);
  const wanted = (await shown().locator(".radio").allInnerTexts()).findIndex((words) =>
    words.includes("lan-1.csv")
  );
  await choices.nth(0).focus();
  await page.keyboard.press("Space");
  if (wanted === 1) await page.keyboard.press("ArrowDown");
  await button("Ghi vào sổ tính").focus();
  await page.keyboard.press("Enter");
  await says("vào tổng hợp và vẽ các trang");
  expect(await mergedTexts()).toContain("quý I/2023");
  expect(await mergedTexts()).not.toContain("quý II/2023");

  // Sent again with another value: the preview says what will change.
  await chooseFiles(csv("lan-3.csv", [work("An Lạc", "5/2023"), same]));
  await shown().getByText("Dòng thay đổi (1)").click();
  await says("quý I/2023 → 5/2023");
  await screenshot(page, "merge-2-changes");
});

type Fate = "work" | "hang" | "crash";

/** From now on what the pane asks of its planning worker is done, or goes unanswered, or costs the worker its life. */
async function planningShall(fate: Fate): Promise<void> {
  await pane.evaluate((wanted) => {
    const host = window as unknown as { Worker: typeof Worker; planning?: Fate };
    const known = host.planning !== undefined;
    host.planning = wanted;
    if (known) return;
    const Genuine = host.Worker;
    const watched = function (address: URL, options?: WorkerOptions): Worker {
      const worker = new Genuine(address, options);
      if (options?.name !== "planWorker") return worker;
      const post = worker.postMessage.bind(worker) as (order: unknown) => void;
      worker.postMessage = (order: unknown): void => {
        if (host.planning === "work") post(order);
        else if (host.planning === "crash") {
          worker.dispatchEvent(new ErrorEvent("error", { message: "Out of memory" }));
        }
      };
      return worker;
    };
    host.Worker = watched as unknown as typeof Worker;
  }, fate);
}

test("a plan that takes too long is stopped, one that is lost is told of; both can be made again", async () => {
  const { page } = opened;
  await planningShall("hang");
  await shown()
    .locator("input[type=file]")
    .setInputFiles([csv("ha-lang.csv", [work("An Lạc", "quý I/2023")])]);
  await says("Đang tính…");
  await screenshot(page, "merge-8-planning");
  // Meanwhile the pane answers.
  await pane.getByRole("tab", { name: "Tiến độ", exact: true }).click();
  await pane.getByRole("tab", { name: "Tổng hợp", exact: true }).click();
  await button("Dừng").press("Enter");
  await says("Đã dừng giữa chừng.");
  expect(await shown().locator(".busy").count()).toBe(0);
  await screenshot(page, "merge-9-stopped");
  await planningShall("crash");
  await button("Làm lại").press("Enter");
  await says("Phần tính toán dừng giữa chừng");
  await screenshot(page, "merge-10-lost");
  await planningShall("work");
  await button("Thử lại").press("Enter");
  await says("Dòng mới (1)");

  // The same when it is to be written: nothing is, until it can be.
  const before = await sheetNames();
  await planningShall("hang");
  await button("Ghi vào sổ tính").press("Enter");
  await button("Dừng").press("Enter");
  await says("Đã dừng giữa chừng.");
  expect(await sheetNames()).toEqual(before);
  await planningShall("work");
  await button("Ghi vào sổ tính").press("Enter");
  await says("vào tổng hợp và vẽ các trang");
  expect(await mergedTexts()).toContain("An Lạc");
});

test("a writing that was stopped is forgotten when a file is taken out: what is shown is what is written", async () => {
  await planningShall("work");
  await chooseFiles(
    csv("mot.csv", [work("An Lạc", "quý I/2023")]),
    csv("hai.csv", [work("Thị Hoa", "3/2022")])
  );
  await says("Dòng mới (2)");
  await planningShall("hang");
  await button("Ghi vào sổ tính").press("Enter");
  await button("Dừng").press("Enter");
  await says("Đã dừng giữa chừng.");
  await planningShall("work");
  await button("Bỏ tệp hai.csv").press("Enter");
  await says("Dòng mới (1)");
  expect(await button("Làm lại").count()).toBe(0);
  await button("Ghi vào sổ tính").press("Enter");
  await says("vào tổng hợp và vẽ các trang");
  expect(await mergedTexts()).toContain("An Lạc");
  expect(await mergedTexts()).not.toContain("Thị Hoa");
});

test("while it is written nothing of it can be changed; once that is stopped, all of it can", async () => {
  await planningShall("work");
  await chooseFiles(
    csv("lan-1.csv", [work("An Lạc", "quý I/2023")]),
    csv("lan-2.csv", [work("An Lạc", "quý II/2023")])
  );
  await says("Còn 1 ô chưa chọn giá trị.");
  await button("Lấy tất cả giá trị mới").press("Enter");
  await shown().getByText("Còn 1 ô chưa chọn giá trị.").waitFor({ state: "detached" });
  await planningShall("hang");
  await button("Ghi vào sổ tính").press("Enter");
  await says("Đang tính…");
  await screenshot(opened.page, "merge-11-held");
  const controls = (state: "enabled" | "disabled"): readonly Locator[] => [
    shown().locator(`button[aria-label="Bỏ tệp lan-1.csv"]:${state}`),
    shown().locator(`button:${state}`, { hasText: "Bỏ tất cả" }),
    shown().locator(`button:${state}`, { hasText: "Giữ tất cả giá trị đang có" }),
    shown().locator(`input[type=radio]:${state}`).nth(1),
    shown().locator(
      `[role=combobox]${state === "disabled" ? '[aria-disabled="true"]' : ':not([aria-disabled="true"])'}`
    ),
  ];
  for (const control of controls("disabled")) await control.waitFor();
  // Whoever has pressed the button keeps the place.
  expect(await pane.evaluate(() => document.activeElement?.textContent)).toBe("Ghi vào sổ tính");

  await button("Dừng").press("Enter");
  await says("Đã dừng giữa chừng.");
  for (const control of controls("enabled")) await control.waitFor();
});

test("what was decided stays decided when a further file is added", async () => {
  await chooseFiles(
    csv("lan-1.csv", [work("An Lạc", "quý I/2023")]),
    csv("lan-2.csv", [work("An Lạc", "quý II/2023")])
  );
  await says("Còn 1 ô chưa chọn giá trị.");
  await shown().getByRole("radio").first().check();
  await shown().getByText("Còn 1 ô chưa chọn giá trị.").waitFor({ state: "detached" });
  await chooseFiles(csv("lan-3.csv", [work("Thị Hoa", "3/2022"), work("Vinh Quý", "3/2022")]));
  await says("Dòng mới (3)");
  expect(await shown().getByRole("radio").first().isChecked()).toBe(true);
  expect(await button("Ghi vào sổ tính").getAttribute("aria-disabled")).not.toBe("true");
});

test("what was written beside the merged tables is named before they are drawn again, and before that is undone", async () => {
  await chooseFiles(csv("lan-1.csv", [work("An Lạc", "quý I/2023")]));
  await button("Ghi vào sổ tính").click();
  await says("vào tổng hợp và vẽ các trang");
  await pane.evaluate(async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Tổng hợp 02");
      sheet.getRange("Z3:Z4").values = [["Ghi chú"], ["đã gọi ngày 3/6"]];
      await context.sync();
    });
  });
  await button("Hoàn tác").click();
  await says("ô Z3:Z4 trang “Tổng hợp 02”");
  await button("Giữ lại").click();
  await chooseFiles(csv("lan-2.csv", [work("Thị Hoa", "3/2022")]));
  await says("Có ô ghi thêm bên cạnh các bảng: ô Z3:Z4 trang “Tổng hợp 02”.");
  await shown().getByText("Có ô ghi thêm").scrollIntoViewIfNeeded();
  await screenshot(opened.page, "merge-6-beside");
});

test("a row added by hand that cannot be read is named until it is filled in, and is then merged", async () => {
  const write = (address: string, value: string): Promise<void> =>
    pane.evaluate(
      async ([at, text]) => {
        await Excel.run(async (context) => {
          context.workbook.worksheets.getItem("Tổng hợp 02").getRange(at).values = [[text]];
          await context.sync();
        });
      },
      [address, value] as const
    );
  await chooseFiles(csv("lan-1.csv", [work("An Lạc", "quý I/2023")]));
  await button("Ghi vào sổ tính").click();
  await says("vào tổng hợp và vẽ các trang");
  await write("B5", "Lịch sử Đảng bộ xã Vinh Quý");
  const named = "trang “Tổng hợp 02” dòng 5: ô Đơn vị trống";
  await pane.getByRole("tab", { name: "Tiến độ", exact: true }).click();
  await says(named);
  await screenshot(opened.page, "merge-11-not-counted");
  await pane.getByRole("tab", { name: "Tổng hợp", exact: true }).click();
  await chooseFiles(csv("lan-2.csv", [work("Thị Hoa", "3/2022")]));
  await says(named);
  await shown().getByText(named).scrollIntoViewIfNeeded();
  await screenshot(opened.page, "merge-12-unread");
  await write("H5", "Hạ Lang");
  await button("Ghi vào sổ tính").click();
  await says("Sổ tính đã thay đổi từ lúc xem trước");
  await shown().getByText(named).waitFor({ state: "detached" });
  await button("Ghi vào sổ tính").click();
  await says("vào tổng hợp và vẽ các trang");
  expect(await mergedTexts()).toContain("Vinh Quý");
});

test("a file of another round is left out until someone takes it; who has not sent is reminded", async () => {
  const { page } = opened;
  await chooseFiles(
    csv("dot-nay.csv", [work("An Lạc", "quý I/2023")]),
    csv("dot-nay-2.csv", [work("Lý Quốc", "quý I/2023")]),
    csv("dot-khac.csv", [work("Thị Hoa", "tháng 3/2022")], "Báo cáo năm 2022")
  );
  await says("Tệp dot-khac.csv ghi là của đợt");
  await says("Dòng mới (2)");
  await screenshot(page, "merge-3-other-round");
  await shown().getByText("Vẫn tổng hợp tệp này", { exact: true }).click();
  await says("Dòng mới (3)");

  await shown().getByText("Lời nhắc các đơn vị chưa gửi").click();
  const reminder = await shown().locator("textarea").inputValue();
  expect(reminder).toContain("Huyện uỷ Hòa An");
  expect(reminder).not.toContain("Hạ Lang");
  await button("Chép lời nhắc").click();
  await shown()
    .getByText(/^Đã chép\.|nhấn Ctrl\+C/)
    .waitFor();
  await screenshot(page, "merge-4-reminder");
});

test("a table whose headings say too little is read as the user says, and so is the next file of the unit", async () => {
  const { page } = opened;
  const strange = (name: string, published: string) => ({
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(
      `\uFEFFĐơn vị: Huyện uỷ Hạ Lang\r\nA;B\r\nLịch sử Đảng bộ xã An Lạc;${published}\r\n`,
      "utf8"
    ),
  });
  await chooseFiles(strange("la-1.csv", "quý I/2023"));
  await shown().getByText("Chỉ định cột bằng tay").click();
  const choose = async (label: string, option: string): Promise<void> => {
    await shown().locator(".mapping").getByRole("combobox", { name: label }).click();
    await pane.getByRole("option", { name: option, exact: true }).click();
  };
  await choose("Biểu", "Biểu 02");
  await shown().getByRole("spinbutton", { name: "Dòng tiêu đề" }).fill("2");
  await page.keyboard.press("Tab");
  await choose("Tên công trình", "A: A");
  await choose("Đã xuất bản (thời gian)", "B: B");
  await screenshot(page, "merge-6-mapping");
  await button("Đọc theo cột đã chọn").click();
  await says("Dòng mới (1)");
  await button("Ghi vào sổ tính").click();
  await says("vào tổng hợp và vẽ các trang");

  await chooseFiles(strange("la-2.csv", "5/2023"));
  await says("Dòng thay đổi (1)");
});

test("replies and the report are saved as files, and the report can be copied as text", async () => {
  const { page } = opened;
  const download = async (name: string): Promise<Record<string, Uint8Array>> => {
    const [saved] = await Promise.all([page.waitForEvent("download"), button(name).click()]);
    return unzipSync(readFileSync(await saved.path()));
  };
  await chooseFiles(csv("ha-lang.csv", [work("An Lạc", "31/6/2022"), work("Thị Hoa", "tháng 3/2022")]));
  const replies = ["Tra loi - ha-lang - khao-sat-2023.xlsx"];
  expect(Object.keys(await download("Lập tệp trả lời (.zip)"))).toEqual(replies);
  await says("Đã chuyển Tra loi cac don vi.zip");
  await button("Ghi vào sổ tính").click();
  await says("vào tổng hợp và vẽ các trang");

  // The units can be answered after the writing too, until their files are put aside or others are chosen.
  const justWritten = shown().getByText("Lập cho 1 tệp vừa ghi");
  await justWritten.waitFor();
  await justWritten.scrollIntoViewIfNeeded();
  await screenshot(page, "merge-12-replies");
  expect(Object.keys(await download("Lập tệp trả lời (.zip)"))).toEqual(replies);
  await chooseFiles(csv("lan-2.csv", [work("Vinh Quý", "3/2022")]));
  await justWritten.waitFor({ state: "detached" });
  await button("Bỏ tất cả").click();
  await button("Lập tệp trả lời (.zip)").waitFor({ state: "detached" });
  await chooseFiles(csv("lan-2.csv", [work("Vinh Quý", "3/2022")]));
  await button("Ghi vào sổ tính").click();
  await justWritten.waitFor();
  await button("Bỏ các tệp này").click();
  await button("Lập tệp trả lời (.zip)").waitFor({ state: "detached" });

  await pane.getByRole("tab", { name: "Báo cáo", exact: true }).click();
  await says("Báo cáo gồm");
  const report = await download("Lập báo cáo (.docx)");
  expect(strFromU8(report["word/document.xml"] ?? new Uint8Array())).toContain("Thị Hoa");
  await button("Phần lời của báo cáo").click();
  await shown().locator("textarea").waitFor();
  expect(await shown().locator("textarea").inputValue()).toContain("Thị Hoa");
  await screenshot(page, "merge-7-report");

  // What is merged afterwards is in the text too, as in everything else on the page.
  await pane.getByRole("tab", { name: "Tổng hợp", exact: true }).click();
  await chooseFiles(csv("lan-3.csv", [work("An Lạc", "2022"), work("Quang Long", "tháng 5/2022")]));
  await button("Ghi vào sổ tính").click();
  await says("vào tổng hợp và vẽ các trang");
  await pane.getByRole("tab", { name: "Báo cáo", exact: true }).click();
  await shown().locator("textarea", { hasText: "Quang Long" }).waitFor();
});

/** From now on what draws the tables never leaves the pane, as when the connection goes; until `mend`. */
async function loseLargeRequests(): Promise<void> {
  await pane.evaluate(() => {
    const { parent } = window;
    const original = parent.postMessage;
    const send = original.bind(parent) as (message: string, origin: string) => void;
    parent.postMessage = (message: string, origin: unknown): void => {
      if (message.length < 50_000) send(message, String(origin));
      else Object.assign(window, { requestLost: true });
    };
    Object.assign(window, {
      mend: () => {
        parent.postMessage = original;
      },
    });
  });
}

test("a merge that was cut off is told when the pane opens again, and taken back", async () => {
  const { page } = opened;
  const before = await sheetNames();
  await chooseFiles(csv("ha-lang.csv", [work("An Lạc", "quý I/2023")]));
  await loseLargeRequests();
  await button("Ghi vào sổ tính").click();
  await pane.waitForFunction(() => "requestLost" in window);
  expect(await sheetNames()).not.toEqual(before);
  await pane.evaluate(() => {
    (window as unknown as { mend: () => void }).mend();
    location.reload();
  });
  await pane.waitForFunction(() => !("requestLost" in window));
  pane = await paneFrame(page);
  await pane.getByText("Lần tổng hợp trước bị dừng giữa chừng").waitFor();
  await screenshot(page, "merge-5-interrupted");
  await pane.getByRole("button", { name: "Khôi phục như trước" }).click();
  await pane.getByText("Nội dung sổ tính đã trở lại như trước").waitFor();
  expect(await sheetNames()).toEqual(before);
});
