import { Checkbox as FabricCheckbox } from "office-ui-fabric-react/lib/Checkbox";
import React from "react";

interface CheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Checkbox({ label, checked, disabled, onChange }: CheckboxProps) {
  return (
    <FabricCheckbox
      label={label}
      checked={checked}
      disabled={disabled}
      onChange={(_, now) => onChange(now === true)}
    />
  );
}
