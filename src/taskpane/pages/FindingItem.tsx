import React, { useState } from "react";
import type { Finding } from "../../domain/findings";
import { shortened } from "../../domain/text/shortened";
import { useWords } from "../language";
import type { RuleWords } from "../model/ruleWords";
import { Button } from "../ui/Button";
import { Icon } from "../ui/Icon";

interface FindingItemProps {
  readonly finding: Finding;
  /** What its rule says of itself; absent until that is loaded. */
  readonly rule: RuleWords | undefined;
  /** True for the finding that was chosen last. */
  readonly current: boolean;
  /** Findings of the same rule that can be corrected, this one among them. */
  readonly alike: readonly Finding[];
  /** True for findings that cannot be corrected now. */
  readonly isHeld: (finding: Finding) => boolean;
  readonly onChoose: (finding: Finding) => void;
  readonly onFix: (findings: readonly Finding[]) => void;
  readonly children: React.ReactNode;
}

/** One finding: where, what, why, and the correction if there is one. */
export function FindingItem({
  finding,
  rule,
  current,
  alike,
  isHeld,
  onChoose,
  onFix,
  children,
}: FindingItemProps) {
  const { text } = useWords();
  const [explained, setExplained] = useState(false);
  const { severity, cell, column, message, fix } = finding;
  const value = shortened(finding.value);
  return (
    <div className={current ? "finding finding-current" : "finding"}>
      <button
        type="button"
        className="finding-choose"
        aria-current={current}
        title={text("check.goTo", { cell, sheet: finding.sheet })}
        onClick={() => onChoose(finding)}
      >
        <span className={`finding-place severity-${severity}`}>
          <Icon name={severity} size={14} />
          <span className="visually-hidden">{text(`check.severity.${severity}`)}.</span>
          {column === "" ? text("check.cell", { cell }) : text("check.cellColumn", { cell, column })}
        </span>
        <span className="finding-message">{message}</span>
        {!message.includes(value) && <span className="muted small">{text("check.value", { value })}</span>}
      </button>
      <div className="finding-actions">
        {fix && (
          <Button
            text={text("check.fix", { value: shortened(fix.value) })}
            disabled={isHeld(finding)}
            onClick={() => onFix([finding])}
          />
        )}
        {alike.length > 1 && (
          <Button
            kind="quiet"
            text={text("check.fixAll", { count: alike.length })}
            disabled={alike.some(isHeld)}
            onClick={() => onFix(alike)}
          />
        )}
        {rule && (
          <button
            type="button"
            className="link finding-why"
            aria-expanded={explained}
            onClick={() => setExplained(!explained)}
          >
            {text("check.why")}
          </button>
        )}
      </div>
      {rule && explained && (
        <div className="finding-reason small">
          <p>{rule.title}</p>
          <p>{text("check.whyClause", { clause: rule.clause })}</p>
          <p>{text(`check.why.${severity}`)}</p>
        </div>
      )}
      {children}
    </div>
  );
}
