/** Cells that move: insertions and deletions, and all that the host keeps by place following them. */
import type { Shift } from "../areas";
import { columnsOf, covers, rowsOf, shifted, spansAllColumns, spansAllRows, subtractFromAll } from "../areas";
import type { Area, SpreadsheetChange } from "../spreadsheet/spreadsheet";
import { moveBindings } from "./bindings";
import { requireUnprotected } from "./cells";
import { followCells } from "./charts";
import { removeConditionalFormats } from "./conditionalFormats";
import type { ModelContext } from "./context";
import { sheetState } from "./context";
import type { HostObject } from "./definition";
import { rangeObject } from "./range";
import type { RangeTarget } from "./range";
import type { SheetState } from "./state";

/** `Range.insert`: whole rows or columns when the area spans them, else cells. */
export function insertCells(
  context: ModelContext,
  sheetId: string,
  area: Area,
  direction: "Down" | "Right",
  location: string
): void {
  const { spreadsheet } = context;
  if (spansAllColumns(area) && direction === "Down") {
    requireUnprotected(context, sheetId, location, "allowInsertRows");
    spreadsheet.insertRows(sheetId, area.top, rowsOf(area));
  } else if (spansAllRows(area) && direction === "Right") {
    requireUnprotected(context, sheetId, location, "allowInsertColumns");
    spreadsheet.insertColumns(sheetId, area.left, columnsOf(area));
  } else {
    requireUnprotected(context, sheetId, location);
    spreadsheet.insertCells(sheetId, area, direction === "Down" ? "down" : "right");
  }
}

/** `Range.delete`. */
export function deleteCells(
  context: ModelContext,
  sheetId: string,
  area: Area,
  direction: "Up" | "Left",
  location: string
): void {
  const { spreadsheet } = context;
  if (spansAllColumns(area) && direction === "Up") {
    requireUnprotected(context, sheetId, location, "allowDeleteRows");
    spreadsheet.deleteRows(sheetId, area.top, rowsOf(area));
  } else if (spansAllRows(area) && direction === "Left") {
    requireUnprotected(context, sheetId, location, "allowDeleteColumns");
    spreadsheet.deleteColumns(sheetId, area.left, columnsOf(area));
  } else {
    requireUnprotected(context, sheetId, location);
    spreadsheet.deleteCells(sheetId, area, direction === "Up" ? "up" : "left");
  }
}

/** Follows cells, rows and columns that came or went, by whoever. */
export function followStructure(context: ModelContext, change: SpreadsheetChange): void {
  switch (change.kind) {
    case "rowsInserted":
      return shiftState(context, change.sheetId, { axis: "rows", at: change.at, count: change.count });
    case "rowsDeleted":
      return shiftState(context, change.sheetId, { axis: "rows", at: change.at, count: -change.count });
    case "columnsInserted":
      return shiftState(context, change.sheetId, { axis: "columns", at: change.at, count: change.count });
    case "columnsDeleted":
      return shiftState(context, change.sheetId, { axis: "columns", at: change.at, count: -change.count });
    case "cellsInserted":
    case "cellsDeleted": {
      const sign = change.kind === "cellsInserted" ? 1 : -1;
      const isVertical = change.move === "down" || change.move === "up";
      const shift: Shift = isVertical
        ? { axis: "rows", at: change.area.top, count: sign * rowsOf(change.area) }
        : { axis: "columns", at: change.area.left, count: sign * columnsOf(change.area) };
      return shiftState(context, change.sheetId, shift, laneOf(change.area, shift));
    }
    default:
      return;
  }
}

/** What the host keeps for cells whose format (`Formats`) or everything (`All`) is cleared. */
export function clearAreaState(
  context: ModelContext,
  sheetId: string,
  area: Area,
  what: "Formats" | "All"
): void {
  const state = sheetState(context, sheetId);
  state.unlocked = subtractFromAll(state.unlocked, area);
  state.cellStyles = state.cellStyles.map((each) => ({ ...each, areas: subtractFromAll(each.areas, area) }));
  removeConditionalFormats(context, sheetId, area);
  if (what === "All") {
    state.comments = state.comments.filter((comment) => !covers(area, comment.area));
    state.hyperlinks = state.hyperlinks.filter((link) => !covers(area, link.area));
    state.validations = state.validations
      .map((each) => ({ ...each, areas: subtractFromAll(each.areas, area) }))
      .filter(({ areas }) => areas.length > 0);
  }
}

/** The columns (or rows) in which cells move. */
function laneOf(area: Area, shift: Shift): Area {
  return shift.axis === "rows"
    ? { ...area, top: 0, bottom: Number.MAX_SAFE_INTEGER }
    : { ...area, left: 0, right: Number.MAX_SAFE_INTEGER };
}

/** Moves everything kept by place; with a lane only what lies wholly inside it. */
function shiftState(context: ModelContext, sheetId: string, shift: Shift, lane?: Area): void {
  const moved = (area: Area): Area | null => (lane && !covers(lane, area) ? area : shifted(area, shift));
  const allMoved = (areas: readonly Area[]): readonly Area[] => areas.flatMap((area) => moved(area) ?? []);
  const state = sheetState(context, sheetId);
  state.unlocked = allMoved(state.unlocked);
  state.validations = state.validations
    .map((each) => ({ ...each, areas: allMoved(each.areas) }))
    .filter(({ areas }) => areas.length > 0);
  state.conditionalFormats.forEach((format) => {
    format.areas = allMoved(format.areas);
  });
  state.conditionalFormats = state.conditionalFormats.filter(({ areas }) => areas.length > 0);
  state.comments = state.comments.flatMap((comment) => {
    const area = moved(comment.area);
    return area ? [Object.assign(comment, { area })] : [];
  });
  followCells(context, sheetId, moved);
  moveBindings(context, sheetId, moved);
  const page = state.pageLayout;
  followMembers(state, moved, allMoved);
  page.printArea = allMoved(page.printArea);
  page.printTitleRows = page.printTitleRows && moved(page.printTitleRows);
  page.printTitleColumns = page.printTitleColumns && moved(page.printTitleColumns);
  context.references.map((object) => movedReference(object, sheetId, moved));
  context.unpainted.add(sheetId);
}

/** Filters, links, groups, styles and page breaks. */
function followMembers(
  state: SheetState,
  moved: (area: Area) => Area | null,
  allMoved: (areas: readonly Area[]) => readonly Area[]
): void {
  const filtered = state.autoFilter && moved(state.autoFilter.area);
  state.autoFilter = state.autoFilter && filtered && { ...state.autoFilter, area: filtered };
  state.hyperlinks = state.hyperlinks.flatMap((link) => {
    const area = moved(link.area);
    return area ? [{ ...link, area }] : [];
  });
  state.outline = { rows: allMoved(state.outline.rows), columns: allMoved(state.outline.columns) };
  state.cellStyles = state.cellStyles.map((each) => ({ ...each, areas: allMoved(each.areas) }));
  state.rowBreaks = allMoved(state.rowBreaks);
  state.columnBreaks = allMoved(state.columnBreaks);
}

function movedReference(
  object: HostObject,
  sheetId: string,
  moved: (area: Area) => Area | null
): HostObject | null {
  if (object.definition.name !== "Range") {
    return object;
  }
  const range = object.target as RangeTarget;
  const area = range.sheetId === sheetId ? moved(range.area) : range.area;
  if (area === range.area) {
    return object;
  }
  return area && rangeObject({ ...range, area });
}
