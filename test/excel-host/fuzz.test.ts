/* eslint-disable office-addins/load-object-before-read -- results of calls have a value that nobody loads; the rule does not know them */
/** Whatever is sent, valid or not: no crash, no hang, a well-formed reply, and a workbook that still makes sense. */
import fc from "fast-check";
import { batchOf, CASES } from "./conformance/cases";
import type { RequestBody } from "./protocol";
import { useExcel } from "./testing";

const excel = useExcel();
let sheets = 0;
const freshName = (): string => `Thử ${(sheets += 1)}`;

/** The reply has its form, sheets are many and named once each, and a plain read works. */
async function survives(request: unknown): Promise<void> {
  const { host } = excel.booted;
  const reply = await host.process(request as RequestBody);
  expect(Array.isArray(reply.Results)).toBe(true);
  expect(Array.isArray(reply.TraceIds)).toBe(true);
  expect(typeof (reply.Error?.Code ?? "")).toBe("string");
  JSON.stringify(reply);
  const names = host.spreadsheet.sheets().map(({ name }) => name.toLowerCase());
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
  const tables = host.spreadsheet.tables().map(({ name }) => name.toLowerCase());
  expect(new Set(tables).size).toBe(tables.length);
  const [last = ""] = names.slice(-1);
  const read = await excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(last).getRange("A1").load("values");
    const count = context.workbook.worksheets.getCount();
    await context.sync();
    return { rows: range.values.length, count: count.value };
  });
  expect(read).toEqual({ rows: 1, count: names.length });
}

const SEED = 2021;
const vocabulary = CASES.flatMap(({ steps }) => steps);

test("valid batches of any steps", async () => {
  const anySteps = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(anySteps, (steps) => survives(batchOf({ name: "", steps }, freshName()))),
    { seed: SEED, numRuns: 60 }
  );
});

const anyNumber = fc.constantFrom(-1, 0, 1, 2, 3, 4, 99, 2 ** 31, 1e300, 0.5);
const anyJson = fc.oneof(
  anyNumber,
  fc.constantFrom("", "A1", "Worksheets", "GetRange", "__proto__", "constructor"),
  fc.jsonValue({ maxDepth: 3 })
);
const anyPart = { requiredKeys: [] as never[] };
const anyArguments = fc.record({ Arguments: anyJson, ReferencedObjectPathIds: anyJson }, anyPart);
const anyPath = fc.record(
  {
    Id: anyNumber,
    ObjectPathType: fc.oneof(fc.integer({ min: 0, max: 9 }), anyJson),
    Name: fc.oneof(fc.constantFrom("Worksheets", "GetItemOrNullObject", "GetCell", "Names"), anyJson),
    ParentObjectPathId: anyNumber,
    ArgumentInfo: fc.oneof(anyArguments, anyJson),
  },
  anyPart
);
const anyAction = fc.record(
  {
    Id: anyNumber,
    ActionType: fc.oneof(fc.integer({ min: 0, max: 10 }), anyJson),
    Name: anyJson,
    ObjectPathId: anyNumber,
    ArgumentInfo: fc.oneof(anyArguments, anyJson),
    QueryInfo: fc.oneof(fc.record({ Select: anyJson, Expand: anyJson, Top: anyJson }, anyPart), anyJson),
    ObjectState: anyJson,
  },
  anyPart
);
const anyRequest = fc.oneof(
  fc.record({
    Actions: fc.array(fc.oneof(anyAction, anyJson), { maxLength: 4 }),
    ObjectPaths: fc.dictionary(fc.constantFrom("0", "1", "2", "3", "4"), fc.oneof(anyPath, anyJson)),
  }),
  fc.record({ Actions: anyJson, ObjectPaths: anyJson }, anyPart),
  anyJson
);

test("malformed requests", async () => {
  await fc.assert(fc.asyncProperty(anyRequest, survives), { seed: SEED, numRuns: 300 });
});

const cycle = { Id: 1, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 2 };
const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 0);
const setA1 = (value: unknown) => ({
  Actions: [{ Id: 1, ActionType: 4, Name: "Values", ObjectPathId: 2, ArgumentInfo: { Arguments: [value] } }],
  ObjectPaths: {
    "1": { Id: 1, ObjectPathType: 1, Name: "" },
    "2": { Id: 2, ObjectPathType: 3, Name: "GetSelectedRange", ParentObjectPathId: 1 },
  },
});

test.each([
  ["nothing", undefined],
  ["no paths", { Actions: [{ Id: 1, ActionType: 2, Name: "", ObjectPathId: 1 }] }],
  [
    "a path that is its own ancestor",
    {
      Actions: [{ Id: 1, ActionType: 2, Name: "", ObjectPathId: 1 }],
      ObjectPaths: { "1": cycle, "2": { ...cycle, Id: 2, ParentObjectPathId: 1 } },
    },
  ],
  ["values nested 500 deep", setA1(nested(500))],
  ["values nested 100000 deep", setA1(nested(100_000))],
])("%s", async (_name, request) => {
  await survives(request);
});
