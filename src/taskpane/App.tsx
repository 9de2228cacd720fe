import React, { lazy, useEffect, useState } from "react";
import { roleOf, type Role, type WorkbookSigns } from "../domain/role";
import { InterruptedNotice } from "./InterruptedNotice";
import { useWords } from "./language";
import { type PageId, pagesOf, ROLES, roleOfPage } from "./pageIds";
import { preferredPage, preferredRole, writePreference } from "./preferences";
import { ReadOnlyNotice } from "./ReadOnlyNotice";
import { RoleQuestion } from "./RoleQuestion";
import { RoundProvider } from "./roundChoice";
import { readSigns, scheme } from "./services";
import { Busy } from "./ui/Busy";
import { Pages } from "./ui/Pages";
import { UnitProvider } from "./unitChoice";
import { useAction } from "./useAction";

// Every page is loaded when it is first shown: slow machines open the pane without the others.
const TemplatesPage = lazy(async () => ({ default: (await import("./pages/TemplatesPage")).TemplatesPage }));
const EntryPage = lazy(async () => ({ default: (await import("./pages/EntryPage")).EntryPage }));
const CheckPage = lazy(async () => ({ default: (await import("./pages/CheckPage")).CheckPage }));
const FinishPage = lazy(async () => ({ default: (await import("./pages/FinishPage")).FinishPage }));
const RoundPage = lazy(async () => ({ default: (await import("./pages/RoundPage")).RoundPage }));
const MergePage = lazy(async () => ({ default: (await import("./pages/MergePage")).MergePage }));
const ProgressPage = lazy(async () => ({ default: (await import("./pages/ProgressPage")).ProgressPage }));
const ReportPage = lazy(async () => ({ default: (await import("./pages/ReportPage")).ReportPage }));
const SettingsPage = lazy(async () => ({ default: (await import("./pages/SettingsPage")).SettingsPage }));

const NO_SIGNS: WorkbookSigns = { sheets: [], properties: {} };

/** The pane inside Excel. The page asked for, as by a button of the ribbon, decides the role of this session. */
export function App({ asked }: { asked: PageId | null }) {
  const { text } = useWords();
  const { action, run: look } = useAction(readSigns);
  useEffect(() => look(), [look]);
  switch (action.status) {
    case "idle":
    case "running":
      return (
        <main className="page page-alone">
          <Busy text={text("app.opening")} />
        </main>
      );
    // What the workbook does not tell, the user does; every page says itself what Excel refuses.
    case "failed":
      return <Pane signs={NO_SIGNS} asked={asked} />;
    case "done":
      return <Pane signs={action.result} asked={asked} />;
  }
}

function Pane({ signs, asked }: { signs: WorkbookSigns; asked: PageId | null }) {
  const told = roleOf(signs, scheme);
  const [page, setPage] = useState(asked ?? startPage(told ?? preferredRole()));
  const goTo = (next: PageId): void => {
    writePreference(`page.${roleOfPage(next)}`, next);
    setPage(next);
  };
  const chooseRole = (role: Role): void => {
    writePreference("role", role);
    setPage(preferredPage(role));
  };
  return (
    <UnitProvider signs={signs}>
      <RoundProvider signs={signs}>
        {page === null ? (
          <RoleQuestion onAnswer={chooseRole} />
        ) : (
          <RolePages current={page} told={told} goTo={goTo} onRole={chooseRole} />
        )}
      </RoundProvider>
    </UnitProvider>
  );
}

function startPage(role: Role | null): PageId | null {
  return role && preferredPage(role);
}

interface RolePagesProps {
  readonly current: PageId;
  /** The role that the workbook tells; null when it tells none. */
  readonly told: Role | null;
  readonly goTo: (page: PageId) => void;
  readonly onRole: (role: Role) => void;
}

/** The pages of the role that the current one belongs to. Those of the other one keep what they hold. */
function RolePages({ current, told, goTo, onRole }: RolePagesProps) {
  const { text } = useWords();
  const [settingsOpen, setSettingsOpen] = useState(false);
  const role = roleOfPage(current);
  const change = (page: PageId): void => {
    setSettingsOpen(false);
    goTo(page);
  };
  const changeRole = (next: Role): void => {
    setSettingsOpen(false);
    onRole(next);
  };
  const isActive = (page: PageId): boolean => current === page && !settingsOpen;
  const contents: Readonly<Record<PageId, React.ReactNode>> = {
    templates: <TemplatesPage goTo={change} />,
    entry: <EntryPage active={isActive("entry")} goTo={change} />,
    check: <CheckPage active={isActive("check")} goTo={change} />,
    finish: <FinishPage active={isActive("finish")} goTo={change} />,
    round: <RoundPage active={isActive("round")} goTo={change} />,
    merge: <MergePage goTo={change} />,
    progress: <ProgressPage active={isActive("progress")} goTo={change} />,
    report: <ReportPage active={isActive("report")} goTo={change} />,
  };
  const pagesFor = (of: Role) =>
    pagesOf(of).map((id) => ({ id, title: text(`page.${id}`), content: contents[id] }));
  return (
    <Pages
      notice={
        <>
          <ReadOnlyNotice />
          <InterruptedNotice />
        </>
      }
      label={text("app.pages")}
      pages={pagesFor(role)}
      others={ROLES.filter((other) => other !== role).flatMap(pagesFor)}
      current={current}
      onChange={change}
      settings={{
        title: text("settings.title"),
        open: settingsOpen,
        onToggle: setSettingsOpen,
        content: (
          <SettingsPage role={role} told={told} onRole={changeRole} onClose={() => setSettingsOpen(false)} />
        ),
      }}
    />
  );
}
