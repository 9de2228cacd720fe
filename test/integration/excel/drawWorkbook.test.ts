import { ChangeError, describeExcelError, drawWorkbook, readOpenWorkbook, undo } from "../../../src/excel";
import { templateWorkbook } from "../../../src/layout/templates";
import type { SheetSpec, WorkbookSpec } from "../../../src/layout/sheetSpec";
import { deAn02 } from "../../../src/schemes";
import type { Fault } from "../../excel-host";
import { describeOpenWorkbook } from "./description/describeOpenWorkbook";
import { EVERYTHING, TRICKY_TEXTS, plainWorkbook } from "./sampleSpec";
import { useExcel } from "./useExcel";

const running = useExcel();

const round = deAn02.round("khao-sat-2023")!;
const TEMPLATES = templateWorkbook({ scheme: deAn02, unit: deAn02.units[0]!, round });

/** Everything that a test may want to be as before. */
async function workbookState() {
  const { sheets, properties } = await readOpenWorkbook();
  const names = await Excel.run(async (context) => {
    const items = context.workbook.names.load("items/name,items/formula");
    const active = context.workbook.worksheets.getActiveWorksheet().load("name");
    const tables = context.workbook.tables.load("items/name");
    await context.sync();
    return {
      names: items.items.map(({ name, formula }) => [name, formula]),
      active: active.name,
      tables: tables.items.map(({ name }) => name),
    };
  });
  return { sheets, properties, ...names };
}

describe("drawing into a workbook without such sheets", () => {
  test("both templates take two syncs, a third lets go of the ranges", async () => {
    const { counters } = running.excel;
    counters.reset();
    const outcome = await drawWorkbook(TEMPLATES, { existing: "keep" });
    await running.excel.settle();
    expect(outcome).toMatchObject({ drawn: ["Biểu 01", "Biểu 02"], kept: [] });
    expect(counters.syncs).toBeLessThanOrEqual(3);
    expect(counters.trackedObjects()).toBe(0);
  });

  test("the sheet that the spec names becomes active; hidden ones are hidden", async () => {
    await drawWorkbook(EVERYTHING, { existing: "keep" });
    const { active } = await workbookState();
    expect(active).toBe(EVERYTHING.activeSheet);
  });

  test("every text stays exactly this text, and none becomes a formula", async () => {
    await drawWorkbook(EVERYTHING, { existing: "keep" });
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Văn bản").getRange(`A1:C${TRICKY_TEXTS.length}`);
      range.load("values,formulas,valueTypes");
      await context.sync();
      const { values, formulas, valueTypes } = range;
      TRICKY_TEXTS.forEach((text, row) => {
        const expected = text === "#N/A" ? [text, text, ""] : [text, text, text];
        expect(values[row]).toEqual(expected);
        expect(formulas[row]).toEqual(expected);
      });
      expect(new Set(valueTypes.flat())).toEqual(new Set(["String", "Empty"]));
    });
  });

  test("formulas that need other sheets, names and tables of the same drawing have their results", async () => {
    await drawWorkbook(EVERYTHING, { existing: "keep" });
    await running.excel.settle();
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Tóm tắt").getRange("B1:B3").load("values");
      await context.sync();
      expect(range.values).toEqual([[60], [89_848], [2]]);
    });
  });

  test("a sheet larger than a request is sent in pieces below 4 MB, and read although its answer is refused", async () => {
    const title = "Lịch sử Đảng bộ xã An Lạc giai đoạn 1930 - 2020. ".repeat(20);
    const rows = Array.from({ length: 6_000 }, (_, row) => [row, `${row} ${title}`, { date: "2021-06-25" }]);
    const { counters } = running.excel;
    counters.reset();
    await drawWorkbook(plainWorkbook("Lớn", rows), { existing: "keep" });
    expect(counters.requestBytes).toBeGreaterThan(5_000_000);
    expect(counters.largestRequest).toBeLessThan(4_000_000);
    const grid = (await readOpenWorkbook()).sheets.find(({ sheet }) => sheet === "Lớn");
    expect(counters.largestResponse).toBeGreaterThan(5 * 1024 * 1024); // The one that was refused.
    expect(grid?.values).toHaveLength(6_000);
    expect(grid?.values[5_999]).toEqual([5_999, rows[5_999]?.[1], { kind: "date", iso: "2021-06-25" }]);
  });

  test("undo leaves the workbook as it was", async () => {
    const before = await workbookState();
    const { undo: token } = await drawWorkbook(EVERYTHING, { existing: "keep" });
    expect(await workbookState()).not.toEqual(before);
    await undo(token!);
    expect(await workbookState()).toEqual(before);
  });

  test("undo can be done twice, and after the user has deleted a sheet", async () => {
    const before = await workbookState();
    const { undo: token } = await drawWorkbook(TEMPLATES, { existing: "keep" });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Biểu 02").delete();
      await context.sync();
    });
    await undo(token!);
    await undo(token!);
    expect(await workbookState()).toEqual(before);
  });

  test("a token survives being stored", async () => {
    const before = await workbookState();
    const { undo: token } = await drawWorkbook(EVERYTHING, { existing: "keep" });
    await undo(JSON.parse(JSON.stringify(token)) as NonNullable<typeof token>);
    expect(await workbookState()).toEqual(before);
  });
});

describe("drawing where a sheet of that name exists", () => {
  const OLD: SheetSpec = {
    ...EVERYTHING.sheets[1]!,
    name: "Biểu 01",
    protection: undefined,
    blocks: [
      {
        top: 4,
        left: 0,
        rows: [
          ["TT", "Tên", "Ngày", "Đúng", "Số tiền"],
          [1, "=1+1", { date: "2021-06-25" }, true, 111],
          [2, "0123", null, false, { formula: "=E6*2" }],
        ],
      },
    ],
  };
  const oldWorkbook: WorkbookSpec = {
    sheets: [OLD],
    properties: { "BieuSu.Unit": "bao-lac", Khac: "giữ" },
    activeSheet: "Biểu 01",
    title: "",
  };
  /** A formula of the user's on another sheet. */
  const referring = async () =>
    Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      cell.formulas = [["='Biểu 01'!E6+1"]];
      await context.sync();
    });
  const referringFormula = async () =>
    Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1").load("formulas,values");
      await context.sync();
      return [cell.formulas[0]?.[0], cell.values[0]?.[0]] as unknown[];
    });

  beforeEach(async () => {
    await drawWorkbook(oldWorkbook, { existing: "keep" });
    await referring();
  });

  test("keep leaves it untouched and says so", async () => {
    const before = await describeOpenWorkbook(oldWorkbook);
    const outcome = await drawWorkbook(TEMPLATES, { existing: "keep" });
    expect(outcome).toMatchObject({
      drawn: ["Biểu 02"],
      kept: ["Biểu 01"],
      undo: { added: [{ name: "Biểu 02" }] },
    });
    const after = await describeOpenWorkbook(oldWorkbook);
    expect(after.sheets).toEqual(before.sheets);
  });

  test("keep with nothing left to draw changes nothing at all", async () => {
    const before = await workbookState();
    const outcome = await drawWorkbook(
      { ...TEMPLATES, sheets: [TEMPLATES.sheets[0]!] },
      { existing: "keep" }
    );
    expect(outcome).toEqual({ drawn: [], kept: ["Biểu 01"], undo: null });
    expect(await workbookState()).toEqual(before);
  });

  test("replace draws it as if it were new, in place", async () => {
    await drawWorkbook(TEMPLATES, { existing: "replace" });
    const replaced = await describeOpenWorkbook(TEMPLATES);
    const names = (await workbookState()).sheets.map(({ sheet }) => sheet);
    expect(names).toEqual(["Sheet1", "Biểu 01", "Biểu 02"]);
    const [formula] = await referringFormula();
    expect(formula).toBe("='Biểu 01'!E6+1");
    expect(replaced.sheets).toEqual(await drawnOnEmpty(TEMPLATES));
  });

  test("undo of a replacement restores contents, looks, tables, names, properties and references", async () => {
    const before = await workbookState();
    const looks = await describeOpenWorkbook(oldWorkbook);
    const { undo: token } = await drawWorkbook(TEMPLATES, { existing: "replace" });
    await undo(token!);
    await running.excel.settle();
    expect(await workbookState()).toEqual(before);
    expect(withoutRules(await describeOpenWorkbook(oldWorkbook))).toEqual(withoutRules(looks));
    expect(await referringFormula()).toEqual(["='Biểu 01'!E6+1", 112]);
  });

  test("a table of the same name at the same place stays the same table", async () => {
    const tableId = () =>
      Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("BangThu").load("id");
        await context.sync();
        return table.id;
      });
    const before = await tableId();
    const longer: SheetSpec = {
      ...OLD,
      merges: [],
      tables: [{ ...OLD.tables[0]!, area: { top: 4, left: 0, bottom: 20, right: 4 } }],
    };
    const spec = { ...oldWorkbook, sheets: [longer] };
    const { undo: token } = await drawWorkbook(spec, { existing: "replace" });
    expect(await tableId()).toBe(before);
    expect((await describeOpenWorkbook(spec)).sheets[0]?.tables).toEqual([
      { name: "BangThu", area: "A5:E21", style: "TableStyleLight1" },
    ]);
    await undo(token!);
    expect(await tableId()).toBe(before);
    expect((await describeOpenWorkbook(oldWorkbook)).sheets[0]?.tables[0]?.area).toBe("A5:E9");
  });

  test("a protected sheet is replaced, and protected again by undo", async () => {
    const locked = {
      ...oldWorkbook,
      sheets: [{ ...OLD, protection: { allowFormatCells: true, allowInsertRows: true } }],
    };
    await drawWorkbook(locked, { existing: "replace" });
    const { undo: token } = await drawWorkbook(TEMPLATES, { existing: "replace" });
    expect((await describeOpenWorkbook(TEMPLATES)).sheets[0]?.protection).toBeNull();
    await undo(token!);
    expect((await describeOpenWorkbook(locked)).sheets[0]?.protection).toEqual({
      formatCells: true,
      insertRows: true,
    });
  });

  /** Restoring leaves the rules that were drawn last: they are not part of a snapshot. */
  function withoutRules(description: Awaited<ReturnType<typeof describeOpenWorkbook>>) {
    return {
      ...description,
      sheets: description.sheets.map((sheet) => ({
        ...sheet,
        validations: [],
        conditionalFormats: [],
      })),
    };
  }

  async function drawnOnEmpty(spec: WorkbookSpec) {
    await Excel.run(async (context) => {
      spec.sheets.forEach(({ name }) => context.workbook.worksheets.getItem(name).delete());
      await context.sync();
    });
    await drawWorkbook(spec, { existing: "keep" });
    return (await describeOpenWorkbook(spec)).sheets;
  }
});

describe("failures", () => {
  const CELL_EDIT: Fault = { kind: "error", code: "InvalidOperationInCellEditMode" };

  test("before anything is touched, Excel's own error comes through", async () => {
    running.excel.faults.next(CELL_EDIT);
    const failure = await drawWorkbook(TEMPLATES, { existing: "keep" }).catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(ChangeError);
    expect(describeExcelError(failure)).toEqual({
      code: "InvalidOperationInCellEditMode",
      kind: "cell-edit",
      retry: true,
    });
  });

  test.each([0, 1, 50, 300, 600])(
    "half-way, after %d calls, everything is taken back",
    async (afterActions) => {
      const before = await workbookState();
      running.excel.faults.at(2, { kind: "error", code: "GeneralException", afterActions });
      const failure = await drawWorkbook(TEMPLATES, { existing: "keep" }).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ChangeError);
      expect(failure).toMatchObject({ undo: null });
      expect(describeExcelError(failure).code).toBe("GeneralException");
      expect(await workbookState()).toEqual(before);
    }
  );

  test.each([3, 4, 5, 6, 7])("while replacing, at request %d, the old sheets come back", async (request) => {
    const old = plainWorkbook("Biểu 01", [["của tôi", "=1+1", 7, { formula: "=C1+1" }]]);
    await drawWorkbook(old, { existing: "keep" });
    await running.excel.settle();
    const before = await workbookState();
    running.excel.faults.at(request, { kind: "error", code: "RequestAborted", afterActions: 40 });
    const outcome = await drawWorkbook(TEMPLATES, { existing: "replace" }).catch((error: unknown) => error);
    running.excel.faults.clear();
    if (!(outcome instanceof Error)) return; // The drawing was over before that request.
    expect(describeExcelError(outcome)).toMatchObject({ kind: "connection", retry: true });
    expect(await workbookState()).toEqual(before);
  });

  test("an answer that is lost after the work was done is taken back too", async () => {
    const before = await workbookState();
    running.excel.faults.at(2, { kind: "connectionLost", carriedOut: true });
    const failure = await drawWorkbook(TEMPLATES, { existing: "keep" }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ undo: null });
    expect(await workbookState()).toEqual(before);
  });

  test("when taking back fails too, the error carries what is needed to try again", async () => {
    const before = await workbookState();
    const fault: Fault = { kind: "error", code: "RequestAborted", afterActions: 100 };
    [2, 3].forEach((request) => running.excel.faults.at(request, fault));
    const failure = await drawWorkbook(TEMPLATES, { existing: "keep" }).catch((error: unknown) => error);
    running.excel.faults.clear();
    expect(failure).toBeInstanceOf(ChangeError);
    const { undo: token } = failure as ChangeError;
    expect(token).not.toBeNull();
    await undo(token!);
    expect(await workbookState()).toEqual(before);
  });

  test("a spec that Excel refuses leaves no trace", async () => {
    const before = await workbookState();
    const wrong = {
      ...EVERYTHING,
      sheets: [...EVERYTHING.sheets, { ...EVERYTHING.sheets[0]!, name: "a/b" }],
    };
    const failure = await drawWorkbook(wrong, { existing: "keep" }).catch((error: unknown) => error);
    expect(describeExcelError(failure)).toEqual({ code: "InvalidArgument", kind: "other", retry: false });
    expect(await workbookState()).toEqual(before);
  });
});
