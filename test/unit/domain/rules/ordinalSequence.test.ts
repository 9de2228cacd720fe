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
