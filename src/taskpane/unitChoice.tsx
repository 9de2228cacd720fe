import React, { createContext, useContext, useMemo, useState } from "react";
import type { WorkbookSigns } from "../domain/role";
import { STAMP } from "../domain/stamp";
import type { Unit } from "../schemes/types";
import { preferredUnit, writePreference } from "./preferences";
import { scheme } from "./services";

/** The reporting unit is chosen once and holds on every page: the one that the workbook is stamped with, else the last. */
interface UnitState {
  readonly unit: Unit | null;
  readonly choose: (id: string) => void;
}

const UnitContext = createContext<UnitState | null>(null);

const unitWithId = (id: string | undefined): Unit | null =>
  scheme.units.find((unit) => unit.id === id) ?? null;

export function UnitProvider({ signs, children }: { signs: WorkbookSigns; children: React.ReactNode }) {
  const [unit, setUnit] = useState(() => unitWithId(signs.properties[STAMP.unit]) ?? preferredUnit());
  const state = useMemo<UnitState>(
    () => ({
      unit,
      choose: (id) => {
        writePreference("unit", id);
        setUnit(unitWithId(id));
      },
    }),
    [unit]
  );
  return <UnitContext.Provider value={state}>{children}</UnitContext.Provider>;
}

export function useUnit(): UnitState {
  const state = useContext(UnitContext);
  if (state === null) throw new Error("useUnit needs a UnitProvider above it");
  return state;
}
