import React, { useEffect, useMemo, useRef, useState } from "react";
import { type Conflict, type Decided, decidedOn, holdingDecisions } from "../../domain/merge/conflicts";
import type { Accounted } from "../../domain/merge/plan";
import type { Translate } from "../../i18n";
import type { Round } from "../../schemes/types";
import { FileMaker } from "../FileMaker";
import { placesInWords } from "../failures";
import { useWords } from "../language";
import {
  type Contribution,
  type Decisions,
  type MergeOutcome,
  type MergePreview,
  type MergeRequest,
  previewMerge,
  repliesTo,
  restPlanning,
  writeMerge,
} from "../mergeServices";
import { addReadings, type ChosenFile, contributionsOf } from "../model/chosenFiles";
import type { PageId } from "../pageIds";
import { leftoverOf, scheme } from "../services";
import { UndoNotice } from "../UndoNotice";
import { Button } from "../ui/Button";
import { FileDrop } from "../ui/FileDrop";
import { LiveText } from "../ui/LiveText";
import { Notice } from "../ui/Notice";
import { PageHeader } from "../ui/PageHeader";
import { Together } from "../ui/Together";
import { FileReading, useFileReading } from "../useFileReading";
import { type StoppableHandle, StoppableState, useStoppable } from "../useStoppable";
import { ChosenFiles } from "./ChosenFiles";
import { PlanPreview } from "./PlanPreview";

const NO_CONFLICTS: readonly Conflict[] = [];
const NOTHING_DECIDED: readonly Decided[] = [];

/** Files whose units can be answered, and the round that they are answered for. */
interface Answerable {
  readonly contributions: readonly Contribution[];
  readonly round: Round | null;
}

interface MergePageProps {
  readonly goTo: (page: PageId) => void;
  /** Another number: the open workbook has become another one, and the preview is out of date. */
  readonly version?: number;
  /** What stands below the title. */
  readonly intro?: React.ReactNode;
}

/** Tổng hợp: merges the units' files into the open workbook, after showing what that would do. */
export function MergePage({ goTo, version = 0, intro }: MergePageProps) {
  const { text, language } = useWords();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [round, setRound] = useState<Round | null>(null);
  const [decided, setDecided] = useState(NOTHING_DECIDED);
  /** How often the workbook was found to be another one than was planned for. */
  const [changes, setChanges] = useState(0);
  /** What was written last, until it is put aside or other files are chosen. */
  const [written, setWritten] = useState<Answerable | null>(null);
  const reading = useFileReading((readings) => {
    if (readings.length > 0) setWritten(null);
    setFiles((current) => addReadings(current, readings));
  });
  const [drawing, setDrawing] = useState(false);
  const previewing = useStoppable((asked, request: MergeRequest) => previewMerge(request, asked));
  const conflicts = previewing.latest?.plan.conflicts ?? NO_CONFLICTS;
  const decisions = useMemo(() => holdingDecisions(decided, conflicts), [decided, conflicts]);
  const writing = useStoppable(async (asked, previewed: MergePreview) => {
    setDrawing(false);
    const outcome = await writeMerge(previewed, decisions, { ...asked, onDraw: () => setDrawing(true) });
    if (outcome) {
      setWritten(previewed.request);
      setFiles([]);
    } else setChanges((count) => count + 1);
    return { outcome, preview: previewed };
  });

  const { run: preview, reset: forgetPreview } = previewing;
  const busyReading = reading.progress !== null;
  const lastWriting = useRef(writing);
  lastWriting.current = writing;
  useEffect(() => {
    const contributions = contributionsOf(files);
    // What was planned before is not to be written any more.
    if (isGivenUp(lastWriting.current)) lastWriting.current.reset();
    if (contributions.length === 0) forgetPreview();
    else if (!busyReading) preview({ contributions, round, language });
    if (files.length > 0) return;
    setDecided(NOTHING_DECIDED);
    restPlanning();
  }, [files, busyReading, round, language, version, changes, preview, forgetPreview]);
  // The files of an earlier answer are not to be kept beside others.
  useEffect(() => restPlanning, [written]);

  const takeFiles = (chosen: readonly File[]): void => {
    writing.reset();
    if (files.length === 0) setRound(null);
    reading.start(chosen);
  };
  const isWriting = writing.action.status === "running";
  const busy = busyReading || isWriting;
  const answerable = previewing.latest ? { contributions: contributionsOf(files), round } : written;
  const isDecided = conflicts.every(({ id }) => decisions[id] !== undefined);
  const writeShown = (): void => {
    if (previewing.latest && isDecided) writing.run(previewing.latest);
    else writing.reset();
  };

  return (
    <>
      <PageHeader title={text("merge.title")} lead={text("merge.lead")} />
      {/* What is being written is what was shown. */}
      <Together disabled={isWriting}>
        {intro}
        <section>
          <h2>{text("merge.step1")}</h2>
          <FileDrop
            prompt={text("merge.drop")}
            chooseText={text("merge.choose")}
            hint={text("merge.formats")}
            disabled={busy}
            onFiles={takeFiles}
          />
          <FileReading reading={reading} />
          {files.length > 0 && (
            <ChosenFiles
              files={files}
              checks={previewing.latest?.plan.files ?? []}
              plans={previewing.latest?.plan.filePlans ?? []}
              onChange={setFiles}
            />
          )}
        </section>
      </Together>
      <LiveText text={previewing.latest ? summaryOf(previewing.latest.plan.accounted, text) : ""} />
      <StoppableState of={previewing} text={text("merge.planning")} />
      {files.length > 0 && !busyReading && contributionsOf(files).length === 0 && (
        <Notice kind="warning">
          <p>{text("merge.noneReadable")}</p>
        </Notice>
      )}
      {previewing.latest && (
        <section>
          <h2>{text("merge.step2")}</h2>
          <Together disabled={isWriting}>
            <PlanPreview
              preview={previewing.latest}
              decisions={decisions}
              onDecide={(decisions) => setDecided(decidedOn(decisions, conflicts))}
              onChooseRound={(id) => setRound(scheme.round(id) ?? null)}
            />
          </Together>
        </section>
      )}
      {previewing.latest && (
        <section>
          <h2>{text("merge.step3")}</h2>
          <Write
            preview={previewing.latest}
            decisions={decisions}
            busy={busy || previewing.action.status === "running"}
            onWrite={writing.run}
          />
        </section>
      )}
      {answerable && (
        <Replies
          key={answerable.contributions.map(({ workbook }) => workbook.file).join("|")}
          {...answerable}
          disabled={busy}
          onPutAside={answerable === written ? () => setWritten(null) : undefined}
        />
      )}
      <StoppableState
        of={{ ...writing, retry: writeShown }}
        text={text(drawing ? "merge.writing" : "merge.planning")}
        unstoppable={drawing}
      />
      {writing.action.status === "done" && (
        <Written {...writing.action.result} toProgress={() => goTo("progress")} />
      )}
    </>
  );
}

/** True when nothing has come of the writing, and nothing of it is left to be taken back. */
function isGivenUp({
  stopped,
  action,
}: Pick<StoppableHandle<never, unknown>, "stopped" | "action">): boolean {
  return stopped || (action.status === "failed" && leftoverOf(action.error) === null);
}

function summaryOf({ read, merged, duplicate, rejected }: Accounted, text: Translate): string {
  return text("merge.summary", { read, merged, duplicate, rejected });
}

interface WriteProps {
  readonly preview: MergePreview;
  readonly decisions: Decisions;
  readonly busy: boolean;
  readonly onWrite: (preview: MergePreview) => void;
}

function Write({ preview, decisions, busy, onWrite }: WriteProps) {
  const { text, list } = useWords();
  const { newSheets, replacedSheets, plan } = preview;
  const undecided = plan.conflicts.filter(({ id }) => decisions[id] === undefined).length;
  return (
    <>
      {newSheets.length > 0 && <p>{text("merge.willDraw", { sheets: list(newSheets) })}</p>}
      {replacedSheets.length > 0 && <p>{text("merge.willReplace", { sheets: list(replacedSheets) })}</p>}
      {preview.beside.length > 0 && (
        <Notice kind="warning">
          <p>{text("merge.beside", { places: placesInWords(preview.beside, text) })}</p>
        </Notice>
      )}
      {undecided > 0 && (
        <Notice kind="warning">
          <p>{text("merge.undecided", { count: undecided })}</p>
        </Notice>
      )}
      <div className="actions">
        <Button
          kind="primary"
          text={text("merge.write")}
          disabled={busy || undecided > 0}
          onClick={() => onWrite(preview)}
        />
      </div>
      <p className="muted small">{text("merge.nothingWritten")}</p>
    </>
  );
}

interface RepliesProps extends Answerable {
  readonly disabled: boolean;
  /** Given where the files are written already. */
  readonly onPutAside: (() => void) | undefined;
}

/** A workbook for each unit that has sent, with what it has to correct. */
function Replies({ contributions, round, disabled, onPutAside }: RepliesProps) {
  const { text } = useWords();
  return (
    <section>
      <h2>{text("merge.step4")}</h2>
      <p className="muted small">{text("merge.repliesHint")}</p>
      {onPutAside && (
        <p className="small">
          {text("merge.repliesWritten", { count: contributions.length })}{" "}
          <Button
            kind="quiet"
            text={text("merge.repliesPutAside")}
            disabled={disabled}
            onClick={onPutAside}
          />
        </p>
      )}
      <FileMaker
        text={text("merge.replies")}
        fileName="Tra loi cac don vi.zip"
        nothingText={text("merge.repliesNoUnit")}
        disabled={disabled}
        request={(signal) => repliesTo({ contributions, round }, { signal })}
      />
    </section>
  );
}

interface WrittenProps {
  readonly outcome: MergeOutcome;
  readonly preview: MergePreview;
  readonly toProgress: () => void;
}

function Written({ outcome, preview, toProgress }: WrittenProps) {
  const { text, list } = useWords();
  if (!outcome) {
    return (
      <Notice kind="warning">
        <p>{text("merge.changed")}</p>
      </Notice>
    );
  }
  return (
    <UndoNotice
      token={outcome.undo}
      actions={<Button kind="primary" text={text("merge.toProgress")} onClick={toProgress} />}
    >
      <p>
        {text("merge.written", {
          rows: preview.plan.accounted.merged,
          sheets: list([...preview.newSheets, ...preview.replacedSheets]),
        })}
      </p>
    </UndoNotice>
  );
}
