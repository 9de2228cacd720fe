import fc from "fast-check";
import { emptyState, planMerge } from "../../../../src/domain/merge/plan";
import type { MergedState, MergedWork } from "../../../../src/domain/merge/state";
import { percent } from "../../../../src/domain/progress/percent";
import { computeProgress } from "../../../../src/domain/progress/progress";
import { deAn02, type Commune, type Round } from "../../../../src/schemes";
import { workbook, worksGrid } from "../../../support/grids";

const round = deAn02.round("khao-sat-2023") as Round;

function progressOf(state: MergedState) {
  return computeProgress(state, { scheme: deAn02, asOf: "2023-07-07" });
}

function target(state: MergedState, id: string) {
  return progressOf(state).targets.find((figure) => figure.id === id);
}

function commune(entry: Commune | undefined, facts: Partial<MergedWork["facts"]> = {}): MergedWork {
  if (!entry) throw new Error("no such commune");
  return {
    unit: entry.unit,
    key: `xa-${entry.code}|history`,
    cells: {},
    source: { file: "a.xlsx", sheet: "Biểu 02", row: 3 },
    facts: {
      stage: "published",
      kind: "history",
      level: "commune",
      commune: entry.code,
      namedWork: null,
      subject: `xa-${entry.code}`,
      publishedFrom: "2022-01-01",
      funds: null,
      exclusion: null,
      ...facts,
    },
  };
}

const empty = emptyState(deAn02, round);

test("the province's own review of 07/7/2023: 32 of 146 is 21,9 % against 44 of 146, 30,1 %", () => {
  const works = deAn02.communes.slice(20, 52).map((entry) => commune(entry));
  expect(target({ ...empty, works }, "commune-published")).toEqual({
    id: "commune-published",
    done: 32,
    denominator: 146,
    goal: 44,
    percent: 21.9,
    goalPercent: 30.1,
    met: false,
  });
});

test("percentages count distinct communes: the higher stage counts, once", () => {
  const [first] = deAn02.communes;
  const works = [
    commune(first, { stage: "workshop" }),
    commune(first),
    commune(first, { kind: "chronicle" }),
  ];
  const figures = progressOf({ ...empty, works });
  expect(figures.units.find(({ unit }) => unit === first?.unit)?.stages).toEqual({
    compiling: 0,
    workshop: 0,
    appraised: 0,
    published: 1,
  });
  expect(figures.targets.find(({ id }) => id === "commune-manuscript")?.done).toBe(1);
});

test("a published chronicle is a manuscript, not a published history", () => {
  const works = [commune(deAn02.communes[0], { kind: "chronicle" })];
  expect(target({ ...empty, works }, "commune-manuscript")?.done).toBe(1);
  expect(target({ ...empty, works }, "commune-published")?.done).toBe(0);
});

test("excluded works count nowhere, but their funds do", () => {
  const works = [commune(deAn02.communes[0], { exclusion: "before-scheme", funds: 50_000_000 })];
  const figures = progressOf({ ...empty, works });
  expect(figures.targets.every(({ done }) => done === 0)).toBe(true);
  expect(figures.funds).toBe(50_000_000);
});

test("shares are communes less those with a book; they are provisional until they sum to 146", () => {
  const figures = progressOf(empty);
  const share = (id: string) => figures.units.find(({ unit }) => unit === id);
  expect(figures.shareDifference).toBe(161 - 3 - 146);
  expect(share("ha-lang")).toMatchObject({ share: 13, provisional: true });
  expect(share("ha-quang")).toMatchObject({ share: 21, provisional: false });
  expect(share("cao-bang")).toMatchObject({ share: 9, provisional: true });
  expect(share("quan-su")).toMatchObject({ share: 0, provisional: false, manuscriptPercent: null });
  const typed = progressOf({ ...empty, shares: [{ unit: "hoa-an", typed: 3 }] });
  expect(typed.shareDifference).toBe(0);
  expect(typed.units.some(({ provisional }) => provisional)).toBe(false);
});

test("named works are found by their titles", () => {
  const titles = [
    "Lịch sử Đảng bộ Quân sự tỉnh Cao Bằng (1947 - 2020)",
    "Địa lý - Lịch sử tỉnh Cao Bằng (tài liệu dùng cho các trường phổ thông tỉnh Cao Bằng)",
    "Lịch sử truyền thống Văn phòng Tỉnh ủy",
  ];
  const sheet = worksGrid(titles.map((title, index) => [index + 1, title, "5/2023"]));
  const { state } = planMerge({
    previous: null,
    workbooks: [workbook({ unit: "quan-su", sheets: [sheet] })],
    scheme: deAn02,
    asOf: "2023-07-07",
    language: "vi",
  });
  expect(["district", "province", "sector"].map((id) => target(state, id)?.done)).toEqual([1, 1, 1]);
});

test("percent rounds half up to one decimal, exactly", () => {
  expect([percent(32, 146), percent(44, 146), percent(1, 16), percent(146, 161), percent(18, 68)]).toEqual([
    21.9, 30.1, 6.3, 90.7, 26.5,
  ]);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (whole, part) => {
      const exact = (part * 100) / whole;
      expect(Math.abs(percent(part, whole) - exact)).toBeLessThanOrEqual(0.05 + 1e-9);
    })
  );
});
