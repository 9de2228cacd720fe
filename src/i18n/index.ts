/** Texts and formats of the user interface. */
import type { Language } from "../domain/findings";

export * from "./format";
export {
  inVietnamese,
  loadTranslator,
  translator,
  type MessageKey,
  type Messages,
  type Translate,
} from "./messages";

/** Languages to choose from, each in its own words. */
export const LANGUAGES: readonly { readonly id: Language; readonly tag: string; readonly name: string }[] = [
  { id: "vi", tag: "vi-VN", name: "Tiếng Việt" },
  { id: "en", tag: "en-US", name: "English" },
];

/** The language for Office's display language (`en-GB` → English); Vietnamese for all that is not English. */
export function languageOf(displayLanguage: string | undefined): Language {
  return displayLanguage?.toLowerCase().startsWith("en") ? "en" : "vi";
}
