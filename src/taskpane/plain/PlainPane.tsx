import React from "react";
import { useWords } from "../language";
import { LanguageSwitch } from "../LanguageSwitch";

/** Shown when the page is opened in a browser instead of Excel. */
export default function PlainPane() {
  const { text } = useWords();
  return (
    <main className="page page-alone">
      <h1>{text("outside.title")}</h1>
      <p>{text("outside.text")}</p>
      <ol>
        <li>{text("outside.step1")}</li>
        <li>{text("outside.step2")}</li>
        <li>{text("outside.step3")}</li>
      </ol>
      <p className="muted small">{text("outside.version")}</p>
      <LanguageSwitch />
    </main>
  );
}
