import type { Finding } from "../../domain/findings";
import { plainWords } from "../../domain/text/normalize";

/** Findings that hold every word looked for, with or without its diacritics; all of them where none is looked for. */
export function searchFindings(findings: readonly Finding[], query: string): readonly Finding[] {
  const words = plainWords(query)
    .split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return findings;
  return findings.filter((finding) => {
    const said = textOf(finding);
    return words.every((word) => said.includes(word));
  });
}

/** Findings are never changed, and every key that is typed asks them again. */
const texts = new WeakMap<Finding, string>();

function textOf(finding: Finding): string {
  const { sheet, cell, column, value, message } = finding;
  const text = texts.get(finding) ?? plainWords([cell, column, value, message, sheet].join(" "));
  texts.set(finding, text);
  return text;
}
