import React, { useState } from "react";
import type { Finding } from "../../domain/findings";
import { FailureNotice } from "../FailureNotice";
import { useWords } from "../language";
import { sameKind } from "../model/fixContent";
import { findingKey, groupFindings, type FindingGroup } from "../model/findingGroups";
import { goToFinding, scheme, type FileCheck } from "../services";
import { Button } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { useAction } from "../useAction";

/** Findings shown of one sheet before the user asks for more; thousands would make old machines crawl. */
const SHOWN_AT_ONCE = 50;

interface FindingListProps {
  readonly check: FileCheck;
  /** All findings, the hidden ones among them. */
  readonly all: readonly Finding[];
  /** Corrects these findings together. */
  readonly onFix: (findings: readonly Finding[]) => void;
}

/** Findings by sheet. Choosing one selects its cell in the workbook. */
export function FindingList({ check, all, onFix }: FindingListProps) {
  const [current, setCurrent] = useState<string | null>(null);
  const going = useAction(goToFinding);
  const choose = (finding: Finding): void => {
    setCurrent(findingKey(finding));
    going.run(finding);
  };

  return (
    <>
      {groupFindings(check).map((group) => (
        <Group key={group.sheet} group={group}>
          {(finding) => (
            <FindingItem
              finding={finding}
              alike={finding.fix ? sameKind(finding, all) : []}
              current={findingKey(finding) === current}
              onChoose={choose}
              onFix={onFix}
            >
              {findingKey(finding) === current && going.action.status === "failed" && (
                <FailureNotice error={going.action.error} onRetry={going.retry} />
              )}
            </FindingItem>
          )}
        </Group>
      ))}
    </>
  );
}

interface GroupProps {
  readonly group: FindingGroup;
  readonly children: (finding: Finding) => React.ReactNode;
}

function Group({ group, children }: GroupProps) {
  const { text } = useWords();
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const { findings, rows } = group;
  if (findings.length === 0) return null;
  const rest = findings.length - limit;
  return (
    <section>
      <h2 className="group-title">
        {groupTitle(group, text)} <span className="muted small">{text("check.rows", { count: rows })}</span>
      </h2>
      <ul className="findings">
        {findings.slice(0, limit).map((finding, index) => (
          <li key={`${findingKey(finding)}|${index}`}>{children(finding)}</li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          kind="quiet"
          text={text("action.showMore", { count: Math.min(rest, SHOWN_AT_ONCE) })}
          onClick={() => setLimit(limit + SHOWN_AT_ONCE)}
        />
      )}
    </section>
  );
}

function groupTitle({ sheet, forms }: FindingGroup, text: ReturnType<typeof useWords>["text"]): string {
  const names = forms.map((id) => scheme.forms.find((form) => form.id === id)?.name ?? id).join(", ");
  if (names === "") return text("check.otherSheet", { sheet });
  return names === sheet ? names : text("check.formSheet", { form: names, sheet });
}

interface FindingItemProps {
  readonly finding: Finding;
  /** True for the finding that was chosen last. */
  readonly current: boolean;
  /** Findings of the same rule that can be corrected, this one among them. */
  readonly alike: readonly Finding[];
  readonly onChoose: (finding: Finding) => void;
  readonly onFix: (findings: readonly Finding[]) => void;
  readonly children: React.ReactNode;
}

function FindingItem({ finding, current, alike, onChoose, onFix, children }: FindingItemProps) {
  const { text } = useWords();
  const { severity, cell, column, value, message, fix } = finding;
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
      {fix && (
        <div className="actions">
          <Button text={text("check.fix", { value: fix.value })} onClick={() => onFix([finding])} />
          {alike.length > 1 && (
            <Button
              kind="quiet"
              text={text("check.fixAll", { count: alike.length })}
              onClick={() => onFix(alike)}
            />
          )}
        </div>
      )}
      {children}
    </div>
  );
}
