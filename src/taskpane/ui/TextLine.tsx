import React from "react";

interface TextLineProps {
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  readonly onChange: (value: string) => void;
}

/** A field for one line of text. */
export function TextLine({ label, value, hint, onChange }: TextLineProps) {
  return (
    <label className="text-line">
      <span className="text-line-label">{label}</span>
      <input type="text" value={value} onChange={(event) => onChange(event.target.value)} />
      {hint && <span className="muted small">{hint}</span>}
    </label>
  );
}
