import React from "react";
import { deadlineOf } from "../domain/deadline";
import type { Round } from "../schemes/types";
import { useWords } from "./language";
import { today } from "./services";
import { Icon, type IconName } from "./ui/Icon";

const ICONS = { left: "info", today: "warning", over: "error" } as const satisfies Readonly<
  Record<string, IconName>
>;

/** How many days a round still has. */
export function Deadline({ round }: { round: Round }) {
  const { text, date } = useWords();
  const { status, days } = deadlineOf(round, today());
  return (
    <p className={`deadline deadline-${status}`}>
      <Icon name={ICONS[status]} size={14} />
      <span>
        {text("deadline.lastDay", { lastDay: date(round.lastDay) })} ·{" "}
        <strong>{text(`deadline.${status}`, { days })}</strong>
      </span>
    </p>
  );
}
