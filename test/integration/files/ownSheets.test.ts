/** Sheets that the product itself makes are no submissions, even when somebody has renamed or copied them. */
import { locateForms } from "../../../src/domain/forms/locate";
import { computeProgress } from "../../../src/domain/progress/progress";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { mergedWorkbook } from "../../../src/layout/merged";
import { deAn02, type Round } from "../../../src/schemes";
import { sampleState } from "../../unit/layout/sampleState";

test("no sheet of a merged workbook is located as a form", async () => {
  const state = sampleState();
  const asOf = "2023-05-30";
  const round = deAn02.round("khao-sat-2023") as Round;
  const figures = computeProgress(state, { scheme: deAn02, asOf });
  const bytes = await writeWorkbook(mergedWorkbook({ state, scheme: deAn02, round, asOf, figures }));
  const result = await readWorkbook(bytes, "tong-hop.xlsx");
  if (!result.ok) throw new Error(result.error.message);
  const { sheets } = result.workbook;
  expect(sheets.length).toBeGreaterThanOrEqual(6);
  const located = sheets.flatMap((grid) =>
    locateForms({ ...grid, sheet: `${grid.sheet} (2)` }, deAn02.forms).map(({ form }) => [
      grid.sheet,
      form.id,
    ])
  );
  expect(located).toEqual([]);
});
