import React from "react";
import type { Translate } from "../../i18n";
import { FailureNotice } from "../FailureNotice";
import { useWords } from "../language";
import { followingKey, type LiveState, type Work } from "../liveCheck";
import { countBySeverity } from "../model/findingGroups";
import type { PageId } from "../pageIds";
import { RoundChoice, useRound } from "../roundChoice";
import { scheme, type FileCheck } from "../services";
import { Busy } from "../ui/Busy";
import { Button } from "../ui/Button";
import { Checkbox } from "../ui/Checkbox";
import { EmptyState } from "../ui/EmptyState";
import { LiveText } from "../ui/LiveText";
import { Notice } from "../ui/Notice";
import { PageHeader } from "../ui/PageHeader";
import { useLiveCheck } from "../useLiveCheck";
import { usePreference } from "../usePreference";
import { CheckFindings } from "./CheckFindings";

interface CheckPageProps {
  /** True while the page is in view. */
  readonly active: boolean;
  readonly goTo: (page: PageId) => void;
}

/** Kiểm tra: checks the open workbook, leads to every cell that needs a look, and follows the corrections. */
export function CheckPage({ active, goTo }: CheckPageProps) {
  const { text, language } = useWords();
  const { round, choose } = useRound();
  const [marks, setMarks] = usePreference("marks");
  const { state, live } = useLiveCheck({ active, round, language, marks: marks === "on" });
  const { result, work, error } = state;
  const check = result && !result.check.error ? result.check : null;
  const isFresh = !result && work.kind === "none" && error === null;

  return (
    <>
      <PageHeader title={text("check.title")} lead={text("check.lead")} />
      <LiveText text={check ? summaryOf(check, text) : ""} />
      <EmptyState
        text={isFresh ? text("check.start") : null}
        action={
          <Button
            kind={result ? "secondary" : "primary"}
            text={text(result ? "check.again" : "check.run")}
            disabled={work.kind === "everything"}
            onClick={() => live.run(round, language)}
          />
        }
      />
      {work.kind === "everything" && <Working work={work} onStop={live.stop} />}
      {error !== null && <FailureNotice error={error} onRetry={live.retry} />}
      {state.stopped && result && (
        <Notice kind="warning">
          <p>{text("check.stopped")}</p>
        </Notice>
      )}
      {result?.check.error && <NoForms goTo={goTo} />}
      {result && check && (
        <>
          <div>
            <Subject check={check} />
            <p className="muted small">{text(followingKey(state))}</p>
          </div>
          {!result.roundStated && (
            <section className="card">
              <p className="small">{text("check.roundAssumed")}</p>
              <RoundChoice round={round} onChoose={choose} />
            </section>
          )}
          <Checkbox
            label={text("settings.marks")}
            checked={marks === "on"}
            onChange={(on) => setMarks(on ? "on" : "off")}
          />
          <MarksNotice marks={state.marks} onRetry={live.retry} />
          <CheckFindings
            check={check}
            workbook={result.workbook}
            onChanged={live.touch}
            onRecheck={() => live.run(round, language)}
          />
        </>
      )}
    </>
  );
}

function Working({ work, onStop }: { work: Work & { kind: "everything" }; onStop: () => void }) {
  const { text } = useWords();
  return (
    <Busy
      text={text(work.stage === "reading" ? "check.reading" : "check.running")}
      fraction={work.done > 0 ? work.done : undefined}
      action={<Button text={text("action.cancel")} onClick={onStop} />}
    />
  );
}

function MarksNotice({ marks, onRetry }: { marks: LiveState["marks"]; onRetry: () => void }) {
  const { text, list } = useWords();
  return (
    <>
      {marks.refused.length > 0 && (
        <Notice kind="warning">
          <p>{text("check.marksRefused", { sheets: list(marks.refused) })}</p>
        </Notice>
      )}
      {marks.error !== null && (
        <>
          <p className="small">{text("check.marksFailed")}</p>
          <FailureNotice error={marks.error} onRetry={onRetry} />
        </>
      )}
    </>
  );
}

function summaryOf({ findings }: FileCheck, text: Translate): string {
  const { error, warning, info } = countBySeverity(findings);
  return text("check.summary", { errors: error, warnings: warning, infos: info });
}

function NoForms({ goTo }: { goTo: (page: PageId) => void }) {
  const { text } = useWords();
  return (
    <Notice
      kind="warning"
      title={text("check.noForms")}
      actions={<Button kind="primary" text={text("check.toTemplates")} onClick={() => goTo("templates")} />}
    >
      <p>{text("check.noFormsText")}</p>
    </Notice>
  );
}

function Subject({ check }: { check: FileCheck }) {
  const { text } = useWords();
  const unit = scheme.units.find(({ id }) => id === check.unit)?.name ?? text("unit.unknown");
  const round = scheme.round(check.round ?? "")?.name ?? "";
  return <p className="subject">{text("check.subject", { unit, round })}</p>;
}
