/** Tables that both sides edit, and what a three-way merge must make of them: the rule written down a second time. */
import fc from "fast-check";
import type { CellValue, WorkbookContent } from "../../src/domain/grid";
import { workbook, worksGrid } from "./grids";

/** Cells of one work: time of publication, workshop, funds. */
export type EditedCells = readonly [published: string, workshop: string, funds: number | null];

export interface EditedWork {
  readonly title: string;
  /** As sent first. */
  readonly base: EditedCells;
  /** As the province has it after its own edits. */
  readonly ours: EditedCells;
  /** As sent again. */
  readonly theirs: EditedCells;
}

export const EDITED_COLUMNS = ["published", "workshop", "funds"] as const;

const TITLES = ["An Lạc", "Thị Hoa", "Vinh Quý", "Minh Long", "Lý Quốc"].map(
  (name) => `Lịch sử Đảng bộ xã ${name}`
);

const anyCells: fc.Arbitrary<EditedCells> = fc.tuple(
  fc.constantFrom("", "tháng 8/2022", "quý III/2022", "20/5/2023"),
  fc.constantFrom("", "x", "lần 2"),
  fc.constantFrom(null, 50_000_000, 7)
);

/** Half of the edits change nothing, so that every case of the merge comes up. */
const anyEdit = (cells: EditedCells) => fc.oneof(fc.constant(cells), anyCells);

export const anyEditedWorks: fc.Arbitrary<readonly EditedWork[]> = fc.tuple(
  ...TITLES.map((title) =>
    anyCells.chain((base) =>
      fc.record({
        title: fc.constant(title),
        base: fc.constant(base),
        ours: anyEdit(base),
        theirs: anyEdit(base),
      })
    )
  )
);

export function submission(works: readonly EditedWork[], side: "base" | "theirs"): WorkbookContent {
  const rows = works.map((work, index) => {
    const [published, workshop, funds] = work[side];
    return [index + 1, work.title, orNull(published), null, orNull(workshop), null, funds];
  });
  return workbook({ unit: "ha-lang", file: `${side}.xlsx`, sheets: [worksGrid(rows)] });
}

export function orNull(text: string): CellValue {
  return text === "" ? null : text;
}

export interface Expected {
  readonly title: string;
  readonly cells: readonly (string | number | null)[];
  /** Columns where someone has to decide. */
  readonly conflicts: readonly string[];
}

export function expectedMerge(works: readonly EditedWork[]): readonly Expected[] {
  return works.map(({ title, base, ours, theirs }) => {
    const cells = EDITED_COLUMNS.map((column, index) => {
      const [b, o, t] = [base[index], ours[index], theirs[index]];
      const conflict = o !== b && t !== b && o !== t;
      return { column, value: t !== b && o === b ? t : o, conflict };
    });
    return {
      title,
      cells: cells.map(({ value }) => (value === undefined || value === "" ? null : value)),
      conflicts: cells.filter(({ conflict }) => conflict).map(({ column }) => column),
    };
  });
}
