import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languageOf, translator } from "../../../src/i18n";
import { enUS } from "../../../src/i18n/en-US";
import { viVN } from "../../../src/i18n/vi-VN";

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();

describe("the two languages", () => {
  test("have the same keys in the same order", () => {
    expect(Object.keys(enUS)).toEqual(Object.keys(viVN));
  });

  test.each(Object.keys(viVN) as (keyof typeof viVN)[])("%s asks for the same values", (key) => {
    expect(placeholders(enUS[key])).toEqual(placeholders(viVN[key]));
  });

  test("no text is empty, padded or decomposed", () => {
    const texts = [...Object.values(viVN), ...Object.values(enUS)];
    const words = texts.filter((text) => !/^ \S+ $/.test(text));
    expect(words.filter((text) => text !== text.trim() || text.length < 1)).toEqual([]);
    expect(texts.filter((text) => text !== text.normalize("NFC"))).toEqual([]);
  });

  test("every key is used", () => {
    const sources = ["src/taskpane", "src/commands", "src/cli"].map((folder) =>
      sourceText(join(__dirname, "../../..", folder))
    );
    const text = sources.join("\n");
    const dynamic =
      /^(failure|merge\.status|check\.severity|page|command|cli\.severity|outside|stage|uncounted|unread|role|deadline|settings\.told|settings\.appearance|check\.why)\./;
    const unused = Object.keys(viVN).filter((key) => !dynamic.test(key) && !text.includes(`"${key}"`));
    expect(unused).toEqual([]);
  });
});

function sourceText(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
}

describe("translator", () => {
  test("fills in values and formats numbers in the language", () => {
    expect(translator("vi")("check.rows", { count: 1234 })).toBe("1.234 dòng");
    expect(translator("en")("check.rows", { count: 1234 })).toBe("Rows: 1,234");
  });

  test("leaves text that looks like a placeholder in a value alone", () => {
    expect(translator("vi")("check.value", { value: "{value} $1" })).toBe("Đang ghi: {value} $1");
  });
});

describe("languageOf", () => {
  test.each([
    ["vi-VN", "vi"],
    ["en-US", "en"],
    ["EN-gb", "en"],
    ["fr-FR", "vi"],
    [undefined, "vi"],
  ] as const)("%s → %s", (displayLanguage, language) => {
    expect(languageOf(displayLanguage)).toBe(language);
  });
});
