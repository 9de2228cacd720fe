import React from "react";

interface EmptyStateProps {
  /** One short sentence: what would be here, and what brings it. */
  readonly text: string;
  /** The one button that leads on. */
  readonly action?: React.ReactNode;
}

/** Stands where nothing is yet. */
export function EmptyState({ text, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <p>{text}</p>
      {action && <div className="actions">{action}</div>}
    </div>
  );
}
