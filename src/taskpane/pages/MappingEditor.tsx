import React, { useState } from "react";
import type { FileCheck } from "../../domain/check";
import type { ManualMapping } from "../../domain/forms/mapping";
import type { WorkbookContent } from "../../domain/grid";
import { useWords } from "../language";
import { draftFor, finishedMapping, headingsIn, type MappingDraft } from "../model/mappingDraft";
import { scheme } from "../services";
import { Button } from "../ui/Button";
import { Choice } from "../ui/Choice";
import { NumberField } from "../ui/NumberField";

interface MappingEditorProps {
  readonly workbook: WorkbookContent;
  readonly check: FileCheck;
  readonly onDone: (mapping: ManualMapping) => void;
}

const NO_COLUMN = "none";

/** Where the headings of a file say too little, the user says which column is which. */
export function MappingEditor({ workbook, check, onDone }: MappingEditorProps) {
  const { text } = useWords();
  const [draft, setDraft] = useState<MappingDraft | null>(() => draftFor(workbook, check, scheme.forms));
  const grid = workbook.sheets.find(({ sheet }) => sheet === draft?.sheet);
  const form = scheme.forms.find(({ id }) => id === draft?.form);
  if (!draft || !grid || !form) return null;

  const headings = headingsIn(grid, draft.headerRow);
  const options = [
    { id: NO_COLUMN, text: text("mapping.noColumn") },
    ...headings.map(({ column, text: heading }) => ({ id: String(column), text: heading })),
  ];
  const choose = (key: string, id: string): void => {
    const others = Object.entries(draft.columns).filter(([other]) => other !== key);
    const chosen = id === NO_COLUMN ? others : [...others, [key, Number(id)] as const];
    setDraft({ ...draft, columns: Object.fromEntries(chosen) });
  };
  const finished = finishedMapping(draft, grid, form);
  return (
    <details className="mapping">
      <summary>{text("mapping.open")}</summary>
      <p className="small muted">{text("mapping.why")}</p>
      <Choice
        label={text("mapping.sheet")}
        groups={[{ options: workbook.sheets.map(({ sheet }) => ({ id: sheet, text: sheet })) }]}
        selected={draft.sheet}
        onChange={(sheet) => setDraft({ ...draft, sheet, columns: {} })}
      />
      <Choice
        label={text("mapping.form")}
        groups={[{ options: scheme.forms.map(({ id, name }) => ({ id, text: name })) }]}
        selected={draft.form}
        onChange={(id) =>
          setDraft({
            ...draft,
            form: scheme.forms.find((other) => other.id === id)?.id ?? draft.form,
            columns: {},
          })
        }
      />
      <NumberField
        label={text("mapping.headerRow")}
        value={draft.headerRow}
        min={grid.top + 1}
        max={grid.top + grid.values.length}
        onChange={(headerRow) => setDraft({ ...draft, headerRow })}
      />
      {form.columns.map(({ key, title }) => (
        <Choice
          key={key}
          label={title}
          groups={[{ options }]}
          selected={String(draft.columns[key] ?? NO_COLUMN)}
          onChange={(id) => choose(key, id)}
        />
      ))}
      {!finished && <p className="small">{text("mapping.unfinished")}</p>}
      <div className="actions">
        <Button
          kind="primary"
          text={text("mapping.use")}
          disabled={!finished}
          onClick={() => finished && onDone(finished)}
        />
      </div>
    </details>
  );
}
