/** Workbooks to read, as many as a corpus asks for, written once by three writers in turn and kept in the cache. */
import { spawnSync } from "node:child_process";
import { existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as sheetJs from "@e965/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { writeWorkbook } from "../../src/files/writeWorkbook";
import { formRows, templateWorkbook } from "../../src/layout/templates";
import { deAn02, type FormId, type Round, type Unit } from "../../src/schemes";

type Value = string | number | null;
type Table = readonly (readonly Value[])[];

export interface Corpus {
  readonly name: string;
  readonly files: number;
  /** Rows of each file, half of them documents, half of them works. */
  readonly rows: number;
}

const CACHE = path.resolve(".cache/bench/readers");
/** Changed with what is written, so that older files are written anew. */
const EDITION = 3;
const ROUND = deAn02.round("khao-sat-2023") as Round;

/** Writes the files of a corpus unless they are there. @returns their folder */
export async function corpusFolder(corpus: Corpus, python: string | undefined): Promise<string> {
  const openpyxl = python === undefined ? "library" : "openpyxl";
  const folder = path.join(CACHE, `${corpus.name}-${corpus.files}-${corpus.rows}-${openpyxl}-${EDITION}`);
  if (existsSync(`${folder}.done`)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const forPython: unknown[] = [];
  for (let index = 0; index < corpus.files; index++) {
    const file = path.join(folder, `${String(index).padStart(6, "0")}.xlsx`);
    const content = contentOf(index, corpus.rows);
    if (index % 3 === 0) writeFileSync(file, await byUs(content));
    else if (index % 3 === 1) writeFileSync(file, bySheetJs(content));
    else if (python === undefined) writeFileSync(file, await byLibrary(content));
    else forPython.push({ file, sheets: sheetsOf(content) });
  }
  if (python !== undefined) {
    const script = path.resolve("bench/readers/writeOpenpyxl.py");
    const { status, stderr } = spawnSync(python, [script], { input: JSON.stringify(forPython) });
    if (status !== 0) throw new Error(String(stderr));
  }
  writeFileSync(`${folder}.done`, "");
  return folder;
}

/** A folder of the first files of another, without copies. */
export function firstFiles(folder: string, count: number): string {
  const part = `${folder}-first-${count}`;
  if (existsSync(part)) return part;
  mkdirSync(part);
  for (const name of readdirSync(folder).sort().slice(0, count)) {
    linkSync(path.join(folder, name), path.join(part, name));
  }
  return part;
}

interface Content {
  readonly unit: Unit;
  readonly rows: Readonly<Record<FormId, Table>>;
}

/**
 * No two files speak of the same documents and works. Every twentieth row has a mistake; most works are none of those that
 * the targets count, which is a finding of its own.
 */
function contentOf(file: number, rows: number): Content {
  const unit = deAn02.units[file % deAn02.units.length] as Unit;
  const communes = deAn02.communes.filter((commune) => commune.unit === unit.id);
  const half = Array.from({ length: Math.ceil(rows / 2) }, (_, index) => index);
  return {
    unit,
    rows: {
      "bieu-01": half.map((index) => [
        index + 1,
        `${String(file * rows + index + 1).padStart(2, "0")}-KH/${symbolOf(unit)}`,
        index % 20 === 19 ? `${(index % 28) + 1}/2/22` : `${(index % 28) + 1}/2/2022`,
        `Kế hoạch triển khai thực hiện Đề án số 02-ĐA/TU giai đoạn 2021 - 2025, phần ${file}.${index}`,
        unit.name,
      ]),
      "bieu-02": half.slice(0, Math.floor(rows / 2)).map((index) => {
        // A commune has one history: in thousands of files most works are of other kinds.
        const commune = file < deAn02.units.length ? communes[index] : undefined;
        const title = commune
          ? `Lịch sử Đảng bộ ${commune.type} ${commune.name} (1930 - 2020)`
          : `Hồi ký cách mạng, tập ${file}.${index}`;
        return [
          index + 1,
          title,
          index % 3 === 0 ? "8/2022" : null,
          index % 3 === 0 ? null : "x",
          "lần 2, 15/8/2022",
          null,
          index % 20 === 19 ? "nhiều" : 50_000_000,
        ];
      }),
    },
  };
}

/** What the numbers of a committee's documents end with. */
function symbolOf({ name }: Unit): string {
  if (name.startsWith("Huyện uỷ")) return "HU";
  return name.startsWith("Thành uỷ") ? "ThU" : "ĐU";
}

/** The unit's template, filled in. */
async function byUs({ unit, rows }: Content): Promise<Uint8Array> {
  const template = templateWorkbook({ scheme: deAn02, unit, round: ROUND });
  const sheets = template.sheets.map((sheet) => {
    const form = deAn02.forms.find(({ name }) => name === sheet.name);
    if (form === undefined) return sheet;
    const block = { top: formRows(form).bodyTop, left: 0, rows: rows[form.id] };
    return { ...sheet, blocks: [...sheet.blocks, block] };
  });
  return writeWorkbook({ ...template, sheets });
}

const HEADERS: Readonly<Record<FormId, readonly string[]>> = {
  "bieu-01": ["TT", "Số văn bản", "Thời gian", "Trích yếu nội dung văn bản", "Cơ quan ban hành"],
  "bieu-02": [
    "TT",
    "Tên công trình",
    "Đã xuất bản (thời gian)",
    "Đã thông qua Hội đồng thẩm định",
    "Đã tổ chức hội thảo bản thảo",
    "Đang tiến hành biên soạn",
    "Kinh phí xã hội hóa",
  ],
};

/** Tables that a unit typed for itself, by the names of their sheets. */
function sheetsOf({ unit, rows }: Content): readonly (readonly [string, Table])[] {
  return deAn02.forms.map((form) => [
    form.name,
    [[`Đơn vị: ${unit.name}`], [...HEADERS[form.id]], ...rows[form.id]],
  ]);
}

function bySheetJs(content: Content): Uint8Array {
  const book = sheetJs.utils.book_new();
  for (const [name, rows] of sheetsOf(content)) {
    sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  }
  const options = { type: "array", bookType: "xlsx", bookSST: true, compression: true } as const;
  return new Uint8Array(sheetJs.write(book, options));
}

function byLibrary(content: Content): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheetsOf(content).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
}
