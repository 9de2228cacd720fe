/** What `scripts/check-progress.mjs` runs. */
import { computeProgress } from "../../../src/domain/progress/progress";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { mergedWorkbook } from "../../../src/layout/merged";
import { deAn02 } from "../../../src/schemes";
import { MERGED_SHEETS } from "../../../src/schemes/mergedColumns";
import { GENERATED_AS_OF, GENERATED_ROUND, generatedStates } from "../../support/generatedTables";
import { differences, formulaCells, withoutResults } from "../../support/recalculation";
import { convertEach } from "../files/libreOffice";

/** Workbooks that one start of LibreOffice converts. */
const BATCH = 25;

/** `Tiến độ` and what it looks at: the other sheets are compared in the tests. */
const SHEETS: readonly string[] = [MERGED_SHEETS.progress, MERGED_SHEETS.works, MERGED_SHEETS.targets];

/** Prints what was compared and what differs; true when nothing does. */
export async function checkRecalculation(count: number, seed: number): Promise<boolean> {
  let tables = 0;
  let cells = 0;
  let different = 0;
  for (let first = 0; first < count; first += BATCH) {
    const states = generatedStates(Math.min(BATCH, count - first), seed + first);
    const specs = states.map((state) => {
      const figures = computeProgress(state, { scheme: deAn02, asOf: GENERATED_AS_OF });
      const spec = mergedWorkbook({
        state,
        scheme: deAn02,
        round: GENERATED_ROUND,
        figures,
        asOf: GENERATED_AS_OF,
      });
      return { ...spec, sheets: spec.sheets.filter(({ name }) => SHEETS.includes(name)) };
    });
    const written = await Promise.all(specs.map((spec) => writeWorkbook(withoutResults(spec))));
    const computed = convertEach(written, "xlsx", "xlsx");
    for (const [index, spec] of specs.entries()) {
      const read = await readWorkbook(computed[index] ?? new Uint8Array(), "m.xlsx");
      const found = read.ok ? differences(spec, read.workbook.sheets) : [read.error.message];
      tables += 1;
      cells += formulaCells(spec).length;
      different += found.length;
      for (const line of found.slice(0, 5)) console.log(`seed ${seed + first}, table ${index}: ${line}`);
    }
    console.log(`${tables} tables, ${cells} formulas, ${different} differences`);
  }
  return different === 0;
}
