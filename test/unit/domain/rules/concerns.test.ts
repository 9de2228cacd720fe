/** A rule says nothing of the rows that it is not about. */
import fc from "fast-check";
import type { CellValue } from "../../../../src/domain/grid";
import { readDocument, readWork } from "../../../../src/domain/records";
import { rules } from "../../../../src/domain/rules";
import type { CheckContext } from "../../../../src/domain/rules/rule";
import { deAn02 } from "../../../../src/schemes";

const SEED = 20210625;
const [round] = deAn02.roundsFor("2023-06-30");
const unit = deAn02.units.find(({ id }) => id === "ha-lang") ?? null;

const cellOf = (...usual: CellValue[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(null, ...usual) },
    { weight: 1, arbitrary: fc.constantFrom<CellValue>(true, 44_630, "?", { kind: "error", code: "#REF!" }) },
    { weight: 1, arbitrary: fc.string() }
  );
const stage = cellOf(
  "x",
  "8/2022",
  "22",
  "12/2025",
  "2019",
  "nhiều",
  "dự kiến 2024",
  "đã thẩm định",
  "32/5/2022"
);
const date = cellOf("1/2/2022", "05/01/22", "31/6/2022", "2022-03-15", "3/2022", "1/9/2025", "25/6/20211");

const document = fc
  .record({
    number: cellOf(
      "01-KH/HU",
      "2 - ĐA/TU",
      "57-NQ TW",
      "159-TB",
      "5-ZZ/HU",
      "1-KH/HU, 2-KH/HU",
      "24/KH-BTGTU"
    ),
    date,
    subject: cellOf("Quyết định thành lập"),
    issuer: cellOf("Huyện uỷ Hạ Lang"),
  })
  .map((cells) => readDocument({ row: 3, cells }));

const work = fc
  .record({
    title: cellOf(
      "Lịch sử Đảng bộ xã An Lạc",
      "Lịch sử Đảng bộ xã Thống Nhât",
      "Lịch sử Đảng bộ xã Nà Sác",
      "Lịch sử Đảng bộ xã Không Có",
      "Lịch sử Đảng bộ phường An Lạc",
      "Lịch sử Đảng bộ xã An Lạc, huyện Bảo Lâm",
      "Lịch sử Đảng bộ xã An Lạc, huyện Phục Hoà",
      "Lịch sử Đảng bộ xã An Lạc và xã Kim Loan",
      "Lịch sử Đảng bộ Quảng Uyên",
      "Hồi ký"
    ),
    published: stage,
    appraised: stage,
    workshop: stage,
    compiling: stage,
    funds: cellOf(50_000_000, "50,500", "khoảng 50 triệu", "nhiều", "50,000,000", "50 triệu (dự kiến)"),
  })
  .map((cells) => readWork({ row: 3, cells }, deAn02, "ha-lang"));

test("of documents and works", () => {
  if (round === undefined) throw new Error("The scheme has a round.");
  const context: CheckContext = { scheme: deAn02, round, unit, cutOff: round.cutOff };
  const check = fc.property(document, work, (aDocument, aWork) => {
    for (const rule of rules) {
      if (rule.shape === "document" && rule.concerns?.(aDocument) === false) {
        expect([rule.id, rule.check(aDocument, context)]).toEqual([rule.id, []]);
      }
      if (rule.shape === "work" && rule.concerns?.(aWork) === false) {
        expect([rule.id, rule.check(aWork, context)]).toEqual([rule.id, []]);
      }
    }
  });
  fc.assert(check, { seed: SEED, numRuns: 500 });
});
