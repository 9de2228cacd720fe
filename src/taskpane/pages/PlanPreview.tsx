import React from "react";
import { useWords } from "../language";
import type { Choice, Conflict, Decisions, MergePlan, MergePreview } from "../mergeServices";
import { unreadInWords } from "../model/unreadWords";
import { RoundChoice } from "../roundChoice";
import { reminderOf, unitName } from "../services";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PlanChanges } from "./PlanChanges";
import { Reminder } from "./Reminder";
import { UnitStatuses } from "./UnitStatuses";

interface PlanPreviewProps {
  readonly preview: MergePreview;
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
  readonly onChooseRound: (id: string) => void;
}

/** What the merge would do: every row accounted for, who has submitted, and what someone has to decide. */
export function PlanPreview({ preview, decisions, onDecide, onChooseRound }: PlanPreviewProps) {
  const { text } = useWords();
  const { plan, continues, unread } = preview;
  const { conflicts } = plan;
  return (
    <>
      <RoundChoice round={plan.round} onChoose={onChooseRound} />
      {continues && (
        <Notice kind="info">
          <p>{text("merge.previous")}</p>
        </Notice>
      )}
      {unread.length > 0 && (
        <Notice kind="warning">
          <p>{text("merge.unread", { count: unread.length, rows: unreadInWords(unread, text) })}</p>
        </Notice>
      )}
      <Accounted plan={plan} />
      <PlanChanges plan={plan} />
      {conflicts.length > 0 && <Conflicts conflicts={conflicts} decisions={decisions} onDecide={onDecide} />}
      <Units plan={plan} />
    </>
  );
}

function Accounted({ plan }: { plan: MergePlan }) {
  const { text, number } = useWords();
  const { read, merged, duplicate, rejected } = plan.accounted;
  const rows = [
    { label: text("merge.read"), count: read },
    { label: text("merge.merged"), count: merged },
    { label: text("merge.duplicate"), count: duplicate },
    { label: text("merge.rejected"), count: rejected },
  ];
  return (
    <div className="card">
      <dl className="sums">
        {rows.map(({ label, count }, index) => (
          <div key={label} className={index === 0 ? "sum sum-total" : "sum"}>
            <dt>{label}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      {rejected > 0 && <p className="small">{text("merge.rejectedWhy")}</p>}
    </div>
  );
}

/** Units by how they stand, and a text to those to be chased. */
function Units({ plan }: { plan: MergePlan }) {
  const { text, language } = useWords();
  const reminder = reminderOf(plan, language);
  return (
    <>
      <h3>{text("merge.units")}</h3>
      <UnitStatuses units={plan.units} />
      <Reminder reminder={reminder} />
    </>
  );
}

interface ConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
}

function Conflicts({ conflicts, decisions, onDecide }: ConflictsProps) {
  const { text } = useWords();
  const decideAll = (choice: Choice): void =>
    onDecide(Object.fromEntries(conflicts.map(({ id }) => [id, choice])));
  return (
    <div className="conflicts">
      <h3>{text("merge.conflicts", { count: conflicts.length })}</h3>
      <p className="small">{text("merge.conflictsText")}</p>
      <div className="actions">
        <Button text={text("merge.allOurs")} onClick={() => decideAll("ours")} />
        <Button text={text("merge.allTheirs")} onClick={() => decideAll("theirs")} />
      </div>
      {conflicts.map((conflict) => (
        <ConflictItem
          key={conflict.id}
          conflict={conflict}
          decision={decisions[conflict.id]}
          onDecide={(choice) => onDecide({ ...decisions, [conflict.id]: choice })}
        />
      ))}
    </div>
  );
}

interface ConflictItemProps {
  readonly conflict: Conflict;
  readonly decision: Choice | undefined;
  readonly onDecide: (choice: Choice) => void;
}

function ConflictItem({ conflict, decision, onDecide }: ConflictItemProps) {
  const { text } = useWords();
  const { id, label, column, base, ours, oursSource, theirs, file, row } = conflict;
  const unit = unitName(conflict.unit);
  const shown = (value: string): string => (value === "" ? text("merge.empty") : value);
  const options = [
    {
      choice: "ours",
      words: oursSource
        ? text("merge.theirs", { file: oursSource.file, row: oursSource.row, value: shown(ours) })
        : text("merge.ours", { value: shown(ours) }),
    },
    { choice: "theirs", words: text("merge.theirs", { file, row, value: shown(theirs) }) },
  ] as const;
  return (
    <fieldset className="conflict">
      <legend>{label}</legend>
      <p className="muted small">{text("merge.conflictWhere", { unit, column })}</p>
      {base !== "" && <p className="muted small">{text("merge.base", { value: base })}</p>}
      {options.map(({ choice, words }) => (
        <label key={choice} className="radio">
          <input type="radio" name={id} checked={decision === choice} onChange={() => onDecide(choice)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
