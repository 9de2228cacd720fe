/** Contrast of the pane's colours in both themes, by WCAG 2.2: text 4.5 to 1, edges and graphics 3 to 1. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { luminanceOf } from "../../../src/taskpane/model/officeLook";

const UI = path.resolve("src/taskpane/ui");
const COMMENTS = /\/\*[^]*?\*\/|^\s*\/\/.*$/gm;
const SHEET = readFileSync(path.join(UI, "colours.css"), "utf8").replace(COMMENTS, "");

const LIGHT = variablesOf(":root");
const THEMES = { light: LIGHT, dark: { ...LIGHT, ...variablesOf(':root[data-theme="dark"]') } };

const BACKGROUNDS = ["page", "surface", "hover"];
const SOFT = ["accent-soft", "error-soft", "warning-soft", "info-soft"];
const EVERYWHERE = [...BACKGROUNDS, ...SOFT];
const PARTS = [0, 1, 2, 3].map((index) => `part-${index}`);

/** Each colour of text with what it stands on. */
const TEXT: readonly (readonly [string, readonly string[]])[] = [
  ["ink", EVERYWHERE],
  ["muted", EVERYWHERE],
  ["accent", EVERYWHERE],
  ["accent-strong", EVERYWHERE],
  ["on-accent", ["accent", "accent-strong"]],
  ["error", [...BACKGROUNDS, "error-soft"]],
  ["warning", [...BACKGROUNDS, "warning-soft"]],
  ["info", [...BACKGROUNDS, "info-soft"]],
  ["goal", ["page", "surface"]],
  ...PARTS.map((part) => [`on-${part}`, [part]] as const),
];

const GRAPHICS: readonly (readonly [string, readonly string[]])[] = [
  ["edge", EVERYWHERE],
  ["focus", EVERYWHERE],
  ["faint", BACKGROUNDS],
  ["bar", ["page", "surface"]],
  ["goal", ["page", "surface"]],
  ...PARTS.map((part) => [part, ["page", "surface"]] as const),
];

describe.each(Object.entries(THEMES))("%s", (_name, theme) => {
  test.each(TEXT)("text in %s", (colour, grounds) => {
    expect(tooWeak(theme, colour, grounds, 4.5)).toEqual([]);
  });

  test.each(GRAPHICS)("graphics in %s", (colour, grounds) => {
    expect(tooWeak(theme, colour, grounds, 3)).toEqual([]);
  });
});

test("the dark theme changes every colour of the light one", () => {
  const changed = Object.keys(variablesOf(':root[data-theme="dark"]'));
  expect(changed.sort()).toEqual(Object.keys(LIGHT).sort());
});

test("no colour is written anywhere else, and none is used that does not exist", () => {
  const files = readdirSync(path.dirname(UI), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:tsx?|css|html)$/.test(file) && !file.endsWith("colours.css"))
    .map((file) => ({
      file,
      text: readFileSync(path.join(path.dirname(UI), file), "utf8").replace(COMMENTS, ""),
    }));
  const written = files.filter(({ text }) => /#(?:[0-9a-f]{3}){1,2}\b(?!-)|\b(?:rgb|hsl)a?\(/i.test(text));
  expect(written.map(({ file }) => file)).toEqual([]);

  const defined = new Set(files.flatMap(({ text }) => [...text.matchAll(/--([\w-]+):/g)].map(nameOf)));
  const used = files.flatMap(({ text }) => [...text.matchAll(/var\(--([\w-]+)\)/g)].map(nameOf));
  expect(used.filter((name) => !(name in LIGHT) && !defined.has(name))).toEqual([]);
});

function nameOf([, name = ""]: RegExpMatchArray): string {
  return name;
}

function variablesOf(selector: string): Readonly<Record<string, string>> {
  const start = SHEET.indexOf(`${selector} {`);
  const block = SHEET.slice(start, SHEET.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value])
  );
}

function tooWeak(
  theme: Readonly<Record<string, string>>,
  colour: string,
  grounds: readonly string[],
  least: number
): readonly string[] {
  return grounds
    .map((ground) => ({ ground, contrast: contrastOf(theme[colour], theme[ground]) }))
    .filter(({ contrast }) => !(contrast >= least))
    .map(({ ground, contrast }) => `${colour} on ${ground}: ${contrast.toFixed(2)}`);
}

/** Contrast of two colours, from 1 to 21; not a number when one of them is no colour. */
function contrastOf(one = "", other = ""): number {
  const [first, second] = [luminanceOf(one) ?? NaN, luminanceOf(other) ?? NaN];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}
