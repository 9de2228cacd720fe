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
  "record",
  "other",
  "not-merged",
  "planning",
  "unreadable",
] as const;

test.each(KINDS)("%s has words in both languages and is known", (kind) => {
  const failure = { kind, code: "GeneralException" };
  for (const language of ["vi", "en"] as const) {
    expect(failureWords(failure, translator(language))).toMatch(/\.$/);
  }
  expect(isFailure(JSON.parse(JSON.stringify(failure)))).toBe(true);
});

test.each(["changed", "stale", "far", "beside"] as const)(
  "%s says where, and names a few places only",
  (kind) => {
    const places = ["B6", "B7", "C8", "D9"].map((address) => ({ sheet: "Biểu 01", address }));
    const failure = { kind, code: "x", places };
    expect(failureWords(failure, translator("vi"))).toContain("ô B6 trang “Biểu 01”, ô B7 trang");
    expect(failureWords(failure, translator("en"))).toContain("cell C8 of “Biểu 01”…");
    expect(failureWords({ ...failure, places: places.slice(0, 1) }, translator("vi"))).not.toContain("…");
    expect(isFailure(JSON.parse(JSON.stringify(failure)))).toBe(true);
    expect(isFailure({ kind, code: "x" })).toBe(false);
  }
);

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
