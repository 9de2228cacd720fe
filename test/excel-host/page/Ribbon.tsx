import * as React from "react";
import type { RibbonButton, RibbonGroup } from "./manifest";

interface RibbonProps {
  readonly groups: readonly RibbonGroup[];
  readonly onPress: (button: RibbonButton) => void;
}

/** The add-in's groups, drawn from its manifest as Excel draws them. */
export function Ribbon({ groups, onPress }: RibbonProps): React.ReactElement {
  return (
    <div className="ribbon" role="toolbar" aria-label="Thanh lệnh">
      {groups.map((group) => (
        <section key={group.id} className="ribbon-group" aria-label={group.label}>
          <div className="ribbon-buttons">
            {group.buttons.map((button) => (
              <button
                key={button.id}
                type="button"
                className="ribbon-button"
                title={`${button.tip.title}\n${button.tip.description}`}
                onClick={() => onPress(button)}
              >
                <img src={button.icon} alt="" width={32} height={32} />
                <span>{button.label}</span>
              </button>
            ))}
          </div>
          <span className="ribbon-group-label">{group.label}</span>
        </section>
      ))}
    </div>
  );
}
