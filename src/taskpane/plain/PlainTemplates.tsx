import React from "react";
import { suggestedFileName } from "../../domain/coveringText";
import { FileMaker } from "../FileMaker";
import { useWords } from "../language";
import { UnitChoice } from "../pages/UnitChoice";
import { RoundChoice, useRound } from "../roundChoice";
import { blankForms, scheme } from "../services";
import { useUnit } from "../unitChoice";
import { Notice } from "../ui/Notice";
import { PageHeader } from "../ui/PageHeader";

/** Biểu mẫu: the blank official tables as a file. */
export function PlainTemplates() {
  const { text, list } = useWords();
  const { unit, choose: chooseUnit } = useUnit();
  const { round, choose: chooseRound } = useRound();
  const forms = list(scheme.forms.map(({ name }) => name));
  return (
    <>
      <PageHeader title={text("plain.templates.title")} lead={text("plain.templates.lead")} />
      <UnitChoice label={text("unit.label")} selected={unit?.id ?? null} onChange={chooseUnit} />
      <RoundChoice round={round} onChoose={chooseRound} />
      {unit && !round.required.includes(unit.id) && (
        <Notice kind="info">
          <p>{text("templates.notRequired", { unit: unit.name })}</p>
        </Notice>
      )}
      {!unit && <p className="muted small">{text("plain.templates.withoutUnit")}</p>}
      <FileMaker
        key={`${unit?.id}|${round.id}`}
        kind="primary"
        text={text("plain.templates.make", { forms })}
        fileName={unit ? suggestedFileName(unit, round) : `Bao cao - ${round.id}.xlsx`}
        request={() => Promise.resolve({ kind: "workbook", spec: blankForms(unit, round) })}
      />
    </>
  );
}
