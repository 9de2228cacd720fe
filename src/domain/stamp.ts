/** Whose a workbook is: the template's stamp, then the sheet's text, then the file's name. Never a silent guess. */
import type { Round, Scheme, Unit } from "../schemes/types";
import type { CellValue, Grid, IsoDate, WorkbookContent } from "./grid";
import { containsWords, wordKey } from "./text/normalize";
import { remembering } from "./text/remembering";
import { understoodPart } from "./text/understood";
import { cellText } from "./values/cells";

/** Names of the custom document properties that a template carries. */
export const STAMP = {
  scheme: "BieuSu.Scheme",
  unit: "BieuSu.Unit",
  round: "BieuSu.Round",
  templateVersion: "BieuSu.TemplateVersion",
} as const;

export type UnitSource = "stamp" | "text" | "file-name";

/**
 * The unit and what said so; null when nothing does, or when the text names several units.
 * @param stated where they are known
 */
export function identifyUnit(
  workbook: WorkbookContent,
  scheme: Scheme,
  stated: readonly StatedUnit[] = statedUnits(workbook, scheme)
): { readonly unit: Unit; readonly source: UnitSource } | null {
  const stamped = scheme.units.find(({ id }) => id === workbook.properties[STAMP.unit]);
  if (stamped) return { unit: stamped, source: "stamp" };
  const [first] = stated;
  return first ? { unit: first.unit, source: first.by } : null;
}

export interface StatedUnit {
  readonly unit: Unit;
  readonly by: "text" | "file-name";
}

/** What the sheets' text and the file's name say of the unit, in this order; each says one unit or nothing. */
export function statedUnits(workbook: WorkbookContent, scheme: Scheme): readonly StatedUnit[] {
  const stated = unitNamed(labelledLines(workbook.sheets, UNIT_LABEL), scheme);
  const fileWords = wordKey(workbook.file.replace(/\.[^.]+$/, ""));
  const named = unitNamed([fileWords], scheme) ?? unitBySlug(workbook.file, scheme);
  return [
    ...(stated ? [{ unit: stated, by: "text" } as const] : []),
    ...(named ? [{ unit: named, by: "file-name" } as const] : []),
  ];
}

/** The round that the stamp names, else the one that a cell "Đợt báo cáo: …" names; undefined when none does. */
export function statedRound(workbook: WorkbookContent, scheme: Scheme, asOf: IsoDate): Round | undefined {
  const stamped = scheme.round(workbook.properties[STAMP.round] ?? "");
  if (stamped) return stamped;
  const lines = labelledLines(workbook.sheets, ROUND_LABEL);
  return scheme.roundsFor(asOf).find(({ name }) => {
    const words = wordKey(name);
    return lines.some((line) => containsWords(line, words));
  });
}

const UNIT_LABEL = wordKey("Đơn vị");
const ROUND_LABEL = wordKey("Đợt báo cáo");
const LABELS = [UNIT_LABEL, ROUND_LABEL];
/** Every cell is asked: how a label begins, eth for Đ included. */
const MAY_BE_LABEL = /^[^\p{L}\p{M}\p{N}]*[đð]/iu;

/** Different texts that begin like a label: the headings of columns do, in every file. */
const MOST_LIKE_LABELS = 1_000;

/** The label that a text begins with, and whether it is that and nothing else; null for a text that has none. */
const labelOf = remembering((text): { readonly label: string; readonly isAll: boolean } | null => {
  const words = wordKey(text);
  const label = LABELS.find((each) => words === each || words.startsWith(`${each} `));
  return label === undefined ? null : { label, isAll: words === label };
}, MOST_LIKE_LABELS);

/** Different things that the labels of a workbook say: who says more names no unit, but fills a column. */
const MOST_LINES = 1_000;

/** Word keys of "<label>: …" cells, or of the cell beside one that holds the label alone; the first ones, each once. */
function labelledLines(sheets: readonly Grid[], label: string): readonly string[] {
  const lines = sheets.flatMap((grid) => {
    const ofSheet = linesOfSheet.get(grid) ?? grid.values.filter(hasLabel).flatMap(labelledLinesOf);
    linesOfSheet.set(grid, ofSheet);
    return ofSheet.flatMap((line) => (line.label === label ? [line.text] : []));
  });
  return [...new Set(lines)].slice(0, MOST_LINES);
}

interface LabelledLine {
  readonly label: string;
  readonly text: string;
}

/** Sheets are never changed, and those of one workbook are asked again and again. */
const linesOfSheet = new WeakMap<Grid, readonly LabelledLine[]>();

/** Nearly all rows have none. */
function hasLabel(row: readonly CellValue[]): boolean {
  for (const value of row) if (mayBeLabel(value)) return true;
  return false;
}

function labelledLinesOf(row: readonly CellValue[]): readonly LabelledLine[] {
  return row.flatMap((whole, column): readonly LabelledLine[] => {
    if (typeof whole !== "string" || !mayBeLabel(whole)) return [];
    const value = understoodPart(whole);
    const found = labelOf(value);
    if (found === null) return [];
    const { label, isAll } = found;
    if (isAll) return [{ label, text: wordKey(understoodPart(cellText(row[column + 1] ?? null))) }];
    return value.includes(":") ? [{ label, text: wordKey(value) }] : [];
  });
}

function mayBeLabel(value: CellValue): boolean {
  if (typeof value !== "string" || isLetterOrDigit(value.charCodeAt(0))) return false;
  return MAY_BE_LABEL.test(understoodPart(value));
}

/** Of ASCII: so begins almost every other cell. */
function isLetterOrDigit(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);
}

function unitNamed(texts: readonly string[], scheme: Scheme): Unit | null {
  const units = new Set(texts.flatMap(unitsNamedIn(scheme)));
  const [only] = units;
  // "Thành phố Cao Bằng" and "Công an tỉnh Cao Bằng" must not both answer for a text that names one of them.
  return units.size === 1 ? (only ?? null) : null;
}

/** The one unit that is called this, by whichever of its names and with nothing else; null where none or several are. */
export function unitCalled(text: string, scheme: Scheme): Unit | null {
  const name = wordKey(text);
  const units = scheme.units.filter((unit) => namesOf(unit).includes(name));
  return units.length === 1 ? (units[0] ?? null) : null;
}

type UnitsNamed = (text: string) => readonly Unit[];

/** Schemes are constants, and the labels of many files say the same. */
const unitsNamed = new WeakMap<Scheme, UnitsNamed>();
/** Different labels and names of files. */
const MOST_TEXTS = 1_000;

/** The units that a word key names, with whichever of their names. */
function unitsNamedIn(scheme: Scheme): UnitsNamed {
  const known =
    unitsNamed.get(scheme) ??
    remembering(
      (text) => scheme.units.filter((unit) => namesOf(unit).some((name) => containsWords(text, name))),
      MOST_TEXTS
    );
  unitsNamed.set(scheme, known);
  return known;
}

/** Units are constants: each is prepared once. */
const unitNames = new WeakMap<Unit, readonly string[]>();

/** Word keys of all names of a unit. */
function namesOf(unit: Unit): readonly string[] {
  const names = unitNames.get(unit) ?? allNames(unit).map(wordKey);
  unitNames.set(unit, names);
  return names;
}

function allNames({ name, shortName, aliases, kind }: Unit): readonly string[] {
  return [name, shortName, ...aliases, ...(kind === "district" ? [`Huyện ${shortName}`] : [])];
}

/** `ha-lang.xlsx`, `bieu_ha_lang_lan_2.xlsx`. */
function unitBySlug(file: string, scheme: Scheme): Unit | null {
  const slug = file.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const units = scheme.units.filter(({ id }) => `-${slug}-`.includes(`-${id}-`));
  return units.length === 1 ? (units[0] ?? null) : null;
}
