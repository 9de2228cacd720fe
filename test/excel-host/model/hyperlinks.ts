/** `Range.hyperlink`: links of cells to addresses and to places of the workbook. */
import { areaOf, columnsOf, covers, rowsOf } from "../areas";
import { invalidArgument } from "../errors";
import type { Json } from "../protocol";
import type { Area } from "../spreadsheet/spreadsheet";
import { optionalText, recordOf } from "./arguments";
import { applyCellStyle } from "./cellStyles";
import { requireUnprotected, requireWritable, writeTyped } from "./cells";
import { sheetState } from "./context";
import type { Argument } from "./definition";
import type { RangeTarget } from "./range";

const KEYS = ["address", "documentReference", "screenTip", "textToDisplay"];

/** More cells than this get no link at once. */
const MOST_CELLS = 65530;

/** The link of the range's first cell with the text that the cell shows; null when it has none. */
export function hyperlinkOf({ context, sheetId, area }: RangeTarget): Json {
  const corner = areaOf(area.top, area.left, 1, 1);
  const link = sheetState(context, sheetId).hyperlinks.find((each) => covers(each.area, corner));
  if (!link) {
    return null;
  }
  const [[textToDisplay = ""] = []] = context.spreadsheet.texts(sheetId, corner);
  const { address, documentReference, screenTip } = link;
  return {
    ...(address !== "" && { address }),
    ...(documentReference !== "" && { documentReference }),
    screenTip,
    textToDisplay,
  };
}

/** Links every cell of the range; the first one shows the text, or an empty one where the link leads. */
export function setHyperlink(range: RangeTarget, value: Argument | undefined, location: string): void {
  const { context, sheetId, area } = range;
  const given = recordOf(value, KEYS, location);
  const text = (key: string): string => optionalText(given[key] ?? null, `${location}.${key}`) ?? "";
  const [address, documentReference, screenTip] = [
    text("address"),
    text("documentReference"),
    text("screenTip"),
  ];
  if ((address === "") === (documentReference === "") || rowsOf(area) * columnsOf(area) > MOST_CELLS) {
    throw invalidArgument(location, "A link leads to an address or to a place of the workbook.");
  }
  requireUnprotected(context, sheetId, location, "allowInsertHyperlinks");
  const corner = areaOf(area.top, area.left, 1, 1);
  const [[cell] = []] = context.spreadsheet.cells(sheetId, corner);
  const isEmpty = cell?.value === null && cell.formula === null;
  const shown = text("textToDisplay") || (isEmpty ? address || documentReference : "");
  if (shown !== "") {
    requireWritable(context, sheetId, corner, location);
    writeTyped(context, sheetId, corner, [[shown]], location);
  }
  removeHyperlinks(range);
  const cells = Array.from({ length: rowsOf(area) * columnsOf(area) }, (_, index) =>
    areaOf(area.top + Math.floor(index / columnsOf(area)), area.left + (index % columnsOf(area)), 1, 1)
  );
  const links = cells.map((each) => ({ area: each, address, documentReference, screenTip }));
  sheetState(context, sheetId).hyperlinks.push(...links);
  applyCellStyle(range, "Hlink", location);
}

/** Takes the links away; text and looks stay. */
export function removeHyperlinks({ context, sheetId, area }: RangeTarget): void {
  const state = sheetState(context, sheetId);
  state.hyperlinks = state.hyperlinks.filter((link) => !covers(area, link.area));
}

/** Cells of the area that are linked. */
export function linkedCells({ context, sheetId, area }: RangeTarget): readonly Area[] {
  return sheetState(context, sheetId)
    .hyperlinks.map((link) => link.area)
    .filter((cell) => covers(area, cell));
}
