import fc from "fast-check";
import { packRows, unpackRows } from "../../../src/cli/packedRows";
import type { SubmittedRow } from "../../../src/domain/merge/submitted";

const value = fc.oneof(
  fc.constant(null),
  fc.string({ unit: "binary" }),
  // Half a letter, as damaged files hold.
  fc.constant("\ud83d"),
  // Cells have finite numbers, and a zero below zero is a zero.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.boolean(),
  fc.constant({ kind: "date", iso: "2022-02-03" } as const)
);
const facts: fc.Arbitrary<SubmittedRow["facts"]> = fc.record({
  stage: fc.constantFrom("published", "compiling", null),
  kind: fc.constantFrom("party-history", "other"),
  level: fc.constantFrom("commune", null),
  commune: fc.option(fc.string()),
  namedWork: fc.option(fc.string()),
  subject: fc.string(),
  publishedFrom: fc.constantFrom("2022-01-01", null),
  funds: fc.option(fc.nat()),
  exclusion: fc.constantFrom("no-stage", null),
}) as fc.Arbitrary<SubmittedRow["facts"]>;
const row: fc.Arbitrary<SubmittedRow> = fc.record({
  unit: fc.constantFrom("ha-lang", "bao-lac"),
  form: fc.constantFrom("bieu-01", "bieu-02"),
  identity: fc.string(),
  cells: fc.oneof(
    fc.record({ number: value, date: value, subject: value }),
    fc.record({ title: value, funds: value }),
    fc.record({ title: value, published: value })
  ),
  source: fc.record({
    file: fc.constantFrom("a.xlsx", "b.xlsx"),
    sheet: fc.constantFrom("1", "2"),
    row: fc.nat(),
  }),
  facts: fc.option(facts),
});

test("rows come out of the package as they went in", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
      expect(unpackRows(packRows(rows))).toEqual(rows);
    })
  );
});

test("what the rows of a table have in common is said once", () => {
  const common = { unit: "ha-lang", form: "bieu-02", facts: null } as const;
  const rows = Array.from({ length: 100 }, (_, index) => ({
    ...common,
    identity: `${index}`,
    cells: { title: `Sách ${index}` },
    source: { file: "a.xlsx", sheet: "Biểu 02", row: index + 1 },
  }));
  expect(new TextDecoder("utf-16le").decode(packRows(rows)).split("a.xlsx")).toHaveLength(2);
});
