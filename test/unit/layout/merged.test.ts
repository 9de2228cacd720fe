import type { MergedState, WorkFacts } from "../../../src/domain/merge/state";
import { computeProgress } from "../../../src/domain/progress/progress";
import { mergedWorkbook } from "../../../src/layout/merged";
import { LAST_FORMULA_ROW } from "../../../src/layout/formulas";
import { TABLE_HEADER_ROW } from "../../../src/layout/mergedTables";
import type { CellContent, FormulaContent, SheetSpec, WorkbookSpec } from "../../../src/layout/sheetSpec";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { deAn02, type Round } from "../../../src/schemes";
import { EXCLUSION_NAMES, mergedColumns } from "../../../src/schemes/mergedColumns";
import { sampleState } from "./sampleState";

const round = deAn02.round("khao-sat-2023") as Round;
const asOf = "2023-05-30";

function merged(state: MergedState): WorkbookSpec {
  return mergedWorkbook({
    state,
    scheme: deAn02,
    round,
    asOf,
    figures: computeProgress(state, { scheme: deAn02, asOf }),
  });
}

function emptyState(): MergedState {
  return {
    ...sampleState(),
    documents: [],
    works: [],
    base: [],
    journal: [],
    shares: [],
    communesWithBook: [],
  };
}

function sheet(spec: WorkbookSpec, name: string): SheetSpec {
  const found = spec.sheets.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

/** Contents of a sheet by row and column. */
function contents({ blocks }: SheetSpec): CellContent[][] {
  const rows: CellContent[][] = [];
  for (const block of blocks) {
    block.rows.forEach((row, offset) => {
      const target = (rows[block.top + offset] ??= []);
      row.forEach((content, column) => (target[block.left + column] = content));
    });
  }
  return Array.from(rows, (row) => Array.from(row ?? [], (content) => content ?? null));
}

function formulas(spec: WorkbookSpec): FormulaContent[] {
  return spec.sheets.flatMap((one) =>
    contents(one)
      .flat()
      .filter(
        (content): content is FormulaContent =>
          typeof content === "object" && content !== null && "formula" in content
      )
  );
}

/** A column of `Tổng hợp 02` as the results that it shows. */
function workColumn(spec: WorkbookSpec, key: string): CellContent[] {
  const column = mergedColumns(deAn02, "bieu-02").findIndex((candidate) => candidate.key === key);
  return contents(sheet(spec, "Tổng hợp 02"))
    .slice(TABLE_HEADER_ROW + 1)
    .map((row) => {
      const content = row[column] ?? null;
      return typeof content === "object" && content !== null && "formula" in content
        ? (content.result ?? null)
        : content;
    });
}

const spec = merged(sampleState());

test("the sheets of the merged workbook, the base of the merge out of sight", () => {
  expect(spec.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["Tiến độ", "visible"],
    ["Tổng hợp 01", "visible"],
    ["Tổng hợp 02", "visible"],
    ["Chỉ tiêu", "visible"],
    ["Theo xã mới", "visible"],
    ["Diễn biến", "visible"],
    ["Nhật ký", "visible"],
    ["Bản gốc", "veryHidden"],
  ]);
  expect(spec.activeSheet).toBe("Tiến độ");
  expect(spec.properties).toEqual({
    "BieuSu.Scheme": "de-an-02",
    "BieuSu.Round": "khao-sat-2023",
    "BieuSu.Merged": "1",
  });
});

test("official columns come first, with the headings as printed", () => {
  const header = (name: string) => contents(sheet(spec, name))[TABLE_HEADER_ROW];
  expect(header("Tổng hợp 01")).toEqual([
    "TT",
    "Số văn bản",
    "Thời gian",
    "Trích yếu nội dung văn bản",
    "Cơ quan ban hành",
    "Đơn vị",
    "Tệp nguồn",
    "Trang nguồn",
    "Dòng nguồn",
    "Khóa",
  ]);
  expect(header("Tổng hợp 02")).toEqual([
    "TT",
    "Tên công trình",
    "Đã xuất bản (thời gian)",
    "Đã thông qua Hội đồng thẩm định",
    "Đã tổ chức hội thảo bản thảo",
    "Đang tiến hành biên soạn",
    "Kinh phí xã hội hóa",
    "Đơn vị",
    "Mã xã",
    "Giai đoạn",
    "Tính",
    "Tệp nguồn",
    "Trang nguồn",
    "Dòng nguồn",
    "Nhóm",
    "Loại",
    "Kinh phí (đồng)",
    "Lý do không tính",
    "Chủ thể",
    "Bậc",
    "Khóa",
  ]);
});

test("a subject counts once: its highest stage, a history before other kinds, the first of equals", () => {
  const state = sampleState();
  const counts = workColumn(spec, "counts");
  const subjects = new Map<string, number>();
  state.works.forEach(({ facts }, index) => {
    if (counts[index] === 1) subjects.set(facts.subject, (subjects.get(facts.subject) ?? 0) + 1);
    if (facts.exclusion !== null) expect(counts[index]).toBe(0);
  });
  expect(Array.from(subjects.values()).every((count) => count === 1)).toBe(true);
  const countable = state.works
    .filter(({ facts }) => facts.exclusion === null)
    .map(({ facts }) => facts.subject);
  expect(new Set(subjects.keys())).toEqual(new Set(countable));
});

test("ranks order stages first, then kinds, then rows", () => {
  const [template] = sampleState().works.filter(({ facts }) => facts.exclusion === null);
  if (template === undefined) throw new Error("no row");
  const rowsOf = (
    [
      "compiling history",
      "workshop chronicle",
      "workshop history",
      "published chronicle",
      "published chronicle",
    ] as const
  ).map((text) => {
    const [stage, kind] = text.split(" ") as [
      "compiling" | "workshop" | "published",
      "history" | "chronicle",
    ];
    return { ...template, facts: { ...template.facts, stage, kind } };
  });
  const ranks = workColumn(merged({ ...emptyState(), works: rowsOf }), "rank") as number[];
  expect(ranks).toEqual([3_000_000 - 4, 4_000_000 - 5, 5_000_000 - 6, 8_000_000 - 7, 8_000_000 - 8]);
  expect(workColumn(merged({ ...emptyState(), works: rowsOf }), "counts")).toEqual([0, 0, 0, 1, 0]);
});

test("the reason why a row does not count is in words, and empty where it counts", () => {
  const reasons = workColumn(spec, "exclusion");
  sampleState().works.forEach(({ facts }, index) => {
    expect(reasons[index]).toBe(facts.exclusion === null ? "" : EXCLUSION_NAMES[facts.exclusion]);
  });
});

test("the reason that is one of published works only follows the stage", () => {
  const column = mergedColumns(deAn02, "bieu-02").findIndex(({ key }) => key === "exclusion");
  const formulaOf = (published: string, facts: Partial<WorkFacts>): string => {
    const [template] = sampleState().works.filter(({ facts: own }) => own.exclusion === null);
    if (template === undefined) throw new Error("no row");
    const work = {
      ...template,
      cells: { ...template.cells, published },
      facts: { ...template.facts, ...facts },
    };
    const rows = contents(sheet(merged({ ...emptyState(), works: [work] }), "Tổng hợp 02"));
    return (rows[TABLE_HEADER_ROW + 1]?.[column] as FormulaContent).formula;
  };
  const { published } = deAn02.stageNames;
  const onlyIf = (reason: keyof typeof EXCLUSION_NAMES) => `="${published}","${EXCLUSION_NAMES[reason]}","")`;
  const future = { stage: "published", exclusion: "future" } as const;
  expect(formulaOf("15/8/2023", future)).toContain(onlyIf("future"));
  expect(formulaOf("15/8/2023", { stage: "appraised", exclusion: null })).toContain(onlyIf("future"));
  expect(formulaOf("2019", { stage: null, exclusion: "no-stage" })).toContain(onlyIf("before-scheme"));
  expect(formulaOf("8/2022", { stage: "appraised", exclusion: null })).not.toContain(published);
});

test("what districts wrote is text, never a formula", () => {
  const titles = workColumn(spec, "title");
  expect(titles).toContain('=HYPERLINK("http://vi.du")');
  expect(contents(sheet(spec, "Tổng hợp 01")).flat()).toContain("=1+1");
  const written = formulas(spec).map(({ formula }) => formula);
  expect(written.some((formula) => formula.includes("HYPERLINK") || formula === "=1+1")).toBe(false);
});

test("dates stay true dates, amounts are shown as amounts", () => {
  expect(workColumn(spec, "published")).toContainEqual({ date: "2022-08-15" });
  const formats = sheet(spec, "Tổng hợp 02").styles.flatMap(({ area, style }) =>
    style.numberFormat === "#,##0" && area.left === 6 ? [area] : []
  );
  const amounts = workColumn(spec, "funds").flatMap((content, index) =>
    typeof content === "number" ? [index] : []
  );
  const covered = formats.flatMap(({ top, bottom }) =>
    Array.from({ length: bottom - top + 1 }, (_, offset) => top + offset - TABLE_HEADER_ROW - 1)
  );
  expect(covered).toEqual(amounts);
});

test("every formula has the product's own figure as its result and fits a cell", () => {
  for (const { formula, result } of formulas(spec)) {
    expect(result).toBeDefined();
    expect(formula.startsWith("=")).toBe(true);
    expect(formula.length).toBeLessThan(8192);
    expect(formula).not.toContain("undefined");
  }
});

test("formulas of Tiến độ look at all rows of Tổng hợp 02, and at room for more", () => {
  const ranges = contents(sheet(spec, "Tiến độ"))
    .flat()
    .flatMap((content) =>
      typeof content === "object" && content !== null && "formula" in content ? [content.formula] : []
    )
    .flatMap((formula) => formula.match(/'Tổng hợp 02'!\$[A-Z]+\$(\d+):\$[A-Z]+\$(\d+)/g) ?? []);
  expect(ranges.length).toBeGreaterThan(0);
  for (const range of new Set(ranges)) {
    expect(range).toMatch(new RegExp(`\\$${TABLE_HEADER_ROW + 2}:\\$[A-Z]+\\$${LAST_FORMULA_ROW}$`));
  }
});

test("Tiến độ states the difference of the shares, and that unit percentages are provisional", () => {
  const rows = contents(sheet(spec, "Tiến độ"));
  const results = rows
    .flat()
    .flatMap((content) =>
      typeof content === "object" && content !== null && "formula" in content ? [content.result] : []
    );
  expect(results).toContainEqual(expect.stringContaining("là 152, toàn tỉnh là 146, lệch 6:"));
  expect(results).toContain("tạm tính");
  const agreeing = merged({
    ...sampleState(),
    shares: sampleState().shares.map((share) => (share.unit === "thach-an" ? { ...share, typed: 8 } : share)),
  });
  const agreed = formulas(agreeing).map(({ result }) => result);
  expect(agreed).toContain("Tổng số xã phải biên soạn của các đơn vị khớp với số của toàn tỉnh.");
  expect(agreed).not.toContain("tạm tính");
});

test("Chỉ tiêu lists the 161 communes and the ten districts, known ticks and fixed shares included", () => {
  const rows = contents(sheet(spec, "Chỉ tiêu"));
  expect(rows.filter((row) => /^\d{5}$/.test(String(row[1])))).toHaveLength(161);
  expect(rows.filter((row) => row[4] === "x").map(([name]) => name)).toEqual([
    "Đề Thám",
    "Phong Châu",
    "Hưng Đạo",
  ]);
  const fixed = rows.filter((row) => typeof row[6] === "number").map((row) => [row[0], row[6]]);
  expect(fixed).toEqual([
    ["Huyện uỷ Bảo Lạc", 17],
    ["Huyện uỷ Hà Quảng", 21],
    ["Huyện uỷ Quảng Hòa", 19],
  ]);
});

test("an empty state still has its tables, with one blank row, and opens", async () => {
  const empty = merged(emptyState());
  const tables = empty.sheets.flatMap(({ tables: own }) => own);
  expect(tables.map(({ name, area }) => [name, area.top, area.bottom])).toEqual([
    ["TongHop01", TABLE_HEADER_ROW, TABLE_HEADER_ROW + 1],
    ["TongHop02", TABLE_HEADER_ROW, TABLE_HEADER_ROW + 1],
    ["NhatKy", TABLE_HEADER_ROW, TABLE_HEADER_ROW + 1],
  ]);
  expect((await readWorkbook(await writeWorkbook(empty), "m.xlsx")).ok).toBe(true);
});

test("table headings are unique, whatever their case", () => {
  for (const { tables, blocks, name } of spec.sheets) {
    for (const { area } of tables) {
      const header = contents({ blocks } as SheetSpec)[area.top]?.slice(area.left, area.right + 1) ?? [];
      const keys = header.map((heading) => String(heading).toLocaleLowerCase("vi"));
      expect([name, new Set(keys).size]).toEqual([name, keys.length]);
    }
  }
});

test("lists and messages keep within what Excel accepts", () => {
  for (const { validations } of spec.sheets) {
    for (const { rule, prompt, alert } of validations) {
      if (rule.kind === "list") {
        expect(rule.values.join(",").length).toBeLessThanOrEqual(255);
        expect(rule.values.some((value) => value.includes(","))).toBe(false);
      }
      expect(prompt?.title.length ?? 0).toBeLessThanOrEqual(32);
      expect(prompt?.message.length ?? 0).toBeLessThanOrEqual(255);
      expect(alert?.title.length ?? 0).toBeLessThanOrEqual(32);
      expect(alert?.message.length ?? 0).toBeLessThanOrEqual(225);
    }
  }
});

test("blocks of a sheet do not overlap", () => {
  for (const { name, blocks } of spec.sheets) {
    const seen = new Set<string>();
    for (const block of blocks) {
      block.rows.forEach((row, rowOffset) =>
        row.forEach((_, columnOffset) => {
          const key = `${name} ${block.top + rowOffset},${block.left + columnOffset}`;
          expect(seen.has(key)).toBe(false);
          seen.add(key);
        })
      );
    }
  }
});
