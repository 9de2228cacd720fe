/** Whether the files of a unit are merged at once or one after the other makes no difference. */
import fc from "fast-check";
import type { CellValue, WorkbookContent } from "../../../../src/domain/grid";
import { type MergePlan, planMerge } from "../../../../src/domain/merge/plan";
import type { MergedState } from "../../../../src/domain/merge/state";
import { computeProgress } from "../../../../src/domain/progress/progress";
import { deAn02 } from "../../../../src/schemes";
import { documentsGrid, workbook, worksGrid } from "../../../support/grids";
import { anySendings, atOnce, atOnceAfter, expectSame, oneAfterTheOther } from "../../../support/sendings";

const asOf = "2023-06-30";
const scheme = deAn02;
const plan = (workbooks: readonly WorkbookContent[], previous: MergedState | null = null): MergePlan =>
  planMerge({ previous, workbooks, scheme, asOf, language: "vi" });

type Work = readonly [title: string, published: CellValue, compiling: CellValue, funds: CellValue];
type Document = readonly [number: string, date: string, subject: string, issuer: string];

interface Table {
  readonly works?: readonly Work[];
  readonly documents?: readonly Document[];
  readonly unit?: string;
}

/** Saved on successive days of May. */
function saved(tables: readonly Table[]): readonly WorkbookContent[] {
  return tables.map(({ works = [], documents = [], unit = "ha-lang" }, index) =>
    workbook({
      unit,
      file: `${index + 1}.xlsx`,
      modified: `2023-05-0${index + 1}T08:00:00Z`,
      sheets: [
        documentsGrid(documents.map((cells, row) => [row + 1, ...cells])),
        worksGrid(
          works.map(([title, published, compiling, funds], row) => [
            row + 1,
            title,
            published,
            null,
            null,
            compiling,
            funds,
          ])
        ),
      ],
    })
  );
}

const history = (commune: string): string => `Lịch sử Đảng bộ xã ${commune}`;
const published = (commune: string, funds: CellValue = "10 triệu"): Work => [
  history(commune),
  "5/2022",
  null,
  funds,
];
const funds = ({ state }: MergePlan): number | undefined => computeProgress(state, { scheme, asOf }).funds;
const titles = ({ state }: MergePlan) => state.works.map(({ cells }) => cells["title"]);

/** Merges both ways, which have to agree, and gives what comes of it. */
function bothWays(tables: readonly Table[]): MergePlan {
  const files = saved(tables);
  expectSame(atOnce(files), oneAfterTheOther(files));
  return plan(files);
}

test("a work that was published by mistake is taken back in a further part", () => {
  const merged = bothWays([
    { works: ["An Lạc", "Kim Loan", "Đức Quang", "Thị Hoa"].map((name) => published(name)) },
    {
      works: [
        [history("Thị Hoa"), null, "x", "15 triệu"],
        [history("Minh Long"), null, "x", null],
      ],
    },
  ]);
  expect(titles(merged)).toEqual(["An Lạc", "Kim Loan", "Đức Quang", "Thị Hoa", "Minh Long"].map(history));
  expect(funds(merged)).toBe(45_000_000);
  expect(merged.unsent).toEqual([]);
});

describe("one of six documents is corrected", () => {
  const committee = "Huyện uỷ Hạ Lang";
  const documents: readonly Document[] = [
    ["05-KH/HU", "10/8/2021", "Kế hoạch thực hiện Đề án 02", committee],
    ["112-CV/HU", "10/9/2021", "V/v rà soát", committee],
    ["34-QĐ/HU", "1/10/2021", "Quyết định thành lập Ban Chỉ đạo", committee],
    ["15-HD/BTGHU", "5/11/2021", "Hướng dẫn biên soạn", "Ban Tuyên giáo Huyện uỷ Hạ Lang"],
    ["201-CV/BTGHU", "7/3/2022", "V/v đôn đốc", "Ban Tuyên giáo Huyện uỷ Hạ Lang"],
    ["77-BC/HU", "9/12/2022", "Báo cáo kết quả", committee],
  ];
  test.each<[string, Document]>([
    ["its date", ["05-KH/HU", "12/8/2021", "Kế hoạch thực hiện Đề án 02", committee]],
    ["its number", ["50-KH/HU", "10/8/2021", "Kế hoạch thực hiện Đề án 02", committee]],
  ])("%s", (_, corrected) => {
    const merged = bothWays([{ documents }, { documents: [corrected, ...documents.slice(1)] }]);
    expect(merged.state.documents.map(({ cells: { number, date } }) => [number, date])).toEqual(
      [corrected, ...documents.slice(1)].map(([number, date]) => [number, date])
    );
    expect(merged.unsent).toEqual([]);
  });
});

describe("a row that is not sent again stays and is named", () => {
  const all = ["An Lạc", "Kim Loan", "Đức Quang", "Thị Hoa", "Minh Long", "Lý Quốc"];
  const works = all.map((name) => published(name));
  const left = [{ unit: "ha-lang", form: "bieu-02", label: history("Lý Quốc") }];

  test("when the whole table comes without it", () => {
    const merged = bothWays([{ works }, { works: works.slice(0, 5) }]);
    expect(titles(merged)).toEqual(all.map(history));
    expect(merged.unsent).toEqual(left);
  });

  test("until it is sent once more", () => {
    const merged = bothWays([{ works }, { works: works.slice(0, 5) }, { works: works.slice(5) }]);
    expect(merged.unsent).toEqual([]);
    expect(bothWays([{ works }, { works: works.slice(0, 5) }, { works: works.slice(0, 1) }]).unsent).toEqual(
      left
    );
  });

  test("also beside a file that does not say when it was saved", () => {
    const [first, second] = saved([{ works }, { works: works.slice(0, 5) }]);
    const [undated] = saved([{ works: [published("Quang Long")] }]).map((file) => ({
      ...file,
      file: "0.xlsx",
      modified: null,
    }));
    const merged = plan([undated!, first!, second!]);
    expect(titles(merged)).toHaveLength(7);
    expect(merged.unsent).toEqual(left);
    expect(merged.conflicts).toEqual([]);
  });

  test("when it stood there twice", () => {
    const twice = [...works, published("Lý Quốc", "20 triệu")];
    const merged = bothWays([{ works: twice }, { works: twice.slice(0, 6) }]);
    expect(titles(merged)).toHaveLength(7);
    expect(merged.unsent).toEqual(left);
    expect(bothWays([{ works: twice }, { works: twice.slice(5, 6) }]).unsent).toEqual(left);
  });
});

describe("a title is mended as the check advises", () => {
  const communes = ["Lũng Nặm", "Sóc Hà", "Cải Viên"];
  const others = communes.map((name): Work => [history(name), null, "x", null]);
  const former: Work = [history("Nà Sác"), null, "x", "50 triệu"];
  const today: Work = [history("Trường Hà"), null, "x", "50 triệu"];

  test("the commune of today in place of the former one", () => {
    const unit = "ha-quang";
    const merged = bothWays([
      { unit, works: [former, ...others] },
      { unit, works: [today, ...others] },
    ]);
    expect(titles(merged)).toEqual(["Trường Hà", ...communes].map(history));
    expect(funds(merged)).toBe(50_000_000);
  });

  test("alone, with its other cells as they were", () => {
    const unit = "ha-quang";
    const merged = bothWays([
      { unit, works: [former, ...others] },
      { unit, works: [today] },
    ]);
    expect(titles(merged)).toEqual(["Trường Hà", ...communes].map(history));
    const other: Work = [history("Trường Hà"), "5/2022", null, "20 triệu"];
    const beside = bothWays([
      { unit, works: [former, ...others] },
      { unit, works: [other] },
    ]);
    expect(titles(beside)).toEqual(["Nà Sác", ...communes, "Trường Hà"].map(history));
  });

  test("two former communes that became one are no same work", () => {
    const unit = "nguyen-binh";
    const rest = ["Quang Thành", "Thịnh Vượng", "Thành Công"].map((name) => published(name));
    const merged = bothWays([
      { unit, works: [published("Minh Thanh"), ...rest] },
      { unit, works: [published("Thái Học"), ...rest] },
    ]);
    expect(titles(merged)).toHaveLength(5);
    expect(merged.unsent).toMatchObject([{ label: history("Minh Thanh") }]);
  });

  test("each of two communes in a row of its own", () => {
    const rest = ["Đức Quang", "Thị Hoa", "Minh Long", "Lý Quốc"].map((name) => published(name));
    const merged = bothWays([
      { works: [published("An Lạc và xã Kim Loan", "100 triệu"), ...rest] },
      { works: [published("An Lạc", "50 triệu"), published("Kim Loan", "50 triệu"), ...rest] },
    ]);
    expect(titles(merged)).toHaveLength(6);
    expect(funds(merged)).toBe(140_000_000);
  });
});

describe("an undated file beside dated ones", () => {
  const undatedOf = (works: readonly Work[]) => ({
    ...saved([{ works }])[0]!,
    file: "0.xlsx",
    modified: null,
  });

  test("disagrees with the last of them alone", () => {
    const [first, second] = saved([
      { works: [published("An Lạc", "10 triệu")] },
      { works: [published("An Lạc", "20 triệu")] },
    ]);
    const { conflicts, state } = plan([undatedOf([published("An Lạc", "30 triệu")]), first!, second!]);
    expect(conflicts).toMatchObject([{ ours: "30 triệu", theirs: "20 triệu", file: "2.xlsx" }]);
    expect(state.works).toHaveLength(1);
  });

  test("does not keep them from replacing one another", () => {
    const [first, second] = saved([
      { works: [published("An Lạc"), published("Kim Loan"), published("Thị Hoa")] },
      { works: [published("Thị Hoa", "15 triệu"), published("Minh Long")] },
    ]);
    const { conflicts, state } = plan([undatedOf([published("Lý Quốc")]), first!, second!]);
    expect(conflicts).toEqual([]);
    expect(state.works).toHaveLength(5);
  });
});

describe("files that were saved at the same moment", () => {
  const sameMoment = (tables: readonly (readonly Work[])[]) =>
    saved(tables.map((works) => ({ works }))).map((file) => ({ ...file, modified: "2023-05-01T08:00:00Z" }));

  test("are parts that stand side by side, also where one work is in both", () => {
    const { state, conflicts } = plan(
      sameMoment([
        [published("An Lạc", "10 triệu"), published("Kim Loan")],
        [published("An Lạc", "20 triệu"), published("Thị Hoa")],
      ])
    );
    expect(state.works).toHaveLength(4);
    expect(conflicts).toEqual([]);
  });

  test("are asked about no more where a later one decides", () => {
    const both = sameMoment([[published("An Lạc", "10 triệu")], [published("An Lạc", "20 triệu")]]);
    expect(plan(both).conflicts).toHaveLength(1);
    const [, , later] = saved([{}, {}, { works: [published("An Lạc", "30 triệu")] }]);
    const { conflicts, state } = plan([...both, later!]);
    expect(conflicts).toEqual([]);
    expect(state.works.map(({ cells }) => cells["funds"])).toEqual(["30 triệu"]);
  });
});

describe("dated files of a unit, each an edit of the one before", () => {
  test("give the same rows, figures, unsent rows and conflicts at once and one after the other", () => {
    fc.assert(
      fc.property(anySendings, (files) => {
        expectSame(atOnce(files), oneAfterTheOther(files));
      }),
      { numRuns: 100 }
    );
  });

  test("some at once, the others at once into their tables", () => {
    fc.assert(
      fc.property(anySendings, fc.nat(), (files, number) => {
        const first = 1 + (number % (files.length - 1));
        const { state } = plan(files.slice(0, first));
        const rest = files.slice(first);
        expectSame(atOnceAfter(state, rest), oneAfterTheOther(rest, state));
      }),
      { numRuns: 60 }
    );
  });

  test("in whatever order they are given", () => {
    fc.assert(
      fc.property(
        anySendings.chain((files) =>
          fc.tuple(
            fc.constant(files),
            fc.shuffledSubarray([...files], { minLength: files.length, maxLength: files.length })
          )
        ),
        ([files, shuffled]) => {
          const [ordered, other] = [plan(files), plan(shuffled)];
          expect(other.state).toEqual(ordered.state);
          expect(other.unsent).toEqual(ordered.unsent);
        }
      ),
      { numRuns: 40 }
    );
  });
});
