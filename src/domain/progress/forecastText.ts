/** Forecasts in the words of the reports. */
import type { Scheme } from "../../schemes/types";
import type { IsoDate } from "../grid";
import { formatDate } from "../values/dates";
import { type Forecast, MINIMUM_DAYS, MINIMUM_MONTHS, type Range, type TargetForecast } from "./forecast";

/** How the forecast is made, for those who read it. */
export function forecastMethod({ end }: Scheme): string {
  return (
    `Cách tính: mỗi tháng lấy lần tổng hợp cuối; tốc độ dự kiến là tốc độ từ lần đầu đến lần cuối, khoảng dự kiến theo ` +
    `tốc độ chậm nhất và nhanh nhất giữa hai lần liền nhau, kéo thẳng đến hết Đề án (${formatDate(end)}). Cần ít nhất ` +
    `${MINIMUM_MONTHS} tháng có số liệu, cách nhau từ ${MINIMUM_DAYS} ngày.`
  );
}

/** One forecast in words. */
export function forecastText(target: TargetForecast, forecast: Forecast, scheme: Scheme): string {
  if (target.status === "reached") return "Đã đạt mục tiêu.";
  if (target.status === "not-enough-data") return notEnoughData(forecast);
  const { completion, atEnd } = target;
  const { denominator } = scheme.targets.find(({ id }) => id === target.id) ?? { denominator: 0 };
  const range = atEnd.low === atEnd.high ? "" : ` (từ ${atEnd.low} đến ${atEnd.high})`;
  const atEndText = `Đến ${formatDate(forecast.end)}: khoảng ${atEnd.expected}/${denominator}${range}.`;
  return `${atEndText} ${completionText(completion)}`;
}

function completionText({ low, expected, high }: Range<IsoDate | null>): string {
  if (high === null) return "Với tốc độ đã thấy thì không đạt mục tiêu.";
  const day = (iso: IsoDate | null): string => (iso === null ? "không đạt" : formatDate(iso));
  if (low === high) return `Đạt mục tiêu: ${day(expected)}.`;
  return `Đạt mục tiêu: ${day(expected)} (nhanh nhất ${day(high)}, chậm nhất ${day(low)}).`;
}

/** Why there is no forecast, and what it needs. */
export function notEnoughData({ months, minimum }: Forecast): string {
  return `Chưa đủ số liệu để dự kiến: có ${months} tháng, cần ít nhất ${minimum.months} tháng cách nhau từ ${minimum.days} ngày.`;
}
