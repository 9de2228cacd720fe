import fc from "fast-check";
import type { CellValue, WorkbookContent } from "../../../../src/domain/grid";
import { type MergeOptions, planMerge } from "../../../../src/domain/merge/plan";
import type { MergedState } from "../../../../src/domain/merge/state";
import { deAn02 } from "../../../../src/schemes";
import { documentsGrid, workbook, worksGrid } from "../../../support/grids";

const plan = (workbooks: readonly WorkbookContent[], options: Partial<MergeOptions> = {}) =>
  planMerge({ previous: null, workbooks, scheme: deAn02, asOf: "2023-06-30", language: "vi", ...options });

interface Parts {
  readonly file?: string;
  readonly modified?: string | null;
  readonly round?: string;
}

/** Works of Hạ Lang: title and time of publication. */
function works(rows: readonly (readonly [title: string, published: CellValue])[], parts: Parts = {}) {
  const cells = rows.map(([title, published], index) => [index + 1, title, published]);
  return workbook({ unit: "ha-lang", sheets: [worksGrid(cells)], ...parts });
}

type Document = readonly [number: CellValue, date: CellValue, subject: CellValue, issuer: CellValue];

function documents(rows: readonly Document[], parts: Parts = {}) {
  const cells = rows.map((row, index) => [index + 1, ...row]);
  return workbook({ unit: "ha-lang", sheets: [documentsGrid(cells)], ...parts });
}

const TITLES = ["An Lạc", "Thị Hoa", "Vinh Quý", "Minh Long", "Lý Quốc", "Đồng Loan"].map(
  (name) => `Lịch sử Đảng bộ xã ${name}`
);
const [A, B, C, D] = TITLES as [string, string, string, string];

const said = ({ works: rows }: MergedState) => rows.map(({ cells }) => [cells["title"], cells["published"]]);

const FIRST = "2023-05-10T08:00:00Z";
const SECOND = "2023-05-20T08:00:00Z";

describe("two files of a unit", () => {
  test("parts stand side by side, and a work that is in both is what the later one says of it", () => {
    const { state, conflicts } = plan([
      works(
        [
          [A, "2022"],
          [B, "2022"],
        ],
        { file: "1.xlsx", modified: FIRST }
      ),
      works(
        [
          [A, "2023"],
          [C, "2022"],
        ],
        { file: "2.xlsx", modified: SECOND }
      ),
    ]);
    expect(said(state)).toEqual([[A, "2023"], [B, "2022"], [C, "2022"]]); // prettier-ignore
    expect(conflicts).toEqual([]);
  });

  test("a later file that repeats an earlier one replaces what it says otherwise", () => {
    const { state } = plan([
      works(
        [
          [A, "2022"],
          [B, "2022"],
          [C, "2022"],
        ],
        { file: "1.xlsx", modified: FIRST }
      ),
      works(
        [
          [A, "2023"],
          [B, "2022"],
        ],
        { file: "2.xlsx", modified: SECOND }
      ),
    ]);
    expect(said(state)).toEqual(expect.arrayContaining([[A, "2023"], [B, "2022"], [C, "2022"]])); // prettier-ignore
    expect(state.works).toHaveLength(3);
  });

  test("a single corrected row replaces its row", () => {
    const { state } = plan([
      works([[A, "2022"], [B, "2022"]], { file: "1.xlsx", modified: FIRST }), // prettier-ignore
      works([[A, "5/2023"]], { file: "2.xlsx", modified: SECOND }),
    ]);
    expect(said(state)).toEqual(expect.arrayContaining([[A, "5/2023"], [B, "2022"]])); // prettier-ignore
    expect(state.works).toHaveLength(2);
  });

  test("a file without a time is no later than one with a time: a conflict that names both files", () => {
    const { conflicts } = plan([
      works([[A, "2022"]], { file: "1.xlsx", modified: FIRST }),
      works([[A, "2023"]], { file: "2.xlsx" }),
    ]);
    expect(conflicts).toHaveLength(1);
    const [conflict] = conflicts;
    expect([conflict?.oursSource?.file, conflict?.file].sort()).toEqual(["1.xlsx", "2.xlsx"]);
  });

  test("decided for the earlier file", () => {
    const files = [works([[A, "2022"]], { file: "1.xlsx" }), works([[A, "2023"]], { file: "2.xlsx" })];
    const [conflict] = plan(files).conflicts;
    const decided = plan(files, { decisions: { [conflict?.id ?? ""]: "ours" } });
    expect(decided.conflicts).toEqual([]);
    expect(said(decided.state)).toEqual([[A, conflict?.ours]]);
  });
});

describe("rows about one work", () => {
  const both = [
    [A, "2022"],
    [A, "2023"],
  ] as const;

  test("both stay, and are told apart when one of them is corrected", () => {
    const first = plan([works(both)]);
    expect(said(first.state)).toHaveLength(2);
    const second = plan([works([[A, "12/2021"], [A, "2023"]])], { previous: first.state }); // prettier-ignore
    expect(said(second.state).sort()).toEqual([[A, "12/2021"], [A, "2023"]]); // prettier-ignore
    expect(second.conflicts).toEqual([]);
    expect(second.changes).toMatchObject([{ cells: [{ before: "2022", after: "12/2021" }] }]);
  });

  test("their order does not matter", () => {
    expect(said(plan([works([...both].reverse())]).state).sort()).toEqual(
      said(plan([works(both)]).state).sort()
    );
  });
});

describe("an edited title or number is the same row", () => {
  const KY_YEU = "Kỷ yếu Hội Nông dân huyện Hạ Lang";
  const resent = (title: string, published: CellValue) =>
    plan(
      [
        works([
          [A, "2022"],
          [B, "2022"],
          [title, published],
        ]),
      ],
      {
        // prettier-ignore
        previous: plan([works([[A, "2022"], [B, "2022"], [KY_YEU, "2022"]])]).state, // prettier-ignore
      }
    );

  test("of a work that no list knows", () => {
    const { state, changes, unsent } = resent(`${KY_YEU} khóa X`, "2022");
    expect(state.works).toHaveLength(3);
    expect(state.base).toHaveLength(3);
    expect(changes).toMatchObject([{ kind: "changed", renamedFrom: KY_YEU }]);
    expect(unsent).toEqual([]);
  });

  test("but another work is another row, and the one that was left out stays and is named", () => {
    const { state, changes, unsent } = resent("Địa chí Hạ Lang", "2022");
    expect(state.works).toHaveLength(4);
    expect(changes).toMatchObject([{ kind: "new", label: "Địa chí Hạ Lang" }]);
    expect(unsent).toEqual([{ unit: "ha-lang", form: "bieu-02", label: KY_YEU }]);
  });

  test("the province's own correction of it survives", () => {
    const first = plan([works([[A, "2022"], [B, "2022"], [KY_YEU, "2022"]])]).state; // prettier-ignore
    const corrected = {
      ...first,
      works: first.works.map((row) =>
        row.cells["title"] === KY_YEU ? { ...row, cells: { ...row.cells, funds: 5_000_000 } } : row
      ),
    };
    const { state } = plan(
      [
        works([
          [A, "2022"],
          [B, "2022"],
          [`${KY_YEU} (1930 - 2020)`, "2022"],
        ]),
      ],
      {
        // prettier-ignore
        previous: corrected,
      }
    );
    expect(state.works.at(-1)?.cells).toMatchObject({ title: `${KY_YEU} (1930 - 2020)`, funds: 5_000_000 });
  });

  const KH1: Document = ["01-KH/HU", "05/01/2022", "Kế hoạch tuyên truyền", "Huyện uỷ Hạ Lang"];
  const KH2: Document = ["12-KH/HU", "20/3/2022", "Kế hoạch biên soạn", "Huyện uỷ Hạ Lang"];
  test.each<[string, Document]>([
    ["a corrected date", ["01-KH/HU", "06/01/2022", "Kế hoạch tuyên truyền", "Huyện uỷ Hạ Lang"]],
    ["a corrected number", ["10-KH/HU", "05/01/2022", "Kế hoạch tuyên truyền", "Huyện uỷ Hạ Lang"]],
    ["a corrected issuer", ["01-KH/HU", "05/01/2022", "Kế hoạch tuyên truyền", "Ban Thường vụ Huyện uỷ"]],
  ])("of a document: %s", (_, corrected) => {
    const others: Document[] = [KH2, ["13-KH/HU", "1/4/2022", "Kế hoạch thẩm định", "Huyện uỷ Hạ Lang"]];
    const { state, changes } = plan([documents([corrected, ...others])], {
      previous: plan([documents([KH1, ...others])]).state,
    });
    expect(state.documents).toHaveLength(3);
    expect(changes).toHaveLength(1);
  });

  test("a document that shares only the issuer and the day is another one", () => {
    const other: Document = ["02-KH/HU", "05/01/2022", "Kế hoạch tập huấn", "Huyện uỷ Hạ Lang"];
    const third: Document = ["14-KH/HU", "1/4/2022", "Kế hoạch thẩm định", "Huyện uỷ Hạ Lang"];
    const { state, unsent } = plan([documents([other, KH2, third])], {
      previous: plan([documents([KH1, KH2, third])]).state,
    });
    expect(state.documents).toHaveLength(4);
    expect(unsent).toHaveLength(1);
  });
});

/** A unit is asked for better cells and sends the whole table again, most rows of it mended in the cell that names them. */
describe("a table that is sent again with most rows mended is the same table", () => {
  const NUMBERS = ["01-KH/HU", "02-KH/HU", "03-CV/HU", "04-BC/HU"];
  const register = (date: (day: number) => CellValue, issuer: (day: number) => CellValue): Document[] =>
    NUMBERS.map((number, index) => [number, date(index + 1), `Trích yếu ${number}`, issuer(index + 1)]);
  const clean = (day: number) => `0${day}/5/2022`;
  const committee = () => "Huyện uỷ Hạ Lang";
  const documentCases: [string, Document[], Document[]][] = [
    ["years of four digits", register((day) => `${day}/5/22`, committee), register(clean, committee)],
    ["days filled in", register(() => null, committee), register(clean, committee)],
    [
      "half of the days",
      register((day) => (day % 2 ? null : clean(day)), committee),
      register(clean, committee),
    ],
    ["issuers filled in", register(clean, () => null), register(clean, committee)],
    ["another issuer", register(clean, committee), register(clean, () => "Ban Thường vụ Huyện uỷ")],
  ];
  const [first, again] = [
    { file: "1.xlsx", modified: FIRST },
    { file: "2.xlsx", modified: SECOND },
  ];

  test.each(documentCases)("documents: %s", (_, sent, mended) => {
    const before = plan([documents(sent, first)]).state;
    const merged = plan([documents(mended, again)], { previous: before });
    expect(merged.state.documents).toHaveLength(NUMBERS.length);
    expect(merged.state.base).toHaveLength(NUMBERS.length);
    expect(merged.changes.every(({ kind }) => kind === "changed")).toBe(true);
    expect(merged.conflicts).toEqual([]);
    const together = plan([documents(sent, first), documents(mended, again)]);
    expect(together.state.documents.map(({ cells }) => cells["date"])).toEqual(
      mended.map(([, date]) => date)
    );
    expect(together.conflicts).toEqual([]);
  });

  const PLAIN = ["Lich su Dang bo xa An Lac", "Lich su Dang bo xa Thi Hoa", "Lich su Dang bo xa Vinh Quy"];
  const WRONG = ["An Lặc", "Thị Hao", "Vin Quý"].map((name) => `Lịch sử Đảng bộ xã ${name}`);
  const SHORT = ["Xã An Lạc", "Xã Thị Hoa", "Xã Vinh Quý"];
  const GOOD = TITLES.slice(0, 3);
  const dated = (titles: readonly string[]) => titles.map((title) => [title, "2022"] as const);

  test.each([
    ["without marks", PLAIN],
    ["misspelled", WRONG],
    ["shortened", SHORT],
  ])("works: %s", (_, titles) => {
    const before = plan([works(dated(titles), first)]).state;
    const merged = plan([works(dated(GOOD), again)], { previous: before });
    expect(merged.state.works.map(({ cells }) => cells["title"])).toEqual(GOOD);
    expect(merged.state.base).toHaveLength(GOOD.length);
    expect(merged.changes.map(({ kind, renamedFrom }) => [kind, renamedFrom])).toEqual(
      titles.map((title) => ["changed", title])
    );
    expect(merged.unsent).toEqual([]);
  });

  test("of two files of one merge the later one stands; undated, every difference is asked", () => {
    const later = plan([works(dated(PLAIN), first), works(dated(GOOD), again)]);
    expect(said(later.state)).toEqual(dated(GOOD));
    const undated = plan([works(dated(PLAIN), { file: "1.xlsx" }), works(dated(GOOD), { file: "2.xlsx" })]);
    expect(undated.state.works).toHaveLength(GOOD.length);
    expect(undated.conflicts).toHaveLength(GOOD.length);
  });

  test("one mended row alone replaces its row, and the others stay", () => {
    const before = plan([documents(register((day) => `${day}/5/22`, committee))]).state;
    const [mended] = register(clean, committee);
    const { state, changes, unsent } = plan([documents([mended!])], { previous: before });
    expect(state.documents).toHaveLength(NUMBERS.length);
    expect(changes).toMatchObject([{ kind: "changed" }]);
    expect(unsent).toEqual([]);
  });
});

describe("what only looks like an earlier row stands beside it", () => {
  test("a row of that name that the province has added itself", () => {
    const KY_YEU = "Kỷ yếu Hội Nông dân huyện Hạ Lang";
    const first = plan([works([[A, "2022"], [B, "2022"], [KY_YEU, "2022"]])]).state; // prettier-ignore
    const added = plan([works([[`${KY_YEU} khóa X`, "2021"]])]).state.works;
    const { state, unsent, conflicts } = plan(
      [works([[A, "2022"], [B, "2022"], [`${KY_YEU} khóa X`, "2022"]])], // prettier-ignore
      { previous: { ...first, works: [...first.works, ...added] } }
    );
    expect(state.works.map(({ cells }) => cells["title"])).toEqual([A, B, KY_YEU, `${KY_YEU} khóa X`]);
    expect(unsent).toMatchObject([{ label: KY_YEU }]);
    expect(conflicts).toMatchObject([{ ours: "2021", theirs: "2022" }]);
  });

  test.each([
    ["another body of the district", "Lịch sử Công an huyện Hạ Lang", "Lịch sử Quân sự huyện Hạ Lang"],
    ["another association", "Kỷ yếu Hội Nông dân huyện Hạ Lang", "Kỷ yếu Hội Phụ nữ huyện Hạ Lang"],
    ["another volume", "Hồi ký cách mạng huyện Hạ Lang, tập 1", "Hồi ký cách mạng huyện Hạ Lang, tập 2"],
    ["another commune of the past", "Lịch sử Đảng bộ xã Việt Chu", "Lịch sử Đảng bộ xã Thái Đức"],
  ])("%s", (_, old, other) => {
    const before = plan([works([[A, "2022"], [B, "2022"], [old, "2022"]])]).state; // prettier-ignore
    const { state, changes, unsent } = plan([works([[A, "2022"], [B, "2022"], [other, null]])], { previous: before }); // prettier-ignore
    expect(state.works.map(({ cells }) => cells["title"])).toEqual([A, B, old, other]);
    expect(changes).toMatchObject([{ kind: "new", label: other }]);
    expect(unsent).toMatchObject([{ label: old }]);
  });

  test("the chronicles of communes whose histories were sent before", () => {
    const chronicles = TITLES.slice(0, 3).map((title) => title.replace("Lịch sử", "Biên niên sự kiện"));
    const histories = works(TITLES.slice(0, 3).map((title) => [title, "2022"] as const));
    const sent = works(chronicles.map((title) => [title, "2022"] as const));
    expect(plan([sent], { previous: plan([histories]).state }).state.works).toHaveLength(6);
    expect(plan([histories, sent]).state.works).toHaveLength(6);
  });

  test("the same numbers of the next term", () => {
    const ofYear = (year: number): Document[] =>
      ["01-CTr/HU", "02-KH/HU"].map((number) => [
        number,
        `05/1/${year}`,
        "Chương trình công tác",
        "Huyện uỷ Hạ Lang",
      ]);
    expect(
      plan([documents(ofYear(2023))], { previous: plan([documents(ofYear(2022))]).state }).state.documents
    ).toHaveLength(4);
    expect(plan([documents(ofYear(2022)), documents(ofYear(2023))]).state.documents).toHaveLength(4);
  });

  test("papers of one day about one matter, with numbers of their own", () => {
    const papers = (numbers: readonly string[]): Document[] =>
      numbers.map((number) => [
        number,
        "05/1/2022",
        "Quyết định thành lập Ban biên soạn",
        "Huyện uỷ Hạ Lang",
      ]);
    const before = plan([documents(papers(["11-QĐ/HU", "12-QĐ/HU"]))]).state;
    expect(
      plan([documents(papers(["13-QĐ/HU", "14-QĐ/HU"]))], { previous: before }).state.documents
    ).toHaveLength(4);
  });
});

test("what was decided for the earlier of two files counts too", () => {
  const files = [works([[A, null]], { file: "1.xlsx" }), works([[A, "8/2022"]], { file: "2.xlsx" })];
  const [conflict] = plan(files).conflicts;
  const side = conflict?.ours === "" || conflict?.ours === null ? "ours" : "theirs";
  const [row] = plan(files, { decisions: { [conflict?.id ?? ""]: side } }).state.works;
  expect([row?.cells["published"], row?.facts.stage]).toEqual([null, null]);
});

describe("a file of another round", () => {
  const current = works([[A, "2022"]], { file: "nay.xlsx" });
  const annual = works([[B, "2022"]], { file: "khac.xlsx", round: "hang-nam-2022" });

  test("is refused with what to do, and its rows are accounted for", () => {
    const { files, filePlans, accounted, state } = plan([current, works([[C, "x"]]), annual]);
    expect(state.works).toHaveLength(2);
    expect(files.map(({ file, error }) => [file, error?.code])).toContainEqual(["khac.xlsx", "other-round"]);
    expect(filePlans.find(({ file }) => file === "khac.xlsx")).toMatchObject({
      refused: "other-round",
      accounted: { read: 1, merged: 0, rejected: 1 },
    });
    expect(accounted).toEqual({ read: 3, merged: 2, duplicate: 0, rejected: 1 });
  });

  test("is merged when someone says so", () => {
    expect(
      plan([current, works([[C, "x"]]), annual], { otherRounds: ["khac.xlsx"] }).accounted.rejected
    ).toBe(0);
    expect(plan([current, works([[C, "x"]]), annual], { otherRounds: "all" }).accounted.rejected).toBe(0);
  });

  test("a later round goes on from the tables; an earlier one does not take them back", () => {
    const before = plan([annual]).state;
    expect(plan([current], { previous: before }).round.id).toBe("khao-sat-2023");
    const after = plan([current]).state;
    expect(plan([annual], { previous: after }).round.id).toBe("khao-sat-2023");
  });
});

const anyPublished = fc.constantFrom<CellValue>(null, "8/2022", "2020", "x", 45000);
const anyWorks = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...TITLES, D, "Địa chí", "Kỷ yếu =1+1", "__proto__"), anyPublished),
  {
    selector: ([title]) => title,
    minLength: 1,
    maxLength: 8,
  }
);

test("splitting a unit's file into parts does not change the result", () => {
  fc.assert(
    fc.property(
      anyWorks,
      fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }),
      fc.array(fc.constantFrom(null, FIRST, SECOND), { minLength: 3, maxLength: 3 }),
      (rows, places, times) => {
        const parts = [0, 1, 2]
          .map((part) => rows.filter((_, index) => places[index] === part))
          .map((part, index) => works(part, { file: `${index}.xlsx`, modified: times[index] ?? null }))
          .filter((part) => (part.sheets[0]?.values.length ?? 0) > 2);
        const content = ({ state }: ReturnType<typeof plan>) =>
          state.works
            .map(({ key, cells, facts }) => ({ key, cells: { ...cells, ordinal: null }, facts }))
            .sort((a, b) => (a.key < b.key ? -1 : 1));
        const [whole, split] = [plan([works(rows)]), plan(parts)];
        expect(content(split)).toEqual(content(whole));
        expect(split.accounted).toEqual(whole.accounted);
      }
    )
  );
});
