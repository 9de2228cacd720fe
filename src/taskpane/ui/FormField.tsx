import React from "react";

export interface FormFieldProps {
  readonly id: string;
  readonly label: string;
  /** What the field's text is understood as, or how to fill it in; read to those who cannot see it. */
  readonly hint?: React.ReactNode;
  /** What is wrong with it; announced and tied to the field. */
  readonly messages?: React.ReactNode;
  readonly invalid?: boolean;
  readonly readOnly?: boolean;
}

/** What ties hint and messages to a control. */
export interface DescribedControl {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean | undefined;
}

/** A label above a control, with what belongs to it below. */
export function FormField({
  id,
  label,
  hint,
  messages,
  invalid,
  children,
}: Omit<FormFieldProps, "readOnly"> & { readonly children: (control: DescribedControl) => React.ReactNode }) {
  const described = [hint ? `${id}-hint` : "", messages ? `${id}-messages` : ""].filter(
    (part) => part !== ""
  );
  return (
    <div className="form-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
        "aria-invalid": invalid || undefined,
      })}
      {hint && (
        <div id={`${id}-hint`} className="form-hint small">
          {hint}
        </div>
      )}
      {messages && <div id={`${id}-messages`}>{messages}</div>}
    </div>
  );
}
