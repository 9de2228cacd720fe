/** A text to the units that have not sent their tables, ready to be copied into a message. */
import type { Round, Scheme } from "../../schemes/types";
import type { Language } from "../findings";
import type { IsoDate } from "../grid";
import { type Deadline, deadlineOf } from "../deadline";
import { grouped } from "../text/vietnamese";
import { formatDate } from "../values/dates";
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
  const deadline = deadlineOf(round, today);
  const parts = { scheme: scheme.name, round: round.name, lastDay: formatDate(round.lastDay) };
  const lines = missing.map(({ name }, index) => `${index + 1}. ${name}`);
  const texts: Readonly<Record<Language, readonly string[]>> = {
    vi: [
      `Kính gửi các đơn vị chưa có báo cáo đợt “${parts.round}” về ${parts.scheme}:`,
      ...lines,
      "",
      `Hạn gửi là ngày ${parts.lastDay} (${vietnameseDays(deadline)}). Đề nghị các đồng chí gửi ` +
        `${forms.join(" và ")} bằng tệp Excel theo mẫu. Đơn vị đã gửi xin báo lại để đối chiếu.`,
    ],
    en: [
      `To the units that have not reported for “${parts.round}” (${parts.scheme}):`,
      ...lines,
      "",
      `The last day to submit is ${parts.lastDay} (${englishDays(deadline)}). Please send ` +
        `${forms.join(" and ")} as an Excel file in the template. If you have sent yours already, please tell us.`,
    ],
  };
  return texts[language].join("\n");
}

function vietnameseDays({ status, days }: Deadline): string {
  if (status === "today") return "hôm nay là ngày cuối";
  return status === "left" ? `còn ${grouped(days)} ngày` : `đã quá hạn ${grouped(days)} ngày`;
}

function englishDays({ status, days }: Deadline): string {
  if (status === "today") return "today";
  const count = `${grouped(days).replaceAll(".", ",")} day${days === 1 ? "" : "s"}`;
  return status === "left" ? `${count} left` : `${count} overdue`;
}
