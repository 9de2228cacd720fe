import React from "react";
import type { UnitStatus } from "../../domain/merge/unitStatus";
import { useWords } from "../language";
import { unitName } from "../services";

/** Those to be chased come first. */
const STATUSES = ["missing", "late", "submitted", "not-required"] as const;

interface UnitStatusesProps {
  readonly units: readonly UnitStatus[];
  /** True: with the files that were received from them. */
  readonly withFiles?: boolean;
}

/** Units by how they stand. */
export function UnitStatuses({ units, withFiles = false }: UnitStatusesProps) {
  const { text } = useWords();
  return (
    <dl className="statuses">
      {STATUSES.map((status) => {
        const those = units.filter((unit) => unit.status === status);
        if (those.length === 0) return null;
        return (
          <div key={status} className={`status status-${status}`}>
            <dt>
              {text("merge.statusCount", { status: text(`merge.status.${status}`), count: those.length })}
            </dt>
            <dd>
              {withFiles && status !== "not-required" ? (
                <Files units={those} />
              ) : (
                those.map(({ unit }) => unitName(unit)).join(", ")
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Files({ units }: { units: readonly UnitStatus[] }) {
  return (
    <ul className="plain-list status-units">
      {units.map(({ unit, files }) => (
        <li key={unit}>
          {unitName(unit)}
          {files.length > 0 && <span className="muted small"> {files.join(", ")}</span>}
        </li>
      ))}
    </ul>
  );
}
