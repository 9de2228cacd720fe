/** `Range.moveTo`: cells go to another place as when they are cut and pasted, and what refers to them follows. */
import { areaOf, columnsOf, intersection, overlaps, rowsOf, subtractFromAll } from "../areas";
import { apiNotFound, invalidArgument, invalidOperation } from "../errors";
import type { Area } from "../spreadsheet/spreadsheet";
import { targetOf, textOf } from "./arguments";
import { requireWritable } from "./cells";
import { sheetState } from "./context";
import type { Argument, Method } from "./definition";
import { isHostObject, method } from "./definition";
import type { RangeTarget } from "./range";
import { requireBounded } from "./rangeCopy";
import { resolveAddress } from "./range";
import { tablesOn } from "./tableAreas";
import { clearAreaState } from "./structure";

async function moveTo(range: RangeTarget, destinationRange: Argument | undefined): Promise<void> {
  const location = "Range.moveTo";
  const { context, sheetId, area } = range;
  const destination = isHostObject(destinationRange)
    ? targetOf<RangeTarget>(destinationRange, "Range", location)
    : resolveAddress(context, sheetId, textOf(destinationRange, location), location);
  if (destination.sheetId !== sheetId) {
    throw apiNotFound(location, "this host moves cells inside one sheet only");
  }
  const place = areaOf(destination.area.top, destination.area.left, rowsOf(area), columnsOf(area));
  requireBounded(area, location);
  requireBounded(place, location);
  requireWritable(context, sheetId, area, location);
  requireWritable(context, sheetId, place, location);
  const merges = context.spreadsheet.merges(sheetId);
  const tables = tablesOn(context, sheetId).map((table) => table.area);
  if ([...merges, ...tables].some((each) => overlaps(each, area) || overlaps(each, place))) {
    throw apiNotFound(location, "this host moves no merged cells and no parts of tables");
  }
  if (rowsOf(area) * columnsOf(area) === 0) {
    throw invalidArgument(location);
  }
  await context.spreadsheet.settle();
  if (!(await context.spreadsheet.moveCells(sheetId, area, place.top, place.left))) {
    throw invalidOperation(location, "The cells cannot be moved there.");
  }
  moveState(range, place);
}

/** What the host keeps by place: the destination's goes, the source's comes. */
function moveState({ context, sheetId, area }: RangeTarget, place: Area): void {
  const state = sheetState(context, sheetId);
  const [down, right] = [place.top - area.top, place.left - area.left];
  const moved = (each: Area): Area => ({
    top: each.top + down,
    left: each.left + right,
    bottom: each.bottom + down,
    right: each.right + right,
  });
  const inside = (areas: readonly Area[]): readonly Area[] =>
    areas.flatMap((each) => intersection(each, area) ?? []).map(moved);
  const carried = {
    unlocked: inside(state.unlocked),
    validations: state.validations.map((each) => ({ ...each, areas: inside(each.areas) })),
    formats: state.conditionalFormats.map((each) => ({
      ...structuredClone(each),
      areas: inside(each.areas),
    })),
    links: state.hyperlinks.flatMap((link) => inside([link.area]).map((cell) => ({ ...link, area: cell }))),
    styles: state.cellStyles.map((each) => ({ ...each, areas: inside(each.areas) })),
  };
  const comments = state.comments.filter(({ area: cell }) => intersection(cell, area));
  clearAreaState(context, sheetId, place, "All");
  clearAreaState(context, sheetId, area, "All");
  state.unlocked = [...subtractFromAll(state.unlocked, place), ...carried.unlocked];
  state.validations = [...state.validations, ...carried.validations.filter(({ areas }) => areas.length > 0)];
  state.conditionalFormats.push(
    ...carried.formats
      .filter(({ areas }) => areas.length > 0)
      .map((format) => ({ ...format, id: `{conditional-${context.nextId()}}` }))
  );
  state.hyperlinks.push(...carried.links);
  state.cellStyles.push(...carried.styles.filter(({ areas }) => areas.length > 0));
  state.comments.push(...comments.map((comment) => Object.assign(comment, { area: moved(comment.area) })));
  context.unpainted.add(sheetId);
}

/** Methods of `Excel.Range`. */
export const moveMethods: { readonly [name: string]: Method<RangeTarget> } = {
  MoveTo: method(["destinationRange"], moveTo),
};
