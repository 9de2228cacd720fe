import { matchHeading, vocabularyOf } from "../../../../src/domain/forms/headings";
import { deAn02 } from "../../../../src/schemes";

test.each(deAn02.forms)(
  "no heading of $name has a number of three digits: to a heading all of them are alike",
  (form) => {
    const { known, groups, foreign, words, abbreviations, keywords } = vocabularyOf(form);
    const phrases = keywords.flatMap((keyword) => [...keyword.phrases, ...keyword.besides]);
    const texts = [
      ...known.keys(),
      ...groups,
      ...foreign,
      ...words,
      ...[...abbreviations].flat(),
      ...phrases,
    ];
    expect(texts.filter((text) => /\d{3}/.test(text.replaceAll(" ", "")))).toEqual([]);
  }
);

test.each([
  ["Số văn bản 2023", "number"],
  ["12 Số văn bản", "number"],
  ["123-KH/ThU", undefined],
  ["45-KH/ThU", undefined],
])("%s stands for the column %s", (text, column) => {
  const [bieu01] = deAn02.forms;
  expect(matchHeading(text, vocabularyOf(bieu01!))?.column.key).toBe(column);
});
