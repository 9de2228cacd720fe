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
      <p className="busy-text" role="status">
        {text}
      </p>
      <ProgressIndicator percentComplete={fraction} ariaValueText={text} progressHidden={false} />
      {action && <div className="actions">{action}</div>}
    </div>
  );
}
