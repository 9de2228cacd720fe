import React from "react";
import { fieldTexts, mergedInto } from "../../../domain/entry/entryRow";
import type { EntryColumn } from "../../../domain/entry/entryTables";
import { EMPTY_CELL, meantDate, typedDate } from "../../../domain/entry/sheetCell";
import type { Finding } from "../../../domain/findings";
import { findingsOf, readNumber, withOrdinal, type EntryTarget } from "../../entryServices";
import { useWords } from "../../language";
import { today } from "../../services";
import { Button } from "../../ui/Button";
import { DateField } from "../../ui/DateField";
import { TextArea, TextField } from "../../ui/TextField";
import { useCalendarWords } from "./calendarWords";
import { FieldFindings } from "./FieldFindings";
import { AmountReading, DateReading, NumberReading } from "./readings";
import { StageFields } from "./StageFields";
import { TitleField } from "./TitleField";
import type { Entry } from "./useEntry";

/** Everything that a field of the form is given. */
export interface FieldOfRow {
  readonly id: string;
  readonly column: EntryColumn;
  readonly target: EntryTarget;
  readonly value: string;
  readonly readOnly: boolean;
  /** Why it is read-only, or that a formula stands in the cell; "" for nothing. */
  readonly note: string;
  readonly messages: React.ReactNode;
  readonly invalid: boolean;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}

/** The fields of a row, one for each column that the table has. */
export function RowFields({ entry, target }: { entry: Entry; target: EntryTarget }) {
  const { language } = useWords();
  const { table, before } = target;
  const texts = fieldTexts(table, before, withOrdinal(target, entry.draft));
  const findings = findingsOf(target, entry.draft, language);
  const noteOf = useNotes(target);
  const isShown = (key: string): boolean =>
    entry.touched.has(key) || before[key]?.value !== null || entry.draft[key] !== undefined;

  const fieldOf = (column: EntryColumn): FieldOfRow => {
    const { key, title } = column.spec;
    const own = isShown(key) ? (findings[key] ?? []) : [];
    const cell = before[key] ?? EMPTY_CELL;
    return {
      id: `entry-${key}`,
      column,
      target,
      value: texts[key] ?? "",
      readOnly: cell.locked || mergedInto(table, target.row, column) !== null,
      note: noteOf(column, entry.draft[key] !== undefined),
      messages: own.length > 0 && (
        <FieldFindings
          column={title}
          findings={own}
          onFix={(text) => {
            entry.type(key, text);
            focusField(`entry-${key}`);
          }}
        />
      ),
      invalid: own.some(({ severity }) => severity === "error"),
      onChange: (text) => entry.type(key, text),
      onBlur: () => entry.touch(key),
    };
  };

  const first = table.columns.find(({ spec }) => spec.kind !== "ordinal");
  const stages = table.columns.filter(({ spec }) => spec.kind === "stage");
  const [firstStage] = stages;
  return (
    <div className="entry-fields">
      {table.columns.map((column) => {
        if (column.spec.kind === "stage") {
          return column === firstStage ? <StageFields key="stages" fields={stages.map(fieldOf)} /> : null;
        }
        return (
          <div key={column.spec.key} className={classOf(column, first)}>
            <FieldByKind field={fieldOf(column)} number={texts["number"] ?? ""} />
          </div>
        );
      })}
      <OtherFindings findings={findings[""] ?? []} />
    </div>
  );
}

/** The button that was pressed goes away; who uses the keyboard stays at the field. */
function focusField(id: string): void {
  document.getElementById(id)?.focus();
}

function classOf(column: EntryColumn, first: EntryColumn | undefined): string {
  if (column === first) return "entry-field entry-first";
  return column.spec.kind === "ordinal" ? "entry-field entry-ordinal" : "entry-field";
}

interface FieldByKindProps {
  readonly field: FieldOfRow;
  /** The number of the document in the same row. */
  readonly number: string;
}

function FieldByKind({ field, number }: FieldByKindProps) {
  switch (field.column.spec.kind) {
    case "document-date":
      return <DocumentDate field={field} />;
    case "work-title":
      return <TitleField field={field} />;
    case "text":
      return <TextArea {...plainProps(field)} hint={field.note} />;
    case "issuer":
      return <Issuer field={field} number={number} />;
    case "document-number":
      return <TextField {...plainProps(field)} hint={<NumberReading field={field} />} />;
    case "funds":
      return <TextField {...plainProps(field)} hint={<AmountReading field={field} />} />;
    default:
      return <TextField {...plainProps(field)} inputMode="numeric" hint={field.note} />;
  }
}

/** What every field of text takes. */
export function plainProps({ id, column, value, readOnly, messages, invalid, onChange, onBlur }: FieldOfRow) {
  return { id, label: column.spec.title, value, readOnly, messages, invalid, onChange, onBlur };
}

function DocumentDate({ field }: { field: FieldOfRow }) {
  const { text } = useWords();
  const words = useCalendarWords();
  const day = meantDate(field.value);
  return (
    <DateField
      {...plainProps(field)}
      placeholder={text("entry.datePlaceholder")}
      hint={<DateReading field={field} />}
      day={day}
      today={today()}
      words={words}
      chooseText={text("entry.chooseDay", { column: field.column.spec.title })}
      format={typedDate}
      onBlur={() => {
        // 25.6.21 is shown as it will be written.
        if (day !== null && typedDate(day) !== field.value && !field.readOnly) field.onChange(typedDate(day));
        field.onBlur();
      }}
    />
  );
}

/** An empty field offers the body that the document's number speaks of. */
function Issuer({ field, number }: FieldByKindProps) {
  const { text } = useWords();
  const read = readNumber(number);
  const offered = field.value.trim() === "" && !field.readOnly ? read?.words.issuerName : null;
  return (
    <>
      <TextArea {...plainProps(field)} hint={field.note} />
      {offered && (
        <Button
          kind="quiet"
          text={text("entry.fillIssuer", { name: offered })}
          onClick={() => {
            field.onChange(offered);
            focusField(field.id);
          }}
        />
      )}
    </>
  );
}

/** What must be said of a cell besides its text. */
function useNotes(target: EntryTarget): (column: EntryColumn, isTyped: boolean) => string {
  const { text } = useWords();
  return (column, isTyped) => {
    const cell = target.before[column.spec.key] ?? EMPTY_CELL;
    const merged = mergedInto(target.table, target.row, column);
    if (merged !== null) return text("entry.merged", { row: merged + 1 });
    if (cell.locked) return text("entry.locked");
    if (cell.formula === null) return "";
    return text(isTyped ? "entry.formulaReplaced" : "entry.formula", { formula: cell.formula });
  };
}

/** Findings of the row that point at no field of it. */
function OtherFindings({ findings }: { findings: readonly Finding[] }) {
  return findings.length === 0 ? null : <FieldFindings column="" findings={findings} />;
}
