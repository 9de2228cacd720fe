/** LibreOffice recalculates generated merged tables: every formula gives the product's own figure. */
import { computeProgress } from "../../../src/domain/progress/progress";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { mergedWorkbook } from "../../../src/layout/merged";
import { deAn02 } from "../../../src/schemes";
import { GENERATED_AS_OF, GENERATED_ROUND, generatedStates } from "../../support/generatedTables";
import { differences, formulaCells, withoutResults } from "../../support/recalculation";
import { convertEach, testWithLibreOffice } from "../files/libreOffice";

const TABLES = 10;
const SEED = 2025;

testWithLibreOffice(`${TABLES} generated tables: every formula equals the product's figure`, async () => {
  const specs = generatedStates(TABLES, SEED).map((state) => {
    const figures = computeProgress(state, { scheme: deAn02, asOf: GENERATED_AS_OF });
    return mergedWorkbook({ state, scheme: deAn02, round: GENERATED_ROUND, figures, asOf: GENERATED_AS_OF });
  });
  const written = await Promise.all(specs.map((spec) => writeWorkbook(withoutResults(spec))));
  const computed = convertEach(written, "xlsx", "xlsx");
  for (const [index, spec] of specs.entries()) {
    const read = await readWorkbook(computed[index]!, "m.xlsx");
    if (!read.ok) throw new Error(read.error.message);
    expect(differences(spec, read.workbook.sheets)).toEqual([]);
    expect(formulaCells(spec).filter(({ sheet }) => sheet === "Tiến độ").length).toBeGreaterThan(200);
  }
});
