/** Rows of a table as places to write into, and what is written into them. */
import fc from "fast-check";
import {
  changedMeanwhile,
  changesOf,
  draftValues,
  fieldTexts,
  findingsOfRows,
  mergedInto,
  type RowCells,
} from "../../../../src/domain/entry/entryRow";
import {
  emptyRowsAtEnd,
  firstEmptyRow,
  nextOrdinal,
  placeAt,
  rowBeside,
  surveyTables,
  type NamedArea,
} from "../../../../src/domain/entry/entryTables";
import { contentOf, EMPTY_CELL, fieldText, meantDate, valueOf } from "../../../../src/domain/entry/sheetCell";
import type { CellValue, Grid } from "../../../../src/domain/grid";
import { reachingFormula } from "../../../../src/excel/writeEntry";
import { deAn02 } from "../../../../src/schemes";
import { documentsGrid, grid, workbook, worksGrid, WORK_GROUPS, WORK_STAGES } from "../../../support/grids";

const round = deAn02.round("khao-sat-2023")!;
const column = (key: string) =>
  deAn02.forms.flatMap(({ columns }) => columns).find((spec) => spec.key === key)!;

function survey(sheets: readonly Grid[], named: Readonly<Record<string, NamedArea>> = {}) {
  const options = { scheme: deAn02, round, unit: null, named, asOf: "2023-06-30" };
  return surveyTables(workbook({ sheets, unit: "ha-lang" }), options);
}
const DOCUMENT: readonly CellValue[] = [
  1,
  "154-KH/BTGTU",
  { kind: "date", iso: "2023-05-09" },
  "Kế hoạch khảo sát",
  "Ban Tuyên giáo Tỉnh uỷ",
];
const cells = (values: readonly CellValue[], keys: readonly string[]): RowCells =>
  Object.fromEntries(keys.map((key, index) => [key, { ...EMPTY_CELL, value: values[index] ?? null }]));
const DOCUMENT_KEYS = ["ordinal", "number", "date", "subject", "issuer"];

describe("the rows of a table", () => {
  test("of the template reach as far as the area that it marks", () => {
    const area = { top: 1, left: 0, bottom: 6, right: 4 };
    const named = { "bieu-01": { sheet: "Biểu 01", area } };
    const [table] = survey([documentsGrid([DOCUMENT])], named).tables;
    expect(table).toMatchObject({ rows: [1, 2, 3, 4, 5, 6], empty: [2, 3, 4, 5, 6], end: 7 });
    expect(firstEmptyRow(table!)).toBe(2);
    expect(rowBeside(table!, 1, 1)).toBe(2);
    expect(rowBeside(table!, 6, 1)).toBe(7);
    expect(rowBeside(table!, 7, 1)).toBeNull();
    expect(rowBeside(table!, 1, -1)).toBeNull();
    expect(nextOrdinal(table!, 2)).toBe(2);
    expect(placeAt([table!], "Biểu 01", 4, 9)).toMatchObject({ kind: "row", row: 4, isNew: false });
  });

  test("of the template are rows, though somebody has begun one far below the others", () => {
    const named = { "bieu-01": { sheet: "Biểu 01", area: { top: 1, left: 0, bottom: 6, right: 4 } } };
    const begun = [null, null, null, null, "Huyện uỷ Hạ Lang"];
    const [table] = survey([documentsGrid([DOCUMENT, [], [], begun])], named).tables;
    expect(table).toMatchObject({ rows: [1, 2, 3, 4, 5, 6], empty: [2, 3, 5, 6], lastFilled: 4, end: 7 });
    expect(firstEmptyRow(table!)).toBe(5);
    const [apart] = survey([documentsGrid([DOCUMENT, [], [], begun])]).tables;
    expect(apart).toMatchObject({ rows: [1], end: 2 });
  });

  test("of an empty table begin under its header", () => {
    const [table] = survey([documentsGrid([])]).tables;
    expect(table).toMatchObject({ rows: [1], empty: [1], end: 2 });
    expect(nextOrdinal(table!, 1)).toBe(1);
  });

  test("of a table that people have made end before its total; a new one is put in above it", () => {
    const [table] = survey([
      worksGrid([
        [1, "Lịch sử Đảng bộ xã An Lạc", "2022", null, null, null, 50_000_000],
        [2, "Lịch sử Đảng bộ xã Kim Loan", null, null, "x", null, 5_000_000],
        [null, "Tổng cộng", null, null, null, null, 55_000_000],
        [null, null, null, null, null, null, null],
        [null, null, null, null, "Người lập biểu", null, null],
      ]),
    ]).tables;
    expect(table).toMatchObject({ rows: [2, 3], empty: [], end: 4 });
    expect(firstEmptyRow(table!)).toBe(4);
    expect(placeAt([table!], "Biểu 02", 4, 1)).toMatchObject({ kind: "no-row", reason: "total" });
    expect(placeAt([table!], "Biểu 02", 1, 1)).toMatchObject({ kind: "no-row", reason: "header" });
    expect(placeAt([table!], "Biểu 02", 20, 1)).toEqual({ kind: "outside" });
    expect(placeAt([table!], "Trang khác", 2, 1)).toEqual({ kind: "outside" });
  });

  test("that carry only their number are there to be filled in; sections and column numbers are not", () => {
    const [table] = survey([
      grid(
        [
          WORK_GROUPS,
          WORK_STAGES,
          ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
          ["I", "Cấp xã", null, null, null, null, null],
          [1, "Lịch sử Đảng bộ xã An Lạc", "2022", null, null, null, null],
          [2, null, null, null, null, null, null],
          [3, null, null, null, null, null, null],
        ],
        { sheet: "Biểu 02" }
      ),
    ]).tables;
    expect(table).toMatchObject({ rows: [4, 5, 6], empty: [5, 6], end: 7 });
    expect(emptyRowsAtEnd(table!)).toEqual([5, 6]);
    expect(placeAt([table!], "Biểu 02", 3, 1)).toMatchObject({ kind: "no-row", reason: "section" });
    expect(placeAt([table!], "Biểu 02", 7, 1)).toMatchObject({ kind: "row", row: 7, isNew: true });
  });

  test("stop above the title of the next table on the sheet", () => {
    const below = [...documentsGrid([DOCUMENT]).values, [], ["Biểu số 02:"], WORK_GROUPS, WORK_STAGES];
    const both = grid(below, { sheet: "Biểu" });
    const [documents, works] = survey([both]).tables;
    expect(documents).toMatchObject({ rows: [1], end: 2 });
    expect(works).toMatchObject({ rows: [6], end: 7 });
  });
});

describe("what is typed and what is written", () => {
  test.each<[string, string, CellValue, ReturnType<typeof contentOf>]>([
    ["date", "25.6.21", null, { date: "2021-06-25" }],
    ["date", "25/06/2021", null, { date: "2021-06-25" }],
    ["date", "ngày 25 tháng 6 năm 2021", null, { date: "2021-06-25" }],
    ["date", "31/6/2021", null, "31/6/2021"],
    ["date", "6/25/2021", null, "6/25/2021"],
    ["number", " 02-ĐA/TU ", null, "02-ĐA/TU"],
    ["number", "0123", null, "0123"],
    ["subject", "=1+1", null, "=1+1"],
    ["subject", "hai\ndòng", null, "hai\ndòng"],
    ["ordinal", "7", null, 7],
    ["ordinal", "7a", null, "7a"],
    ["funds", "50.000.000", null, 50_000_000],
    ["funds", "50 triệu", null, 50_000_000],
    ["funds", "khoảng 50 triệu", null, "khoảng 50 triệu"],
    ["funds", "không", null, "không"],
    ["published", "8/2022", null, "8/2022"],
    ["published", "15/8/2022", { kind: "date", iso: "2022-08-14" }, { date: "2022-08-15" }],
    ["title", "", "cũ", null],
  ])("%s: %j", (key, text, before, content) => {
    expect(contentOf(text, column(key), { value: before })).toEqual(content);
  });

  test("a column in triệu đồng takes its numbers in triệu", () => {
    expect(contentOf("50 triệu", column("funds"), EMPTY_CELL, 1_000_000)).toBe(50);
    expect(contentOf("50,5", column("funds"), EMPTY_CELL, 1_000_000)).toBe(50.5);
  });

  test("fields show days, amounts and errors as they are typed", () => {
    expect(fieldText({ value: { kind: "date", iso: "2021-06-05" } }, column("date"))).toBe("05/06/2021");
    expect(fieldText({ value: 50_000_000 }, column("funds"))).toBe("50.000.000");
    expect(fieldText({ value: { kind: "error", code: "#REF!" } }, column("subject"))).toBe("#REF!");
  });

  test("every day that is shown is read again as this day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1990-01-01"), max: new Date("2049-12-31"), noInvalidDate: true }),
        (day) => {
          const iso = day.toISOString().slice(0, 10);
          expect(meantDate(fieldText({ value: { kind: "date", iso } }, column("date")))).toBe(iso);
        }
      ),
      { seed: 7 }
    );
  });

  test("only cells that differ are written; typed back, nothing is", () => {
    const [table] = survey([documentsGrid([DOCUMENT])]).tables;
    const before = cells(DOCUMENT, DOCUMENT_KEYS);
    expect(fieldTexts(table!, before, {})).toEqual({
      ordinal: "1",
      number: "154-KH/BTGTU",
      date: "09/05/2023",
      subject: "Kế hoạch khảo sát",
      issuer: "Ban Tuyên giáo Tỉnh uỷ",
    });
    expect(changesOf(table!, before, { date: "9.5.23", number: "154-KH/BTGTU", ordinal: "1" })).toEqual([]);
    expect(changesOf(table!, before, { date: "10/5/2023", issuer: "" })).toEqual([
      { key: "date", at: 2, content: { date: "2023-05-10" } },
      { key: "issuer", at: 4, content: null },
    ]);
  });

  test("a formula is replaced only by what was typed", () => {
    const [table] = survey([documentsGrid([DOCUMENT])]).tables;
    const before = {
      ...cells(DOCUMENT, DOCUMENT_KEYS),
      ordinal: { value: 1, formula: "=ROW()-1", locked: false },
    };
    expect(changesOf(table!, before, { number: "155-KH/BTGTU" }).map(({ key }) => key)).toEqual(["number"]);
    expect(changesOf(table!, before, { ordinal: "2" })).toEqual([{ key: "ordinal", at: 0, content: 2 }]);
  });

  test("whoever changed a cell meanwhile is noticed, a lock is not", () => {
    const [table] = survey([documentsGrid([DOCUMENT])]).tables;
    const known = cells(DOCUMENT, DOCUMENT_KEYS);
    const issuer = { value: "Huyện uỷ", formula: null, locked: false };
    expect(changedMeanwhile(table!, known, known)).toEqual([]);
    expect(changedMeanwhile(table!, known, { ...known, issuer }).map(({ spec }) => spec.key)).toEqual([
      "issuer",
    ]);
    const locked = { ...known["issuer"]!, locked: true };
    expect(changedMeanwhile(table!, known, { ...known, issuer: locked })).toEqual([]);
  });

  test("the lower part of a merged cell is told", () => {
    const merged = documentsGrid([DOCUMENT, [2, "155-KH/BTGTU", null, "Kế hoạch", null]]);
    const [table] = survey([{ ...merged, merges: [{ top: 1, left: 4, bottom: 2, right: 4 }] }]).tables;
    const issuer = table!.columns.find(({ spec }) => spec.key === "issuer")!;
    expect(mergedInto(table!, 2, issuer)).toBe(1);
    expect(mergedInto(table!, 1, issuer)).toBeNull();
  });
});

describe("findings of a row as it is typed", () => {
  const { tables, context } = survey([documentsGrid([DOCUMENT])]);
  const [table] = tables;
  const findings = (row: number, draft: Readonly<Record<string, string>>, before: RowCells = {}) =>
    findingsOfRows(table!, [{ row, cells: draftValues(table!, before, draft) }], context, "vi").get(row) ??
    {};
  const rulesOf = (found: ReturnType<typeof findings>): readonly string[] =>
    Object.entries(found).flatMap(([key, list]) => list.map(({ rule }) => `${key}: ${rule}`));

  test("an empty row has none", () => expect(findings(2, {})).toEqual({}));

  test("they stand at their fields, with their fixes, the other rows in mind", () => {
    const found = findings(2, {
      number: "154 - KH/BTGTU",
      date: "9/5/2023",
      subject: "Kế hoạch khảo sát",
      issuer: "Ban Tuyên giáo Tỉnh uỷ",
    });
    expect(rulesOf(found)).toContain("number: document-number-style");
    expect(rulesOf(found)).toContain("number: document-duplicate");
    expect(found["number"]?.find(({ fix }) => fix)?.fix).toEqual({ value: "154-KH/BTGTU" });
  });

  test("a row that is there is judged as typed, not as it stands", () => {
    const before = cells(DOCUMENT, DOCUMENT_KEYS);
    expect(findings(1, {}, before)).toEqual({});
    expect(rulesOf(findings(1, { date: "31/6/2023" }, before))).toEqual(["date: document-date-impossible"]);
  });

  test("required cells are asked for", () => {
    expect(rulesOf(findings(2, { number: "155-KH/BTGTU" }))).toEqual(
      expect.arrayContaining(["date: document-date-required", "issuer: document-issuer-required"])
    );
  });
});

test("valueOf is what a rule sees", () => {
  expect(valueOf({ date: "2021-06-25" })).toEqual({ kind: "date", iso: "2021-06-25" });
  expect(valueOf("x")).toBe("x");
  expect(valueOf(null)).toBeNull();
});

describe("sums under the table", () => {
  test.each([
    ["=SUM(G9:G38)", "=SUM(G9:G40)"],
    ["=SUM($G$9:$G$38)+1", "=SUM($G$9:$G$40)+1"],
    ["=COUNTA(B9:B38)-COUNTA(C9:C20)", "=COUNTA(B9:B40)-COUNTA(C9:C20)"],
    ["=SUM(G9:G20)", null],
    ["=SUM(G9:G38)+G41", null],
    ["=SUM('Biểu 02'!G9:G38)", null],
    ["=G38", null],
    ["Tổng cộng 9:38", null],
  ])("%s", (formula, longer) => expect(reachingFormula(formula, 38, 2)).toBe(longer));
});
