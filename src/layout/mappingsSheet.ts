/** A very hidden sheet: whose mapping, and the mapping as JSON. */
import type { UnitMapping } from "../domain/merge/state";
import { MAPPINGS_SHEET } from "../schemes/mergedColumns";
import { BLANK_SHEET } from "./look";
import type { SheetSpec } from "./sheetSpec";

export function mappingsSheet(mappings: readonly UnitMapping[]): SheetSpec {
  return {
    ...BLANK_SHEET,
    name: MAPPINGS_SHEET,
    visibility: "veryHidden",
    columns: [{ width: 16 }, { width: 60 }],
    blocks: [{ top: 0, left: 0, rows: mappings.map(({ unit, mapping }) => [unit, JSON.stringify(mapping)]) }],
  };
}
