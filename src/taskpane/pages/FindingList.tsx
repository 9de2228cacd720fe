import React, { useEffect, useMemo, useState } from "react";
import type { Finding } from "../../domain/findings";
import { FailureNotice } from "../FailureNotice";
import { useWords } from "../language";
import { sameKind } from "../model/fixContent";
import { findingKey, groupByRule, groupFindings, type FindingGroup } from "../model/findingGroups";
import type { RuleWords } from "../model/ruleWords";
import { goToFinding, scheme, wordsOfRules, type FileCheck } from "../services";
import { Button } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { useAction } from "../useAction";
import { FindingItem } from "./FindingItem";

/** Findings shown of one group before the user asks for more; thousands would make old machines crawl. */
const SHOWN_AT_ONCE = { row: 50, rule: 5 } as const;
const SHOWN_MORE = 50;

interface FindingListProps {
  readonly check: FileCheck;
  /** All findings, the hidden ones among them. */
  readonly all: readonly Finding[];
  /** By the sheet's rows, or by the rules that are broken. */
  readonly grouping: "row" | "rule";
  /** True for findings that cannot be corrected now. */
  readonly isHeld: (finding: Finding) => boolean;
  /** Corrects these findings together. */
  readonly onFix: (findings: readonly Finding[]) => void;
}

/** Findings in groups. Choosing one selects its cell in the workbook; the arrow keys go from one to the next. */
export function FindingList({ check, all, grouping, isHeld, onFix }: FindingListProps) {
  const { text } = useWords();
  const rules = useRuleWords();
  const [current, setCurrent] = useState<string | null>(null);
  const going = useAction(goToFinding);
  const choose = (finding: Finding): void => {
    setCurrent(findingKey(finding));
    going.run(finding);
  };
  const groups = useMemo(() => groupsOf(check, grouping), [check, grouping]);
  const alike = useMemo(() => fixableTogether(all), [all]);

  return (
    // The list is no control itself: its buttons are, and the keys only move between them.
    <div onKeyDown={moveByKey}>
      {groups.map((group) => (
        <Group
          key={group.key}
          title={
            group.kind === "sheet"
              ? groupTitle(group.group, text)
              : (rules.get(group.rule)?.title ?? group.rule)
          }
          note={
            group.kind === "sheet"
              ? text("check.rows", { count: group.group.rows })
              : `(${group.findings.length})`
          }
          severity={group.kind === "rule" ? group.severity : undefined}
          findings={group.findings}
          atOnce={SHOWN_AT_ONCE[grouping]}
        >
          {(finding) => (
            <FindingItem
              finding={finding}
              rule={rules.get(finding.rule)}
              alike={finding.fix ? (alike.get(finding.rule) ?? []) : []}
              current={findingKey(finding) === current}
              isHeld={isHeld}
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
    </div>
  );
}

/** What the rules say of themselves; empty until it is loaded. */
function useRuleWords(): ReadonlyMap<string, RuleWords> {
  const { language } = useWords();
  const { latest, run } = useAction(wordsOfRules);
  useEffect(() => run(language), [run, language]);
  return latest ?? NO_WORDS;
}

const NO_WORDS: ReadonlyMap<string, RuleWords> = new Map();

function groupsOf(check: FileCheck, grouping: "row" | "rule") {
  return grouping === "row"
    ? groupFindings(check).map((group) => ({
        kind: "sheet" as const,
        key: group.sheet,
        group,
        findings: group.findings,
      }))
    : groupByRule(check.findings).map((group) => ({ kind: "rule" as const, key: group.rule, ...group }));
}

/** By rule the findings that one press corrects together. */
function fixableTogether(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const fixable = findings.filter(({ fix }) => fix !== undefined);
  return new Map(
    groupByRule(fixable).flatMap(({ rule, findings: ofRule }) =>
      ofRule[0] ? [[rule, sameKind(ofRule[0], ofRule)] as const] : []
    )
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Up and down go to the finding above or below. */
function moveByKey(event: React.KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key];
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>(".finding-choose")];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const next = step === undefined || at < 0 ? undefined : buttons[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

interface GroupProps {
  readonly title: string;
  readonly note: string;
  readonly severity?: Finding["severity"];
  readonly findings: readonly Finding[];
  readonly atOnce: number;
  readonly children: (finding: Finding) => React.ReactNode;
}

function Group({ title, note, severity, findings, atOnce, children }: GroupProps) {
  const { text } = useWords();
  const [limit, setLimit] = useState<number>(atOnce);
  if (findings.length === 0) return null;
  const rest = findings.length - limit;
  return (
    <section>
      <h2 className={severity ? `group-title severity-${severity}` : "group-title"}>
        {severity && <Icon name={severity} size={14} />} {title} <span className="muted small">{note}</span>
      </h2>
      <ul className="findings">
        {findings.slice(0, limit).map((finding, index) => (
          <li key={`${findingKey(finding)}|${index}`}>{children(finding)}</li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          kind="quiet"
          text={text("action.showMore", { count: Math.min(rest, SHOWN_MORE) })}
          onClick={() => setLimit(limit + SHOWN_MORE)}
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
