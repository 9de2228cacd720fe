/** The merged workbook that the pages work on where there is no Excel: a file, and what is drawn becomes one. */
import { useEffect, useState } from "react";
import type { WorkbookContent } from "../../domain/grid";
import { STAMP } from "../../domain/stamp";
import { isReadableAgain } from "../../files/readableAgain";
import type { WorkbookSpec } from "../../layout/sheetSpec";
import { MERGED_UNREADABLE } from "../failures";
import type { OpenWorkbook } from "../openWorkbook";
import { readFiles } from "../readFiles";
import { saveBytes, writeFile } from "../writeFile";

export interface MergedFile {
  /** Null: no workbook has been chosen or made. */
  readonly workbook: WorkbookContent | null;
  /** Another number for another workbook. */
  readonly version: number;
}

const NOTHING: WorkbookContent = {
  file: "",
  format: "xlsx",
  sheets: [],
  properties: {},
  modified: null,
  sha256: null,
};

let current: MergedFile = { workbook: null, version: 0 };
const listeners = new Set<() => void>();

/** Takes a workbook as the one to work on; null puts the present one aside. */
export function takeMergedFile(workbook: WorkbookContent | null): void {
  current = { workbook, version: current.version + 1 };
  listeners.forEach((tell) => tell());
}

/** The merged workbook, whoever changes it. */
export function useMergedFile(): MergedFile {
  const [merged, setMerged] = useState(current);
  useEffect(() => {
    const follow = (): void => setMerged(current);
    follow();
    listeners.add(follow);
    return () => void listeners.delete(follow);
  }, []);
  return merged;
}

/** The workbook could not be read again when the next reports come; it was not saved. */
class MergedUnreadable extends Error {
  override readonly name = MERGED_UNREADABLE;
}

export const fileWorkbook: OpenWorkbook = {
  read: () => Promise.resolve(current.workbook ?? NOTHING),
  draw: async (spec) => {
    if (!isReadableAgain(spec)) throw new MergedUnreadable();
    const name = fileName(spec);
    const bytes = await writeFile({ kind: "workbook", spec }, () => undefined).finished;
    if (bytes === null) return { drawn: [], kept: [], undo: null };
    // Read back, so that the pages show what the file says and nothing else.
    const [reading] = await readFiles([new File([bytes as BlobPart], name)], "vi", () => undefined).finished;
    if (!reading?.ok) throw new MergedUnreadable();
    saveBytes(bytes, name);
    takeMergedFile(reading.workbook);
    const visible = spec.sheets.filter(({ visibility }) => visibility === "visible");
    return { drawn: visible.map((sheet) => sheet.name), kept: [], undo: null };
  },
};

/** `Tong hop - khao-sat-2023.xlsx`: letters that every system can name a file with. */
function fileName({ properties }: WorkbookSpec): string {
  return ["Tong hop", properties?.[STAMP.round]].filter(Boolean).join(" - ") + ".xlsx";
}
