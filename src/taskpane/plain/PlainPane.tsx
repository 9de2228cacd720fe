import React, { lazy, useState } from "react";
import type { WorkbookSigns } from "../../domain/role";
import { OutsideExcel } from "../inExcel";
import { Reworded, useWords } from "../language";
import { workOn } from "../openWorkbook";
import { pageFrom, type PageId } from "../pageIds";
import { RoundProvider } from "../roundChoice";
import { Icon } from "../ui/Icon";
import { Pages } from "../ui/Pages";
import { UnitProvider } from "../unitChoice";
import { fileWorkbook, useMergedFile } from "./mergedFile";
import { MergedFileChoice } from "./MergedFileChoice";
import { OTHER_WORDS } from "./otherWords";
import { PlainCheck } from "./PlainCheck";
import { PlainTemplates } from "./PlainTemplates";

// As in Excel, the pages are loaded when they are first shown.
const MergePage = lazy(async () => ({ default: (await import("../pages/MergePage")).MergePage }));
const ProgressPage = lazy(async () => ({ default: (await import("../pages/ProgressPage")).ProgressPage }));
const ReportPage = lazy(async () => ({ default: (await import("../pages/ReportPage")).ReportPage }));
const SettingsPage = lazy(async () => ({ default: (await import("../pages/SettingsPage")).SettingsPage }));

workOn(fileWorkbook);

const PAGES = ["templates", "check", "merge", "progress", "report"] as const satisfies readonly PageId[];

type PlainPageId = (typeof PAGES)[number];

const NO_SIGNS: WorkbookSigns = { sheets: [], properties: {} };

/** The pane where there is no Excel: the same work, from files and into files. */
export default function PlainPane() {
  return (
    <OutsideExcel>
      <Reworded by={OTHER_WORDS}>
        <UnitProvider signs={NO_SIGNS}>
          <RoundProvider signs={NO_SIGNS}>
            <div className="plain">
              <PlainPages />
            </div>
          </RoundProvider>
        </UnitProvider>
      </Reworded>
    </OutsideExcel>
  );
}

function PlainPages() {
  const { text } = useWords();
  const { version } = useMergedFile();
  const [current, setCurrent] = useState<PlainPageId>(() => plainPage(pageFrom(window.location.search)));
  const [settingsOpen, setSettingsOpen] = useState(false);
  const change = (page: PageId): void => {
    setSettingsOpen(false);
    setCurrent(plainPage(page));
  };
  const isActive = (page: PlainPageId): boolean => current === page && !settingsOpen;
  const chosen = <MergedFileChoice hint={text("plain.merged.hint")} />;
  const contents: Readonly<Record<PlainPageId, React.ReactNode>> = {
    templates: <PlainTemplates />,
    check: <PlainCheck />,
    merge: (
      <MergePage
        goTo={change}
        version={version}
        intro={<MergedFileChoice hint={text("plain.merged.mergeHint")} />}
      />
    ),
    progress: <ProgressPage active={isActive("progress")} goTo={change} version={version} intro={chosen} />,
    report: <ReportPage active={isActive("report")} goTo={change} version={version} intro={chosen} />,
  };
  return (
    <Pages
      notice={<PlainNotice />}
      label={text("app.pages")}
      pages={PAGES.map((id) => ({ id, title: text(`page.${id}`), content: contents[id] }))}
      current={current}
      onChange={change}
      settings={{
        title: text("settings.title"),
        open: settingsOpen,
        onToggle: setSettingsOpen,
        content: (
          <SettingsPage
            role="district"
            told={null}
            onRole={() => undefined}
            onClose={() => setSettingsOpen(false)}
          />
        ),
      }}
    />
  );
}

/** The page asked for where files have one of its kind, else the first. */
function plainPage(asked: PageId | null): PlainPageId {
  return PAGES.find((id) => id === asked) ?? PAGES[0];
}

/** Where this is, what becomes of files, and how to get into Excel. */
function PlainNotice() {
  const { text } = useWords();
  return (
    <aside className="plain-notice">
      <p>
        <Icon name="info" /> <span>{text("plain.notice")}</span>
      </p>
      <details>
        <summary>{text("plain.toExcel")}</summary>
        <ol>
          <li>{text("outside.step1")}</li>
          <li>{text("outside.step2")}</li>
          <li>{text("outside.step3")}</li>
        </ol>
        <p className="muted small">{text("outside.version")}</p>
      </details>
    </aside>
  );
}
