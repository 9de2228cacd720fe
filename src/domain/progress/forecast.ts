/**
 * Trend and forecast of the targets, from the days on which the tables were summed up.
 *
 * Method: of every calendar month the last snapshot counts, so that two summaries of one week make no pace. The expected
 * pace is that from the first to the last of them; the range is the slowest and the fastest pace seen between two
 * neighbours. A pace continues in a straight line from the last snapshot, never below zero and never above the
 * denominator. With fewer than `MINIMUM_MONTHS` months, or months less than `MINIMUM_DAYS` days apart, nothing is
 * forecast.
 */
import type { Scheme, Target, TargetId } from "../../schemes/types";
import type { IsoDate } from "../grid";
import type { MergedState, ProgressSnapshot } from "../merge/state";
import type { ProgressFigures } from "./figures";
import { percent } from "./percent";

export const MINIMUM_MONTHS = 3;
export const MINIMUM_DAYS = 60;

/** Expected value with the range that the paces seen allow. */
export interface Range<T> {
  readonly low: T;
  readonly expected: T;
  readonly high: T;
}

export type TargetForecast =
  | { readonly id: TargetId; readonly status: "not-enough-data" }
  /** The goal is reached already. */
  | { readonly id: TargetId; readonly status: "reached" }
  | {
      readonly id: TargetId;
      readonly status: "forecast";
      /** Works a month (30 days), to one decimal. */
      readonly pace: Range<number>;
      /** Day on which the goal is reached at the slowest, expected and fastest pace; null: never at that pace. */
      readonly completion: Range<IsoDate | null>;
      /** Works on the last day of the scheme. */
      readonly atEnd: Range<number>;
      /** `atEnd` in percent of the denominator, rounded half-up to one decimal. */
      readonly atEndPercent: Range<number>;
    };

export interface Forecast {
  /** `ok` when at least one target has a forecast or is reached. */
  readonly status: "ok" | "not-enough-data";
  /** Last day of the scheme. */
  readonly end: IsoDate;
  /** What the forecast rests on: months with a snapshot, and what is needed. */
  readonly months: number;
  readonly minimum: { readonly months: number; readonly days: number };
  readonly targets: readonly TargetForecast[];
}

const DAY = 86_400_000;
const DAYS_A_MONTH = 30;

/** The state with the figures of a day kept among its snapshots; those of the same day are replaced. */
export function withSnapshot(state: MergedState, figures: ProgressFigures): MergedState {
  const snapshot: ProgressSnapshot = {
    asOf: figures.asOf,
    done: Object.fromEntries(figures.targets.map(({ id, done }) => [id, done])),
    funds: figures.funds,
  };
  const others = (state.snapshots ?? []).filter(({ asOf }) => asOf !== snapshot.asOf);
  return { ...state, snapshots: [...others, snapshot].sort((a, b) => (a.asOf < b.asOf ? -1 : 1)) };
}

/** @param snapshots by day; those after `asOf` are left out. */
export function forecastTargets(
  snapshots: readonly ProgressSnapshot[],
  { scheme, asOf }: { readonly scheme: Scheme; readonly asOf: IsoDate }
): Forecast {
  const known = lastOfMonths(snapshots.filter((snapshot) => snapshot.asOf <= asOf));
  const targets = scheme.targets.map((target) => forecastTarget(target, known, scheme.end));
  const isOk = targets.some(({ status }) => status !== "not-enough-data");
  return {
    status: isOk ? "ok" : "not-enough-data",
    end: scheme.end,
    months: known.length,
    minimum: { months: MINIMUM_MONTHS, days: MINIMUM_DAYS },
    targets,
  };
}

function lastOfMonths(snapshots: readonly ProgressSnapshot[]): readonly ProgressSnapshot[] {
  const byDay = [...snapshots].sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  return [...new Map(byDay.map((snapshot) => [snapshot.asOf.slice(0, 7), snapshot])).values()];
}

interface Point {
  readonly day: number;
  readonly done: number;
}

function forecastTarget(
  { id, goal, denominator }: Target,
  snapshots: readonly ProgressSnapshot[],
  end: IsoDate
): TargetForecast {
  const points = snapshots.flatMap(({ asOf, done }): Point[] => {
    const value = done[id];
    return value === undefined ? [] : [{ day: dayNumber(asOf), done: value }];
  });
  const [first, last] = [points[0], points[points.length - 1]];
  if (last && last.done >= goal) return { id, status: "reached" };
  const isEnough = points.length >= MINIMUM_MONTHS && first && last && last.day - first.day >= MINIMUM_DAYS;
  if (!isEnough) return { id, status: "not-enough-data" };
  const seen = points.slice(1).flatMap((point, index) => {
    const before = points[index];
    return before ? [paceBetween(before, point)] : [];
  });
  const pace: Range<number> = {
    low: Math.max(0, Math.min(...seen)),
    expected: Math.max(0, paceBetween(first, last)),
    high: Math.max(0, ...seen),
  };
  const left = Math.max(0, dayNumber(end) - last.day);
  const atEnd = eachOf(pace, (perDay) =>
    Math.max(last.done, Math.min(denominator, Math.floor(last.done + perDay * left + ROUNDING)))
  );
  return {
    id,
    status: "forecast",
    pace: eachOf(pace, (perDay) => Math.round(perDay * DAYS_A_MONTH * 10) / 10),
    completion: eachOf(pace, (perDay) => completionDay(last, goal, perDay)),
    atEnd,
    atEndPercent: eachOf(atEnd, (done) => percent(done, denominator)),
  };
}

/** Works are whole: 12,999… from dividing and multiplying is 13. */
const ROUNDING = 1e-9;

/** Works a day. */
function paceBetween(from: Point, to: Point): number {
  return (to.done - from.done) / (to.day - from.day);
}

/** Beyond this year a date says no more than "never". */
const LAST_YEAR = "2100";

function completionDay(last: Point, goal: number, perDay: number): IsoDate | null {
  if (perDay <= 0) return null;
  const day = last.day + Math.ceil((goal - last.done) / perDay - ROUNDING);
  const iso = new Date(day * DAY).toISOString().slice(0, 10);
  return iso.length === 10 && iso < LAST_YEAR ? iso : null;
}

function dayNumber(iso: IsoDate): number {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

function eachOf<A, B>({ low, expected, high }: Range<A>, change: (value: A) => B): Range<B> {
  return { low: change(low), expected: change(expected), high: change(high) };
}
