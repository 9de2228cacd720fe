import React, { useEffect } from "react";
import { FailureNotice } from "../FailureNotice";
import { placesInWords } from "../failures";
import { useInExcel } from "../inExcel";
import { useWords } from "../language";
import { forecastWords, noForecastWords } from "../model/forecastWords";
import { unreadInWords } from "../model/unreadWords";
import type { PageId } from "../pageIds";
import {
  drawProgress,
  openProgress,
  type ProgressDrawing,
  type ProgressReport,
  scheme,
  type TargetReport,
  type UnitReport,
  unitName,
} from "../services";
import { UndoNotice } from "../UndoNotice";
import { Busy } from "../ui/Busy";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PageHeader } from "../ui/PageHeader";
import { TargetBar } from "../ui/TargetBar";
import { type ActionHandle, useAction } from "../useAction";
import { ProgressUnits } from "./ProgressUnits";
import { WorkRows } from "./WorkRows";

interface ProgressPageProps {
  /** True while the page is in view; the figures are read anew each time it comes into view. */
  readonly active: boolean;
  readonly goTo: (page: PageId) => void;
  /** Another number: the open workbook has become another one. */
  readonly version?: number;
  /** What stands below the title. */
  readonly intro?: React.ReactNode;
}

/** Tiến độ: the merged tables against the targets of the scheme. */
export function ProgressPage({ active, goTo, version = 0, intro }: ProgressPageProps) {
  const { text } = useWords();
  const inExcel = useInExcel();
  const loading = useAction(openProgress);
  const { run: load, action, latest } = loading;
  const drawing = useAction(async (evenSo: boolean) => {
    const drawn = await drawProgress(evenSo);
    // The merged tables are gone since the figures were read: reading them again says so.
    if (drawn.kind === "not-merged") load();
    return drawn;
  });
  useEffect(() => {
    if (active) load();
  }, [active, version, load]);

  return (
    <>
      <PageHeader title={text("progress.title")} lead={text("progress.lead")} />
      {intro}
      <div className="actions">
        {inExcel && latest && !latest.unit && (
          <Button
            kind="primary"
            text={text("progress.draw")}
            disabled={drawing.action.status === "running"}
            onClick={() => drawing.run(false)}
          />
        )}
        <Button text={text("progress.refresh")} disabled={action.status === "running"} onClick={load} />
      </div>
      {inExcel && latest && !latest.unit && <p className="muted small">{text("progress.drawHint")}</p>}
      <Drawn drawing={drawing} />
      {action.status === "running" && <Busy text={text("progress.running")} />}
      {action.status === "failed" && <FailureNotice error={action.error} onRetry={loading.retry} />}
      {action.status === "done" && action.result === null && (
        <Notice
          kind="info"
          title={text("progress.none")}
          actions={<Button kind="primary" text={text("progress.toMerge")} onClick={() => goTo("merge")} />}
        >
          <p>{text("progress.noneText")}</p>
        </Notice>
      )}
      {latest && latest.unread.length > 0 && (
        <Notice kind="warning">
          <p>
            {text("progress.unread", {
              count: latest.unread.length,
              rows: unreadInWords(latest.unread, text),
            })}
          </p>
        </Notice>
      )}
      {latest && !latest.unit && <Figures figures={latest.report} />}
      {latest?.unit && <OwnFigures report={latest.report} unit={latest.unit.id} />}
    </>
  );
}

function Figures({ figures }: { figures: ProgressReport }) {
  const words = useWords();
  const { text, date, dong } = words;
  const noForecast = noForecastWords(figures.forecast, text);
  return (
    <>
      <p className="muted" role="status">
        {text("progress.asOf", { date: date(figures.asOf) })}
      </p>
      <section>
        <h2>{text("progress.targets")}</h2>
        <ul className="targets">
          {figures.targets.map((figure) => (
            <TargetItem
              key={figure.id}
              figure={figure}
              outlook={forecastWords(figure.id, figures.forecast, words)}
            />
          ))}
        </ul>
        <p className="muted small">{text("progress.mark")}</p>
        {noForecast && <p className="muted small">{noForecast}</p>}
        <details>
          <summary>{text("progress.asTable")}</summary>
          <TargetTable figures={figures.targets} />
        </details>
        <p>
          <strong>{text("progress.funds", { amount: dong(figures.funds) })}</strong>
        </p>
      </section>
      <section>
        <h2>{text("progress.units")}</h2>
        <ShareNote figures={figures} />
        <ProgressUnits units={figures.units} />
      </section>
      <Uncounted report={figures} />
    </>
  );
}

/** A unit's own workbook: where it stands against its share. */
function OwnFigures({ report, unit }: { report: ProgressReport; unit: string }) {
  const { text, date, dong } = useWords();
  const own: UnitReport | undefined = report.units.find((figure) => figure.unit === unit);
  const targets = report.targets.filter(({ rows }) => rows.length > 0);
  return (
    <>
      <p className="muted" role="status">
        {text("progress.own", { unit: unitName(unit), date: date(report.asOf) })}
      </p>
      {own && own.share > 0 ? (
        <section>
          <h2>{text("progress.units")}</h2>
          <ProgressUnits units={[own]} />
        </section>
      ) : (
        targets.map((target) => (
          <section key={target.id}>
            <h2>{titleOf(target)}</h2>
            <WorkRows works={target.rows} />
          </section>
        ))
      )}
      {own && <p>{text("progress.ownFunds", { amount: dong(own.funds) })}</p>}
      <Uncounted report={report} />
    </>
  );
}

/** Works that count toward no target, each with why. */
function Uncounted({ report }: { report: ProgressReport }) {
  const { text } = useWords();
  const { uncounted } = report;
  if (uncounted.length === 0) return null;
  const reasons = new Map(uncounted.map((work) => [`${work.unit}|${work.key}`, work.reason]));
  return (
    <details>
      <summary>{text("progress.uncounted", { count: uncounted.length })}</summary>
      <WorkRows
        works={uncounted}
        remark={({ unit, key }) => text(`uncounted.${reasons.get(`${unit}|${key}`) ?? "no-target"}`)}
      />
    </details>
  );
}

function titleOf(figure: TargetReport): string {
  return scheme.targets.find(({ id }) => id === figure.id)?.title ?? figure.id;
}

function TargetItem({ figure, outlook }: { figure: TargetReport; outlook: string }) {
  const { text, percent } = useWords();
  const { done, denominator, goal, met } = figure;
  const values = { done, denominator, percent: percent(figure.percent) };
  const goals = { goal, goalPercent: percent(figure.goalPercent) };
  return (
    <li className="target">
      <p className="target-title">{titleOf(figure)}</p>
      <TargetBar
        label={text("progress.meter", { title: titleOf(figure), ...values, ...goals })}
        percent={figure.percent}
        goalPercent={figure.goalPercent}
        met={met}
      />
      <p className="target-words">
        <strong>{text("progress.done", values)}</strong>
        <span className="muted">{text("progress.goal", goals)}</span>
        <span className={met ? "badge badge-met" : "badge"}>
          {met ? text("progress.met") : text("progress.remaining", { count: goal - done })}
        </span>
      </p>
      {outlook && <p className="small">{outlook}</p>}
      <details>
        <summary>{text("progress.rowsOf", { count: figure.rows.length })}</summary>
        <WorkRows works={figure.rows} />
      </details>
    </li>
  );
}

function TargetTable({ figures }: { figures: readonly TargetReport[] }) {
  const { text, number, percent } = useWords();
  return (
    <table className="figures">
      <caption className="visually-hidden">{text("progress.targets")}</caption>
      <thead>
        <tr>
          <th scope="col">{text("progress.column.target")}</th>
          <th scope="col">{text("progress.column.done")}</th>
          <th scope="col">{text("progress.column.goal")}</th>
          <th scope="col">{text("progress.column.percent")}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.id}>
            <th scope="row">{titleOf(figure)}</th>
            <td>{`${number(figure.done)}/${number(figure.denominator)}`}</td>
            <td>{number(figure.goal)}</td>
            <td>{percent(figure.percent)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ShareNote({ figures }: { figures: ProgressReport }) {
  const { text, number } = useWords();
  const denominator = scheme.targets.find(({ level }) => level === "commune")?.denominator;
  if (figures.shareDifference === 0 || denominator === undefined) return null;
  const { shareDifference } = figures;
  const difference = shareDifference > 0 ? `+${number(shareDifference)}` : number(shareDifference);
  return <p className="small">{text("progress.shareDifference", { difference, denominator })}</p>;
}

/** How drawing the sheets went; asks first where it would lose what people have written. */
function Drawn({ drawing }: { drawing: ActionHandle<[evenSo: boolean], ProgressDrawing> }) {
  const { text, list } = useWords();
  const { action, run, retry, reset } = drawing;
  if (action.status === "running") return <Busy text={text("progress.drawing")} />;
  if (action.status === "failed") return <FailureNotice error={action.error} onRetry={retry} />;
  if (action.status === "idle") return null;
  switch (action.result.kind) {
    case "not-merged":
      return null;
    case "beside":
      return (
        <Notice
          kind="warning"
          actions={
            <>
              <Button text={text("undo.keep")} onClick={reset} />
              <Button text={text("progress.drawEvenSo")} onClick={() => run(true)} />
            </>
          }
        >
          <p>{text("progress.beside", { places: placesInWords(action.result.places, text) })}</p>
        </Notice>
      );
    case "drawn":
      return (
        <UndoNotice token={action.result.outcome.undo}>
          <p>{text("progress.drawn", { sheets: list(action.result.outcome.drawn) })}</p>
        </UndoNotice>
      );
  }
}
