import type { MessageKey } from "../../i18n";

/** What the pages say of the open workbook is said of files here. */
export const OTHER_WORDS: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
  "merge.lead": "plain.merge.lead",
  "merge.step3": "plain.merge.step3",
  "merge.willDraw": "plain.merge.willDraw",
  "merge.willReplace": "plain.merge.willReplace",
  "merge.beside": "plain.merge.beside",
  "merge.unread": "plain.merge.unread",
  "merge.write": "plain.merge.write",
  "merge.writing": "plain.merge.writing",
  "merge.nothingWritten": "plain.merge.nothingWritten",
  "merge.previous": "plain.merge.previous",
  "merge.changed": "plain.merge.changed",
  "merge.written": "plain.merge.written",
  "merge.readerFailed": "plain.readerFailed",
  "progress.lead": "plain.progress.lead",
  "progress.unread": "plain.progress.unread",
  "progress.noneText": "plain.progress.noneText",
  "report.none": "plain.report.none",
  "file.failed": "plain.fileFailed",
  "failure.other": "plain.failure",
};
