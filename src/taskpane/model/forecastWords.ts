import type { Forecast, Range } from "../../domain/progress/forecast";
import type { IsoDate } from "../../domain/grid";
import type { TargetId } from "../../schemes/types";
import type { Words } from "../language";

/** What is to be expected of a target, with its range; empty when it is reached or nothing can be said. */
export function forecastWords(id: TargetId, forecast: Forecast, { text, date, percent }: Words): string {
  const target = forecast.targets.find((candidate) => candidate.id === id);
  if (target?.status !== "forecast") return "";
  const { atEnd, atEndPercent, completion } = target;
  const values = {
    end: date(forecast.end),
    expected: atEnd.expected,
    low: atEnd.low,
    high: atEnd.high,
    percent: percent(atEndPercent.expected),
  };
  return `${text("forecast.atEnd", values)} ${completionWords(completion, { text, date })}`;
}

/** Why nothing is forecast; empty when something is. */
export function noForecastWords({ status, months, minimum }: Forecast, text: Words["text"]): string {
  if (status === "ok") return "";
  return text("forecast.notEnough", { months, needed: minimum.months, days: minimum.days });
}

function completionWords(
  { low, expected, high }: Range<IsoDate | null>,
  { text, date }: Pick<Words, "text" | "date">
): string {
  if (high === null) return text("forecast.never");
  const day = (iso: IsoDate | null): string => (iso === null ? text("forecast.notAtThatPace") : date(iso));
  return text("forecast.completion", { expected: day(expected), low: day(low), high: day(high) });
}
