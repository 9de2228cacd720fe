import React from "react";
import { LANGUAGES } from "../i18n";
import { useWords } from "./language";

/** Offers the languages other than the present one, each in its own words. */
export function LanguageSwitch() {
  const { language, setLanguage } = useWords();
  return (
    <footer className="footer">
      {LANGUAGES.filter(({ id }) => id !== language).map(({ id, tag, name }) => (
        <button key={id} type="button" className="link" lang={tag} onClick={() => setLanguage(id)}>
          {name}
        </button>
      ))}
    </footer>
  );
}
