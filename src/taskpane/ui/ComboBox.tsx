import React, { useRef, useState } from "react";
import { FormField, type FormFieldProps } from "./FormField";

export interface ComboOption {
  readonly id: string;
  readonly text: string;
  /** Said beside it in smaller letters. */
  readonly note?: string;
}

interface ComboBoxProps extends FormFieldProps {
  /** What is chosen, in words; "" for nothing. */
  readonly value: string;
  readonly placeholder?: string;
  readonly options: (search: string) => readonly ComboOption[];
  readonly noneText: string;
  /** How many are found, for readers. */
  readonly foundText: (count: number) => string;
  readonly onChoose: (id: string) => void;
}

/** More options than this are not shown: another letter finds the one that is meant. */
const SHOWN = 50;

/** A field to choose one of many things by typing a part of its name. Arrows go through them, Enter chooses. */
export function ComboBox(props: ComboBoxProps) {
  const { value, placeholder, options, noneText, foundText, readOnly, onChoose, ...field } = props;
  const [search, setSearch] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const open = search !== null;
  const found = open ? options(search).slice(0, SHOWN) : [];
  const optionId = (index: number): string => `${field.id}-option-${index}`;
  const show = (text: string): void => {
    setSearch(text);
    setAt(0);
  };
  const choose = (index: number): void => {
    const option = found[index];
    if (!option) return;
    setSearch(null);
    onChoose(option.id);
  };
  const goTo = (index: number): void => {
    const next = Math.min(Math.max(index, 0), found.length - 1);
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey) return;
    if (!open && (event.key === "ArrowDown" || event.key === "F4") && !readOnly) {
      event.preventDefault();
      show("");
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      goTo(event.key === "ArrowDown" ? at + 1 : at - 1);
    } else if (open && event.key === "Enter") {
      event.preventDefault();
      choose(at);
    } else if (open && event.key === "Escape") {
      event.stopPropagation();
      setSearch(null);
    }
  };

  return (
    <FormField {...field}>
      {(control) => (
        <div className="combo" onBlur={() => setSearch(null)}>
          <input
            {...control}
            className="text-box"
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={open}
            aria-autocomplete="list"
            aria-controls={`${field.id}-list`}
            aria-activedescendant={open && found.length > 0 ? optionId(at) : undefined}
            readOnly={readOnly}
            placeholder={placeholder}
            value={search ?? value}
            onChange={(event) => show(event.target.value)}
            onClick={() => !readOnly && !open && show("")}
            onKeyDown={onKeyDown}
          />
          <ul
            ref={list}
            id={`${field.id}-list`}
            role="listbox"
            aria-label={field.label}
            hidden={found.length === 0}
          >
            {found.map(({ id, text, note }, index) => (
              <li
                key={id}
                id={optionId(index)}
                role="option"
                aria-selected={index === at}
                // Before the field loses the focus and closes the list.
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(index);
                }}
              >
                {text}
                {note && <span className="muted small"> {note}</span>}
              </li>
            ))}
          </ul>
          {open && found.length === 0 && <p className="small muted">{noneText}</p>}
          <span className="visually-hidden" role="status">
            {open ? foundText(found.length) : ""}
          </span>
        </div>
      )}
    </FormField>
  );
}
