/** What the page says before any program of ours runs; written into it when it is built. */
import type { Language } from "../../domain/findings";
import { LANGUAGES, translator } from "../../i18n";

export interface StartTexts {
  /** Language of the texts, as HTML names it. */
  readonly tag: string;
  readonly opening: string;
  readonly noScript: string;
  /** For an Excel or a browser that cannot run the pane. */
  readonly tooOld: {
    readonly title: string;
    readonly versions: string;
    readonly steps: readonly string[];
  };
}

/** In every language: nobody has been asked yet which one to use. */
export function startTexts(): readonly StartTexts[] {
  return LANGUAGES.map(({ id, tag }) => ({ tag, ...textsIn(id) }));
}

function textsIn(language: Language): Omit<StartTexts, "tag"> {
  const text = translator(language);
  return {
    opening: text("boot.opening"),
    noScript: text("boot.noScript"),
    tooOld: {
      title: text("boot.old.title"),
      versions: text("boot.old.versions"),
      steps: [text("boot.old.update"), text("boot.old.web"), text("boot.old.plain")],
    },
  };
}
