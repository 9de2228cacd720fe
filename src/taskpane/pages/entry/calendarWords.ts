import { useMemo } from "react";
import { useWords } from "../../language";
import type { CalendarWords } from "../../ui/Calendar";

/** Names of days and months in the language of the pane; the texts list them, Monday and January first. */
export function useCalendarWords(): CalendarWords {
  const { text, date } = useWords();
  return useMemo(() => {
    const shorts = text("entry.weekdays").split(", ");
    const names = text("entry.weekdayNames").split(", ");
    return {
      label: text("entry.calendar"),
      weekdays: names.map((name, index) => ({ name, short: shorts[index] ?? name })),
      months: text("entry.months").split(", "),
      month: text("entry.month"),
      year: text("entry.year"),
      day: (iso) => text("entry.day", { weekday: names[weekdayOf(iso)] ?? "", date: date(iso) }),
    };
  }, [text, date]);
}

/** 0 for Monday. */
function weekdayOf(iso: string): number {
  return (new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7;
}
