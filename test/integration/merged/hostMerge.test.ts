/** The three-way merge as the province does it: drawn, edited by hand in the grid, read again, merged, drawn again. */
import fc from "fast-check";
import { cellAddress, cellAt, type Grid } from "../../../src/domain/grid";
import { type MergePlan, planMerge } from "../../../src/domain/merge/plan";
import { readMergedState } from "../../../src/domain/merge/readState";
import { computeProgress } from "../../../src/domain/progress/progress";
import { cellText } from "../../../src/domain/values/cells";
import { drawWorkbook, readOpenWorkbook } from "../../../src/excel";
import { mergedWorkbook } from "../../../src/layout/merged";
import { deAn02 } from "../../../src/schemes";
import { bootExcel, type BootedExcel } from "../../excel-host/inProcess";
import {
  anyEditedWorks,
  EDITED_COLUMNS,
  type EditedWork,
  expectedMerge,
  submission,
} from "../../support/threeWay";

const scheme = deAn02;
const asOf = "2023-06-30";
const WORKS = "Tổng hợp 02";
const HEADINGS = ["Đã xuất bản (thời gian)", "Đã tổ chức hội thảo bản thảo", "Kinh phí xã hội hóa"];

async function openState() {
  return readMergedState(await readOpenWorkbook(), scheme);
}

async function mergeIntoOpen(works: readonly EditedWork[], side: "base" | "theirs"): Promise<MergePlan> {
  const previous = await openState();
  const plan = planMerge({ previous, workbooks: [submission(works, side)], scheme, asOf, language: "vi" });
  const { state, round } = plan;
  const figures = computeProgress(state, { scheme, asOf });
  await drawWorkbook(mergedWorkbook({ state, scheme, round, figures, asOf }), { existing: "replace" });
  return plan;
}

/** The province types its own values over those that were sent. */
async function editByHand(excel: BootedExcel, works: readonly EditedWork[]): Promise<void> {
  const { sheets } = await readOpenWorkbook();
  const grid = sheets.find(({ sheet }) => sheet === WORKS)!;
  for (const { title, base, ours } of works) {
    const row = positionOf(grid, title)[0];
    for (const [index, heading] of HEADINGS.entries()) {
      const typed = ours[index] ?? "";
      if (typed === (base[index] ?? "")) continue;
      await excel.userEdit(WORKS, cellAddress(row, positionOf(grid, heading)[1]), typed);
    }
  }
  await excel.settle();
}

function positionOf(grid: Grid, text: string): readonly [row: number, column: number] {
  for (let row = grid.top; row < grid.top + grid.values.length; row++) {
    for (let column = 0; column < 20; column++) {
      if (cellAt(grid, row, column) === text) return [row, column];
    }
  }
  throw new Error(`${text} is not on ${grid.sheet}`);
}

test("every cell is merged by what was sent, what was edited in the grid, and what is sent again", async () => {
  await fc.assert(
    fc.asyncProperty(anyEditedWorks, async (works) => {
      const excel = await bootExcel({ apiVersion: "1.14" });
      const removeGlobals = excel.installGlobals();
      try {
        await mergeIntoOpen(works, "base");
        await editByHand(excel, works);
        const { conflicts, accounted } = await mergeIntoOpen(works, "theirs");
        const expected = expectedMerge(works);
        const state = await openState();
        const cells = state?.works.map((row) =>
          EDITED_COLUMNS.map((key) => cellText(row.cells[key] ?? null))
        );
        expect(cells).toEqual(expected.map((row) => row.cells.map(cellText)));
        expect(conflicts).toHaveLength(expected.flatMap((row) => row.conflicts).length);
        expect(accounted.read).toBe(accounted.merged + accounted.duplicate + accounted.rejected);
      } finally {
        removeGlobals();
        excel.dispose();
      }
    }),
    { numRuns: 3, seed: 154, endOnFailure: true }
  );
});
