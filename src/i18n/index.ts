/** Texts and formats of the user interface. */
import { type Language, LANGUAGE_IDS } from "../domain/findings";

export * from "./format";
export {
  inVietnamese,
  loadTranslator,
  translator,
  type MessageKey,
  type Messages,
  type Translate,
} from "./messages";

/** What each language is called in HTML and in its own words. */
const NAMES: Readonly<Record<Language, { readonly tag: string; readonly name: string }>> = {
  vi: { tag: "vi-VN", name: "Tiếng Việt" },
  en: { tag: "en-US", name: "English" },
};

/** Languages to choose from. */
export const LANGUAGES = LANGUAGE_IDS.map((id) => ({ id, ...NAMES[id] }));

/** The language for Office's display language (`en-GB` → English); Vietnamese for all that there are no texts in. */
export function languageOf(displayLanguage: string | undefined): Language {
  return LANGUAGE_IDS.find((id) => displayLanguage?.toLowerCase().startsWith(id)) ?? "vi";
}
