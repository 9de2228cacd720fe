import React from "react";
import type { Role } from "../domain/role";
import { useWords } from "./language";
import { LanguageSwitch } from "./LanguageSwitch";
import { ROLES } from "./pageIds";
import { Icon } from "./ui/Icon";

/** The first question of all: whose work is done on this computer. */
export function RoleQuestion({ onAnswer }: { onAnswer: (role: Role) => void }) {
  const { text } = useWords();
  return (
    <main className="page page-alone">
      <h1>{text("role.question")}</h1>
      <p>{text("role.lead")}</p>
      <ul className="role-answers">
        {ROLES.map((role) => (
          <li key={role}>
            <button type="button" className="role-answer" onClick={() => onAnswer(role)}>
              <span className="role-answer-name">
                {text(`role.${role}`)}
                <Icon name="goto" size={14} />
              </span>
              <span className="muted">{text(`role.${role}Text`)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="muted small">{text("role.changeLater")}</p>
      <LanguageSwitch />
    </main>
  );
}
