/** Colours of a file: written out, of the theme, or of the palette of old. */
import { resolveThemeColor } from "hucre/xlsx";

/** As the library reads a colour. */
export interface FileColor {
  readonly rgb?: string;
  readonly theme?: number;
  readonly tint?: number;
  readonly indexed?: number;
}

/** Colours 8 to 63 of the format's palette; 0 to 7 repeat the first eight. */
const PALETTE = (
  "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C0808080" +
  "9999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF8000808000000080800000FF" +
  "00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF660066669996969600" +
  "3366339966003300333300993300993366333399333333"
).match(/.{6}/g);

/** `#RRGGBB`; `null` for the automatic colour and for none. */
export function readColor(color: FileColor | undefined, theme: readonly string[]): string | null {
  if (color?.rgb !== undefined) {
    return `#${color.rgb.slice(-6).toUpperCase()}`;
  }
  if (color?.theme !== undefined) {
    return theme.length > color.theme
      ? `#${resolveThemeColor([...theme], color.theme, color.tint).toUpperCase()}`
      : null;
  }
  if (color?.indexed !== undefined) {
    const found = PALETTE?.[color.indexed < 8 ? color.indexed : color.indexed - 8];
    return found === undefined ? null : `#${found}`;
  }
  return null;
}

export function writeColor(color: string): { rgb: string } {
  return { rgb: color.slice(1).toUpperCase() };
}
