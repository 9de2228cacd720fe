import fc from "fast-check";
import { planMerge } from "../../../../src/domain/merge/plan";
import type { MergedState } from "../../../../src/domain/merge/state";
import { deAn02 } from "../../../../src/schemes";
import {
  anyEditedWorks,
  EDITED_COLUMNS,
  type EditedWork,
  expectedMerge,
  orNull,
  submission,
} from "../../../support/threeWay";

const plan = (previous: MergedState | null, works: readonly EditedWork[], side: "base" | "theirs") =>
  planMerge({
    previous,
    workbooks: [submission(works, side)],
    scheme: deAn02,
    asOf: "2023-06-30",
    language: "vi",
  });

/** The tables with what the province has edited in them. */
function edited(state: MergedState, works: readonly EditedWork[]): MergedState {
  const rows = state.works.map((row) => {
    const [published, workshop, funds] = works.find(({ title }) => title === row.cells["title"])?.ours ?? [];
    const cells = {
      ...row.cells,
      published: orNull(published ?? ""),
      workshop: orNull(workshop ?? ""),
      funds: funds ?? null,
    };
    return { ...row, cells };
  });
  return { ...state, works: rows };
}

test("every cell is merged by base, ours and theirs; conflicts come up until they are decided", () => {
  fc.assert(
    fc.property(anyEditedWorks, (works) => {
      const first = plan(null, works, "base").state;
      const second = plan(edited(first, works), works, "theirs");
      const expected = expectedMerge(works);
      const cellsOf = (state: MergedState) =>
        state.works.map(({ cells }) => ({
          title: cells["title"],
          cells: EDITED_COLUMNS.map((column) => cells[column] ?? null),
        }));
      expect(cellsOf(second.state)).toEqual(expected.map(({ title, cells }) => ({ title, cells })));
      const count = expected.flatMap(({ conflicts }) => conflicts).length;
      expect(second.conflicts).toHaveLength(count);
      const { read, merged, duplicate, rejected } = second.accounted;
      expect([read, merged + duplicate + rejected]).toEqual([works.length, works.length]);

      const again = plan(second.state, works, "theirs");
      expect(cellsOf(again.state)).toEqual(cellsOf(second.state));
      expect(again.conflicts.map(({ id }) => id)).toEqual(second.conflicts.map(({ id }) => id));
    })
  );
});
