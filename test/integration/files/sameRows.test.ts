/** The same submissions in every format that units send merge to the same rows. */
import { type MergePlan, planMerge } from "../../../src/domain/merge/plan";
import type { OfficialCells } from "../../../src/domain/merge/state";
import type { CellValue, WorkbookContent } from "../../../src/domain/grid";
import { cellKey } from "../../../src/domain/values/cells";
import { readDate } from "../../../src/domain/values/dates";
import { readMoney } from "../../../src/domain/values/money";
import { readStageMark } from "../../../src/domain/values/stages";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { deAn02, type FormColumn, type FormId } from "../../../src/schemes";
import { convertAll, testWithLibreOffice } from "./libreOffice";
import { asCsv, asDocx, asXlsx, ROUND, SUBMISSIONS, type SubmissionRows } from "./submissions";

/** File names that say nothing about the unit. */
const nameOf = (index: number): string => `tep-${index + 1}`;

type Files = ReadonlyMap<string, Uint8Array>;

async function filesOf(
  write: (submission: SubmissionRows, index: number) => Uint8Array | Promise<Uint8Array>
): Promise<Files> {
  const files = await Promise.all(SUBMISSIONS.map(write));
  return new Map(files.map((bytes, index) => [nameOf(index), bytes]));
}

async function merged(files: Files, extension: string): Promise<MergePlan> {
  const workbooks: WorkbookContent[] = [];
  for (const [name, bytes] of files) {
    const result = await readWorkbook(bytes, `${name}.${extension}`);
    if (!result.ok) throw new Error(result.error.message);
    workbooks.push(result.workbook);
  }
  return planMerge({
    previous: null,
    workbooks,
    scheme: deAn02,
    round: ROUND,
    asOf: "2023-06-30",
    language: "vi",
  });
}

/** A cell as it is understood: a date is the same day whether typed or true, money the same amount however written. */
function meaning(column: FormColumn, value: CellValue): unknown {
  switch (column.kind) {
    case "document-date":
      return readDate(value);
    case "funds":
      return readMoney(value, 1);
    case "stage":
      return readStageMark(value, column.stage ?? "published");
    default:
      return cellKey(value);
  }
}

function meanings(form: FormId, cells: OfficialCells): Readonly<Record<string, unknown>> {
  const columns = deAn02.forms.find(({ id }) => id === form)?.columns ?? [];
  return Object.fromEntries(
    columns.map((column) => [column.key, meaning(column, cells[column.key] ?? null)])
  );
}

function rowsOf({ state }: MergePlan): readonly unknown[] {
  const documents = state.documents.map(({ unit, key, cells }) => ({
    unit,
    key,
    ...meanings("bieu-01", cells),
  }));
  const works = state.works.map(({ unit, key, cells, facts }) => ({
    unit,
    key,
    facts,
    ...meanings("bieu-02", cells),
  }));
  return [...documents, ...works];
}

const COUNT = SUBMISSIONS.reduce((sum, { rows }) => sum + rows["bieu-01"].length + rows["bieu-02"].length, 0);

/** Everything is read, from every unit, and means what the filled-in templates mean. */
async function expectSame(files: Files, extension: string): Promise<void> {
  const [plan, reference] = [await merged(files, extension), await merged(await filesOf(asXlsx), "xlsx")];
  expect(reference.accounted).toEqual({ read: COUNT, merged: COUNT, duplicate: 0, rejected: 0 });
  expect(plan.accounted).toEqual(reference.accounted);
  expect(new Set(plan.state.works.map(({ unit }) => unit)).size).toBe(14);
  expect(rowsOf(plan)).toEqual(rowsOf(reference));
}

test("text tables in every encoding and with every separator", async () => {
  await expectSame(await filesOf(asCsv), "csv");
});

test("reports in Word", async () => {
  await expectSame(await filesOf(asDocx), "docx");
});

for (const format of ["xls:MS Excel 97", "ods", "xlsx"]) {
  testWithLibreOffice(`workbooks that LibreOffice saved as ${format}`, async () => {
    const files = convertAll(await filesOf(asXlsx), "xlsx", format);
    await expectSame(files, format.split(":")[0] ?? format);
  });
}

testWithLibreOffice("reports in Word that LibreOffice saved", async () => {
  await expectSame(convertAll(await filesOf(asDocx), "docx", "docx:Office Open XML Text"), "docx");
});
