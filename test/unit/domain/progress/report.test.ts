import fc from "fast-check";
import type { MergedState } from "../../../../src/domain/merge/state";
import { computeFunding } from "../../../../src/domain/progress/funding";
import { rollUp } from "../../../../src/domain/progress/newUnits";
import { progressReport } from "../../../../src/domain/progress/report";
import { deAn02, STAGES } from "../../../../src/schemes";
import { sampleState } from "../../layout/sampleState";

const scheme = deAn02;
const asOf = "2023-05-30";
const reportOf = (state: MergedState) => progressReport(state, { scheme, asOf });

/** The sample's works in any selection, at any stage, with any funds. */
const anyState = fc
  .array(
    fc.record({
      index: fc.nat(sampleState().works.length - 1),
      stage: fc.constantFrom(...STAGES, null),
      funds: fc.option(fc.nat(1_000_000_000_000)),
    }),
    { maxLength: 60 }
  )
  .map((picks): MergedState => {
    const sample = sampleState();
    const works = picks.flatMap(({ index, stage, funds }, position) => {
      const work = sample.works[index];
      return work
        ? [{ ...work, key: `${work.key}|${position}`, facts: { ...work.facts, stage, funds } }]
        : [];
    });
    return { ...sample, works };
  });

test("every figure has its rows: as many as it says, amounts that sum to it", () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const report = reportOf(state);
      for (const { done, rows } of report.targets) expect(rows).toHaveLength(done);
      for (const { rows, stages, manuscript, published, funds } of report.units) {
        for (const stage of STAGES) expect(rows.stages[stage]).toHaveLength(stages[stage]);
        expect(rows.manuscript).toHaveLength(manuscript);
        expect(rows.published).toHaveLength(published);
        expect(rows.funds.reduce((sum, row) => sum + (row.funds ?? 0), 0)).toBe(funds);
      }
    }),
    { numRuns: 50 }
  );
});

test("a work counts or is listed with a reason, never both", () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const { uncounted, units, targets } = reportOf(state);
      const listed = new Set(uncounted.map(({ key }) => key));
      const counted = new Set([
        ...units.flatMap(({ rows }) => STAGES.flatMap((stage) => rows.stages[stage].map(({ key }) => key))),
        ...targets.flatMap(({ rows }) => rows.map(({ key }) => key)),
      ]);
      for (const key of counted) expect(listed.has(key)).toBe(false);
      expect(listed.size).toBe(uncounted.length);
    }),
    { numRuns: 50 }
  );
});

test("money: the frame is 22.490.240.000 đ, and units sum to the province to the đồng", () => {
  fc.assert(
    fc.property(anyState, (state) => {
      const funding = computeFunding(state, scheme);
      expect(funding.planned).toBe(22_490_240_000);
      expect(funding.raised).toBe(reportOf(state).funds);
      for (const unit of funding.units) {
        expect(unit.works.reduce((sum, work) => sum + (work.funds ?? 0), 0)).toBe(unit.raised);
      }
    }),
    { numRuns: 50 }
  );
});

test("what a district has left to raise follows its share", () => {
  const { units } = computeFunding(sampleState(), scheme);
  expect(units.find(({ unit }) => unit === "ha-quang")?.expected).toBe(2_100_000_000);
  expect(units.find(({ unit }) => unit === "quan-su")?.expected).toBeNull();
});

test("the 161 communes roll up to 56, every work once, never joined by code", () => {
  const sample = sampleState();
  const figures = rollUp(sample, scheme);
  const report = reportOf(sample);
  expect(figures).toHaveLength(56);
  expect(new Set(figures.flatMap(({ former }) => former.map(({ code }) => code))).size).toBe(161);
  for (const stage of STAGES) {
    const total = report.units.reduce((sum, { stages }) => sum + stages[stage], 0);
    expect(figures.reduce((sum, { stages }) => sum + stages[stage], 0)).toBe(total);
  }
  // 01273 was Hợp Giang, which is part of Thục Phán; Thục Phán now has that code, and other former communes too.
  const thucPhan = figures.find(({ name }) => name === "Thục Phán");
  expect(thucPhan).toMatchObject({ code: "01273", type: "phường" });
  expect(thucPhan?.former.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["Hợp Giang", "Sông Hiến"])
  );
  // 01279 was Ngọc Xuân and is Nùng Trí Cao: the code alone would say otherwise.
  const nungTriCao = figures.find(({ name }) => name === "Nùng Trí Cao");
  expect(nungTriCao?.former.map(({ name }) => name)).toContain("Sông Bằng");
});

test("what a finished manuscript is can be set", () => {
  const sample = sampleState();
  const done = (state: MergedState) =>
    reportOf(state).targets.find(({ id }) => id === "commune-manuscript")?.done ?? 0;
  const stricter = done({ ...sample, manuscriptStages: ["appraised", "published"] });
  expect(stricter).toBeLessThan(done(sample));
  expect(stricter).toBeGreaterThan(0);
});
