import React, { useState } from "react";
import type { FileCheck } from "../../domain/check";
import type { FilePlan } from "../../domain/merge/plan";
import { useWords } from "../language";
import type { ChosenFile } from "../model/chosenFiles";
import { countBySeverity, SEVERITIES } from "../model/findingGroups";
import { scheme } from "../services";
import { Button } from "../ui/Button";
import { Checkbox } from "../ui/Checkbox";
import { Icon } from "../ui/Icon";
import { MappingEditor } from "./MappingEditor";
import { UnitChoice } from "./UnitChoice";

interface ChosenFilesProps {
  readonly files: readonly ChosenFile[];
  /** What checking found in the readable files; empty before the first preview. */
  readonly checks: readonly FileCheck[];
  /** What becomes of the rows of each file; empty before the first preview. */
  readonly plans: readonly FilePlan[];
  /** True: what is wrong with each file is shown without being asked for. */
  readonly findingsOpen?: boolean;
  readonly onChange: (files: readonly ChosenFile[]) => void;
}

/** The files chosen for merging, each with whose it is, how much it holds and what is wrong with it. */
export function ChosenFiles({ files, checks, plans, findingsOpen = false, onChange }: ChosenFilesProps) {
  const { text, list } = useWords();
  const checkOf = new Map(checks.map((check) => [check.file, check]));
  const planOf = new Map(plans.map((plan) => [plan.file, plan]));
  const replace = (old: ChosenFile, next: ChosenFile): void =>
    onChange(files.map((file) => (file === old ? next : file)));

  return (
    <>
      <div className="list-head">
        <h3>{text("merge.files", { count: files.length })}</h3>
        <Button kind="quiet" text={text("merge.removeAll")} onClick={() => onChange([])} />
      </div>
      <ul className="files">
        {files.map((file) => (
          <li key={file.name} className="file">
            <Icon name={"error" in file ? "error" : checkOf.get(file.name)?.error ? "warning" : "file"} />
            <div className="file-body">
              <p className="file-name">{file.name}</p>
              {"sameContent" in file && file.sameContent.length > 0 && (
                <p className="small">{text("merge.sameContent", { files: list(file.sameContent) })}</p>
              )}
              <FileState
                file={file}
                check={checkOf.get(file.name)}
                plan={planOf.get(file.name)}
                findingsOpen={findingsOpen}
                onChange={(next) => replace(file, next)}
              />
            </div>
            <button
              type="button"
              className="icon-button"
              aria-label={text("merge.remove", { file: file.name })}
              title={text("merge.remove", { file: file.name })}
              onClick={() => onChange(files.filter((other) => other !== file))}
            >
              <Icon name="cross" size={12} />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Keeps a number and what it counts on one line. */
function unbroken(words: string): string {
  return words.replace(/ /g, "\u00a0");
}

interface FileStateProps {
  readonly file: ChosenFile;
  readonly check: FileCheck | undefined;
  readonly plan: FilePlan | undefined;
  readonly findingsOpen: boolean;
  readonly onChange: (file: ChosenFile) => void;
}

function FileState({ file, check, plan, findingsOpen, onChange }: FileStateProps) {
  const { text } = useWords();
  if ("error" in file) return <p className="small severity-error">{file.error.message}</p>;
  if (!check) return null;
  const unit = scheme.units.find(({ id }) => id === check.unit)?.name ?? text("unit.unknown");
  const isUnitUnknown = check.error ? check.error.code === "unknown-unit" : check.unit === null;
  const rows = check.forms.reduce((sum, form) => sum + form.rows, 0);
  const { error, warning } = countBySeverity(check.findings);
  const facts = [
    text("merge.fileRows", { rows }),
    error > 0 && text("merge.fileErrors", { count: error }),
    warning > 0 && text("merge.fileWarnings", { count: warning }),
    error + warning === 0 && text("merge.fileNoFindings"),
  ].filter((part) => part !== false);
  return (
    <>
      <p className="muted small">{[unit, ...facts.map(unbroken)].join(" · ")}</p>
      {plan && rows > 0 && <p className="muted small">{text("merge.filePlan", { ...plan.accounted })}</p>}
      <FileFindings check={check} open={findingsOpen} />
      {check.error && check.error.code !== "unknown-unit" && (
        <p className="small severity-error">{check.error.message}</p>
      )}
      {(check.error?.code === "no-form" || (check.nearMisses ?? []).length > 0) && (
        <MappingEditor
          workbook={file.workbook}
          check={check}
          onDone={(mapping) => onChange({ ...file, mappings: [...file.mappings, mapping] })}
        />
      )}
      {file.mappings.length > 0 && (
        <p className="small muted">
          {text("mapping.used", { count: file.mappings.length })}{" "}
          <Button
            kind="quiet"
            text={text("mapping.forget")}
            onClick={() => onChange({ ...file, mappings: [] })}
          />
        </p>
      )}
      {(check.error?.code === "other-round" || file.anyRound) && (
        <Checkbox
          label={text("merge.anyRound")}
          checked={file.anyRound}
          onChange={(anyRound) => onChange({ ...file, anyRound })}
        />
      )}
      {(isUnitUnknown || file.unit !== null) && (
        <UnitChoice
          label={text("merge.whoseFile")}
          selected={file.unit}
          onChange={(chosen) => onChange({ ...file, unit: chosen })}
        />
      )}
    </>
  );
}

/** More than anyone reads in a pane; the reply to the unit has them all. */
const SHOWN = 50;

/** What is wrong with a file, place by place; it is corrected by its unit, not here. */
function FileFindings({ check, open }: { check: FileCheck; open: boolean }) {
  const { text } = useWords();
  // Those of many files, drawn without being looked at, would keep the pane busy for seconds.
  const [shown, setShown] = useState(open);
  const { findings } = check;
  if (findings.length === 0) return null;
  const bySeverity = SEVERITIES.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity)
  );
  return (
    <details open={open} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{text("merge.fileFindings", { count: findings.length })}</summary>
      {shown && (
        <ul className="file-findings">
          {bySeverity.slice(0, SHOWN).map(({ rule, severity, sheet, cell, message }, index) => (
            <li key={`${rule}|${sheet}|${cell}|${index}`} className="small">
              <Icon name={severity} size={12} />
              <span className="visually-hidden">{text(`check.severity.${severity}`)}.</span>
              <span>
                <strong>{text("merge.findingWhere", { sheet, cell })}</strong> {message}
              </span>
            </li>
          ))}
        </ul>
      )}
      {findings.length > SHOWN && (
        <p className="muted small">{text("merge.moreRows", { count: findings.length - SHOWN })}</p>
      )}
    </details>
  );
}
