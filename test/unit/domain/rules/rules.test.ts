import { checkWorkbook } from "../../../../src/domain/check";
import type { CellValue } from "../../../../src/domain/grid";
import { rules } from "../../../../src/domain/rules";
import { fillIn } from "../../../../src/domain/rules/runRules";
import { deAn02 } from "../../../../src/schemes";
import { documentsGrid, grid, workbook, worksGrid } from "../../../support/grids";

const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;

const GOOD_DOCUMENT = [1, "01-KH/HU", "1/2/2022", "Kế hoạch thực hiện Đề án", "Huyện uỷ Hạ Lang"] as const;
const GOOD_WORK = [
  1,
  "Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020",
  "8/2022",
  null,
  null,
  null,
  50_000_000,
] as const;

function documentFindings(...rows: readonly (readonly CellValue[])[]) {
  return checkWorkbook(workbook({ unit: "ha-lang", sheets: [documentsGrid(rows)] }), options).findings;
}

/** Without the list of communes that have no row, which every short table has. */
function workFindings(...rows: readonly (readonly CellValue[])[]) {
  return checkWorkbook(workbook({ unit: "ha-lang", sheets: [worksGrid(rows)] }), options).findings.filter(
    ({ rule }) => rule !== "communes-not-mentioned"
  );
}

/** A row with some cells replaced, by position. */
function but(row: readonly CellValue[], changes: Readonly<Record<number, CellValue>>): CellValue[] {
  return row.map((value, index) => (index in changes ? (changes[index] ?? null) : value));
}

test("good rows have no findings", () => {
  expect(documentFindings(GOOD_DOCUMENT)).toEqual([]);
  expect(workFindings(GOOD_WORK)).toEqual([]);
});

test("a message repeats the beginning of a long cell, the finding all of it", () => {
  const value = `${"😀".repeat(151)} hôm qua`;
  const [finding] = documentFindings(but(GOOD_DOCUMENT, { 2: `a${value}` }));
  expect(finding).toMatchObject({ rule: "document-date-unreadable", value: `a${value}` });
  expect(finding?.message).toContain(`“a${"😀".repeat(149)}…”`);
});

describe("Biểu 01", () => {
  test.each<[string, Readonly<Record<number, CellValue>>, string, string]>([
    ["document-number-required", { 1: null }, "B2", ""],
    ["document-number-incomplete", { 1: "159-TB" }, "B2", "159-TB"],
    ["document-number-unreadable", { 1: "Kế hoạch của Huyện uỷ" }, "B2", "Kế hoạch của Huyện uỷ"],
    ["document-number-separator", { 1: "57-NQ TW" }, "B2", "57-NQ TW"],
    ["document-number-style", { 1: "Số: 97-QĐ/TW" }, "B2", "Số: 97-QĐ/TW"],
    ["document-number-type-unknown", { 1: "12-XYZ/HU" }, "B2", "12-XYZ/HU"],
    ["document-date-required", { 2: null }, "C2", ""],
    ["document-date-unreadable", { 2: "18/8/hai nghìn" }, "C2", "18/8/hai nghìn"],
    ["document-date-impossible", { 2: "31/6/2022" }, "C2", "31/6/2022"],
    ["document-date-without-year", { 2: "06/4" }, "C2", "06/4"],
    ["document-date-without-day", { 2: "6/2022" }, "C2", "6/2022"],
    ["document-date-short-year", { 2: "1/2/22" }, "C2", "1/2/22"],
    ["document-date-serial", { 2: 44593 }, "C2", "44593"],
    ["document-date-after-cut-off", { 2: "11/6/2023" }, "C2", "11/6/2023"],
    ["document-date-before-window", { 2: "24/6/2021" }, "C2", "24/6/2021"],
    ["document-subject-required", { 3: null }, "D2", ""],
    ["document-issuer-required", { 4: " " }, "E2", ""],
    ["error-value", { 3: { kind: "error", code: "#REF!" } }, "D2", "#REF!"],
  ])("%s", (rule, changes, cell, value) => {
    expect(documentFindings(but(GOOD_DOCUMENT, changes))).toContainEqual(
      expect.objectContaining({ rule, cell, row: 2, value, sheet: "Biểu 01", file: "tep.xlsx" })
    );
  });

  test("fixes carry the new value", () => {
    expect(documentFindings(but(GOOD_DOCUMENT, { 1: "57-NQ TW" }))[0]?.fix).toEqual({ value: "57-NQ/TW" });
    expect(documentFindings(but(GOOD_DOCUMENT, { 2: 44593 }))[0]?.fix).toEqual({ value: "1/2/2022" });
  });

  test("a repeated document is found, however it is written", () => {
    const again = but(GOOD_DOCUMENT, { 0: 2, 1: "01 - KH/HU", 2: { kind: "date", iso: "2022-02-01" } });
    expect(documentFindings(GOOD_DOCUMENT, again).map(({ rule, row }) => [rule, row])).toContainEqual([
      "document-duplicate",
      3,
    ]);
  });

  test("one number with two dates is a question, not a duplicate", () => {
    const rulesHit = documentFindings(GOOD_DOCUMENT, but(GOOD_DOCUMENT, { 0: 2, 2: "2/2/2022" })).map(
      ({ rule }) => rule
    );
    expect(rulesHit).toEqual(["document-number-two-dates"]);
  });
});

describe("Biểu 02", () => {
  test.each<[string, Readonly<Record<number, CellValue>>, string, string]>([
    ["work-title-required", { 1: null }, "B3", ""],
    ["stage-missing", { 2: null }, "C3", ""],
    ["stage-missing", { 2: "chưa" }, "C3", "chưa"],
    ["stage-contradiction", { 5: "x" }, "F3", "x"],
    ["stage-compiling-after-workshop", { 2: null, 4: "x", 5: "x" }, "F3", "x"],
    ["stage-unclear", { 3: "xem báo cáo" }, "D3", "xem báo cáo"],
    ["stage-planned", { 2: "dự kiến 7/2023", 3: "x" }, "C3", "dự kiến 7/2023"],
    ["published-time-required", { 2: "x" }, "C3", "x"],
    ["published-after-cut-off", { 2: "7/2023" }, "C3", "7/2023"],
    ["published-before-scheme", { 2: "2020" }, "C3", "2020"],
    [
      "work-commune-unknown",
      { 1: "Lịch sử Đảng bộ xã Không Có Tên" },
      "B3",
      "Lịch sử Đảng bộ xã Không Có Tên",
    ],
    ["work-commune-other-unit", { 1: "Lịch sử Đảng bộ xã Canh Tân" }, "B3", "Lịch sử Đảng bộ xã Canh Tân"],
    ["funds-unreadable", { 6: "nhiều" }, "G3", "nhiều"],
  ])("%s at %j", (rule, changes, cell, value) => {
    expect(workFindings(but(GOOD_WORK, changes))).toContainEqual(
      expect.objectContaining({ rule, cell, row: 3, value })
    );
  });

  test("a commune reported twice is found", () => {
    expect(
      workFindings(GOOD_WORK, but(GOOD_WORK, { 0: 2, 1: "LỊCH SỬ ĐẢNG BỘ XÃ AN LẠC" })).map(
        ({ rule }) => rule
      )
    ).toEqual(["work-duplicate"]);
  });

  test("a total that is not the sum of the rows is found, a right one only left out", () => {
    const total = (dong: number) => [null, "Tổng cộng", null, null, null, null, dong];
    expect(workFindings(GOOD_WORK, total(50_000_000)).map(({ rule }) => rule)).toEqual(["row-left-out"]);
    expect(workFindings(GOOD_WORK, total(60_000_000)).map(({ rule }) => rule)).toContain("total-mismatch");
  });

  test("a gap in the ordinals, a hidden row and a missing column are found", () => {
    const sheet = {
      ...worksGrid([GOOD_WORK, but(GOOD_WORK, { 0: 5, 1: "Lịch sử Đảng bộ xã Thị Hoa" })]),
      hiddenRows: [3],
    };
    const found = checkWorkbook(workbook({ unit: "ha-lang", sheets: [sheet] }), options).findings.map(
      ({ rule }) => rule
    );
    expect(found).toEqual(["communes-not-mentioned", "ordinal-sequence", "hidden-row"]);
    const bare = grid([
      ["Tên công trình", "Đang biên soạn", "Đã xuất bản"],
      ["Lịch sử Đảng bộ xã An Lạc", "x", null],
    ]);
    const missing = checkWorkbook(workbook({ unit: "ha-lang", sheets: [bare] }), options).findings;
    expect(missing.filter(({ rule }) => rule === "column-missing")).toHaveLength(2);
  });

  test("a commune name that several districts have is asked about when the unit is unknown", () => {
    const sheet = worksGrid([but(GOOD_WORK, { 1: "Lịch sử Đảng bộ xã Hưng Đạo" })]);
    const { findings, unit } = checkWorkbook(workbook({ file: "bieu.xlsx", sheets: [sheet] }), options);
    expect(unit).toBeNull();
    expect(findings.map(({ rule }) => rule)).toEqual(["work-commune-ambiguous"]);
  });
});

test("a workbook without a form is an error that says what to look for", () => {
  const check = checkWorkbook(workbook({ sheets: [grid([["Danh sách"]])] }), options);
  expect(check.error).toMatchObject({
    code: "no-form",
    message: expect.stringContaining("Biểu 01, Biểu 02") as unknown,
  });
});

test("messages exist in both languages and name only placeholders that are filled", () => {
  const english = checkWorkbook(
    workbook({
      unit: "ha-lang",
      sheets: [documentsGrid([but(GOOD_DOCUMENT, { 1: "57-KH HU", 2: "11/6/2023" })])],
    }),
    { ...options, language: "en" }
  ).findings;
  expect(english.map(({ message }) => message)).toEqual([
    "The document number “57-KH HU” has wrong or missing separators. Correct form: 57-KH/HU.",
    "The document is dated “11/6/2023”, after the cut-off of the round (10/6/2023). Check the date.",
  ]);
  for (const rule of rules)
    expect([rule.id, rule.message.vi, rule.message.en].every((text) => text !== "")).toBe(true);
});

/** Cells that can say one kind of thing only: an error of Excel, a true date. */
const PLAIN_VALUES: readonly string[] = ["error-value", "document-date-swapped"];

test("what a cell says stands in quotation marks, so that any text fits the sentence", () => {
  const bare = rules
    .filter(({ id }) => !PLAIN_VALUES.includes(id))
    .flatMap(({ message }) => [message.vi, message.en])
    .filter((text) => text.replaceAll("“{value}”", "").includes("{value}"));
  expect(bare).toEqual([]);
});

test("braces in a cell stay text", () => {
  expect(fillIn("“{value}” {other}", { value: "{other}", other: "x" }, "vi")).toBe("“{other}” x");
  expect(fillIn("{__proto__}{constructor}", {}, "vi")).toBe("{__proto__}{constructor}");
  expect(fillIn("“{text}”", { text: "x".repeat(32_767) }, "vi")).toBe(`“${"x".repeat(300)}…”`);
});

test("ids are unique", () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
});
