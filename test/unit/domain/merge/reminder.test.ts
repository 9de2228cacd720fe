import { reminderText } from "../../../../src/domain/merge/reminder";
import type { UnitStatus } from "../../../../src/domain/merge/unitStatus";
import { deAn02 } from "../../../../src/schemes";

const round = deAn02.round("khao-sat-2023")!;
const status = (unit: string, sent: UnitStatus["status"]): UnitStatus => ({ unit, status: sent, files: [] });
const some = [status("thach-an", "missing"), status("ha-lang", "submitted"), status("hoa-an", "missing")];
const remind = (today: string, language: "vi" | "en" = "vi", units = some) =>
  reminderText(units, round, deAn02, today, language);

test("names those who must still send, in the order of the scheme", () => {
  const text = remind("2023-05-17") ?? "";
  expect(text).toContain("1. Huyện uỷ Hòa An\n2. Huyện uỷ Thạch An");
  expect(text).not.toContain("Hạ Lang");
});

test.each([
  ["2023-05-17", "19/5/2023 (còn 2 ngày)", "19/5/2023 (2 days left)"],
  ["2023-05-18", "(còn 1 ngày)", "(1 day left)"],
  ["2023-05-19", "(hôm nay là ngày cuối)", "(today)"],
  ["2023-06-01", "(đã quá hạn 13 ngày)", "(13 days overdue)"],
  ["2026-11-21", "(đã quá hạn 1.282 ngày)", "(1,282 days overdue)"],
])("on %s", (today, vietnamese, english) => {
  expect(remind(today)).toContain(vietnamese);
  expect(remind(today, "en")).toContain(english);
});

test("nobody to remind", () => {
  expect(remind("2023-05-17", "vi", [status("ha-lang", "late")])).toBeNull();
});
