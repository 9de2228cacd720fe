import React, { useEffect, useState } from "react";
import type { FileCheck } from "../../domain/check";
import type { Round } from "../../schemes/types";
import type { Translate } from "../../i18n";
import { FileMaker } from "../FileMaker";
import { useWords } from "../language";
import { checkFiles, type MergeRequest, repliesTo, restPlanning } from "../mergeServices";
import { addReadings, type ChosenFile, contributionsOf } from "../model/chosenFiles";
import { countBySeverity } from "../model/findingGroups";
import { ChosenFiles } from "../pages/ChosenFiles";
import { RoundChoice } from "../roundChoice";
import { scheme } from "../services";
import { FileDrop } from "../ui/FileDrop";
import { LiveText } from "../ui/LiveText";
import { Notice } from "../ui/Notice";
import { PageHeader } from "../ui/PageHeader";
import { FileReading, useFileReading } from "../useFileReading";
import { StoppableState, useStoppable } from "../useStoppable";
import type { WriteRequest } from "../writerProtocol";

/** Kiểm tra: what is wrong in the files chosen, and copies of them with a note in every cell to be corrected. */
export function PlainCheck() {
  const { text, language } = useWords();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [round, setRound] = useState<Round | null>(null);
  const reading = useFileReading((readings) => setFiles((chosen) => addReadings(chosen, readings)));
  const checking = useStoppable((asked, request: MergeRequest) => checkFiles(request, asked));
  const { run: check, reset: forget, latest } = checking;
  const busy = reading.progress !== null;
  useEffect(() => {
    const contributions = contributionsOf(files);
    if (contributions.length === 0 || busy) forget();
    else check({ contributions, round, language });
    if (files.length === 0) restPlanning();
  }, [files, busy, round, language, check, forget]);

  const takeFiles = (chosen: readonly File[]): void => {
    if (files.length === 0) setRound(null);
    reading.start(chosen);
  };
  const shownRound = round ?? scheme.round(latest?.[0]?.round ?? "");
  return (
    <>
      <PageHeader title={text("plain.check.title")} lead={text("plain.check.lead")} />
      <section>
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
            checks={latest ?? []}
            plans={[]}
            findingsOpen={files.length === 1}
            onChange={setFiles}
          />
        )}
      </section>
      <LiveText text={latest ? summaryOf(latest, text) : ""} />
      <StoppableState of={checking} text={text("check.running")} />
      {latest && (
        <section>
          <h2>{text("plain.check.result")}</h2>
          {shownRound && (
            <RoundChoice round={shownRound} onChoose={(id) => setRound(scheme.round(id) ?? null)} />
          )}
          <Notice kind={needsWork(latest) ? "warning" : "success"}>
            <p>{summaryOf(latest, text)}</p>
          </Notice>
        </section>
      )}
      {latest && (
        <section>
          <h2>{text("plain.check.reply")}</h2>
          <p className="muted small">{text("merge.repliesHint")}</p>
          <FileMaker
            key={[...files.map(({ name }) => name), round?.id].join("|")}
            kind="primary"
            text={text("plain.check.makeReply")}
            fileName="Tra loi cac don vi.zip"
            nothingText={text("merge.repliesNoUnit")}
            request={async (signal) =>
              single(await repliesTo({ contributions: contributionsOf(files), round }, { signal }))
            }
          />
        </section>
      )}
    </>
  );
}

/** One workbook goes as it is, several in one file. */
function single(request: WriteRequest | null): (WriteRequest & { readonly fileName?: string }) | null {
  if (request?.kind !== "zip") return request;
  const [first, ...others] = request.workbooks;
  if (!first || others.length > 0) return request;
  return { kind: "workbook", spec: first.spec, fileName: first.name };
}

function summaryOf(checks: readonly FileCheck[], text: Translate): string {
  const { error, warning, info } = countBySeverity(checks.flatMap(({ findings }) => findings));
  return text("check.summary", { errors: error, warnings: warning, infos: info });
}

function needsWork(checks: readonly FileCheck[]): boolean {
  return checks.some(({ findings, error }) => error !== undefined || findings.length > 0);
}
