import { BarChart, type BarDrawEvent, Svg } from "chartist";
import React, { useEffect, useRef } from "react";

export interface BarRow {
  readonly name: string;
  /** One for each part, in the order of `parts`. */
  readonly values: readonly number[];
  /** Where a line is drawn across the row's bar; null for none. */
  readonly mark: number | null;
}

interface StackedBarsProps {
  /** The whole in words, for readers. */
  readonly label: string;
  /** Names of the parts of a bar, from the left. */
  readonly parts: readonly string[];
  readonly rows: readonly BarRow[];
}

const ROW_HEIGHT = 26;
/** A number is written into a bar that is wide enough for it. */
const WIDTH_OF_NUMBER = 14;

/** Horizontal bars of several parts, each with its number; a legend names the parts. */
export default function StackedBars({ label, parts, rows }: StackedBarsProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return undefined;
    const chart = drawChart(box.current, parts.length, rows);
    return () => {
      chart.detach();
    };
  }, [parts, rows]);
  return (
    <figure className="stacked-bars">
      <div ref={box} role="img" aria-label={label} style={{ height: rows.length * ROW_HEIGHT + 30 }} />
      <figcaption>
        <ul className="legend">
          {parts.map((part, index) => (
            <li key={part}>
              <span className={`legend-mark part-${index}`} aria-hidden="true" />
              {part}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

// The page's policy refuses style attributes, which Chartist gives to what it draws; pane.css says the same.
type SetAttributes = (attributes: Readonly<Record<string, unknown>> | string, namespace?: string) => unknown;
const setAttributes = Svg.prototype.attr as SetAttributes;
Svg.prototype.attr = function (this: Svg, attributes, namespace) {
  const kept = typeof attributes === "string" ? attributes : { ...attributes, style: undefined };
  return setAttributes.call(this, kept, namespace);
} as SetAttributes as typeof Svg.prototype.attr;

function drawChart(box: HTMLElement, parts: number, rows: readonly BarRow[]): BarChart {
  // Chartist counts rows from below.
  const upwards = [...rows].reverse();
  const chart = new BarChart(
    box,
    {
      labels: upwards.map(({ name }) => name),
      series: Array.from({ length: parts }, (_, part) => ({
        className: `part-${part}`,
        data: upwards.map(({ values }) => values[part] ?? 0),
      })),
    },
    {
      horizontalBars: true,
      stackBars: true,
      high: Math.max(1, ...rows.map(({ values, mark }) => Math.max(mark ?? 0, sum(values)))),
      axisX: { onlyInteger: true, offset: 20 },
      axisY: { offset: 92, showGrid: false },
      // The last number below stands to the right of its line.
      chartPadding: { top: 4, right: 24, bottom: 0, left: 0 },
    }
  );
  chart.on("draw", (event) => {
    if (event.type === "bar") endPart(event);
    if (event.type === "bar") writeNumber(event);
    if (event.type === "bar" && event.seriesIndex === parts - 1) {
      markRow(event, upwards[event.index]?.mark ?? null);
    }
  });
  return chart;
}

/** A gap behind the part, towards the next one. */
function endPart({ group, x1, x2, y1 }: BarDrawEvent): void {
  if (x2 > x1) group.elem("line", { x1: x2, x2, y1: y1 - 8, y2: y1 + 8 }, "bar-edge");
}

function writeNumber({ group, value, x1, x2, y1 }: BarDrawEvent): void {
  const amount = typeof value === "number" ? value : "x" in value ? value.x : 0;
  if (amount === 0 || x2 - x1 < WIDTH_OF_NUMBER) return;
  group
    .elem("text", { x: (x1 + x2) / 2, y: y1 + 4, "text-anchor": "middle" }, "bar-number")
    .text(String(amount));
}

/** A line across the bar where the row's mark is. */
function markRow({ group, y1, axisX, chartRect }: BarDrawEvent, mark: number | null): void {
  if (mark === null) return;
  const x = chartRect.x1 + axisX.projectValue(mark);
  group.elem("line", { x1: x, x2: x, y1: y1 - 10, y2: y1 + 10 }, "bar-mark");
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
