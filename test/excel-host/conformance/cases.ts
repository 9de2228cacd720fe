/**
 * What the host answers on the wire, as data: it holds in a Node process and in a browser alike. Every case gets a
 * sheet of its own name, so that cases know nothing of each other.
 */
import type { Json, RequestBody, ResponseBody } from "../protocol";
import { ActionType, ObjectPathType } from "../protocol";

/** One thing to do at the end of a path; its answer is expected, or the error that ends the batch. */
export interface Step {
  /** From the case's sheet: `Names` goes to an object, `GetRange("A1")` calls; `^` begins at the workbook. */
  readonly path: readonly Segment[];
  readonly load?: readonly string[];
  readonly set?: readonly [name: string, value: Json];
  readonly call?: readonly [name: string, ...values: Json[]];
  readonly expected?: Json;
}

export type Segment = string | readonly [method: string, ...values: Json[]];

export interface Case {
  readonly name: string;
  readonly steps: readonly Step[];
  /** Code of the error that the last step ends with; absent: all steps succeed. */
  readonly error?: string;
}

/** The "method" of a segment that takes an item of a collection: the wire has a kind of path of its own for it. */
const ITEM = "[]";

/** The "method" of a segment that takes a kept object by its id. */
const REFERENCE = "#";

const A1: Segment = ["GetRange", "A1"];
const block = (address: string): readonly Segment[] => [["GetRange", address]];
const put = (address: string, values: Json): Step => ({ path: block(address), set: ["Values", values] });
const read = (address: string, property: string, expected: Json): Step => ({
  path: block(address),
  load: [property.charAt(0).toLowerCase() + property.slice(1)],
  expected: { [property]: expected },
});
const typed = (text: Json, value: Json): readonly Step[] => [
  put("A1", [[text]]),
  read("A1", "Values", [[value]]),
];
const TABLE: readonly Segment[] = ["Tables", ["GetItemAt", 0]];
const rows = (...values: readonly (readonly Json[])[]): Json => values as Json;
/** A table of three rows at A1:B4. */
const withTable: readonly Step[] = [
  put("A1:B4", [
    ["Xã", "Số"],
    ["Bảo Lạc", 2],
    ["Hà Quảng", 3],
    ["Hòa An", 1],
  ]),
  { path: ["Tables", ["Add", "A1:B4", true]], load: ["showTotals"], expected: { ShowTotals: false } },
];
const inTable = (...path: readonly Segment[]): readonly Segment[] => [...TABLE, ...path];
const refused = (name: string, step: Step, error: string): Case => ({ name, steps: [step], error });

export const CASES: readonly Case[] = [
  { name: "a number", steps: typed(12.5, 12.5) },
  { name: "a text", steps: typed("Cao Bằng", "Cao Bằng") },
  { name: "a truth", steps: typed(true, true) },
  { name: "an empty text", steps: typed("", "") },
  { name: "a typed number", steps: typed("0123", 123) },
  { name: "a typed date", steps: typed("20/5/2023", 45066) },
  { name: "a text after an apostrophe", steps: typed("'0123", "0123") },
  { name: "a formula", steps: typed("=1+2", 3) },
  { name: "a formula that divides by zero", steps: typed("=1/0", "#DIV/0!") },
  { name: "null leaves a cell alone", steps: [put("A1", [["cũ"]]), ...typed(null, "cũ")] },
  {
    name: "one value for all",
    steps: [
      put("A1:B2", 7),
      read("A1:B2", "Values", [
        [7, 7],
        [7, 7],
      ]),
    ],
  },
  {
    name: "rows and columns",
    steps: [
      put("A1:B2", [
        [1, 2],
        [3, 4],
      ]),
      read("B1:B2", "Values", [[2], [4]]),
    ],
  },
  { name: "formulas as written", steps: [put("A1", [["=1+2"]]), read("A1", "Formulas", [["=1+2"]])] },
  {
    name: "types of values",
    steps: [put("A1:B1", [[1, "x"]]), read("A1:C1", "ValueTypes", [["Double", "String", "Empty"]])],
  },
  {
    name: "text that stays text",
    steps: [{ path: [A1], set: ["NumberFormat", "@"] }, ...typed("0123", "0123")],
  },
  {
    name: "a number format",
    steps: [{ path: [A1], set: ["NumberFormat", [["0.00"]]] }, read("A1", "NumberFormat", [["0.00"]])],
  },
  {
    name: "a number as shown",
    steps: [{ path: [A1], set: ["NumberFormat", "0.00"] }, put("A1", [[2]]), read("A1", "Text", [["2,00"]])],
  },
  {
    name: "counts",
    steps: [read("B2:D5", "CellCount", 12), read("B2:D5", "RowCount", 4), read("B2:D5", "ColumnCount", 3)],
  },
  { name: "indexes", steps: [read("B2:D5", "RowIndex", 1), read("B2:D5", "ColumnIndex", 1)] },
  { name: "a whole column has no values", steps: [read("A:A", "Values", null)] },
  {
    name: "a bold font",
    steps: [
      { path: [A1, "Format", "Font"], set: ["Bold", true] },
      { path: [A1, "Format", "Font"], load: ["bold"], expected: { Bold: true } },
    ],
  },
  {
    name: "a fill",
    steps: [
      { path: [A1, "Format", "Fill"], set: ["Color", "#FFFF00"] },
      { path: [A1, "Format", "Fill"], load: ["color"], expected: { Color: "#FFFF00" } },
    ],
  },
  {
    name: "wrapped text",
    steps: [
      { path: [A1, "Format"], set: ["WrapText", true] },
      { path: [A1, "Format"], load: ["wrapText"], expected: { WrapText: true } },
    ],
  },
  {
    name: "a cell of a range",
    steps: [
      put("B2", [[9]]),
      {
        path: [
          ["GetRange", "A1:C3"],
          ["GetCell", 1, 1],
        ],
        load: ["values"],
        expected: { Values: [[9]] },
      },
    ],
  },
  {
    name: "a range by numbers",
    steps: [
      put("C2", [[8]]),
      { path: [["GetRangeByIndexes", 1, 2, 1, 1]], load: ["values"], expected: { Values: [[8]] } },
    ],
  },
  {
    name: "an offset",
    steps: [
      put("C3", [[5]]),
      { path: [A1, ["GetOffsetRange", 2, 2]], load: ["values"], expected: { Values: [[5]] } },
    ],
  },
  {
    name: "an intersection",
    steps: [
      {
        path: [
          ["GetRange", "A1:C3"],
          ["GetIntersection", "B2:D4"],
        ],
        load: ["cellCount"],
        expected: { CellCount: 4 },
      },
    ],
  },
  {
    name: "no intersection is a null object",
    steps: [{ path: [A1, ["GetIntersectionOrNullObject", "B2"]], load: ["values"], expected: null }],
  },
  {
    name: "the used part",
    steps: [
      put("B2:C3", 1),
      { path: [["GetUsedRange"]], load: ["rowIndex", "cellCount"], expected: { RowIndex: 1, CellCount: 4 } },
    ],
  },
  {
    name: "nothing is used",
    steps: [{ path: [["GetUsedRangeOrNullObject"]], load: ["cellCount"], expected: null }],
  },
  {
    name: "clearing",
    steps: [
      put("A1", [[1]]),
      { path: [A1], call: ["Clear", "Contents"], expected: null },
      read("A1", "Values", [[""]]),
    ],
  },
  {
    name: "the sheet of a range",
    steps: [{ path: [A1, "Worksheet"], load: ["showGridlines"], expected: { ShowGridlines: true } }],
  },
  {
    name: "a colour of the tab",
    steps: [
      { path: [], set: ["TabColor", "#FF0000"] },
      { path: [], load: ["tabColor"], expected: { TabColor: "#FF0000" } },
    ],
  },
  {
    name: "a sheet that is not there",
    steps: [
      { path: ["^", "Worksheets", ["GetItemOrNullObject", "không có"]], load: ["name"], expected: null },
    ],
  },
  {
    name: "a path below a null object",
    steps: [
      {
        path: ["^", "Worksheets", ["GetItemOrNullObject", "không có"], A1],
        load: ["values"],
        expected: null,
      },
    ],
  },
  { name: "no names yet", steps: [{ path: ["Names"], call: ["GetCount"], expected: 0 }] },
  {
    name: "a name of the sheet",
    steps: [
      {
        path: ["Names", ["Add", "Tổng", "=42"]],
        load: ["formula", "scope"],
        expected: { Formula: "=42", Scope: "Worksheet" },
      },
    ],
  },
  { name: "no tables yet", steps: [{ path: ["Tables"], call: ["GetCount"], expected: 0 }] },
  {
    name: "a table",
    steps: [
      put("A1:B1", [["Xã", "Năm"]]),
      { path: ["Tables", ["Add", "A1:B3", true]], load: ["showHeaders"], expected: { ShowHeaders: true } },
      { path: ["Tables"], call: ["GetCount"], expected: 1 },
    ],
  },
  {
    name: "parts of a table",
    steps: [
      ...withTable,
      {
        path: inTable(["GetHeaderRowRange"]),
        load: ["values"],
        expected: { Values: rows(["Xã", "Số"]) },
      },
      { path: inTable(["GetDataBodyRange"]), load: ["rowCount"], expected: { RowCount: 3 } },
      { path: inTable("Columns"), call: ["GetCount"], expected: 2 },
      {
        path: inTable("Columns", [ITEM, "Số"]),
        load: ["index", "values"],
        expected: { Index: 1, Values: rows(["Số"], [2], [3], [1]) },
      },
      {
        path: inTable("Rows", ["GetItemAt", 1]),
        load: ["values"],
        expected: { Values: rows(["Hà Quảng", 3]) },
      },
    ],
  },
  {
    name: "a row is added to a table",
    steps: [
      ...withTable,
      {
        path: inTable("Rows", ["Add", null, [["Thạch An", 9]]]),
        load: ["index"],
        expected: { Index: 3 },
      },
      { path: inTable("Rows"), call: ["GetCount"], expected: 4 },
      read("A5:B5", "Values", [["Thạch An", 9]]),
    ],
  },
  {
    name: "the first row of a table",
    steps: [
      put("A1:B1", [["Xã", "Số"]]),
      { path: ["Tables", ["Add", "A1:B1", true]], load: ["showHeaders"], expected: { ShowHeaders: true } },
      { path: inTable("Rows", ["Add", null, [["Hòa An", 1]]]), load: ["index"], expected: { Index: 0 } },
      read("A2:B3", "Values", [
        ["Hòa An", 1],
        ["", ""],
      ]),
    ],
  },
  {
    name: "a column is added to a table",
    steps: [
      ...withTable,
      {
        path: inTable("Columns", ["Add", 1, [["Mã"], ["a"], ["b"], ["c"]], null]),
        load: ["name", "index"],
        expected: { Name: "Mã", Index: 1 },
      },
      read("A1:C2", "Values", [
        ["Xã", "Mã", "Số"],
        ["Bảo Lạc", "a", 2],
      ]),
    ],
  },
  {
    name: "a table is sorted",
    steps: [
      ...withTable,
      { path: inTable("Sort"), call: ["Apply", [{ key: 1, ascending: false }], false, null], expected: null },
      read("A2:A4", "Values", [["Hà Quảng"], ["Bảo Lạc"], ["Hòa An"]]),
      {
        path: inTable("Sort"),
        load: ["fields"],
        expected: { Fields: [{ key: 1, ascending: false }] },
      },
    ],
  },
  {
    name: "a table is filtered",
    steps: [
      ...withTable,
      { path: inTable("Columns", [ITEM, "Số"], "Filter"), call: ["ApplyCustomFilter", ">1"], expected: null },
      read("A4", "RowHidden", true),
      {
        path: inTable(["GetDataBodyRange"], ["GetVisibleView"]),
        load: ["values"],
        expected: { Values: rows(["Bảo Lạc", 2], ["Hà Quảng", 3]) },
      },
      { path: TABLE, call: ["ClearFilters"], expected: null },
      read("A4", "RowHidden", false),
    ],
  },
  {
    name: "totals of a table",
    steps: [
      ...withTable,
      { path: TABLE, set: ["ShowTotals", true] },
      {
        path: inTable(["GetTotalRowRange"]),
        load: ["values"],
        expected: { Values: rows(["Total", 6]) },
      },
    ],
  },
  {
    name: "titles of a table stay text and different",
    steps: [...withTable, put("A1:B1", [[2024, 2024]]), read("A1:B1", "Values", [["2024", "20242"]])],
  },
  {
    name: "a table becomes plain cells",
    steps: [
      ...withTable,
      { path: inTable(["ConvertToRange"]), load: ["cellCount"], expected: { CellCount: 8 } },
      { path: ["Tables"], call: ["GetCount"], expected: 0 },
    ],
  },
  {
    name: "the range of a name",
    steps: [
      put("B2:C2", [[1, 2]]),
      {
        path: ["Names", ["Add", "Khối", "=1"]],
        load: ["type", "value"],
        expected: { Type: "Integer", Value: "1" },
      },
      { path: ["Names", [ITEM, "khối"], ["GetRangeOrNullObject"]], load: ["values"], expected: null },
      { path: ["Names"], call: ["GetCount"], expected: 1 },
      { path: ["Names", [ITEM, "Khối"]], call: ["Delete"], expected: null },
      { path: ["Names"], call: ["GetCount"], expected: 0 },
    ],
  },
  {
    name: "a name with a comment, and another formula",
    steps: [
      {
        path: ["Names", ["Add", "Hệ_số", "=2", "nhân đôi"]],
        load: ["comment", "visible"],
        expected: { Comment: "nhân đôi", Visible: true },
      },
      { path: ["Names", [ITEM, "Hệ_số"]], set: ["Formula", "=3"] },
      { path: ["Names", [ITEM, "Hệ_số"]], load: ["formula"], expected: { Formula: "=3" } },
    ],
  },
  {
    name: "formulas follow inserted rows",
    steps: [
      put("A1:A2", [[5], ["=A1*2"]]),
      {
        path: [
          ["GetRange", "1:1"],
          ["Insert", "Down"],
        ],
        load: ["rowCount"],
        expected: { RowCount: 1 },
      },
      read("A3", "Formulas", [["=A2*2"]]),
    ],
  },
  {
    name: "formulas follow moved cells",
    steps: [
      put("A1:B1", [[5, "=A1*2"]]),
      { path: [A1], call: ["MoveTo", "D4"], expected: null },
      read("B1", "Formulas", [["=D4*2"]]),
      read("B1", "Values", [[10]]),
    ],
  },
  {
    name: "formulas by distance",
    steps: [
      put("A1", [[4]]),
      { path: block("B2"), set: ["FormulasR1C1", [["=R[-1]C[-1]+R1C1"]]] },
      read("B2", "Formulas", [["=A1+$A$1"]]),
      read("B2", "FormulasR1C1", [["=R[-1]C[-1]+R1C1"]]),
    ],
  },
  {
    name: "a style",
    steps: [
      { path: [A1], set: ["Style", "Heading 3"] },
      read("A1", "Style", "Heading3"),
      { path: [A1, "Format", "Font"], load: ["bold"], expected: { Bold: true } },
    ],
  },
  {
    name: "a link",
    steps: [
      { path: [A1], set: ["Hyperlink", { address: "https://example.org/", textToDisplay: "đây" }] },
      read("A1", "Values", [["đây"]]),
      { path: [A1], call: ["Clear", "Hyperlinks"], expected: null },
      read("A1", "Hyperlink", null),
    ],
  },
  {
    name: "a spill",
    steps: [
      put("A1:B1", [[1, 2]]),
      put("D1", [["=A1:B1"]]),
      {
        path: [["GetRange", "D1"], ["GetSpillingToRange"]],
        load: ["values"],
        expected: { Values: [[1, 2]] },
      },
    ],
  },
  refused(
    "a kept object that is no more",
    { path: [[REFERENCE, "reference-0"]], load: ["values"] },
    "InvalidReference"
  ),
  {
    name: "releasing what was not kept",
    steps: [{ path: ["^"], call: ["_RemoveReference", "reference-0"], expected: null }],
  },
  {
    name: "keeping a range",
    steps: [
      { path: [A1], call: ["_KeepReference"], expected: null },
      { path: [A1], load: ["rowIndex"], expected: { RowIndex: 0 } },
    ],
  },
  refused("a table that is not there", { path: TABLE, load: ["name"] }, "ItemNotFound"),
  {
    name: "tables overlap",
    error: "InvalidOperation",
    steps: [...withTable, { path: ["Tables", ["Add", "B4:C9", true]], load: ["name"] }],
  },
  {
    name: "a column of another length",
    error: "InvalidArgument",
    steps: [...withTable, { path: inTable("Columns", ["Add", null, [["Mã"], [1]]]), load: ["name"] }],
  },
  {
    name: "a name twice",
    error: "ItemAlreadyExists",
    steps: [
      { path: ["Names", ["Add", "Hai_lần", "=1"]], load: ["name"] },
      { path: ["Names", ["Add", "hai_LẦN", "=2"]], load: ["name"] },
    ],
  },
  refused(
    "a name without a formula",
    { path: ["Names", ["Add", "x_1", "1"]], load: ["name"] },
    "InvalidArgument"
  ),
  refused("a style that is none", { path: [A1], set: ["Style", "Không có"] }, "InvalidArgument"),
  refused("a member that this host lacks", { path: [A1], call: ["FlashFill"] }, "ApiNotFound"),
  refused("an item that is not there", { path: ["^", "Names", [ITEM, "x"]], load: ["name"] }, "ItemNotFound"),
  refused("a wrong shape", put("A1:B2", [[1]]), "InvalidArgument"),
  refused("an address that is none", { path: block("không"), load: ["values"] }, "InvalidArgument"),
  refused(
    "a range outside the sheet",
    { path: [A1, ["GetOffsetRange", -1, 0]], load: ["values"] },
    "InvalidArgument"
  ),
  refused("values for a whole column", put("A:A", 1), "InvalidArgument"),
  refused("a formula that is none", put("A1", [["=1+"]]), "InvalidArgument"),
  refused("a member that Excel does not have", { path: [A1], load: ["ngày"] }, "ApiNotFound"),
  refused("a member above the version", { path: [A1], load: ["valuesAsJson"] }, "ApiNotFound"),
  refused("an inherited name", { path: [A1], call: ["constructor"] }, "ApiNotFound"),
  refused("an argument too many", { path: ["Names"], call: ["GetCount", 1] }, "ApiNotFound"),
  refused("a read-only property", { path: [A1], set: ["Address", "B1"] }, "InvalidArgument"),
  refused(
    "setting on a null object",
    { path: [A1, ["GetIntersectionOrNullObject", "B2"]], set: ["Values", 1] },
    "InvalidOperation"
  ),
  refused(
    "a name that reads as a cell",
    { path: ["Names", ["Add", "A1", "=1"]], load: ["name"] },
    "InvalidArgument"
  ),
  refused("no name for a sheet", { path: [], set: ["Name", "a/b"] }, "InvalidArgument"),
  refused("no intersection", { path: [A1, ["GetIntersection", "B2"]], load: ["values"] }, "ItemNotFound"),
  ...(["ColorScale", "IconSet", "PresetCriteria", "ContainsText", "TopBottom"] as const).map((kind) => ({
    name: `a conditional format of kind ${kind}`,
    steps: [
      {
        path: [A1, "ConditionalFormats", ["Add", kind]],
        load: ["type", "priority"],
        expected: { Type: kind, Priority: 0 },
      } as const,
    ],
  })),
  {
    name: "the rule of a conditional format",
    steps: [
      {
        path: [A1, "ConditionalFormats", ["Add", "ContainsText"], "TextComparison"],
        set: ["Rule", { operator: "BeginsWith", text: "Xã" }],
      },
      {
        path: [A1, "ConditionalFormats", ["GetItemAt", 0], "TextComparison"],
        load: ["rule"],
        expected: { Rule: { operator: "BeginsWith", text: "Xã" } },
      },
    ],
  },
  refused(
    "a rank above all ranks",
    {
      path: [A1, "ConditionalFormats", ["Add", "TopBottom"], "TopBottom"],
      set: ["Rule", { rank: 1001, type: "TopItems" }],
    },
    "InvalidArgument"
  ),
  refused(
    "a conditional format asked for as another kind",
    { path: [A1, "ConditionalFormats", ["Add", "IconSet"], "DataBar"], load: ["axisColor"] },
    "InvalidArgument"
  ),
  {
    name: "events are asked for and no longer",
    steps: ["Register", "Unregister"].map((word) => ({
      path: [],
      call: [`_${word}ProtectionChangedEvent`] as const,
      expected: null,
    })),
  },
  refused("an event that there is not", { path: [], call: ["_RegisterMovedEvent"] }, "ApiNotFound"),
  {
    name: "events can be off",
    steps: [
      { path: ["^", "_Runtime"], set: ["EnableEvents", false] },
      { path: ["^", "_Runtime"], load: ["enableEvents"], expected: { EnableEvents: false } },
      { path: ["^", "_Runtime"], set: ["EnableEvents", true] },
    ],
  },
  refused(
    "events that are neither on nor off",
    { path: ["^", "_Runtime"], set: ["EnableEvents", 1] },
    "InvalidArgument"
  ),
  {
    name: "a binding",
    steps: [
      {
        path: ["^", "Bindings", ["Add", "B2:C3", "Range", "hợp chuẩn"]],
        load: ["id", "type"],
        expected: { Id: "hợp chuẩn", Type: "Range" },
      },
      {
        path: ["^", "Bindings", [ITEM, "hợp chuẩn"], ["GetRange"]],
        load: ["cellCount"],
        expected: { CellCount: 4 },
      },
      { path: ["^", "Bindings", [ITEM, "hợp chuẩn"]], call: ["Delete"] },
    ],
  },
  refused(
    "a binding of several cells as text",
    { path: ["^", "Bindings", ["Add", "B2:C3", "Text", "chữ"]], load: ["id"] },
    "InvalidArgument"
  ),
  {
    name: "a name of the common API that is not there has a status",
    steps: [
      {
        path: ["^", "_V1Api"],
        call: ["GotoById", { id: "không có", goToType: "namedItem" }],
        expected: { status: 7002 },
      },
    ],
  },
];

const { indexer: INDEXER, method: METHOD, property: PROPERTY } = ObjectPathType;

type Path = RequestBody["ObjectPaths"][string];

/** The batch of a case: its sheet is added, then every step in order. */
export function batchOf({ steps }: Case, sheetName: string): RequestBody {
  const paths: Path[] = [{ Id: 1, ObjectPathType: ObjectPathType.global, Name: "" }];
  const below = (ParentObjectPathId: number, segment: Segment): number => {
    const Id = paths.length + 1;
    const [Name, ...Arguments] = typeof segment === "string" ? [segment] : segment;
    const isCall = typeof segment !== "string";
    if (Name === REFERENCE) {
      paths.push({ Id, ObjectPathType: ObjectPathType.referenceId, Name: String(Arguments[0]) });
      return Id;
    }
    paths.push({
      Id,
      ObjectPathType: Name === ITEM ? INDEXER : isCall ? METHOD : PROPERTY,
      Name: Name === ITEM ? "" : Name,
      ParentObjectPathId,
      ...(isCall && { ArgumentInfo: { Arguments } }),
    });
    return Id;
  };
  const sheet = below(below(1, "Worksheets"), ["Add", sheetName]);
  const added = { Id: 1, ActionType: ActionType.instantiate, Name: "", ObjectPathId: sheet };
  const actions = steps.map((step, index) => {
    const [first] = step.path;
    const start = first === "^" ? 1 : sheet;
    const ObjectPathId = step.path.filter((segment) => segment !== "^").reduce(below, start);
    return { Id: index + 2, ObjectPathId, ...actionOf(step) };
  });
  return {
    Actions: [added, ...actions],
    ObjectPaths: Object.fromEntries(paths.map((path) => [path.Id, path])),
  };
}

function actionOf({
  load,
  set,
  call,
}: Step): Pick<RequestBody["Actions"][number], "ActionType" | "Name" | "ArgumentInfo" | "QueryInfo"> {
  if (set) {
    return { ActionType: ActionType.setProperty, Name: set[0], ArgumentInfo: { Arguments: [set[1]] } };
  }
  if (call) {
    const [Name, ...Arguments] = call;
    return { ActionType: ActionType.method, Name, ArgumentInfo: { Arguments } };
  }
  return { ActionType: ActionType.query, Name: "", QueryInfo: { Select: load ?? [] } };
}

/** What of a reply a case speaks of: the answers that it expects, without the client's ids, and the error's code. */
export function outcomeOf({ steps }: Case, reply: ResponseBody): unknown {
  const answers = steps.map((step, index) => {
    const value = reply.Results.find(({ ActionId }) => ActionId === index + 2)?.Value ?? null;
    return step.expected === undefined ? undefined : expectedPart(step.expected, value);
  });
  return { answers, error: reply.Error?.Code ?? null };
}

function expectedPart(expected: Json, value: Json): Json {
  const isRecord = (json: Json): json is { readonly [key: string]: Json } =>
    typeof json === "object" && json !== null && !Array.isArray(json);
  return isRecord(expected) && isRecord(value)
    ? Object.fromEntries(Object.keys(expected).map((key) => [key, value[key] ?? null]))
    : value;
}

export function expectedOutcome({ steps, error }: Case): unknown {
  const answers = steps.map(({ expected }) => expected);
  return { answers, error: error ?? null };
}
