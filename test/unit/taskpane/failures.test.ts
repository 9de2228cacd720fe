import { translator } from "../../../src/i18n";
import { failureWords, isFailure } from "../../../src/taskpane/failures";
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
  "planning",
] as const;

test.each(KINDS)("%s has words in both languages and is known", (kind) => {
  const failure = { kind, code: "GeneralException" };
  for (const language of ["vi", "en"] as const) {
    expect(failureWords(failure, translator(language))).toMatch(/\.$/);
  }
  expect(isFailure(JSON.parse(JSON.stringify(failure)))).toBe(true);
});

test("what nobody foresaw is told with its code", () => {
  expect(failureWords({ kind: "other", code: "X-17" }, translator("vi"))).toContain("X-17");
});

test.each<unknown>([null, "other", {}, { kind: "constructor", code: "" }, { kind: "other" }])(
  "%j is none",
  (value) => {
    expect(isFailure(value)).toBe(false);
  }
);

test("only the pane's own pages are pages", () => {
  expect(isPageId("merge")).toBe(true);
  expect(isPageId("toString")).toBe(false);
  expect(isPageId(null)).toBe(false);
});
