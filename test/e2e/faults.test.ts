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

const SAMPLE = path.resolve("assets/samples/ha-lang-lan-1.xlsx");

interface KnownFault {
  readonly name: string;
  readonly fault: Fault;
  /** What the pane says of it, among other words. (Of a lost connection Microsoft's client tells no more.) */
  readonly words: string;
}

const FAULTS: readonly KnownFault[] = [
  {
    name: "a cell is being edited",
    fault: { kind: "error", code: "InvalidOperationInCellEditMode" },
    words: "Excel đang ở chế độ sửa ô",
  },
  {
    name: "the sheet is protected",
    fault: { kind: "error", code: "AccessDenied" },
    words: "đang được bảo vệ",
  },
  {
    name: "the connection is lost on the way there",
    fault: { kind: "connectionLost", carriedOut: false },
    words: "Excel không làm được việc này",
  },
  {
    name: "the connection is lost on the way back",
    fault: { kind: "connectionLost", carriedOut: true },
    words: "Excel không làm được việc này",
  },
];

/** The reasons that the pane gives; a page may still show the one of a moment ago. */
const REASONS = [...new Set(FAULTS.map(({ words }) => words))];

let tryout: Tryout;
let browser: Browser;
let opened: TryoutPage;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  [tryout, browser] = await Promise.all([startTryout({ port: 0, build: false }), launchChromium()]);
  opened = await openTryout(browser, tryout.url, "district");
  ({ page } = opened);
  // Only the pane is looked at, and the grid is drawn again and again.
  await page.setViewportSize({ width: 640, height: 480 });
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
   * every third request. (Drawing is tried with every fault at every request in test/integration/excel.) "writing": every
   * fault at the two requests that look and write, one in turn at those that read again afterwards; "write": only those
   * two, where the page follows edits by itself.
   */
  readonly extent: "all" | "in turn" | "sample" | "writing" | "write";
}

/** Presses what the first message of failure offers, unless the page has tried again by itself meanwhile. */
async function pressHelp(): Promise<void> {
  const help = shown().locator(".notice-error").first().getByRole("button").first();
  await help.click({ timeout: 2000 }).catch(() => undefined);
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
    run: () =>
      shown()
        .getByRole("button", { name: /^Kiểm tra/ })
        .click(),
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

const field = (label: string): Locator => shown().getByLabel(label, { exact: true });

/** A number with blanks too many, which its rule would take out. */
const SLOPPY_NUMBER = "154 - KH/BTGTU";
const GOOD_NUMBER = "154-KH/BTGTU";
const SLOPPY_ROWS = [SLOPPY_NUMBER, "155 - KH/BTGTU"].map(
  (number) => `1\t${number}\t25/6/2022\tKế hoạch\tBan Tuyên giáo Tỉnh uỷ`
);

const PASTING: PageAction = {
  name: "Nhập: writing pasted rows",
  prepare: async () => {
    await button("Dán nhiều dòng từ Word hoặc thư…").click();
    await field("Bấm vào ô này rồi nhấn Ctrl+V").fill(SLOPPY_ROWS.join("\n"));
    await button("Đọc chữ vừa gõ").click();
  },
  run: () => button("Ghi 2 dòng vào bảng").click(),
  done: ".notice-success",
  takeBack: async () => {
    await undo();
    await button("Quay lại nhập từng dòng").click();
  },
  extent: "writing",
};

/** On the first empty row of Biểu 01. */
const ENTRY: readonly PageAction[] = [
  {
    name: "Nhập: writing a row",
    prepare: () => field("Số văn bản").fill(SLOPPY_NUMBER),
    run: () => shown().locator(".entry-bar .button-primary").click(),
    done: ".notice-success",
    takeBack: async () => {
      await undo();
      // The row is read again: what is typed before that would be asked about.
      await pane.waitForFunction(() => !document.querySelector<HTMLInputElement>("#entry-number")?.value);
    },
    extent: "writing",
  },
  PASTING,
];

/**
 * The page has followed the workbook: what can be corrected is listed, or no longer. What it could not read by itself is
 * read again.
 */
async function followed(state: "listed" | "gone"): Promise<void> {
  const correction = `Sửa thành “${GOOD_NUMBER}”`;
  for (;;) {
    const seen = await pane.waitForFunction(
      ([text, wanted]) => {
        const inView = document.querySelector("[role=tabpanel]:not([hidden])");
        if (inView?.querySelector(".notice-error button")) return "failed";
        const buttons = [...(inView?.querySelectorAll("button") ?? [])];
        return buttons.some(({ innerText }) => innerText.trim() === text) === (wanted === "listed")
          ? wanted
          : null;
      },
      [correction, state] as const
    );
    if ((await seen.jsonValue()) === state) return;
    await pressHelp();
  }
}

const listed = (): Promise<void> => followed("listed");

/** Only a list that has been without the corrections is one of after the undo once it has them again. */
async function undoCorrection(): Promise<void> {
  await followed("gone");
  await undo();
}

/** With two pasted rows, each with a number that has a sure correction. */
const CORRECTIONS: readonly PageAction[] = [
  {
    name: "Kiểm tra: correcting a cell",
    prepare: listed,
    run: () => button(`Sửa thành “${GOOD_NUMBER}”`).click(),
    done: ".notice-success",
    takeBack: undoCorrection,
    extent: "write",
  },
  {
    name: "Kiểm tra: correcting everything sure",
    prepare: async () => {
      await listed();
      await button("Sửa 2 ô có cách sửa chắc chắn…").click();
    },
    run: () => button("Sửa 2 ô").click(),
    done: ".notice-success",
    takeBack: undoCorrection,
    extent: "write",
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
  extent: "sample",
};

/** In a workbook with merged tables, one after the other. */
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
    name: "Báo cáo: what the report is made of",
    prepare: () => tab("Tiến độ").click(),
    run: () => tab("Báo cáo").click(),
    done: ".card",
    extent: "all",
  },
  {
    name: "Báo cáo: making the file",
    run: () => button("Lập báo cáo (.docx)").click(),
    done: ".file-maker .notice-success",
    extent: "in turn",
  },
];

/** More presses of the offered buttons than any failure needs. */
const MOST_ATTEMPTS = 4;

/** What the page in view says once it is not busy: `failed` says so in words. */
async function shownNow(done: string): Promise<"failed" | "done"> {
  const found = await pane.waitForFunction((wanted) => {
    const inView = document.querySelector("[role=tabpanel]:not([hidden])");
    if (!inView || inView.querySelector(".busy")) return null;
    if (inView.querySelector(".notice-error")) return "failed";
    return inView.querySelector(wanted) ? "done" : null;
  }, done);
  return (await found.jsonValue()) as "failed" | "done";
}

const requests = (): Promise<number> => page.evaluate(() => window.excelHost?.counters.syncs ?? NaN);

/** Lets Excel answer what it was asked, and the pane draw what follows from that. */
async function answered(): Promise<void> {
  await page.evaluate(() => window.excelHost?.settle());
  await pane.evaluate(async () => {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve));
  });
}

/** Resolves when nothing follows any more from what was done: the pane asks Excel no further. */
async function quiet(): Promise<void> {
  for (let [before, now] = [NaN, await requests()]; now !== before;) {
    before = now;
    await answered();
    now = await requests();
  }
}

/**
 * Resolves when the page in view is at rest. A page that looks at the workbook again keeps what it has shown before: it
 * is not enough that nothing on it is busy.
 */
async function outcome(done: string): Promise<"failed" | "done"> {
  for (;;) {
    await quiet();
    const before = await requests();
    const found = await shownNow(done);
    await answered();
    if ((await requests()) === before) return found;
  }
}

const sheets = (): Promise<readonly string[]> =>
  page.evaluate(() =>
    (window.spreadsheetApi?.getActiveWorkbook()?.getSheets() ?? []).map((sheet) => sheet.getSheetName())
  );

/** Carries the action out without a fault and answers how many requests that took. */
async function countRequests(action: PageAction): Promise<number> {
  await action.prepare?.();
  await quiet();
  const before = await requests();
  await action.run();
  expect(await outcome(action.done)).toBe("done");
  const count = (await requests()) - before;
  await action.takeBack?.();
  return count;
}

/** What the first message of failure in view says at this moment, and how many buttons it has; null: there is none. */
function toldNow(): Promise<{ readonly said: string; readonly buttons: number } | null> {
  return pane.evaluate(() => {
    const notice = document.querySelector("[role=tabpanel]:not([hidden]) .notice-error");
    if (!notice) return null;
    const said = [...notice.querySelectorAll("p")].map(({ innerText }) => innerText).join(" ");
    return { said, buttons: notice.querySelectorAll("button").length };
  });
}

/** What is wrong with the way the pane takes the fault; nothing, as it should be. */
async function trouble(action: PageAction, fault: Fault, request: number): Promise<readonly string[]> {
  await action.prepare?.();
  await quiet();
  const before = await sheets();
  await page.evaluate(([at, armed]) => window.excelHost?.faults.at(at, armed), [request, fault] as const);
  await action.run();
  for (let attempt = 0; (await outcome(action.done)) === "failed"; attempt++) {
    // A page that has tried again by itself meanwhile takes notice and button away.
    const told = await toldNow();
    if (!told) continue;
    if (!REASONS.some((reason) => told.said.includes(reason))) return [`says only “${told.said}”`];
    if (told.buttons === 0) return [`offers nothing: ${told.said}`];
    if (attempt === MOST_ATTEMPTS) return [`does not go on: ${told.said}`];
    await pressHelp();
  }
  await page.evaluate(() => window.excelHost?.faults.clear());
  await action.takeBack?.();
  const after = await sheets();
  return after.join() === before.join() ? [] : [`leaves ${after.join(", ")}`];
}

async function troubles(action: PageAction): Promise<readonly string[]> {
  const count = await countRequests(action);
  expect(count).toBeGreaterThan(0);
  const found: string[] = [];
  const step = action.extent === "sample" ? 3 : 1;
  const last = action.extent === "write" ? 2 : count;
  for (let request = 1; request <= last; request += step) {
    const inTurn = FAULTS.filter((_, index) => index === request % FAULTS.length);
    const isWriting = action.extent === "write" || (action.extent === "writing" && request <= 2);
    const everything = action.extent === "all" || isWriting;
    const taken = everything ? FAULTS : inTurn;
    for (const known of taken) {
      const wrong = await trouble(action, known.fault, request);
      found.push(...wrong.map((what) => `${known.name}, request ${request} of ${count}: ${what}`));
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

describe("filling in", () => {
  beforeAll(async () => {
    await tab("Nhập").click();
    await shown().getByRole("button", { name: "Đến dòng trống của Biểu 01" }).click();
    await field("Số văn bản").waitFor();
  });

  test.each(ENTRY)("$name", async (action) => {
    expect(await troubles(action)).toEqual([]);
  });
});

describe("correcting", () => {
  beforeAll(async () => {
    await PASTING.prepare?.();
    await PASTING.run();
    expect(await outcome(PASTING.done)).toBe("done");
    await tab("Kiểm tra").click();
    await shown()
      .getByRole("button", { name: /^Kiểm tra/ })
      .click();
    await button(`Sửa thành “${GOOD_NUMBER}”`).waitFor();
  });

  test.each(CORRECTIONS)("$name", async (action) => {
    expect(await troubles(action)).toEqual([]);
  });
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
