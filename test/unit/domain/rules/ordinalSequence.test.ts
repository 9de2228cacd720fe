import type { CellValue } from "../../../../src/domain/grid";
import { deAn02 } from "../../../../src/schemes";
import { ofRule, workFindings, workRow } from "../../../support/ruleCases";

const NAMES = deAn02.communes
  .filter(({ unit }) => unit === "ha-lang")
  .map(({ type, name }) => `${type} ${name}`);

/** Works with these ordinals; a string that is no number is a section's heading. */
function table(ordinals: readonly CellValue[]) {
  return ordinals.map((ordinal, index) =>
    typeof ordinal === "string" && /^[IVX]+$/.test(ordinal)
      ? [ordinal, "Công trình cấp xã", null, null, null, null, null]
      : workRow({ ordinal, title: `Lịch sử Đảng bộ ${NAMES[index] ?? ""}` })
  );
}

function found(rule: string, ordinals: readonly CellValue[]) {
  return ofRule(workFindings(...table(ordinals)), rule).map(({ row, value, fix }) => [
    row,
    value,
    fix?.value ?? null,
  ]);
}

test.each<[readonly CellValue[], readonly (readonly [number, string, string | null])[]]>([
  [[1, 2, 4, 5], [[5, "4", null]]],
  [[1, 2, 2, 4], [[5, "2", "3"]]],
  [[1, 9, 3], [[4, "9", "2"]]],
  [[1, 2, 5], [[5, "5", "3"]]],
  [[1, 2, 2, 3, 4], [[5, "2", null]]],
  [[7, 2, 3], [[3, "7", "1"]]],
  [[5, 6, 7], [[3, "5", null]]],
  [["1", "2.", "3"], []],
  [[1, 2, "I", 1, 2], []],
  [[1, 2, "I", 3, 4], []],
  [[1, 2, "I", 4, 5], [[6, "4", null]]],
  [[1, null, 3], []],
  [["a", "b", "c"], []],
  [[null, null, null], []],
])("%j", (ordinals, expected) => {
  expect(found("ordinal-sequence", ordinals)).toEqual(expected);
});

test.each<[readonly CellValue[], readonly (readonly [number, string, string | null])[]]>([
  [[1, null, 3], [[4, "", "2"]]],
  [[1, 2, null], [[5, "", "3"]]],
  [[null, 2, 3], [[3, "", "1"]]],
  [[1, null, 2], [[4, "", "2"]]],
  [[1, null, 2, 3], [[4, "", null]]],
  [
    [1, null, null, 4],
    [
      [4, "", "2"],
      [5, "", "3"],
    ],
  ],
  [[1, 2, 3], []],
  [[null, null, 3, null, null], []],
])("missing in %j", (ordinals, expected) => {
  expect(found("ordinal-missing", ordinals)).toEqual(expected);
});

describe("headings and parts", () => {
  const heading = (ordinal: CellValue, title: string) => [ordinal, title, 1, null, null, null, "50.000.000"];
  const works = (...ordinals: readonly CellValue[]) =>
    ordinals.map((ordinal, index) =>
      workRow({ ordinal, title: `Lịch sử Đảng bộ ${NAMES[index] ?? ""} tập ${String(ordinal)}` })
    );
  const problems = (...rows: readonly (readonly CellValue[])[]) =>
    workFindings(...rows)
      .filter(({ rule }) => rule.startsWith("ordinal-"))
      .map(({ rule, row }) => `${rule} ${row}`);

  test("numbers begin anew below a heading with subtotals", () => {
    const sections = (...second: readonly CellValue[]) => [
      heading("I", "CẤP HUYỆN"),
      ...works(1, 2),
      heading("II", "CẤP XÃ"),
      ...works(...second),
    ];
    expect(problems(...sections(1, 2))).toEqual([]);
    expect(problems(...sections(3, 4))).toEqual([]);
    expect(problems(...sections(1, 3))).toEqual(["ordinal-sequence 8"]);
    expect(problems(heading(1, "Cấp huyện"), ...works(1), heading(2, "Cấp xã"), ...works(1, 2, 3))).toEqual(
      []
    );
  });

  test("a heading with parts counts, its parts do not", () => {
    const parts = [heading(4, "Cấp xã"), ...works("4.1", "4.2")];
    expect(problems(...works(1, 2, 3), ...parts, ...works(5, 6))).toEqual([]);
    expect(problems(...works(1, 2, 3), ...parts, ...works(5, 7))).toEqual(["ordinal-sequence 10"]);
    expect(problems(...works(1, 2, "2.1", "2.2", 3, 4, 5))).toEqual([]);
    expect(
      problems(heading(1, "Cấp huyện"), ...works("1.1", "1.2"), heading(2, "Cấp xã"), ...works("2.1"))
    ).toEqual([]);
  });
});
