import { ProgressIndicator } from "office-ui-fabric-react/lib/ProgressIndicator";
import React from "react";

interface BusyProps {
  readonly text: string;
  /** From 0 to 1; absent while the end is not known. */
  readonly fraction?: number;
  readonly action?: React.ReactNode;
}

/** Says that work is going on, and how far it is. */
export function Busy({ text, fraction, action }: BusyProps) {
  return (
    <div className="busy">
      <div role="status">
        <ProgressIndicator
          label={text}
          percentComplete={fraction}
          ariaValueText={text}
          styles={{ itemName: { whiteSpace: "normal" } }}
        />
      </div>
      {action && <div className="actions">{action}</div>}
    </div>
  );
}
