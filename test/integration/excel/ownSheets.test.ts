/** A merge beside sheets of people's own that are called like those of ours that nobody sees. */
import { readMergedState } from "../../../src/domain/merge/readState";
import { readOpenWorkbook } from "../../../src/excel";
import { deAn02 as scheme } from "../../../src/schemes";
import { previewMerge, restPlanning, writeMerge } from "../../../src/taskpane/mergeServices";
import { undo } from "../../../src/taskpane/services";
import { workbook, worksGrid } from "../../support/grids";
import { installPlanWorker } from "../../support/planWorker";
import { useExcel } from "./useExcel";
import { workbookState } from "./workbookState";

const running = useExcel();
let removeWorker: () => void;

beforeAll(() => {
  removeWorker = installPlanWorker();
});

afterEach(restPlanning);
afterAll(() => removeWorker());

const round = scheme.round("khao-sat-2023")!;

async function merge(published: string) {
  const row = [1, "Lịch sử Đảng bộ xã An Lạc", published, null, null, null, null];
  const sent = workbook({ file: `${published}.xlsx`, unit: "ha-lang", sheets: [worksGrid([row])] });
  const contributions = [{ workbook: { ...sent, sha256: null }, unit: null }];
  const preview = await previewMerge({ contributions, round, language: "vi" });
  const outcome = await writeMerge(preview, {});
  await running.excel.settle();
  return outcome!;
}

async function addOwn(...names: readonly string[]): Promise<void> {
  await Excel.run(async (context) => {
    for (const name of names) {
      context.workbook.worksheets.add(name).getRange("B2:C2").values = [["Số liệu gốc của phòng", 12]];
    }
    await context.sync();
  });
}

/** Names and visibility of all sheets, and what the own ones hold. */
async function sheets() {
  const { sheets: grids } = await readOpenWorkbook();
  return grids.map(({ sheet, hidden, values }) => ({
    sheet,
    hidden,
    isOwn: JSON.stringify(values) === JSON.stringify([["Số liệu gốc của phòng", 12]]),
  }));
}

test("people's own sheets stay as they are; the next merge continues from ours; all is taken back", async () => {
  await addOwn("Bản gốc", "Cột đã chỉ định");
  const before = await workbookState();
  const first = await merge("quý I/2023");
  const own = [
    { sheet: "Bản gốc", hidden: false, isOwn: true },
    { sheet: "Cột đã chỉ định", hidden: false, isOwn: true },
  ];
  expect(await sheets()).toEqual(expect.arrayContaining(own));
  expect(await sheets()).toContainEqual({ sheet: "Bản gốc (Biểu Sử 1)", hidden: true, isOwn: false });
  const count = (await sheets()).length;

  const second = await merge("quý II/2023");
  expect(await sheets()).toHaveLength(count);
  expect(await sheets()).toEqual(expect.arrayContaining(own));
  const { base } = readMergedState(await readOpenWorkbook(), scheme)!;
  expect(base.map(({ cells }) => cells["published"])).toEqual(["quý II/2023"]);

  await undo(second.undo!);
  await undo(first.undo!);
  expect(await workbookState()).toEqual(before);
});

test("without sheets of their own, ours keep their name", async () => {
  await merge("quý I/2023");
  const names = (await sheets()).map(({ sheet }) => sheet);
  expect(names.filter((name) => name.startsWith("Bản gốc"))).toEqual(["Bản gốc"]);
});
