/** How a day stands to the last day of a round. */
import type { Round } from "../schemes/types";
import type { IsoDate } from "./grid";
import { isoToSerial } from "./values/dates";

export interface Deadline {
  /** `left`: days remain; `today`: it is the last day; `over`: the day has passed. */
  readonly status: "left" | "today" | "over";
  /** Days until the last day, or since it; 0 on the day itself. */
  readonly days: number;
}

export function deadlineOf({ lastDay }: Pick<Round, "lastDay">, today: IsoDate): Deadline {
  const days = isoToSerial(lastDay) - isoToSerial(today);
  if (days === 0) return { status: "today", days };
  return days > 0 ? { status: "left", days } : { status: "over", days: -days };
}
