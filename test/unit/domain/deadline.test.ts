import { deadlineOf } from "../../../src/domain/deadline";
import { deAn02 } from "../../../src/schemes";

test.each([
  ["2026-12-02", "left", 12],
  ["2026-12-13", "left", 1],
  ["2026-12-14", "today", 0],
  ["2026-12-15", "over", 1],
  ["2026-12-17", "over", 3],
  ["2027-02-28", "over", 76],
  ["2024-02-28", "left", 1020],
  // Leap days and the turn of summer time elsewhere count as any other day.
  ["2024-02-29", "left", 1019],
  ["2024-03-01", "left", 1018],
] as const)("%s", (today, status, days) => {
  expect(deadlineOf(deAn02.round("hang-nam-2026")!, today)).toEqual({ status, days });
});
