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
  const answers = steps.map(({ expected }) => (error === undefined ? expected : undefined));
  return { answers, error: error ?? null };
}
