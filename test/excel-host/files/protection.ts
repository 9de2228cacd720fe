/** Protection of sheets. A file keeps a password as a number of two bytes, which nobody can turn back into words. */
import type { WriteSheet } from "hucre/xlsx";
import type { ProtectionOptions, SheetProtection } from "../model/state";

type FileProtection = NonNullable<WriteSheet["protection"]>;

/** What the file allows under the same words. */
const ALLOWED = {
  allowAutoFilter: "autoFilter",
  allowDeleteColumns: "deleteColumns",
  allowDeleteRows: "deleteRows",
  allowFormatCells: "formatCells",
  allowFormatColumns: "formatColumns",
  allowFormatRows: "formatRows",
  allowInsertColumns: "insertColumns",
  allowInsertHyperlinks: "insertHyperlinks",
  allowInsertRows: "insertRows",
  allowPivotTables: "pivotTables",
  allowSort: "sort",
} as const;

type Allowance = keyof typeof ALLOWED;
const ALLOWANCES = Object.entries(ALLOWED) as readonly (readonly [Allowance, (typeof ALLOWED)[Allowance]])[];

export function writeProtection({ options, password }: SheetProtection): FileProtection {
  return {
    sheet: true,
    ...(password !== null && { password }),
    ...Object.fromEntries(ALLOWANCES.map(([ours, theirs]) => [theirs, options[ours]])),
    objects: !options.allowEditObjects,
    scenarios: !options.allowEditScenarios,
    ...(options.selectionMode !== "Normal" && { selectLockedCells: false }),
    ...(options.selectionMode === "None" && { selectUnlockedCells: false }),
  };
}

/** `null` when the sheet is not protected. The password is not known any more. */
export function readProtection(file: FileProtection | undefined): SheetProtection | null {
  if (file?.sheet !== true) {
    return null;
  }
  const allowed = ALLOWANCES.map(([ours, theirs]) => [ours, file[theirs] === true]);
  return {
    options: {
      ...(Object.fromEntries(allowed) as Pick<ProtectionOptions, Allowance>),
      allowEditObjects: file.objects !== true,
      allowEditScenarios: file.scenarios !== true,
      selectionMode: readSelectionMode(file),
    },
    password: null,
  };
}

function readSelectionMode({ selectLockedCells, selectUnlockedCells }: FileProtection): string {
  if (selectUnlockedCells === false) {
    return "None";
  }
  return selectLockedCells === false ? "Unlocked" : "Normal";
}
