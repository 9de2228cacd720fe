import React from "react";

interface SelectProps {
  readonly label: string;
  /** Of the control, where the label is seen. */
  readonly id?: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly onChange: (id: string) => void;
}

/** A small list to choose from, also for the head of a table; without an id its label is for readers only. */
export function Select({ label, id, value, options, onChange }: SelectProps) {
  const list = (
    <select
      id={id}
      className="text-box"
      aria-label={id === undefined ? label : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map(({ id: option, text }) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
  if (id === undefined) return list;
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {list}
    </div>
  );
}
