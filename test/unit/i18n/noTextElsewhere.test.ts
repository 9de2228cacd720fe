/** What the pane and the ribbon buttons say stands in src/i18n alone. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const ROOT = path.join(__dirname, "../../..");
const FOLDERS = ["src/taskpane", "src/commands"];

/** Attributes whose literal a person would read. */
const SPOKEN = new Set(["aria-label", "aria-description", "alt", "label", "placeholder", "text", "title"]);

const LETTER = /\p{L}/u;
/** Names of code are ASCII; a letter beyond it is a word for people. */
const FOREIGN_LETTER = /(?=\P{ASCII})\p{L}/u;

/** Literal texts for people in a source file, each with its line. */
function textsIn(file: string, source: string): readonly string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const report = (node: ts.Node, text: string): void => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} ${text.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && LETTER.test(node.text)) report(node, node.text);
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const spoken =
        ts.isJsxAttribute(node.parent) && SPOKEN.has(node.parent.name.getText()) && LETTER.test(node.text);
      if (spoken || FOREIGN_LETTER.test(node.text)) report(node, node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`)
);

test.each(FILES)("%s has no text of its own", (file) => {
  expect(textsIn(file, readFileSync(path.join(ROOT, file), "utf8"))).toEqual([]);
});

test.each([
  ["<p>Saved</p>", ["x.tsx:1 Saved"]],
  ['<Button text="OK" />', ["x.tsx:1 OK"]],
  ['const message = "Đã lưu";', ["x.tsx:1 Đã lưu"]],
  ["const message = `Đã lưu ${count} tệp`;", ["x.tsx:1 Đã lưu", "x.tsx:1 tệp"]],
  ['<Button text={text("action.save")} kind="primary" />', []],
  ["<p>{count} · {total}</p>", []],
])("sees what is text in %s", (source, texts) => {
  expect(textsIn("x.tsx", source)).toEqual(texts);
});
