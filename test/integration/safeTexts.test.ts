/**
 * What looks like a formula, a tag or a name of the language is text like any other: from the file that a unit sends,
 * as .xlsx or .csv, through merging, to the merged workbook as a file and in Excel, to the reply and to the report.
 */
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { readAndCheck } from "../../src/domain/check";
import type { WorkbookContent } from "../../src/domain/grid";
import { planMerge, type MergePlan } from "../../src/domain/merge/plan";
import { readMergedState } from "../../src/domain/merge/readState";
import { buildReport } from "../../src/domain/outline/buildReport";
import { plainText } from "../../src/domain/outline/plainText";
import { computeProgress } from "../../src/domain/progress/progress";
import { progressReport } from "../../src/domain/progress/report";
import { STAMP } from "../../src/domain/stamp";
import { drawWorkbook, readOpenWorkbook } from "../../src/excel";
import { readWorkbook } from "../../src/files/readWorkbook";
import { writeReport } from "../../src/files/writeReport";
import { writeWorkbook } from "../../src/files/writeWorkbook";
import { mergedWorkbook } from "../../src/layout/merged";
import { replyWorkbook } from "../../src/layout/reply";
import type { CellContent, SheetSpec, WorkbookSpec } from "../../src/layout/sheetSpec";
import { templateWorkbook } from "../../src/layout/templates";
import { deAn02 } from "../../src/schemes";
import { MERGED_SHEETS } from "../../src/schemes/mergedColumns";
import { DOCUMENT_HEADER, WORK_GROUPS, WORK_STAGES } from "../support/grids";
import { plainWorkbook } from "./excel/sampleSpec";
import { useExcel } from "./excel/useExcel";

const scheme = deAn02;
const asOf = "2023-06-30";
const unit = scheme.units.find(({ id }) => id === "ha-lang")!;
const round = scheme.round("khao-sat-2023")!;
const OPTIONS = { seed: 20230630, numRuns: 12 };

/** Text that some program would like to run, or to take for something else. */
const trickyText = fc
  .tuple(
    fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t=",
      "\t",
      "<b>",
      "<script>",
      "&lt;",
      "__proto__",
      "constructor",
      "=cmd|' /C calc'!A0;"
    ),
    fc.constantFrom(
      "1+1",
      'HYPERLINK("http://vi.du","bấm")',
      "SUM(A1:A9)",
      "</b><img src=x onerror=alert(1)>",
      "toString",
      "{{x}}"
    )
  )
  .map(([start, rest]) => start + rest);

/** Names that an object has before anybody gives it one. */
const trickyName = fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "prototype");

interface Sent {
  readonly texts: readonly string[];
  readonly names: readonly [string, string];
}

const sent: fc.Arbitrary<Sent> = fc.record({
  texts: fc.array(trickyText, { minLength: 4, maxLength: 4 }),
  names: fc.tuple(trickyName, trickyName).filter(([one, other]) => one !== other),
});

/** A document and a work with the texts in their cells, on sheets and beside columns with the names. */
function submission({
  texts: [subject = "", issuer = "", title = "", note = ""],
  names,
}: Sent): WorkbookSpec {
  const documents: CellContent[][] = [
    [...DOCUMENT_HEADER, names[0]],
    [1, "12-KH/HU", "9/5/2023", subject, issuer, note],
  ];
  const works: CellContent[][] = [
    [...WORK_GROUPS, names[1]],
    WORK_STAGES,
    [1, `${title} Lịch sử Đảng bộ xã An Lạc`, "8/2022", null, null, null, null, note],
  ];
  const [first, second] = [plainWorkbook(names[0], documents), plainWorkbook(names[1], works)];
  return {
    ...first,
    sheets: [...first.sheets, ...second.sheets],
    properties: { [STAMP.unit]: unit.id, [STAMP.round]: round.id, [names[0]]: names[1] },
  };
}

function asCsv({ texts: [subject = "", issuer = ""] }: Sent): Uint8Array {
  const rows = [DOCUMENT_HEADER, ["1", "12-KH/HU", "9/5/2023", subject, issuer]];
  const lines = rows.map((row) => row.map((cell) => `"${cell.replace(/"/g, '""')}"`).join(","));
  return new TextEncoder().encode(`\uFEFF${lines.join("\n")}\n`);
}

async function read(bytes: Uint8Array, file: string): Promise<WorkbookContent> {
  const result = await readWorkbook(bytes, file);
  if (!result.ok) throw new Error(result.error.message);
  return result.workbook;
}

function merge(workbook: WorkbookContent): MergePlan {
  return planMerge({ previous: null, workbooks: [workbook], scheme, round, asOf, language: "vi" });
}

function mergedSpec({ state }: MergePlan): WorkbookSpec {
  return mergedWorkbook({ state, scheme, round, asOf, figures: computeProgress(state, { scheme, asOf }) });
}

/** What of the texts the merged tables must hold. */
function expectMerged({ state, accounted }: MergePlan, { texts }: Sent, forms: 1 | 2): void {
  expect(accounted).toMatchObject({ read: forms, merged: forms });
  expect(state.documents[0]?.cells).toMatchObject({ subject: texts[0], issuer: texts[1] });
  if (forms === 2) expect(state.works[0]?.cells["title"]).toBe(`${texts[2]} Lịch sử Đảng bộ xã An Lạc`);
}

/** Every cell of a file whose value is one of the texts is a text without a formula. */
async function expectTexts(bytes: Uint8Array, texts: readonly string[]): Promise<void> {
  const { sheets } = await readXlsx(bytes);
  const cells = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])]);
  const formulas = cells.flatMap(({ formula }) => formula ?? []);
  const values = sheets.flatMap(({ rows }) => rows.flat());
  for (const text of texts) {
    expect(values).toContain(text);
    expect(formulas).not.toContain(text.replace(/^=/, ""));
  }
}

const titled = ({ texts }: Sent) => [texts[0]!, texts[1]!, `${texts[2]} Lịch sử Đảng bộ xã An Lạc`];

test("from .xlsx through merging into the merged workbook, and back from it", async () => {
  await fc.assert(
    fc.asyncProperty(sent, async (what) => {
      const plan = merge(await read(await writeWorkbook(submission(what)), "ha-lang.xlsx"));
      expectMerged(plan, what, 2);
      const bytes = await writeWorkbook(mergedSpec(plan));
      await expectTexts(bytes, titled(what));
      expect(readMergedState(await read(bytes, "tong-hop.xlsx"), scheme)).toEqual(plan.state);
    }),
    OPTIONS
  );
});

test("from .csv", async () => {
  await fc.assert(
    fc.asyncProperty(sent, async (what) => {
      expectMerged(merge(await read(asCsv(what), "ha-lang.csv")), what, 1);
    }),
    OPTIONS
  );
});

test("into the reply", async () => {
  await fc.assert(
    fc.asyncProperty(sent, async (what) => {
      const workbook = await read(await writeWorkbook(submission(what)), "ha-lang.xlsx");
      const checked = readAndCheck(workbook, { scheme, asOf, language: "vi" });
      const bytes = await writeWorkbook(replyWorkbook({ scheme, unit, round, checked: [checked], asOf }));
      await expectTexts(bytes, titled(what));
      const parts = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith(".xml"));
      for (const [name, part] of parts) {
        if (/worksheets\//.test(name)) expect(strFromU8(part)).not.toContain("<f>");
        expect(strFromU8(part)).not.toMatch(/<(script|img|b>)/);
      }
    }),
    OPTIONS
  );
});

test("into the report, as a document and as text", async () => {
  await fc.assert(
    fc.asyncProperty(sent, async (what) => {
      const { state } = merge(await read(await writeWorkbook(submission(what)), "ha-lang.xlsx"));
      const report = buildReport({
        scheme,
        round,
        state,
        asOf,
        progress: progressReport(state, { scheme, asOf }),
      });
      const parts = unzipSync(await writeReport(report!));
      const document = strFromU8(parts["word/document.xml"]!);
      expect(document).not.toMatch(/<(script|img|b>)/);
      expect(document).not.toMatch(/<w:(instrText|fldSimple)[^>]*>[^<]*(HYPERLINK|SUM|cmd)/);
      expect(plainText(report!)).not.toContain("[object Object]");
    }),
    OPTIONS
  );
});

describe("in Excel", () => {
  const running = useExcel();

  test("the merged tables hold them as text", async () => {
    await fc.assert(
      fc.asyncProperty(sent, async (what) => {
        const plan = merge(await read(await writeWorkbook(submission(what)), "ha-lang.xlsx"));
        const tables: readonly string[] = [MERGED_SHEETS.documents, MERGED_SHEETS.works];
        const sheets = mergedSpec(plan)
          .sheets.filter(({ name }) => tables.includes(name))
          .map(withoutFormulas);
        await drawWorkbook(
          { sheets, properties: {}, activeSheet: MERGED_SHEETS.works, title: "" },
          { existing: "replace", recoverable: true }
        );
        await running.excel.settle();
        const cells = await drawnCells(tables);
        for (const text of titled(what)) {
          expect(cells.filter(({ value }) => value === text)).toContainEqual({ value: text, formula: text });
        }
        const readBack = (await readOpenWorkbook()).sheets.flatMap(({ values }) => values.flat());
        expect(readBack).toEqual(expect.arrayContaining(titled(what)));
      }),
      { ...OPTIONS, numRuns: 4 }
    );
  });

  /** Formulas over sheets that are not drawn here. */
  function withoutFormulas(sheet: SheetSpec): SheetSpec {
    const isFormula = (content: CellContent) =>
      typeof content === "object" && content !== null && "formula" in content;
    return {
      ...sheet,
      conditionalFormats: [],
      validations: [],
      blocks: sheet.blocks.map((block) => ({
        ...block,
        rows: block.rows.map((row) => row.map((content) => (isFormula(content) ? 0 : content))),
      })),
    };
  }

  function drawnCells(names: readonly string[]) {
    return Excel.run(async (context) => {
      const ranges = names.map((name) =>
        context.workbook.worksheets.getItem(name).getUsedRange(true).load("values,formulas")
      );
      await context.sync();
      return ranges.flatMap(({ values, formulas }) =>
        values.flatMap((row, r) =>
          row.map((value: unknown, c) => ({ value, formula: formulas[r]?.[c] as unknown }))
        )
      );
    });
  }
});

test("a unit, a round and a file that are named so are nobody's, and a template for nobody is one all the same", async () => {
  await fc.assert(
    fc.asyncProperty(trickyName, async (name) => {
      const stamped = { [STAMP.unit]: name, [STAMP.round]: name, [name]: name };
      const spec = { ...templateWorkbook({ scheme, unit: null, round }), properties: stamped };
      const workbook = await read(await writeWorkbook(spec), `${name}.xlsx`);
      expect(Object.getPrototypeOf(workbook.properties)).toBe(Object.prototype);
      const { check } = readAndCheck(workbook, { scheme, asOf, language: "vi" });
      expect(check).toMatchObject({ unit: null, round: round.id });
      expect(check.error).toBeUndefined();
      expect(scheme.round(name)).toBeUndefined();
    }),
    OPTIONS
  );
});
