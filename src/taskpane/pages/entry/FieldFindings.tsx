import React from "react";
import type { Finding } from "../../../domain/findings";
import { shortened } from "../../../domain/text/shortened";
import { useWords } from "../../language";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";

interface FieldFindingsProps {
  readonly column: string;
  readonly findings: readonly Finding[];
  /** Puts the proposed text into the field. */
  readonly onFix?: (text: string) => void;
}

/** What is wrong with a field as it is typed, with what would put it right. */
export function FieldFindings({ column, findings, onFix }: FieldFindingsProps) {
  const { text } = useWords();
  return (
    <ul className="field-findings">
      {findings.map(({ rule, severity, message, fix }) => (
        <li key={`${rule}-${message}`}>
          <p className="small">
            <span className={`severity-${severity}`}>
              <Icon name={severity} size={12} /> {text(`check.severity.${severity}`)}:
            </span>{" "}
            {message}
          </p>
          {fix && onFix && (
            <Button
              text={text("check.fix", { value: shortened(fix.value) })}
              label={text("entry.fixOf", { value: shortened(fix.value), column })}
              onClick={() => onFix(fix.value)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
