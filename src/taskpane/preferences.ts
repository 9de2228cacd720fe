/** What the user chose last on this computer. Nothing depends on it being kept: browsers may refuse storage. */
import type { Round, Unit } from "../schemes/types";
import { scheme, today } from "./services";

type PreferenceKey = "unit" | "round" | "language" | "page";

const PREFIX = "bieu-su.";

export function readPreference(key: PreferenceKey): string | null {
  try {
    return window.localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function writePreference(key: PreferenceKey, value: string): void {
  try {
    window.localStorage.setItem(PREFIX + key, value);
  } catch {
    // Storage is full or switched off: the choice lasts as long as the pane.
  }
}

/** The unit chosen last. */
export function preferredUnit(): Unit | null {
  return scheme.units.find(({ id }) => id === readPreference("unit")) ?? null;
}

/** The round chosen last, else the most recent one. */
export function preferredRound(): Round {
  const round = scheme.round(readPreference("round") ?? "") ?? scheme.roundsFor(today())[0];
  if (!round) throw new RangeError(`Scheme ${scheme.id} offers no round`);
  return round;
}
