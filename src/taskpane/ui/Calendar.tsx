import React, { useEffect, useRef, useState } from "react";

export interface CalendarWords {
  readonly label: string;
  /** Short names of the days, Monday first, and their full names. */
  readonly weekdays: readonly { readonly short: string; readonly name: string }[];
  readonly months: readonly string[];
  readonly month: string;
  readonly year: string;
  /** A day in words, for readers. */
  readonly day: (iso: string) => string;
}

interface CalendarProps {
  /** The day that has the focus at first, ISO. */
  readonly start: string;
  readonly chosen: string | null;
  readonly words: CalendarWords;
  readonly onChoose: (iso: string) => void;
  readonly onClose: () => void;
}

const WEEK = 7;
const WEEKS_SHOWN = 6;
/** Years to choose from around the one that is shown. */
const YEARS_AROUND = 10;

/**
 * The days of a month. Arrows go by days and weeks, Page Up and Page Down by months, with Shift by years, Home and End to
 * the ends of the week; Enter chooses.
 */
export function Calendar({ start, chosen, words, onChoose, onClose }: CalendarProps) {
  const [focused, setFocused] = useState(start);
  const box = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const hasGrid = useRef(true);
  useEffect(() => {
    if (hasGrid.current) grid.current?.querySelector<HTMLButtonElement>("button[tabindex='0']")?.focus();
  }, [focused]);
  useEffect(() => box.current?.scrollIntoView({ block: "nearest" }), []);
  const { year, month } = partsOf(focused);
  const move = (iso: string, keepsFocus: boolean): void => {
    hasGrid.current = keepsFocus;
    setFocused(iso);
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const target = targetOf(event, focused);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    move(target, true);
  };

  return (
    <div
      ref={box}
      className="calendar"
      role="dialog"
      aria-label={words.label}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="calendar-head">
        <select
          className="text-box"
          aria-label={words.month}
          value={month}
          onChange={(event) => move(withMonth(focused, year, Number(event.target.value)), false)}
        >
          {words.months.map((name, index) => (
            <option key={name} value={index + 1}>
              {name}
            </option>
          ))}
        </select>
        <select
          className="text-box"
          aria-label={words.year}
          value={year}
          onChange={(event) => move(withMonth(focused, Number(event.target.value), month), false)}
        >
          {Array.from({ length: 2 * YEARS_AROUND + 1 }, (_, index) => year - YEARS_AROUND + index).map(
            (each) => (
              <option key={each} value={each}>
                {each}
              </option>
            )
          )}
        </select>
      </div>
      <table
        ref={grid}
        role="grid"
        aria-label={`${words.months[month - 1] ?? ""} ${year}`}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {words.weekdays.map(({ short, name }) => (
              <th key={name} scope="col" abbr={name}>
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(focused).map((week) => (
            <tr key={week[0]}>
              {week.map((iso) => (
                <td key={iso} role="gridcell" aria-selected={iso === chosen}>
                  <button
                    type="button"
                    className={partsOf(iso).month === month ? "day" : "day day-outside"}
                    aria-label={words.day(iso)}
                    tabIndex={iso === focused ? 0 : -1}
                    onClick={() => onChoose(iso)}
                  >
                    {partsOf(iso).day}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function partsOf(iso: string): { readonly year: number; readonly month: number; readonly day: number } {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return { year, month, day };
}

function isoOf(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function plusDays(iso: string, days: number): string {
  const { year, month, day } = partsOf(iso);
  return isoOf(year, month, day + days);
}

/** The same day of a month, its last one where it has fewer. */
function withMonth(iso: string, year: number, month: number): string {
  const last = partsOf(isoOf(year, month + 1, 0)).day;
  return isoOf(year, month, Math.min(partsOf(iso).day, last));
}

/** 0 for Monday. */
function weekday(iso: string): number {
  const { year, month, day } = partsOf(iso);
  return (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + WEEK - 1) % WEEK;
}

/** The weeks around a month. */
function weeksOf(iso: string): readonly (readonly string[])[] {
  const { year, month } = partsOf(iso);
  const first = isoOf(year, month, 1);
  const monday = plusDays(first, -weekday(first));
  return Array.from({ length: WEEKS_SHOWN }, (_, week) =>
    Array.from({ length: WEEK }, (__, day) => plusDays(monday, week * WEEK + day))
  );
}

/** Where a key leads from a day; null for a key that leads nowhere. */
function targetOf(event: React.KeyboardEvent, from: string): string | null {
  const { year, month } = partsOf(from);
  switch (event.key) {
    case "ArrowLeft":
      return plusDays(from, -1);
    case "ArrowRight":
      return plusDays(from, 1);
    case "ArrowUp":
      return plusDays(from, -WEEK);
    case "ArrowDown":
      return plusDays(from, WEEK);
    case "Home":
      return plusDays(from, -weekday(from));
    case "End":
      return plusDays(from, WEEK - 1 - weekday(from));
    case "PageUp":
      return event.shiftKey ? withMonth(from, year - 1, month) : withMonth(from, year, month - 1);
    case "PageDown":
      return event.shiftKey ? withMonth(from, year + 1, month) : withMonth(from, year, month + 1);
    default:
      return null;
  }
}
