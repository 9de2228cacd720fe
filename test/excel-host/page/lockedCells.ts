import {
  CanceledError,
  type ICellData,
  type ICommandService,
  type IObjectMatrixPrimitiveType,
} from "@univerjs/core";
import {
  AddWorksheetMergeMutation,
  InsertColMutation,
  InsertRowMutation,
  MoveColsMutation,
  MoveRangeMutation,
  MoveRowsMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetRowHeightMutation,
} from "@univerjs/preset-sheets-core";
import type { ProtectionOptions } from "../model/state";

/** Whether a user may change a cell of the sheet with this id; counts from zero. */
export type MayEdit = (sheetId: string, row: number, column: number) => boolean;

type Cells = IObjectMatrixPrimitiveType<ICellData | null>;

interface Touched {
  readonly sheetId: string;
  readonly cells: Cells;
}

/**
 * Keeps locked cells as they are whatever the user does to them: deleting, pasting, cutting, filling, undoing.
 * (Opening one for typing is refused by the host's adapter.) What the host itself does, and what formulas show,
 * passes.
 */
export function keepLockedCells(
  commands: ICommandService,
  mayEdit: MayEdit,
  isHostAtWork: () => boolean,
  onRefused: () => void
): void {
  commands.beforeCommandExecuted((command, options) => {
    if (isHostAtWork() || options?.onlyLocal) return;
    const touched = touchedCells(command.id, command.params);
    if (
      touched.every(({ sheetId, cells }) => everyCell(cells, (row, column) => mayEdit(sheetId, row, column)))
    ) {
      return;
    }
    onRefused();
    throw new CanceledError();
  });
}

/** What the protection of a sheet must allow for a change; `null`: no protection allows it. */
const NEEDED: ReadonlyMap<string, keyof ProtectionOptions | null> = new Map([
  [InsertRowMutation.id, "allowInsertRows"],
  [InsertColMutation.id, "allowInsertColumns"],
  [RemoveRowMutation.id, "allowDeleteRows"],
  [RemoveColMutation.id, "allowDeleteColumns"],
  [SetWorksheetRowHeightMutation.id, "allowFormatRows"],
  [SetRowHiddenMutation.id, "allowFormatRows"],
  [SetRowVisibleMutation.id, "allowFormatRows"],
  [SetWorksheetColWidthMutation.id, "allowFormatColumns"],
  [SetColHiddenMutation.id, "allowFormatColumns"],
  [SetColVisibleMutation.id, "allowFormatColumns"],
  [AddWorksheetMergeMutation.id, null],
  [RemoveWorksheetMergeMutation.id, null],
  [MoveRowsMutation.id, null],
  [MoveColsMutation.id, null],
] as const);

/** Commands that change cells before they come to the mutations above: merging, and moving cells aside. */
const NEVER_ALLOWED = /^sheet\.command\.(?:(?:add|remove)-worksheet-merge|(?:insert|delete)-range-move)/;

/**
 * Keeps rows, columns and merged cells of a protected sheet as they are, unless its protection allows the change.
 * `protectionOf` answers `null` for a sheet that is not protected; without an id it is asked for the one on top.
 */
export function keepStructure(
  commands: ICommandService,
  protectionOf: (sheetId: string | undefined) => ProtectionOptions | null,
  isHostAtWork: () => boolean,
  onRefused: () => void
): void {
  commands.beforeCommandExecuted((command, options) => {
    const needed = NEVER_ALLOWED.test(command.id) ? null : NEEDED.get(command.id);
    if (needed === undefined || isHostAtWork() || options?.onlyLocal) return;
    const { subUnitId } = (command.params ?? {}) as { subUnitId?: string };
    const protection = protectionOf(subUnitId);
    if (!protection || (needed !== null && protection[needed] === true)) return;
    onRefused();
    throw new CanceledError();
  });
}

function touchedCells(commandId: string, params: unknown): readonly Touched[] {
  if (commandId === SetRangeValuesMutation.id) {
    const { subUnitId, cellValue } = params as { subUnitId: string; cellValue?: Cells };
    return [{ sheetId: subUnitId, cells: cellValue ?? {} }];
  }
  if (commandId === MoveRangeMutation.id) {
    const { from, to } = params as Record<"from" | "to", { subUnitId: string; value: Cells }>;
    return [from, to].map(({ subUnitId, value }) => ({ sheetId: subUnitId, cells: value }));
  }
  return [];
}

function everyCell(cells: Cells, holds: (row: number, column: number) => boolean): boolean {
  return Object.entries(cells).every(([row, columns]) =>
    Object.keys(columns ?? {}).every((column) => holds(Number(row), Number(column)))
  );
}
