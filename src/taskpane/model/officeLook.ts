/** What the pane reads of Office's theme; older versions give less. */
export type OfficeLook = Partial<Pick<Office.OfficeTheme, "isDarkTheme" | "bodyBackgroundColor">>;

/** Backgrounds darker than this carry light text: the luminance at which black and white read equally well. */
const MIDDLE = 0.179;

/** Whether Office looks dark (its themes Dark Gray and Black); undefined when it does not say. */
export function isDark(look: OfficeLook | undefined): boolean | undefined {
  if (typeof look?.isDarkTheme === "boolean") return look.isDarkTheme;
  const luminance = luminanceOf(look?.bodyBackgroundColor ?? "");
  return luminance === undefined ? undefined : luminance < MIDDLE;
}

/** Relative luminance, from 0 (black) to 1, of a colour such as `#FFA500`; undefined for any other text. */
export function luminanceOf(colour: string): number | undefined {
  const [, ...parts] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour) ?? [];
  const [red, green, blue] = parts.map((part) => linear(parseInt(part, 16) / 255));
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(part: number): number {
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
