import React, { useRef, useState } from "react";
import { Calendar, type CalendarWords } from "./Calendar";
import { FormField, type FormFieldProps } from "./FormField";
import { Icon } from "./Icon";

interface DateFieldProps extends FormFieldProps {
  readonly value: string;
  readonly placeholder?: string;
  /** The day that the text means, ISO; null while it means none. */
  readonly day: string | null;
  /** The day that the calendar opens at when the text means none. */
  readonly today: string;
  readonly words: CalendarWords;
  /** What stands on the button of the calendar, for readers. */
  readonly chooseText: string;
  /** A day from the calendar as the text of the field. */
  readonly format: (iso: string) => string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
}

/** A day, typed or chosen from a calendar; the arrow down or F4 opens it, Escape closes it. */
export function DateField(props: DateFieldProps) {
  const { value, placeholder, day, today, words, chooseText, format, readOnly, onChange, onBlur, ...field } =
    props;
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const close = (): void => {
    setOpen(false);
    input.current?.focus();
  };
  return (
    <FormField {...field}>
      {(control) => (
        <div
          className="date-field"
          onBlur={(event) => {
            if (event.currentTarget.contains(event.relatedTarget as Node | null)) return;
            setOpen(false);
            onBlur?.();
          }}
        >
          <div className="box-with-button">
            <input
              {...control}
              ref={input}
              className="text-box"
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={value}
              placeholder={placeholder}
              readOnly={readOnly}
              onChange={(event) => onChange(event.target.value)}
              onKeyDown={(event) => {
                const opens = event.key === "F4" || (event.key === "ArrowDown" && !event.altKey);
                if (!opens || readOnly) return;
                event.preventDefault();
                setOpen(true);
              }}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={chooseText}
              aria-expanded={open}
              disabled={readOnly}
              onClick={() => setOpen(!open)}
            >
              <Icon name="calendar" />
            </button>
          </div>
          {open && (
            <Calendar
              start={day ?? today}
              chosen={day}
              words={words}
              onChoose={(iso) => {
                onChange(format(iso));
                close();
              }}
              onClose={close}
            />
          )}
        </div>
      )}
    </FormField>
  );
}
