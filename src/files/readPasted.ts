/** What Word, mail programs and browsers put on the clipboard → tables. Only texts come out; nothing is run or loaded. */
import type { PastedTable } from "../domain/entry/pastedTable";
import { blocksOf } from "./readHtml";
import { placeCells } from "./spannedTable";

/** Tables of a piece of HTML, in its order; none when it has none. Throws `FileFault`: those of `placeCells`. */
export async function readPastedHtml(html: string): Promise<readonly PastedTable[]> {
  const blocks = await blocksOf(html);
  return blocks.flatMap((block) => {
    if (block.kind !== "table") return [];
    const { rows, merges } = placeCells(block.rows);
    return [
      {
        rows,
        merges: merges.map(({ startRow, startCol, endRow, endCol }) => ({
          top: startRow,
          left: startCol,
          bottom: endRow,
          right: endCol,
        })),
      },
    ];
  });
}
