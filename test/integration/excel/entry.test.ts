/** Reading, writing and putting in rows of a table, as the page for filling in does. */
import type { CellChange } from "../../../src/domain/entry/entryRow";
import { EMPTY_CELL, type SheetCell } from "../../../src/domain/entry/sheetCell";
import {
  describeExcelError,
  drawWorkbook,
  readNamedAreas,
  readSelectedRow,
  selectCell,
  undo,
  watchEntry,
  writeRow,
  writeRows,
  type EntryOutcome,
  type EntryPlace,
} from "../../../src/excel";
import { dataAreaName, formRows, templateWorkbook } from "../../../src/layout/templates";
import { deAn02 } from "../../../src/schemes";
import { useExcel } from "./useExcel";
import { workbookState as stateOfWorkbook } from "./workbookState";

const running = useExcel();

const FORM = deAn02.forms[0]!;
const ROWS = formRows(FORM, 3);
const AREA = dataAreaName(FORM);
/** The first row to fill in: 7 on the sheet. */
const FIRST = ROWS.bodyTop;
const HEADER = { top: ROWS.headerTop, left: 0, bottom: ROWS.headerBottom, right: 4 };

/** The client's own last request, in which it lets go of its proxies. */
const CLOSING = 1;

/** Both forms with three rows each. */
async function givenTemplate(): Promise<EntryPlace> {
  const options = { scheme: deAn02, unit: null, round: deAn02.round("khao-sat-2023")!, bodyRows: 3 };
  await drawWorkbook(templateWorkbook(options), { existing: "keep" });
  await selectCell(FORM.name, `B${FIRST + 1}`);
  return place();
}

/** A name that was set again stands last: its place says nothing. */
async function workbookState() {
  const state = await stateOfWorkbook();
  return { ...state, names: [...state.names].sort(([a = ""], [b = ""]) => a.localeCompare(b)) };
}

async function place(): Promise<EntryPlace> {
  const table = { sheet: FORM.name, header: HEADER };
  const { headers } = await readSelectedRow({ tables: [table], left: 0, right: 4, goTo: null });
  return { ...table, headings: headers[0]! };
}

async function cells(address: string) {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(FORM.name).getRange(address);
    range.load("values,formulas,numberFormat");
    await context.sync();
    return { values: range.values, formulas: range.formulas, formats: range.numberFormat };
  });
}

async function write(address: string, formulas: unknown[][]): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(FORM.name).getRange(address).formulas = formulas;
    await context.sync();
  });
  await running.excel.settle();
}

/** Puts rows in or takes them out, as the user does. */
async function moveRows(move: (sheet: Excel.Worksheet) => void): Promise<void> {
  await Excel.run(async (context) => {
    move(context.workbook.worksheets.getItem(FORM.name));
    await context.sync();
  });
  await running.excel.settle();
}

const DOCUMENT: readonly CellChange[] = [
  { key: "ordinal", at: 0, content: 1 },
  { key: "number", at: 1, content: "02-ĐA/TU" },
  { key: "date", at: 2, content: { date: "2021-06-25" } },
  { key: "subject", at: 3, content: "=Đề án" },
  { key: "issuer", at: 4, content: "Tỉnh uỷ Cao Bằng" },
];
const EMPTY_ROW = [0, 1, 2, 3, 4].map((at) => ({ at, cell: EMPTY_CELL }));

function tokenOf(outcome: EntryOutcome) {
  if (outcome.status !== "written") throw new Error(outcome.status);
  return outcome.undo;
}

describe("the selected row", () => {
  test("is read in one sync, with the header, true dates and formulas", async () => {
    await givenTemplate();
    await write(`A${FIRST + 1}:E${FIRST + 1}`, [["=1+1", "02-ĐA/TU", 44372, "Đề án", ""]]);
    const { counters } = running.excel;
    counters.reset();
    const read = await readSelectedRow({
      tables: [{ sheet: FORM.name, header: HEADER }],
      left: 0,
      right: 4,
      goTo: { sheet: FORM.name, address: `D${FIRST + 1}` },
    });
    expect(counters.syncs).toBeLessThanOrEqual(1 + CLOSING);
    expect(read).toMatchObject({ sheet: FORM.name, row: FIRST, column: 3, isProtected: false });
    expect(read.headers[0]).toContain("Số văn bản");
    expect(read.cells).toEqual([
      { value: 2, formula: "=1+1", locked: false },
      { value: "02-ĐA/TU", formula: null, locked: false },
      { value: { kind: "date", iso: "2021-06-25" }, formula: null, locked: false },
      { value: "Đề án", formula: null, locked: false },
      EMPTY_CELL,
    ]);
  });

  test("says which cells a protection locks", async () => {
    await givenTemplate();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem(FORM.name);
      sheet.getRange("B:B").format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
    });
    const read = await readSelectedRow({ tables: [], left: 0, right: 4, goTo: null });
    expect(read.isProtected).toBe(true);
    expect(read.cells.map(({ locked }) => locked)).toEqual([true, false, true, true, true]);
  });

  test("a sheet that is gone is missing", async () => {
    const asked = readSelectedRow({
      tables: [{ sheet: "Không có", header: HEADER }],
      left: 0,
      right: 4,
      goTo: null,
    });
    expect(describeExcelError(await asked.catch((error: unknown) => error)).kind).toBe("missing");
  });

  test("hints come for selecting, typing and deleting, and end", async () => {
    await givenTemplate();
    const hints: string[] = [];
    const stop = await watchEntry((hint) => hints.push(hint));
    await selectCell(FORM.name, "C9");
    await running.excel.settle();
    expect(hints).toContain("selection");
    await running.excel.userEdit(FORM.name, "C9", "x");
    await running.excel.settle();
    expect(hints).toContain("cells");
    await stop();
    hints.length = 0;
    await selectCell(FORM.name, "C8");
    await running.excel.settle();
    expect(hints).toEqual([]);
  });
});

describe("writing a row that is there", () => {
  test("takes two syncs, writes only what changed, in the types of the columns, and is taken back", async () => {
    const at = await givenTemplate();
    const before = await workbookState();
    const { counters } = running.excel;
    counters.reset();
    const outcome = await writeRow({ place: at, row: FIRST, known: EMPTY_ROW, changes: DOCUMENT });
    expect(counters.syncs).toBeLessThanOrEqual(2 + CLOSING);
    expect(await cells(`A${FIRST + 1}:E${FIRST + 1}`)).toMatchObject({
      values: [[1, "02-ĐA/TU", 44372, "=Đề án", "Tỉnh uỷ Cao Bằng"]],
      formulas: [[1, "02-ĐA/TU", 44372, "=Đề án", "Tỉnh uỷ Cao Bằng"]],
      formats: [["General", "@", "d/m/yyyy", "@", "@"]],
    });
    await undo(tokenOf(outcome));
    expect(await workbookState()).toEqual(before);
  });

  test("cells without a format of their own get one that keeps a text a text and a day a day", async () => {
    const at = await givenTemplate();
    await Excel.run(async (context) => {
      const row = context.workbook.worksheets.getItem(FORM.name).getRange(`A${FIRST + 1}:E${FIRST + 1}`);
      row.numberFormat = [["@", "General", "General", "General", "d/m/yyyy"]];
      await context.sync();
    });
    await writeRow({ place: at, row: FIRST, known: EMPTY_ROW, changes: DOCUMENT });
    expect(await cells(`A${FIRST + 1}:E${FIRST + 1}`)).toMatchObject({
      values: [[1, "02-ĐA/TU", 44372, "=Đề án", "Tỉnh uỷ Cao Bằng"]],
      formats: [["General", "@", "dd/mm/yyyy", "@", "d/m/yyyy"]],
    });
  });

  test("what somebody else has changed meanwhile is not overwritten, nor is a table that has moved", async () => {
    const at = await givenTemplate();
    await running.excel.userEdit(FORM.name, `E${FIRST + 1}`, "Huyện uỷ Hạ Lang");
    const changes = DOCUMENT.slice(1, 2);
    expect(await writeRow({ place: at, row: FIRST, known: EMPTY_ROW, changes })).toEqual({
      status: "changed",
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(FORM.name).getRange("1:1").insert("Down");
      await context.sync();
    });
    expect(await writeRow({ place: at, row: FIRST, known: EMPTY_ROW, changes })).toEqual({ status: "moved" });
    expect((await cells(`B${FIRST + 2}:B${FIRST + 3}`)).values).toEqual([[""], [""]]);
  });

  test("what was written into a row that has moved is left alone, and so is the row now there", async () => {
    const at = await givenTemplate();
    const outcome = await writeRow({ place: at, row: FIRST, known: EMPTY_ROW, changes: DOCUMENT });
    await moveRows((sheet) => void sheet.getRange(`${FIRST + 1}:${FIRST + 1}`).insert("Down"));
    await running.excel.userEdit(FORM.name, `B${FIRST + 1}`, "99-QĐ/TU");
    const before = await workbookState();
    const failure = await undo(tokenOf(outcome)).catch((error: unknown) => error);
    expect(describeExcelError(failure)).toMatchObject({
      kind: "changed",
      places: [{ sheet: FORM.name, address: `B${FIRST + 1}` }],
    });
    expect(await workbookState()).toEqual(before);
  });

  test("taking back says when what was written is not there any more", async () => {
    const at = await givenTemplate();
    const outcome = await writeRow({ place: at, row: FIRST, known: EMPTY_ROW, changes: DOCUMENT });
    await moveRows((sheet) => void sheet.getRange(`${FIRST + 1}:${FIRST + 1}`).insert("Down"));
    const rows = `A${FIRST + 1}:E${FIRST + 2}`;
    const { values } = await cells(rows);
    expect(await undo(tokenOf(outcome))).toBe(false);
    expect((await cells(rows)).values).toEqual(values);
    await moveRows((sheet) => void sheet.getRange(`${FIRST + 1}:${FIRST + 1}`).delete("Up"));
    expect(await undo(tokenOf(outcome))).toBe(true);
    expect(await undo(tokenOf(outcome))).toBe(false);
  });

  test("a formula that is left alone stays", async () => {
    const at = await givenTemplate();
    await write(`A${FIRST + 1}`, [["=ROW()-6"]]);
    const formula: SheetCell = { value: FIRST + 1 - 6, formula: "=ROW()-6", locked: false };
    const known = [{ at: 0, cell: formula }, ...EMPTY_ROW.slice(1)];
    const outcome = await writeRow({ place: at, row: FIRST, known, changes: DOCUMENT.slice(1) });
    expect(outcome.status).toBe("written");
    expect((await cells(`A${FIRST + 1}`)).formulas).toEqual([["=ROW()-6"]]);
  });
});

describe("putting in rows", () => {
  const put = (at: EntryPlace, rows: readonly (readonly CellChange[])[], fill = 0) =>
    writeRows({
      place: at,
      left: 0,
      right: 4,
      areaName: AREA,
      fill: Array.from({ length: fill }, (_, index) => ({
        row: FIRST + index,
        known: EMPTY_ROW,
        changes: DOCUMENT,
      })),
      insert: rows.length === 0 ? null : { at: ROWS.bodyBottom + 1, rows },
    });

  test("fills the empty ones and puts in the rest, looking like the others; area, print and sums grow; undo", async () => {
    const at = await givenTemplate();
    const total = ROWS.bodyBottom + 2;
    await write(`A${total}`, [[`=SUM(A${FIRST + 1}:A${total - 1})`]]);
    const before = await workbookState();
    const { counters } = running.excel;
    counters.reset();
    const outcome = await put(at, [DOCUMENT, DOCUMENT], 3);
    expect(counters.syncs).toBeLessThanOrEqual(2 + CLOSING);
    await running.excel.settle();
    const now = await cells(`A${FIRST + 1}:E${total + 2}`);
    const row = [1, "02-ĐA/TU", 44372, "=Đề án", "Tỉnh uỷ Cao Bằng"];
    expect(now.values).toEqual([row, row, row, row, row, [5, "", "", "", ""]]);
    expect(now.formats.slice(0, 5)).toEqual(
      Array.from({ length: 5 }, () => ["General", "@", "d/m/yyyy", "@", "@"])
    );
    expect(now.formulas[5]?.[0]).toBe(`=SUM(A${FIRST + 1}:A${total + 1})`);
    const [area] = await readNamedAreas([AREA]);
    expect(area).toEqual({ sheet: FORM.name, area: { top: FIRST, left: 0, bottom: total, right: 4 } });
    const state = await workbookState();
    expect(state.sheets.find(({ name }) => name === FORM.name)?.printArea).toContain(`E${total + 1}`);
    await undo(tokenOf(outcome));
    await running.excel.settle();
    expect(await workbookState()).toEqual(before);
    // A second time nothing is there to be taken back.
    await undo(tokenOf(outcome));
    await running.excel.settle();
    expect(await workbookState()).toEqual(before);
  });

  test("rows that somebody has changed since are not deleted", async () => {
    const at = await givenTemplate();
    const outcome = await put(at, [DOCUMENT]);
    await running.excel.userEdit(FORM.name, `B${ROWS.bodyBottom + 2}`, "khác");
    const failure = await undo(tokenOf(outcome)).catch((error: unknown) => error);
    expect(describeExcelError(failure).kind).toBe("changed");
    expect((await cells(`B${ROWS.bodyBottom + 2}`)).values).toEqual([["khác"]]);
  });

  test("a row beside which somebody has written something is not deleted", async () => {
    const at = await givenTemplate();
    const outcome = await put(at, [DOCUMENT]);
    await running.excel.userEdit(FORM.name, `H${ROWS.bodyBottom + 2}`, "hỏi lại huyện");
    const before = await workbookState();
    const failure = await undo(tokenOf(outcome)).catch((error: unknown) => error);
    expect(describeExcelError(failure)).toMatchObject({
      kind: "changed",
      places: [{ sheet: FORM.name, address: `F${ROWS.bodyBottom + 2}:H${ROWS.bodyBottom + 2}` }],
    });
    expect(await workbookState()).toEqual(before);
  });

  test("rows that moved up since are told as changed: the one put in still stands, one higher", async () => {
    const at = await givenTemplate();
    const outcome = await put(at, [DOCUMENT]);
    await moveRows((sheet) => sheet.getRange(`${FIRST + 1}:${FIRST + 1}`).delete("Up"));
    const before = await workbookState();
    const failure = await undo(tokenOf(outcome)).catch((error: unknown) => error);
    expect(describeExcelError(failure).kind).toBe("changed");
    expect(await workbookState()).toEqual(before);
    expect((await cells(`B${ROWS.bodyBottom + 1}`)).values).toEqual([["02-ĐA/TU"]]);
  });

  test("taking back rows says when they are not there any more", async () => {
    const at = await givenTemplate();
    const write = { place: at, left: 0, right: 4, insert: null, areaName: AREA };
    const outcome = await writeRows({
      ...write,
      fill: [{ row: FIRST, known: EMPTY_ROW, changes: DOCUMENT }],
    });
    await moveRows((sheet) => void sheet.getRange(`${FIRST + 1}:${FIRST + 1}`).insert("Down"));
    const rows = `A${FIRST + 1}:E${FIRST + 2}`;
    const { values } = await cells(rows);
    expect(await undo(tokenOf(outcome))).toBe(false);
    expect((await cells(rows)).values).toEqual(values);
  });

  test("filled rows that moved are left alone, and so is what stands in their place", async () => {
    const at = await givenTemplate();
    const outcome = await put(at, [], 2);
    await running.excel.userEdit(FORM.name, `B${FIRST + 3}`, "99-QĐ/TU");
    await moveRows((sheet) => sheet.getRange("1:1").delete("Up"));
    const before = await workbookState();
    const failure = await undo(tokenOf(outcome)).catch((error: unknown) => error);
    expect(describeExcelError(failure)).toMatchObject({
      kind: "changed",
      places: expect.arrayContaining([{ sheet: FORM.name, address: `B${FIRST + 2}` }]),
    });
    expect(await workbookState()).toEqual(before);
    // Back where they were, they can be taken back.
    await moveRows((sheet) => void sheet.getRange("1:1").insert("Down"));
    await undo(tokenOf(outcome));
    const column = (await cells(`B${FIRST + 1}:B${FIRST + 3}`)).values;
    expect(column).toEqual([[""], [""], ["99-QĐ/TU"]]);
  });

  test("a filled row that was changed since is left alone", async () => {
    const at = await givenTemplate();
    const outcome = await put(at, [DOCUMENT], 3);
    await running.excel.userEdit(FORM.name, `D${FIRST + 2}`, "Kế hoạch khác");
    const before = await workbookState();
    const failure = await undo(tokenOf(outcome)).catch((error: unknown) => error);
    expect(describeExcelError(failure)).toMatchObject({
      kind: "changed",
      places: [{ sheet: FORM.name, address: `D${FIRST + 2}` }],
    });
    expect(await workbookState()).toEqual(before);
  });

  test("rows of many megabytes go in requests that Excel takes, with one undo", async () => {
    const at = await givenTemplate();
    const long = "Kế hoạch thực hiện Đề án ".repeat(1000);
    const rows = Array.from({ length: 200 }, (_, index): readonly CellChange[] => [
      { key: "ordinal", at: 0, content: index + 1 },
      { key: "number", at: 1, content: `${index}-KH/HU` },
      { key: "subject", at: 3, content: long },
    ]);
    const before = await workbookState();
    const { counters } = running.excel;
    counters.reset();
    const outcome = await put(at, rows);
    expect(counters.syncs).toBeGreaterThan(2 + CLOSING);
    expect(counters.largestRequest).toBeLessThan(4_000_000);
    await undo(tokenOf(outcome));
    await running.excel.settle();
    expect(await workbookState()).toEqual(before);
  });
});

describe("failures at every sync", () => {
  const faults = [
    { kind: "error", code: "InvalidOperationInCellEditMode", afterActions: 3 },
    { kind: "error", code: "AccessDenied", afterActions: 12 },
    { kind: "connectionLost", carriedOut: false },
    { kind: "connectionLost", carriedOut: true },
  ] as const;

  test.each([1, 2].flatMap((sync) => faults.map((fault) => [sync, fault] as const)))(
    "sync %d, %j: nothing is left behind, and the same can be done again",
    async (sync, fault) => {
      const at = await givenTemplate();
      const before = await workbookState();
      const rowWrite = { place: at, row: FIRST, known: EMPTY_ROW, changes: DOCUMENT };
      const rowsWrite = {
        place: at,
        left: 0,
        right: 4,
        areaName: AREA,
        fill: [{ row: FIRST, known: EMPTY_ROW, changes: DOCUMENT }],
        insert: { at: ROWS.bodyBottom + 1, rows: [DOCUMENT] },
      };
      for (const attempt of [() => writeRow(rowWrite), () => writeRows(rowsWrite)]) {
        running.excel.faults.at(sync, fault);
        await expect(attempt()).rejects.toBeTruthy();
        running.excel.faults.clear();
        await running.excel.settle();
        expect(await workbookState()).toEqual(before);
        const outcome = await attempt();
        await undo(tokenOf(outcome));
        await running.excel.settle();
        expect(await workbookState()).toEqual(before);
      }
    }
  );

  test.each([
    ["InvalidOperationInCellEditMode", "cell-edit"],
    ["RequestAborted", "connection"],
  ])("%s while reading changes nothing and passes", async (code, kind) => {
    const at = await givenTemplate();
    const before = await workbookState();
    const read = () => readSelectedRow({ tables: [at], left: 0, right: 4, goTo: null });
    running.excel.faults.next({ kind: "error", code });
    const failure = await read().catch((error: unknown) => error);
    expect(describeExcelError(failure)).toMatchObject({ kind, retry: true });
    expect((await read()).headers).toEqual([at.headings]);
    expect(await workbookState()).toEqual(before);
  });

  test("a protected sheet refuses and stays as it was", async () => {
    const at = await givenTemplate();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(FORM.name).protection.protect();
      await context.sync();
    });
    const before = await workbookState();
    const insert = { at: ROWS.bodyBottom + 1, rows: [DOCUMENT] };
    const attempts = [
      writeRow({ place: at, row: FIRST, known: EMPTY_ROW, changes: DOCUMENT }),
      writeRows({ place: at, left: 0, right: 4, areaName: AREA, fill: [], insert }),
    ];
    for (const attempt of attempts) {
      const failure = await attempt.catch((error: unknown) => error);
      expect(describeExcelError(failure).kind).toBe("protected");
    }
    expect(await workbookState()).toEqual(before);
  });
});
