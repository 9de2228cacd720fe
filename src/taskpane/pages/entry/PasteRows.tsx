import React, { useMemo, useState } from "react";
import { withColumn } from "../../../domain/entry/pastedTable";
import { fieldText, valueOf } from "../../../domain/entry/sheetCell";
import type { Finding } from "../../../domain/findings";
import {
  findingsOfPasted,
  placedRows,
  understandClipboard,
  writePasted,
  type EntryTable,
  type EntryTarget,
  type Pasted,
  type PastedRow,
} from "../../entryServices";
import { FailureNotice } from "../../FailureNotice";
import { useWords } from "../../language";
import { scheme, type UndoToken } from "../../services";
import { Busy } from "../../ui/Busy";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { Notice } from "../../ui/Notice";
import { PageHeader } from "../../ui/PageHeader";
import { PasteBox } from "../../ui/PasteBox";
import { Select } from "../../ui/Select";
import { Together } from "../../ui/Together";
import { UndoNotice } from "../../UndoNotice";
import { type ActionHandle, useAction } from "../../useAction";

type Known = EntryTarget["known"];

interface PasteRowsProps {
  readonly known: Known;
  /** The table that rows go to at first. */
  readonly start: EntryTable;
  readonly onClose: () => void;
}

/** Rows copied from a letter: first seen, with what goes where and what is wrong, then written together. */
export function PasteRows({ known, start, onClose }: PasteRowsProps) {
  const { text } = useWords();
  const [place, setPlace] = useState(placeKey(start, known));
  const understanding = useAction(understandClipboard);
  const writing = useAction(writeAndTell);
  const isWriting = writing.action.status === "running";
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const { action } = understanding;
  const understood = action.status === "done" ? action.result : null;
  const shown = pasted ?? understood;
  const { tables } = known.survey;
  // The tables are read anew whenever the sheet changes.
  const table = tables.find((each) => placeKey(each, known) === place) ?? start;
  return (
    <>
      <PageHeader title={text("entry.pasteTitle")} lead={text("entry.pasteLead")} />
      {/* What is being written is waited for: it may have to be undone, or tried again. */}
      <Together disabled={isWriting}>
        <div className="actions">
          <Button kind="quiet" text={text("entry.pasteBack")} onClick={onClose} />
        </div>
        {tables.length > 1 && (
          <Select
            id="entry-paste-into"
            label={text("entry.pasteInto")}
            value={place}
            options={tables.map((each) => ({
              id: placeKey(each, known),
              text: text("entry.pasteTable", { form: each.table.located.form.name, sheet: each.sheet }),
            }))}
            onChange={(chosen) => {
              setPlace(chosen);
              setPasted(null);
              understanding.reset();
              writing.reset();
            }}
          />
        )}
        <PasteBox
          id="entry-paste"
          label={text("entry.pasteBox")}
          hint={text("entry.pasteHint")}
          readText={text("entry.pasteRead")}
          onPaste={(html, plain) => {
            setPasted(null);
            understanding.run(html, plain, table);
            writing.reset();
          }}
        />
      </Together>
      {action.status === "running" && <Busy text={text("entry.reading")} />}
      {action.status === "failed" && (
        <Notice kind="error">
          <p>{text("entry.pasteFailed")}</p>
        </Notice>
      )}
      {action.status === "done" && !understood && (
        <Notice kind="warning">
          <p>{text("entry.pasteNothing")}</p>
        </Notice>
      )}
      {shown && (
        <Preview
          known={known}
          table={table}
          pasted={shown}
          writing={writing}
          onChange={setPasted}
          onDone={onClose}
        />
      )}
    </>
  );
}

/** Tells a table again after it was read anew: by its sheet, its form and how many of that form are before it. */
function placeKey({ sheet, table: { located } }: EntryTable, { survey }: Known): string {
  const before = survey.tables.filter(
    (other) =>
      other.sheet === sheet &&
      other.table.located.form === located.form &&
      other.table.located.headerTop < located.headerTop
  );
  return `${sheet}|${located.form.id}|${before.length}`;
}

/** What was written; the table is read anew after it. */
interface Pasting {
  readonly undo: UndoToken;
  readonly count: number;
  readonly rows: string;
}

/** Null when the sheet was another one than was shown: then nothing was written. */
async function writeAndTell(
  known: Known,
  table: EntryTable,
  rows: readonly PastedRow[]
): Promise<Pasting | null> {
  const outcome = await writePasted(known, table, rows);
  return outcome.status === "written"
    ? { undo: outcome.undo, count: rows.length, rows: rowsText(rows) }
    : null;
}

interface PreviewProps {
  readonly known: Known;
  readonly table: EntryTable;
  readonly pasted: Pasted;
  readonly writing: ActionHandle<Parameters<typeof writeAndTell>, Pasting | null>;
  readonly onChange: (pasted: Pasted) => void;
  readonly onDone: () => void;
}

function Preview({ known, table, pasted, writing, onChange, onDone }: PreviewProps) {
  const { text, language, list } = useWords();
  const rows = useMemo(() => placedRows(table, pasted), [table, pasted]);
  const findings = useMemo(
    () => findingsOfPasted(known, table, rows, language),
    [known, table, rows, language]
  );
  const { action } = writing;
  if (action.status === "done" && action.result) {
    const { undo, ...written } = action.result;
    return (
      <UndoNotice
        token={undo}
        actions={<Button kind="primary" text={text("entry.pasteDone")} onClick={onDone} />}
      >
        <p>{text("entry.pasted", written)}</p>
      </UndoNotice>
    );
  }
  const { form } = table.table.located;
  const other = scheme.forms.find(({ id }) => id === pasted.otherForm);
  const added = rows.filter(({ isNew }) => isNew).length;
  const missing = table.columns.filter(
    ({ spec }) => spec.required && !pasted.columns.some(({ key }) => key === spec.key)
  );
  return (
    <section>
      <h2>{text("entry.preview")}</h2>
      <p>
        {text(pasted.by === "heading" ? "entry.byHeading" : "entry.byOrder", {
          count: rows.length,
          form: form.name,
          rows: rowsText(rows),
        })}{" "}
        {added > 0 && text("entry.addedRows", { count: added })}
      </p>
      {other && (
        <Notice kind="warning">
          <p>{text("entry.otherForm", { other: other.name, form: form.name })}</p>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice kind="warning">
          <p>{text("entry.pasteMissing", { columns: list(missing.map(({ spec }) => spec.title)) })}</p>
        </Notice>
      )}
      <PreviewTable table={table} pasted={pasted} rows={rows} findings={findings} onChange={onChange} />
      {pasted.leftOut.length > 0 && (
        <details>
          <summary>{text("entry.leftOut", { count: pasted.leftOut.length })}</summary>
          <ul className="plain-list small">
            {pasted.leftOut.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {action.status === "failed" && (
        <FailureNotice error={action.error} onRetry={() => writing.run(known, table, rows)} />
      )}
      {action.status === "done" && (
        <Notice kind="warning" actions={<Button text={text("entry.pasteBack")} onClick={onDone} />}>
          <p>{text("entry.pasteChanged")}</p>
        </Notice>
      )}
      <div className="actions">
        <Button
          kind="primary"
          text={text(action.status === "running" ? "entry.pasteWriting" : "entry.pasteWrite", {
            count: rows.length,
          })}
          disabled={action.status === "running"}
          onClick={() => writing.run(known, table, rows)}
        />
      </div>
    </section>
  );
}

/** One-based numbers of rows that follow each other: "7–12". */
function rowsText(rows: readonly PastedRow[]): string {
  const numbers = rows.map(({ row }) => row + 1);
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return first === last ? String(first) : `${first}–${last}`;
}

/** Rows shown before the user asks for more. */
const SHOWN_AT_ONCE = 20;
const LEFT_OUT = "-";

interface PreviewTableProps {
  readonly table: EntryTable;
  readonly pasted: Pasted;
  readonly rows: readonly PastedRow[];
  readonly findings: ReturnType<typeof findingsOfPasted>;
  readonly onChange: (pasted: Pasted) => void;
}

/** What goes where: each pasted column under the one of the form that it is taken for. */
function PreviewTable({ table, pasted, rows, findings, onChange }: PreviewTableProps) {
  const { text } = useWords();
  const [limit, setLimit] = useState(SHOWN_AT_ONCE);
  const options = [
    { id: LEFT_OUT, text: text("entry.columnLeftOut") },
    ...table.columns.map(({ spec }) => ({ id: spec.key, text: spec.title })),
  ];
  return (
    <>
      <div className="wide-table" tabIndex={0} role="region" aria-label={text("entry.preview")}>
        <table className="figures pasted">
          <thead>
            <tr>
              <th scope="col">{text("entry.row")}</th>
              {pasted.columns.map(({ at, heading, key }) => (
                <th key={at} scope="col">
                  <Select
                    label={text("entry.columnOf", { column: heading === "" ? String(at + 1) : heading })}
                    value={key ?? LEFT_OUT}
                    options={options}
                    onChange={(id) => onChange(withColumn(pasted, at, id === LEFT_OUT ? null : id))}
                  />
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((row, index) => (
              <PreviewRow
                key={row.row}
                table={table}
                pasted={pasted}
                row={row}
                texts={pasted.rows[index] ?? []}
                findings={Object.values(findings.get(row.row) ?? {}).flat()}
              />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > limit && (
        <Button
          kind="quiet"
          text={text("action.showMore", { count: Math.min(SHOWN_AT_ONCE, rows.length - limit) })}
          onClick={() => setLimit(limit + SHOWN_AT_ONCE)}
        />
      )}
    </>
  );
}

interface PreviewRowProps {
  readonly table: EntryTable;
  readonly pasted: Pasted;
  readonly row: PastedRow;
  readonly texts: readonly string[];
  readonly findings: readonly Finding[];
}

function PreviewRow({ table, pasted, row, texts, findings }: PreviewRowProps) {
  const { text } = useWords();
  const written = (key: string | null, typed: string): string => {
    const column = table.columns.find(({ spec }) => spec.key === key);
    const content = key === null ? undefined : row.contents[key];
    return column && content !== undefined ? fieldText({ value: valueOf(content) }, column.spec) : typed;
  };
  return (
    <>
      <tr>
        <th scope="row">{row.row + 1}</th>
        {pasted.columns.map(({ at, key }, index) => (
          <td key={at} className={key === null ? "column-left-out" : undefined}>
            {written(key, texts[index] ?? "")}
          </td>
        ))}
      </tr>
      {findings.length > 0 && (
        <tr>
          <td colSpan={pasted.columns.length + 1} className="row-findings">
            <ul className="field-findings">
              {findings.map(({ rule, severity, column, message }) => (
                <li key={`${rule}-${message}`} className="small">
                  <span className={`severity-${severity}`}>
                    <Icon name={severity} size={12} /> {text(`check.severity.${severity}`)}:
                  </span>{" "}
                  {column !== "" && <b>{column}. </b>}
                  {message}
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}
