import React, { useEffect } from "react";
import type { UnitStatus } from "../../domain/merge/unitStatus";
import type { Round } from "../../schemes/types";
import { FailureNotice } from "../FailureNotice";
import { useWords } from "../language";
import type { PageId } from "../pageIds";
import { RoundChoice, useRound } from "../roundChoice";
import { type OpenRound, openRound, reminderOf, unitsOf } from "../services";
import { Busy } from "../ui/Busy";
import { Button } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PageHeader } from "../ui/PageHeader";
import { useAction } from "../useAction";
import { Reminder } from "./Reminder";
import { UnitStatuses } from "./UnitStatuses";

interface RoundPageProps {
  /** True while the page is in view; what was received is read anew each time it comes into view. */
  readonly active: boolean;
  readonly goTo: (page: PageId) => void;
}

/** Đợt báo cáo: who has to send by when, and who has. */
export function RoundPage({ active, goTo }: RoundPageProps) {
  const { text } = useWords();
  const { round, choose } = useRound();
  const looking = useAction(async () => ({ open: await openRound() }));
  const { run: look, action, latest } = looking;
  useEffect(() => {
    if (active) look();
  }, [active, look]);
  const merged = latest?.open?.round.id;
  useEffect(() => {
    // The round of the merged tables, once it is known; the user may look at another one after that.
    if (merged !== undefined) choose(merged);
  }, [merged, choose]);

  return (
    <>
      <PageHeader title={text("roundPage.title")} lead={text("roundPage.lead")} />
      <RoundChoice round={round} onChoose={choose} />
      {action.status === "running" && !latest && <Busy text={text("app.opening")} />}
      {action.status === "failed" && <FailureNotice error={action.error} onRetry={looking.retry} />}
      {latest && <Received open={latest.open} round={round} goTo={goTo} />}
    </>
  );
}

interface ReceivedProps {
  /** Null: nothing was merged in this workbook yet. */
  readonly open: OpenRound | null;
  readonly round: Round;
  readonly goTo: (page: PageId) => void;
}

function Received({ open, round, goTo }: ReceivedProps) {
  const { text, language } = useWords();
  const units = unitsOf(round, open?.journal ?? []);
  const isOther = open !== null && open.round.id !== round.id;
  const reminder = reminderOf({ units, round }, language);
  const hasMissing = units.some(({ status }) => status === "missing");
  return (
    <>
      {isOther && (
        <Notice kind="warning">
          <p>{text("roundPage.otherRound", { round: open.round.name })}</p>
        </Notice>
      )}
      <section>
        <h2>{text("roundPage.sent", sentOf(round, units))}</h2>
        {!open && <p className="muted">{text("roundPage.none")}</p>}
        {open && !hasMissing && (
          <Notice kind="success">
            <p>{text("roundPage.allSent")}</p>
          </Notice>
        )}
        <div className="actions">
          <Button
            kind="primary"
            text={text(open ? "roundPage.mergeMore" : "roundPage.mergeFirst")}
            onClick={() => goTo("merge")}
          />
          {open && <Button text={text("merge.toProgress")} onClick={() => goTo("progress")} />}
        </div>
        <UnitStatuses units={units} withFiles />
      </section>
      <Reminder reminder={reminder} />
    </>
  );
}

/** How many of the units that have to send have done so, in time or late. */
function sentOf({ required }: Round, units: readonly UnitStatus[]) {
  const sent = units.filter(
    ({ unit, status }) => required.includes(unit) && (status === "submitted" || status === "late")
  );
  return { sent: sent.length, required: required.length };
}
