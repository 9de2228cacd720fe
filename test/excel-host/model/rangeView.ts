/** `Excel.RangeView`: what is shown of a range, without its hidden rows and columns. */
import { formatAddress } from "../addresses";
import { areaOf, columnsOf, rowsOf } from "../areas";
import { invalidArgument, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import type { Cell } from "../spreadsheet/spreadsheet";
import { integerOf } from "./arguments";
import { valueTypeOf } from "./cells";
import type { HostObject, Method, Property } from "./definition";
import { defineObject, method, readOnly, readWrite } from "./definition";
import type { RangeTarget } from "./range";
import { rangeObject } from "./range";
import { toR1C1 } from "./r1c1";
import { sheetName } from "./worksheets";

interface RangeViewTarget {
  readonly range: RangeTarget;
  /** `null`: all that are shown, else one of them. */
  readonly row: number | null;
}

/** Rows and columns that are shown, as offsets from the range's corner. */
function shownRows({ range: { context, sheetId, area }, row }: RangeViewTarget): readonly number[] {
  const all = Array.from({ length: rowsOf(area) }, (_, index) => index).filter(
    (index) => !context.spreadsheet.isRowHidden(sheetId, area.top + index)
  );
  return row === null ? all : all.slice(row, row + 1);
}

function shownColumns({ range: { context, sheetId, area } }: RangeViewTarget): readonly number[] {
  return Array.from({ length: columnsOf(area) }, (_, index) => index).filter(
    (index) => !context.spreadsheet.isColumnHidden(sheetId, area.left + index)
  );
}

function shown<T>(view: RangeViewTarget, rows: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const columns = shownColumns(view);
  return shownRows(view).map((row) =>
    columns.flatMap((column) => rows[row]?.slice(column, column + 1) ?? [])
  );
}

function cellsOf(view: RangeViewTarget): readonly (readonly Cell[])[] {
  const { context, sheetId, area } = view.range;
  return shown(view, context.spreadsheet.cells(sheetId, area));
}

/** What `Excel.Range` says of each cell; set, it goes to the cells that are shown and to no other. */
function ofCells(
  name: "Values" | "Formulas" | "FormulasR1C1" | "NumberFormat",
  read: (cell: Cell, row: number, column: number) => Json
): Property<RangeViewTarget> {
  return readWrite(
    (view) => {
      const { area } = view.range;
      const [rows, columns] = [shownRows(view), shownColumns(view)];
      return cellsOf(view).map((cells, r) =>
        cells.map((cell, c) => read(cell, area.top + (rows[r] ?? 0), area.left + (columns[c] ?? 0)))
      );
    },
    async (view, value) => {
      const [rows, columns] = [shownRows(view), shownColumns(view)];
      const location = `RangeView.${name.charAt(0).toLowerCase()}${name.slice(1)}`;
      const given = Array.isArray(value) ? (value as readonly Json[]) : null;
      const fits = given?.every((row) => Array.isArray(row) && row.length === columns.length);
      if (!given || given.length !== rows.length || !fits) {
        throw invalidArgument(location);
      }
      const { area } = view.range;
      const next = Array.from({ length: rowsOf(area) }, (_, row) =>
        Array.from({ length: columnsOf(area) }, (_unused, column) => {
          const cells = given[rows.indexOf(row)] as readonly Json[] | undefined;
          return cells?.[columns.indexOf(column)] ?? null;
        })
      );
      const whole = rangeObject(view.range);
      await whole.definition.properties?.[name]?.set?.(whole.target, next);
    }
  );
}

const rangeViewObject: (view: RangeViewTarget) => HostObject = defineObject<RangeViewTarget>({
  name: "RangeView",
  properties: {
    CellAddresses: readOnly((view) => {
      const { context, sheetId, area } = view.range;
      const sheet = sheetName(context, sheetId);
      const columns = shownColumns(view);
      return shownRows(view).map((row) =>
        columns.map((column) => formatAddress(sheet, areaOf(area.top + row, area.left + column, 1, 1)))
      );
    }),
    ColumnCount: readOnly((view) => shownColumns(view).length),
    RowCount: readOnly((view) => shownRows(view).length),
    Index: readOnly(({ row }) => row ?? 0),
    Values: ofCells("Values", ({ value }) => value ?? ""),
    Formulas: ofCells("Formulas", ({ value, formula }) => formula ?? value ?? ""),
    FormulasR1C1: ofCells("FormulasR1C1", ({ value, formula }, row, column) =>
      formula === null ? (value ?? "") : toR1C1(formula, row, column)
    ),
    NumberFormat: ofCells("NumberFormat", ({ numberFormat }) => numberFormat),
    Text: readOnly((view) => {
      const { context, sheetId, area } = view.range;
      return shown(view, context.spreadsheet.texts(sheetId, area));
    }),
    ValueTypes: readOnly((view) => cellsOf(view).map((row) => row.map(valueTypeOf))),
  },
  objects: { Rows: (view) => rangeViewsObject(view) },
  methods: {
    GetRange: method(({ range, row }) => {
      const [line] = row === null ? [] : shownRows({ range, row });
      const { area } = range;
      const part = line === undefined ? area : { ...area, top: area.top + line, bottom: area.top + line };
      return rangeObject({ ...range, area: part });
    }),
  },
});

function rowsOfView(view: RangeViewTarget): readonly HostObject[] {
  return shownRows(view).map((_, row) => rangeViewObject({ range: view.range, row: view.row ?? row }));
}

const rangeViewsObject = defineObject<RangeViewTarget>({
  name: "RangeViewCollection",
  items: rowsOfView,
  methods: {
    GetCount: method((view) => rowsOfView(view).length),
    GetItemAt: method(["index"], (view, index) => {
      const found = rowsOfView(view)[integerOf(index, "RangeViewCollection.getItemAt")];
      if (!found) {
        throw itemNotFound("RangeViewCollection.getItemAt");
      }
      return found;
    }),
  },
});

/** Methods of `Excel.Range`. */
export const viewMethods: { readonly [name: string]: Method<RangeTarget> } = {
  GetVisibleView: method((range) => rangeViewObject({ range, row: null })),
};
