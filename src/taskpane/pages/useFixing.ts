import { useRef, useState } from "react";
import type { Finding } from "../../domain/findings";
import type { WorkbookContent } from "../../domain/grid";
import { applyFixes, type FileCheck, type UndoToken } from "../services";
import { type ActionHandle, useAction } from "../useAction";

/** A cell, as those who look at the workbook again are told of it. */
export interface FixedPlace {
  readonly sheet: string;
  readonly address: string;
}

interface FixingNeeds {
  readonly check: FileCheck;
  /** The workbook as it was read for the check. */
  readonly workbook: WorkbookContent;
  readonly onChanged: (cells: readonly FixedPlace[]) => void;
}

/** What was corrected, and what takes it back. */
export interface Fixed {
  readonly fixed: readonly Finding[];
  readonly token: UndoToken;
}

export interface Fixing {
  readonly action: ActionHandle<readonly unknown[], Fixed>["action"];
  /** Corrects these findings together, unless others are being corrected. */
  readonly fix: (findings: readonly Finding[]) => void;
  readonly retry: () => void;
  readonly reset: () => void;
  /** True for findings that cannot be corrected now. */
  readonly isHeld: (finding: Finding) => boolean;
  /** The correction was taken back. */
  readonly undone: (findings: readonly Finding[]) => void;
}

/** Cells that were corrected, by the check that found them. */
interface Corrected {
  readonly check: FileCheck | null;
  readonly cells: ReadonlySet<string>;
}

const NOTHING: Corrected = { check: null, cells: new Set() };

/**
 * Corrects findings, one press at a time. A cell that was corrected is held until it is checked again: to press a second
 * time would put the notice of a refusal in the place of the one that takes the correction back.
 */
export function useFixing({ check, workbook, onChanged }: FixingNeeds): Fixing {
  const [corrected, setCorrected] = useState(NOTHING);
  const latestCheck = useRef(check);
  latestCheck.current = check;
  /** Known before the page is drawn again. */
  const isFixing = useRef(false);
  const { action, run, retry, reset } = useAction(
    async (fixed: readonly Finding[], checked: WorkbookContent): Promise<Fixed> => {
      isFixing.current = true;
      try {
        const token = await applyFixes(fixed, checked);
        setCorrected((before) => withCells(before, latestCheck.current, fixed));
        onChanged(fixed.map(placeOf));
        return { fixed, token };
      } finally {
        isFixing.current = false;
      }
    }
  );
  return {
    action,
    fix: (findings) => {
      if (!isFixing.current) run(findings, workbook);
    },
    retry,
    reset,
    isHeld: (finding) =>
      action.status === "running" || (corrected.check === check && corrected.cells.has(cellKey(finding))),
    undone: (findings) => {
      setCorrected(NOTHING);
      onChanged(findings.map(placeOf));
    },
  };
}

function withCells(before: Corrected, check: FileCheck, findings: readonly Finding[]): Corrected {
  const known = before.check === check ? before.cells : NOTHING.cells;
  return { check, cells: new Set([...known, ...findings.map(cellKey)]) };
}

function cellKey({ sheet, cell }: Finding): string {
  return `${sheet}!${cell}`;
}

function placeOf({ sheet, cell }: Finding): FixedPlace {
  return { sheet, address: cell };
}
