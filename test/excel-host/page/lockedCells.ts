import {
  CanceledError,
  type ICellData,
  type ICommandService,
  type IObjectMatrixPrimitiveType,
} from "@univerjs/core";
import { MoveRangeMutation, SetRangeValuesMutation } from "@univerjs/preset-sheets-core";

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
