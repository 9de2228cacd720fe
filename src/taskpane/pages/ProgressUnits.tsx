import React, { lazy, Suspense, useMemo, useState } from "react";
import { STAGES } from "../../schemes/types";
import { useWords } from "../language";
import { unitName, type ProgressReport, type UnitReport, type WorkReference } from "../services";
import { WorkRows } from "./WorkRows";

/** The library behind it is loaded when the first chart is shown. */
const StackedBars = lazy(() => import("../ui/StackedBars"));

/** Furthest first, as the bars have it. */
const FROM_PUBLISHED = [...STAGES].reverse();

/** Communes of every district by their stage: as bars, as a table, and row by row. */
export function ProgressUnits({ units }: { units: ProgressReport["units"] }) {
  const { text } = useWords();
  const shown = useMemo(() => units.filter(({ share }) => share > 0), [units]);
  const rows = useMemo(
    () =>
      shown.map(({ unit, stages, share }) => ({
        name: unitName(unit),
        values: FROM_PUBLISHED.map((stage) => stages[stage]),
        mark: share,
      })),
    [shown]
  );
  const parts = useMemo(() => FROM_PUBLISHED.map((stage) => text(`stage.${stage}`)), [text]);
  return (
    <>
      <Suspense fallback={null}>
        <StackedBars label={text("progress.unitChart")} parts={parts} rows={rows} />
      </Suspense>
      <p className="muted small">{text("progress.unitMark")}</p>
      <UnitTable units={shown} />
      <p className="muted small">{text("progress.chooseFigure")}</p>
    </>
  );
}

type Opened = { readonly unit: string; readonly figure: "manuscript" | "published" };

function UnitTable({ units }: { units: readonly UnitReport[] }) {
  const { text, number } = useWords();
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <table className="figures">
      <caption className="visually-hidden">{text("progress.units")}</caption>
      <thead>
        <tr>
          <th scope="col">{text("progress.column.unit")}</th>
          <th scope="col">{text("progress.column.share")}</th>
          <th scope="col">{text("progress.column.manuscript")}</th>
          <th scope="col">{text("progress.column.published")}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => {
          const open = opened?.unit === unit.unit ? opened.figure : null;
          const toggle = (figure: Opened["figure"]): void =>
            setOpened(open === figure ? null : { unit: unit.unit, figure });
          return (
            <React.Fragment key={unit.unit}>
              <tr>
                <th scope="row">{unitName(unit.unit)}</th>
                <td>{number(unit.share)}</td>
                <FigureCell
                  unit={unit}
                  count={unit.manuscript}
                  percent={unit.manuscriptPercent}
                  isOpen={open === "manuscript"}
                  onToggle={() => toggle("manuscript")}
                />
                <FigureCell
                  unit={unit}
                  count={unit.published}
                  percent={unit.publishedPercent}
                  isOpen={open === "published"}
                  onToggle={() => toggle("published")}
                />
              </tr>
              {open && <RowsBehind works={unit.rows[open]} />}
            </React.Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

interface FigureCellProps {
  readonly unit: UnitReport;
  readonly count: number;
  readonly percent: number | null;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function FigureCell({ unit, count, percent, isOpen, onToggle }: FigureCellProps) {
  const words = useWords();
  const shown = percent === null ? words.number(count) : `${words.number(count)} · ${words.percent(percent)}`;
  return (
    <td>
      <button type="button" className="link" aria-expanded={isOpen} onClick={onToggle}>
        {shown}
      </button>
      {unit.provisional && <span className="share muted">{words.text("progress.provisional")}</span>}
    </td>
  );
}

function RowsBehind({ works }: { works: readonly WorkReference[] }) {
  return (
    <tr>
      <td className="rows-behind" colSpan={4}>
        <WorkRows works={works} />
      </td>
    </tr>
  );
}
