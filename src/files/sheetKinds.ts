/** What a sheet of an Office package is, told by the type of the relation that leads to it. */
import { FileFault } from "./fileErrors";

const WITHOUT_CELLS = /(chartsheet|dialogsheet|macrosheet)$/i;

/**
 * True for a sheet with cells; false for one that holds only a chart, a dialog or macros.
 * Throws `FileFault` `damaged` for what is neither: it would be left out without a word.
 */
export function isWorksheet(relationType: string): boolean {
  if (/(^|\/)worksheet$/.test(relationType)) return true;
  if (WITHOUT_CELLS.test(relationType)) return false;
  throw new FileFault("damaged");
}
