import type { Language } from "../domain/findings";
import { enUS } from "./en-US";
import { formatNumber } from "./format";
import { viVN } from "./vi-VN";

export type MessageKey = keyof typeof viVN;

/** A language's texts: exactly the keys of the default language. */
export type Messages = Readonly<Record<MessageKey, string>>;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

type PlaceholdersOf<Key extends MessageKey> = Placeholders<(typeof viVN)[Key]>;

/** The values that a message asks for; none when it has no placeholder. Numbers are formatted. */
type ValuesOf<Key extends MessageKey> = [PlaceholdersOf<Key>] extends [never]
  ? []
  : [values: Readonly<Record<PlaceholdersOf<Key>, string | number>>];

/** Text of a message in one language, its placeholders filled in. */
export type Translate = <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>) => string;

/** Texts in a language, for programs that have all of them at hand. */
export function translator(language: Language): Translate {
  const texts: Readonly<Record<Language, Messages>> = { vi: viVN, en: enUS };
  return translate(texts[language], language);
}

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

function translate(messages: Messages, language: Language): Translate {
  return (key, ...[values]) => fill(messages[key], values ?? {}, language);
}

function fill(text: string, values: Readonly<Record<string, string | number>>, language: Language): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === "number" ? formatNumber(value, language) : value;
  });
}
