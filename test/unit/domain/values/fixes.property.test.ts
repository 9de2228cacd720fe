import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applyFixes } from "../../../../src/domain/applyFixes";
import { checkWorkbook } from "../../../../src/domain/check";
import type { CellValue, WorkbookContent } from "../../../../src/domain/grid";
import { deAn02 } from "../../../../src/schemes";
import { documentsGrid, workbook, worksGrid } from "../../../support/grids";
import { inTcvn3, inVni } from "../../../support/legacyText";
import { documentRow, workRow } from "../../../support/ruleCases";

const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
const fixable = (content: WorkbookContent) =>
  checkWorkbook(content, options).findings.filter(({ fix }) => fix);

const numbers = readFileSync(join(__dirname, "../../../fixtures/document-number-forms.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { raw: string }).raw);
const day = fc
  .integer({ min: 0, max: 715 })
  .map((days) => new Date(Date.UTC(2021, 5, 25 + days)).toISOString().slice(0, 10));
const trueDate = day.map((iso): CellValue => ({ kind: "date", iso }));
const textDate = day.chain((iso) => {
  const [year = "", month = "", date = ""] = iso.split("-");
  return fc.constantFrom(
    `${date}/${month}/${year}`,
    `${month}/${date}/${year}`,
    `${date}.${month}.${year.slice(2)}`,
    iso,
    `${date}/${month}/${year}${year.slice(3)}`
  );
});
const written = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(
      text,
      fc.constantFrom(
        (plain: string) => plain,
        inTcvn3,
        inVni,
        (plain: string) => plain.normalize("NFD"),
        (plain: string) => plain.replace(" ", "\u00a0").replace("Đ", "\u00d0")
      )
    )
    .map(([plain, write]) => write(plain));

const documents = fc.array(
  fc
    .record({
      number: fc.constantFrom(...numbers),
      date: fc.oneof(trueDate, textDate, fc.integer({ min: 44372, max: 45087 })),
      subject: written(fc.constantFrom("Kế hoạch thực hiện Đề án", "Đề án biên soạn lịch sử Đảng bộ")),
      issuer: written(fc.constantFrom("Huyện uỷ Hạ Lang", "Ban Tuyên giáo Tỉnh uỷ Cao Bằng")),
    })
    .map(documentRow),
  { minLength: 1, maxLength: 9 }
);
const time = fc.constantFrom(
  ...[
    "x",
    "8/2022",
    "15/8/22",
    "8/22",
    "cuối năm 2022",
    "Cuối năm 2023",
    "8/19",
    "khoảng tháng 8/2022",
    "31/6/2022",
    "đã hội thảo",
    null,
  ]
);
const works = fc.array(
  fc
    .record({
      title: written(fc.constantFrom("Lịch sử Đảng bộ xã An Lạc", "Lịch sử Đảng bộ thị trấn Thanh Nhật")),
      published: time,
      appraised: time,
      workshop: time,
      funds: fc.oneof(
        fc.constantFrom<CellValue>(
          50,
          55_000,
          "50,000,000",
          "50.5 triệu",
          "1,500 triệu",
          "khoảng 50 triệu",
          "5 tỷ"
        ),
        fc.integer({ min: 30_000_000, max: 80_000_000 })
      ),
    })
    .map(workRow),
  { minLength: 1, maxLength: 9 }
);
const contents = fc
  .tuple(documents, works)
  .map(([first, second]) => workbook({ unit: "ha-lang", sheets: [documentsGrid(first), worksGrid(second)] }));

/** A cell may need one correction after another: an old font, then what the text says. */
const MOST_ROUNDS = 4;

test("fixing and checking again comes to an end, with nothing left to fix", () => {
  fc.assert(
    fc.property(contents, (content) => {
      let fixed: WorkbookContent = content;
      for (let round = 0; round < MOST_ROUNDS && fixable(fixed).length > 0; round += 1) {
        fixed = applyFixes(fixed, fixable(fixed));
      }
      expect(fixable(fixed)).toEqual([]);
    }),
    { numRuns: 150, seed: 20210625 }
  );
});
