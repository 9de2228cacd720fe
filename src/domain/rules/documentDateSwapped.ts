import type { IsoDate } from "../grid";
import type { DocumentRecord } from "../records";
import { type DateReading, formatDate, withDayAndMonthExchanged } from "../values/dates";
import type { CheckContext, TableRule } from "./rule";

export const documentDateSwapped: TableRule = {
  shape: "table",
  id: "document-date-swapped",
  severity: "warning",
  forms: ["bieu-01"],
  column: "date",
  clause: "154-KH/BTGTU, Biểu số 01: ngày/tháng/năm; Excel cài đặt kiểu Mỹ đọc 05/6 là ngày 6 tháng 5",
  message: {
    vi: "Có lẽ Excel đã đảo ngày và tháng: ô này là {value}, trong khi {evidence}; đọc là {swapped} thì khớp. Hãy đối chiếu với văn bản gốc.",
    en: "Excel has probably exchanged day and month: the cell is {value}, but {evidence}; read as {swapped} it fits. Compare with the document.",
  },
  check: ({ documents }, context) => {
    const swappedDates = documents.map(exchanged);
    if (swappedDates.every((swapped) => swapped === null)) return [];
    const certain = documents.map(({ date }, index) => certainDate(date, swappedDates[index] ?? null));
    const direction = directionOf(certain);
    const above = lastBefore(certain);
    const below = lastBefore([...certain].reverse()).reverse();
    const [earlier, later] = direction > 0 ? [above, below] : [below, above];
    return documents.flatMap((record, index) => {
      const swapped = swappedDates[index] ?? null;
      if (swapped === null || record.date.status !== "ok") return [];
      const place: Place =
        direction === 0
          ? { earlier: null, later: null, context }
          : { earlier: earlier[index] ?? null, later: later[index] ?? null, context };
      const evidence = misfit(record.date.iso, place);
      if (evidence === null || misfit(swapped, place) !== null) return [];
      const fix = formatDate(swapped);
      return [{ row: record.row, params: { swapped: fix, evidence }, fix }];
    });
  },
};

interface Place {
  /** Dates that cannot have been exchanged, before and after in time. */
  readonly earlier: IsoDate | null;
  readonly later: IsoDate | null;
  readonly context: CheckContext;
}

/** Excel exchanges when it makes a date of what was typed: a text is what its writer wrote. */
function exchanged({ cells, date }: DocumentRecord): IsoDate | null {
  const value = cells["date"];
  const isTrueDate = typeof value === "object" && value !== null && value.kind === "date";
  return isTrueDate && date.status === "ok" ? withDayAndMonthExchanged(date.iso) : null;
}

/** Dates that have one reading only: texts, days after the 12th, days equal to the month. */
function certainDate(date: DateReading, swapped: IsoDate | null): IsoDate | null {
  return date.status === "ok" && swapped === null ? date.iso : null;
}

/** The certain dates of the column rise (1), fall (-1) or do neither (0); two of them are too few to say. */
function directionOf(dates: readonly (IsoDate | null)[]): -1 | 0 | 1 {
  const certain = dates.filter((iso) => iso !== null);
  if (certain.length < 3) return 0;
  const steps = certain.slice(1).map((iso, index) => compare(iso, certain[index] ?? iso));
  if (steps.every((step) => step >= 0)) return steps.some((step) => step > 0) ? 1 : 0;
  return steps.every((step) => step <= 0) ? -1 : 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** For each place the nearest certain date before it. */
function lastBefore(certain: readonly (IsoDate | null)[]): (IsoDate | null)[] {
  let last: IsoDate | null = null;
  return certain.map((iso) => {
    const before = last;
    last = iso ?? last;
    return before;
  });
}

/** Why the date does not fit its place, or null. */
function misfit(iso: IsoDate, { earlier, later, context }: Place) {
  if (earlier !== null && iso < earlier) return besides(earlier, "sau", "after");
  if (later !== null && iso > later) return besides(later, "trước", "before");
  if (iso < context.round.from || iso > context.cutOff) {
    const window = `${formatDate(context.round.from)} - ${formatDate(context.cutOff)}`;
    return { vi: `đợt báo cáo tính từ ${window}`, en: `the round covers ${window}` };
  }
  return null;
}

function besides(iso: IsoDate, vi: string, en: string) {
  return {
    vi: `cột xếp theo thời gian và dòng này đứng ${vi} ${formatDate(iso)}`,
    en: `the column is in order of time and this row stands ${en} ${formatDate(iso)}`,
  };
}
