import type { ReportBlock, ReportDocument } from "../../../src/domain/outline/document";
import { reportOverview } from "../../../src/taskpane/model/reportOverview";

const heading = (level: number, text: string): ReportBlock => ({ kind: "heading", level, text });
const gap = (prompt: string): ReportBlock => ({ kind: "gap", prompt });
const words: ReportBlock = { kind: "paragraph", runs: [{ text: "Có 3 văn bản." }] };
const table: ReportBlock = { kind: "table", table: { columns: [], rows: [] } };

const overview = (...blocks: ReportBlock[]) => reportOverview({ blocks } as unknown as ReportDocument);

test("every heading with what is filled in and what is left to write directly below it", () => {
  expect(
    overview(
      heading(1, "I."),
      gap("Tình hình"),
      heading(1, "II."),
      heading(2, "1."),
      words,
      table,
      gap("a"),
      gap("b")
    )
  ).toEqual([
    { title: "I.", filled: 0, gaps: ["Tình hình"] },
    { title: "II.", filled: 0, gaps: [] },
    { title: "1.", filled: 2, gaps: ["a", "b"] },
  ]);
});

test("what stands before the first heading belongs to no part", () => {
  expect(overview(words, heading(1, "I."))).toEqual([{ title: "I.", filled: 0, gaps: [] }]);
});
