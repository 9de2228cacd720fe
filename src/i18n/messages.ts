import type { Language } from "../domain/findings";
import { enCommandLine } from "./commandLine/en-US";
import { viCommandLine } from "./commandLine/vi-VN";
import { enUS } from "./en-US";
import { formatNumber } from "./format";
import { viVN } from "./vi-VN";

/** Texts of the default language. Those of the command line begin with `cli.`, and the pane does not have them. */
type Texts = typeof viVN & typeof viCommandLine;

export type MessageKey = keyof Texts;

/** A language's texts for the pane: exactly the keys of the default language. */
export type Messages = Readonly<Record<keyof typeof viVN, string>>;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type PlaceholdersOf<Key extends MessageKey> = Placeholders<Texts[Key]>;

/** The values that a message asks for; none when it has no placeholder. Numbers are formatted. */
type ValuesOf<Key extends MessageKey> = [PlaceholdersOf<Key>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersOf<Key>, string | number>>];

/** Text of a message in one language, its placeholders filled in. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>) => string;

/** Each is made once: it is asked for with every file. */
const translators = new Map<Language, Translate>();

/** Texts in a language, those of the command line among them, for programs that have all of them at hand. */
export function translator(language: Language): Translate {
  const made = translators.get(language) ?? allTexts(language);
  translators.set(language, made);
  return made;
}

function allTexts(language: Language): Translate {
  const ofPane: Readonly<Record<Language, Messages>> = { vi: viVN, en: enUS };
  const ofCommandLine: Readonly<Record<Language, CommandLineMessages>> = {
    vi: viCommandLine,
    en: enCommandLine,
  };
  return translate({ ...ofPane[language], ...ofCommandLine[language] }, language);
}

type CommandLineMessages = Readonly<Record<keyof typeof viCommandLine, string>>;

/** Texts in Vietnamese, which are always there. */
export const inVietnamese: Translate = translate(viVN, "vi");

const LOADERS: Readonly<Record<Language, () => Messages | Promise<Messages>>> = {
  vi: () => viVN,
  en: async () => (await import("./en-US")).enUS,
};

/** Texts in a language; those of others than Vietnamese are loaded when they are asked for. */
export async function loadTranslator(language: Language): Promise<Translate> {
  return translate(await LOADERS[language](), language);
}

function translate(messages: Readonly<Record<string, string>>, language: Language): Translate {
  return (key, ...[values]) => fill(messages[key] ?? key, values ?? {}, language);
}

function fill(text: string, values: Readonly<Record<string, string | number>>, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === "number" ? formatNumber(value, language) : value;
  });
}
