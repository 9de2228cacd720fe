import React from "react";
import { useWords } from "../language";
import type { MergePlan, RowChange } from "../mergeServices";
import { unitName } from "../services";

/** More rows than anyone reads in a pane; the rest is counted. */
const SHOWN = 100;

/** What a merge would change in the tables, row by row, and which rows their unit no longer sends. */
export function PlanChanges({ plan }: { plan: MergePlan }) {
  const { text } = useWords();
  const { changes, unsent } = plan;
  const added = changes.filter(({ kind }) => kind === "new");
  const changed = changes.filter(({ kind }) => kind === "changed");
  return (
    <div className="changes">
      <ChangeList title={text("merge.newRows", { count: added.length })} changes={added} />
      <ChangeList title={text("merge.changedRows", { count: changed.length })} changes={changed} />
      {unsent.length > 0 && (
        <details>
          <summary>{text("merge.unsentRows", { count: unsent.length })}</summary>
          <p className="small muted">{text("merge.unsentWhy")}</p>
          <ul>
            {unsent.slice(0, SHOWN).map(({ unit, form, label }) => (
              <li key={`${unit}|${form}|${label}`}>
                <span>{label}</span> <span className="muted small">{unitName(unit)}</span>
              </li>
            ))}
          </ul>
          <Rest count={unsent.length - SHOWN} />
        </details>
      )}
    </div>
  );
}

function ChangeList({ title, changes }: { title: string; changes: readonly RowChange[] }) {
  if (changes.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {changes.slice(0, SHOWN).map((change) => (
          <ChangeItem
            key={`${change.source.file}|${change.source.sheet}|${change.source.row}`}
            change={change}
          />
        ))}
      </ul>
      <Rest count={changes.length - SHOWN} />
    </details>
  );
}

function ChangeItem({ change }: { change: RowChange }) {
  const { text } = useWords();
  const { label, unit, source, cells, renamedFrom } = change;
  const shown = (value: string): string => (value === "" ? text("merge.empty") : value);
  return (
    <li>
      <p>{label}</p>
      <p className="muted small">
        {text("merge.changeWhere", { unit: unitName(unit), file: source.file, row: source.row })}
      </p>
      {renamedFrom !== null && <p className="small">{text("merge.renamed", { before: renamedFrom })}</p>}
      {cells.map(({ column, before, after }) => (
        <p key={column} className="small">
          {text("merge.cellChange", { column, before: shown(before), after: shown(after) })}
        </p>
      ))}
    </li>
  );
}

function Rest({ count }: { count: number }) {
  const { text } = useWords();
  return count > 0 ? <p className="muted small">{text("merge.moreRows", { count })}</p> : null;
}
