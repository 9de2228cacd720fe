import React, { useMemo, useState } from "react";
import type { Finding, Severity } from "../../domain/findings";
import type { WorkbookContent } from "../../domain/grid";
import { shortened } from "../../domain/text/shortened";
import { FailureNotice } from "../FailureNotice";
import { useWords } from "../language";
import { countBySeverity, SEVERITIES } from "../model/findingGroups";
import { searchFindings } from "../model/findingSearch";
import { sureFixes } from "../model/sureFixes";
import { describeFailure, scheme, type FileCheck } from "../services";
import { UndoNotice } from "../UndoNotice";
import { Busy } from "../ui/Busy";
import { Icon } from "../ui/Icon";
import { Notice } from "../ui/Notice";
import { Segments } from "../ui/Segments";
import { TextField } from "../ui/TextField";
import { FindingList } from "./FindingList";
import { SurePreview } from "./SurePreview";
import { type Fixed, type FixedPlace, useFixing } from "./useFixing";

interface CheckFindingsProps {
  readonly check: FileCheck;
  /** The workbook as it was read for the check. */
  readonly workbook: WorkbookContent;
  /** These cells were corrected, or put back. */
  readonly onChanged: (cells: readonly FixedPlace[]) => void;
  /** Checks all of the workbook again. */
  readonly onRecheck: () => void;
}

type Grouping = "row" | "rule";

/** With so few findings there is nothing to search or to group. */
const FEW = 5;

/** The findings of a check: filtered, searched, grouped, and corrected. */
export function CheckFindings({ check, workbook, onChanged, onRecheck }: CheckFindingsProps) {
  const { text } = useWords();
  const { findings } = check;
  const [hidden, setHidden] = useState<readonly Severity[]>([]);
  const [query, setQuery] = useState("");
  const [grouping, setGrouping] = useState<Grouping>("row");
  const { action, ...fixing } = useFixing({ check, workbook, onChanged });
  const counts = useMemo(() => countBySeverity(findings), [findings]);
  const sure = useMemo(() => sureFixes(findings), [findings]);
  const shown = useMemo(
    () =>
      searchFindings(
        findings.filter(({ severity }) => !hidden.includes(severity)),
        query
      ),
    [findings, hidden, query]
  );
  const toggle = (severity: Severity): void =>
    setHidden(
      hidden.includes(severity) ? hidden.filter((other) => other !== severity) : [...hidden, severity]
    );
  const recheck = (): void => {
    fixing.reset();
    onRecheck();
  };

  return (
    <>
      {action.status === "running" && <Busy text={text("check.fixing")} />}
      {action.status === "failed" && (
        <FailureNotice
          error={action.error}
          onRetry={describeFailure(action.error).kind === "stale" ? recheck : fixing.retry}
        />
      )}
      {action.status === "done" && (
        <FixedNotice
          key={action.result.fixed.map(({ sheet, cell }) => `${sheet}!${cell}`).join()}
          {...action.result}
          onUndone={fixing.undone}
        />
      )}
      {findings.length === 0 && <Clean check={check} />}
      {findings.length > 0 && <Counts counts={counts} hidden={hidden} onToggle={toggle} />}
      {sure.length > 1 && <SurePreview fixes={sure} busy={sure.some(fixing.isHeld)} onFix={fixing.fix} />}
      {findings.length > FEW && (
        <div className="finding-tools">
          <TextField
            id="check-search"
            label={text("check.search")}
            hint={text("check.searchHint")}
            value={query}
            onChange={setQuery}
          />
          <Segments
            label={text("check.group")}
            options={[
              { id: "row", text: text("check.byRow") },
              { id: "rule", text: text("check.byRule") },
            ]}
            selected={grouping}
            onChange={setGrouping}
          />
        </div>
      )}
      {findings.length > 0 && shown.length === 0 && (
        <p className="muted">{text(query === "" ? "check.noneLeft" : "check.noMatch")}</p>
      )}
      <FindingList
        key={grouping}
        check={{ ...check, findings: shown }}
        all={findings}
        grouping={grouping}
        isHeld={fixing.isHeld}
        onFix={fixing.fix}
      />
    </>
  );
}

function Clean({ check }: { check: FileCheck }) {
  const { text, list } = useWords();
  const rows = check.forms.reduce((sum, form) => sum + form.rows, 0);
  return rows > 0 ? (
    <Notice kind="success" title={text("check.noFindings")}>
      <p>{text("check.noFindingsText", { rows })}</p>
    </Notice>
  ) : (
    <Notice kind="info" title={text("check.onlyEmpty")}>
      <p>{text("check.onlyEmptyText", { forms: list(formNames(check)) })}</p>
    </Notice>
  );
}

function formNames(check: FileCheck): readonly string[] {
  return check.forms.map(({ form }) => scheme.forms.find(({ id }) => id === form)?.name ?? form);
}

/** More cells than this are counted, not named. */
const NAMED_CELLS = 8;

/** Their cells as the end of a sentence. */
function cellsOf(findings: readonly Finding[]): string {
  const named = findings.slice(0, NAMED_CELLS).map(({ cell }) => cell);
  return `${named.join(", ")}${findings.length > NAMED_CELLS ? "…" : "."}`;
}

interface FixedNoticeProps extends Fixed {
  readonly onUndone: (findings: readonly Finding[]) => void;
}

function FixedNotice({ fixed, token, onUndone }: FixedNoticeProps) {
  const { text } = useWords();
  const [finding, ...others] = fixed;
  const before = shortened(finding?.value ?? "");
  const after = shortened(finding?.fix?.value ?? "");
  return (
    <UndoNotice token={token} onUndone={() => onUndone(fixed)}>
      {finding && others.length === 0 ? (
        <p>{text("check.fixed", { cell: finding.cell, before, after })}</p>
      ) : (
        <p>{text("check.fixedAll", { count: fixed.length, cells: cellsOf(fixed) })}</p>
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
