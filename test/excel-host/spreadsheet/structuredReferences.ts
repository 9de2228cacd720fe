/**
 * Table references in formulas (`TongHop02[Giai đoạn]`, `[@Tính]`, `T[[#Headers],[Xã]]`) as plain addresses. Engines
 * understand them in part only: names in another letter case, brackets and commas in column titles are beyond them.
 */
import { formatAddress } from "../addresses";
import { areaOf } from "../areas";
import type { Area } from "./spreadsheet";

export interface KnownTable {
  readonly name: string;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly area: Area;
  /** Titles of its columns. */
  readonly headers: readonly string[];
}

/** Where the formula stands. */
export interface FormulaPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** A stretch of a formula: plain text, or a word that may name a table with what follows it in brackets. */
interface Piece {
  readonly text: string;
  readonly word: string;
  /** With its brackets; empty when there is none. */
  readonly bracket: string;
}

/** The formula with every table reference replaced; `null` when it has none. */
export function withoutTableReferences(
  formula: string,
  tables: readonly KnownTable[],
  place: FormulaPlace
): string | null {
  const pieces = piecesOf(formula);
  const replaced = pieces.map((piece) => {
    const table = tableOf(piece, tables, place);
    return table ? addressOf(table, piece.bracket, place) : piece.text;
  });
  const text = replaced.join("");
  return text === formula ? null : text;
}

/** The formula after a table got another name. */
export function withTableRenamed(formula: string, before: string, after: string): string {
  return piecesOf(formula)
    .map((piece) => (sameWord(piece.word, before) ? after + piece.bracket : piece.text))
    .join("");
}

/**
 * The formula after columns of the table got other titles: what it says of them, in the table's name or in the table
 * itself, follows. `renamed` has the new title for the old one in small letters.
 */
export function withColumnsRenamed(
  formula: string,
  table: KnownTable,
  renamed: ReadonlyMap<string, string>,
  place: FormulaPlace
): string {
  return piecesOf(formula)
    .map((piece) =>
      tableOf(piece, [table], place) ? piece.word + renamedBracket(piece.bracket, renamed) : piece.text
    )
    .join("");
}

function renamedBracket(bracket: string, renamed: ReadonlyMap<string, string>): string {
  const inner = bracket.slice(1, -1);
  const [, sign = "", rest = ""] = /^(\s*@?)([^]*)$/.exec(inner) ?? [];
  if (bracket === "" || rest.trimStart().startsWith("[")) {
    return bracket === "" ? "" : `[${sign}${eachPart(rest, renamed)}]`;
  }
  const title = renamed.get(unescaped(rest).toLowerCase());
  if (title === undefined || rest.startsWith("#")) {
    return bracket;
  }
  const isPlain = /^[\p{L}\p{M}\p{N}_.]+$/u.test(title);
  return sign.includes("@") && !isPlain ? `[${sign}[${escaped(title)}]]` : `[${sign}${escaped(title)}]`;
}

/** `[#Headers],[a]:[b]` with the titles in their own brackets replaced. */
function eachPart(inner: string, renamed: ReadonlyMap<string, string>): string {
  let result = "";
  for (let at = 0; at < inner.length;) {
    const part = inner[at] === "[" ? bracketAt(inner, at) : (inner[at] ?? "");
    const title = part.startsWith("[") ? renamed.get(unescaped(part.slice(1, -1)).toLowerCase()) : undefined;
    result += title === undefined ? part : `[${escaped(title)}]`;
    at += part.length;
  }
  return result;
}

/** A title as references write it: an apostrophe before what has a meaning of its own. */
export function escaped(title: string): string {
  return title.replace(/['[\]#@]/g, "'$&");
}

/** Whether the formula refers to the table. */
export function mentionsTable(formula: string, name: string): boolean {
  return piecesOf(formula).some(({ word }) => sameWord(word, name));
}

/** The formula with a cell in place of every reference in brackets: what is left to check is its syntax. */
export function withoutBrackets(formula: string): string {
  return piecesOf(formula)
    .map(({ text, bracket }) => (bracket === "" ? text : "$A$1"))
    .join("");
}

/** Whether every word with brackets behind it is one of the tables. */
export function knowsAllTables(formula: string, names: readonly string[]): boolean {
  return piecesOf(formula).every(
    ({ word, bracket }) => word === "" || bracket === "" || names.some((name) => sameWord(name, word))
  );
}

/** Whether a semicolon separates arguments: formulas are English, only array constants have semicolons. */
export function hasForeignSeparator(formula: string): boolean {
  return piecesOf(formula.replace(/\{[^{}]*\}/g, "")).some(
    ({ text, bracket }) => bracket === "" && !/^["']/.test(text) && text.includes(";")
  );
}

function sameWord(first: string, second: string): boolean {
  return first !== "" && first.toLowerCase() === second.toLowerCase();
}

function tableOf(
  { word, bracket }: Piece,
  tables: readonly KnownTable[],
  place: FormulaPlace
): KnownTable | null {
  if (word !== "") {
    return tables.find(({ name }) => sameWord(name, word)) ?? null;
  }
  const isHere = ({ sheetId, area }: KnownTable): boolean =>
    sheetId === place.sheetId && place.row >= area.top && place.row <= area.bottom;
  return bracket === "" ? null : (tables.find(isHere) ?? null);
}

/** Splits at words and brackets; texts in double quotes and sheet names in single quotes stay whole. */
function piecesOf(formula: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const shape = /"(?:[^"]|"")*"|'(?:[^']|'')*'!|[\p{L}_\\][\p{L}\p{M}\p{N}_.\\]*|\[|[^"'[\p{L}_\\]+|[^]/gu;
  for (let at = 0; at < formula.length;) {
    shape.lastIndex = at;
    const found = shape.exec(formula)?.[0] ?? formula.slice(at);
    const isWord = /^[\p{L}_\\]/u.test(found);
    const next = formula[at + found.length];
    if (isWord && next !== "(" && next !== "!") {
      const bracket = next === "[" ? bracketAt(formula, at + found.length) : "";
      pieces.push({ text: found + bracket, word: found, bracket });
      at += found.length + bracket.length;
    } else if (found === "[") {
      const bracket = bracketAt(formula, at);
      pieces.push({ text: bracket, word: "", bracket });
      at += bracket.length;
    } else {
      pieces.push({ text: found, word: "", bracket: "" });
      at += found.length;
    }
  }
  return pieces;
}

/** From an opening bracket to the one that closes it; an apostrophe takes the meaning from the next character. */
function bracketAt(formula: string, start: number): string {
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    const character = formula[at];
    if (character === "'") {
      at += 1;
    } else if (character === "[") {
      depth += 1;
    } else if (character === "]") {
      depth -= 1;
      if (depth === 0) {
        return formula.slice(start, at + 1);
      }
    }
  }
  return formula.slice(start);
}

function addressOf(table: KnownTable, bracket: string, place: FormulaPlace): string {
  const inner = bracket.slice(1, -1).trim();
  const isThisRow = inner.startsWith("@");
  const parts = isThisRow ? partsOf(inner.slice(1).trim()) : partsOf(inner);
  const items = parts.filter((part) => part.startsWith("#")).map((part) => part.slice(1).toLowerCase());
  const columns = parts.filter((part) => !part.startsWith("#"));
  const rows = rowsOf(table.area, isThisRow ? ["this row"] : items, place);
  const across = columnsOf(table, columns);
  if (!rows || !across) {
    return "#REF!";
  }
  const height = rows.bottom - rows.top + 1;
  const width = across.right - across.left + 1;
  return formatAddress(table.sheetName, areaOf(rows.top, across.left, height, width), true);
}

/** `[a],[b]:[c]` -> `a`, `b`, `c`; a single part needs no brackets of its own. */
function partsOf(inner: string): readonly string[] {
  if (inner === "") {
    return [];
  }
  if (!inner.startsWith("[")) {
    return [unescaped(inner)];
  }
  const parts: string[] = [];
  for (let at = inner.indexOf("["); at >= 0;) {
    const part = bracketAt(inner, at);
    parts.push(unescaped(part.slice(1, -1)));
    at = inner.indexOf("[", at + part.length);
  }
  return parts;
}

/** `#` at the front stays a sign of its own only when it is not escaped. */
function unescaped(text: string): string {
  return text.replace(/'([[\]#'@])/g, "$1");
}

function rowsOf(
  area: Area,
  items: readonly string[],
  place: FormulaPlace
): { readonly top: number; readonly bottom: number } | null {
  const has = (item: string): boolean => items.includes(item);
  if (has("all")) {
    return { top: area.top, bottom: area.bottom };
  }
  if (has("this row")) {
    const isInside = place.row > area.top && place.row <= area.bottom;
    return isInside ? { top: place.row, bottom: place.row } : null;
  }
  if (has("headers")) {
    return { top: area.top, bottom: has("data") ? area.bottom : area.top };
  }
  return has("totals") && !has("data") ? null : { top: area.top + 1, bottom: area.bottom };
}

function columnsOf(
  { area, headers }: KnownTable,
  names: readonly string[]
): { readonly left: number; readonly right: number } | null {
  if (names.length === 0) {
    return { left: area.left, right: area.right };
  }
  const found = names.map((name) => headers.findIndex((title) => sameWord(title, name)));
  return found.includes(-1)
    ? null
    : { left: area.left + Math.min(...found), right: area.left + Math.max(...found) };
}
