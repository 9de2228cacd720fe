/** How a reply speaks of findings. */
import type { Finding, Severity } from "../domain/findings";
import type { CellStyle } from "./sheetSpec";

/** A sign and words: no degree is told by its colour alone. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: "▲ Phải sửa",
  warning: "● Nên xem lại",
  info: "○ Gợi ý",
};

/** The gravest first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Remarks that are no more than hints leave the cell as it is. */
export const SEVERITY_FILLS: Readonly<Record<Severity, CellStyle | null>> = {
  error: { fillColor: "#FBD9D5" },
  warning: { fillColor: "#FFF2CC" },
  info: null,
};

/** Where a finding stands in the file that was sent. */
export function sentPlace({ file, sheet, cell }: Finding): string {
  return cell === "" ? file : `${file}, trang “${sheet}”, ô ${cell}`;
}
