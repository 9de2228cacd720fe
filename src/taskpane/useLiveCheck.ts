import { useEffect, useState } from "react";
import type { Language } from "../domain/findings";
import type { Round } from "../schemes/types";
import { onMarked } from "./preferences";
import { IDLE, type LiveCheck, type LiveState, startLiveCheck } from "./liveCheck";

interface LiveCheckNeeds {
  /** True while the page is in view: only then edits are followed. */
  readonly active: boolean;
  /** What is checked against where the workbook states no round. */
  readonly round: Round;
  readonly language: Language;
  /** True: findings are marked in the sheets. */
  readonly marks: boolean;
}

/** The check that follows the workbook, for as long as the component lives. */
export function useLiveCheck({ active, round, language, marks }: LiveCheckNeeds): {
  readonly state: LiveState;
  readonly live: LiveCheck;
} {
  const [state, setState] = useState(IDLE);
  const [live] = useState(() => startLiveCheck({ onState: setState }));
  useEffect(() => {
    const close = (): void => void live.close();
    window.addEventListener("pagehide", close);
    return () => {
      window.removeEventListener("pagehide", close);
      close();
    };
  }, [live]);
  useEffect(() => live.mark(marks), [live, marks]);
  useEffect(() => onMarked(live.markedElsewhere), [live]);
  // Before it is shown, so that what it then catches up with is checked against this round.
  useEffect(() => live.against(round), [live, round]);
  useEffect(() => live.show(active), [live, active]);
  useEffect(() => live.speak(language), [live, language]);
  return { state, live };
}
