import { SpinButton } from "office-ui-fabric-react/lib/SpinButton";
import { Position } from "office-ui-fabric-react/lib/utilities/positioning";
import React from "react";

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A whole number, typed or stepped. */
export function NumberField({ label, value, min, max, onChange }: NumberFieldProps) {
  const settle = (wanted: number): string => {
    const settled = Math.min(max, Math.max(min, Math.round(wanted)));
    onChange(settled);
    return String(settled);
  };
  return (
    <SpinButton
      label={label}
      labelPosition={Position.top}
      value={String(value)}
      min={min}
      max={max}
      onValidate={(typed) => settle(Number.isFinite(Number(typed)) ? Number(typed) : value)}
      onIncrement={(now) => settle(Number(now) + 1)}
      onDecrement={(now) => settle(Number(now) - 1)}
    />
  );
}
