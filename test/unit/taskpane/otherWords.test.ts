/** What is said in other words without Excel takes the same values as what the pages say in it. */
import { enUS } from "../../../src/i18n/en-US";
import { viVN } from "../../../src/i18n/vi-VN";
import { OTHER_WORDS } from "../../../src/taskpane/plain/otherWords";

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();

const PAIRS = Object.entries(OTHER_WORDS) as [keyof typeof viVN, keyof typeof viVN][];

test.each(PAIRS)("%s is said as %s", (inExcel, without) => {
  expect(placeholders(viVN[without])).toEqual(placeholders(viVN[inExcel]));
  expect(viVN[without]).not.toBe(viVN[inExcel]);
});

test("no text without Excel speaks of an open workbook, of undoing or of the pane", () => {
  const texts = PAIRS.flatMap(([, without]) => [viVN[without], enUS[without]]);
  expect(texts.filter((text) => /đang mở|hoàn tác|ngăn |open workbook|undo|\bpane\b/i.test(text))).toEqual(
    []
  );
});
