/** What the user chose last on this computer. Nothing depends on it being kept: browsers may refuse storage. */
import type { Role } from "../domain/role";
import type { Round, Unit } from "../schemes/types";
import { ROLES, isPageId, pagesOf, type PageId } from "./pageIds";
import { scheme, today } from "./services";

/**
 * `page.*`: the page used last in a role; `sender`: who signs the covering text; `marks`: "on" where marks in the sheet
 * are wanted.
 */
export type PreferenceKey =
  "unit" | "round" | "language" | "role" | "appearance" | "marks" | "sender" | `page.${Role}`;

const PREFIX = "bieu-su.";
const MARKS = "marks";

/** What was written while the browser refused storage: it lasts as long as the pane. */
const unstored = new Map<string, string>();
const listeners = new Set<() => void>();

export function readPreference(key: PreferenceKey): string | null {
  const kept = unstored.get(key);
  if (kept !== undefined) return kept;
  try {
    return window.localStorage.getItem(PREFIX + key);
  } catch {
    return null;
  }
}

export function writePreference(key: PreferenceKey, value: string): void {
  try {
    window.localStorage.setItem(PREFIX + key, value);
    unstored.delete(key);
  } catch {
    unstored.set(key, value);
  }
  listeners.forEach((listener) => listener());
}

/** Calls the listener whenever a preference is written or all are forgotten, on whatever page; returns what ends that. */
export function onPreferences(listener: () => void): () => void {
  listeners.add(listener);
  // Browsers tell it to the other pages only.
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

/** Wants marks from now on, and tells the other pages that the workbook was marked anew: also those that wanted marks. */
export function tellMarked(): void {
  try {
    // Writing what is there already is told nobody.
    window.localStorage.removeItem(PREFIX + MARKS);
  } catch {
    // Nor is anybody told of what is not stored.
  }
  writePreference(MARKS, "on");
}

/** Calls the listener when another page has marked the workbook; returns what ends that. */
export function onMarked(listener: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent): void => {
    if (key === PREFIX + MARKS && newValue === "on") listener();
  };
  window.addEventListener("storage", hear);
  return () => window.removeEventListener("storage", hear);
}

/** Everything that the product keeps on this computer, by its full name in the browser's storage. */
export function storedEntries(): readonly { readonly key: string; readonly value: string }[] {
  try {
    return Object.entries(window.localStorage)
      .filter(([key]) => key.startsWith(PREFIX))
      .map(([key, value]) => ({ key: key.slice(PREFIX.length), value: String(value) }));
  } catch {
    return [];
  }
}

/** Removes everything that the product keeps on this computer. */
export function forgetEverything(): void {
  unstored.clear();
  try {
    for (const { key } of storedEntries()) window.localStorage.removeItem(PREFIX + key);
  } catch {
    // Storage is switched off: nothing is kept.
  }
  listeners.forEach((listener) => listener());
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

/** The answer to the first question of all; null before it was given. */
export function preferredRole(): Role | null {
  return ROLES.find((role) => role === readPreference("role")) ?? null;
}

/** The page used last in this role, else its first. */
export function preferredPage(role: Role): PageId {
  const page = readPreference(`page.${role}`);
  const [first = "templates"] = pagesOf(role);
  return isPageId(page) && pagesOf(role).includes(page) ? page : first;
}
