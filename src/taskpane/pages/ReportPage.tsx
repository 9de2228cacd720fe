import React from "react";
import { FailureNotice } from "../FailureNotice";
import { FileMaker } from "../FileMaker";
import { useWords } from "../language";
import type { PageId } from "../pageIds";
import { openReport, openReportText } from "../services";
import { Button } from "../ui/Button";
import { CopyText } from "../ui/CopyText";
import { PageHeader } from "../ui/PageHeader";
import { useAction } from "../useAction";

interface ReportPageProps {
  /** True while the page is in view. */
  readonly active: boolean;
  readonly goTo: (page: PageId) => void;
}

/** Báo cáo: the report from the merged tables, as a file and as text. */
export function ReportPage({ active, goTo }: ReportPageProps) {
  const { text } = useWords();
  return (
    <>
      <PageHeader title={text("report.title")} lead={text("report.hint")} />
      <FileMaker
        text={text("report.make")}
        fileName="Bao cao.docx"
        request={async () => {
          const report = await openReport();
          return report && { kind: "report", report };
        }}
      />
      <ReportText />
      <Button text={text("progress.toMerge")} disabled={!active} onClick={() => goTo("merge")} />
    </>
  );
}

/** The report as text, made when it is asked for. */
function ReportText() {
  const { text } = useWords();
  const { action, latest, run, retry } = useAction(openReportText);
  return (
    <>
      <div className="actions">
        <Button text={text("report.text")} disabled={action.status === "running"} onClick={run} />
      </div>
      {action.status === "failed" && <FailureNotice error={action.error} onRetry={retry} />}
      {latest && (
        <CopyText
          label={text("report.text")}
          value={latest}
          copyText={text("action.copyText")}
          copiedText={text("action.copied")}
          selectedText={text("action.selected")}
        />
      )}
    </>
  );
}
