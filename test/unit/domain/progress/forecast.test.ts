import fc from "fast-check";
import { emptyState } from "../../../../src/domain/merge/plan";
import type { ProgressSnapshot } from "../../../../src/domain/merge/state";
import { forecastTargets, type TargetForecast, withSnapshot } from "../../../../src/domain/progress/forecast";
import { computeProgress } from "../../../../src/domain/progress/progress";
import { deAn02 } from "../../../../src/schemes";

const scheme = deAn02;

function snapshots(...values: readonly (readonly [string, number])[]): ProgressSnapshot[] {
  return values.map(([asOf, done]) => ({ asOf, done: { "commune-published": done }, funds: 0 }));
}

function forecast(points: readonly ProgressSnapshot[], asOf = "2025-12-31"): TargetForecast | undefined {
  return forecastTargets(points, { scheme, asOf }).targets.find(({ id }) => id === "commune-published");
}

test("a steady pace reaches the goal on the day that it must", () => {
  // One work in ten days: 12 more works take 120 days.
  const found = forecast(snapshots(["2024-01-01", 20], ["2024-03-01", 26], ["2024-04-30", 32]));
  expect(found).toMatchObject({
    status: "forecast",
    pace: { low: 3, expected: 3, high: 3 },
    completion: { low: "2024-08-28", expected: "2024-08-28", high: "2024-08-28" },
    atEnd: { low: 93, expected: 93, high: 93 },
    atEndPercent: { low: 63.7, expected: 63.7, high: 63.7 },
  });
});

test("the range is that of the slowest and the fastest pace between two neighbours", () => {
  const found = forecast(snapshots(["2024-01-01", 20], ["2024-03-01", 20], ["2024-04-30", 32]));
  expect(found).toMatchObject({
    status: "forecast",
    completion: { low: null, expected: "2024-08-28", high: "2024-06-29" },
    atEnd: { low: 32, expected: 93, high: 146 },
  });
});

test("too few months or too short a time is not enough data, and says what is needed", () => {
  const short = snapshots(["2024-01-31", 20], ["2024-02-15", 22], ["2024-03-20", 24]);
  expect(forecast(short)).toEqual({ id: "commune-published", status: "not-enough-data" });
  const sameMonth = snapshots(["2024-01-01", 20], ["2024-01-20", 22], ["2024-05-20", 24]);
  expect(forecast(sameMonth)).toEqual({ id: "commune-published", status: "not-enough-data" });
  expect(forecastTargets(sameMonth, { scheme, asOf: "2024-06-01" })).toMatchObject({
    status: "not-enough-data",
    months: 2,
    minimum: { months: 3, days: 60 },
  });
});

test("a goal that is reached needs no forecast", () => {
  expect(forecast(snapshots(["2024-01-01", 44]))).toEqual({ id: "commune-published", status: "reached" });
});

test("figures of the future are not known yet", () => {
  const points = snapshots(["2024-01-01", 20], ["2024-03-01", 26], ["2024-04-30", 32]);
  expect(forecast(points, "2024-04-01")?.status).toBe("not-enough-data");
});

test("a snapshot is kept once for each day, in order of days", () => {
  const round = scheme.round("hang-nam-2023")!;
  const state = emptyState(scheme, round);
  const on = (asOf: string) => computeProgress(state, { scheme, asOf });
  const kept = [on("2023-07-07"), on("2023-05-30"), on("2023-07-07")].reduce(withSnapshot, state);
  expect(kept.snapshots?.map(({ asOf }) => asOf)).toEqual(["2023-05-30", "2023-07-07"]);
});

const anyPoints = fc
  .array(fc.tuple(fc.nat(1800), fc.nat(146)), { minLength: 1, maxLength: 12 })
  .map((pairs) =>
    snapshots(
      ...pairs.map(
        ([day, done]) => [new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10), done] as const
      )
    )
  );

test("whatever was seen: low ≤ expected ≤ high, nothing below what is done or above all", () => {
  fc.assert(
    fc.property(anyPoints, (points) => {
      const found = forecast(points);
      if (found?.status !== "forecast") return;
      const { pace, atEnd, completion } = found;
      const last = [...points].sort((a, b) => (a.asOf < b.asOf ? -1 : 1)).at(-1)!;
      const done = points.filter(({ asOf }) => asOf === last.asOf).at(-1)!.done["commune-published"]!;
      expect(pace.low).toBeLessThanOrEqual(pace.expected);
      expect(pace.expected).toBeLessThanOrEqual(pace.high);
      expect(atEnd.low).toBeGreaterThanOrEqual(done);
      expect(atEnd.low).toBeLessThanOrEqual(atEnd.expected);
      expect(atEnd.expected).toBeLessThanOrEqual(atEnd.high);
      expect(atEnd.high).toBeLessThanOrEqual(146);
      const [slow, middle, fast] = [completion.low, completion.expected, completion.high];
      if (slow !== null) expect(middle! <= slow).toBe(true);
      if (middle !== null) expect(fast! <= middle).toBe(true);
      // The two ways of asking agree: reached by the end exactly when the day is not after it.
      if (last.asOf <= scheme.end) {
        const reachedByEnd = middle !== null && middle <= scheme.end;
        expect(atEnd.expected >= 44).toBe(reachedByEnd);
      }
    }),
    { numRuns: 300 }
  );
});

test("the order of the snapshots does not matter", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.nat(1800), fc.nat(146)), { selector: ([day]) => day, maxLength: 8 }),
      (pairs) => {
        const points = snapshots(
          ...pairs.map(
            ([day, done]) => [new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10), done] as const
          )
        );
        expect(forecast([...points].reverse())).toEqual(forecast(points));
      }
    ),
    { numRuns: 100 }
  );
});
