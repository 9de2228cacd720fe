import React from "react";
import { FailureNotice } from "../FailureNotice";
import { useInExcel } from "../inExcel";
import { useWords } from "../language";
import { goToWork, unitName, type WorkReference } from "../services";
import { Busy } from "../ui/Busy";
import { Notice } from "../ui/Notice";
import { useAction } from "../useAction";

interface WorkRowsProps {
  readonly works: readonly WorkReference[];
  /** A remark on each row, such as why it does not count. */
  readonly remark?: (work: WorkReference) => string;
}

/** The rows behind a figure; choosing one goes to it in the workbook that is open in Excel. */
export function WorkRows({ works, remark }: WorkRowsProps) {
  const { text } = useWords();
  const { action, run, retry } = useAction(goToWork);
  const inExcel = useInExcel();
  if (works.length === 0) return <p className="muted small">{text("progress.noRows")}</p>;
  return (
    <>
      <ul className="work-rows">
        {works.map((work) => (
          <li key={`${work.unit}|${work.key}`}>
            {inExcel ? (
              <button type="button" className="link" onClick={() => run(work)}>
                {work.title}
              </button>
            ) : (
              <span>{work.title}</span>
            )}
            <span className="muted small">
              {text("merge.changeWhere", { unit: unitName(work.unit), file: work.file, row: work.row })}
            </span>
            {remark && <span className="small">{remark(work)}</span>}
          </li>
        ))}
      </ul>
      {action.status === "running" && <Busy text={text("progress.goingToRow")} />}
      {action.status === "failed" && <FailureNotice error={action.error} onRetry={retry} />}
      {action.status === "done" && !action.result && (
        <Notice kind="warning">
          <p>{text("progress.rowGone")}</p>
        </Notice>
      )}
    </>
  );
}
