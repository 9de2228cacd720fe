import type { Finding } from "../../domain/findings";

/** The findings whose corrections can be made together: one for each cell for which all rules propose the same value. */
export function sureFixes(findings: readonly Finding[]): readonly Finding[] {
  const byCell = new Map<string, Finding | null>();
  for (const finding of findings) {
    if (!finding.fix) continue;
    const key = `${finding.sheet}!${finding.cell}`;
    const known = byCell.get(key);
    if (known === undefined) byCell.set(key, finding);
    else if (known?.fix?.value !== finding.fix.value) byCell.set(key, null);
  }
  return [...byCell.values()].flatMap((finding) => finding ?? []);
}
