/**
 * Whatever Excel refuses at whatever request while a page does its work: the pane says what happened and offers a
 * button that helps, and with it the work is done once Excel gives in. Nothing half-done stays in the workbook.
 */
import path from "node:path";
import type { Browser, Frame, Locator, Page } from "playwright-core";
import type { Fault } from "../excel-host/faults";
import { startTryout, type Tryout } from "../excel-host/serve";
import { launchChromium } from "./support/chromium";
import { openTryout, paneFrame, takeRole, type TryoutPage } from "./support/tryout";

jest.setTimeout(240_000);

const SAMPLE = path.resolve("assets/samples/ha-lang-lan-1.xlsx");

const FAULTS: Readonly<Record<string, Fault>> = {
  "a cell is being edited": { kind: "error", code: "InvalidOperationInCellEditMode" },
  "the sheet is protected": { kind: "error", code: "AccessDenied" },
  "the connection is lost on the way there": { kind: "connectionLost", carriedOut: false },
  "the connection is lost on the way back": { kind: "connectionLost", carriedOut: true },
};

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  [tryout, browser] = await Promise.all([startTryout({ port: 0, build: false }), launchChromium()]);
  opened = await openTryout(browser, tryout.url, "district");
  ({ page } = opened);
  pane = await paneFrame(page);
});

afterAll(async () => {
  await opened?.close();
  await browser?.close();
  await tryout?.close();
});

const shown = (): Locator => pane.locator("[role=tabpanel]:not([hidden])");
const button = (name: string): Locator => shown().getByRole("button", { name, exact: true });
const tab = (name: string): Locator => pane.getByRole("tab", { name, exact: true });

interface PageAction {
  readonly name: string;
  /** Before every run: what the action needs. */
  readonly prepare?: () => Promise<void>;
  readonly run: () => Promise<void>;
  /** What stands on the page when all went well. */
  readonly done: string;
  /** After every run: the workbook as before. */
  readonly takeBack?: () => Promise<void>;
  /**
   * Every fault at every request, or at every request one of the faults in turn; of an action that takes seconds, at
   * every third request. (Drawing is tried with every fault at every request in test/integration/excel.)
   */
  readonly extent: "all" | "in turn" | "sample";
}

async function undo(): Promise<void> {
  await shown().locator(".notice-success").getByRole("button", { name: "Hoàn tác" }).click();
  await shown().getByText("Đã hoàn tác").waitFor();
}

const INSERTING: PageAction = {
  name: "Biểu mẫu: inserting the tables",
  run: () => button("Chèn Biểu 01 và Biểu 02").click(),
  done: ".notice-success",
  takeBack: undo,
  extent: "all",
};

/** In a workbook with the tables. */
const DISTRICT: readonly PageAction[] = [
  {
    name: "Nhập: reading the tables",
    prepare: () => tab("Biểu mẫu").click(),
    run: () => tab("Nhập").click(),
    done: ".page-header ~ *",
    extent: "all",
  },
  {
    name: "Kiểm tra: checking the workbook",
    prepare: () => tab("Kiểm tra").click(),
    run: () => shown().locator(".button-primary").click(),
    done: ".subject",
    extent: "all",
  },
  {
    name: "Hoàn tất: what is missing before sending",
    prepare: () => tab("Kiểm tra").click(),
    run: () => tab("Hoàn tất").click(),
    done: ".card",
    extent: "all",
  },
];

const MERGING: PageAction = {
  name: "Tổng hợp: writing the merged tables",
  prepare: async () => {
    await shown().locator("input[type=file]").setInputFiles(SAMPLE);
    await button("Ghi vào sổ tính").waitFor();
  },
  run: () => button("Ghi vào sổ tính").click(),
  done: ".notice-success",
  takeBack: undo,
  extent: "in turn",
};

/** In a workbook with merged tables. */
const PROVINCE: readonly PageAction[] = [
  {
    name: "Đợt báo cáo: who has sent",
    prepare: () => tab("Tổng hợp").click(),
    run: () => tab("Đợt báo cáo").click(),
    done: ".status-submitted, .status-late",
    extent: "all",
  },
  {
    name: "Tiến độ: drawing the sheet again",
    prepare: () => tab("Tiến độ").click(),
    run: () => button("Vẽ bảng Tiến độ").click(),
    done: ".notice-success",
    extent: "sample",
  },
  {
    name: "Báo cáo: the text of the report",
    prepare: () => tab("Báo cáo").click(),
    run: () => button("Phần lời của báo cáo").click(),
    done: "textarea",
    extent: "all",
  },
];

/** More presses of the offered buttons than any failure needs. */
const MOST_ATTEMPTS = 4;

/** Resolves when the page in view is at rest: `failed` says so in words. */
async function outcome(done: string): Promise<"failed" | "done"> {
  const found = await pane.waitForFunction((wanted) => {
    const inView = document.querySelector("[role=tabpanel]:not([hidden])");
    if (!inView || inView.querySelector(".busy")) return null;
    if (inView.querySelector(".notice-error")) return "failed";
    return inView.querySelector(wanted) ? "done" : null;
  }, done);
  return (await found.jsonValue()) as "failed" | "done";
}

const requests = (): Promise<number> => page.evaluate(() => window.excelHost?.counters.syncs ?? NaN);

const sheets = (): Promise<readonly string[]> =>
  page.evaluate(() =>
    (window.spreadsheetApi?.getActiveWorkbook()?.getSheets() ?? []).map((sheet) => sheet.getSheetName())
  );

/** Carries the action out without a fault and answers how many requests that took. */
async function countRequests(action: PageAction): Promise<number> {
  await action.prepare?.();
  const before = await requests();
  await action.run();
  expect(await outcome(action.done)).toBe("done");
  const count = (await requests()) - before;
  await action.takeBack?.();
  return count;
}

/** What is wrong with the way the pane takes the fault; nothing, as it should be. */
async function trouble(action: PageAction, fault: Fault, request: number): Promise<readonly string[]> {
  await action.prepare?.();
  const before = await sheets();
  await page.evaluate(([at, armed]) => window.excelHost?.faults.at(at, armed), [request, fault] as const);
  await action.run();
  for (let attempt = 0; (await outcome(action.done)) === "failed"; attempt++) {
    const notice = shown().locator(".notice-error").first();
    const said = (await notice.locator("p").allInnerTexts()).join(" ");
    const help = notice.getByRole("button").first();
    if (said.length < 20) return [`says only “${said}”`];
    if ((await help.count()) === 0) return [`offers nothing: ${said}`];
    if (attempt === MOST_ATTEMPTS) return [`does not go on: ${said}`];
    // A page that has tried again by itself meanwhile takes the button away.
    await help.click({ timeout: 2000 }).catch(() => undefined);
  }
  await page.evaluate(() => window.excelHost?.faults.clear());
  await action.takeBack?.();
  const after = await sheets();
  return after.join() === before.join() ? [] : [`leaves ${after.join(", ")}`];
}

async function troubles(action: PageAction): Promise<readonly string[]> {
  const count = await countRequests(action);
  expect(count).toBeGreaterThan(0);
  const faults = Object.entries(FAULTS);
  const found: string[] = [];
  const step = action.extent === "sample" ? 3 : 1;
  for (let request = 1; request <= count; request += step) {
    const inTurn = faults.filter((_, index) => index === request % faults.length);
    const taken = action.extent === "all" ? faults : inTurn;
    for (const [name, fault] of taken) {
      const wrong = await trouble(action, fault, request);
      found.push(...wrong.map((what) => `${name}, request ${request} of ${count}: ${what}`));
    }
  }
  return found;
}

test(INSERTING.name, async () => {
  expect(await troubles(INSERTING)).toEqual([]);
  await INSERTING.run();
  expect(await outcome(INSERTING.done)).toBe("done");
});

test.each(DISTRICT)("$name", async (action) => {
  expect(await troubles(action)).toEqual([]);
});

test(MERGING.name, async () => {
  await takeRole(pane, "Tỉnh tổng hợp");
  await tab("Tổng hợp").click();
  expect(await troubles(MERGING)).toEqual([]);
  await MERGING.prepare?.();
  await MERGING.run();
  expect(await outcome(MERGING.done)).toBe("done");
});

test.each(PROVINCE)("$name", async (action) => {
  expect(await troubles(action)).toEqual([]);
});
