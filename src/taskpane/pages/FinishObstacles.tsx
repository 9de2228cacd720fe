import React from "react";
import type { Finding } from "../../domain/findings";
import { STAMP } from "../../domain/stamp";
import type { Round, Unit } from "../../schemes/types";
import { FailureNotice } from "../FailureNotice";
import { useWords } from "../language";
import type { Obstacle } from "../model/readiness";
import type { PageId } from "../pageIds";
import { RoundChoice, useRound } from "../roundChoice";
import { formName, goToFinding, scheme, type SendCheck } from "../services";
import { useUnit } from "../unitChoice";
import { Button } from "../ui/Button";
import { useAction } from "../useAction";
import { UnitChoice } from "./UnitChoice";

type Stamp = Readonly<Record<string, string>>;

interface FinishObstaclesProps {
  readonly obstacles: readonly Obstacle[];
  readonly sent: SendCheck;
  readonly unit: Unit | null;
  readonly round: Round;
  readonly stamp: Stamp | null;
  readonly busy: boolean;
  readonly goTo: (page: PageId) => void;
  readonly onStamp: (stamp: Stamp) => void;
}

/** What has to be done before the workbook can be sent, one thing after the other. */
export function FinishObstacles(props: FinishObstaclesProps) {
  const { text } = useWords();
  const { obstacles } = props;
  return (
    <section aria-label={text("finish.notReady", { count: obstacles.length })}>
      <h2>{text("finish.notReady", { count: obstacles.length })}</h2>
      <ol className="obstacles">
        {obstacles.map((obstacle, index) => (
          <li key={keyOf(obstacle)} className="card">
            <ObstacleItem {...props} obstacle={obstacle} kind={index === 0 ? "primary" : "secondary"} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Choosing the unit leads from the one to the other, and must not take the list from under the user's hands. */
const STAMP_STEPS: readonly Obstacle["kind"][] = ["no-unit", "no-stamp"];

function keyOf(obstacle: Obstacle): string {
  if ("form" in obstacle) return obstacle.form;
  return STAMP_STEPS.includes(obstacle.kind) ? "stamp" : obstacle.kind;
}

interface ObstacleItemProps extends FinishObstaclesProps {
  readonly obstacle: Obstacle;
  /** Of its button: the first obstacle's is the one to press. */
  readonly kind: "primary" | "secondary";
}

function ObstacleItem(props: ObstacleItemProps) {
  const { text } = useWords();
  const { obstacle, kind, goTo } = props;
  const toTemplates = (
    <Button kind={kind} text={text("check.toTemplates")} onClick={() => goTo("templates")} />
  );
  switch (obstacle.kind) {
    case "no-forms":
      return <Step words={text("finish.noForms")} actions={toTemplates} />;
    case "missing-form":
      return (
        <Step words={text("finish.missingForm", { form: formName(obstacle.form) })} actions={toTemplates} />
      );
    case "no-rows":
      return (
        <Step
          words={text("finish.noRows")}
          actions={<Button kind={kind} text={text("finish.toEntry")} onClick={() => goTo("entry")} />}
        />
      );
    case "errors":
      return <Errors errors={obstacle.errors} kind={kind} toCheck={() => goTo("check")} />;
    case "no-unit":
    case "no-stamp":
      return <StampStep {...props} />;
  }
}

interface StepProps {
  readonly words: string;
  readonly children?: React.ReactNode;
  readonly actions?: React.ReactNode;
}

function Step({ words, children, actions }: StepProps) {
  return (
    <>
      <p className="obstacle-words">{words}</p>
      {children}
      {actions && <div className="actions">{actions}</div>}
    </>
  );
}

/** More errors than this are seen on the page Kiểm tra. */
const NAMED_ERRORS = 3;

interface ErrorsProps {
  readonly errors: readonly Finding[];
  readonly kind: ObstacleItemProps["kind"];
  readonly toCheck: () => void;
}

function Errors({ errors, kind, toCheck }: ErrorsProps) {
  const { text } = useWords();
  const { action, run, retry } = useAction(goToFinding);
  return (
    <>
      <Step
        words={text("finish.errors", { count: errors.length })}
        actions={<Button kind={kind} text={text("finish.toCheck")} onClick={toCheck} />}
      >
        <ul className="plain-list">
          {errors.slice(0, NAMED_ERRORS).map((finding, index) => (
            <li key={`${finding.rule}|${finding.sheet}|${finding.cell}|${index}`} className="small">
              <button type="button" className="link" onClick={() => run(finding)}>
                {text("merge.findingWhere", { sheet: finding.sheet, cell: finding.cell })}
              </button>{" "}
              {finding.message}
            </li>
          ))}
        </ul>
        {errors.length > NAMED_ERRORS && (
          <p className="muted small">{text("finish.moreErrors", { count: errors.length - NAMED_ERRORS })}</p>
        )}
      </Step>
      {action.status === "failed" && <FailureNotice error={action.error} onRetry={retry} />}
    </>
  );
}

/** Asks what nothing tells, and shows what will be written into the workbook before it is. */
function StampStep({ sent, unit, round, stamp, busy, kind, onStamp }: ObstacleItemProps) {
  const { text } = useWords();
  const { choose: chooseUnit } = useUnit();
  const { choose: chooseRound } = useRound();
  return (
    <Step
      words={text(unit ? "finish.noStamp" : "finish.noUnit")}
      actions={
        stamp && (
          <Button kind={kind} text={text("finish.stamp")} disabled={busy} onClick={() => onStamp(stamp)} />
        )
      }
    >
      {sent.check.unit === null && (
        <UnitChoice label={text("unit.label")} selected={unit?.id ?? null} onChange={chooseUnit} />
      )}
      {!sent.roundStated && <RoundChoice round={round} onChoose={chooseRound} />}
      {stamp && <StampContent unit={unit} round={round} stamp={stamp} />}
    </Step>
  );
}

function StampContent({ unit, round, stamp }: { unit: Unit | null; round: Round; stamp: Stamp }) {
  const { text } = useWords();
  const lines = [
    { label: text("unit.label"), value: unit?.name },
    { label: text("round.label"), value: round.name },
    { label: text("finish.scheme"), value: scheme.name },
    { label: text("finish.templateVersion"), value: stamp[STAMP.templateVersion] },
  ];
  return (
    <>
      <p className="small">{text("finish.stampWhat")}</p>
      <dl className="facts small">
        {lines.map(({ label, value }) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
