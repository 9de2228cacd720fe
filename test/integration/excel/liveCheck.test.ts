/** The check that follows the workbook, through the genuine client: what it says, what it costs, what it survives. */
import fc from "fast-check";
import { describeExcelError, findMarks, hasMarks, readOpenWorkbook } from "../../../src/excel";
import { checkWorkbook, type FileCheck } from "../../../src/domain/check";
import { cellAddress } from "../../../src/domain/grid";
import { formRows, noteColumn } from "../../../src/layout/templates";
import { STAMP } from "../../../src/domain/stamp";
import { deAn02 } from "../../../src/schemes";
import type * as slices from "../../../src/taskpane/inSlices";
import {
  followingKey,
  type LiveCheck,
  type LiveState,
  startLiveCheck,
} from "../../../src/taskpane/liveCheck";
import { cellsToMark } from "../../../src/taskpane/model/findingMarks";
import {
  applyFixes,
  clearMarks,
  insertTemplate,
  quickCheck,
  scheme,
  today,
  undo,
} from "../../../src/taskpane/services";
import type { Json } from "../../excel-host/protocol";
import { inTcvn3 } from "../../support/legacyText";
import { useExcel } from "./useExcel";

/** What the check that is being made waits for: it takes as long as that. */
let mockHeld: Promise<unknown> = Promise.resolve();

jest.mock("../../../src/taskpane/inSlices", () => {
  const { inSlices } = jest.requireActual<typeof slices>("../../../src/taskpane/inSlices");
  const held: typeof inSlices = async (steps, options) => {
    await mockHeld;
    return inSlices(steps, options);
  };
  return { inSlices: held };
});

// Before Excel itself is closed.
afterEach(() => live.close());
const running = useExcel();
const round = deAn02.round("khao-sat-2023")!;
const unit = deAn02.units.find(({ id }) => id === "ha-lang")!;
const [documentsForm, worksForm] = deAn02.forms;
/** One-based first rows of the two tables. */
const DOCUMENTS = formRows(documentsForm!).bodyTop + 1;
const WORKS = formRows(worksForm!).bodyTop + 1;

let live: LiveCheck;
let state: LiveState;
/** What waits for quiet. */
let waiting: (() => void) | null;
/** What is to happen once it tells something of this kind; no check goes on before it has happened. */
let moment: {
  readonly isNow: (state: LiveState) => boolean;
  readonly happens: () => Promise<void> | void;
} | null;

beforeEach(async () => {
  moment = null;
  await insertTemplate(unit, round);
  await edit("Biểu 01", `A${DOCUMENTS}`, [
    [1, "12-KH/HU", "31/6/2021", "Kế hoạch thực hiện Đề án", "Huyện uỷ Hạ Lang"],
    [2, "45 - CV/HU", "15/8/2022", "Về việc biên soạn", "Huyện uỷ Hạ Lang"],
  ]);
  await edit("Biểu 02", `A${WORKS}`, [
    [1, "Lịch sử Đảng bộ xã An Lạc (1948 - 2020)", "8/2022", "x", "x", "", "nhiều"],
  ]);
  live = startLive();
  live.show(true);
  live.mark(true);
  live.run(round, "vi");
  await live.idle();
  await quiet();
  running.excel.counters.reset();
});

/** One that has checked nothing yet. */
function startLive(): LiveCheck {
  waiting = null;
  return startLiveCheck({
    onState: (next) => {
      state = next;
      if (!moment?.isNow(next)) return;
      const { happens } = moment;
      moment = null;
      mockHeld = Promise.resolve(happens());
    },
    after: (_, call) => {
      waiting = call;
      return () => {
        waiting = null;
      };
    },
  });
}

/** In place of the one that has checked everything already. */
async function startAnew(): Promise<void> {
  await live.close();
  live = startLive();
}

/** All cells are read, and none is checked. */
const hasReadAll = ({ work }: LiveState): boolean =>
  work.kind === "everything" && work.stage === "reading" && work.done === 1;
/** It is checked: what is left is to mark. */
const hasChecked = ({ work, result: checked }: LiveState): boolean =>
  checked !== null && work.kind === "none";

async function edit(sheet: string, address: string, values: Json, more = {}): Promise<void> {
  await running.excel.host.edit({ sheet, address, values, ...more });
}

/** The events arrive, and it stays quiet. */
async function quiet(): Promise<void> {
  await running.excel.settle();
  waiting?.();
  waiting = null;
  await live.idle();
}

const result = (): FileCheck => state.result!.check;
const rulesAt = (cell: string): readonly string[] =>
  result()
    .findings.filter((finding) => finding.cell === cell)
    .map(({ rule }) => rule);

/** What a check of the whole workbook says. */
async function fullCheck(): Promise<FileCheck> {
  return checkWorkbook(await readOpenWorkbook(), { scheme, round, asOf: today(), language: "vi" });
}

test("an edit is read and marked in one request each, and the findings follow it", async () => {
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual(["document-date-impossible"]);
  await edit("Biểu 01", `C${DOCUMENTS}`, "30/6/2021");
  await edit("Biểu 02", `G${WORKS}`, "50.000.000");
  await quiet();
  expect(running.excel.counters.syncs).toBeLessThanOrEqual(2);
  expect(state).toMatchObject({ error: null, work: { kind: "none" }, marks: { shown: true, error: null } });
  expect(state.result?.read).toBe("edits");
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual([]);
  expect(result()).toEqual(await fullCheck());
});

test("what it does itself is no edit: it comes to rest", async () => {
  await edit("Biểu 01", `C${DOCUMENTS}`, "30/6/2021");
  await quiet();
  running.excel.counters.reset();
  await quiet();
  await quiet();
  expect(waiting).toBeNull();
  expect(running.excel.counters.syncs).toBe(0);
  expect(running.excel.counters.trackedObjects()).toBe(0);
});

test("5.000 pasted rows: one request to read them, one for the marks", async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => [
    index + 3,
    `${index + 50}${index % 10 === 0 ? " - " : "-"}CV/HU`,
    `${(index % 28) + 1}/8/2022`,
    `Về việc biên soạn lịch sử, phần ${index}`,
    "Huyện uỷ Hạ Lang",
  ]);
  await edit("Biểu 01", `A${DOCUMENTS + 2}`, rows, { pasted: true });
  await quiet();
  const { syncs, largestRequest, largestResponse } = running.excel.counters;
  expect(syncs).toBeLessThanOrEqual(2);
  expect(largestRequest).toBeLessThan(4_000_000);
  expect(largestResponse).toBeLessThan(5 * 1024 * 1024);
  expect(result().forms[0]?.rows).toBe(5_002);
  expect(result()).toEqual(await fullCheck());
});

test("a co-author's edits count like the user's", async () => {
  await edit("Biểu 01", `C${DOCUMENTS}`, "30/6/2021", { source: "Remote" });
  await quiet();
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual([]);
});

test.each<[string, (sheet: Excel.Worksheet, context: Excel.RequestContext) => void]>([
  ["a row put in", (sheet) => void sheet.getRange(`${DOCUMENTS + 1}:${DOCUMENTS + 1}`).insert("Down")],
  ["a row taken out", (sheet) => sheet.getRange(`${DOCUMENTS}:${DOCUMENTS}`).delete("Up")],
  ["a row hidden", (sheet) => void (sheet.getRange(`${DOCUMENTS}:${DOCUMENTS}`).rowHidden = true)],
  ["a sheet added", (_, { workbook }) => void workbook.worksheets.add("Khác")],
  ["a sheet deleted", (_, { workbook }) => workbook.worksheets.getItem("Biểu 02").delete()],
])("%s: everything is read again, and it says so", async (_, change) => {
  await Excel.run(async (context) => {
    change(context.workbook.worksheets.getItem("Biểu 01"), context);
    await context.sync();
  });
  await quiet();
  expect(state.result?.read).toBe("changed");
  expect(result()).toEqual(await fullCheck());
});

test("what no event tells is noticed with the next edit: a renamed sheet, merged cells, a new heading", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Biểu 02");
    sheet.name = "Công trình";
    await context.sync();
  });
  await edit("Biểu 01", `C${DOCUMENTS}`, "30/6/2021");
  await quiet();
  expect(state.result?.read).toBe("changed");
  expect(result().forms.map(({ sheet }) => sheet)).toEqual(["Biểu 01", "Công trình"]);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Biểu 01");
    sheet.getRange(`D${DOCUMENTS}:D${DOCUMENTS + 1}`).merge();
    await context.sync();
  });
  await edit("Biểu 01", `B${DOCUMENTS}`, "13-KH/HU");
  await quiet();
  expect(state.result?.read).toBe("changed");
  await edit("Biểu 01", `E${DOCUMENTS - 1}`, "Ghi chú");
  await quiet();
  expect(result()).toEqual(await fullCheck());
});

describe("corrections of what was found", () => {
  const fixable = () => result().findings.filter(({ fix }) => fix !== undefined);
  const number = async (row: number): Promise<unknown> => {
    const { sheets } = await readOpenWorkbook();
    return sheets.find(({ sheet }) => sheet === "Biểu 01")?.values[row - 1]?.[1];
  };

  test("are made in the cells that were checked, or not at all", async () => {
    const found = fixable();
    const { workbook } = state.result!;
    expect(found.map(({ cell }) => cell)).toContain(`B${DOCUMENTS + 1}`);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Biểu 01");
      sheet.getRange(`${DOCUMENTS}:${DOCUMENTS}`).insert("Down");
      await context.sync();
    });
    await edit("Biểu 01", `B${DOCUMENTS + 1}`, "99-QĐ/TU");
    const failure = await applyFixes(found, workbook).catch((error: unknown) => error);
    expect(describeExcelError(failure).kind).toBe("stale");
    expect(await number(DOCUMENTS + 1)).toBe("99-QĐ/TU");
    expect(await number(DOCUMENTS + 2)).toBe("45 - CV/HU");
    await quiet();
    await applyFixes(fixable(), state.result!.workbook);
    expect(await number(DOCUMENTS + 2)).toBe("45-CV/HU");
  });

  test("are made in cells of a legacy font, whose findings show them in Unicode", async () => {
    const issuer = inTcvn3("Huyện uỷ Hạ Lang");
    await edit("Biểu 01", `B${DOCUMENTS}`, [
      [inTcvn3("12 - KĐ/HU"), "1/6/2021", inTcvn3("Kế hoạch thực hiện Đề án"), issuer],
      [inTcvn3("45 - ĐA/HU"), "15/8/2022", inTcvn3("Về việc biên soạn lịch sử Đảng bộ"), issuer],
    ]);
    await quiet();
    const found = fixable().filter(({ cell }) => cell === `B${DOCUMENTS + 1}`);
    expect(found[0]?.value).toBe("45 - ĐA/HU");
    const before = await number(DOCUMENTS + 1);
    expect(before).not.toBe(found[0]?.value);
    const token = await applyFixes(found.slice(0, 1), state.result!.workbook);
    expect(await number(DOCUMENTS + 1)).toBe("45-ĐA/HU");
    await undo(token);
    expect(await number(DOCUMENTS + 1)).toBe(before);
  });
});

test("while a cell is being edited nothing is lost: it is tried again with the next edit, or by the user", async () => {
  const fault = { kind: "error", code: "InvalidOperationInCellEditMode" } as const;
  running.excel.faults.next(fault);
  await edit("Biểu 01", `C${DOCUMENTS}`, "30/6/2021");
  await quiet();
  expect(state.error).toMatchObject({ code: fault.code });
  expect(rulesAt(`C${DOCUMENTS}`)).not.toEqual([]);
  await edit("Biểu 01", `B${DOCUMENTS + 1}`, "45-CV/HU");
  await quiet();
  expect(state.error).toBeNull();
  expect(result()).toEqual(await fullCheck());

  running.excel.faults.next(fault);
  await edit("Biểu 01", `C${DOCUMENTS}`, "31/6/2021");
  await quiet();
  live.retry();
  await live.idle();
  expect(state.error).toBeNull();
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual(["document-date-impossible"]);
});

test("a lost connection while marking leaves the findings right, and the marks are put right afterwards", async () => {
  running.excel.faults.at(2, { kind: "connectionLost", carriedOut: true });
  await edit("Biểu 01", `C${DOCUMENTS}`, "30/6/2021");
  await quiet();
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual([]);
  expect(state.marks.error).not.toBeNull();
  await edit("Biểu 01", `C${DOCUMENTS}`, "31/6/2021");
  await quiet();
  expect(state.marks).toMatchObject({ shown: true, error: null });
  expect((await findMarks()).length).toBe(cellsToMark(result().findings).length);
});

test("nothing is heard while the page is out of view; coming back it catches up", async () => {
  live.show(false);
  await live.idle();
  await running.excel.settle();
  running.excel.counters.reset();
  await edit("Biểu 01", `C${DOCUMENTS}`, "30/6/2021");
  await running.excel.settle();
  expect(waiting).toBeNull();
  expect(running.excel.counters.syncs).toBe(0);
  live.show(true);
  await live.idle();
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual([]);
});

test.each<[string, () => Promise<void>]>([
  [
    "the first check runs",
    async () => {
      await startAnew();
      moment = { isNow: hasReadAll, happens: correct };
      live.show(true);
      live.run(round, "vi");
    },
  ],
  [
    "it catches up with what was missed out of view",
    async () => {
      live.show(false);
      await live.idle();
      moment = { isNow: hasReadAll, happens: correct };
      live.show(true);
    },
  ],
  [
    "the first check runs, and the page is left and come back to",
    async () => {
      await startAnew();
      moment = {
        isNow: hasReadAll,
        happens: async () => {
          live.show(false);
          await correct();
          live.show(true);
        },
      };
      live.show(true);
      live.run(round, "vi");
    },
  ],
])("an edit made while %s is followed", async (_, check) => {
  await check();
  await live.idle();
  await quiet();
  expect(moment).toBeNull();
  expect(state).toMatchObject({ error: null, work: { kind: "none" } });
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual([]);
  expect(result()).toEqual(await fullCheck());
});

/** Somebody corrects the wrong date, and whoever listens is told. */
async function correct(): Promise<void> {
  await edit("Biểu 01", `C${DOCUMENTS}`, "30/6/2021");
  await running.excel.settle();
}

test("where Excel tells of no edits, the check is made, says so, and catches up once it is tried again", async () => {
  await startAnew();
  running.excel.faults.next({ kind: "error", code: "GeneralException" });
  live.show(true);
  live.run(round, "vi");
  await live.idle();
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual(["document-date-impossible"]);
  expect(state.error).toMatchObject({ code: "GeneralException" });
  expect(followingKey(state)).toBe("check.notLive");
  await edit("Biểu 01", `C${DOCUMENTS}`, "30/6/2021");
  await quiet();
  live.retry();
  await live.idle();
  expect(state.error).toBeNull();
  expect(followingKey(state)).toBe("check.live");
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual([]);
  await edit("Biểu 01", `C${DOCUMENTS}`, "31/6/2021");
  await quiet();
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual(["document-date-impossible"]);
});

test("a first check that was stopped is not taken up again by an edit, by coming back, or by a wish", async () => {
  await startAnew();
  moment = { isNow: ({ work }) => work.kind === "everything", happens: () => live.stop() };
  live.show(true);
  live.run(round, "vi");
  await live.idle();
  expect(state).toMatchObject({ result: null, stopped: true, error: null });
  await running.excel.settle();
  running.excel.counters.reset();
  await edit("Biểu 01", `C${DOCUMENTS}`, "30/6/2021");
  await quiet();
  live.speak("en");
  live.mark(true);
  live.show(false);
  live.show(true);
  await live.idle();
  expect(running.excel.counters.syncs).toBe(0);
  live.run(round, "vi");
  await live.idle();
  expect(result()).toEqual(await fullCheck());
});

test("a later check that was stopped does not say that it follows", async () => {
  moment = { isNow: ({ work }) => work.kind === "everything", happens: () => live.stop() };
  live.run(round, "vi");
  await live.idle();
  expect(state).toMatchObject({ stopped: true, error: null });
  expect(followingKey(state)).toBe("check.notLive");
  live.run(round, "vi");
  await live.idle();
  expect(followingKey(state)).toBe("check.live");
});

test.each<[string, NonNullable<typeof moment>]>([
  ["while the cells are checked", { isNow: hasReadAll, happens: () => leave() }],
  ["when the marks are about to be looked for", { isNow: hasChecked, happens: () => leave() }],
  [
    "while the marks are looked for",
    { isNow: hasChecked, happens: () => queueMicrotask(() => void leave()) },
  ],
])("no marks come back to a workbook that was cleared of them %s", async (_, left) => {
  live.show(false);
  await live.idle();
  moment = left;
  live.show(true);
  await live.idle();
  await leaving;
  expect(moment).toBeNull();
  expect(await hasMarks()).toBe(false);
  expect(await findMarks()).toEqual([]);

  live.show(true);
  await live.idle();
  expect(await hasMarks()).toBe(true);
  expect((await findMarks()).length).toBe(cellsToMark(result().findings).length);
});

let leaving: Promise<void>;

/** Goes on to the page that clears the marks. */
function leave(): Promise<void> {
  live.show(false);
  leaving = clearMarks();
  return leaving;
}

test("marks come and go with the wish for them", async () => {
  expect(await hasMarks()).toBe(true);
  live.mark(false);
  await live.idle();
  expect(state.marks.shown).toBe(false);
  expect(await hasMarks()).toBe(false);
  expect(await findMarks()).toEqual([]);
});

test.each<[string, () => Promise<void>]>([
  ["wanted before", () => Promise.resolve()],
  [
    "not wanted before",
    async () => {
      live.mark(false);
      await live.idle();
    },
  ],
])("marks that the ribbon has put are followed like its own: %s", async (_, before) => {
  await before();
  await quickCheck(round);
  live.markedElsewhere();
  live.mark(true);
  await live.idle();
  expect((await findMarks()).length).toBe(cellsToMark(result().findings).length);

  await edit("Biểu 01", `C${DOCUMENTS}`, "30/6/2021");
  await edit("Biểu 01", `B${DOCUMENTS + 1}`, "45-CV/HU");
  await quiet();
  expect((await findMarks()).length).toBe(cellsToMark(result().findings).length);
});

test("marks that the ribbon puts while the page is out of view cost nothing until it comes back", async () => {
  live.show(false);
  await live.idle();
  await quickCheck(round);
  await running.excel.settle();
  running.excel.counters.reset();
  live.markedElsewhere();
  await live.idle();
  expect(running.excel.counters.syncs).toBe(0);
  live.show(true);
  await live.idle();
  expect((await findMarks()).length).toBe(cellsToMark(result().findings).length);
});

test("a protected sheet is left unmarked, and named", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Biểu 01").protection.protect();
    await context.sync();
  });
  live.run(round, "vi");
  await live.idle();
  expect(state.marks).toMatchObject({ refused: ["Biểu 01"] });
});

test("the same findings in the other language, without a request", async () => {
  const before = result().findings.length;
  live.speak("en");
  await live.idle();
  expect(running.excel.counters.syncs).toBe(0);
  expect(result().findings).toHaveLength(before);
  expect(result().findings.find(({ rule }) => rule === "document-date-impossible")?.message).toMatch(
    /^There is no/
  );
});

test("a round that is chosen elsewhere holds when the page comes back, where the workbook states none", async () => {
  const later = scheme.round("hang-nam-2024")!;
  await forgetRound();
  await edit("Biểu 01", `C${DOCUMENTS}`, "15/3/2024");
  live.run(round, "vi");
  await live.idle();
  expect(state.result?.roundStated).toBe(false);
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual(["document-date-after-cut-off"]);

  live.show(false);
  await live.idle();
  await running.excel.settle();
  running.excel.counters.reset();
  live.against(later);
  await live.idle();
  expect(running.excel.counters.syncs).toBe(0);
  live.show(true);
  await live.idle();
  expect(result().round).toBe(later.id);
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual([]);

  live.against(round);
  await live.idle();
  expect(result().round).toBe(round.id);
  expect(rulesAt(`C${DOCUMENTS}`)).toEqual(["document-date-after-cut-off"]);
});

test("a round that is chosen before anything was checked has nothing checked", async () => {
  await startAnew();
  await running.excel.settle();
  running.excel.counters.reset();
  live.show(true);
  live.against(scheme.round("hang-nam-2024")!);
  await live.idle();
  expect(running.excel.counters.syncs).toBe(0);
});

/** Neither the stamp nor the sheets say the round any more. */
async function forgetRound(): Promise<void> {
  await Excel.run(async ({ workbook }) => {
    workbook.properties.custom.getItem(STAMP.round).delete();
    for (const form of deAn02.forms) {
      workbook.worksheets
        .getItem(form.name)
        .getRange(cellAddress(1, noteColumn(form)))
        .clear();
    }
    await workbook.context.sync();
  });
}

const value = fc.constantFrom<Json>(
  "",
  "1",
  "12-KH/HU",
  "45 - CV/HU",
  "31/6/2021",
  "15/8/2022",
  "x",
  "Lịch sử Đảng bộ xã An Lạc (1948 - 2020)",
  "Huyện uỷ Hạ Lang",
  "50.000.000",
  "Tổng cộng",
  "Số văn bản"
);
const anyEdit = fc.record({
  sheet: fc.constantFrom("Biểu 01", "Biểu 02"),
  row: fc.integer({ min: 0, max: 24 }),
  column: fc.nat(8),
  values: fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 })
    ),
});

test("after any bursts of edits it says what a full check says", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 3 }), async (burst) => {
      running.excel.counters.reset();
      for (const { sheet, row, column, values } of burst) {
        await edit(sheet, cellAddress(row, column), values, { pasted: true });
      }
      await quiet();
      if (state.result?.read === "edits") expect(running.excel.counters.syncs).toBeLessThanOrEqual(2);
      expect(result()).toEqual(await fullCheck());
    }),
    { numRuns: 25, seed: 20210625, endOnFailure: true }
  );
});
