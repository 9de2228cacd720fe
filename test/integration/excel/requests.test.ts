/** What strokes say they weigh is what the client sends at most: so no request outgrows Excel's limit. */
import { sheetStrokes } from "../../../src/excel/drawSheet";
import { sendStrokes, type Stroke } from "../../../src/excel/requests";
import { templateWorkbook } from "../../../src/layout/templates";
import type { SheetSpec } from "../../../src/layout/sheetSpec";
import { deAn02 } from "../../../src/schemes";
import { EVERYTHING, plainWorkbook } from "./sampleSpec";
import { useExcel } from "./useExcel";

const running = useExcel();

const template = templateWorkbook({ scheme: deAn02, unit: null, round: deAn02.round("khao-sat-2023")! });
const manyStyles: SheetSpec = {
  ...plainWorkbook("Kiểu", [["a"]]).sheets[0]!,
  styles: Array.from({ length: 500 }, (_, row) => ({
    area: { top: row, left: 0, bottom: row + 1, right: 1 },
    style: {
      fontName: "Times New Roman",
      fontSize: 12,
      bold: true,
      italic: true,
      fontColor: "#112233",
      fillColor: "#445566",
      horizontal: "center",
      vertical: "center",
      wrapText: true,
      locked: false,
      borderColor: "#778899",
    },
  })),
};

test.each<[string, SheetSpec]>([
  ["a form", template.sheets[1]!],
  ["a sheet with everything", EVERYTHING.sheets[1]!],
  ["a sheet of styles", manyStyles],
])("%s weighs no more than its strokes say", async (_name, spec) => {
  const { counters } = running.excel;
  const weight = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(spec.name);
    const { body, formulas, finish } = sheetStrokes(sheet, spec, new Map());
    const strokes: readonly Stroke[] = [...body, ...formulas, ...finish];
    counters.reset();
    await sendStrokes(context, strokes);
    return strokes.reduce((sum, { bytes }) => sum + bytes, 0);
  });
  const room = 4_000_000 / 3_500_000;
  expect(counters.largestRequest).toBeLessThan(weight * room);
});
