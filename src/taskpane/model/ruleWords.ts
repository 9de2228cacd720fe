import type { Language } from "../../domain/findings";
import type { Rule } from "../../domain/rules/rule";

/** What a rule says of itself to people. */
export interface RuleWords {
  /** What is wrong, without the values of a cell. */
  readonly title: string;
  /** What the rule rests on. */
  readonly clause: string;
}

/** By id of the rule. */
export function ruleWords(rules: readonly Rule[], language: Language): ReadonlyMap<string, RuleWords> {
  return new Map(
    rules.map(({ id, message, clause }) => [id, { title: titleOf(message[language]), clause }] as const)
  );
}

/** The first sentence of the message that has words of its own; values of cells are left open. */
function titleOf(message: string): string {
  const sentences = message.split(/(?<=[^\s\d.][.;]) (?=[\p{L}\d“])/u).map(withoutValues);
  return sentences.find((sentence) => (sentence.match(/\p{L}/gu) ?? []).length >= FEWEST_LETTERS) ?? "";
}

const FEWEST_LETTERS = 6;

function withoutValues(sentence: string): string {
  return sentence
    .replace(/[“"]?\{\w+\}[”"]?/g, "…")
    .replace(/(?:…[ ,]*)+…/g, "…")
    .replace(/\s*\([^)]*…[^)]*\)/g, "")
    .replace(/(?::\s*…|(?<=\p{L})…)?[.;:]*$/u, "")
    .trim();
}
