import React from "react";
import { meantDate } from "../../../domain/entry/sheetCell";
import { readDocumentNumber } from "../../../domain/values/documentNumbers";
import { readAmount, readNumber } from "../../entryServices";
import { useWords } from "../../language";
import { useCalendarWords } from "./calendarWords";
import type { FieldOfRow } from "./RowFields";

/** "Đọc là: …", below the field. */
function Reading({ words, note }: { words: string; note: string }) {
  return (
    <>
      {words !== "" && <p className="reading">{words}</p>}
      {note !== "" && <p>{note}</p>}
    </>
  );
}

export function NumberReading({ field: { value, note } }: { field: FieldOfRow }) {
  const { text, list } = useWords();
  const reading = readDocumentNumber(value);
  const read = readNumber(value);
  const words = (): string => {
    if (read) {
      const { types, number, issuer } = read.words;
      const [type] = types;
      if (type === undefined) return text("entry.numberWithoutType", { number, issuer });
      return text("entry.number", {
        type: types.length > 1 ? types.join(text("entry.or")) : type,
        number,
        issuer,
      });
    }
    if (reading.status === "several") return text("entry.severalNumbers", { numbers: list(reading.numbers) });
    if (reading.status === "incomplete") return text("entry.numberIncomplete");
    return reading.status === "unreadable" ? text("entry.numberUnreadable") : text("entry.numberHint");
  };
  return <Reading words={words()} note={note} />;
}

export function DateReading({ field: { value, note } }: { field: FieldOfRow }) {
  const { text } = useWords();
  const { day } = useCalendarWords();
  const iso = meantDate(value);
  return <Reading words={iso === null ? text("entry.dateHint") : day(iso)} note={note} />;
}

export function AmountReading({ field: { value, note, target } }: { field: FieldOfRow }) {
  const { text, dong, language } = useWords();
  const read = readAmount(value, target.table, language);
  const words = read
    ? text("entry.amount", { amount: dong(read.dong), words: read.words })
    : text("entry.amountHint");
  return <Reading words={words} note={note} />;
}
