import React from "react";
import { coveringText, suggestedFileName } from "../../domain/coveringText";
import type { TableFigures } from "../../domain/tableFigures";
import type { Round, Unit } from "../../schemes/types";
import { Deadline } from "../Deadline";
import { useWords } from "../language";
import { countBySeverity } from "../model/findingGroups";
import { scheme, type SendCheck, today } from "../services";
import { usePreference } from "../usePreference";
import { CopyText } from "../ui/CopyText";
import { TextField } from "../ui/TextField";

interface SendSummaryProps {
  readonly sent: SendCheck;
  readonly unit: Unit | null;
  readonly round: Round;
}

/** What will be sent, in numbers. */
export function SendSummary({ sent, unit, round }: SendSummaryProps) {
  const { text, number, dong } = useWords();
  const { rows, funds } = sent.figures;
  const { error, warning } = countBySeverity(sent.check.findings);
  const facts = [
    { label: text("unit.label"), value: unit?.name ?? text("unit.unknown") },
    { label: text("round.label"), value: round.name },
    ...scheme.forms.map(({ id, name }) => ({
      label: name,
      value: rows[id] === undefined ? text("finish.absent") : text("check.rows", { count: rows[id] }),
    })),
    ...(funds > 0 ? [{ label: text("finish.funds"), value: dong(funds) }] : []),
    { label: text("check.errors"), value: number(error) },
    { label: text("check.warnings"), value: number(warning) },
  ];
  return (
    <section className="card">
      <h2>{text("finish.what")}</h2>
      <dl className="facts">
        {facts.map(({ label, value }) => (
          <div key={label} className="fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Deadline round={round} />
    </section>
  );
}

interface CoveringProps {
  readonly figures: TableFigures;
  readonly unit: Unit;
  readonly round: Round;
}

/** The text that goes with the file. */
export function Covering({ figures, unit, round }: CoveringProps) {
  const { text, language } = useWords();
  const [sender, setSender] = usePreference("sender");
  const file = suggestedFileName(unit, round);
  const facts = { unit, round, scheme, figures, file, sender: sender?.trim() ?? "", today: today() };
  return (
    <section>
      <h2>{text("finish.covering")}</h2>
      <p className="muted small">{text("finish.coveringHint")}</p>
      <TextField id="sender" label={text("finish.sender")} value={sender ?? ""} onChange={setSender} />
      <CopyText
        label={text("finish.covering")}
        value={coveringText(facts, language)}
        copyText={text("action.copyText")}
        copiedText={text("action.copied")}
        selectedText={text("action.selected")}
      />
    </section>
  );
}
