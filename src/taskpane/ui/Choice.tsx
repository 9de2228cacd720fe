import { Dropdown, DropdownMenuItemType, type IDropdownOption } from "office-ui-fabric-react/lib/Dropdown";
import { ResponsiveMode } from "office-ui-fabric-react/lib/ResponsiveMode";
import React from "react";
import { useOutOfUse } from "./Together";

export interface ChoiceGroup {
  /** Absent: the options stand without a heading. */
  readonly title?: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

interface ChoiceProps {
  readonly label: string;
  readonly placeholder?: string;
  readonly groups: readonly ChoiceGroup[];
  readonly selected: string | null;
  readonly onChange: (id: string) => void;
}

/** A field to choose one of a few things. */
export function Choice({ label, placeholder, groups, selected, onChange }: ChoiceProps) {
  const isOutOfUse = useOutOfUse();
  return (
    <Dropdown
      className="choice"
      disabled={isOutOfUse}
      label={label}
      placeholder={placeholder}
      options={groups.flatMap(fabricOptions)}
      selectedKey={selected}
      onChange={(_, option) => option && onChange(String(option.key))}
      // On narrow screens Fabric would open the list as a side panel; a pane is always narrow.
      responsiveMode={ResponsiveMode.large}
      calloutProps={{ calloutMaxHeight: 420 }}
    />
  );
}

function fabricOptions({ title, options }: ChoiceGroup, index: number): IDropdownOption[] {
  // Fabric makes element ids of these keys, and ids must not contain spaces.
  const header = title === undefined ? [] : [{ key: `title-${index}`, text: title, itemType: HEADER }];
  return [...header, ...options.map(({ id, text }) => ({ key: id, text }))];
}

const HEADER = DropdownMenuItemType.Header;
