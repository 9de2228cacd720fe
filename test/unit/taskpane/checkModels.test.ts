/** What the page of findings is made of: search, groups, sure corrections, marks, words of the rules. */
import type { Finding } from "../../../src/domain/findings";
import { rules } from "../../../src/domain/rules";
import { translator } from "../../../src/i18n";
import { formatList } from "../../../src/i18n";
import {
  type CommandResult,
  resultFrom,
  resultQuery,
  resultWords,
} from "../../../src/taskpane/commandResult";
import { groupByRule } from "../../../src/taskpane/model/findingGroups";
import { cellsToMark, marksIn } from "../../../src/taskpane/model/findingMarks";
import { searchFindings } from "../../../src/taskpane/model/findingSearch";
import { ruleWords } from "../../../src/taskpane/model/ruleWords";
import { sureFixes } from "../../../src/taskpane/model/sureFixes";

function finding(cell: string, overrides: Partial<Finding> = {}): Finding {
  return {
    rule: "document-number-style",
    severity: "info",
    file: "bieu.xlsx",
    sheet: "Biểu 01",
    cell,
    row: Number(cell.replace(/\D/g, "")),
    column: "Số văn bản",
    value: "02 - ĐA/TU",
    message: "Số văn bản viết chưa thống nhất.",
    ...overrides,
  };
}

const fixed = (cell: string, value: string, overrides: Partial<Finding> = {}): Finding =>
  finding(cell, { ...overrides, fix: { value } });

describe("search", () => {
  const all = [finding("B7"), finding("C8", { value: "31/6/2021", message: "Không có ngày 31/6/2021." })];

  test.each<[string, readonly string[]]>([
    ["", ["B7", "C8"]],
    ["   ", ["B7", "C8"]],
    ["ngày", ["C8"]],
    ["NGAY khong", ["C8"]],
    ["da tu", ["B7"]],
    ["b7", ["B7"]],
    ["không có gì", []],
  ])("“%s”", (query, cells) => {
    expect(searchFindings(all, query).map(({ cell }) => cell)).toEqual(cells);
  });
});

test("by rule: the gravest first, then the most frequent; nothing is lost", () => {
  const all = [
    finding("B1", { rule: "a", severity: "info" }),
    finding("B2", { rule: "b", severity: "error" }),
    finding("B3", { rule: "c", severity: "info" }),
    finding("B4", { rule: "c", severity: "info" }),
  ];
  const groups = groupByRule(all);
  expect(groups.map(({ rule, findings }) => [rule, findings.length])).toEqual([
    ["b", 1],
    ["c", 2],
    ["a", 1],
  ]);
  expect(groups.flatMap(({ findings }) => findings)).toHaveLength(all.length);
});

test("sure are corrections that no other rule contradicts, once for each cell", () => {
  const all = [
    fixed("B1", "x"),
    fixed("B1", "x", { rule: "other" }),
    fixed("B2", "x"),
    fixed("B2", "y", { rule: "other" }),
    fixed("B2", "x", { rule: "third" }),
    fixed("B1", "z", { sheet: "Biểu 02" }),
    finding("B3"),
  ];
  expect(sureFixes(all).map(({ sheet, cell, fix }) => [sheet, cell, fix?.value])).toEqual([
    ["Biểu 01", "B1", "x"],
    ["Biểu 02", "B1", "z"],
  ]);
});

test("each cell is marked once, as its worst finding; protected sheets are named", () => {
  const all = [
    finding("B2", { severity: "info" }),
    finding("B2", { severity: "error" }),
    finding("AA10", { severity: "warning" }),
    finding("C3", { severity: "error", sheet: "Biểu 02" }),
    finding("C3", { severity: "error", sheet: "Không còn" }),
  ];
  expect(cellsToMark(all).slice(0, 2)).toEqual([
    { sheet: "Biểu 01", severity: "error", cells: [{ row: 1, column: 1 }] },
    { sheet: "Biểu 01", severity: "warning", cells: [{ row: 9, column: 26 }] },
  ]);
  const marks = marksIn(all, [
    { id: "1", name: "Biểu 01", takesFormats: true },
    { id: "2", name: "Biểu 02", takesFormats: false },
    { id: "3", name: "Khác", takesFormats: false },
  ]);
  expect(marks.wanted.map(({ sheetId }) => sheetId)).toEqual(["1", "1", "2"]);
  expect(marks).toMatchObject({ locked: ["2", "3"], refused: ["Biểu 02"] });
});

test.each(["vi", "en"] as const)("every rule has a short title without values of a cell: %s", (language) => {
  const words = ruleWords(rules, language);
  expect(words.size).toBe(rules.length);
  for (const [id, { title, clause }] of words) {
    expect({ id, title }).toEqual({
      id,
      title: expect.not.stringMatching(/[{}]|……|\.$|^\s*…?\s*$/) as unknown,
    });
    expect(title.length).toBeLessThanOrEqual(170);
    expect(clause).not.toBe("");
  }
});

describe("what a ribbon button tells", () => {
  const counts = { rows: 12, errors: 1, warnings: 0, infos: 2 };
  const results: readonly CommandResult[] = [
    { kind: "failed", failure: { kind: "not-merged", code: "" } },
    { kind: "inserted", drawn: ["Biểu 01"], kept: ["Biểu 02"] },
    { kind: "inserted", drawn: [], kept: [] },
    { kind: "drawn", drawn: ["Tiến độ"] },
    { kind: "checked", counts, refused: [] },
    { kind: "checked", counts, refused: ["Biểu 01"] },
    { kind: "checked", counts: { ...counts, errors: 0, infos: 0 }, refused: [] },
    { kind: "checked", counts: { rows: 0, errors: 0, warnings: 0, infos: 0 }, refused: [] },
    { kind: "checked", counts: null, refused: [] },
  ];

  test.each(results.map((result) => [JSON.stringify(result), result] as const))("%s", (_, result) => {
    expect(resultFrom(`?${resultQuery(result)}`)).toEqual(result);
    for (const language of ["vi", "en"] as const) {
      const text = translator(language);
      const { sentences } = resultWords(result, text, (items) => formatList(items, text("list.and")));
      expect(sentences.join(" ")).toMatch(/\.$/);
      expect(sentences.join(" ")).not.toMatch(/[{}]/);
    }
  });

  test.each(["", "?page=check", "?result=", "?result=%7B", "?result=%5B%5D", '?result={"kind":"drawn"}'])(
    "an address without a result carries none: %s",
    (search) => expect(resultFrom(search)).toBeNull()
  );
});
