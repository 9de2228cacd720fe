import React from "react";
import type { Role } from "../../domain/role";
import { LANGUAGES } from "../../i18n";
import { useWords } from "../language";
import { ROLES } from "../pageIds";
import { forgetEverything, storedEntries } from "../preferences";
import { RoundChoice, useRound } from "../roundChoice";
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
}

const APPEARANCES = ["auto", "light", "dark"] as const;

/** Cài đặt: what is kept on this computer, and the button that forgets it. */
export function SettingsPage({ role, told, onRole }: SettingsPageProps) {
  const { text, language, setLanguage } = useWords();
  const { unit, choose: chooseUnit } = useUnit();
  const { round, choose: chooseRound } = useRound();
  const [appearance, setAppearance] = usePreference("appearance");
  const [marks, setMarks] = usePreference("marks");
  return (
    <>
      <PageHeader title={text("settings.title")} lead={text("settings.lead")} />
      <div className="field">
        <Choice
          label={text("settings.role")}
          groups={[{ options: ROLES.map((id) => ({ id, text: text(`role.${id}`) })) }]}
          selected={role}
          onChange={(id) => ROLES.filter((candidate) => candidate === id).forEach(onRole)}
        />
        {told && <p className="muted small">{text(`settings.told.${told}`)}</p>}
      </div>
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
      <Checkbox
        label={text("settings.marks")}
        checked={marks !== "off"}
        onChange={(on) => setMarks(on ? "on" : "off")}
      />
      <section>
        <h2>{text("settings.stored")}</h2>
        <p className="small">{text("settings.storedText")}</p>
        <p className="small">
          {storedEntries()
            .map(({ key, value }) => `${key}: ${value}`)
            .join("; ")}
        </p>
        <div className="actions">
          <Button text={text("settings.forget")} onClick={forgetEverything} />
        </div>
      </section>
    </>
  );
}
