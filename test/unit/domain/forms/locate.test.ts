import fc from "fast-check";
import type { CellValue, Grid } from "../../../../src/domain/grid";
import { matchHeading, vocabularyOf } from "../../../../src/domain/forms/headings";
import { type LocatedForm, locateForms, surveySheet } from "../../../../src/domain/forms/locate";
import { isManualMapping, manualMapping } from "../../../../src/domain/forms/mapping";
import { readRows } from "../../../../src/domain/forms/readRows";
import { deAn02 } from "../../../../src/schemes";
import { grid } from "../../../support/grids";
import { OTHER_TABLES } from "./otherTables";

const survey = (sheet: Grid) => surveySheet(sheet, deAn02.forms);
const locate = (sheet: Grid) => locateForms(sheet, deAn02.forms);

/** Headings as units have written them, by column; not taken from the scheme. */
const WRITTEN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "bieu-01": {
    ordinal: ["TT", "STT", "Số TT", "Số thứ tự", "T.T", "S TT"],
    number: [
      "Số văn bản",
      "Số, ký hiệu văn bản",
      "Số/ký hiệu VB",
      "Số kí hiệu",
      "Ký hiệu văn bản",
      "Số hiệu VB",
      "Số và ký hiệu của văn bản",
    ],
    date: [
      "Thời gian",
      "Thời gian ban hành",
      "Ngày, tháng, năm ban hành",
      "Ngày ban hành VB",
      "Ngày tháng văn bản",
      "Ngày/tháng/năm",
    ],
    subject: [
      "Trích yếu nội dung văn bản",
      "Trích yếu ND",
      "Tên loại, trích yếu nội dung văn bản",
      "Nội dung trích yếu",
      "Tên văn bản, trích yếu",
      "Trích yếu về nội dung",
    ],
    issuer: [
      "Cơ quan ban hành",
      "CQ ban hành",
      "Cơ quan, đơn vị ban hành văn bản",
      "Đơn vị BH",
      "Nơi ban hành",
      "Cơ quan BH văn bản",
    ],
  },
  "bieu-02": {
    ordinal: ["TT", "STT", "Số TT", "Số thứ tự", "tt"],
    title: [
      "Tên công trình",
      "Tên công trình lịch sử Đảng bộ",
      "Tên sách",
      "Tên các công trình nghiên cứu",
      "Công trình lịch sử",
      "Tên CT lịch sử",
    ],
    published: [
      "Đã xuất bản (thời gian)",
      "Đã xuất bản (ghi rõ thời gian)",
      "Đã XB",
      "Đã in, phát hành",
      "Thời gian xuất bản",
      "Đã xuất bản, tháng/năm",
      "Mức độ hoàn thành: Đã xuất bản",
    ],
    appraised: [
      "Đã thông qua Hội đồng thẩm định",
      "Đã thông qua HĐTĐ",
      "Đã được Hội đồng thẩm định thông qua",
      "Đã thẩm định",
      "Đã họp HĐ thẩm định",
    ],
    workshop: [
      "Đã tổ chức hội thảo bản thảo",
      "Đã hội thảo",
      "Đã tổ chức HT",
      "Đã tổ chức hội thảo khoa học",
      "Hội thảo (lần 1, lần 2)",
    ],
    compiling: [
      "Đang tiến hành biên soạn",
      "Đang biên soạn",
      "Đang BS",
      "Đang sưu tầm tài liệu, biên soạn",
      "Đang tiến hành biên soạn (chưa hoàn thành bản thảo)",
    ],
    funds: [
      "Kinh phí xã hội hóa",
      "KP XHH",
      "Kinh phí xã hội hoá (triệu đồng)",
      "Số tiền xã hội hóa",
      "Kinh phí huy động từ nguồn xã hội hoá",
      "Nguồn kinh phí XHH (đồng)",
    ],
  },
};

/** Columns that units add. */
const ADDED = ["Ghi chú", "Chủ biên", "Xã", "Năm bắt đầu", "Nơi lưu trữ", "Người phụ trách", "Link"];

const TYPED: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.replaceAll(" ", "\n"),
  (text) => text.replace(" ", "\r\n"),
  (text) => `  ${text.replaceAll(" ", "\u00a0 ")} `,
  (text) => text.normalize("NFD"),
  (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D"),
  (text) => text.replaceAll("hóa", "hoá").replaceAll("hoá", "hóa").replaceAll("Đ", "\u00d0"),
  (text) => `${text}:`,
  (text) => `${text} (*)`,
  (text) => `${text} *`,
];

interface Mutated {
  readonly form: string;
  readonly sheet: Grid;
  /** Zero-based sheet columns by key. */
  readonly columns: Readonly<Record<string, number>>;
  readonly headerTop: number;
}

const mutated: fc.Arbitrary<Mutated> = fc.constantFrom(...Object.keys(WRITTEN)).chain((form) => {
  const keys = Object.keys(WRITTEN[form] ?? {});
  return fc
    .record({
      order: fc.shuffledSubarray(keys, { minLength: keys.length }),
      headings: fc.tuple(...keys.map((key) => fc.constantFrom(...(WRITTEN[form]?.[key] ?? [])))),
      typed: fc.array(fc.constantFrom(...TYPED), { minLength: keys.length, maxLength: keys.length }),
      added: fc.array(fc.tuple(fc.nat({ max: keys.length }), fc.constantFrom(...ADDED)), { maxLength: 3 }),
      titles: fc.nat({ max: 6 }),
      top: fc.nat({ max: 3 }),
      left: fc.nat({ max: 3 }),
    })
    .map(({ order, headings, typed, added, titles, top, left }) => {
      const cells: { key: string | null; text: string }[] = order.map((key) => {
        const at = keys.indexOf(key);
        return { key, text: typed[at]?.(headings[at] ?? "") ?? "" };
      });
      for (const [at, text] of added) cells.splice(at, 0, { key: null, text });
      const above = Array.from({ length: titles }, (_, row): CellValue[] =>
        row % 2 === 0 ? ["BIỂU TỔNG HỢP CỦA HUYỆN UỶ HẠ LANG"] : []
      );
      const data: CellValue[] = cells.map((_, index) => (index === 0 ? 1 : "x"));
      return {
        form,
        sheet: grid([...above, cells.map(({ text }) => text), data], { top, left }),
        columns: Object.fromEntries(
          cells.flatMap(({ key }, index) => (key === null ? [] : [[key, left + index]]))
        ),
        headerTop: top + titles,
      };
    });
});

test("200 headers with other words, order, tones, case, line breaks and columns are located", () => {
  fc.assert(
    fc.property(mutated, ({ form, sheet, columns, headerTop }) => {
      const located = locate(sheet);
      expect(located.map((found) => found.form.id)).toEqual([form]);
      const [found] = located;
      expect(found?.headerTop).toBe(headerTop);
      expect(
        Object.fromEntries(Object.entries(found?.columns ?? {}).map(([key, { column }]) => [key, column]))
      ).toEqual(columns);
    }),
    { numRuns: 200, seed: 154, endOnFailure: true }
  );
});

describe("what is not a form", () => {
  test("there are at least fifty tables to try", () => {
    expect(new Set(OTHER_TABLES.map(([name]) => name)).size).toBeGreaterThanOrEqual(50);
  });

  test.each(OTHER_TABLES)("%s", (_, rows) => {
    const title = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"];
    expect(locate(grid([title, [], ...rows])).map(({ form }) => form.id)).toEqual([]);
  });
});

describe("what resembles a form", () => {
  const header = ["TT", "Tên công trình", "Mức độ", "Đã xuất bản", "Đang hoàn thiện bản thảo", "Ghi chú"];

  test("is shown with what was recognised and what was not", () => {
    const { located, nearMisses } = survey(
      grid([["Biểu 2"], header, [1, "Lịch sử Đảng bộ xã A", "", "x"]], { top: 3, left: 1 })
    );
    expect(located).toEqual([]);
    expect(nearMisses).toMatchObject([
      {
        form: "bieu-02",
        sheet: "Sheet1",
        headerTop: 4,
        left: 1,
        right: 6,
        columns: { title: { column: 2, heading: "Tên công trình" }, published: { column: 4 } },
        missing: ["appraised", "workshop", "compiling", "funds"],
        unmapped: [
          { column: 3, heading: "Mức độ" },
          { column: 5, heading: "Đang hoàn thiện bản thảo" },
          { column: 6, heading: "Ghi chú" },
        ],
        reason: "columns-missing",
      },
    ]);
    expect(JSON.parse(JSON.stringify(nearMisses))).toEqual(nearMisses);
  });

  test("a typing error is proposed, not believed", () => {
    const [nearMiss] = survey(
      grid([["STT", "Số văn bản", "Ngày ban hành", "Tríh yếu nội dug văn bản", "Nơi ban hành"]])
    ).nearMisses;
    expect(nearMiss).toMatchObject({ form: "bieu-01", missing: ["subject"], proposed: { subject: 3 } });
  });

  test("a register of documents is another table", () => {
    const [, rows] = OTHER_TABLES[0] ?? ["", []];
    expect(survey(grid(rows)).nearMisses).toMatchObject([{ form: "bieu-01", reason: "other-table" }]);
  });

  test("a single heading is chance, and a form that was located is not missed", () => {
    expect(survey(grid([["TT", "Tên công trình", "Địa điểm"]])).nearMisses).toEqual([]);
    const rows = [
      ["TT", "Số văn bản", "Thời gian", "Trích yếu", "Cơ quan"],
      [1],
      ["Số văn bản", "Thời gian"],
    ];
    expect(survey(grid(rows)).nearMisses).toEqual([]);
  });
});

describe("mapping by hand", () => {
  const rows = [
    ["Kết quả của huyện"],
    ["STT", "Tên", "In xong", "Đang làm", "Tiền"],
    [1, "Lịch sử Đảng bộ xã An Lạc", "8/2022", null, 50],
  ];
  const sheet = grid(rows, { sheet: "KQ", top: 2, left: 1 });
  const mapping = manualMapping(sheet, "bieu-02", 3, { title: 2, published: 3, compiling: 4, funds: 5 });
  const located = (now: Grid) => locateForms(now, deAn02.forms, [mapping]);

  test("makes a form of a sheet whose headings say nothing", () => {
    const [found] = located(sheet);
    expect(found).toMatchObject({
      byHand: true,
      headerTop: 3,
      headerBottom: 3,
      columns: { title: { column: 2, heading: "Tên" }, funds: { column: 5, heading: "Tiền" } },
    });
    expect(found?.missing.map(({ key }) => key)).toEqual(["ordinal", "appraised", "workshop"]);
    expect(readRows(found as LocatedForm, 5).rows).toMatchObject([
      { row: 4, cells: { title: "Lịch sử Đảng bộ xã An Lạc", published: "8/2022", funds: 50 } },
    ]);
  });

  test("is kept as text and holds for the next file, wherever its headings stand", () => {
    const kept: unknown = JSON.parse(JSON.stringify(mapping));
    expect(isManualMapping(kept) && kept).toEqual(mapping);
    const later = grid([[], [], [], ...rows], { sheet: "KQ", left: 1 });
    expect(located(later)).toMatchObject([{ byHand: true, headerTop: 4 }]);
    expect(located({ ...later, sheet: "lan-2" })).toMatchObject([{ byHand: true, headerTop: 4 }]);
  });

  test("without any heading it holds for a sheet of the same name only", () => {
    const bare = manualMapping(grid([[], ["Sách", 2022]], { sheet: "KQ" }), "bieu-02", 0, { title: 0 });
    const now = grid([[], ["Sách", 2022]], { sheet: "KQ" });
    expect(locateForms(now, deAn02.forms, [bare])).toMatchObject([{ byHand: true }]);
    expect(locateForms({ ...now, sheet: "Khác" }, deAn02.forms, [bare])).toEqual([]);
  });

  test.each([
    ["other headings", grid([["STT", "Tên", "Đang làm", "In xong", "Tiền"]], { sheet: "KQ", left: 1 })],
    ["nothing on the sheet", grid([], { sheet: "KQ" })],
  ])("does not hold for %s", (_, now) => {
    expect(located(now)).toEqual([]);
  });

  test("goes before what the headings say", () => {
    const header = ["TT", "Tên công trình", "Đã xuất bản", "Đang biên soạn", "Xuất bản năm"];
    const now = grid([header, [1, "a", "x", "y", "2022"]]);
    const other = manualMapping(now, "bieu-02", 0, { title: 1, published: 4, compiling: 3 });
    const found = locateForms(now, deAn02.forms, [other]);
    expect(found).toHaveLength(1);
    expect(found[0]?.columns["published"]?.column).toBe(4);
  });

  test.each([
    null,
    "x",
    {},
    { ...mapping, headerRow: -1 },
    { ...mapping, headerRow: "1" },
    { ...mapping, columns: { title: 1.5 } },
    { ...mapping, headings: null },
  ])("%j is none", (value) => {
    expect(isManualMapping(value)).toBe(false);
  });

  test("names of columns that the form does not have are ignored", () => {
    const odd = manualMapping(sheet, "bieu-02", 3, { title: 2, constructor: 3, ["__proto__x"]: 4 });
    expect(Object.keys(locateForms(sheet, deAn02.forms, [odd])[0]?.columns ?? {})).toEqual(["title"]);
  });
});

test("no two columns of a form share a heading", () => {
  for (const form of deAn02.forms) {
    const headings = form.columns.flatMap((column) =>
      [column.title, ...column.synonyms].map((heading) => [heading, column.key] as const)
    );
    const vocabulary = vocabularyOf(form);
    expect(headings.map(([heading]) => matchHeading(heading, vocabulary)?.column.key)).toEqual(
      headings.map(([, key]) => key)
    );
  }
});
