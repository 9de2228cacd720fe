import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languageOf, translator } from "../../../src/i18n";
import { enCommandLine } from "../../../src/i18n/commandLine/en-US";
import { viCommandLine } from "../../../src/i18n/commandLine/vi-VN";
import { enUS } from "../../../src/i18n/en-US";
import { viVN } from "../../../src/i18n/vi-VN";

const VI = { ...viVN, ...viCommandLine };
const EN = { ...enUS, ...enCommandLine };

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();

describe("the two languages", () => {
  test("have the same keys in the same order", () => {
    expect(Object.keys(EN)).toEqual(Object.keys(VI));
  });

  test.each(Object.keys(VI) as (keyof typeof VI)[])("%s asks for the same values", (key) => {
    expect(placeholders(EN[key])).toEqual(placeholders(VI[key]));
  });

  test("no text is empty, padded or decomposed", () => {
    const texts = [...Object.values(VI), ...Object.values(EN)];
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
    const unused = Object.keys(VI).filter((key) => !dynamic.test(key) && !text.includes(`"${key}"`));
    expect(unused).toEqual([]);
  });

  test("the pane uses none of the command line, which it does not load", () => {
    const texts = ["taskpane", "commands"].map((folder) =>
      sourceText(join(__dirname, "../../../src", folder))
    );
    expect(texts.join("\n").match(/"cli\.[^"]*"/g)).toBeNull();
    expect(Object.keys(viCommandLine).filter((key) => !key.startsWith("cli."))).toEqual([]);
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
