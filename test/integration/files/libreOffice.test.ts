import type { Grid } from "../../../src/domain/grid";
import { computeProgress } from "../../../src/domain/progress/progress";
import { locateForms } from "../../../src/domain/forms/locate";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { mergedWorkbook } from "../../../src/layout/merged";
import type { CellContent, WorkbookSpec } from "../../../src/layout/sheetSpec";
import { templateWorkbook } from "../../../src/layout/templates";
import { deAn02, type Round, type Unit } from "../../../src/schemes";
import { sampleState } from "../../unit/layout/sampleState";
import { differences, formulaCells, withoutResults } from "../../support/recalculation";
import { convert, testWithLibreOffice } from "./libreOffice";

const round = deAn02.round("khao-sat-2023") as Round;
const unit = deAn02.units.find(({ id }) => id === "ha-lang") as Unit;

async function sheetsOf(bytes: Uint8Array, file: string): Promise<readonly Grid[]> {
  const result = await readWorkbook(bytes, file);
  if (!result.ok) throw new Error(result.error.message);
  return result.workbook.sheets;
}

function sampleWorkbook(): WorkbookSpec {
  const state = sampleState();
  const asOf = "2023-05-30";
  return mergedWorkbook({
    state,
    scheme: deAn02,
    round,
    asOf,
    figures: computeProgress(state, { scheme: deAn02, asOf }),
  });
}

testWithLibreOffice(
  "recalculating the merged workbook gives the product's own figures in every formula",
  async () => {
    const spec = sampleWorkbook();
    const grids = await sheetsOf(
      convert(await writeWorkbook(withoutResults(spec)), "xlsx", "xlsx"),
      "m.xlsx"
    );
    expect(differences(spec, grids)).toEqual([]);
    const cells = formulaCells(spec);
    expect(cells.filter(({ sheet }) => sheet === "Tiến độ").length).toBeGreaterThan(150);
    expect(cells.filter(({ sheet }) => sheet === "Tổng hợp 02").length).toBeGreaterThan(300);
  }
);

testWithLibreOffice(
  "a stage corrected by hand, a commune ticked and a share typed change the figures",
  async () => {
    const spec = sampleWorkbook();
    const state = sampleState();
    const [first] = state.works.filter(
      ({ facts }) => facts.exclusion === null && facts.stage === "compiling"
    );
    const ticked = state.works.find(
      ({ facts }) => facts.commune !== null && facts.stage === "published" && facts.exclusion === null
    );
    if (first === undefined || ticked === undefined) throw new Error("sample too small");
    const corrected = {
      ...state,
      works: state.works.map((work) => {
        const stage = work === first ? ("published" as const) : work.facts.stage;
        const exclusion =
          work.facts.commune === ticked.facts.commune ? ("had-book-before" as const) : work.facts.exclusion;
        return { ...work, facts: { ...work.facts, stage, exclusion } };
      }),
      shares: state.shares.map((share) => (share.unit === "thach-an" ? { ...share, typed: 8 } : share)),
      communesWithBook: [...state.communesWithBook, ticked.facts.commune ?? ""],
    };
    const figures = computeProgress(corrected, { scheme: deAn02, asOf: "2023-05-30" });

    // The same edits as a person makes them: three cells, no formula touched.
    const edited = editCells(withoutResults(spec), (sheet, text, headers, row) => {
      if (sheet === "Tổng hợp 02" && headers.includes("Giai đoạn") && row.includes(first.key))
        return deAn02.stageNames.published;
      if (
        sheet === "Chỉ tiêu" &&
        headers.includes("Có sách trước 2021") &&
        row.includes(ticked.facts.commune)
      )
        return "x";
      if (sheet === "Chỉ tiêu" && headers.includes("Gõ thay") && row.includes("Huyện uỷ Thạch An")) return 8;
      return text;
    });
    expect(changedCells(withoutResults(spec), edited)).toBe(3);
    const grids = await sheetsOf(convert(await writeWorkbook(edited), "xlsx", "xlsx"), "m.xlsx");
    const progress = grids.find(({ sheet }) => sheet === "Tiến độ") as Grid;
    for (const figure of figures.targets) {
      const { title } = deAn02.targets.find(({ id }) => id === figure.id) ?? { title: "" };
      const row = progress.values.find(([name]) => name === title);
      expect([figure.id, row?.[1], row?.[4]]).toEqual([figure.id, figure.done, figure.percent]);
    }
    for (const figure of figures.units.filter(({ share }) => share > 0)) {
      const name = deAn02.units.find(({ id }) => id === figure.unit)?.name;
      const row = progress.values.find(([cell]) => cell === name);
      expect([name, row?.[1], row?.[6], row?.[7], row?.[8]]).toEqual([
        name,
        figure.share,
        figure.manuscript,
        figure.manuscriptPercent,
        figure.publishedPercent,
      ]);
    }
    expect(computeProgress(state, { scheme: deAn02, asOf: "2023-05-30" })).not.toEqual(figures);
  }
);

function changedCells(before: WorkbookSpec, after: WorkbookSpec): number {
  const contents = (spec: WorkbookSpec): string[] =>
    spec.sheets.flatMap(({ blocks }) =>
      blocks.flatMap(({ rows }) => rows.flat().map((cell) => JSON.stringify(cell)))
    );
  const old = contents(before);
  return contents(after).filter((content, index) => content !== old[index]).length;
}

/** Replaces contents; `headers` are the first two cells of the column in its block: one of them is its heading. */
function editCells(
  spec: WorkbookSpec,
  edit: (
    sheet: string,
    content: CellContent,
    headers: readonly CellContent[],
    row: readonly CellContent[]
  ) => CellContent
): WorkbookSpec {
  return {
    ...spec,
    sheets: spec.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => ({
        ...block,
        rows: block.rows.map((row) =>
          row.map((content, column) => {
            const headers = block.rows.slice(0, 2).map((above) => above[column] ?? null);
            return edit(sheet.name, content, headers, row);
          })
        ),
      })),
    })),
  };
}

testWithLibreOffice(
  "a template printed is one page wide: with few rows it has one page for each form",
  async () => {
    const bytes = await writeWorkbook(templateWorkbook({ scheme: deAn02, unit, round, bodyRows: 15 }));
    const pdf = Buffer.from(convert(bytes, "xlsx", "pdf")).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    // A4 landscape, in points.
    const boxes = Array.from(
      pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g),
      ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))]
    );
    expect(boxes.length).toBeGreaterThan(0);
    expect(new Set(boxes.map(String))).toEqual(new Set(["842,595"]));
  }
);

for (const format of ["ods", "xls:MS Excel 97", "xlsx"]) {
  testWithLibreOffice(`a template saved as ${format} still holds both forms`, async () => {
    const bytes = await writeWorkbook(templateWorkbook({ scheme: deAn02, unit, round }));
    const grids = await sheetsOf(convert(bytes, "xlsx", format), "mau");
    const located = grids.flatMap((grid) => locateForms(grid, deAn02.forms));
    expect(located.map(({ form, missing }) => [form.id, missing.length])).toEqual([
      ["bieu-01", 0],
      ["bieu-02", 0],
    ]);
  });
}
