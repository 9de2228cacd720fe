import { translator } from "../../../src/i18n";
import { failureFrom, failureQuery, failureWords } from "../../../src/taskpane/failures";
import { isPageId } from "../../../src/taskpane/pageIds";

const KINDS = [
  "cell-edit",
  "protected",
  "connection",
  "missing",
  "too-large",
  "unsupported",
  "interrupted",
  "other",
  "not-merged",
] as const;

test.each(KINDS)("%s has words in both languages and survives an address", (kind) => {
  const failure = { kind, code: "GeneralException" };
  for (const language of ["vi", "en"] as const) {
    expect(failureWords(failure, translator(language))).toMatch(/\.$/);
  }
  expect(failureFrom(`?${failureQuery(failure)}`)).toEqual(failure);
});

test("what nobody foresaw is told with its code", () => {
  expect(failureWords({ kind: "other", code: "X-17" }, translator("vi"))).toContain("X-17");
});

test("an address without a known failure carries none", () => {
  expect(failureFrom("?page=check")).toBeNull();
  expect(failureFrom("?failure=constructor")).toBeNull();
});

test("only the pane's own pages are pages", () => {
  expect(isPageId("merge")).toBe(true);
  expect(isPageId("toString")).toBe(false);
  expect(isPageId(null)).toBe(false);
});
