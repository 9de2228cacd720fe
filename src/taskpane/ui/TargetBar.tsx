import React from "react";

interface TargetBarProps {
  /** The whole in words, for readers. */
  readonly label: string;
  /** Percentages of the same whole; shown within 0 to 100. */
  readonly percent: number;
  readonly goalPercent: number;
  readonly met: boolean;
}

const bounded = (percent: number): number => Math.min(100, Math.max(0, percent));

/** A bar with a mark where the target stands. */
export function TargetBar({ label, percent, goalPercent, met }: TargetBarProps) {
  return (
    <div
      className={met ? "bar bar-met" : "bar"}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={bounded(percent)}
    >
      <div className="bar-fill" style={{ width: `${bounded(percent)}%` }} />
      <div className="bar-goal" style={{ left: `${bounded(goalPercent)}%` }} />
    </div>
  );
}
