import { locateForms } from "../../../src/domain/forms/locate";
import type { CellValue } from "../../../src/domain/grid";
import { identifyUnit } from "../../../src/domain/stamp";
import { readWorkbook } from "../../../src/files/readWorkbook";
import { writeWorkbook } from "../../../src/files/writeWorkbook";
import { BODY_ROWS, formRows, formSheet, templateWorkbook } from "../../../src/layout/templates";
import { deAn02, type FormSpec, type Round, type Unit } from "../../../src/schemes";

const unit = deAn02.units.find(({ id }) => id === "ha-lang") as Unit;
const round = deAn02.round("khao-sat-2023") as Round;
const options = { scheme: deAn02, unit, round };
const [form01, form02] = deAn02.forms as [FormSpec, FormSpec];

async function gridOf(form: FormSpec) {
  const result = await readWorkbook(await writeWorkbook(templateWorkbook(options)), "mau.xlsx");
  if (!result.ok) throw new Error(result.error.message);
  const grid = result.workbook.sheets.find(({ sheet }) => sheet === form.name);
  if (grid === undefined) throw new Error(`no sheet ${form.name}`);
  return { grid, workbook: result.workbook };
}

/** Cells of the print area, row by row. */
function printed(values: readonly (readonly CellValue[])[], columns: number): CellValue[][] {
  return values.map((row) => Array.from({ length: columns }, (_, index) => row[index] ?? null));
}

test("Biểu 01 reads as printed with Kế hoạch 154-KH/BTGTU", async () => {
  const { grid } = await gridOf(form01);
  expect(printed(grid.values, 5)).toEqual([
    ["Biểu số 01:", null, null, null, null],
    ["BIỂU TỔNG HỢP VĂN BẢN TRIỂN KHAI THỰC HIỆN", null, null, null, null],
    ["ĐỀ ÁN 02-ĐA/TU", null, null, null, null],
    [null, null, null, null, null],
    ["TT", "Số văn bản", "Thời gian", "Trích yếu nội dung văn bản", "Cơ quan ban hành"],
  ]);
});

test("Biểu 02 reads as printed, with the round's period", async () => {
  const { grid } = await gridOf(form02);
  expect(printed(grid.values, 7)).toEqual([
    ["Biểu số 02:", null, null, null, null, null, null],
    ["MỘT SỐ KẾT QUẢ CỤ THỂ", null, null, null, null, null, null],
    ["thực hiện các công trình lịch sử theo Đề án số 02-ĐA/TU", null, null, null, null, null, null],
    ["giai đoạn 2021 - 2023", null, null, null, null, null, null],
    [null, null, null, null, null, null, null],
    ["TT", "Tên công trình", "Mức độ hoàn thành", null, null, null, "Kinh phí xã hội hóa"],
    [
      null,
      null,
      "Đã xuất bản (thời gian)",
      "Đã thông qua Hội đồng thẩm định",
      "Đã tổ chức hội thảo bản thảo",
      "Đang tiến hành biên soạn",
      null,
    ],
  ]);
});

test("“Mức độ hoàn thành” spans the four stages; TT, title and funds span both header rows", () => {
  const { headerTop, headerBottom } = formRows(form02);
  const merges = formSheet(form02, options).merges.filter(({ top }) => top >= headerTop);
  expect(merges).toEqual(
    expect.arrayContaining([
      { top: headerTop, bottom: headerTop, left: 2, right: 5 },
      { top: headerTop, bottom: headerBottom, left: 0, right: 0 },
      { top: headerTop, bottom: headerBottom, left: 1, right: 1 },
      { top: headerTop, bottom: headerBottom, left: 6, right: 6 },
    ])
  );
  expect(merges).toHaveLength(4);
});

test("“(thời gian)” is in italics", () => {
  const contents = formSheet(form02, options).blocks.flatMap(({ rows }) => rows.flat());
  const runs = contents.flatMap((content) =>
    typeof content === "object" && content !== null && "runs" in content ? [content.runs] : []
  );
  expect(runs).toEqual([[{ text: "Đã xuất bản " }, { text: "(thời gian)", bold: false, italic: true }]]);
});

test("the add-in's own reader finds both forms in the template, and whose it is with and without the stamp", async () => {
  const { workbook } = await gridOf(form01);
  const located = workbook.sheets.flatMap((grid) => locateForms(grid, deAn02.forms));
  expect(located.map(({ form, missing }) => [form.id, missing])).toEqual([
    ["bieu-01", []],
    ["bieu-02", []],
  ]);
  expect(identifyUnit(workbook, deAn02)).toMatchObject({ unit: { id: "ha-lang" }, source: "stamp" });
  expect(identifyUnit({ ...workbook, properties: {} }, deAn02)).toMatchObject({
    unit: { id: "ha-lang" },
    source: "text",
  });
  expect(workbook.properties).toEqual({
    "BieuSu.Scheme": "de-an-02",
    "BieuSu.Unit": "ha-lang",
    "BieuSu.Round": "khao-sat-2023",
    "BieuSu.TemplateVersion": "1",
  });
});

test.each(deAn02.forms.map((form) => [form.name, form] as const))(
  "%s: nothing unofficial in the print area, header repeated in print and frozen on screen",
  (_, form) => {
    const sheet = formSheet(form, options);
    const { headerTop, headerBottom, bodyTop, bodyBottom } = formRows(form);
    const lastColumn = form.columns.length - 1;
    expect(sheet.print).toMatchObject({
      orientation: "landscape",
      area: { top: 0, left: 0, bottom: bodyBottom, right: lastColumn },
      repeatRows: { top: headerTop, bottom: headerBottom },
    });
    expect(sheet.freeze).toEqual({ rows: bodyTop, columns: 0 });
    const notes = sheet.blocks.filter(({ left }) => left > lastColumn);
    expect(notes.flatMap(({ rows }) => rows.flat())).toContain("Đơn vị: Huyện uỷ Hạ Lang");
    const official = sheet.blocks.filter(({ left }) => left <= lastColumn);
    const texts = official.flatMap(({ rows }) => rows.flat()).filter((content) => content !== null);
    expect(texts).toHaveLength(1 + form.title.length + form.columns.length + (form === form02 ? 1 : 0));
    expect(bodyBottom - bodyTop + 1).toBe(BODY_ROWS);
  }
);

test("every column has an input message that Excel accepts, and no cell refuses what is typed", () => {
  for (const sheet of templateWorkbook(options).sheets) {
    for (const { prompt, alert } of sheet.validations) {
      expect(prompt?.title.length).toBeLessThanOrEqual(32);
      expect(prompt?.message.length).toBeLessThanOrEqual(255);
      expect(prompt?.message).not.toBe("");
      expect(alert?.style ?? "warning").toBe("warning");
      expect(alert?.title.length ?? 0).toBeLessThanOrEqual(32);
      expect(alert?.message.length ?? 0).toBeLessThanOrEqual(225);
    }
    expect(sheet.validations).toHaveLength(sheet.columns.length - 2);
    expect(sheet.protection).toBeUndefined();
  }
});

test("a template for nobody in particular leaves the unit open", async () => {
  const spec = templateWorkbook({ ...options, unit: null });
  expect(spec.properties["BieuSu.Unit"]).toBeUndefined();
  const result = await readWorkbook(await writeWorkbook(spec), "mau.xlsx");
  if (!result.ok) throw new Error(result.error.message);
  expect(identifyUnit(result.workbook, deAn02)).toBeNull();
});
