import React, { useState } from "react";
import { useWords } from "../language";
import type { NamedReading } from "../readFiles";
import { isMerged } from "../services";
import { Button } from "../ui/Button";
import { FilePick } from "../ui/FilePick";
import { Icon } from "../ui/Icon";
import { Notice } from "../ui/Notice";
import { FileReading, useFileReading } from "../useFileReading";
import { takeMergedFile, useMergedFile } from "./mergedFile";

/** Which merged workbook the page works on, and the choice of another one. */
export function MergedFileChoice({ hint }: { hint: string }) {
  const { text } = useWords();
  const { workbook } = useMergedFile();
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (reading: NamedReading): Promise<void> => {
    if (!reading.ok) setProblem(reading.error.message);
    else if (await isMerged(reading.workbook)) takeMergedFile(reading.workbook);
    else setProblem(text("plain.merged.not", { file: reading.name }));
  };
  const reading = useFileReading(([read]) => {
    if (read) void take(read);
  });
  const choose = (file: File): void => {
    setProblem(null);
    reading.start([file]);
  };
  return (
    <section className="card">
      <h2>{text("plain.merged.title")}</h2>
      {workbook ? (
        <p className="merged-file">
          <Icon name="file" />
          <strong>{workbook.file}</strong>
        </p>
      ) : (
        <p className="muted small">{hint}</p>
      )}
      <div className="actions">
        <FilePick
          text={text(workbook ? "plain.merged.other" : "plain.merged.choose")}
          disabled={reading.progress !== null}
          onFile={choose}
        />
        {workbook && (
          <Button kind="quiet" text={text("plain.merged.close")} onClick={() => takeMergedFile(null)} />
        )}
      </div>
      <FileReading reading={reading} />
      {problem !== null && (
        <Notice kind="error">
          <p>{problem}</p>
        </Notice>
      )}
    </section>
  );
}
