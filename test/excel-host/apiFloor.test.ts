import { resolve } from "node:path";
import ts from "typescript";
import { findAboveFloor } from "./apiFloor";

const FILE = resolve(__dirname, "in-memory.ts");

/** What is above 1.14 in the body of a function that has a `sheet`, a `range` and an `Office`. */
function aboveFloor(body: string): readonly string[] {
  const text = `
    declare const sheet: Excel.Worksheet;
    declare const range: Excel.Range;
    declare const context: Excel.RequestContext;
    ${body}`;
  const options: ts.CompilerOptions = {
    types: ["office-js"],
    noEmit: true,
    strict: true,
    skipLibCheck: true,
  };
  const compiler = ts.createCompilerHost(options);
  const read = compiler.getSourceFile.bind(compiler);
  compiler.getSourceFile = (name, version) =>
    name === FILE
      ? ts.createSourceFile(name, text, version, true)
      : (typings.get(name) ?? keep(name, read(name, version)));
  const program = ts.createProgram([FILE], options, compiler);
  return findAboveFloor(program, [FILE], "1.14").map(({ member, needs }) => `${member}: ${needs}`);
}

const typings = new Map<string, ts.SourceFile>();

function keep(name: string, source: ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (source) {
    typings.set(name, source);
  }
  return source;
}

test.each([
  ["an old member", `range.getUsedRange().values;`, []],
  ["a new method", `sheet.onNameChanged;`, ["Worksheet.onNameChanged: ExcelApi 1.17"]],
  [
    "a new property, read apart",
    `const { onNameChanged } = sheet;`,
    ["Worksheet.onNameChanged: ExcelApi 1.17"],
  ],
  [
    "a name given to load",
    `sheet.load("name, namedSheetViews");`,
    ["Worksheet.namedSheetViews: ExcelApiOnline 1.1"],
  ],
  ["names in a list", `range.load(["address", "valuesAsJson"]);`, ["Range.valuesAsJson: ExcelApi 1.16"]],
  [
    "a name on a path through a collection",
    `context.workbook.worksheets.load("items/names/items/valueAsJson");`,
    ["NamedItem.valueAsJson: ExcelApi 1.16"],
  ],
  [
    "a property that is set with others",
    `range.set({ valuesAsJson: [] });`,
    ["Range.valuesAsJson: ExcelApi 1.16"],
  ],
  ["what is not Excel's", `const x = { valuesAsJson: 1 }; x.valuesAsJson;`, []],
])("%s", (_, body, expected) => {
  expect(aboveFloor(body)).toEqual(expected);
});

const supported = (version: string) => `Office.context.requirements.isSetSupported("ExcelApi", "${version}")`;

test.each([
  ["an if", `if (${supported("1.17")}) { sheet.onNameChanged; }`, 0],
  ["an if among other conditions", `if (1 > 0 && ${supported("1.18")}) { sheet.onNameChanged; }`, 0],
  ["a choice", `${supported("1.17")} ? sheet.onNameChanged : null;`, 0],
  ["an and", `${supported("1.17")} && sheet.onNameChanged;`, 0],
  ["a guard for too old a version", `if (${supported("1.16")}) { sheet.onNameChanged; }`, 1],
  ["the else of a guard", `if (${supported("1.17")}) {} else { sheet.onNameChanged; }`, 1],
  ["an or", `if (1 > 0 || ${supported("1.17")}) { sheet.onNameChanged; }`, 1],
  ["a denied guard", `if (!${supported("1.17")}) { sheet.onNameChanged; }`, 1],
])("guarded by %s", (_, body, count) => {
  expect(aboveFloor(body)).toHaveLength(count);
});
