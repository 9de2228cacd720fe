import { columnSpans } from "../../../src/files/columnSpans";

test.each<readonly [string, readonly (readonly [number, number])[], readonly number[]]>([
  ["none", [], []],
  [
    "apart and out of order",
    [
      [4, 5],
      [1, 1],
    ],
    [1, 4, 5],
  ],
  [
    "over each other",
    [
      [0, 3],
      [2, 4],
      [2, 2],
    ],
    [0, 1, 2, 3, 4],
  ],
  [
    "beyond the sheet",
    [
      [7, 4_294_967_295],
      [8, 9],
    ],
    [7],
  ],
  ["backwards", [[3, 2]], []],
])("%s", (_, spans, columns) => {
  const { add, columns: covered } = columnSpans(8);
  for (const [first, last] of spans) add(first, last);
  expect(covered()).toEqual(columns);
});
