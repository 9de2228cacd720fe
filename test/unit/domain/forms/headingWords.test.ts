import { headingGlance } from "../../../../src/domain/forms/headingWords";
import { vocabularyOf } from "../../../../src/domain/forms/headings";
import { plainWords } from "../../../../src/domain/text/normalize";
import { deAn02 } from "../../../../src/schemes";

const glance = headingGlance(plainWords, new Set(["so", "van", "ban", "tt", "sovanban"]), ["sovanban", "tt"]);

test.each([
  ["Số văn bản"],
  ["SỐ VĂN BẢN:"],
  ["1. Số văn bản"],
  ["Sốvăn bản"],
  ["Số vănbản"],
  ["S ố v ă n b ả n"],
  ["T T"],
  ["Số\u00a0văn–bản"],
  ["Số (ký hiệu) văn bản"],
])("%s may be a heading", (text) => {
  expect(glance.mayBeHeading(text)).toBe(true);
});

test.each([["301-KH/HU"], ["Số: 97-QĐ/TW"], ["Lịch sử Đảng bộ xã An Lạc"], ["1/2/2022"], ["–"], [""]])(
  "%s is none",
  (text) => {
    expect(glance.mayBeHeading(text)).toBe(false);
  }
);

test("every heading of the forms passes, as printed, in capitals and without spaces", () => {
  for (const form of deAn02.forms) {
    const { glance: glanceOfForm } = vocabularyOf(form);
    const headings = form.columns.flatMap(({ title, synonyms }) => [title, ...synonyms]);
    const together = form.columns.map(({ title }) => title.replaceAll(" ", ""));
    const spelled = [...headings, ...headings.map((text) => text.toUpperCase()), ...together];
    expect(spelled.filter((text) => !glanceOfForm.mayBeHeading(text))).toEqual([]);
  }
});
