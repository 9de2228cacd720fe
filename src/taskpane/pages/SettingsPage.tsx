import React, { useEffect, useState } from "react";
import type { Role } from "../../domain/role";
import { LANGUAGES, type Translate } from "../../i18n";
import { useInExcel } from "../inExcel";
import { useWords } from "../language";
import { isPageId, ROLES } from "../pageIds";
import { forgetEverything, onPreferences, storedEntries } from "../preferences";
import { RoundChoice, useRound } from "../roundChoice";
import { scheme, unitName } from "../services";
import { useUnit } from "../unitChoice";
import { usePreference } from "../usePreference";
import { Button } from "../ui/Button";
import { Checkbox } from "../ui/Checkbox";
import { Choice } from "../ui/Choice";
import { PageHeader } from "../ui/PageHeader";
import { UnitChoice } from "./UnitChoice";

interface SettingsPageProps {
  readonly role: Role;
  /** The role that the workbook tells; null when it tells none. */
  readonly told: Role | null;
  readonly onRole: (role: Role) => void;
  readonly onClose?: () => void;
}

const APPEARANCES = ["auto", "light", "dark"] as const;

type Appearance = (typeof APPEARANCES)[number];

/** Cài đặt: what is kept on this computer, and the button that forgets it. */
export function SettingsPage({ role, told, onRole, onClose }: SettingsPageProps) {
  const { text, language, setLanguage } = useWords();
  const inExcel = useInExcel();
  const { unit, choose: chooseUnit } = useUnit();
  const { round, choose: chooseRound } = useRound();
  const [appearance, setAppearance] = usePreference("appearance");
  const [marks, setMarks] = usePreference("marks");
  return (
    <>
      <PageHeader title={text("settings.title")} lead={text("settings.lead")} />
      {inExcel && (
        <div className="field">
          <Choice
            label={text("settings.role")}
            groups={[{ options: ROLES.map((id) => ({ id, text: text(`role.${id}`) })) }]}
            selected={role}
            onChange={(id) => ROLES.filter((candidate) => candidate === id).forEach(onRole)}
          />
          {told && <p className="muted small">{text(`settings.told.${told}`)}</p>}
        </div>
      )}
      {role === "district" && (
        <UnitChoice label={text("settings.unit")} selected={unit?.id ?? null} onChange={chooseUnit} />
      )}
      <RoundChoice round={round} onChoose={chooseRound} />
      <Choice
        label={text("settings.language")}
        groups={[{ options: LANGUAGES.map(({ id, name }) => ({ id, text: name })) }]}
        selected={language}
        onChange={(id) =>
          LANGUAGES.filter((candidate) => candidate.id === id).forEach((chosen) => setLanguage(chosen.id))
        }
      />
      <Choice
        label={text("settings.appearance")}
        groups={[{ options: APPEARANCES.map((id) => ({ id, text: text(`settings.appearance.${id}`) })) }]}
        selected={appearance ?? "auto"}
        onChange={setAppearance}
      />
      {inExcel && (
        <Checkbox
          label={text("settings.marks")}
          checked={marks === "on"}
          onChange={(on) => setMarks(on ? "on" : "off")}
        />
      )}
      {onClose && (
        <div className="actions">
          <Button kind="primary" text={text("settings.close")} onClick={onClose} />
        </div>
      )}
      <Stored />
    </>
  );
}

/** What is kept on this computer, in words, and the button that forgets it. */
function Stored() {
  const { text } = useWords();
  const [entries, setEntries] = useState(storedEntries);
  const [forgotten, setForgotten] = useState(false);
  useEffect(() => onPreferences(() => setEntries(storedEntries())), []);
  return (
    <section className="card">
      <h2>{text("settings.stored")}</h2>
      <p className="small">{text("settings.storedText")}</p>
      {entries.length > 0 && (
        <dl className="facts small">
          {entries.map(({ key, value }) => (
            <div key={key} className="fact">
              <dt>{labelOf(key, text)}</dt>
              <dd>{wordsOf(key, value, text)}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className="actions">
        <Button
          text={text("settings.forget")}
          disabled={entries.length === 0}
          onClick={() => {
            forgetEverything();
            setForgotten(true);
          }}
        />
      </div>
      <p className="small" role="status">
        {forgotten && entries.length === 0 ? text("settings.forgotten") : ""}
      </p>
    </section>
  );
}

function labelOf(key: string, text: Translate): string {
  switch (key) {
    case "role":
    case "unit":
    case "language":
    case "appearance":
    case "marks":
      return text(`settings.${key}`);
    case "round":
      return text("round.label");
    case "sender":
      return text("finish.sender");
    case "page.district":
    case "page.province":
      return text("settings.lastPage");
    default:
      return key;
  }
}

/** A kept value as people know it; as it is where nobody does. */
function wordsOf(key: string, value: string, text: Translate): string {
  switch (key) {
    case "role":
      return ROLES.some((role) => role === value) ? text(`role.${value as Role}`) : value;
    case "unit":
      return unitName(value);
    case "round":
      return scheme.round(value)?.name ?? value;
    case "language":
      return LANGUAGES.find(({ id }) => id === value)?.name ?? value;
    case "appearance":
      return APPEARANCES.some((id) => id === value)
        ? text(`settings.appearance.${value as Appearance}`)
        : value;
    case "marks":
      return text(value === "on" ? "settings.on" : "settings.off");
    case "page.district":
    case "page.province":
      return isPageId(value) ? text(`page.${value}`) : value;
    default:
      return value;
  }
}
