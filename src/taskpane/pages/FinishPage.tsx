import React from "react";
import { useWords } from "../language";
import type { PageId } from "../pageIds";
import { Button } from "../ui/Button";
import { PageHeader } from "../ui/PageHeader";

interface FinishPageProps {
  /** True while the page is in view. */
  readonly active: boolean;
  readonly goTo: (page: PageId) => void;
}

/** Hoàn tất: what of the open workbook is ready to be sent, and what is missing. */
export function FinishPage({ active, goTo }: FinishPageProps) {
  const { text } = useWords();
  return (
    <>
      <PageHeader title={text("finish.title")} lead={text("finish.lead")} />
      <Button text={text("finish.toCheck")} disabled={!active} onClick={() => goTo("check")} />
    </>
  );
}
