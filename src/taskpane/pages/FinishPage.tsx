import React, { useCallback, useEffect, useState } from "react";
import { suggestedFileName } from "../../domain/coveringText";
import type { Translate } from "../../i18n";
import type { Round, Unit } from "../../schemes/types";
import { FailureNotice } from "../FailureNotice";
import { useWords } from "../language";
import { type Readiness, readinessOf, type Remark } from "../model/readiness";
import type { PageId } from "../pageIds";
import { onMarked } from "../preferences";
import { useRound } from "../roundChoice";
import {
  checkToSend,
  clearMarks,
  formName,
  scheme,
  type SendCheck,
  stampFor,
  stampWorkbook,
} from "../services";
import { useUnit } from "../unitChoice";
import { UndoNotice } from "../UndoNotice";
import { Busy } from "../ui/Busy";
import { Button } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { LiveText } from "../ui/LiveText";
import { Notice } from "../ui/Notice";
import { PageHeader } from "../ui/PageHeader";
import { useAction } from "../useAction";
import { useEdits } from "../useEdits";
import { FinishObstacles } from "./FinishObstacles";
import { Covering, SendSummary } from "./FinishSummary";

interface FinishPageProps {
  /** True while the page is in view; the workbook is looked at anew each time it comes into view. */
  readonly active: boolean;
  readonly goTo: (page: PageId) => void;
}

/** Milliseconds without an edit after which the workbook is looked at again. */
const QUIET = 1_500;

/** Hoàn tất: what of the open workbook is sent, what is still missing, and the text that goes with it. */
export function FinishPage({ active, goTo }: FinishPageProps) {
  const { text, language } = useWords();
  const { unit: chosenUnit } = useUnit();
  const { round: chosenRound } = useRound();
  const looking = useAction(checkToSend);
  const { action, latest, run } = looking;
  /** Edits heard since the workbook was last looked at. */
  const [edits, setEdits] = useState(0);
  /** True: the ribbon has marked the workbook since then. The marks stay until it is looked at again. */
  const [marked, setMarked] = useState(false);
  const stale = edits > 0 || marked;
  const isLooking = action.status === "running";
  const clearing = useAction(clearMarks);
  const { run: clear } = clearing;
  const look = useCallback(() => {
    setEdits(0);
    setMarked(false);
    // What is sent carries no marks of ours.
    clear();
    run(chosenRound, language);
  }, [clear, run, chosenRound, language]);
  useEdits(active, () => setEdits((count) => count + 1));
  useEffect(() => onMarked(() => setMarked(true)), []);
  const stamping = useAction(async (stamp: Readonly<Record<string, string>>) => {
    const token = await stampWorkbook(stamp);
    look();
    return token;
  });
  useEffect(() => {
    if (active) look();
  }, [active, look]);
  useEffect(() => {
    if (edits === 0) return undefined;
    const timer = window.setTimeout(look, QUIET);
    return () => window.clearTimeout(timer);
  }, [edits, look]);

  const sent = latest && !latest.check.error ? latest : null;
  const subject = sent && subjectOf(sent, chosenUnit, chosenRound);
  const readiness = sent && subject && readinessOf({ sent, ...subject, scheme });
  return (
    <>
      <PageHeader title={text("finish.title")} lead={text("finish.lead")} />
      <LiveText text={readiness ? verdict(readiness.obstacles.length, text) : ""} />
      {isLooking && <Busy text={text("finish.running")} />}
      {action.status === "failed" && <FailureNotice error={action.error} onRetry={looking.retry} />}
      {clearing.action.status === "failed" && (
        <FailureNotice error={clearing.action.error} onRetry={clearing.retry} />
      )}
      {latest?.check.error && (
        <EmptyState
          text={text("finish.noForms")}
          action={
            <Button kind="primary" text={text("check.toTemplates")} onClick={() => goTo("templates")} />
          }
        />
      )}
      {stamping.action.status === "running" && <Busy text={text("finish.stamping")} />}
      {stamping.action.status === "failed" && (
        <FailureNotice error={stamping.action.error} onRetry={stamping.retry} />
      )}
      {stamping.action.status === "done" && (
        <UndoNotice token={stamping.action.result} onUndone={look}>
          <p>{text("finish.stamped")}</p>
        </UndoNotice>
      )}
      {sent && subject && readiness && (
        <>
          {stale && (
            <Notice kind="warning" actions={<Button text={text("finish.again")} onClick={look} />}>
              <p>{text("finish.stale")}</p>
            </Notice>
          )}
          {readiness.obstacles.length > 0 ? (
            <FinishObstacles
              obstacles={readiness.obstacles}
              sent={sent}
              {...subject}
              busy={stamping.action.status === "running"}
              goTo={goTo}
              onStamp={stamping.run}
            />
          ) : stale || isLooking ? null : (
            <Ready file={subject.unit ? suggestedFileName(subject.unit, subject.round) : sent.check.file} />
          )}
          {readiness.remarks.length > 0 && (
            <Remarks remarks={readiness.remarks} unit={subject.unit} goTo={goTo} />
          )}
          <SendSummary sent={sent} {...subject} />
          {subject.unit && isWorthSending(sent, readiness) && (
            <Covering figures={sent.figures} unit={subject.unit} round={subject.round} />
          )}
        </>
      )}
      {sent && !stale && (
        <div className="actions">
          <Button text={text("finish.again")} disabled={isLooking} onClick={look} />
        </div>
      )}
    </>
  );
}

/** A text about tables that are empty or wrong would only be sent by mistake. */
function isWorthSending({ figures }: SendCheck, { obstacles }: Readiness): boolean {
  const hasRows = Object.values(figures.rows).some((rows) => rows > 0);
  return hasRows && !obstacles.some(({ kind }) => kind === "errors");
}

function verdict(obstacles: number, text: Translate): string {
  return obstacles === 0 ? text("finish.ready") : text("finish.notReady", { count: obstacles });
}

/** What the workbook says of itself comes first, then what the user chose. */
function subjectOf(sent: SendCheck, chosenUnit: Unit | null, chosenRound: Round) {
  const { check, roundStated, properties } = sent;
  const unit = scheme.units.find(({ id }) => id === check.unit) ?? chosenUnit;
  const round = (roundStated ? scheme.round(check.round ?? "") : undefined) ?? chosenRound;
  return { unit, round, stamp: unit && stampFor(unit, round, properties) };
}

function Ready({ file }: { file: string }) {
  const { text } = useWords();
  return (
    <Notice kind="success" title={text("finish.ready")}>
      <p>{text("finish.readyText", { file })}</p>
    </Notice>
  );
}

interface RemarksProps {
  readonly remarks: readonly Remark[];
  readonly unit: Unit | null;
  readonly goTo: (page: PageId) => void;
}

/** What does not forbid sending. */
function Remarks({ remarks, unit, goTo }: RemarksProps) {
  const { text } = useWords();
  const hasWarnings = remarks.some(({ kind }) => kind === "warnings");
  return (
    <Notice
      kind="info"
      title={text("finish.remarks")}
      actions={hasWarnings && <Button text={text("finish.toCheck")} onClick={() => goTo("check")} />}
    >
      {remarks.map((remark) => (
        <p key={remarkWords(remark, unit, text)}>{remarkWords(remark, unit, text)}</p>
      ))}
    </Notice>
  );
}

function remarkWords(remark: Remark, unit: Unit | null, text: Translate): string {
  switch (remark.kind) {
    case "warnings":
      return text("finish.warnings", { count: remark.count });
    case "empty-form":
      return text("finish.emptyForm", { form: formName(remark.form) });
    case "not-required":
      return text("finish.notRequired", { unit: unit?.name ?? "" });
  }
}
