/** Draws a workbook spec into the open workbook, all or nothing. */
import type { NameSpec, SheetSpec, WorkbookSpec } from "../layout/sheetSpec";
import { sheetStrokes } from "./drawSheet";
import { absoluteReference, rangeOf } from "./ranges";
import { findRecord, keepRecord, removalStroke, type FoundRecord } from "./record";
import { sendStrokes, strokeOfCalls, type Stroke } from "./requests";
import { clearStroke, keptTables, openSheets, probeSheets, takeSnapshots, type OpenSheet } from "./snapshot";
import type { AddedSheet, DrawToken } from "./tokens";
import { dropRecord, takeBack } from "./undo";

/** What to do with sheets of the same name: leave them alone, or draw over them. */
export interface DrawOptions {
  readonly existing: "keep" | "replace";
  /**
   * True: until the drawing is over, the workbook itself holds what was before, so that it can be taken back when
   * Excel is closed or lost half-way (`recover`). Takes one sync more, for each full request of what is kept.
   */
  readonly recoverable?: boolean;
}

/** An earlier drawing was left half-way: it must be taken back (`recover`) before the next one. */
export class RecoveryPending extends Error {
  override readonly name = "RecoveryPending";
}

export interface DrawOutcome {
  /** Names of the sheets that were drawn, in order. */
  readonly drawn: readonly string[];
  /** Names of the sheets that were there and were left alone. */
  readonly kept: readonly string[];
  /** Null when nothing was drawn. */
  readonly undo: DrawToken | null;
}

/**
 * Draws every sheet of the spec: new ones at the end, existing ones as the options say, then the workbook's names,
 * its custom properties and the active sheet (the spec's title is for files only). A replaced sheet is cleared and
 * drawn in place, so that formulas which refer to it survive.
 *
 * One sync to look; two (three where there are tables) and one
 * for each full response of cells and looks to keep what is replaced; one for each
 * full request to draw. When any of them fails, what was done is taken back. Rejects with an Office.js error or
 * `RecoveryPending` when nothing was touched yet, with `ChangeError` after that.
 */
export async function drawWorkbook(spec: WorkbookSpec, options: DrawOptions): Promise<DrawOutcome> {
  return Excel.run(async (context) => {
    const survey = await surveyWorkbook(context, spec);
    if (options.recoverable && !survey.record.whole.isNullObject) throw new RecoveryPending();
    const existing = survey.sheets.filter(({ worksheet }) => !worksheet.isNullObject);
    const kept = options.existing === "keep" ? existing.map(({ sheet }) => sheet.name) : [];
    const drawn = spec.sheets.filter((sheet) => !kept.includes(sheet.name));
    if (drawn.length === 0) return { drawn: [], kept, undo: null };

    const replaced = options.existing === "replace" ? existing.map(({ worksheet }) => worksheet) : [];
    const probes = probeSheets(replaced);
    const opened = await openSheets(context, replaced);
    const undo: DrawToken = {
      kind: "draw",
      recoverable: options.recoverable ?? false,
      added: namedForMaking(drawn.filter((sheet) => !existing.some((there) => there.sheet === sheet))),
      replaced: await takeSnapshots(context, opened, probes),
      names: namesBefore(survey, drawn),
      properties: propertiesBefore(survey),
      activeSheet: survey.active.name,
    };
    const record = undo.recoverable ? [await recordOf(context, survey.record, undo)] : [];
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.suspendApiCalculationUntilNextSync();
    try {
      await sendStrokes(context, [
        ...workbookStrokes(context.workbook, { ...spec, sheets: drawn }, survey, opened, undo.added),
        ...record.map((sheet) => removalStroke([sheet])),
      ]);
    } catch (error) {
      throw await takeBack(undo, error);
    }
    return { drawn: drawn.map(({ name }) => name), kept, undo };
  });
}

/** Names that nobody else gives a sheet, at this moment or ever. */
function namedForMaking(sheets: readonly SheetSpec[]): readonly AddedSheet[] {
  const drawing = Math.random().toString(36).slice(2, 10);
  return sheets.map(({ name }, index) => ({ name, madeAs: `BieuSu.Moi.${drawing}.${index}` }));
}

async function recordOf(
  context: Excel.RequestContext,
  found: FoundRecord,
  undo: DrawToken
): Promise<Excel.Worksheet> {
  try {
    return await keepRecord(context, found, undo);
  } catch (error) {
    throw await dropRecord(undo, error);
  }
}

/** What of the spec is in the workbook already. Sheets, names and properties are null objects where it is not. */
interface Survey {
  readonly active: Excel.Worksheet;
  readonly sheets: readonly { readonly sheet: SheetSpec; readonly worksheet: Excel.Worksheet }[];
  readonly names: readonly {
    readonly sheet: string;
    readonly name: string;
    readonly item: Excel.NamedItem;
  }[];
  readonly properties: readonly { readonly key: string; readonly property: Excel.CustomProperty }[];
  readonly record: FoundRecord;
}

async function surveyWorkbook(context: Excel.RequestContext, spec: WorkbookSpec): Promise<Survey> {
  const { names, properties, worksheets } = context.workbook;
  const survey: Survey = {
    active: worksheets.getActiveWorksheet().load("name"),
    sheets: spec.sheets.map((sheet) => ({
      sheet,
      worksheet: worksheets.getItemOrNullObject(sheet.name).load("name"),
    })),
    names: spec.sheets.flatMap((sheet) =>
      sheet.names.map(({ name }) => ({
        sheet: sheet.name,
        name,
        item: names.getItemOrNullObject(name).load("formula"),
      }))
    ),
    properties: Object.keys(spec.properties).map((key) => ({
      key,
      property: properties.custom.getItemOrNullObject(key).load("value"),
    })),
    record: findRecord(context.workbook),
  };
  await context.sync();
  return survey;
}

function namesBefore({ names }: Survey, drawn: readonly SheetSpec[]): DrawToken["names"] {
  const affected = names.filter(({ sheet }) => drawn.some(({ name }) => name === sheet));
  return affected.map(({ name, item }) => ({
    name,
    formula: item.isNullObject ? null : String(item.formula),
  }));
}

function propertiesBefore({ properties }: Survey): DrawToken["properties"] {
  return properties.map(({ key, property }) => ({
    key,
    value: property.isNullObject ? null : String(property.value),
  }));
}

/** All strokes in order: sheets are made, then every sheet passes a phase before the next begins (`SheetStrokes`). */
function workbookStrokes(
  workbook: Excel.Workbook,
  spec: WorkbookSpec,
  survey: Survey,
  opened: readonly OpenSheet[],
  added: readonly AddedSheet[]
): readonly Stroke[] {
  const made = new Map(added.map((sheet) => [sheet.name, addSheet(workbook, sheet)]));
  const targets = spec.sheets.map((sheet) => {
    const found = survey.sheets.find((entry) => entry.sheet === sheet)?.worksheet;
    const open = opened.find((candidate) => candidate.sheet === found);
    const worksheet = open?.sheet ?? made.get(sheet.name) ?? workbook.worksheets.add(sheet.name);
    const kept = keptTables(open, sheet.tables);
    const clear = open ? [clearStroke(open, sheet.tables, kept)] : [];
    return { sheet, worksheet, clear, strokes: sheetStrokes(worksheet, sheet, kept) };
  });
  return [
    ...targets.flatMap(({ clear }) => clear),
    ...targets.flatMap(({ strokes }) => strokes.body),
    ...targets.flatMap(({ sheet, worksheet }) =>
      sheet.names.map((name) => nameStroke(workbook, worksheet, sheet, name, survey))
    ),
    ...targets.flatMap(({ strokes }) => strokes.formulas),
    ...targets.flatMap(({ strokes }) => strokes.finish),
    ...Object.entries(spec.properties).map(([key, value]) =>
      strokeOfCalls(1, () => workbook.properties.custom.add(key, value))
    ),
    strokeOfCalls(1 + targets.length, () => {
      workbook.worksheets.getItem(spec.activeSheet).activate();
      for (const { sheet, worksheet } of targets) worksheet.visibility = VISIBILITY[sheet.visibility];
    }),
  ];
}

function addSheet(workbook: Excel.Workbook, { name, madeAs }: AddedSheet): Excel.Worksheet {
  const worksheet = workbook.worksheets.add(madeAs);
  worksheet.name = name;
  return worksheet;
}

const VISIBILITY = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" } as const;

/** A name that exists is pointed to its new place: formulas that use it never lose it. */
function nameStroke(
  workbook: Excel.Workbook,
  worksheet: Excel.Worksheet,
  sheet: SheetSpec,
  { name, area }: NameSpec,
  survey: Survey
): Stroke {
  const item = survey.names.find((entry) => entry.name === name)?.item;
  return strokeOfCalls(2, () => {
    if (item === undefined || item.isNullObject) workbook.names.add(name, rangeOf(worksheet, area));
    else item.formula = `=${absoluteReference(sheet.name, area)}`;
  });
}
