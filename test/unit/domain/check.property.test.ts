import fc from "fast-check";
import { applyFixes } from "../../../src/domain/applyFixes";
import { checkWorkbook } from "../../../src/domain/check";
import type { Finding } from "../../../src/domain/findings";
import {
  type CellValue,
  cellAddress,
  cellAt,
  type Grid,
  type WorkbookContent,
} from "../../../src/domain/grid";
import { cellText } from "../../../src/domain/values/cells";
import { deAn02 } from "../../../src/schemes";
import { documentsGrid, grid, workbook, worksGrid } from "../../support/grids";

const SEED = 20210625;
const options = { scheme: deAn02, asOf: "2023-06-30", language: "vi" } as const;
const check = (content: WorkbookContent) => checkWorkbook(content, options).findings;

/** A cell as people leave it: the text itself, with other spaces, decomposed, or in the other case. */
function spelled(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const habit = fc.constantFrom(
    (clean: string) => clean,
    (clean: string) => clean,
    (clean: string) => `  ${clean}`,
    (clean: string) => clean.replace(" ", "\u00a0"),
    (clean: string) => clean.normalize("NFD"),
    (clean: string) => clean.toUpperCase(),
    (clean: string) => clean.replaceAll("Đ", "\u00d0"),
    (clean: string) => `${clean}\u200b`
  );
  return fc.tuple(text, habit).map(([clean, write]) => write(clean));
}

const empty = fc.constant(null);
const stray = fc.oneof(
  fc.string(),
  fc.integer({ min: -5, max: 60_000 }),
  fc.boolean(),
  fc.constant<CellValue>({ kind: "error", code: "#REF!" }),
  fc.constant<CellValue>({ kind: "date", iso: "2022-08-15" })
);
const sometimesStray = (usual: fc.Arbitrary<CellValue>) =>
  fc.oneof({ weight: 8, arbitrary: usual }, { weight: 1, arbitrary: empty }, { weight: 1, arbitrary: stray });

const ordinal = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constantFrom("1.", "02", "a", null));
const number = spelled(
  fc.constantFrom(
    "01-KH/HU",
    "02 - ĐA/TU",
    "57-NQ TW",
    "72-NQ-TW",
    "Số: 97-QĐ/TW",
    "235- KH/BCĐ",
    "861 – CV/Th.U",
    "84 QĐ/TWĐTN",
    "1-KH/HU",
    "24/KH-BTGTU",
    "22/2019/NQ-HĐND",
    "159-TB",
    "Chỉ thị số 17",
    "35-KH/TƯ"
  )
);
const date = fc.oneof(
  spelled(
    fc.constantFrom("1/2/2022", "05/01/22", "18/8/20222", "31/6/2022", "25.6.2021", "ngày 2 tháng 3 năm 2022")
  ),
  fc.constantFrom<CellValue>(44593, "44593", "06/4", "2022-03-15", "3/15/2022", {
    kind: "date",
    iso: "2022-02-01",
  })
);
const subject = spelled(
  fc.constantFrom("Kế hoạch thực hiện Đề án", "Hướng dẫn biên soạn lịch sử Đảng bộ", "LÞch sö §¶ng bé")
);
const issuer = spelled(
  fc.constantFrom("Huyện uỷ Hạ Lang", "Tỉnh uỷ", "Ban Tuyên giáo Tỉnh ủy", "UBND huyện")
);
const documentRow = fc.tuple(
  ordinal,
  sometimesStray(number),
  sometimesStray(date),
  sometimesStray(subject),
  sometimesStray(issuer)
);

const title = spelled(
  fc
    .tuple(
      fc.constantFrom("Lịch sử Đảng bộ", "LSĐB", "Biên niên sự kiện lịch sử Đảng bộ", "Kỷ yếu", "Lịch sử"),
      fc.constantFrom(" xã", " X.", " TT.", " thị trấn", " phường", " huyện", ""),
      fc.constantFrom(
        " An Lạc",
        " An Lac",
        " Thống Nhât",
        " Thanh Nhật",
        " Vinh Quý",
        " Canh Tân",
        " Canh Tânn",
        " Việt Chu",
        " Hưng Đạo",
        " Hạ Lang",
        " Không Có Tên",
        ""
      ),
      fc.constantFrom("", " (1948 - 2020)", " giai đoạn 2020 - 1948", ", huyện Hạ Lang", " và xã Thị Hoa")
    )
    .map((parts) => parts.join(""))
);
const mark = spelled(
  fc.constantFrom(
    "x",
    "X",
    "✓",
    "8/2022",
    "lần 2, 15/8/2022",
    "chưa",
    "-",
    "dự kiến 2024",
    "cuối năm 2022",
    "31/6/22"
  )
);
const funds = fc.oneof(
  spelled(fc.constantFrom("50.000.000", "50 triệu", "50,000,000 đ", "0,5 tỷ", "nhiều")),
  fc.constantFrom(50_000_000, 120, -1)
);
const workRow = fc.tuple(
  ordinal,
  sometimesStray(title),
  sometimesStray(mark),
  sometimesStray(mark),
  sometimesStray(mark),
  sometimesStray(mark),
  sometimesStray(funds)
);

const tables: fc.Arbitrary<WorkbookContent> = fc
  .record({
    unit: fc.constantFrom("ha-lang", "thach-an", "cong-an", undefined),
    documents: fc.array(documentRow, { maxLength: 12 }),
    works: fc.array(workRow, { maxLength: 12 }),
    hiddenRows: fc.array(fc.nat(12), { maxLength: 2 }),
  })
  .map(({ unit, documents, works, hiddenRows }) =>
    workbook({
      unit,
      file: "bieu.xlsx",
      sheets: [{ ...documentsGrid(documents), hiddenRows }, worksGrid(works)],
    })
  );

const fixable = (findings: readonly Finding[]) => findings.filter(({ fix }) => fix !== undefined);

/**
 * A cell that is wrong in several ways is offered one correction after the other, a pass for each; and a column whose
 * other dates have been corrected may show that one more was exchanged.
 */
const MOST_PASSES = 3;

test("fixing what can be fixed leaves nothing of it", () => {
  fc.assert(
    fc.property(tables, (content) => {
      let current = content;
      let found = fixable(check(current));
      const passes = [found];
      while (found.length > 0 && passes.length <= MOST_PASSES) {
        current = applyFixes(current, found);
        found = fixable(check(current));
        passes.push(found);
      }
      expect({ passes, left: found }).toEqual({ passes, left: [] });
    }),
    { numRuns: 150, seed: SEED }
  );
});

test("one kind of correction leaves nothing of its kind in one pass, and touches no other cell", () => {
  fc.assert(
    fc.property(tables, fc.nat(), (content, choice) => {
      const found = fixable(check(content));
      const kinds = [...new Set(found.map(({ rule }) => rule))];
      const kind = kinds[choice % Math.max(kinds.length, 1)];
      const ofKind = found.filter(({ rule }) => rule === kind);
      const fixed = applyFixes(content, ofKind);
      expect(fixable(check(fixed)).filter(({ rule }) => rule === kind)).toEqual([]);
      expect(changedCells(content, fixed)).toEqual(new Set(ofKind.map(placeOf)));
    }),
    { numRuns: 150, seed: SEED }
  );
});

test("a table without findings stays untouched", () => {
  const clean = workbook({
    unit: "ha-lang",
    sheets: [
      documentsGrid([[1, "01-KH/HU", "1/2/2022", "Kế hoạch thực hiện Đề án", "Huyện uỷ Hạ Lang"]]),
      worksGrid([[1, "Lịch sử Đảng bộ xã An Lạc (1948 - 2020)", "8/2022", null, null, null, 50_000_000]]),
    ],
  });
  const found = check(clean);
  expect(fixable(found)).toEqual([]);
  expect(applyFixes(clean, found)).toEqual(clean);
});

test("checking never throws, whatever a sheet holds", () => {
  const anySheet: fc.Arbitrary<Grid> = fc
    .record({
      header: fc.shuffledSubarray([
        ..."TT,Số văn bản,Thời gian,Trích yếu nội dung văn bản,Cơ quan ban hành,Tên công trình".split(","),
        ..."Đã xuất bản (thời gian),Đang tiến hành biên soạn,Kinh phí xã hội hóa,Ghi chú".split(","),
      ]),
      rows: fc.array(fc.array(fc.oneof(stray, empty, title, mark, number, date, funds), { maxLength: 9 }), {
        maxLength: 9,
      }),
      top: fc.nat(3),
      left: fc.nat(3),
      hidden: fc.boolean(),
    })
    .map(({ header, rows, ...place }) => grid([header, ...rows], place));
  fc.assert(
    fc.property(fc.array(anySheet, { maxLength: 2 }), fc.constantFrom("vi", "en"), (sheets, language) => {
      const content = workbook({ file: "bieu.xlsx", sheets });
      const { findings } = checkWorkbook(content, { ...options, language });
      expect(() => applyFixes(content, findings)).not.toThrow();
    }),
    { numRuns: 300, seed: SEED }
  );
});

test("a finding says where it is, what was found and what to do", () => {
  const titles = new Set(deAn02.forms.flatMap(({ columns }) => columns.map((column) => column.title)));
  fc.assert(
    fc.property(tables, fc.constantFrom("vi", "en"), (content, language) => {
      for (const finding of checkWorkbook(content, { ...options, language }).findings) {
        const sheet = content.sheets.find(({ sheet: name }) => name === finding.sheet);
        expect(finding).toMatchObject({
          rule: expect.stringMatching(/^[a-z]+(-[a-z]+)+$/) as unknown,
          file: "bieu.xlsx",
          cell: expect.stringMatching(/^[A-Z]+[1-9]\d*$/) as unknown,
        });
        expect(sheet).toBeDefined();
        expect(finding.cell.replace(/\D/g, "")).toBe(String(finding.row));
        expect(titles.has(finding.column) || finding.column === "").toBe(true);
        expect(finding.message).not.toMatch(/^$|\{\w+\}(?!”)|undefined|null/);
        if (finding.fix) expect(finding.fix.value).not.toBe(finding.value);
        // Legacy fonts are read as Unicode before anything is found.
        if (finding.fix && sheet && finding.column !== SUBJECT)
          expect(finding.value).toBe(valueAt(sheet, finding));
      }
    }),
    { numRuns: 150, seed: SEED }
  );
});

const SUBJECT = "Trích yếu nội dung văn bản";

function placeOf({ sheet, cell }: Finding): string {
  return `${sheet}!${cell}`;
}

function valueAt(sheet: Grid, { cell, row }: Finding): string {
  const column = sheet.left + Math.max(0, cell.charCodeAt(0) - 65 - sheet.left);
  return cellText(cellAt(sheet, row - 1, column));
}

function changedCells(before: WorkbookContent, after: WorkbookContent): ReadonlySet<string> {
  return new Set(
    before.sheets.flatMap((sheet, index) =>
      sheet.values.flatMap((row, y) =>
        row.flatMap((value, x) =>
          value === after.sheets[index]?.values[y]?.[x]
            ? []
            : [`${sheet.sheet}!${cellAddress(sheet.top + y, sheet.left + x)}`]
        )
      )
    )
  );
}
