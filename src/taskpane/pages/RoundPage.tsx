import React from "react";
import { useWords } from "../language";
import type { PageId } from "../pageIds";
import { Button } from "../ui/Button";
import { PageHeader } from "../ui/PageHeader";

interface RoundPageProps {
  /** True while the page is in view. */
  readonly active: boolean;
  readonly goTo: (page: PageId) => void;
}

/** Đợt báo cáo: who has to send by when, and who has. */
export function RoundPage({ active, goTo }: RoundPageProps) {
  const { text } = useWords();
  return (
    <>
      <PageHeader title={text("roundPage.title")} lead={text("roundPage.lead")} />
      <Button text={text("progress.toMerge")} disabled={!active} onClick={() => goTo("merge")} />
    </>
  );
}
