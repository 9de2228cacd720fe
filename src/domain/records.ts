/** Rows of the two forms with every cell understood. */
import type { Scheme, Stage } from "../schemes/types";
import type { CellValue } from "./grid";
import type { LocatedForm } from "./forms/locate";
import type { FormRow, LeftOutRow } from "./forms/readRows";
import { workIdentity } from "./identity";
import { comparisonKey } from "./text/normalize";
import { type DateReading, readDate } from "./values/dates";
import { type DocumentNumberReading, readDocumentNumber } from "./values/documentNumbers";
import { type MoneyReading, readMoney } from "./values/money";
import { highestStage, readStageMark, type StageMark } from "./values/stages";
import { type TitleReading, readTitle } from "./values/workTitles";
import { cellText } from "./values/cells";

interface RecordBase {
  /** Zero-based sheet row. */
  readonly row: number;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** A row of Biểu 01. */
export interface DocumentRecord extends RecordBase {
  readonly number: DocumentNumberReading;
  readonly date: DateReading;
  readonly subject: string;
  readonly issuer: string;
}

/** A row of Biểu 02. */
export interface WorkRecord extends RecordBase {
  readonly title: string;
  /** The work that the row is about: see `workIdentity`. */
  readonly identity: string | null;
  readonly reading: TitleReading;
  readonly marks: Readonly<Record<Stage, StageMark>>;
  /** The highest stage marked. */
  readonly stage: Stage | null;
  readonly funds: MoneyReading;
}

/** One form of one sheet with all its rows. */
export interface FormTable {
  readonly located: LocatedForm;
  readonly rows: readonly FormRow[];
  readonly leftOut: readonly LeftOutRow[];
  /** Filled for Biểu 01. */
  readonly documents: readonly DocumentRecord[];
  /** Filled for Biểu 02. */
  readonly works: readonly WorkRecord[];
}

export function readDocument({ row, cells }: FormRow): DocumentRecord {
  return {
    row,
    cells,
    number: readDocumentNumber(cells["number"] ?? null),
    date: readDate(cells["date"] ?? null),
    subject: saidIn(cells["subject"] ?? null),
    issuer: saidIn(cells["issuer"] ?? null),
  };
}

/** The text of a cell; empty for one that points at the row above or has a dash for nothing: "nt", "như trên", "-". */
function saidIn(value: CellValue): string {
  const text = cellText(value).trim();
  return text.length <= LONGEST_DITTO && DITTO.test(comparisonKey(text)) ? "" : text;
}

const LONGEST_DITTO = 12;
const DITTO = new RegExp(
  `^(?:${comparisonKey("như trên")}|${comparisonKey("như nt")}|n\\.?t\\.?|["“”″〃'’,.…–—=/-]{1,6})$`,
  "u"
);

/** @param fundsUnit đồng per plain number of the funds column; see `forms/fundsUnit`. */
export function readWork(
  { row, cells }: FormRow,
  scheme: Scheme,
  unit: string | null,
  fundsUnit = 1
): WorkRecord {
  const title = cellText(cells["title"] ?? null).trim();
  const reading = readTitle(title, scheme, unit);
  const marks = readMarks(cells);
  return {
    row,
    cells,
    title,
    identity: workIdentity({ title, reading }),
    reading,
    marks,
    stage: highestStage(marks),
    funds: readMoney(cells["funds"] ?? null, fundsUnit),
  };
}

/** What the cells of a work say of its stages. */
export function readMarks(cells: FormRow["cells"]): WorkRecord["marks"] {
  return {
    compiling: readStageMark(cells["compiling"] ?? null, "compiling"),
    workshop: readStageMark(cells["workshop"] ?? null, "workshop"),
    appraised: readStageMark(cells["appraised"] ?? null, "appraised"),
    published: readStageMark(cells["published"] ?? null, "published"),
  };
}
