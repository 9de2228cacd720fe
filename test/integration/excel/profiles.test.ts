/** The add-in's Excel code does the same on every Excel that it supports. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { planMerge } from "../../../src/domain/merge/plan";
import { readMergedState } from "../../../src/domain/merge/readState";
import { computeProgress } from "../../../src/domain/progress/progress";
import { drawWorkbook, readOpenWorkbook, undo } from "../../../src/excel";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { mergedWorkbook } from "../../../src/layout/merged";
import { templateWorkbook } from "../../../src/layout/templates";
import { deAn02 } from "../../../src/schemes";
import { PROFILES } from "../../excel-host/profiles";
import { useExcel } from "./useExcel";

const SAMPLES = join(__dirname, "../../../assets/samples");
const scheme = deAn02;
const asOf = "2023-06-30";

/** What the province gets from the samples of the districts, and the workbook that shows it. */
async function mergedSamples() {
  const files = readdirSync(SAMPLES).filter((name) => name.endsWith(".xlsx"));
  const read = await Promise.all(files.map((name) => readWorkbook(readFileSync(join(SAMPLES, name)), name)));
  const workbooks = read.flatMap((result) => (result.ok ? [result.workbook] : []));
  const { state, round } = planMerge({ previous: null, workbooks, scheme, asOf, language: "vi" });
  const figures = computeProgress(state, { scheme, asOf });
  return { state, spec: mergedWorkbook({ state, scheme, round, figures, asOf }) };
}

describe.each(PROFILES)("$name (ExcelApi $apiVersion)", ({ apiVersion }) => {
  const running = useExcel({ apiVersion });

  test("declares just that version", () => {
    const { requirements } = running.excel.Office.context;
    const above = `1.${Number(apiVersion.split(".")[1]) + 1}`;
    expect(requirements.isSetSupported("ExcelApi", apiVersion)).toBe(true);
    expect(requirements.isSetSupported("ExcelApi", above)).toBe(false);
  });

  test("both templates are drawn, read and taken back", async () => {
    const round = scheme.round("khao-sat-2023")!;
    const spec = templateWorkbook({ scheme, unit: scheme.units[0]!, round });
    const before = await readOpenWorkbook();
    const { drawn, undo: token } = await drawWorkbook(spec, { existing: "keep" });
    expect(drawn).toEqual(["Biểu 01", "Biểu 02"]);
    const { sheets } = await readOpenWorkbook();
    expect(sheets.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(["Biểu 01", "Biểu 02"]));
    await undo(token!);
    expect(await readOpenWorkbook()).toEqual(before);
  });

  test("the merged workbook of the samples is drawn, read and taken back", async () => {
    const { state, spec } = await mergedSamples();
    const before = await readOpenWorkbook();
    const { undo: token } = await drawWorkbook(spec, { existing: "keep" });
    await running.excel.settle();
    expect(readMergedState(await readOpenWorkbook(), scheme)).toEqual(state);
    await undo(token!);
    expect(await readOpenWorkbook()).toEqual(before);
  });
});
