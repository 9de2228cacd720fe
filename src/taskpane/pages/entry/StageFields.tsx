import React from "react";
import { meantDate } from "../../../domain/entry/sheetCell";
import { formatDate } from "../../../domain/values/dates";
import { formatPeriod } from "../../../domain/values/periods";
import { readStageMark } from "../../../domain/values/stages";
import { useWords } from "../../language";
import { today } from "../../services";
import { Checkbox } from "../../ui/Checkbox";
import { DateField } from "../../ui/DateField";
import { useCalendarWords } from "./calendarWords";
import { plainProps, type FieldOfRow } from "./RowFields";

/** How far a work is: for each stage a mark, a time, or a note. */
export function StageFields({ fields }: { fields: readonly FieldOfRow[] }) {
  const group = fields[0]?.column.spec.group ?? "";
  return (
    <fieldset className="stages">
      <legend>{group}</legend>
      {fields.map((field) => (
        <StageField key={field.id} field={field} />
      ))}
    </fieldset>
  );
}

const MARK = "x";
const BARE_MARK = /^\s*[x✓✔√]\s*$/i;

function StageField({ field }: { field: FieldOfRow }) {
  const { text } = useWords();
  const words = useCalendarWords();
  const { column, value, readOnly, onChange } = field;
  const stage = column.spec.stage ?? "compiling";
  const mark = readStageMark(value.trim() === "" ? null : value, stage);
  const reached = mark.status === "reached";
  const time = BARE_MARK.test(value) ? "" : value;
  const hint = (): string => {
    const period = mark.period && formatPeriod(mark.period);
    if (period && period !== time.trim() && !meantDate(time))
      return text("entry.stageTime", { time: period });
    if (time !== "" && mark.status === "planned") return text("entry.stagePlanned");
    return reached && time === "" && stage === "published" ? text("entry.publishedTime") : "";
  };
  const below = [hint(), field.note].filter((line) => line !== "").join(" ");
  return (
    <div className="stage">
      <Checkbox
        label={column.spec.title}
        checked={reached}
        disabled={readOnly}
        onChange={(checked) => onChange(checked ? MARK : "")}
      />
      <DateField
        {...plainProps(field)}
        label={text("entry.stageTimeOf", { stage: column.spec.title })}
        value={time}
        placeholder={text("entry.stagePlaceholder")}
        hint={below}
        day={meantDate(time)}
        today={today()}
        words={words}
        chooseText={text("entry.chooseDay", { column: column.spec.title })}
        format={formatDate}
        onChange={(typed) => onChange(typed === "" && reached ? MARK : typed)}
      />
    </div>
  );
}
