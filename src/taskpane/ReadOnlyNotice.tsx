import React from "react";
import { useWords } from "./language";
import { isReadOnly } from "./services";
import { Notice } from "./ui/Notice";

/** Above every page, while the workbook is open for reading only. */
export function ReadOnlyNotice() {
  const { text } = useWords();
  if (!isReadOnly()) return null;
  return (
    <Notice kind="info" title={text("readOnly.title")}>
      <p>{text("readOnly.text")}</p>
    </Notice>
  );
}
