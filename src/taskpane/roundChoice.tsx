import React, { createContext, useCallback, useContext, useMemo, useState } from "react";
import type { WorkbookSigns } from "../domain/role";
import { STAMP } from "../domain/stamp";
import type { Round } from "../schemes/types";
import { Deadline } from "./Deadline";
import { useWords } from "./language";
import { preferredRound, writePreference } from "./preferences";
import { scheme, today } from "./services";
import { Choice } from "./ui/Choice";

/** The reporting round is chosen once and holds on every page: the one that the workbook is stamped with, else the last. */
interface RoundState {
  readonly rounds: readonly Round[];
  readonly round: Round;
  readonly choose: (id: string) => void;
}

const RoundContext = createContext<RoundState | null>(null);

export function RoundProvider({ signs, children }: { signs: WorkbookSigns; children: React.ReactNode }) {
  const [rounds] = useState(() => scheme.roundsFor(today()));
  const [round, setRound] = useState(
    () => scheme.round(signs.properties[STAMP.round] ?? "") ?? preferredRound()
  );
  const choose = useCallback((id: string) => {
    const chosen = scheme.round(id);
    if (!chosen) return;
    writePreference("round", id);
    setRound(chosen);
  }, []);
  const state = useMemo<RoundState>(() => ({ rounds, round, choose }), [rounds, round, choose]);
  return <RoundContext.Provider value={state}>{children}</RoundContext.Provider>;
}

export function useRound(): RoundState {
  const state = useContext(RoundContext);
  if (state === null) throw new Error("useRound needs a RoundProvider above it");
  return state;
}

interface RoundChoiceProps {
  readonly round: Round;
  readonly onChoose: (id: string) => void;
}

export function RoundChoice({ round, onChoose }: RoundChoiceProps) {
  const { text, date } = useWords();
  const { rounds } = useRound();
  return (
    <div className="field">
      <Choice
        label={text("round.label")}
        groups={[{ options: rounds.map(({ id, name }) => ({ id, text: name })) }]}
        selected={round.id}
        onChange={onChoose}
      />
      <p className="muted small">
        {text("round.window", { from: date(round.from), cutOff: date(round.cutOff) })}
      </p>
      <Deadline round={round} />
    </div>
  );
}
