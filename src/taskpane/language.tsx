import React, { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { Language } from "../domain/findings";
import type { IsoDate } from "../domain/grid";
import {
  formatDate,
  formatDong,
  formatList,
  formatNumber,
  formatPercent,
  inVietnamese,
  LANGUAGES,
  languageOf,
  loadTranslator,
  type MessageKey,
  type Translate,
} from "../i18n";
import { readPreference, writePreference } from "./preferences";

/** Texts and formats in the language of the pane. */
export interface Words {
  readonly language: Language;
  readonly text: Translate;
  readonly number: (value: number) => string;
  readonly percent: (value: number) => string;
  readonly dong: (value: number) => string;
  readonly date: (value: IsoDate) => string;
  readonly list: (items: readonly string[]) => string;
  readonly setLanguage: (language: Language) => void;
}

const WordsContext = createContext<Words | null>(null);

/** The language chosen last, else the one that Office is shown in. */
export function startLanguage(displayLanguage: string | undefined): Language {
  const chosen = LANGUAGES.find(({ id }) => id === readPreference("language"));
  return chosen?.id ?? languageOf(displayLanguage);
}

/** Texts that are there, and the language that they are in. */
interface Texts {
  readonly language: Language;
  readonly text: Translate;
}

const VIETNAMESE: Texts = { language: "vi", text: inVietnamese };

/** Shows its children once the texts of the language are loaded, and the former ones until those of the next are. */
export function LanguageProvider({ start, children }: { start: Language; children: React.ReactNode }) {
  const [chosen, setChosen] = useState(start);
  const [texts, setTexts] = useState(start === "vi" ? VIETNAMESE : null);
  useEffect(() => {
    let isCurrent = true;
    loadTranslator(chosen).then(
      (text) => isCurrent && setTexts(chosen === "vi" ? VIETNAMESE : { language: chosen, text }),
      // The place that the pane comes from is out of reach: better in Vietnamese than not at all.
      () => isCurrent && setTexts(VIETNAMESE)
    );
    return () => {
      isCurrent = false;
    };
  }, [chosen]);
  useEffect(() => {
    document.documentElement.lang = LANGUAGES.find(({ id }) => id === texts?.language)?.tag ?? "vi-VN";
  }, [texts]);

  const words = useMemo<Words | null>(() => {
    if (texts === null) return null;
    const { language, text } = texts;
    return {
      language,
      text,
      number: (value) => formatNumber(value, language),
      percent: (value) => formatPercent(value, language),
      dong: (value) => formatDong(value, language),
      date: (value) => formatDate(value, language),
      list: (items) => formatList(items, text("list.and")),
      setLanguage: (next) => {
        writePreference("language", next);
        setChosen(next);
      },
    };
  }, [texts]);

  if (words === null) return null;
  return <WordsContext.Provider value={words}>{children}</WordsContext.Provider>;
}

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error("useWords needs a LanguageProvider above it");
  return words;
}

interface RewordedProps {
  /** For the key of a text the key of the one that is said in its place; both take the same values. */
  readonly by: Readonly<Partial<Record<MessageKey, MessageKey>>>;
  readonly children: React.ReactNode;
}

/** Says some things in other words than elsewhere. */
export function Reworded({ by, children }: RewordedProps) {
  const words = useWords();
  const reworded = useMemo<Words>(
    () => ({ ...words, text: (key, ...values) => words.text((by[key] ?? key) as typeof key, ...values) }),
    [words, by]
  );
  return <WordsContext.Provider value={reworded}>{children}</WordsContext.Provider>;
}
