/** Reads the merged tables back from a workbook, with all that the province corrected in them by hand. */
import {
  baseColumns,
  EXCLUSION_NAMES,
  GROUP_NAMES,
  JOURNAL_COLUMNS,
  KIND_NAMES,
  MAPPINGS_SHEET,
  MERGED_SHEETS,
  type MergedColumn,
  mergedColumns,
  TARGET_SHEET_COLUMNS,
  trendColumns,
} from "../../schemes/mergedColumns";
import { type FormId, type Round, type Scheme, STAGES, type Unit } from "../../schemes/types";
import { roundOf } from "../check";
import { type CellValue, cellAt, type Grid, type WorkbookContent } from "../grid";
import { documentIdentity, workIdentity } from "../identity";
import { readDocument, readWork, type WorkRecord } from "../records";
import { unitCalled } from "../stamp";
import { wordKey } from "../text/normalize";
import { cellKey, cellText, isBlank } from "../values/cells";
import { factsOf, stageByCutOff } from "./facts";
import { readMappings } from "./keptMappings";
import { mergedHeader } from "./mergedHeader";
import type {
  BaseRow,
  Exclusion,
  MergedDocument,
  MergedState,
  MergedWork,
  OfficialCells,
  ProgressSnapshot,
  RowSource,
  Submission,
  UnitShare,
  WorkFacts,
} from "./state";
import { technicalSheet } from "./technicalSheets";

/**
 * The state that a merged workbook holds; null when it is none. Figures of a row come from the same cells that the
 * formulas of `Tiến độ` use (Giai đoạn, Lý do không tính, Chủ thể, Loại), so both always agree.
 */
export function readMergedState(workbook: WorkbookContent, scheme: Scheme): MergedState | null {
  const sheet = (name: string) => workbook.sheets.find((grid) => wordKey(grid.sheet) === wordKey(name));
  const documents = tableOn(sheet(MERGED_SHEETS.documents), mergedColumns(scheme, "bieu-01"));
  const works = tableOn(sheet(MERGED_SHEETS.works), mergedColumns(scheme, "bieu-02"));
  if (!documents || !works) return null;
  const journal = readJournal(tableOn(sheet(MERGED_SHEETS.journal), JOURNAL_COLUMNS) ?? [], scheme);
  const round = stateRound(workbook, journal, scheme);
  const targets = sheet(MERGED_SHEETS.targets);
  const communesWithBook = readTicks(targets) ?? defaultTicks(scheme);
  return {
    scheme: scheme.id,
    round: round.id,
    documents: withOwnKeys(documents.flatMap((row) => readDocumentRow(row, scheme))),
    works: withOwnKeys(works.flatMap((row) => readWorkRow(row, scheme, round, communesWithBook))),
    base: readBase(
      tableOn(technicalSheet(workbook, MERGED_SHEETS.base, scheme), baseColumns(scheme)) ?? [],
      scheme
    ),
    journal,
    shares: readShares(targets, scheme),
    communesWithBook,
    ...readManuscriptStages(targets, scheme),
    ...keptMappings(workbook, scheme),
    ...readSnapshots(sheet(MERGED_SHEETS.trend), scheme),
  };
}

function keptMappings(workbook: WorkbookContent, scheme: Scheme): Pick<MergedState, "mappings"> {
  const grid = technicalSheet(workbook, MAPPINGS_SHEET, scheme);
  const mappings = grid ? readMappings(grid) : [];
  return mappings.length > 0 ? { mappings } : {};
}

/** A row of a table by column key; `row` is the zero-based sheet row. */
export interface TableRow {
  readonly row: number;
  readonly cells: OfficialCells;
}

/** Rows under the header; blank rows are skipped. Null without a header. */
export function tableOn(
  grid: Grid | undefined,
  columns: readonly MergedColumn[]
): readonly TableRow[] | null {
  const header = grid && mergedHeader(grid, columns);
  return grid && header ? rowsUnder(grid, header.row, header.positions) : null;
}

function rowsUnder(grid: Grid, header: number, positions: ReadonlyMap<string, number>): readonly TableRow[] {
  const rows: TableRow[] = [];
  for (let row = header + 1; row < grid.top + grid.values.length; row += 1) {
    const cells = Object.fromEntries(
      [...positions].map(([key, column]) => {
        const value = cellAt(grid, row, column);
        return [key, isBlank(value) ? null : value];
      })
    );
    rows.push({ row, cells });
  }
  return rows;
}

function stateRound(workbook: WorkbookContent, journal: readonly Submission[], scheme: Scheme): Round {
  const last = scheme.round(journal[journal.length - 1]?.round ?? "");
  return last ?? roundOf(workbook, scheme, workbook.modified?.slice(0, 10) ?? scheme.end);
}

/** A cell of a row as text; `""` where there is nothing. */
export function textIn(cells: OfficialCells, key: string): string {
  return cellText(cells[key] ?? null).trim();
}

function unitOf(cells: OfficialCells, scheme: Scheme): Unit | undefined {
  const id = cellKey(cells["unit"] ?? null);
  return (
    scheme.units.find((unit) => unit.id === id) ?? unitCalled(textIn(cells, "unit"), scheme) ?? undefined
  );
}

function sourceOf({ cells, row }: TableRow, sheet: string): RowSource {
  const sourceRow = Number(textIn(cells, "sourceRow"));
  return {
    file: textIn(cells, "sourceFile"),
    sheet: textIn(cells, "sourceSheet") || sheet,
    row: Number.isInteger(sourceRow) && sourceRow > 0 ? sourceRow : row + 1,
  };
}

function official(cells: OfficialCells, scheme: Scheme, form: FormId): OfficialCells {
  const columns = scheme.forms.find(({ id }) => id === form)?.columns ?? [];
  return Object.fromEntries(columns.map(({ key }): [string, CellValue] => [key, cells[key] ?? null]));
}

/** A row added by hand may be about what another one is about, and a copied row has the key of its original: all stay. */
function withOwnKeys<R extends MergedDocument>(rows: readonly R[]): readonly R[] {
  const idOf = ({ unit, key }: R): string => `${unit}|${key}`;
  const all = new Set(rows.map(idOf));
  if (all.size === rows.length) return rows;
  /** By row: the last number given to one of its kind. */
  const numbers = new Map<string, number>();
  return rows.map((row) => {
    const last = numbers.get(idOf(row));
    let number = (last ?? 0) + 1;
    if (last === undefined) {
      numbers.set(idOf(row), number);
      return row;
    }
    while (all.has(idOf({ ...row, key: `${row.key}#${number}` }))) number += 1;
    const own = { ...row, key: `${row.key}#${number}` };
    numbers.set(idOf(row), number);
    all.add(idOf(own));
    return own;
  });
}

/** What a row of the merged tables lacks to be read: whose it is, or what it is about. */
export type RowLack = "unit-unknown" | "no-number" | "no-title";

/** Null for a row that is read. */
export function lackOf(row: TableRow, form: FormId, scheme: Scheme): RowLack | null {
  const unit = unitOf(row.cells, scheme);
  if (!unit) return "unit-unknown";
  if (textIn(row.cells, "key") !== "") return null;
  const cells = official(row.cells, scheme, form);
  if (form === "bieu-01") return documentIdentity(readDocument({ row: row.row, cells })) ? null : "no-number";
  return workIdentity(readWork({ row: row.row, cells }, scheme, unit.id)) ? null : "no-title";
}

/** A row that the province added by hand has no key yet: it gets the one that its content would have. */
function readDocumentRow(row: TableRow, scheme: Scheme): readonly MergedDocument[] {
  const unit = unitOf(row.cells, scheme);
  const cells = official(row.cells, scheme, "bieu-01");
  const key = textIn(row.cells, "key") || documentIdentity(readDocument({ row: row.row, cells }));
  if (!unit || !key) return [];
  return [{ unit: unit.id, key, cells, source: sourceOf(row, MERGED_SHEETS.documents) }];
}

function readWorkRow(
  row: TableRow,
  scheme: Scheme,
  round: Round,
  communesWithBook: readonly string[]
): readonly MergedWork[] {
  const unit = unitOf(row.cells, scheme);
  const cells = official(row.cells, scheme, "bieu-02");
  const record = readWork({ row: row.row, cells }, scheme, unit?.id ?? null);
  const key = textIn(row.cells, "key");
  const identity = key || workIdentity(record);
  if (!unit || !identity) return [];
  const stage = stageNamed(textIn(row.cells, "stage"), scheme);
  const facts = key
    ? factsInCells(row.cells, record, scheme)
    : factsOf(record, stage ?? stageByCutOff(record.marks, { scheme, cutOff: round.cutOff }), {
        scheme,
        unit,
        cutOff: round.cutOff,
        communesWithBook: new Set(communesWithBook),
      });
  return [{ unit: unit.id, key: identity, cells, source: sourceOf(row, MERGED_SHEETS.works), facts }];
}

function factsInCells(cells: OfficialCells, record: WorkRecord, scheme: Scheme): WorkFacts {
  const subject = textIn(cells, "subject");
  const commune = scheme.communes.find(({ code }) => subject === `xa-${code}`);
  const named = scheme.targets.flatMap(({ works }) => works).find(({ id }) => id === subject);
  const dong = cells["dong"];
  const reason = textIn(cells, "exclusion");
  return {
    stage: stageNamed(textIn(cells, "stage"), scheme),
    kind: nameToId(KIND_NAMES, textIn(cells, "kind")) ?? record.reading.kind,
    level: nameToId(GROUP_NAMES, textIn(cells, "group")) ?? record.reading.level,
    commune: commune?.code ?? null,
    namedWork: named?.id ?? null,
    subject,
    publishedFrom: record.marks.published.period?.from ?? null,
    funds: typeof dong === "number" ? dong : null,
    // A reason in the province's own words excludes the row just as well.
    exclusion: reason === "" ? null : (nameToId<Exclusion>(EXCLUSION_NAMES, reason) ?? "no-target"),
  };
}

function stageNamed(name: string, scheme: Scheme): WorkFacts["stage"] {
  return nameToId(scheme.stageNames, name);
}

function nameToId<Id extends string>(names: Readonly<Record<Id, string>>, name: string): Id | null {
  const ids = Object.keys(names) as Id[];
  return ids.find((id) => wordKey(names[id]) === wordKey(name)) ?? null;
}

function readBase(rows: readonly TableRow[], scheme: Scheme): readonly BaseRow[] {
  return rows.flatMap(({ cells }) => {
    const form = scheme.forms.find(({ id }) => id === textIn(cells, "form"));
    const unit = unitOf(cells, scheme);
    const key = textIn(cells, "key");
    if (!form || !unit || !key) return [];
    const own = form.columns.map((column): [string, CellValue] => [
      column.key,
      cells[`${form.id}.${column.key}`] ?? null,
    ]);
    return [{ unit: unit.id, form: form.id, key, cells: Object.fromEntries(own) }];
  });
}

function readJournal(rows: readonly TableRow[], scheme: Scheme): readonly Submission[] {
  return rows.flatMap(({ cells }) => {
    const unit = unitOf(cells, scheme);
    const file = textIn(cells, "file");
    if (!unit || file === "") return [];
    const count = (key: string) => Number(textIn(cells, key)) || 0;
    const mergedOn = cells["mergedOn"];
    return [
      {
        file,
        sha256: textIn(cells, "sha256"),
        unit: unit.id,
        round: textIn(cells, "round"),
        modified: textIn(cells, "modified"),
        mergedOn:
          mergedOn !== null && typeof mergedOn === "object" && mergedOn.kind === "date" ? mergedOn.iso : "",
        read: count("read"),
        merged: count("merged"),
        duplicate: count("duplicate"),
        rejected: count("rejected"),
        errors: count("errors"),
        warnings: count("warnings"),
      },
    ];
  });
}

/** A part of `Chỉ tiêu` by its headings. */
function partOf(
  grid: Grid | undefined,
  titles: Readonly<Record<string, string>>
): readonly TableRow[] | null {
  return tableOn(
    grid,
    Object.entries(titles).map(([key, title]) => ({ key, title, width: 0 }))
  );
}

function readTicks(targets: Grid | undefined): readonly string[] | null {
  const rows = partOf(targets, TARGET_SHEET_COLUMNS.communes);
  if (!rows) return null;
  return rows
    .filter(({ cells }) => textIn(cells, "withBook") !== "")
    .map(({ cells }) => textIn(cells, "code"));
}

function defaultTicks(scheme: Scheme): readonly string[] {
  return scheme.communes.filter(({ hadBookBefore }) => hadBookBefore).map(({ code }) => code);
}

function readShares(targets: Grid | undefined, scheme: Scheme): readonly UnitShare[] {
  const rows = partOf(targets, TARGET_SHEET_COLUMNS.shares) ?? [];
  const typed = new Map(
    rows.flatMap(({ cells }) => {
      const unit = unitOf(cells, scheme);
      const value = cells["typed"];
      // The list of communes further down repeats no unit in this column.
      return unit && typeof value === "number" ? [[unit.id, value] as const] : [];
    })
  );
  return scheme.units
    .filter(({ kind }) => kind === "district")
    .map(({ id }) => ({ unit: id, typed: typed.get(id) ?? null }));
}

/** Nothing where the ticks are those of the scheme, or the sheet has no such table. */
function readManuscriptStages(
  targets: Grid | undefined,
  scheme: Scheme
): Pick<MergedState, "manuscriptStages"> {
  const rows = (partOf(targets, TARGET_SHEET_COLUMNS.stages) ?? []).flatMap(({ cells }) => {
    const stage = stageNamed(textIn(cells, "stage"), scheme);
    return stage === null ? [] : [{ stage, isTicked: textIn(cells, "manuscript") !== "" }];
  });
  const isDefault = rows.every(({ stage, isTicked }) => isTicked === scheme.manuscriptStages.includes(stage));
  if (isDefault) return {};
  return {
    manuscriptStages: STAGES.filter((stage) => rows.some((row) => row.stage === stage && row.isTicked)),
  };
}

function readSnapshots(grid: Grid | undefined, scheme: Scheme): Pick<MergedState, "snapshots"> {
  const rows = tableOn(grid, trendColumns(scheme)) ?? [];
  const snapshots = rows.flatMap(({ cells }): readonly ProgressSnapshot[] => {
    const { asOf } = cells;
    if (typeof asOf !== "object" || asOf === null || asOf.kind !== "date") return [];
    const done = scheme.targets.flatMap(({ id }) => {
      const value = cells[id];
      return typeof value === "number" ? [[id, value] as const] : [];
    });
    const funds = cells["funds"];
    return [{ asOf: asOf.iso, done: Object.fromEntries(done), funds: typeof funds === "number" ? funds : 0 }];
  });
  return snapshots.length === 0 ? {} : { snapshots };
}
