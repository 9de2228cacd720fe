/** Merged tables made up at random from a seed: what districts may send, merged, with the province's own settings. */
import fc from "fast-check";
import type { CellValue } from "../../src/domain/grid";
import { emptyState, planMerge } from "../../src/domain/merge/plan";
import type { MergedState } from "../../src/domain/merge/state";
import { type Commune, deAn02, type Round, STAGES, type Unit } from "../../src/schemes";
import { workbook, worksGrid } from "./grids";

const scheme = deAn02;
export const GENERATED_AS_OF = "2024-06-30";
export const GENERATED_ROUND = scheme.round("hang-nam-2024") as Round;

const districts = scheme.units.filter(({ id }) => scheme.communes.some(({ unit }) => unit === id));
const named = scheme.targets.flatMap(({ works }) => works.map(({ title }) => title));

const communeTitle = (commune: Commune) =>
  fc
    .constantFrom(
      "Lịch sử Đảng bộ",
      "Lịch sử Đảng bộ",
      "Biên niên sự kiện lịch sử Đảng bộ",
      "Sơ thảo lịch sử Đảng bộ"
    )
    .map((kind) => `${kind} ${commune.type} ${commune.name}`);

/** Mostly works of the district, some of another, some that no target knows. */
const anyTitle = ({ id }: Unit) =>
  fc.oneof(
    {
      weight: 10,
      arbitrary: fc.constantFrom(...scheme.communes.filter(({ unit }) => unit === id)).chain(communeTitle),
    },
    { weight: 1, arbitrary: fc.constantFrom(...scheme.communes).chain(communeTitle) },
    { weight: 2, arbitrary: fc.constantFrom(...named) },
    { weight: 1, arbitrary: fc.constantFrom("Văn kiện Đảng bộ huyện", "=1+1", "Sách khác") }
  );

const published = fc.constantFrom<CellValue>("8/2022", "quý I/2023", 2023, "2019", "12/2024", {
  kind: "date",
  iso: "2023-05-30",
});
const marked = fc.constantFrom<CellValue>("x", "lần 2, 15/8/2022", "có");
const stages = fc
  .tuple(fc.constantFrom("published", "appraised", "workshop", "compiling", "none"), published, marked)
  .map(([stage, time, mark]): CellValue[] => [
    stage === "published" ? time : null,
    stage === "appraised" ? mark : null,
    stage === "workshop" ? mark : null,
    stage === "compiling" ? "x" : null,
  ]);
const funds = fc.oneof(
  fc.constantFrom<CellValue>(null, "-", "50 triệu", "0,05 tỷ", "50.000.000đ"),
  fc.nat(300_000_000).map((dong): CellValue => dong)
);

const districtRows = (unit: Unit) =>
  fc.array(
    fc.tuple(anyTitle(unit), stages, funds).map(([title, cells, money]) => [title, ...cells, money]),
    { maxLength: 24 }
  );

const anyState = fc
  .record({
    rows: fc.tuple(...districts.map(districtRows)),
    ticks: fc.subarray(
      scheme.communes.map(({ code }) => code),
      { maxLength: 20 }
    ),
    typed: fc.array(fc.option(fc.nat(25), { freq: 2 }), {
      minLength: districts.length,
      maxLength: districts.length,
    }),
    manuscript: fc.option(fc.subarray([...STAGES]), { freq: 2 }),
  })
  .map(({ rows, ticks, typed, manuscript }): MergedState => {
    const previous: MergedState = {
      ...emptyState(scheme, GENERATED_ROUND),
      communesWithBook: ticks,
      shares: districts.map(({ id }, index) => ({ unit: id, typed: typed[index] ?? null })),
      ...(manuscript && { manuscriptStages: manuscript }),
    };
    const workbooks = districts.map(({ id }, index) =>
      workbook({
        file: `${id}.xlsx`,
        unit: id,
        round: GENERATED_ROUND.id,
        sheets: [worksGrid((rows[index] ?? []).map((row, line) => [line + 1, ...row]))],
      })
    );
    return planMerge({ previous, workbooks, scheme, asOf: GENERATED_AS_OF, language: "vi" }).state;
  });

/** The same tables for the same seed. */
export function generatedStates(count: number, seed: number): readonly MergedState[] {
  return fc.sample(anyState, { numRuns: count, seed });
}
