import React from "react";
import type { Unit } from "../../schemes/types";
import { useWords } from "../language";
import { scheme } from "../services";
import { Choice } from "../ui/Choice";

interface UnitChoiceProps {
  readonly label: string;
  readonly selected: string | null;
  readonly onChange: (unit: string) => void;
}

/** Chooses one of the reporting units, districts first. */
export function UnitChoice({ label, selected, onChange }: UnitChoiceProps) {
  const { text } = useWords();
  return (
    <Choice
      label={label}
      placeholder={text("unit.placeholder")}
      groups={[
        { title: text("unit.districts"), options: unitsOf("district") },
        { title: text("unit.committees"), options: unitsOf("party-committee") },
      ]}
      selected={selected}
      onChange={onChange}
    />
  );
}

function unitsOf(kind: Unit["kind"]) {
  return scheme.units.filter((unit) => unit.kind === kind).map(({ id, name }) => ({ id, text: name }));
}
