/** Entry of the pane: shows what fits the place that the page's own script has found (see boot/boot.js). */
import { Theme } from "./ui/theme";
import React, { lazy, Suspense } from "react";
import ReactDOM from "react-dom";
import { App } from "./App";
import { followTheme } from "./appearance";
import { resultFrom } from "./commandResult";
import { CommandTold } from "./CommandTold";
import { LanguageProvider, startLanguage } from "./language";
import { PaneFailed, WithoutExcel } from "./Outside";
import { pageFrom } from "./pageIds";
import { ErrorBoundary } from "./ui/ErrorBoundary";

/** Those who are in Excel never load it. */
const PlainPane = lazy(() => import("./plain/PlainPane"));

/** The Excel that the pane is written for; the manifest asks for the same. */
const NEEDED = { set: "ExcelApi", version: "1.14" };

/** Milliseconds until Excel is said to be silent; the pane comes all the same when it answers later. */
const PATIENCE = 20_000;

function show(content: React.ReactNode, displayLanguage?: string): void {
  followTheme();
  ReactDOM.render(
    <Theme>
      <LanguageProvider start={startLanguage(displayLanguage)}>
        <ErrorBoundary fallback={<PaneFailed />}>{content}</ErrorBoundary>
      </LanguageProvider>
    </Theme>,
    document.getElementById("pane")
  );
}

function showPlain(): void {
  show(
    <Suspense fallback={null}>
      <PlainPane />
    </Suspense>
  );
}

/** The page holds the words for an Excel that is too old from the beginning: such an Excel may not run this at all. */
function showTooOld(): void {
  document.getElementById("pane")?.setAttribute("hidden", "");
  document.getElementById("too-old")?.removeAttribute("hidden");
}

function waitForExcel(): void {
  const tell = (): void => show(<WithoutExcel reason="noAnswer" onFiles={showPlain} />);
  const waiting = window.setTimeout(tell, PATIENCE);
  void Office.onReady(({ host }) => {
    window.clearTimeout(waiting);
    showInOffice(host);
  });
}

function showInOffice(host: Office.HostType): void {
  const result = resultFrom(window.location.search);
  const language = Office.context.displayLanguage;
  if (host !== Office.HostType.Excel) showPlain();
  else if (result) show(<CommandTold result={result} />, language);
  else if (!Office.context.requirements.isSetSupported(NEEDED.set, NEEDED.version)) showTooOld();
  else show(<App asked={pageFrom(window.location.search)} />, language);
}

switch (document.documentElement.dataset["place"]) {
  case "excel":
    waitForExcel();
    break;
  case "no-library":
    show(<WithoutExcel reason="noLibrary" onFiles={showPlain} />);
    break;
  default:
    showPlain();
}
