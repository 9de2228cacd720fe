import { readdirSync } from "node:fs";
import { relative, resolve } from "node:path";
import ts from "typescript";
import { findAboveFloor } from "../../excel-host/apiFloor";

const ROOT = resolve(__dirname, "../../..");

/** The floor that the manifest declares. */
const FLOOR = "1.14";

test("nothing that came after the floor is used without asking for it", () => {
  const { config } = ts.readConfigFile(resolve(ROOT, "tsconfig.json"), ts.sys.readFile) as { config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const files = readdirSync(resolve(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => resolve(ROOT, "src", name));
  const program = ts.createProgram(files, options);
  const found = findAboveFloor(program, files, FLOOR);
  expect(found.map((use) => ({ ...use, file: relative(ROOT, use.file) }))).toEqual([]);
  // The test would also pass if it saw no Excel at all.
  expect(findAboveFloor(program, files, "1.1").length).toBeGreaterThan(20);
});
