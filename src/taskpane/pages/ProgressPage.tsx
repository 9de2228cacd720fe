import React, { useEffect } from "react";
import type { ProgressFigures, TargetFigure, UnitFigure } from "../../domain/progress/figures";
import { FailureNotice } from "../FailureNotice";
import { useWords } from "../language";
import type { PageId } from "../pageIds";
import { type DrawOutcome, drawProgress, openProgress, scheme } from "../services";
import { UndoNotice } from "../UndoNotice";
import { Busy } from "../ui/Busy";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PageHeader } from "../ui/PageHeader";
import { TargetBar } from "../ui/TargetBar";
import { type ActionHandle, useAction } from "../useAction";

interface ProgressPageProps {
  /** True while the page is in view; the figures are read anew each time it comes into view. */
  readonly active: boolean;
  readonly goTo: (page: PageId) => void;
}

/** Tiến độ: the merged tables against the targets of the scheme. */
export function ProgressPage({ active, goTo }: ProgressPageProps) {
  const { text } = useWords();
  const loading = useAction(openProgress);
  const { run: load, action, latest } = loading;
  const drawing = useAction(async () => {
    const outcome = await drawProgress();
    // The merged tables are gone since the figures were read: reading them again says so.
    if (!outcome) load();
    return outcome;
  });
  useEffect(() => {
    if (active) load();
  }, [active, load]);

  return (
    <>
      <PageHeader title={text("progress.title")} lead={text("progress.lead")} />
      <div className="actions">
        {latest && (
          <Button
            kind="primary"
            text={text("progress.draw")}
            disabled={drawing.action.status === "running"}
            onClick={drawing.run}
          />
        )}
        <Button text={text("progress.refresh")} disabled={action.status === "running"} onClick={load} />
      </div>
      {latest && <p className="muted small">{text("progress.drawHint")}</p>}
      <Drawn drawing={drawing} />
      {action.status === "running" && <Busy text={text("progress.running")} />}
      {action.status === "failed" && <FailureNotice error={action.error} onRetry={loading.retry} />}
      {action.status === "done" && action.result === null && (
        <Notice
          kind="info"
          title={text("progress.none")}
          actions={<Button text={text("progress.toMerge")} onClick={() => goTo("merge")} />}
        >
          <p>{text("progress.noneText")}</p>
        </Notice>
      )}
      {latest && <Figures figures={latest} />}
    </>
  );
}

function Figures({ figures }: { figures: ProgressFigures }) {
  const { text, date, dong } = useWords();
  return (
    <>
      <p className="muted" role="status">
        {text("progress.asOf", { date: date(figures.asOf) })}
      </p>
      <section>
        <h2>{text("progress.targets")}</h2>
        <ul className="targets">
          {figures.targets.map((figure) => (
            <TargetItem key={figure.id} figure={figure} />
          ))}
        </ul>
        <p className="muted small">{text("progress.mark")}</p>
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
        <UnitTable figures={figures.units.filter(({ share }) => share > 0)} />
      </section>
    </>
  );
}

function titleOf(figure: TargetFigure): string {
  return scheme.targets.find(({ id }) => id === figure.id)?.title ?? figure.id;
}

function TargetItem({ figure }: { figure: TargetFigure }) {
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
    </li>
  );
}

function TargetTable({ figures }: { figures: readonly TargetFigure[] }) {
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

function ShareNote({ figures }: { figures: ProgressFigures }) {
  const { text, number } = useWords();
  const denominator = scheme.targets.find(({ level }) => level === "commune")?.denominator;
  if (figures.shareDifference === 0 || denominator === undefined) return null;
  const { shareDifference } = figures;
  const difference = shareDifference > 0 ? `+${number(shareDifference)}` : number(shareDifference);
  return <p className="small">{text("progress.shareDifference", { difference, denominator })}</p>;
}

function UnitTable({ figures }: { figures: readonly UnitFigure[] }) {
  const { text, number } = useWords();
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
        {figures.map((figure) => (
          <tr key={figure.unit}>
            <th scope="row">{scheme.units.find(({ id }) => id === figure.unit)?.shortName ?? figure.unit}</th>
            <td>{number(figure.share)}</td>
            <ShareCell count={figure.manuscript} percent={figure.manuscriptPercent} figure={figure} />
            <ShareCell count={figure.published} percent={figure.publishedPercent} figure={figure} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ShareCellProps {
  readonly count: number;
  readonly percent: number | null;
  readonly figure: UnitFigure;
}

function ShareCell({ count, percent, figure }: ShareCellProps) {
  const words = useWords();
  return (
    <td>
      {percent === null ? words.number(count) : `${words.number(count)} · ${words.percent(percent)}`}
      {figure.provisional && <span className="share muted">{words.text("progress.provisional")}</span>}
    </td>
  );
}

/** How drawing the sheet went. */
function Drawn({ drawing }: { drawing: ActionHandle<[], DrawOutcome | null> }) {
  const { text, list } = useWords();
  const { action, retry } = drawing;
  if (action.status === "running") return <Busy text={text("progress.drawing")} />;
  if (action.status === "failed") return <FailureNotice error={action.error} onRetry={retry} />;
  if (action.status === "idle" || !action.result) return null;
  return (
    <UndoNotice token={action.result.undo}>
      <p>{text("progress.drawn", { sheet: list(action.result.drawn) })}</p>
    </UndoNotice>
  );
}
