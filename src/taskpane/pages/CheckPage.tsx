import React, { useState } from "react";
import type { Finding, Severity } from "../../domain/findings";
import type { Round } from "../../schemes/types";
import type { Translate } from "../../i18n";
import { FailureNotice } from "../FailureNotice";
import { useWords } from "../language";
import { countBySeverity, SEVERITIES } from "../model/findingGroups";
import type { PageId } from "../pageIds";
import { RoundChoice, useRound } from "../roundChoice";
import { applyFixes, checkOpenWorkbook, scheme, type FileCheck, type UndoToken } from "../services";
import { UndoNotice } from "../UndoNotice";
import { Busy } from "../ui/Busy";
import { Button } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { LiveText } from "../ui/LiveText";
import { Notice } from "../ui/Notice";
import { PageHeader } from "../ui/PageHeader";
import { useAction } from "../useAction";
import { FindingList } from "./FindingList";

/** Kiểm tra: checks the open workbook and leads to every cell that needs a look. */
export function CheckPage({ goTo }: { goTo: (page: PageId) => void }) {
  const { text, language } = useWords();
  const { round, choose } = useRound();
  const checking = useAction(checkOpenWorkbook);
  const { action, latest } = checking;
  const checkFor = (checkedRound: Round): void => checking.run(checkedRound, language);
  const chooseRound = (id: string): void => {
    const chosen = scheme.round(id);
    if (!chosen) return;
    choose(id);
    checkFor(chosen);
  };

  return (
    <>
      <PageHeader title={text("check.title")} lead={text("check.lead")} />
      <div className="actions">
        <Button
          kind="primary"
          text={text(latest ? "check.again" : "check.run")}
          disabled={action.status === "running"}
          onClick={() => checkFor(round)}
        />
      </div>
      <LiveText text={latest && !latest.check.error ? summaryOf(latest.check, text) : ""} />
      {action.status === "running" && <Busy text={text("check.running")} />}
      {action.status === "failed" && <FailureNotice error={action.error} onRetry={checking.retry} />}
      {latest?.check.error && <NoForms goTo={goTo} />}
      {latest && !latest.check.error && (
        <>
          <Subject check={latest.check} />
          {!latest.roundStated && (
            <section className="card">
              <p className="small">{text("check.roundAssumed")}</p>
              <RoundChoice round={round} onChoose={chooseRound} />
            </section>
          )}
          <Findings check={latest.check} checkAgain={() => checkFor(round)} />
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
      actions={<Button text={text("check.toTemplates")} onClick={() => goTo("templates")} />}
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

function Findings({ check, checkAgain }: { check: FileCheck; checkAgain: () => void }) {
  const { text, list } = useWords();
  const [hidden, setHidden] = useState<readonly Severity[]>([]);
  const fixing = useAction(async (findings: readonly Finding[]) => {
    const token = await applyFixes(findings);
    checkAgain();
    return { findings, token };
  });
  const counts = countBySeverity(check.findings);
  const rows = check.forms.reduce((sum, form) => sum + form.rows, 0);
  const shown = check.findings.filter(({ severity }) => !hidden.includes(severity));
  const toggle = (severity: Severity): void =>
    setHidden(
      hidden.includes(severity) ? hidden.filter((other) => other !== severity) : [...hidden, severity]
    );

  return (
    <>
      {fixing.action.status === "running" && <Busy text={text("check.running")} />}
      {fixing.action.status === "failed" && (
        <FailureNotice error={fixing.action.error} onRetry={fixing.retry} />
      )}
      {fixing.action.status === "done" && (
        <Fixed
          key={fixing.action.result.findings.map(({ sheet, cell }) => `${sheet}!${cell}`).join()}
          {...fixing.action.result}
          onUndone={checkAgain}
        />
      )}
      {check.findings.length > 0 && <Counts counts={counts} hidden={hidden} onToggle={toggle} />}
      {check.findings.length === 0 && rows > 0 && (
        <Notice kind="success" title={text("check.noFindings")}>
          <p>{text("check.noFindingsText", { rows })}</p>
        </Notice>
      )}
      {check.findings.length === 0 && rows === 0 && (
        <Notice kind="info" title={text("check.onlyEmpty")}>
          <p>{text("check.onlyEmptyText", { forms: list(formNames(check)) })}</p>
        </Notice>
      )}
      {check.findings.length > 0 && shown.length === 0 && <p className="muted">{text("check.noneLeft")}</p>}
      <FindingList check={{ ...check, findings: shown }} all={check.findings} onFix={fixing.run} />
    </>
  );
}

function formNames(check: FileCheck): readonly string[] {
  return check.forms.map(({ form }) => scheme.forms.find(({ id }) => id === form)?.name ?? form);
}

/** More cells than this are counted, not named. */
const NAMED_CELLS = 8;

function cellsOf(findings: readonly Finding[]): string {
  const named = findings.slice(0, NAMED_CELLS).map(({ cell }) => cell);
  return [...named, ...(findings.length > NAMED_CELLS ? ["…"] : [])].join(", ");
}

interface FixedProps {
  readonly findings: readonly Finding[];
  readonly token: UndoToken;
  readonly onUndone: () => void;
}

function Fixed({ findings, token, onUndone }: FixedProps) {
  const { text } = useWords();
  const [finding, ...others] = findings;
  const after = finding?.fix?.value ?? "";
  return (
    <UndoNotice token={token} onUndone={onUndone}>
      {finding && others.length === 0 ? (
        <p>{text("check.fixed", { cell: finding.cell, before: finding.value, after })}</p>
      ) : (
        <p>{text("check.fixedAll", { count: findings.length, cells: cellsOf(findings) })}</p>
      )}
    </UndoNotice>
  );
}

interface CountsProps {
  readonly counts: Readonly<Record<Severity, number>>;
  readonly hidden: readonly Severity[];
  readonly onToggle: (severity: Severity) => void;
}

/** How many findings there are of each severity; a press hides or shows them. */
function Counts({ counts, hidden, onToggle }: CountsProps) {
  const { text, number } = useWords();
  const labels = { error: "check.errors", warning: "check.warnings", info: "check.infos" } as const;
  return (
    <div className="counts" role="group" aria-label={text("check.filter")}>
      {SEVERITIES.map((severity) => (
        <button
          key={severity}
          type="button"
          className={`count count-${severity}`}
          aria-pressed={!hidden.includes(severity)}
          disabled={counts[severity] === 0}
          onClick={() => onToggle(severity)}
        >
          <Icon name={severity} />
          <span className="count-number">{number(counts[severity])}</span>
          <span className="count-label">{text(labels[severity])}</span>
        </button>
      ))}
    </div>
  );
}
