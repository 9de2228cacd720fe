/** Light or dark: as the user chose, else as Office looks, else as the machine does. */
import { isDark, type OfficeLook } from "./model/officeLook";
import { onPreferences, readPreference } from "./preferences";

const machine = (): MediaQueryList => window.matchMedia("(prefers-color-scheme: dark)");

/**
 * Shows the pane in its theme and lets it follow the user's choice, Office and the machine from now on. To be called
 * once Office is ready, or is known to be absent.
 */
export function followTheme(): void {
  applyTheme();
  onPreferences(applyTheme);
  machine().addEventListener("change", applyTheme);
  // Not every Office tells of a change; the user comes back to the pane from the dialog where it was made.
  window.addEventListener("focus", applyTheme);
  tellOfOfficeTheme(applyTheme);
}

function applyTheme(): void {
  const chosen = readPreference("appearance");
  const dark = chosen === "dark" || (chosen !== "light" && (isDark(officeLook()) ?? machine().matches));
  document.documentElement.dataset["theme"] = dark ? "dark" : "light";
}

/** Excel on the web does not give its theme, nor does a plain browser. */
function officeLook(): OfficeLook | undefined {
  return typeof Office === "undefined" ? undefined : Office.context?.officeTheme;
}

/** Asks Office to tell of a new theme, where it has themes and such an event. */
function tellOfOfficeTheme(apply: () => void): void {
  if (!officeLook()) return;
  try {
    Office.context.document.addHandlerAsync(Office.EventType.OfficeThemeChanged, apply);
  } catch {
    // This Office has themes and does not tell of changes: the next time the pane gets the focus will do.
  }
}
