import fc from "fast-check";
import type { CellValue, WorkbookContent } from "../../../../src/domain/grid";
import { applyFixes } from "../../../../src/domain/applyFixes";
import { type MergeOptions, planMerge } from "../../../../src/domain/merge/plan";
import type { Exclusion, MergedState } from "../../../../src/domain/merge/state";
import { computeFunding } from "../../../../src/domain/progress/funding";
import { computeProgress } from "../../../../src/domain/progress/progress";
import { readMoney } from "../../../../src/domain/values/money";
import { deAn02, type Stage } from "../../../../src/schemes";
import { documentsGrid, grid, WORK_GROUPS, WORK_STAGES, workbook, worksGrid } from "../../../support/grids";

const plan = (workbooks: readonly WorkbookContent[], options: Partial<MergeOptions> = {}) =>
  planMerge({ previous: null, workbooks, scheme: deAn02, asOf: "2023-06-30", language: "vi", ...options });

type Work = readonly [title: string, published?: CellValue, workshop?: CellValue, funds?: CellValue];

function haLang(works: readonly Work[], parts: { file?: string; modified?: string | null } = {}) {
  const rows = works.map(([title, published = null, workshop = null, funds = null], index) => [
    index + 1,
    title,
    published,
    null,
    workshop,
    null,
    funds,
  ]);
  return workbook({ unit: "ha-lang", sheets: [worksGrid(rows)], ...parts });
}

const AN_LAC = "Lịch sử Đảng bộ xã An Lạc";
const THI_HOA = "Lịch sử Đảng bộ xã Thị Hoa";

const titles = (state: MergedState) => state.works.map(({ cells }) => cells["title"]);

test("rows of several units are merged with their provenance", () => {
  const documents = documentsGrid([[1, "01-KH/HU", "1/2/2022", "Kế hoạch", "Huyện uỷ Thạch An"]]);
  const { state, accounted } = plan([
    workbook({ unit: "thach-an", file: "thach-an.xlsx", sheets: [documents] }),
    haLang([[AN_LAC, "8/2022", null, "50 triệu"]], { file: "ha-lang.xlsx" }),
  ]);
  expect(accounted).toEqual({ read: 2, merged: 2, duplicate: 0, rejected: 0 });
  expect(state.works[0]).toMatchObject({
    unit: "ha-lang",
    source: { file: "ha-lang.xlsx", sheet: "Biểu 02", row: 3 },
    facts: { stage: "published", commune: "01555", funds: 50_000_000, exclusion: null },
  });
  expect(state.documents).toHaveLength(1);
});

test.each<[CellValue, Exclusion | null]>([
  ["Trước năm 2021", "before-scheme"],
  ["Đầu năm 2020", "before-scheme"],
  ["8/19", "before-scheme"],
  ["8/23", "future"],
  ["Cuối năm 2023", "future"],
  ["sau năm 2023", "future"],
  ["cuối năm 2022", null],
  ["trước năm 2022", null],
  ["giữa năm 2023", null],
  ["8/22", null],
])("published “%s”: %s", (published, exclusion) => {
  const { state } = plan([haLang([[AN_LAC, published]])]);
  expect(state.works[0]?.facts).toMatchObject({ stage: "published", exclusion });
});

test.each<[CellValue, CellValue, Stage, Exclusion | null]>([
  ["15/8/2023", "x", "workshop", null],
  ["Cuối năm 2023", "lần 2", "workshop", null],
  ["15/8/2023", "chưa", "published", "future"],
  ["15/8/2023", "dự kiến 7/2023", "published", "future"],
  ["2019", "x", "published", "before-scheme"],
  ["8/2022", "x", "published", null],
])("published “%s”, workshop “%s”: the stage that holds is %s", (published, workshop, stage, exclusion) => {
  const { state, files } = plan([haLang([[AN_LAC, published, workshop]])]);
  expect(state.works[0]?.facts).toMatchObject({ stage, exclusion });
  const isLate = files.some(({ findings }) =>
    findings.some(({ rule }) => rule === "published-after-cut-off")
  );
  expect(isLate).toBe(stage === "workshop" || exclusion === "future");
});

test("a publication still to come counts once its day is past", () => {
  const file = haLang([[AN_LAC, "15/8/2023", "x"]]);
  const first = plan([file]);
  const later = { round: deAn02.round("hang-nam-2023") ?? null, asOf: "2023-12-10" };
  const then = plan([haLang([[THI_HOA, "2022"]])], { previous: first.state, ...later });
  expect(then.state.works.find(({ cells }) => cells["title"] === AN_LAC)?.facts).toMatchObject({
    stage: "published",
    exclusion: null,
  });
});

test.each<[CellValue, Stage, Exclusion | null]>([
  ["15/8/2023", "published", "future"],
  ["15/8/2023", "appraised", null],
  ["8/2022", "workshop", null],
  ["2019", "workshop", null],
])("published “%s”: the province's word that the stage is %s stays", (published, stage, exclusion) => {
  const { state } = plan([haLang([[AN_LAC, published, "x"]])]);
  const corrected: MergedState = {
    ...state,
    works: state.works.map((work) => ({ ...work, facts: { ...work.facts, stage } })),
  };
  const again = plan([haLang([[THI_HOA, "2022"]])], { previous: corrected });
  const [first] = again.state.works;
  expect(first?.facts).toMatchObject({ stage, exclusion });
  const [once] = plan([haLang([[THI_HOA, "2022"]])], { previous: again.state }).state.works;
  expect(once?.facts).toEqual(first?.facts);
});

test.each([
  "Trước năm 2021",
  "Cuối năm 2023",
  "cuối năm 2022",
  "đầu năm 2021",
  "khoảng 8/2023",
  "8/23",
  "8/19",
])("correcting “%s” as offered does not change whether the work counts", (published) => {
  const file = haLang([[AN_LAC, published]]);
  const before = plan([file]);
  const fixes = before.files.flatMap(({ findings }) => findings.filter(({ fix }) => fix));
  const after = plan([applyFixes(file, fixes)]);
  expect(after.state.works[0]?.facts.exclusion).toBe(before.state.works[0]?.facts.exclusion);
});

test("money that was not raised is merged as it was written and added to nothing", () => {
  const works = ["50 triệu", "30 triệu (dự kiến)"].map((funds, index): Work => [
    index === 0 ? AN_LAC : THI_HOA,
    "8/2022",
    null,
    funds,
  ]);
  const { state } = plan([haLang(works)]);
  expect(state.works.map(({ facts }) => facts.funds)).toEqual([50_000_000, null]);
  expect(state.works[1]?.cells["funds"]).toBe("30 triệu (dự kiến)");
  expect(computeProgress(state, { scheme: deAn02, asOf: "2023-06-30" }).funds).toBe(50_000_000);
  expect(computeFunding(state, deAn02).raised).toBe(50_000_000);
});

test("planned money of a column in triệu đồng is merged in đồng and stays planned", () => {
  const heading = WORK_GROUPS.map((title) =>
    title === "Kinh phí xã hội hóa" ? "Kinh phí xã hội hóa (triệu đồng)" : title
  );
  const rows = [[1, AN_LAC, "8/2022", null, null, null, "30 (chưa thu)"]];
  const { state } = plan([workbook({ unit: "ha-lang", sheets: [grid([heading, WORK_STAGES, ...rows])] })]);
  const [work] = state.works;
  expect(work?.facts.funds).toBeNull();
  expect(readMoney(work?.cells["funds"] ?? null)).toEqual({
    status: "ok",
    dong: 30_000_000,
    doubt: "planned",
  });
});

test("merging the same file again changes nothing", () => {
  const file = haLang([
    [AN_LAC, "8/2022"],
    [THI_HOA, null, "x"],
  ]);
  const first = plan([file]);
  const again = plan([file], { previous: first.state });
  expect(again.state).toEqual(first.state);
  expect(again.accounted).toEqual({ read: 2, merged: 0, duplicate: 2, rejected: 0 });
});

test("a later file of the unit replaces what it changes and keeps the rest", () => {
  const early = haLang(
    [
      [AN_LAC, null, "x"],
      [THI_HOA, null, "x"],
    ],
    { file: "lan-1.xlsx", modified: "2023-05-18T08:00:00Z" }
  );
  const late = haLang([[AN_LAC, "5/2023"]], { file: "lan-2.xlsx", modified: "2023-05-30T08:00:00Z" });
  const { state, accounted, conflicts } = plan([late, early]);
  expect(state.works.map(({ cells, facts }) => [cells["title"], facts.stage])).toEqual(
    expect.arrayContaining([
      [AN_LAC, "published"],
      [THI_HOA, "workshop"],
    ])
  );
  expect(accounted).toEqual({ read: 3, merged: 2, duplicate: 1, rejected: 0 });
  expect(conflicts).toEqual([]);
});

test("two files that disagree without saying which is later are a conflict with both values", () => {
  const a = haLang([[AN_LAC, "5/2023"]], { file: "a.xlsx" });
  const b = haLang([[AN_LAC, "6/2022"]], { file: "b.xlsx" });
  const { conflicts, state } = plan([a, b]);
  expect(conflicts).toMatchObject([{ unit: "ha-lang", label: AN_LAC, column: "Đã xuất bản (thời gian)" }]);
  expect([conflicts[0]?.ours, conflicts[0]?.theirs].sort()).toEqual(["5/2023", "6/2022"]);
  const id = conflicts[0]?.id ?? "";
  const decided = plan([a, b], { decisions: { [id]: "ours" } });
  expect(decided.conflicts).toEqual([]);
  expect(decided.state.works[0]?.cells["published"]).not.toEqual(state.works[0]?.cells["published"]);
});

describe("against the province's corrections", () => {
  const before = haLang([[AN_LAC, null, "x", 100]]);
  const { state } = plan([before]);
  const corrected: MergedState = {
    ...state,
    works: state.works.map((work) => ({ ...work, cells: { ...work.cells, funds: 200 } })),
  };

  test("only they changed: theirs is taken, our correction stays", () => {
    const { state: after, conflicts } = plan([haLang([[AN_LAC, "5/2023", "x", 100]])], {
      previous: corrected,
    });
    expect(after.works[0]?.cells).toMatchObject({ published: "5/2023", funds: 200 });
    expect(after.works[0]?.facts).toMatchObject({ stage: "published", funds: 200 });
    expect(conflicts).toEqual([]);
  });

  test("both changed: ours stands and the conflict is listed, until it is decided", () => {
    const sent = haLang([[AN_LAC, null, "x", 300]]);
    const { state: after, conflicts } = plan([sent], { previous: corrected });
    expect(after.works[0]?.cells["funds"]).toBe(200);
    expect(conflicts).toMatchObject([
      { base: "100", ours: "200", theirs: "300", column: "Kinh phí xã hội hóa" },
    ]);
    const decided = plan([sent], { previous: corrected, decisions: { [conflicts[0]?.id ?? ""]: "theirs" } });
    expect(decided.state.works[0]?.cells["funds"]).toBe(300);
  });

  test("a corrected stage stays until the unit changes its marks", () => {
    const restaged: MergedState = {
      ...state,
      works: state.works.map((work) => ({ ...work, facts: { ...work.facts, stage: "appraised" } })),
    };
    const other = plan([haLang([[AN_LAC, null, "x", 150]])], { previous: restaged });
    expect(other.state.works[0]?.facts.stage).toBe("appraised");
    const marked = plan([haLang([[AN_LAC, "5/2023", "x", 100]])], { previous: restaged });
    expect(marked.state.works[0]?.facts.stage).toBe("published");
  });

  test("a stage cell that the province has filled in counts, though the stage drawn for it is the one before", () => {
    const first = plan([haLang([[AN_LAC, null, "x", 100]])]);
    const published = { published: "8/2022" };
    const edited: MergedState = {
      ...first.state,
      works: first.state.works.map((work) => ({ ...work, cells: { ...work.cells, ...published } })),
    };
    expect(edited.works[0]?.facts.stage).not.toBe("published");
    for (const sent of [haLang([[AN_LAC, null, "x", 100]]), haLang([[AN_LAC, "8/2022", "x", 100]])]) {
      const [work] = plan([sent], { previous: edited }).state.works;
      expect(work?.cells).toMatchObject(published);
      expect(work?.facts.stage).toBe("published");
    }
  });

  test("rows that are no longer sent stay", () => {
    expect(titles(plan([haLang([[THI_HOA, "2022"]])], { previous: state }).state)).toEqual([AN_LAC, THI_HOA]);
  });
});

test("a row without title is rejected, a file of nobody rejected whole, and all is accounted for", () => {
  const nobody = workbook({ file: "bieu.xlsx", sheets: [worksGrid([[1, AN_LAC, "2022"]])] });
  const { accounted, files } = plan([
    haLang([
      ["", "x"],
      [AN_LAC, "2022"],
    ]),
    nobody,
  ]);
  expect(accounted).toEqual({ read: 3, merged: 1, duplicate: 0, rejected: 2 });
  expect(files.find(({ file }) => file === "bieu.xlsx")?.error?.code).toBe("unknown-unit");
});

test("who has sent, who is late, who is missing", () => {
  const { units } = plan([
    haLang([[AN_LAC, "2022"]], { modified: "2023-05-19T16:59:00Z" }),
    workbook({
      unit: "thach-an",
      modified: "2023-05-19T17:00:00Z",
      sheets: [worksGrid([[1, "Lịch sử Đảng bộ xã Canh Tân", "2022"]])],
    }),
  ]);
  const status = Object.fromEntries(units.map(({ unit, status: value }) => [unit, value]));
  expect(status).toMatchObject({
    "ha-lang": "submitted",
    // 00:00 on 20/5 in Việt Nam
    "thach-an": "late",
    "hoa-an": "missing",
    "bao-lac": "not-required",
  });
});

test("funds of a column in triệu đồng are merged in đồng", () => {
  const sheet = grid([
    [
      "TT",
      "Tên công trình",
      "Đã xuất bản",
      "Đã thẩm định",
      "Đã hội thảo",
      "Đang biên soạn",
      "Kinh phí xã hội hóa (triệu đồng)",
    ],
    [1, AN_LAC, "2022", null, null, null, 50],
  ]);
  const { state } = plan([workbook({ unit: "ha-lang", sheets: [sheet] })]);
  expect(state.works[0]).toMatchObject({ cells: { funds: 50_000_000 }, facts: { funds: 50_000_000 } });
});

const communes = deAn02.communes
  .filter(({ unit }) => unit === "ha-lang")
  .map(({ type, name }) => `Lịch sử Đảng bộ ${type} ${name}`);
const anyWork = fc.tuple(
  fc.constantFrom(...communes, "", "__proto__", "=1+1"),
  fc.constantFrom<CellValue>(null, "8/2022", "2020", "x"),
  fc.constantFrom<CellValue>(null, "x", "lần 2"),
  fc.constantFrom<CellValue>(null, 50, "50 triệu")
);
const anyFiles = fc.array(
  fc.record({ works: fc.array(anyWork, { maxLength: 6 }), minute: fc.integer({ min: 0, max: 59 }) }),
  { maxLength: 4 }
);

test("every row read is accounted for, and the order of the files does not matter", () => {
  fc.assert(
    fc.property(anyFiles, fc.infiniteStream(fc.nat()), (files, random) => {
      const workbooks = files.map(({ works, minute }, index) =>
        haLang(works, {
          file: `${index}.xlsx`,
          modified: `2023-05-18T08:${String(minute).padStart(2, "0")}:00Z`,
        })
      );
      const shuffled = workbooks
        .map((content) => ({ content, order: random.next().value ?? 0 }))
        .sort((a, b) => a.order - b.order)
        .map(({ content }) => content);
      const [ordered, other] = [plan(workbooks), plan(shuffled)];
      const { read, merged, duplicate, rejected } = ordered.accounted;
      expect(read).toBe(
        files.reduce((sum, { works }) => sum + works.filter((work) => work.some(Boolean)).length, 0)
      );
      expect(read).toBe(merged + duplicate + rejected);
      expect(duplicate).toBeGreaterThanOrEqual(0);
      expect(merged).toBe(ordered.state.works.length);
      expect(other.state).toEqual(ordered.state);
      const again = plan(workbooks, { previous: ordered.state });
      expect(again.accounted.merged).toBe(0);
      expect(again.state).toEqual(ordered.state);
    })
  );
});
