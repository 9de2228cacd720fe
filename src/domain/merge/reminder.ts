/** A text to the units that have not sent their tables, ready to be copied into a message. */
import type { Round, Scheme } from "../../schemes/types";
import type { Language } from "../findings";
import type { IsoDate } from "../grid";
import { formatDate, isoToSerial } from "../values/dates";
import type { UnitStatus } from "./unitStatus";

/** Null when every unit that must has sent. */
export function reminderText(
  units: readonly UnitStatus[],
  round: Round,
  scheme: Scheme,
  today: IsoDate,
  language: Language
): string | null {
  const missing = scheme.units.filter(({ id }) =>
    units.some(({ unit, status }) => unit === id && status === "missing")
  );
  if (missing.length === 0) return null;
  const forms = scheme.forms.map(({ name }) => name);
  const days = isoToSerial(round.lastDay) - isoToSerial(today);
  const parts = { scheme: scheme.name, round: round.name, lastDay: formatDate(round.lastDay) };
  const lines = missing.map(({ name }, index) => `${index + 1}. ${name}`);
  return language === "vi"
    ? [
        `Kính gửi các đơn vị chưa có báo cáo đợt “${parts.round}” về ${parts.scheme}:`,
        ...lines,
        "",
        `Hạn gửi là ngày ${parts.lastDay} (${vietnameseDays(days)}). Đề nghị các đồng chí gửi ` +
          `${forms.join(" và ")} bằng tệp Excel theo mẫu. Đơn vị đã gửi xin báo lại để đối chiếu.`,
      ].join("\n")
    : [
        `To the units that have not reported for “${parts.round}” (${parts.scheme}):`,
        ...lines,
        "",
        `The last day to submit is ${parts.lastDay} (${englishDays(days)}). Please send ` +
          `${forms.join(" and ")} as an Excel file in the template. If you have sent yours already, please tell us.`,
      ].join("\n");
}

function vietnameseDays(days: number): string {
  if (days === 0) return "hôm nay là ngày cuối";
  return days > 0 ? `còn ${days} ngày` : `đã quá hạn ${-days} ngày`;
}

function englishDays(days: number): string {
  if (days === 0) return "today";
  const count = `${Math.abs(days)} day${Math.abs(days) === 1 ? "" : "s"}`;
  return days > 0 ? `${count} left` : `${count} overdue`;
}
