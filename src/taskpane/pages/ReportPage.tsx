import React, { useEffect, useState } from "react";
import type { ReportDocument } from "../../domain/outline/document";
import { FailureNotice } from "../FailureNotice";
import { FileMaker } from "../FileMaker";
import { useWords } from "../language";
import { reportOverview } from "../model/reportOverview";
import type { PageId } from "../pageIds";
import { openReport, reportText } from "../services";
import { Busy } from "../ui/Busy";
import { Button } from "../ui/Button";
import { CopyText } from "../ui/CopyText";
import { EmptyState } from "../ui/EmptyState";
import { PageHeader } from "../ui/PageHeader";
import { useAction } from "../useAction";

interface ReportPageProps {
  /** True while the page is in view; the merged tables are read anew each time it comes into view. */
  readonly active: boolean;
  readonly goTo: (page: PageId) => void;
  /** Another number: the open workbook has become another one. */
  readonly version?: number;
  /** What stands below the title. */
  readonly intro?: React.ReactNode;
}

/** Báo cáo: the report from the merged tables, as a file and as text, and what it leaves to a person. */
export function ReportPage({ active, goTo, version = 0, intro }: ReportPageProps) {
  const { text } = useWords();
  const loading = useAction(openReport);
  const { run: load, action, latest } = loading;
  useEffect(() => {
    if (active) load();
  }, [active, version, load]);

  return (
    <>
      <PageHeader title={text("report.title")} lead={text("report.hint")} />
      {intro}
      {action.status === "running" && !latest && <Busy text={text("progress.running")} />}
      {action.status === "failed" && <FailureNotice error={action.error} onRetry={loading.retry} />}
      {action.status === "done" && action.result === null && (
        <EmptyState
          text={text("report.none")}
          action={<Button kind="primary" text={text("progress.toMerge")} onClick={() => goTo("merge")} />}
        />
      )}
      {latest && (
        <>
          <FileMaker
            kind="primary"
            text={text("report.make")}
            fileName="Bao cao.docx"
            request={async () => {
              const report = await openReport();
              return report && { kind: "report", report };
            }}
          />
          <ReportText report={latest} />
          <Overview report={latest} />
        </>
      )}
    </>
  );
}

/** The report as text, once that is asked for; another report is shown as text too. */
function ReportText({ report }: { report: ReportDocument }) {
  const { text } = useWords();
  const { action, latest, run, retry } = useAction(reportText);
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (wanted) run(report);
  }, [wanted, report, run]);
  return (
    <>
      <div className="actions">
        <Button
          text={text("report.text")}
          disabled={action.status === "running"}
          onClick={() => setWanted(true)}
        />
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

/** What the tables fill in, and what a person still has to write. */
function Overview({ report }: { report: ReportDocument }) {
  const { text } = useWords();
  const parts = reportOverview(report);
  const gaps = parts.reduce((count, part) => count + part.gaps.length, 0);
  const filled = parts.filter((part) => part.filled > 0);
  return (
    <>
      <section className="card">
        <h2>{text("report.content")}</h2>
        <p>{report.title}</p>
        <p className="muted small">{report.subtitle}</p>
        <ul className="plain-list">
          {filled.map(({ title }) => (
            <li key={title}>{title}</li>
          ))}
          {report.annexes.map(({ label, title }) => (
            <li key={label}>
              {label}: {title.join(" ")}
            </li>
          ))}
        </ul>
      </section>
      {gaps > 0 && (
        <section>
          <h2>{text("report.gaps", { count: gaps })}</h2>
          <p className="muted small">{text("report.gapsHint")}</p>
          {parts
            .filter((part) => part.gaps.length > 0)
            .map((part) => (
              <details key={part.title}>
                <summary>{part.title}</summary>
                <ul className="prompts">
                  {part.gaps.map((gap) => (
                    <li key={gap}>{gap}</li>
                  ))}
                </ul>
              </details>
            ))}
        </section>
      )}
    </>
  );
}
