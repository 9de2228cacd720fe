import { readdirSync, readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import ts from "typescript";
import { findAboveFloor } from "../../excel-host/apiFloor";

const ROOT = resolve(__dirname, "../../..");

/** The floor that the manifest declares. */
const FLOOR = "1.14";

/** Understanding all types of the program takes half a minute: a file elsewhere that speaks to Excel says so by name. */
function mayUseExcel(file: string): boolean {
  return (
    file.startsWith(resolve(ROOT, "src/excel")) || /\b(?:Excel|Office)\b/.test(readFileSync(file, "utf8"))
  );
}

test("nothing that came after the floor is used without asking for it", () => {
  const { config } = ts.readConfigFile(resolve(ROOT, "tsconfig.json"), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const files = readdirSync(resolve(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => resolve(ROOT, "src", name))
    .filter(mayUseExcel);
  const program = ts.createProgram(files, options);
  const found = findAboveFloor(program, files, FLOOR);
  expect(found.map((use) => ({ ...use, file: relative(ROOT, use.file) }))).toEqual([]);
  // The test would also pass if it saw no Excel at all.
  expect(findAboveFloor(program, files, "1.1").length).toBeGreaterThan(20);
});
