/** Who has sent what, for a round. */
import type { Round, Scheme } from "../../schemes/types";
import type { IsoDate } from "../grid";
import type { Submission } from "./state";

export interface UnitStatus {
  readonly unit: string;
  /** `late`: every file was last saved after the round's last day. */
  readonly status: "submitted" | "late" | "missing" | "not-required";
  readonly files: readonly string[];
}

/** Status of every unit of the scheme, from the journal of the round. */
export function unitStatuses(
  scheme: Scheme,
  round: Round,
  journal: readonly Submission[]
): readonly UnitStatus[] {
  return scheme.units.map(({ id }) => {
    const own = journal.filter((entry) => entry.unit === id && entry.round === round.id);
    return { unit: id, status: statusOf(id, own, round), files: own.map(({ file }) => file) };
  });
}

function statusOf(unit: string, own: readonly Submission[], round: Round): UnitStatus["status"] {
  if (own.length === 0) return round.required.includes(unit) ? "missing" : "not-required";
  const inTime = own.some(({ modified }) => modified === "" || vietnameseDay(modified) <= round.lastDay);
  return inTime ? "submitted" : "late";
}

const HOURS_AHEAD_OF_UTC = 7;

/** The day in Việt Nam (UTC+7) of an instant in ISO 8601. */
function vietnameseDay(instant: string): IsoDate {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant.slice(0, 10);
  return new Date(time + HOURS_AHEAD_OF_UTC * 3_600_000).toISOString().slice(0, 10);
}
