import React from "react";
import { FailureNotice } from "../FailureNotice";
import { useWords } from "../language";
import type { PageId } from "../pageIds";
import { RoundChoice, useRound } from "../roundChoice";
import { insertTemplate, scheme, type DrawOutcome } from "../services";
import { UndoNotice } from "../UndoNotice";
import { useUnit } from "../unitChoice";
import { Busy } from "../ui/Busy";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PageHeader } from "../ui/PageHeader";
import { useAction } from "../useAction";
import { UnitChoice } from "./UnitChoice";

/** Biểu mẫu: puts the blank official tables into the open workbook. */
export function TemplatesPage({ goTo }: { goTo: (page: PageId) => void }) {
  const words = useWords();
  const { text } = words;
  const { round, choose } = useRound();
  const { unit, choose: chooseUnit } = useUnit();
  const insertion = useAction(insertTemplate);
  const { action } = insertion;

  const forms = words.list(scheme.forms.map(({ name }) => name));

  return (
    <>
      <PageHeader title={text("templates.title")} lead={text("templates.lead")} />
      <UnitChoice
        label={text("unit.label")}
        selected={unit?.id ?? null}
        onChange={(id) => {
          chooseUnit(id);
          // What is being drawn is still told, with its undo.
          if (action.status !== "running") insertion.reset();
        }}
      />
      <RoundChoice round={round} onChoose={choose} />
      {unit && !round.required.includes(unit.id) && (
        <Notice kind="info">
          <p>{text("templates.notRequired", { unit: unit.name })}</p>
        </Notice>
      )}
      <div className="actions">
        <Button
          kind="primary"
          text={text("templates.insert", { forms })}
          disabled={action.status === "running"}
          onClick={() => insertion.run(unit, round)}
        />
      </div>
      {!unit && <p className="muted small">{text("templates.withoutUnit")}</p>}
      {action.status === "running" && <Busy text={text("templates.running")} />}
      {action.status === "failed" && <FailureNotice error={action.error} onRetry={insertion.retry} />}
      {action.status === "done" && <Inserted outcome={action.result} toEntry={() => goTo("entry")} />}
      <FormsPreview />
    </>
  );
}

function FormsPreview() {
  const { text } = useWords();
  return (
    <section className="card">
      <h2>{text("templates.preview")}</h2>
      <ul className="plain-list">
        {scheme.forms.map(({ id, name, columns }) => (
          <li key={id}>
            <strong>{name}</strong>
            <p className="muted small">
              {text("templates.columns", {
                count: columns.length,
                columns: columns.map(({ title }) => title).join(", "),
              })}
            </p>
          </li>
        ))}
      </ul>
      <p className="small">{text("templates.keep")}</p>
    </section>
  );
}

function Inserted({ outcome, toEntry }: { outcome: DrawOutcome; toEntry: () => void }) {
  const { text, list } = useWords();
  const { drawn, kept, undo } = outcome;
  return (
    <UndoNotice token={undo} actions={<Button text={text("finish.toEntry")} onClick={toEntry} />}>
      <p>
        {drawn.length > 0 ? text("templates.drawn", { sheets: list(drawn) }) : text("templates.drawnNone")}
      </p>
      {kept.length > 0 && <p>{text("templates.kept", { sheets: list(kept) })}</p>}
      {drawn.length > 0 && <p>{text("templates.next")}</p>}
    </UndoNotice>
  );
}
