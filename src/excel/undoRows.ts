/** Takes back rows that were filled in or put in. It can be done twice, and after a change that stopped half-way. */
import type { CellContent } from "../layout/sheetSpec";
import { contentOf } from "./contents";
import { contentStrokes } from "./drawSheet";
import { rangeOf } from "./ranges";
import { readCells } from "./readCells";
import { sendStrokes, strokeOfCalls, type Stroke } from "./requests";
import type { InsertedRows, RowsToken } from "./tokens";

/** The rows that were put in are no longer as they were: somebody has gone on working there. */
export class RowsChanged extends Error {
  override readonly name = "RowsChanged";
}

/** Rejects with `RowsChanged` when what was put in cannot be found any more, and with Office.js errors. */
export async function undoRows({ sheet: name, filled, inserted }: RowsToken): Promise<void> {
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    const removal = inserted ? await removalOf(context, sheet, inserted) : [];
    const restored = filled.flatMap(({ area, contents, formats, formatted }) => {
      const emptied = contents.map((row) => row.map((content) => content ?? ""));
      const { constants, formulas } = contentStrokes(sheet, area, emptied, formats, !formatted);
      return [...constants, ...formulas];
    });
    await sendStrokes(context, [...restored, ...removal]);
  });
}

/** Removes the rows when they are there as they were put in, wholly or in part. */
async function removalOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  rows: InsertedRows
): Promise<readonly Stroke[]> {
  const { top, count, left, right } = rows;
  const area = { top, left, bottom: top + count, right };
  const [cells] = await readCells(context, [{ sheet, area }], "formulas");
  const now = (cells?.values ?? []).map((row, r) =>
    row.map((value, c) => contentOf(value, cells?.formulas[r]?.[c]))
  );
  switch (stateOf(rows, now)) {
    case "there":
      return [
        strokeOfCalls(1, () => {
          rangeOf(sheet, { ...area, bottom: top + count - 1 })
            .getEntireRow()
            .delete("Up");
        }),
      ];
    case "gone":
      return [];
    case "changed":
      throw new RowsChanged(`Rows ${top + 1} to ${top + count} are not as they were put in`);
  }
}

/**
 * Rows that are as they were written are there; so are blank ones above the row that stood there before, which a change
 * that stopped half-way leaves behind.
 */
function stateOf(
  { count, contents, below }: InsertedRows,
  now: readonly (readonly CellContent[])[]
): "there" | "gone" | "changed" {
  const inserted = now.slice(0, count);
  const arePartly = inserted.every((row, r) =>
    row.every((content, c) => content === null || same(content, contents[r]?.[c] ?? null))
  );
  const areBlank = inserted.every(isBlankRow);
  if (arePartly && !areBlank) return "there";
  const knowsBelow = !isBlankRow(below);
  const isBelow = (row: readonly CellContent[] = []): boolean =>
    knowsBelow
      ? below.every((content, c) => content === null || same(content, row[c] ?? null))
      : row.every((content) => content === null || typeof content === "object");
  if (areBlank && knowsBelow && isBelow(now[count])) return "there";
  return isBelow(now[0]) ? "gone" : "changed";
}

function isBlankRow(row: readonly CellContent[]): boolean {
  return row.every((content) => content === null);
}

function same(a: CellContent, b: CellContent): boolean {
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}

/** Excel takes an apostrophe at the beginning for a mark that the cell is text. */
function plain(content: CellContent): CellContent {
  return typeof content === "string" ? content.replace(/^'/, "") : content;
}
