/**
 * Marks of findings in the sheets: conditional formats of our own, which leave the cells' own looks alone and vanish
 * with them. Their formula, which is always true, says whose they are: so they are found again in a workbook that was
 * closed, or on a sheet that was copied. A setting of the workbook says that there are any.
 */
import type { Severity } from "../domain/findings";
import { columnLetters } from "../domain/grid";

/** Cells of one severity on one sheet. */
export interface WantedMarks {
  readonly sheetId: string;
  readonly severity: Severity;
  /** Zero-based. */
  readonly cells: readonly { readonly row: number; readonly column: number }[];
}

/** A mark in the workbook. */
export interface Mark {
  readonly sheetId: string;
  /** Id of the conditional format. */
  readonly id: string;
  readonly severity: Severity;
  /** A1 addresses, separated by commas; null where it is not known. */
  readonly address: string | null;
}

/** Present while there are marks. */
const SETTING = "BieuSu.Marks";
const FORMULA = /^=LEN\("BieuSu\.(error|warning|info)"\)>0$/;

/** Not by colour alone: each has its own border and its own kind of letters. */
const LOOKS: Readonly<Record<Severity, Look>> = {
  error: { fill: "#FBD5D5", font: "#7A0C12", border: "Continuous", bold: true },
  warning: { fill: "#FFE9B8", font: "#5A3800", border: "Dash", italic: true },
  info: { fill: "#DCE9F5", font: "#173E5C", border: "Dot" },
};

interface Look {
  readonly fill: string;
  readonly font: string;
  readonly border: "Continuous" | "Dash" | "Dot";
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** Characters of an address; longer ones are cut, each part with a conditional format of its own. */
const ADDRESS_CHARACTERS = 2_000;

/**
 * Makes the marks of the workbook the wanted ones; one sync, none where they are so already. Rejects with Office.js
 * errors (`describeExcelError`); then `findMarks` says what there is.
 * @param known all marks that there are
 * @param locked ids of sheets that are protected: their marks stay as they are
 */
export async function updateMarks(
  known: readonly Mark[],
  wanted: readonly WantedMarks[],
  locked: readonly string[] = []
): Promise<readonly Mark[]> {
  const pieces = wanted
    .filter(({ sheetId }) => !locked.includes(sheetId))
    .flatMap(({ sheetId, severity, cells }) =>
      addressesOf(cells).map((address) => ({ sheetId, severity, address }))
    );
  const keys = new Set(pieces.map(keyOf));
  const kept = known.filter((mark) => locked.includes(mark.sheetId) || keys.has(keyOf(mark)));
  const gone = known.filter((mark) => !kept.includes(mark));
  const keptKeys = new Set(kept.map(keyOf));
  const added = pieces.filter((piece) => !keptKeys.has(keyOf(piece)));
  if (gone.length === 0 && added.length === 0) return known;

  const context = new Excel.RequestContext();
  const { workbook } = context;
  gone.forEach((mark) => removeMark(workbook, mark));
  const formats = added.map(({ sheetId, severity, address }) =>
    addMark(workbook.worksheets.getItem(sheetId).getRanges(address), severity)
  );
  const left = kept.length + added.length > 0;
  if (!left) removeSetting(workbook);
  else if (known.length === 0) workbook.settings.add(SETTING, true);
  await context.sync();
  return [...kept, ...added.map((piece, index) => ({ ...piece, id: formats[index]?.id ?? "" }))];
}

function keyOf({ sheetId, severity, address }: Omit<Mark, "id">): string {
  return JSON.stringify([sheetId, severity, address]);
}

function addMark(cells: Excel.RangeAreas, severity: Severity): Excel.ConditionalFormat {
  const { fill, font, border, bold, italic } = LOOKS[severity];
  const added = cells.conditionalFormats.add("Custom");
  added.custom.rule.formula = `=LEN("BieuSu.${severity}")>0`;
  const { format } = added.custom;
  format.fill.color = fill;
  format.font.color = font;
  if (bold) format.font.bold = true;
  if (italic) format.font.italic = true;
  for (const side of [format.borders.top, format.borders.bottom, format.borders.left, format.borders.right]) {
    side.style = border;
    side.color = font;
  }
  return added.load("id");
}

/** A mark, or its sheet, that the user has removed is no error. */
function removeMark({ worksheets }: Excel.Workbook, { sheetId, id }: Mark): void {
  worksheets.getItemOrNullObject(sheetId).getRange().conditionalFormats.getItemOrNullObject(id).delete();
}

function removeSetting({ settings }: Excel.Workbook): void {
  settings.getItemOrNullObject(SETTING).delete();
}

/** True when the workbook has marks of ours, or says so; one sync. Rejects with Office.js errors. */
export async function hasMarks(): Promise<boolean> {
  const context = new Excel.RequestContext();
  const setting = context.workbook.settings.getItemOrNullObject(SETTING).load("key");
  await context.sync();
  return !setting.isNullObject;
}

/** Every mark of ours, whenever it was made; three syncs. Rejects with Office.js errors. */
export async function findMarks(): Promise<readonly Mark[]> {
  const context = new Excel.RequestContext();
  const sheets = context.workbook.worksheets.load("items/id");
  await context.sync();
  const formatsOf = (sheet: Excel.Worksheet) => sheet.getRange().conditionalFormats;
  const collections = sheets.items.map((sheet) => ({
    sheet,
    formats: formatsOf(sheet).load("items/id,items/type"),
  }));
  await context.sync();
  const custom = collections.flatMap(({ sheet, formats }) =>
    formats.items
      .filter(({ type }) => type === "Custom")
      .map(({ id }) => ({
        sheetId: sheet.id,
        id,
        rule: formatsOf(sheet).getItem(id).custom.rule.load("formula"),
      }))
  );
  if (custom.length === 0) return [];
  await context.sync();
  return custom.flatMap(({ sheetId, id, rule }) => {
    const severity = FORMULA.exec(rule.formula)?.[1] as Severity | undefined;
    return severity === undefined ? [] : [{ sheetId, id, severity, address: null }];
  });
}

/** Takes every mark of ours away, and what says that there are any. Rejects with Office.js errors. */
export async function removeMarks(): Promise<void> {
  const found = await findMarks();
  const context = new Excel.RequestContext();
  found.forEach((mark) => removeMark(context.workbook, mark));
  removeSetting(context.workbook);
  await context.sync();
}

/** Cells → addresses of runs down the columns, each as long as Excel surely takes. */
function addressesOf(cells: WantedMarks["cells"]): readonly string[] {
  const addresses: string[] = [];
  for (const run of runsOf(cells)) {
    const last = addresses.at(-1);
    if (last === undefined || last.length + run.length >= ADDRESS_CHARACTERS) addresses.push(run);
    else addresses[addresses.length - 1] = `${last},${run}`;
  }
  return addresses;
}

function runsOf(cells: WantedMarks["cells"]): readonly string[] {
  const sorted = [...cells].sort((a, b) => a.column - b.column || a.row - b.row);
  const runs: { column: number; top: number; bottom: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.column === column && row <= last.bottom + 1) last.bottom = row;
    else runs.push({ column, top: row, bottom: row });
  }
  return runs.map(({ column, top, bottom }) => {
    const letters = columnLetters(column);
    return top === bottom ? `${letters}${top + 1}` : `${letters}${top + 1}:${letters}${bottom + 1}`;
  });
}
