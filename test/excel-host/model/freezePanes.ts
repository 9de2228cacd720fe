/** `Excel.WorksheetFreezePanes`. */
import { areaOf, COLUMN_COUNT, ROW_COUNT } from "../areas";
import { invalidArgument, itemNotFound } from "../errors";
import { integerOf, targetOf, textOf } from "./arguments";
import type { Argument, HostObject } from "./definition";
import { defineObject, isHostObject, method } from "./definition";
import type { RangeTarget } from "./range";
import { rangeObject, resolveAddress } from "./range";
import type { SheetTarget } from "./worksheet";

function freeze({ context, sheetId }: SheetTarget, rows: number, columns: number, location: string): void {
  if (rows < 0 || columns < 0) {
    throw invalidArgument(location);
  }
  context.spreadsheet.freeze(sheetId, rows, columns);
}

function count(value: Argument | undefined, location: string): number {
  return value === null || value === undefined ? 1 : integerOf(value, location);
}

function location({ context, sheetId }: SheetTarget): HostObject | null {
  const { rows, columns } = context.spreadsheet.frozen(sheetId);
  if (rows === 0 && columns === 0) {
    return null;
  }
  const area = areaOf(0, 0, rows || ROW_COUNT, columns || COLUMN_COUNT);
  return rangeObject({ context, sheetId, area });
}

export const freezePanesObject: (sheet: SheetTarget) => HostObject = defineObject<SheetTarget>({
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: method(["count"], (sheet, rows) =>
      freeze(sheet, count(rows, "WorksheetFreezePanes.freezeRows"), 0, "WorksheetFreezePanes.freezeRows")
    ),
    FreezeColumns: method(["count"], (sheet, columns) =>
      freeze(
        sheet,
        0,
        count(columns, "WorksheetFreezePanes.freezeColumns"),
        "WorksheetFreezePanes.freezeColumns"
      )
    ),
    FreezeAt: method(["frozenRange"], (sheet, frozenRange) => {
      const where = "WorksheetFreezePanes.freezeAt";
      const { area } = isHostObject(frozenRange)
        ? targetOf<RangeTarget>(frozenRange, "Range", where)
        : resolveAddress(sheet.context, sheet.sheetId, textOf(frozenRange, where), where);
      const rows = area.bottom === ROW_COUNT - 1 ? 0 : area.bottom + 1;
      const columns = area.right === COLUMN_COUNT - 1 ? 0 : area.right + 1;
      freeze(sheet, rows, columns, where);
    }),
    Unfreeze: method((sheet) => freeze(sheet, 0, 0, "WorksheetFreezePanes.unfreeze")),
    GetLocation: method((sheet) => {
      const frozen = location(sheet);
      if (!frozen) {
        throw itemNotFound("WorksheetFreezePanes.getLocation");
      }
      return frozen;
    }),
    GetLocationOrNullObject: method(location),
  },
});
