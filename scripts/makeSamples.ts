/**
 * Writes the sample workbooks of assets/samples. Run with `npm run samples`; the result is committed and a test
 * compares it with what this script makes. What is real in them and what is not stands in assets/samples/README.md.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { isoDate } from "../src/domain/values/dates";
import { writeWorkbook } from "../src/files/writeWorkbook";
import type { CellContent, SheetSpec, WorkbookSpec } from "../src/layout/sheetSpec";
import { formRows, templateWorkbook } from "../src/layout/templates";
import { deAn02, type FormSpec } from "../src/schemes";

interface Sample {
  readonly file: string;
  readonly unit: string;
  /** What a reader of the list is told about the file, in Vietnamese. */
  readonly purpose: string;
  /** When the file was last saved, ISO 8601. */
  readonly saved: string;
  readonly documents: readonly (readonly CellContent[])[];
  readonly works: readonly (readonly CellContent[])[];
}

const PROVINCE = "Tỉnh uỷ Cao Bằng";
const PROPAGANDA = "Ban Tuyên giáo Tỉnh uỷ Cao Bằng";
const SCHEME_SUBJECT =
  "Đề án nghiên cứu, biên soạn và xuất bản các ấn phẩm lịch sử đảng bộ địa phương, lịch sử truyền thống ngành giai đoạn 2021 - 2025";
const REVIEW_SUBJECT =
  "Kế hoạch sơ kết 02 năm thực hiện Đề án số 02-ĐA/TU, ngày 25/6/2021 của Tỉnh uỷ Cao Bằng";
const SURVEY_SUBJECT = "Kế hoạch khảo sát kết quả 02 năm thực hiện Đề án số 02-ĐA/TU";

/** Documents that every unit lists; real numbers and dates. */
const DOCUMENTS: readonly (readonly CellContent[])[] = [
  [1, "02-ĐA/TU", date(25, 6, 2021), SCHEME_SUBJECT, PROVINCE],
  [2, "235-KH/BCĐ", date(26, 4, 2023), REVIEW_SUBJECT, PROVINCE],
  [3, "154-KH/BTGTU", date(9, 5, 2023), SURVEY_SUBJECT, PROPAGANDA],
];

/** Hạ Lang on 30/5/2023: 8 communes published, 5 after the second workshop. */
const HA_LANG_PUBLISHED = [
  "An Lạc",
  "Thị Hoa",
  "Cô Ngân",
  "Thắng Lợi",
  "Vinh Quý",
  "Lý Quốc",
  "Kim Loan",
  "Quang Long",
];
const HA_LANG_WORKSHOP = [
  "xã Đức Quang",
  "xã Thống Nhất",
  "thị trấn Thanh Nhật",
  "xã Minh Long",
  "xã Đồng Loan",
];

function haLangWorks(publishedCount: number): CellContent[][] {
  const published = HA_LANG_PUBLISHED.map((name, index) => {
    const title =
      name === "An Lạc" ? "Lịch sử Đảng bộ xã An Lạc giai đoạn 1948 - 2020" : `Lịch sử Đảng bộ xã ${name}`;
    const done = index < publishedCount;
    const workshop = name === "An Lạc" ? "lần 2, 15/8/2022" : "lần 2";
    return work(
      title,
      done ? "quý I/2023" : null,
      done ? null : "x",
      done ? null : workshop,
      null,
      60_000_000
    );
  });
  const drafts = HA_LANG_WORKSHOP.map((name) =>
    work(`Lịch sử Đảng bộ ${name}`, null, null, "lần 2", null, null)
  );
  return numbered([...published, ...drafts]);
}

const SAMPLES: readonly Sample[] = [
  {
    file: "ha-lang-lan-1.xlsx",
    unit: "ha-lang",
    purpose: "Hạ Lang, gửi lần đầu, trong hạn: 6 xã đã xuất bản",
    saved: "2023-05-18T03:00:00Z",
    documents: DOCUMENTS,
    works: haLangWorks(6),
  },
  {
    file: "ha-lang-lan-2.xlsx",
    unit: "ha-lang",
    purpose: "Hạ Lang, gửi lại theo số liệu ngày 30/5/2023: 8 xã đã xuất bản, 5 xã đã hội thảo lần 2",
    saved: "2023-05-30T08:30:00Z",
    documents: DOCUMENTS,
    works: haLangWorks(8),
  },
  {
    file: "thach-an.xlsx",
    unit: "thach-an",
    purpose: "Thạch An, gửi trong hạn",
    saved: "2023-05-19T02:00:00Z",
    documents: DOCUMENTS,
    works: numbered([
      work("Lịch sử Đảng bộ xã Canh Tân giai đoạn 1930 - 2020", null, "x", "x", null, "50 triệu"),
      work("Lịch sử Đảng bộ thị trấn Đông Khê", null, null, null, "x", null),
    ]),
  },
  {
    file: "cao-bang.xlsx",
    unit: "cao-bang",
    purpose: "Thành phố Cao Bằng: hai xã, phường đã có sách trước 2021, không tính vào chỉ tiêu",
    saved: "2023-05-16T07:15:00Z",
    documents: DOCUMENTS,
    works: numbered([
      work("Lịch sử Đảng bộ phường Đề Thám (1930 - 2012)", "2013", null, null, null, null),
      work("Lịch sử Đảng bộ xã Hưng Đạo (1930 - 2015)", "2016", null, null, null, null),
      work("Lịch sử Đảng bộ phường Sông Hiến", null, null, "x", null, "30.000.000"),
    ]),
  },
  {
    file: "quan-su.xlsx",
    unit: "quan-su",
    purpose: "Đảng uỷ Quân sự tỉnh: một công trình cấp huyện và tương đương",
    saved: "2023-05-17T09:00:00Z",
    documents: DOCUMENTS.slice(0, 1),
    works: numbered([
      work("Lịch sử Đảng bộ Quân sự tỉnh Cao Bằng (1947 - 2020)", "2022", null, null, null, null),
    ]),
  },
  {
    file: "trung-khanh-co-loi.xlsx",
    unit: "trung-khanh",
    purpose: "Trùng Khánh, cố ý có nhiều lỗi để thử phần Kiểm tra",
    saved: "2023-05-22T01:00:00Z",
    documents: [
      [1, "Số: 02 – ĐA/TU", "25/6/21", SCHEME_SUBJECT, PROVINCE],
      [2, "235- KH/BCĐ", "31/4/2023", REVIEW_SUBJECT, PROVINCE],
      [3, "154-KH BTGTU", "09/5", SURVEY_SUBJECT, PROPAGANDA],
      [5, "Kế hoạch số 17", "20/6/2023", "Kế hoạch thực hiện Đề án", null],
    ],
    works: numbered([
      work("Lịch sử Đảng bộ xã Phong Châu (1946 - 2020)", "2020", null, null, null, null),
      work("Lịch sử Đảng bộ huyện Trùng Khánh (1930 - 2005)", null, null, null, "x", null),
      work("Lịch sử Đảng bộ xã Đàm Thủy", "x", null, null, null, "50tr"),
      work("Lịch sử Đảng bộ xã Phong Nặm", null, "x", null, "x", null),
      work("Lịch sử Đảng bộ xã Đình Phông", null, null, "x", null, null),
      work("Lịch sử Đảng bộ xã An Lạc", null, null, "x", null, null),
      work("Lịch sử Đảng bộ xã Chí Viễn", "dự kiến 7/2023", null, null, null, "khoảng 40 triệu"),
    ]),
  },
];

function date(day: number, month: number, year: number): CellContent {
  return { date: isoDate(year, month, day) ?? "" };
}

/** Cells of a row of Biểu 02 after its ordinal. */
function work(
  title: string,
  published: CellContent,
  appraised: CellContent,
  workshop: CellContent,
  compiling: CellContent,
  funds: CellContent
): CellContent[] {
  return [title, published, appraised, workshop, compiling, funds];
}

function numbered(rows: readonly (readonly CellContent[])[]): CellContent[][] {
  return rows.map((row, index) => [index + 1, ...row]);
}

/** The bytes of one sample. */
export async function sampleBytes(sample: Sample): Promise<Uint8Array> {
  const round = deAn02.round("khao-sat-2023");
  const unit = deAn02.units.find(({ id }) => id === sample.unit);
  if (!round || !unit) throw new RangeError(`No such unit or round for ${sample.file}`);
  const template = templateWorkbook({ scheme: deAn02, unit, round });
  const rows = { "bieu-01": sample.documents, "bieu-02": sample.works };
  const sheets = template.sheets.map((sheet) => {
    const form = deAn02.forms.find(({ name }) => name === sheet.name);
    return form ? filled(sheet, form, rows[form.id]) : sheet;
  });
  const spec: WorkbookSpec = { ...template, sheets };
  return withSavingTime(await writeWorkbook(spec), sample.saved);
}

function filled(sheet: SheetSpec, form: FormSpec, rows: readonly (readonly CellContent[])[]): SheetSpec {
  return { ...sheet, blocks: [...sheet.blocks, { top: formRows(form).bodyTop, left: 0, rows }] };
}

/** Templates carry no time; a file that was filled in says when it was last saved. */
function withSavingTime(bytes: Uint8Array, saved: string): Uint8Array {
  const parts = unzipSync(bytes);
  const core = strFromU8(parts["docProps/core.xml"] ?? new Uint8Array());
  const modified = `<dcterms:modified xsi:type="dcterms:W3CDTF">${saved}</dcterms:modified></cp:coreProperties>`;
  const stamped = core.replace("</cp:coreProperties>", modified);
  return zipSync(
    { ...parts, "docProps/core.xml": strToU8(stamped) },
    { level: 6, mtime: new Date(1980, 0, 1) }
  );
}

/** All samples with their bytes. */
export async function makeSamples(): Promise<readonly (Sample & { readonly bytes: Uint8Array })[]> {
  return Promise.all(SAMPLES.map(async (sample) => ({ ...sample, bytes: await sampleBytes(sample) })));
}

/** Writes the samples and their index into a folder. */
export async function writeSamples(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const samples = await makeSamples();
  for (const { file, bytes } of samples) writeFileSync(join(folder, file), bytes);
  const index = samples.map(({ file, purpose }) => ({ file, purpose }));
  writeFileSync(join(folder, "index.json"), `${JSON.stringify(index, null, 2)}\n`);
}
