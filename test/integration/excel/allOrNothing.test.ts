/**
 * A merge is all or nothing. It is made to fail at each of its requests, in every way that the host knows: the
 * workbook is then either merged or as before, and what the pane is told says which.
 *
 * The whole table of requests and failures is gone through with the merged tables, the journal and the base; the
 * sheets of formulas over them take most of the time and no other requests. One test applies the whole merge.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WorkbookContent } from "../../../src/domain/grid";
import { planMerge } from "../../../src/domain/merge/plan";
import { computeProgress } from "../../../src/domain/progress/progress";
import {
  ChangeError,
  RecoveryPending,
  drawWorkbook,
  findRecovery,
  readOpenWorkbook,
  recover,
  undo,
  type DrawOutcome,
  type DrawToken,
} from "../../../src/excel";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { mergedWorkbook } from "../../../src/layout/merged";
import type { WorkbookSpec } from "../../../src/layout/sheetSpec";
import { deAn02 } from "../../../src/schemes";
import { MERGED_SHEETS } from "../../../src/schemes/mergedColumns";
import type { Fault } from "../../excel-host";
import { bootExcel, type BootedExcel } from "../../excel-host/inProcess";
import { workbookState } from "./workbookState";

const SAMPLES = join(__dirname, "../../../assets/samples");
const FIRST = ["cao-bang.xlsx", "ha-lang-lan-1.xlsx"];
const TABLES: readonly string[] = [
  MERGED_SHEETS.documents,
  MERGED_SHEETS.works,
  MERGED_SHEETS.journal,
  MERGED_SHEETS.base,
];

/** What is there before the merge, and what the merge leads to: all of it, and its tables alone. */
interface Specs {
  readonly first: WorkbookSpec;
  readonly all: WorkbookSpec;
  readonly firstTables: WorkbookSpec;
  readonly tables: WorkbookSpec;
}

// Hundreds of merges, and other tests run beside these.
jest.setTimeout(600_000);

let specs: Specs;
let excel: BootedExcel;
let removeGlobals: () => void;

beforeAll(async () => {
  const names = readdirSync(SAMPLES).filter((name) => name.endsWith(".xlsx"));
  const read = await Promise.all(names.map((name) => readWorkbook(readFileSync(join(SAMPLES, name)), name)));
  const workbooks = read.flatMap((result) => (result.ok ? [result.workbook] : []));
  const first = mergeOf(workbooks.filter(({ file }) => FIRST.includes(file)));
  const all = mergeOf(workbooks);
  specs = { first, all, firstTables: tablesOf(first), tables: tablesOf(all) };
});

function mergeOf(workbooks: readonly WorkbookContent[]): WorkbookSpec {
  const asOf = "2023-06-30";
  const { state, round } = planMerge({ previous: null, workbooks, scheme: deAn02, asOf, language: "vi" });
  const figures = computeProgress(state, { scheme: deAn02, asOf });
  return mergedWorkbook({ state, scheme: deAn02, round, figures, asOf });
}

function tablesOf(spec: WorkbookSpec): WorkbookSpec {
  const sheets = spec.sheets.filter(({ name }) => TABLES.includes(name));
  return { ...spec, sheets, activeSheet: MERGED_SHEETS.works };
}

/** Some sheets are there already, one is not, and the user has one of their own. */
async function start(merged: WorkbookSpec): Promise<void> {
  excel = await bootExcel();
  removeGlobals = excel.installGlobals();
  await drawWorkbook(merged, { existing: "replace" });
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const own = worksheets.getItem("Sheet1");
    own.getRange("A1:B2").formulas = [
      ["Ghi chú của tôi", "=COUNTA('Tổng hợp 02'!B1:B50)"],
      ["'=không phải công thức", "12/6/2023"],
    ];
    own.activate();
    worksheets.getItem(MERGED_SHEETS.works).pageLayout.orientation = "Portrait";
    worksheets.getItem(MERGED_SHEETS.works).getRange("B9").values = [["Sửa bằng tay"]];
    worksheets.getItem(MERGED_SHEETS.journal).delete();
    await context.sync();
  });
  await excel.settle();
}

afterEach(async () => {
  excel.faults.clear();
  await excel.settle();
  removeGlobals();
  excel.dispose();
});

/** Closes the pane and opens it again: a new client on the same workbook. */
function reopen(): void {
  excel.faults.clear();
  removeGlobals();
  excel = excel.restart();
  removeGlobals = excel.installGlobals();
}

/** Applies a merge as the pane does: reads the open workbook, then draws. */
async function apply(spec: WorkbookSpec): Promise<DrawOutcome> {
  await readOpenWorkbook();
  return drawWorkbook(spec, { existing: "replace", recoverable: true });
}

/** What the merge leads to, and how many requests it takes; the workbook is as before again. */
async function rehearsal(spec: WorkbookSpec) {
  const before = await workbookState();
  excel.counters.reset();
  const { undo: token } = await apply(spec);
  const requests = excel.counters.syncs;
  const after = await workbookState();
  await undo(token!);
  expect(await workbookState()).toEqual(before);
  expect(after).not.toEqual(before);
  return { before, after, requests };
}

type Attempt = { readonly token: DrawToken } | { readonly error: unknown };

async function attempt(spec: WorkbookSpec): Promise<Attempt> {
  return apply(spec).then(
    ({ undo: token }) => ({ token: token! }),
    (error: unknown) => ({ error })
  );
}

const lost = (carriedOut: boolean): Fault => ({ kind: "connectionLost", carriedOut });
const failing = (code: string, afterActions: number): Fault => ({ kind: "error", code, afterActions });

/** What an error leaves in the workbook. */
function leftoverOf(error: unknown): unknown {
  return error instanceof ChangeError ? error.undo : null;
}

/** From a request on nothing gets through; that one fails in a way of its own. */
function losesConnection(request: number, first: Fault): void {
  for (let later = request + 1; later < request + 40; later += 1) excel.faults.at(later, lost(false));
  excel.faults.at(request, first);
}

describe("one request fails", () => {
  beforeEach(() => start(specs.firstTables));

  test.each<[string, Fault]>([
    ["refused before it begins: a cell is being typed in", failing("InvalidOperationInCellEditMode", 0)],
    ["stopped after its first actions", failing("GeneralException", 7)],
    ["stopped half-way", failing("RequestAborted", 300)],
    ["stopped before its last action", failing("GeneralException", Number.MAX_SAFE_INTEGER)],
    ["refused as protected, half-way", failing("AccessDenied", 120)],
    ["too large for Excel", failing("RequestPayloadSizeLimitExceeded", 0)],
    ["never arrived", lost(false)],
    ["was carried out, its answer lost", lost(true)],
  ])("%s", async (_name, fault) => {
    const { before, after, requests } = await rehearsal(specs.tables);
    const merged: boolean[] = [];
    for (let request = 1; request <= requests; request += 1) {
      excel.faults.at(request, fault);
      const result = await attempt(specs.tables);
      excel.faults.clear();
      merged.push("token" in result);
      if ("token" in result) {
        expect(await workbookState()).toEqual(after);
        await undo(result.token);
      } else {
        expect(leftoverOf(result.error)).toBeNull();
      }
      expect({ request, state: await workbookState() }).toEqual({ request, state: before });
      expect(await findRecovery()).toBeNull();
    }
    expect(merged).toHaveLength(requests);
    expect(merged.every(Boolean)).toBe(false);
  });
});

test("a merge whose requests are all answered late is a merge like any other", async () => {
  await start(specs.firstTables);
  const { before, after, requests } = await rehearsal(specs.tables);
  for (let request = 1; request <= requests; request += 1) {
    excel.faults.at(request, { kind: "slow", milliseconds: 3 });
  }
  const result = await attempt(specs.tables);
  expect("error" in result && result.error).toBe(false);
  expect(await workbookState()).toEqual(after);
  if ("token" in result) await undo(result.token);
  expect(await workbookState()).toEqual(before);
  expect(await findRecovery()).toBeNull();
});

describe("the connection is gone for good, and the workbook is opened again", () => {
  beforeEach(() => start(specs.firstTables));

  test.each<[string, Fault]>([
    ["with the request never sent", lost(false)],
    ["with the request carried out", lost(true)],
    ["with the request stopped after its first actions", failing("RequestAborted", 7)],
    ["with the request stopped half-way", failing("GeneralException", 300)],
    ["with the request stopped before its last action", failing("GeneralException", Number.MAX_SAFE_INTEGER)],
  ])("%s", async (_name, fault) => {
    const { before, after, requests } = await rehearsal(specs.tables);
    let recovered = 0;
    for (let request = 1; request <= requests; request += 1) {
      losesConnection(request, fault);
      const result = await attempt(specs.tables);
      reopen();
      const interrupted = await findRecovery();
      if (interrupted) {
        recovered += 1;
        expect("error" in result && leftoverOf(result.error)).toMatchObject({ kind: "draw" });
        await recover();
        await recover();
        expect(await findRecovery()).toBeNull();
      }
      const state = await workbookState();
      const isMerged = JSON.stringify(state) === JSON.stringify(after);
      expect({ request, state }).toEqual({ request, state: isMerged ? after : before });
      // Merged only when the very last request was carried out in full.
      expect(isMerged).toBe(isMerged && interrupted === null);
      if (isMerged) break;
    }
    expect(recovered).toBeGreaterThan(0);
  });

  /** The merge stops in its last request, and nothing gets through any more. */
  async function interruptedMerge() {
    const { before, requests } = await rehearsal(specs.tables);
    const drawing = await lastDrawing(requests);
    losesConnection(drawing, failing("GeneralException", 300));
    await attempt(specs.tables);
    reopen();
    return before;
  }

  /** The request that draws: the last one that is answered by an error when it fails. */
  async function lastDrawing(requests: number): Promise<number> {
    for (let request = requests; request > 0; request -= 1) {
      excel.faults.at(request, failing("GeneralException", 300));
      const result = await attempt(specs.tables);
      excel.faults.clear();
      if ("error" in result) return request;
      await undo(result.token);
    }
    throw new Error("No request draws");
  }

  test("what was interrupted is told, left out of what is read, and no merge goes over it", async () => {
    const before = await interruptedMerge();
    expect(await findRecovery()).toEqual({
      restored: [MERGED_SHEETS.documents, MERGED_SHEETS.works, MERGED_SHEETS.base],
      removed: [MERGED_SHEETS.journal],
    });
    const names = (await workbookState()).sheets.map(({ name }) => name);
    expect(names).toContain("BieuSu.KhoiPhuc");
    const read = (await readOpenWorkbook()).sheets.map(({ sheet }) => sheet);
    expect(read).not.toContain("BieuSu.KhoiPhuc");
    const next = await attempt(specs.tables);
    expect("error" in next && next.error).toBeInstanceOf(RecoveryPending);
    await recover();
    expect(await workbookState()).toEqual(before);
  });

  test("recovering that is interrupted at any of its requests is done at the next opening", async () => {
    const before = await interruptedMerge();
    for (let request = 1; ; request += 1) {
      losesConnection(request, failing("RequestAborted", 150));
      const failed = await recover().then(
        () => false,
        () => true
      );
      reopen();
      if (!failed) break;
      expect(await findRecovery()).not.toBeNull();
    }
    expect(await findRecovery()).toBeNull();
    expect(await workbookState()).toEqual(before);
  });

  test("undoing a finished merge that is interrupted at any of its requests, too", async () => {
    const { before, after } = await rehearsal(specs.tables);
    for (let request = 1; ; request += 1) {
      const { undo: token } = await apply(specs.tables);
      losesConnection(request, failing("RequestAborted", 150));
      const failed = await undo(token!).then(
        () => false,
        () => true
      );
      reopen();
      if (!failed) break;
      const interrupted = await findRecovery();
      await recover();
      const untouched = interrupted === null || interrupted.restored.length === 0;
      expect({ request, state: await workbookState() }).toEqual({
        request,
        state: untouched ? after : before,
      });
      if (untouched) await undo(token!);
    }
    expect(await workbookState()).toEqual(before);
  });

  test("a record that was changed by hand is refused and stays", async () => {
    await interruptedMerge();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("BieuSu.KhoiPhuc").getRange("A2").values = [["x"]];
      await context.sync();
    });
    const state = await workbookState();
    await expect(findRecovery()).rejects.toThrow("was changed");
    await expect(recover()).rejects.toThrow("was changed");
    expect(await workbookState()).toEqual(state);
  });

  test("looking for an interrupted merge where there is none takes one request", async () => {
    excel.counters.reset();
    expect(await findRecovery()).toBeNull();
    expect(excel.counters.syncs).toBe(1);
  });
});

test("an error that comes before the first change is Excel's own, one that comes after says that all is as before", async () => {
  await start(specs.firstTables);
  const { requests } = await rehearsal(specs.tables);
  const kinds: string[] = [];
  for (let request = 1; request <= requests; request += 1) {
    excel.faults.at(request, lost(false));
    const result = await attempt(specs.tables);
    excel.faults.clear();
    kinds.push(
      "token" in result ? "merged" : result.error instanceof ChangeError ? "taken back" : "untouched"
    );
    if ("token" in result) await undo(result.token);
  }
  expect(kinds[0]).toBe("untouched");
  expect(kinds).toContain("taken back");
  expect(kinds.lastIndexOf("untouched")).toBeLessThan(kinds.indexOf("taken back"));
});

test("the whole merge, its sheets of formulas too, is taken back", async () => {
  await start(specs.first);
  const { before, requests } = await rehearsal(specs.all);
  // The last request only lets go of what the client has tracked.
  excel.faults.at(requests - 1, failing("GeneralException", 500));
  const result = await attempt(specs.all);
  expect("error" in result && result.error).toBeInstanceOf(ChangeError);
  expect("error" in result && leftoverOf(result.error)).toBeNull();
  expect(await workbookState()).toEqual(before);
});
