/**
 * Writes apiSets.json: for every member of Excel's classes the API set that it came with, as the doc comments of
 * `@types/office-js` state it. Run after updating that package: `node test/excel-host/generateApiSets.mjs`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

const typings = createRequire(import.meta.url).resolve("@types/office-js/index.d.ts");
const source = ts.createSourceFile(typings, readFileSync(typings, "utf8"), ts.ScriptTarget.Latest, true);

/** `[Api set: ExcelApi 1.9 for …]` -> `1.9`; other sets keep their name; previews are `beta`. */
function apiSetOf(node) {
  const comment = source.text.slice(node.getFullStart(), node.getStart());
  const found = /\[Api set: ([A-Za-z]+) ?([^\]]*)\]/.exec(comment);
  if (!found) {
    return null;
  }
  const [, set, version] = found;
  if (/^[^,]*(beta|preview)/i.test(version)) {
    return "beta";
  }
  const number = /^\d+\.\d+/.exec(version)?.[0] ?? "1.1";
  return set === "ExcelApi" ? number : `${set} ${number}`;
}

/** Overloads came at different times: the first of them counts. */
function earlier(first, second) {
  const rank = (set) => (/^\d/.test(set) ? Number(set.split(".")[1]) : Infinity);
  return first === undefined || rank(second) < rank(first) ? second : first;
}

const sets = {};
for (const module of source.statements.filter(
  (node) => ts.isModuleDeclaration(node) && node.name.text === "Excel"
)) {
  for (const declaration of module.body.statements.filter(ts.isClassDeclaration)) {
    const ofClass = apiSetOf(declaration) ?? "1.1";
    const members = {};
    for (const member of declaration.members) {
      const name = member.name?.getText();
      if (name && !/^(context|load|set|toJSON|track|untrack|items)$/.test(name)) {
        members[name] = earlier(members[name], apiSetOf(member) ?? ofClass);
      }
    }
    sets[declaration.name.text] = members;
  }
}
const target = new URL("apiSets.json", import.meta.url);
writeFileSync(target, JSON.stringify(sets, null, 2) + "\n");
