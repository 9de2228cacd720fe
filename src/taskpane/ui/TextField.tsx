import React, { useLayoutEffect, useRef } from "react";
import { FormField, type FormFieldProps } from "./FormField";

interface TextFieldProps extends FormFieldProps {
  readonly value: string;
  readonly placeholder?: string;
  readonly inputMode?: "text" | "numeric" | "decimal";
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
}

/** A field for one line of text. */
export function TextField({
  value,
  placeholder,
  inputMode,
  readOnly,
  onChange,
  onBlur,
  ...field
}: TextFieldProps) {
  return (
    <FormField {...field}>
      {(control) => (
        <input
          {...control}
          className="text-box"
          type="text"
          autoComplete="off"
          spellCheck={false}
          inputMode={inputMode}
          value={value}
          placeholder={placeholder}
          readOnly={readOnly}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FormField>
  );
}

/** A field for a longer text; it is as high as its text. */
export function TextArea({ value, placeholder, readOnly, onChange, onBlur, ...field }: TextFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const box = area.current;
    if (!box) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + BORDERS}px`;
  }, [value]);
  return (
    <FormField {...field}>
      {(control) => (
        <textarea
          {...control}
          ref={area}
          className="text-box"
          rows={1}
          spellCheck={false}
          value={value}
          placeholder={placeholder}
          readOnly={readOnly}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FormField>
  );
}

/** Of the box, in pixels: its scroll height does not count them. */
const BORDERS = 2;
