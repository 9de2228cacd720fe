/**
 * How large the boxes of comments are. The library gives every one the same size, a few words: a longer comment would
 * be cut, and few people know that a box can be drawn larger.
 */
import type { CommentSpec, SheetSpec } from "../layout/sheetSpec";
import type { PartAmendment } from "./finishPackage";

const BOX_PIXELS = 360;
const LETTERS_A_LINE = 52;
const LINE_PIXELS = 17;
const ROW_PIXELS = 20;
const DIGIT_PIXELS = 7;
const DEFAULT_WIDTH = 8.43;

/** Gives the boxes of all comments of the workbook room for their texts. */
export function commentBoxAmendment(sheets: readonly SheetSpec[]): PartAmendment {
  return (name, text) => {
    const number = /^xl\/drawings\/vmlDrawing(\d+)\.vml$/.exec(name)?.[1];
    const sheet = sheets[Number(number) - 1];
    return sheet?.comments ? withRoom(text(), sheet, sheet.comments) : undefined;
  };
}

const BOX =
  /<x:Anchor>[^<]*<\/x:Anchor>(<x:AutoFill>False<\/x:AutoFill><x:Row>(\d+)<\/x:Row><x:Column>(\d+)<\/x:Column>)/g;

function withRoom(vml: string, sheet: SheetSpec, comments: readonly CommentSpec[]): string {
  const byCell = new Map(comments.map((comment) => [`${comment.row},${comment.column}`, comment]));
  return vml.replace(BOX, (whole, rest: string, row: string, column: string) => {
    const comment = byCell.get(`${row},${column}`);
    return comment ? `<x:Anchor>${anchorOf(comment, sheet)}</x:Anchor>${rest}` : whole;
  });
}

/** Left, top, right and bottom edge: each a column or row, and pixels into it. */
function anchorOf({ row, column, text }: CommentSpec, sheet: SheetSpec): string {
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS_A_LINE)), 1);
  let right = column + 1;
  let rest = BOX_PIXELS;
  while (rest > widthOf(sheet, right)) {
    rest -= widthOf(sheet, right);
    right += 1;
  }
  const height = lines * LINE_PIXELS;
  const bottom = row + Math.floor(height / ROW_PIXELS);
  return [column + 1, 15, row, 2, right, Math.round(rest), bottom, height % ROW_PIXELS].join(",");
}

function widthOf({ columns }: SheetSpec, column: number): number {
  return (columns[column]?.width ?? DEFAULT_WIDTH) * DIGIT_PIXELS + 5;
}
