/** Submissions of all fourteen units, and the files in which units send them. */
import {
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from "docx";
import { cellText } from "../../../src/domain/values/cells";
import type { CellValue } from "../../../src/domain/grid";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import type { CellContent } from "../../../src/layout/sheetSpec";
import { formRows, templateWorkbook } from "../../../src/layout/templates";
import { deAn02, type FormId, type FormSpec, type Round, type Unit } from "../../../src/schemes";

export const ROUND = deAn02.round("khao-sat-2023") as Round;

export interface SubmissionRows {
  readonly unit: Unit;
  readonly rows: Readonly<Record<FormId, readonly (readonly CellValue[])[]>>;
}

const STAGES: readonly (readonly CellValue[])[] = [
  ["15/8/2022", "x", null, null, 50_000_000],
  [null, "x", "x", null, "30 triệu"],
  [null, null, "lần 2, 15/8/2022", null, null],
  [null, null, null, "x", "-"],
  [{ kind: "date", iso: "2023-03-02" }, null, null, null, "1.250.000 đ"],
];

/** What each unit reports: documents with dates of both kinds, works of every stage, money as numbers and as text. */
export const SUBMISSIONS: readonly SubmissionRows[] = deAn02.units.map((unit, index) => {
  const works = worksOf(unit, index);
  return {
    unit,
    rows: {
      "bieu-01": [
        [
          1,
          "02-ĐA/TU",
          day("2021-06-25"),
          "Đề án “Nghiên cứu, biên soạn”; giai đoạn 2021 - 2025",
          "Tỉnh uỷ Cao Bằng",
        ],
        [
          2,
          `${index + 10}-KH/HU`,
          "05/7/2022",
          "Kế hoạch thực hiện Đề án,\ngiai đoạn 2021 - 2025",
          unit.name,
        ],
        [3, `0${(index % 9) + 1}-BC/HU`, day("2023-05-12"), "=Báo cáo “kết quả”", unit.name],
      ],
      "bieu-02": works.map((work, row) => [row + 1, ...work]),
    },
  };
});

function day(iso: string): CellValue {
  return { kind: "date", iso };
}

function worksOf(unit: Unit, index: number): readonly (readonly CellValue[])[] {
  const communes = deAn02.communes.filter((commune) => commune.unit === unit.id).slice(0, 4 + (index % 4));
  const titles =
    communes.length > 0
      ? communes.map(({ type, name }) => `Lịch sử Đảng bộ ${type} ${name} (1930 - 2020)`)
      : [`Lịch sử Đảng bộ ${unit.shortName} tỉnh Cao Bằng (1947 - 2020)`, `Kỷ yếu ${unit.shortName}`];
  return titles.map((title, row) => [title, ...(STAGES[(row + index) % STAGES.length] ?? [])]);
}

/** The unit's template, filled in. */
export async function asXlsx({ unit, rows }: SubmissionRows): Promise<Uint8Array> {
  const template = templateWorkbook({ scheme: deAn02, unit, round: ROUND });
  const sheets = template.sheets.map((sheet) => {
    const form = deAn02.forms.find(({ name }) => name === sheet.name) as FormSpec;
    const cells = rows[form.id].map((row) => row.map(contentOf));
    return { ...sheet, blocks: [...sheet.blocks, { top: formRows(form).bodyTop, left: 0, rows: cells }] };
  });
  return writeWorkbook({ ...template, sheets });
}

function contentOf(value: CellValue): CellContent {
  if (typeof value !== "object" || value === null) return value;
  return value.kind === "date" ? { date: value.iso } : value.code;
}

const ENCODINGS = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1258"] as const;
const SEPARATORS = [";", ",", "\t"] as const;

/** Both forms below each other as text, in every encoding and with every separator in turn. */
export function asCsv({ unit, rows }: SubmissionRows, index: number): Uint8Array {
  const separator = SEPARATORS[index % SEPARATORS.length] ?? ";";
  const lines = deAn02.forms.flatMap((form) => [
    [form.label],
    ...form.title.map((line) => [line.replace("{period}", ROUND.period)]),
    ...headerOf(form),
    ...rows[form.id].map((row) => row.map(cellText)),
    [],
  ]);
  const about = [[`Đơn vị: ${unit.name}`], [`Đợt báo cáo: ${ROUND.name}`], []];
  const text = [...about, ...lines].map((line) => line.map(quoted).join(separator)).join("\r\n");
  return encoded(text, ENCODINGS[index % ENCODINGS.length] ?? "utf-8");
}

/** Rows of the printed header; a group stands where its first column is. */
function headerOf(form: FormSpec): readonly (readonly string[])[] {
  const titles = form.columns.map(({ title }) => title);
  if (form.columns.every(({ group }) => group === undefined)) return [titles];
  const isFirst = (column: number): boolean =>
    form.columns[column - 1]?.group !== form.columns[column]?.group;
  return [
    form.columns.map(({ title, group }, column) =>
      group === undefined ? title : isFirst(column) ? group : ""
    ),
    form.columns.map(({ title, group }) => (group === undefined ? "" : title)),
  ];
}

function quoted(text: string): string {
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function encoded(text: string, encoding: (typeof ENCODINGS)[number]): Uint8Array {
  switch (encoding) {
    case "utf-8":
      return new Uint8Array(Buffer.from(text, "utf8"));
    case "utf-8-bom":
      return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf8"));
    case "utf-16le":
      return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    case "utf-16be":
      return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le").swap16());
    case "windows-1258":
      return inCodePage(text);
  }
}

/** The code page writes a letter and its tone apart: "ệ" is "ê" and a dot below. */
function inCodePage(text: string): Uint8Array {
  const decoder = new TextDecoder("windows-1258");
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const)
  );
  const letters = Array.from(text.normalize("NFC")).flatMap((letter) => {
    if (byteOf.has(letter)) return [letter];
    const [tone = ""] = letter.normalize("NFD").match(/[\u0300\u0301\u0303\u0309\u0323]/) ?? [];
    return [letter.normalize("NFD").replace(tone, "").normalize("NFC"), tone];
  });
  return Uint8Array.from(
    letters.map((letter) => {
      const byte = byteOf.get(letter);
      if (byte === undefined) throw new RangeError(`Not in the code page: ${letter}`);
      return byte;
    })
  );
}

/** A report in Word: both tables, every third one cut in two as by a page break, with or without its header again. */
export async function asDocx({ unit, rows }: SubmissionRows, index: number): Promise<Uint8Array> {
  const tables = deAn02.forms.flatMap((form) => {
    const body = rows[form.id].map(
      (row) => new TableRow({ children: row.map((value) => cell(cellText(value))) })
    );
    const header = wordHeader(form);
    const title = [form.label, ...form.title].map(
      (line) => new Paragraph(line.replace("{period}", ROUND.period))
    );
    if (index % 3 === 0) return [...title, table([...header, ...body])];
    const again = index % 3 === 1 ? wordHeader(form) : [];
    const first = table([...header, ...body.slice(0, 1)]);
    return [...title, first, new Paragraph(""), table([...again, ...body.slice(1)])];
  });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun({ text: "BÁO CÁO", bold: true })] }),
          new Paragraph(`Đơn vị: ${unit.name}`),
          new Paragraph(`Đợt báo cáo: ${ROUND.name}`),
          ...tables,
          new Paragraph("Cao Bằng, ngày 15 tháng 5 năm 2023"),
          new Paragraph("T/M BAN THƯỜNG VỤ"),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function table(rows: readonly TableRow[]): Table {
  return new Table({ rows, width: { size: 100, type: WidthType.PERCENTAGE } });
}

function cell(text: string, options: { columnSpan?: number; verticalMerge?: "restart" | "continue" } = {}) {
  const children = text.split("\n").map((line) => new Paragraph(line));
  return new TableCell({ children, ...options });
}

function wordHeader(form: FormSpec): readonly TableRow[] {
  const [upper = [], lower] = headerOf(form);
  if (lower === undefined) {
    return [new TableRow({ tableHeader: true, children: upper.map((text) => cell(text)) })];
  }
  const grouped = lower.filter((text) => text !== "").length;
  const above = upper.flatMap((text, column) => {
    if (lower[column] === "") return [cell(text, { verticalMerge: VerticalMergeType.RESTART })];
    return text === "" ? [] : [cell(text, { columnSpan: grouped })];
  });
  const below = lower.map((text) =>
    text === "" ? cell("", { verticalMerge: VerticalMergeType.CONTINUE }) : cell(text)
  );
  return [above, below].map((children) => new TableRow({ tableHeader: true, children }));
}
