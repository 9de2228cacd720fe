import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describeRules } from "../../../scripts/describeRules";
import { rules } from "../../../src/domain/rules";

const ROOT = join(__dirname, "../../..");
const fileOf = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

test("docs/rules.md says what the catalogue says; otherwise run npm run docs:rules", () => {
  expect(readFileSync(join(ROOT, "docs/rules.md"), "utf8")).toBe(describeRules());
});

test("every rule has a file of its own, and every file is in the catalogue", () => {
  const helpers = [
    "index",
    "rule",
    "runRules",
    "repeated",
    "ordinals",
    "oddCells",
    "concerns",
    "totals",
    "hidden",
  ];
  const files = readdirSync(join(ROOT, "src/domain/rules")).map((file) => file.replace(/\.ts$/, ""));
  expect(files.filter((file) => !helpers.includes(file)).sort()).toEqual(
    rules.map(({ id }) => fileOf(id)).sort()
  );
  expect(existsSync(join(ROOT, "src/domain/rules/index.ts"))).toBe(true);
});
