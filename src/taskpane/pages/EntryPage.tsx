import React, { useEffect, useRef, useState } from "react";
import { firstEmptyRow, rowBeside } from "../../domain/entry/entryTables";
import type { EntryTable, EntryTarget, GoTo, Selected } from "../entryServices";
import { FailureNotice } from "../FailureNotice";
import { useWords } from "../language";
import type { PageId } from "../pageIds";
import { Busy } from "../ui/Busy";
import { Button } from "../ui/Button";
import { EmptyState } from "../ui/EmptyState";
import { LiveText } from "../ui/LiveText";
import { Notice } from "../ui/Notice";
import { PageHeader } from "../ui/PageHeader";
import { UndoNotice } from "../UndoNotice";
import { PasteRows } from "./entry/PasteRows";
import { RowFields } from "./entry/RowFields";
import { type Entry, type Question, useEntry } from "./entry/useEntry";

interface EntryPageProps {
  readonly active: boolean;
  readonly goTo: (page: PageId) => void;
}

/** Nhập: the row that is selected in the sheet, as a form beside it. */
export function EntryPage({ active, goTo }: EntryPageProps) {
  const { text } = useWords();
  const entry = useEntry(active);
  const [pasting, setPasting] = useState<{ readonly table: EntryTable } | null>(null);
  const { selected, target, failure, busy, written } = entry;
  const wantsFocus = useRef(false);
  const toFirstField = (place: GoTo): void => {
    wantsFocus.current = true;
    entry.goTo(place);
  };
  useEffect(() => {
    if (!wantsFocus.current || !target || busy === "reading") return;
    wantsFocus.current = false;
    document.querySelector<HTMLElement>(".entry-first .text-box")?.focus();
  }, [target, busy]);

  if (pasting && selected && selected.kind !== "no-tables") {
    const known = selected.kind === "row" ? selected.target.known : selected.known;
    return (
      <PasteRows
        known={known}
        start={pasting.table}
        onClose={() => {
          setPasting(null);
          entry.refresh();
        }}
      />
    );
  }
  return (
    <div className="entry" onKeyDown={(event) => onShortcut(event, entry)}>
      <PageHeader title={text("entry.title")} lead={text("entry.lead")} />
      {failure && <FailureNotice error={failure.error} onRetry={entry.retry} />}
      {!selected && busy && <Busy text={text("entry.reading")} />}
      {selected?.kind === "no-tables" && (
        <EmptyState
          text={text("entry.noTables")}
          action={
            <Button kind="primary" text={text("check.toTemplates")} onClick={() => goTo("templates")} />
          }
        />
      )}
      {!target && selected && selected.kind !== "no-tables" && (
        <NotInRow selected={selected} onGoTo={toFirstField} onPaste={(table) => setPasting({ table })} />
      )}
      {target && (
        <>
          <RowHead entry={entry} target={target} onNew={toFirstField} />
          {entry.question && <Decision question={entry.question} entry={entry} target={target} />}
          {written && (
            <UndoNotice
              key={JSON.stringify(written.undo)}
              token={written.undo}
              onUndone={entry.refresh}
              actions={
                <Button
                  text={text("entry.nextRow")}
                  onClick={() => toFirstField({ table: target.table, row: firstEmptyRow(target.table) })}
                />
              }
            >
              <p>{text("entry.written", { cells: written.cells, row: written.row + 1 })}</p>
            </UndoNotice>
          )}
          {target.isProtected && (
            <Notice
              kind="warning"
              actions={<Button text={text("entry.readAgain")} onClick={entry.refresh} />}
            >
              <p>{text("entry.protected")}</p>
            </Notice>
          )}
          <RowFields entry={entry} target={target} />
          <div className="entry-bar">
            <div className="actions">
              <Button
                kind={entry.question?.kind === "leave" ? "secondary" : "primary"}
                text={text(busy === "writing" ? "entry.writing" : "entry.write", { row: target.row + 1 })}
                disabled={!entry.dirty || busy === "writing"}
                onClick={entry.write}
              />
              <Button text={text("entry.reset")} disabled={!entry.dirty} onClick={entry.reset} />
            </div>
            <p className="small muted">{text("entry.keys")}</p>
          </div>
          <Button
            kind="quiet"
            text={text("entry.paste")}
            onClick={() => setPasting({ table: target.table })}
          />
        </>
      )}
      <LiveText text={target ? text("entry.live", placeWords(target)) : ""} />
    </div>
  );
}

function placeWords({ table, row }: EntryTarget): { readonly form: string; readonly row: number } {
  return { form: table.table.located.form.name, row: row + 1 };
}

/** Ctrl+Enter writes; Alt with the arrows goes to the rows beside. */
function onShortcut(event: React.KeyboardEvent, entry: Entry): void {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    entry.write();
  }
  const isArrow = event.key === "ArrowUp" || event.key === "ArrowDown";
  if (!isArrow || !event.altKey || !entry.target) return;
  event.preventDefault();
  const { table, row } = entry.target;
  const next = rowBeside(table, row, event.key === "ArrowUp" ? -1 : 1);
  if (next !== null) entry.goTo({ table, row: next });
}

interface RowHeadProps {
  readonly entry: Entry;
  readonly target: EntryTarget;
  readonly onNew: (place: GoTo) => void;
}

function RowHead({ entry, target, onNew }: RowHeadProps) {
  const { text } = useWords();
  const { table, row, isNew } = target;
  const goBeside = (step: 1 | -1): (() => void) | null => {
    const next = rowBeside(table, row, step);
    return next === null ? null : () => entry.goTo({ table, row: next });
  };
  const [previous, next] = [goBeside(-1), goBeside(1)];
  return (
    <div className="row-head">
      <h2>
        {text("entry.place", placeWords(target))}
        {isNew && <span className="muted small"> {text("entry.isNew")}</span>}
        {entry.dirty && <span className="unwritten small"> {text("entry.unwritten")}</span>}
      </h2>
      <div className="actions">
        <Button text={text("entry.previous")} disabled={!previous} onClick={() => previous?.()} />
        <Button text={text("entry.next")} disabled={!next} onClick={() => next?.()} />
        <Button text={text("entry.new")} onClick={() => onNew({ table, row: firstEmptyRow(table) })} />
      </div>
    </div>
  );
}

const NO_ROW = {
  header: "entry.noRow.header",
  "column-numbers": "entry.noRow.header",
  "repeated-header": "entry.noRow.header",
  section: "entry.noRow.section",
  note: "entry.noRow.note",
  total: "entry.noRow.total",
  "after-table": "entry.noRow.note",
} as const;

interface NotInRowProps {
  readonly selected: Exclude<Selected, { kind: "no-tables" }>;
  readonly onGoTo: Entry["goTo"];
  readonly onPaste: (table: EntryTable) => void;
}

/** The selection is in no row of a table: says so and offers the first empty one. */
function NotInRow({ selected, onGoTo, onPaste }: NotInRowProps) {
  const { text } = useWords();
  if (selected.kind === "row") return null;
  const { tables } = selected.known.survey;
  return (
    <>
      <Notice
        kind="info"
        title={selected.kind === "no-row" ? text(NO_ROW[selected.reason]) : text("entry.outside")}
      >
        <p>{text("entry.outsideText")}</p>
      </Notice>
      <ul className="plain-list">
        {tables.map((table, index) => (
          <li key={`${table.sheet}-${index}`} className="actions">
            <Button
              kind={index === 0 ? "primary" : "secondary"}
              text={text("entry.toEmpty", {
                form: tableName(table, tables),
                row: firstEmptyRow(table) + 1,
              })}
              onClick={() => onGoTo({ table, row: firstEmptyRow(table) })}
            />
          </li>
        ))}
      </ul>
      {tables[0] && (
        <Button kind="quiet" text={text("entry.paste")} onClick={() => tables[0] && onPaste(tables[0])} />
      )}
    </>
  );
}

/** The form's name, with the sheet where several tables have it. */
function tableName(table: EntryTable, all: readonly EntryTable[]): string {
  const { name } = table.table.located.form;
  const alike = all.filter((other) => other.table.located.form.name === name);
  return alike.length > 1 ? `${name} (${table.sheet})` : name;
}

interface DecisionProps {
  readonly question: Question;
  readonly entry: Entry;
  readonly target: EntryTarget;
}

/** What was typed is neither lost nor written over somebody's words without being asked. */
function Decision({ question, entry, target }: DecisionProps) {
  const { text, list } = useWords();
  const row = target.row + 1;
  if (question.kind === "changed") {
    return (
      <Notice
        kind="warning"
        title={text("entry.changed", { row, columns: list(question.columns) })}
        actions={
          <>
            <Button text={text("entry.takeTheirs")} onClick={entry.takeTheirs} />
            <Button text={text("entry.keepMine")} onClick={entry.keepMine} />
          </>
        }
      >
        <p>{text("entry.changedText")}</p>
      </Notice>
    );
  }
  return (
    <Notice
      kind="warning"
      title={text("entry.leave", { row })}
      actions={
        <>
          <Button kind="primary" text={text("entry.writeAndLeave", { row })} onClick={entry.writeAndLeave} />
          <Button text={text("entry.leaveAnyway")} onClick={entry.leave} />
          <Button text={text("entry.stay", { row })} onClick={entry.stay} />
        </>
      }
    >
      <p>{text("entry.leaveText")}</p>
    </Notice>
  );
}
