/**
 * `ReportDocument` → .docx, in the style of Party documents (36-HD/VPTW): A4, margins 20, 15, 20 and 30 mm, Times New
 * Roman 14, the organisation on the left and the Party's name on the right, page numbers from the second page on.
 */
import type * as Docx from "docx";
import {
  gapText,
  type ReportAnnex,
  type ReportBlock,
  type ReportDocument,
  type ReportTable,
  type TableColumn,
  type TableRow,
  type TextRun,
} from "../domain/outline/document";
import { OFFICIAL_FONT } from "../layout/look";
import { finishPackage } from "./finishPackage";

const TWIPS_PER_MM = 1440 / 25.4;
const mm = (length: number): number => Math.round(length * TWIPS_PER_MM);
/** Half points. */
const size = (points: number): number => points * 2;
/** Twentieths of a point. */
const points = (count: number): number => count * 20;

const A4 = { short: mm(210), long: mm(297) };
const MARGINS = { top: mm(20), right: mm(15), bottom: mm(20), left: mm(30) };
const BODY_WIDTH = A4.short - MARGINS.left - MARGINS.right;
const ANNEX_MARGINS = { top: mm(20), right: mm(15), bottom: mm(20), left: mm(20) };
const BODY_SIZE = size(14);
const TABLE_SIZE = size(12);
const INDENT = mm(10);
const GAP_MARK = "yellow";

/** The same document gives the same bytes. The library is loaded when the first report is written. */
export async function writeReport(report: ReportDocument): Promise<Uint8Array> {
  const docx = await import("docx");
  const file = new docx.Document({
    title: report.title,
    creator: report.author,
    styles: { default: { document: { run: { font: OFFICIAL_FONT, size: BODY_SIZE } } } },
    sections: [bodySection(docx, report), ...report.annexes.map((annex) => annexSection(docx, annex))],
  });
  return finishPackage(new Uint8Array(await docx.Packer.toArrayBuffer(file)));
}

type Library = typeof Docx;

function bodySection(docx: Library, report: ReportDocument): Docx.ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: { size: { width: A4.short, height: A4.long }, margin: MARGINS },
    },
    headers: pageNumbers(docx),
    children: [
      masthead(docx, report),
      centered(docx, [{ text: report.type, bold: true }], { before: 18, textSize: size(16) }),
      centered(docx, [{ text: report.title, bold: true }]),
      centered(docx, [{ text: report.subtitle, italic: true }]),
      centered(docx, [{ text: "-----" }], { after: 12 }),
      ...report.blocks.flatMap((block) => bodyBlock(docx, block)),
      signature(docx, report),
    ],
  };
}

/** Centred above the text, not on the first page. */
function pageNumbers(docx: Library): Docx.ISectionOptions["headers"] {
  const number = new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    children: [new docx.TextRun({ children: [docx.PageNumber.CURRENT] })],
  });
  return { default: new docx.Header({ children: [number] }), first: new docx.Header({ children: [] }) };
}

function masthead(docx: Library, report: ReportDocument): Docx.Table {
  const left = [
    centered(docx, [{ text: report.superior }], { after: 0 }),
    centered(docx, [{ text: report.author, bold: true }], { after: 0 }),
    centered(docx, [{ text: "*" }], { after: 0 }),
    centered(docx, [{ text: report.number }], { after: 0 }),
  ];
  const right = [
    new docx.Paragraph({
      alignment: docx.AlignmentType.CENTER,
      spacing: { after: 0 },
      border: { bottom: { style: docx.BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
      indent: { left: mm(7), right: mm(7) },
      children: [new docx.TextRun({ text: "ĐẢNG CỘNG SẢN VIỆT NAM", bold: true, size: size(15) })],
    }),
    centered(docx, [{ text: report.placeAndDate, italic: true }], { before: 12, after: 0 }),
  ];
  return sideBySide(docx, [left, right], [0.42, 0.58]);
}

function signature(docx: Library, report: ReportDocument): Docx.Table {
  const recipients = report.recipients.map(
    (text, index) =>
      new docx.Paragraph({
        spacing: { after: 0 },
        children: [
          new docx.TextRun({
            text: `- ${text}${index === report.recipients.length - 1 ? "." : ","}`,
            size: size(12),
          }),
        ],
      })
  );
  const left = [
    new docx.Paragraph({
      spacing: { before: points(12), after: 0 },
      children: [new docx.TextRun({ text: "Nơi nhận:", underline: {} })],
    }),
    ...recipients,
  ];
  const right = [
    centered(docx, [{ text: report.signer, bold: true }], { before: 12, after: 60 }),
    centered(docx, [{ text: gapText("chữ ký, họ và tên"), italic: true }]),
  ];
  return sideBySide(docx, [left, right], [0.5, 0.5]);
}

/** Columns without lines. */
function sideBySide(
  docx: Library,
  columns: readonly (readonly Docx.Paragraph[])[],
  shares: readonly number[]
): Docx.Table {
  const widths = shares.map((share) => Math.round(share * BODY_WIDTH));
  const none = { style: docx.BorderStyle.NONE, size: 0, color: "auto" };
  return new docx.Table({
    width: { size: BODY_WIDTH, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new docx.TableRow({
        cantSplit: true,
        children: columns.map(
          (children, index) =>
            new docx.TableCell({
              width: { size: widths[index] ?? 0, type: docx.WidthType.DXA },
              children: [...children],
            })
        ),
      }),
    ],
  });
}

function bodyBlock(docx: Library, block: ReportBlock): readonly (Docx.Paragraph | Docx.Table)[] {
  switch (block.kind) {
    case "heading":
      return [heading(docx, block.level, block.text)];
    case "paragraph":
      return [bodyParagraph(docx, block.runs)];
    case "gap":
      return [gap(docx, block.prompt)];
    case "table":
      return [table(docx, block.table, BODY_WIDTH), new docx.Paragraph({ spacing: { after: points(6) } })];
  }
}

/** Real headings, so that Word's navigation and contents know them; the look is that of the text. */
function heading(docx: Library, level: number, text: string): Docx.Paragraph {
  const ranks = [docx.HeadingLevel.HEADING_1, docx.HeadingLevel.HEADING_2, docx.HeadingLevel.HEADING_3];
  return new docx.Paragraph({
    heading: ranks[level - 1] ?? docx.HeadingLevel.HEADING_4,
    keepNext: true,
    alignment: docx.AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: { before: points(6), after: points(6), line: points(18), lineRule: docx.LineRuleType.AT_LEAST },
    children: [
      new docx.TextRun({
        text,
        bold: level <= 3,
        italics: level >= 3,
        color: "000000",
        font: OFFICIAL_FONT,
        size: BODY_SIZE,
      }),
    ],
  });
}

function bodyParagraph(docx: Library, runs: readonly TextRun[]): Docx.Paragraph {
  return new docx.Paragraph({
    alignment: docx.AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: { after: points(6), line: points(18), lineRule: docx.LineRuleType.AT_LEAST },
    children: textRuns(docx, runs, BODY_SIZE),
  });
}

function gap(docx: Library, prompt: string): Docx.Paragraph {
  return new docx.Paragraph({
    alignment: docx.AlignmentType.JUSTIFIED,
    indent: { firstLine: INDENT },
    spacing: { after: points(6), line: points(18), lineRule: docx.LineRuleType.AT_LEAST },
    children: [new docx.TextRun({ text: `- ${gapText(prompt)}`, italics: true, highlight: GAP_MARK })],
  });
}

interface CenteredOptions {
  /** Points. */
  readonly before?: number;
  readonly after?: number;
  /** Half points. */
  readonly textSize?: number;
}

function centered(
  docx: Library,
  runs: readonly TextRun[],
  { before = 0, after = 6, textSize = BODY_SIZE }: CenteredOptions = {}
): Docx.Paragraph {
  return new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    spacing: { before: points(before), after: points(after) },
    children: textRuns(docx, runs, textSize),
  });
}

function textRuns(docx: Library, runs: readonly TextRun[], textSize: number): Docx.TextRun[] {
  return runs.map(
    ({ text, bold, italic }) =>
      new docx.TextRun({
        text: printable(text),
        size: textSize,
        ...(bold && { bold }),
        ...(italic && { italics: true }),
      })
  );
}

/** Characters that XML cannot hold, halves of characters among them, would make the file unreadable. */
function printable(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|[\p{Cs}\uFFFE\uFFFF]/gu, "");
}

function annexSection(docx: Library, annex: ReportAnnex): Docx.ISectionOptions {
  const isLandscape = annex.orientation === "landscape";
  const width = (isLandscape ? A4.long : A4.short) - ANNEX_MARGINS.left - ANNEX_MARGINS.right;
  return {
    properties: {
      page: {
        // The library turns the page by itself.
        size: {
          width: A4.short,
          height: A4.long,
          orientation: isLandscape ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
        },
        margin: ANNEX_MARGINS,
      },
    },
    headers: pageNumbers(docx),
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.RIGHT,
        spacing: { after: points(6) },
        children: [new docx.TextRun({ text: annex.label, bold: true })],
      }),
      ...annex.title.map((text) => centered(docx, [{ text, bold: true }], { after: 0 })),
      new docx.Paragraph({ spacing: { after: points(6) } }),
      table(docx, annex.table, width),
    ],
  };
}

function table(docx: Library, { columns, rows }: ReportTable, width: number): Docx.Table {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.round((column.width / total) * width));
  return new docx.Table({
    width: { size: widths.reduce((sum, part) => sum + part, 0), type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    margins: { left: mm(1.2), right: mm(1.2), top: mm(0.5), bottom: mm(0.5) },
    rows: [...headerRows(docx, columns), ...rows.map((row) => bodyRow(docx, row, columns))],
  });
}

/** One row, or two where a heading spans several columns; repeated on every page. */
function headerRows(docx: Library, columns: readonly TableColumn[]): readonly Docx.TableRow[] {
  const hasGroups = columns.some(({ group }) => group !== undefined);
  const top = columns.flatMap((column, index) => {
    const { group } = column;
    if (group === undefined) return [headingCell(docx, column, hasGroups ? { rowSpan: 2 } : {})];
    if (columns[index - 1]?.group === group) return [];
    const columnSpan = columns.filter((other) => other.group === group).length;
    return [headingCell(docx, { title: group }, { columnSpan })];
  });
  const below = columns.filter(({ group }) => group !== undefined);
  return [
    new docx.TableRow({ tableHeader: true, cantSplit: true, children: top }),
    ...(hasGroups
      ? [
          new docx.TableRow({
            tableHeader: true,
            cantSplit: true,
            children: below.map((column) => headingCell(docx, column, {})),
          }),
        ]
      : []),
  ];
}

function headingCell(
  docx: Library,
  { title, italic }: Pick<TableColumn, "title" | "italic">,
  span: { readonly rowSpan?: number; readonly columnSpan?: number }
): Docx.TableCell {
  const start = italic === undefined ? -1 : title.indexOf(italic);
  const runs: readonly TextRun[] =
    italic === undefined || start < 0
      ? [{ text: title, bold: true }]
      : [
          { text: title.slice(0, start), bold: true },
          { text: italic, bold: true, italic: true },
          { text: title.slice(start + italic.length), bold: true },
        ];
  return new docx.TableCell({
    ...span,
    verticalAlign: docx.VerticalAlign.CENTER,
    children: [
      new docx.Paragraph({
        alignment: docx.AlignmentType.CENTER,
        children: textRuns(docx, runs, TABLE_SIZE),
      }),
    ],
  });
}

function bodyRow(docx: Library, row: TableRow, columns: readonly TableColumn[]): Docx.TableRow {
  if (row.kind === "heading") {
    const children = [
      new docx.Paragraph({
        keepNext: true,
        children: textRuns(docx, [{ text: row.text, bold: true }], TABLE_SIZE),
      }),
    ];
    return new docx.TableRow({
      cantSplit: true,
      children: [new docx.TableCell({ columnSpan: columns.length, children })],
    });
  }
  const align = {
    left: docx.AlignmentType.LEFT,
    center: docx.AlignmentType.CENTER,
    right: docx.AlignmentType.RIGHT,
  };
  return new docx.TableRow({
    cantSplit: true,
    children: columns.map((column, index) => {
      const lines = (row.cells[index] ?? "").split(/\r?\n/);
      return new docx.TableCell({
        verticalAlign: docx.VerticalAlign.CENTER,
        children: lines.map(
          (text) =>
            new docx.Paragraph({
              alignment: align[column.align],
              children: textRuns(docx, [{ text, bold: row.isTotal === true }], TABLE_SIZE),
            })
        ),
      });
    }),
  });
}
