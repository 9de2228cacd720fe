import React, { useState } from "react";
import { InterruptedNotice } from "./InterruptedNotice";
import { useWords } from "./language";
import { LanguageSwitch } from "./LanguageSwitch";
import { isPageId, PAGE_IDS, type PageId } from "./pageIds";
import { CheckPage } from "./pages/CheckPage";
import { MergePage } from "./pages/MergePage";
import { ProgressPage } from "./pages/ProgressPage";
import { TemplatesPage } from "./pages/TemplatesPage";
import { readPreference, writePreference } from "./preferences";
import { RoundProvider } from "./roundChoice";
import { Pages } from "./ui/Pages";

/** The page that the ribbon asks for, else the one used last. */
export function startPage(search: string): PageId {
  const candidates = [new URLSearchParams(search).get("page"), readPreference("page")];
  return candidates.find(isPageId) ?? "templates";
}

/** The pane inside Excel. */
export function App({ start }: { start: PageId }) {
  const { text } = useWords();
  const [current, setCurrent] = useState(start);
  const goTo = (page: PageId): void => {
    writePreference("page", page);
    setCurrent(page);
  };
  const contents: Readonly<Record<PageId, React.ReactNode>> = {
    templates: <TemplatesPage />,
    check: <CheckPage goTo={goTo} />,
    merge: <MergePage goTo={goTo} />,
    progress: <ProgressPage active={current === "progress"} goTo={goTo} />,
  };
  return (
    <RoundProvider>
      <Pages
        notice={<InterruptedNotice />}
        label={text("app.pages")}
        pages={PAGE_IDS.map((id) => ({ id, title: text(`page.${id}`), content: contents[id] }))}
        current={current}
        onChange={goTo}
      />
      <LanguageSwitch />
    </RoundProvider>
  );
}
