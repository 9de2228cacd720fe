import React from "react";
import { communeName, findCommunes, readTitleOf, titleAbout } from "../../entryServices";
import { useWords } from "../../language";
import { ComboBox } from "../../ui/ComboBox";
import { TextArea } from "../../ui/TextField";
import { plainProps, type FieldOfRow } from "./RowFields";

/** The title of a work, and the commune that it is about, chosen from the list. */
export function TitleField({ field }: { field: FieldOfRow }) {
  const { text } = useWords();
  const { target, value } = field;
  const { commune, namedWork } = readTitleOf(target, value);
  const about = commune ? communeName(commune) : (namedWork?.title ?? "");
  return (
    <>
      <TextArea
        {...plainProps(field)}
        placeholder={text("entry.titlePlaceholder")}
        hint={
          <>
            {about !== "" && <p className="reading">{text("entry.about", { name: about })}</p>}
            {field.note !== "" && <p>{field.note}</p>}
          </>
        }
      />
      <ComboBox
        id={`${field.id}-commune`}
        label={text("entry.commune")}
        hint={text("entry.communeHint")}
        value={commune ? communeName(commune) : ""}
        placeholder={text("entry.communePlaceholder")}
        readOnly={field.readOnly}
        options={(search) =>
          findCommunes(target, search).map(({ commune: { code, type, name }, unit, via }) => ({
            id: code,
            text: `${type} ${name}`,
            note: via === null ? unit : text("entry.communeVia", { unit, name: via }),
          }))
        }
        noneText={text("entry.noCommune")}
        foundText={(count) => text("entry.foundCommunes", { count })}
        onChoose={(code) => field.onChange(titleAbout(target, value, code))}
      />
    </>
  );
}
