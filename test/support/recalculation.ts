/** What another program computes from our formulas, beside the product's own figures. */
import { cellAddress, cellAt, type Grid } from "../../src/domain/grid";
import type { CellContent, FormulaContent, WorkbookSpec } from "../../src/layout/sheetSpec";

/** The same workbook with formulas that have no results yet: whoever shows some has computed them. */
export function withoutResults(spec: WorkbookSpec): WorkbookSpec {
  const bare = (content: CellContent): CellContent =>
    isFormula(content) ? { formula: content.formula } : content;
  return {
    ...spec,
    sheets: spec.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => ({ ...block, rows: block.rows.map((row) => row.map(bare)) })),
    })),
  };
}

function isFormula(content: CellContent): content is FormulaContent {
  return typeof content === "object" && content !== null && "formula" in content;
}

export interface FormulaCell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly content: FormulaContent;
}

export function formulaCells(spec: WorkbookSpec): readonly FormulaCell[] {
  return spec.sheets.flatMap(({ name, blocks }) =>
    blocks.flatMap(({ top, left, rows }) =>
      rows.flatMap((row, rowOffset) =>
        row.flatMap((content, columnOffset) =>
          isFormula(content)
            ? [{ sheet: name, row: top + rowOffset, column: left + columnOffset, content }]
            : []
        )
      )
    )
  );
}

/** Every formula whose computed value is not the product's own figure, in words. */
export function differences(spec: WorkbookSpec, computed: readonly Grid[]): readonly string[] {
  return formulaCells(spec).flatMap(({ sheet, row, column, content }) => {
    const grid = computed.find((candidate) => candidate.sheet === sheet);
    const value = grid ? cellAt(grid, row, column) : null;
    const expected = content.result === "" ? null : (content.result ?? null);
    return value === expected
      ? []
      : [`${sheet}!${cellAddress(row, column)}: ${JSON.stringify(value)}, not ${JSON.stringify(expected)}`];
  });
}
