import React from "react";

interface SegmentsProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly text: string }[];
  readonly selected: Id;
  readonly onChange: (id: Id) => void;
}

/** A switch between a few views of the same thing. */
export function Segments<Id extends string>({ label, options, selected, onChange }: SegmentsProps<Id>) {
  return (
    <div className="segments" role="group" aria-label={label}>
      <span className="muted small" aria-hidden="true">
        {label}
      </span>
      {options.map(({ id, text }) => (
        <button
          key={id}
          type="button"
          className="segment"
          aria-pressed={id === selected}
          onClick={() => onChange(id)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
