/** What a ribbon button that runs without the pane has done, as part of the address of the dialog that tells it. */
import type { Translate } from "../i18n";
import { type Failure, failureWords, isFailure } from "./failures";

export type CommandResult =
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "inserted"; readonly drawn: readonly string[]; readonly kept: readonly string[] }
  | { readonly kind: "drawn"; readonly drawn: readonly string[] }
  | CheckedResult;

export interface CheckedResult {
  readonly kind: "checked";
  /** Null: there is no form to check. */
  readonly counts: {
    readonly rows: number;
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
  } | null;
  /** Sheets that take no marks, for they are protected. */
  readonly refused: readonly string[];
}

/** The parts of what is told: a title and sentences. */
export interface ResultWords {
  readonly kind: "success" | "warning" | "error";
  readonly title: string;
  readonly sentences: readonly string[];
}

/** What is told to the user. */
export function resultWords(
  result: CommandResult,
  text: Translate,
  list: (items: readonly string[]) => string
): ResultWords {
  const title = text(`command.title.${result.kind}`);
  switch (result.kind) {
    case "failed":
      return { kind: "error", title, sentences: [failureWords(result.failure, text)] };
    case "inserted": {
      const { drawn, kept } = result;
      const inserted =
        drawn.length > 0 ? text("command.inserted", { sheets: list(drawn) }) : text("command.insertedNone");
      const left = kept.length > 0 ? [text("command.kept", { sheets: list(kept) })] : [];
      return { kind: "success", title, sentences: [inserted, ...left] };
    }
    case "drawn":
      return { kind: "success", title, sentences: [text("command.drawn", { sheets: list(result.drawn) })] };
    case "checked":
      return { title, ...checkedWords(result, text, list) };
  }
}

function checkedWords(
  { counts, refused }: CheckedResult,
  text: Translate,
  list: (items: readonly string[]) => string
): Omit<ResultWords, "title"> {
  if (counts === null) return { kind: "warning", sentences: [text("command.noForms")] };
  const { rows, errors, warnings, infos } = counts;
  if (errors + warnings + infos === 0) {
    return rows === 0
      ? { kind: "warning", sentences: [text("command.empty")] }
      : { kind: "success", sentences: [text("command.clean", { rows })] };
  }
  const marked =
    refused.length > 0 ? text("command.unmarked", { sheets: list(refused) }) : text("command.marked");
  return { kind: "warning", sentences: [text("command.checked", { rows, errors, warnings, infos }), marked] };
}

/** A result as part of an address. */
export function resultQuery(result: CommandResult): string {
  return new URLSearchParams({ result: JSON.stringify(result) }).toString();
}

/** The result that an address carries; null when it carries none. */
export function resultFrom(search: string): CommandResult | null {
  const carried = new URLSearchParams(search).get("result");
  if (carried === null) return null;
  try {
    const result: unknown = JSON.parse(carried);
    return isResult(result) ? result : null;
  } catch {
    return null;
  }
}

function isResult(value: unknown): value is CommandResult {
  const { kind, failure, drawn, kept, counts, refused } = recordOf(value);
  switch (kind) {
    case "failed":
      return isFailure(failure);
    case "inserted":
      return isTexts(drawn) && isTexts(kept);
    case "drawn":
      return isTexts(drawn);
    case "checked": {
      const { rows, errors, warnings, infos } = recordOf(counts);
      const numbers = [rows, errors, warnings, infos].every((each) => typeof each === "number");
      return isTexts(refused) && (counts === null || numbers);
    }
    default:
      return false;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}
