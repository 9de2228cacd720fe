import type { Finding, Severity } from "../../domain/findings";
import { columnNumber } from "../../domain/grid";
import { SEVERITIES } from "./findingGroups";

/** Cells of one sheet whose worst finding has this severity. */
export interface CellsToMark {
  /** Name of the sheet. */
  readonly sheet: string;
  readonly severity: Severity;
  /** Zero-based. */
  readonly cells: readonly { readonly row: number; readonly column: number }[];
}

/** What to mark in the sheets: each cell once, as its worst finding. */
export function cellsToMark(findings: readonly Finding[]): readonly CellsToMark[] {
  const worst = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.sheet}!${finding.cell}`;
    const known = worst.get(key);
    if (!known || rank(finding.severity) < rank(known.severity)) worst.set(key, finding);
  }
  const groups = new Map<
    string,
    { sheet: string; severity: Severity; cells: { row: number; column: number }[] }
  >();
  for (const { sheet, severity, cell } of worst.values()) {
    const key = `${severity}|${sheet}`;
    const group = groups.get(key) ?? { sheet, severity, cells: [] };
    groups.set(key, group);
    group.cells.push(placeOf(cell));
  }
  return [...groups.values()];
}

/** A sheet as far as marks are concerned. */
interface MarkableSheet {
  readonly id: string;
  readonly name: string;
  /** False: it is protected. */
  readonly takesFormats: boolean;
}

/** `cellsToMark` for the sheets of a workbook, and which of them have to be left out. */
export function marksIn(findings: readonly Finding[], sheets: readonly MarkableSheet[]) {
  const wanted = cellsToMark(findings).flatMap(({ sheet, ...cells }) => {
    const found = sheets.find(({ name }) => name === sheet);
    return found ? [{ sheetId: found.id, ...cells }] : [];
  });
  const locked = sheets.filter(({ takesFormats }) => !takesFormats);
  return {
    wanted,
    locked: locked.map(({ id }) => id),
    /** Names of sheets with findings that take no marks. */
    refused: locked.filter(({ id }) => wanted.some(({ sheetId }) => sheetId === id)).map(({ name }) => name),
  };
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** `C12` → row 11, column 2. */
function placeOf(cell: string): { readonly row: number; readonly column: number } {
  const letters = cell.replace(/\d+$/, "");
  return { row: Number(cell.slice(letters.length)) - 1, column: columnNumber(letters) };
}
