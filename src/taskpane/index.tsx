/** Entry of the pane: finds out where it runs, then shows what fits. */
import { Theme } from "./ui/theme";
import React from "react";
import ReactDOM from "react-dom";
import { App } from "./App";
import { CommandFailure } from "./CommandFailure";
import { failureFrom } from "./failures";
import { LanguageProvider, startLanguage } from "./language";
import { NoOfficeLibrary, OutsideExcel, PaneFailed } from "./Outside";
import { pageFrom } from "./pageIds";
import { ErrorBoundary } from "./ui/ErrorBoundary";

function show(content: React.ReactNode, displayLanguage?: string): void {
  ReactDOM.render(
    <Theme>
      <LanguageProvider start={startLanguage(displayLanguage)}>
        <ErrorBoundary fallback={<PaneFailed />}>{content}</ErrorBoundary>
      </LanguageProvider>
    </Theme>,
    document.getElementById("pane")
  );
}

if (typeof Office === "undefined") {
  show(<NoOfficeLibrary />);
} else {
  void Office.onReady(({ host }) => {
    const failure = failureFrom(window.location.search);
    if (host !== Office.HostType.Excel) show(<OutsideExcel />);
    else if (failure) show(<CommandFailure failure={failure} />, Office.context.displayLanguage);
    else show(<App asked={pageFrom(window.location.search)} />, Office.context.displayLanguage);
  });
}
