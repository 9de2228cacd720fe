import React, { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { Language } from "../domain/findings";
import type { IsoDate } from "../domain/grid";
import {
  formatDate,
  formatDong,
  formatList,
  formatNumber,
  formatPercent,
  LANGUAGES,
  languageOf,
  type MessageKey,
  translator,
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

export function LanguageProvider({ start, children }: { start: Language; children: React.ReactNode }) {
  const [language, setLanguage] = useState(start);
  useEffect(() => {
    document.documentElement.lang = LANGUAGES.find(({ id }) => id === language)?.tag ?? "vi-VN";
  }, [language]);

  const words = useMemo<Words>(() => {
    const text = translator(language);
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
        setLanguage(next);
      },
    };
  }, [language]);

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
