import type { CellValue } from "../../../../src/domain/grid";
import { documentFindings, documentRow, ofRule } from "../../../support/ruleCases";

const day = (iso: string): CellValue => ({ kind: "date", iso });
const found = (...dates: readonly CellValue[]) =>
  ofRule(
    documentFindings(
      ...dates.map((date, index) => documentRow({ ordinal: index + 1, number: `${10 + index}-KH/HU`, date }))
    ),
    "document-date-swapped"
  );

test("a date that breaks the order of its column, and fits when exchanged, was exchanged by Excel", () => {
  const findings = found("15/1/2022", day("2022-02-28"), day("2022-07-04"), "25/4/2022", "30/9/2022");
  expect(findings).toMatchObject([
    { severity: "warning", cell: "C4", value: "4/7/2022", fix: { value: "7/4/2022" } },
  ]);
  expect(findings[0]?.message).toContain("dòng này đứng trước 25/4/2022");
  expect(found("15/1/2022", day("2022-02-28"), day("2022-04-07"), "25/4/2022", "30/9/2022")).toEqual([]);
});

test("the order may fall", () => {
  expect(found("30/9/2022", day("2022-07-04"), "25/4/2022", "28/2/2022")).toEqual([]);
  expect(found("30/9/2022", "25/4/2022", day("2022-07-04"), "28/2/2022")).toMatchObject([
    { cell: "C4", fix: { value: "7/4/2022" } },
  ]);
});

test("a date outside the window that is inside when exchanged", () => {
  expect(found("15/1/2023", day("2023-12-05"))).toMatchObject([{ cell: "C3", fix: { value: "12/5/2023" } }]);
  expect(found("15/1/2023", day("2023-05-12"))).toEqual([]);
});

test.each<[string, readonly CellValue[]]>([
  ["a column without order", ["25/4/2022", "15/1/2022", day("2022-07-04"), "30/9/2022", "28/2/2022"]],
  ["a text is what its writer wrote", ["15/1/2022", "4/7/2022", "25/4/2022", "30/9/2022"]],
  ["too few dates to tell an order", ["15/1/2022", day("2022-07-04"), "25/4/2022"]],
  ["exchanged it fits no better", ["15/1/2022", "20/2/2022", day("2022-01-02"), "25/4/2022"]],
  ["it fits as it stands", ["15/1/2022", day("2022-02-03"), "25/4/2022", "30/9/2022"]],
])("%s: nothing is said", (_, dates) => {
  expect(found(...dates)).toEqual([]);
});
