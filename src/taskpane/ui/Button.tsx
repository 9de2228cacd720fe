import { ActionButton, DefaultButton } from "office-ui-fabric-react/lib/Button";
import React from "react";
import { Icon, type IconName } from "./Icon";

interface ButtonProps {
  readonly kind?: "primary" | "secondary" | "quiet";
  readonly text: string;
  readonly icon?: IconName;
  /** For readers, when the visible text needs its surroundings to be understood. */
  readonly label?: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

export function Button({ kind = "secondary", text, icon, label, disabled, onClick }: ButtonProps) {
  // A button that becomes the first one, or no longer is, stays the same button: it keeps the focus.
  const FabricButton = kind === "quiet" ? ActionButton : DefaultButton;
  return (
    <FabricButton
      className={`button button-${kind}`}
      primary={kind === "primary"}
      ariaLabel={label}
      // A button that is at work stays focusable, so that keyboard users do not lose their place.
      allowDisabledFocus
      disabled={disabled}
      onClick={() => {
        if (!disabled) onClick();
      }}
    >
      {icon && <Icon name={icon} size={14} />}
      <span className="button-text">{text}</span>
    </FabricButton>
  );
}
