import { checkWorkbook } from "../../../src/domain/check";
import { deAn02 } from "../../../src/schemes";
import { draftFor, finishedMapping, headingsIn } from "../../../src/taskpane/model/mappingDraft";
import { grid, workbook } from "../../support/grids";

const [, works] = deAn02.forms;
const check = (sheets: Parameters<typeof workbook>[0]["sheets"]) => {
  const sent = workbook({ unit: "ha-lang", sheets });
  return { sent, check: checkWorkbook(sent, { scheme: deAn02, asOf: "2023-06-30", language: "vi" }) };
};

test("a draft begins with what was recognised", () => {
  const rows = [
    ["Danh sách"],
    ["TT", "Tựa sách của ta", "Đã xuất bản (thời gian)", "Đang tiến hành biên soạn"],
    [1, "Lịch sử Đảng bộ xã An Lạc", "2022", null],
  ];
  const { sent, check: found } = check([grid(rows, { sheet: "Sách" })]);
  const draft = draftFor(sent, found, deAn02.forms);
  expect(draft).toMatchObject({ sheet: "Sách", form: "bieu-02", headerRow: 2 });
  expect(draft?.columns).toMatchObject({ published: 2, compiling: 3 });
});

test("where nothing was recognised, at the first row that says anything", () => {
  const { sent, check: found } = check([
    grid([[null]], { sheet: "Trống" }),
    grid([[null, null], [null, "Nội dung"]], { sheet: "Trang 2", top: 4, left: 1 }), // prettier-ignore
  ]);
  expect(draftFor(sent, found, deAn02.forms)).toEqual({
    sheet: "Trang 2",
    form: "bieu-01",
    headerRow: 6,
    columns: {},
  });
  expect(draftFor({ ...sent, sheets: [] }, found, deAn02.forms)).toBeNull();
});

test("headings carry the letters of their columns", () => {
  const sheet = grid([["Tên\ncông  trình", null, 3]], { left: 1 });
  expect(headingsIn(sheet, 1).map(({ text }) => text)).toEqual(["B: Tên công trình", "C: ", "D: 3"]);
});

test("a mapping needs a column by which the form is known, and no column twice", () => {
  const sheet = grid([["A", "B"]]);
  const draft = { sheet: "Sheet1", form: "bieu-02", headerRow: 1, columns: {} } as const;
  expect(finishedMapping(draft, sheet, works!)).toBeNull();
  expect(finishedMapping({ ...draft, columns: { ordinal: 0 } }, sheet, works!)).toBeNull();
  expect(finishedMapping({ ...draft, columns: { title: 0, published: 0 } }, sheet, works!)).toBeNull();
  expect(finishedMapping({ ...draft, columns: { title: 0, published: 1 } }, sheet, works!)).toMatchObject({
    headerRow: 0,
    headings: { title: "A", published: "B" },
  });
});
