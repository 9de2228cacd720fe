import type { FileSubmission } from "../../../../src/domain/merge/fileSubmission";
import { inOrderOfSaving, planRows } from "../../../../src/domain/merge/plan";
import type { SubmittedRow } from "../../../../src/domain/merge/submitted";
import { deAn02, type Round } from "../../../../src/schemes";

const round = deAn02.round("khao-sat-2023") as Round;
/** With the cells of each more than a call can have arguments. */
const ROWS = 40_000;

function submission(file: string): FileSubmission {
  return {
    file,
    unit: "ha-lang",
    sha256: file,
    modified: null,
    statedRound: round.id,
    round: round.id,
    refused: null,
    read: ROWS,
    rejected: 0,
    errors: 0,
    warnings: 0,
    mappings: [],
  };
}

function documents(file: string): readonly SubmittedRow[] {
  return Array.from({ length: ROWS }, (_, index) => ({
    unit: "ha-lang",
    form: "bieu-01",
    identity: `${index}`,
    cells: { number: `${file} ${index}`, date: file, subject: file, issuer: file },
    source: { file, sheet: "Biểu 01", row: index + 1 },
    facts: null,
  }));
}

function plan(files: readonly string[]) {
  const planned = files.map((file) => ({
    submission: submission(file),
    rows: () => documents(file),
  }));
  return planRows(inOrderOfSaving(planned), round, { scheme: deAn02, asOf: "2023-06-30", previous: null });
}

test("two files of equal standing may disagree in any number of cells", () => {
  expect(plan(["a", "b"]).conflicts).toHaveLength(4 * ROWS);
});
