/** What the pane does to whole sheets happens one after the other, and is taken back in order. */
import { deAn02 } from "../../../src/schemes";
import { type MergePreview, previewMerge, writeMerge } from "../../../src/taskpane/mergeServices";
import { exclusively } from "../../../src/taskpane/openWorkbook";
import {
  drawProgress,
  findInterrupted,
  insertTemplate,
  openProgress,
  undo,
} from "../../../src/taskpane/services";
import { documentsGrid, workbook } from "../../support/grids";
import { installPlanWorker } from "../../support/planWorker";
import { useExcel } from "./useExcel";
import { workbookState } from "./workbookState";

const running = useExcel();
let removeWorker: () => void;

beforeAll(() => {
  removeWorker = installPlanWorker();
});

afterAll(() => removeWorker());

const round = deAn02.round("khao-sat-2023")!;
const unit = deAn02.units.find(({ id }) => id === "ha-lang")!;
const MERGED = ["Tiến độ", "Tổng hợp 01", "Tổng hợp 02"];

function preview(): Promise<MergePreview> {
  const sheets = [documentsGrid([[1, "12-KH/HU", "25/6/2021", "Kế hoạch", "Huyện uỷ Hạ Lang"]])];
  const sent = { ...workbook({ file: "ha-lang.xlsx", unit: unit.id, sheets }), sha256: "0".repeat(64) };
  return previewMerge({ contributions: [{ workbook: sent, unit: null }], round, language: "vi" });
}

async function sheetNames(): Promise<readonly string[]> {
  const { sheets } = await workbookState();
  return sheets.map(({ name }) => name);
}

test("forms inserted twice at once are there once, and the second says that they were", async () => {
  const [first, second] = await Promise.all([insertTemplate(unit, round), insertTemplate(unit, round)]);
  expect([first.drawn, second.drawn, second.kept]).toEqual([
    ["Biểu 01", "Biểu 02"],
    [],
    ["Biểu 01", "Biểu 02"],
  ]);
});

test("figures that are asked for while a merge is drawn are those of the whole merge", async () => {
  const shown = await preview();
  let during: ReturnType<typeof openProgress> | null = null;
  let interrupted: ReturnType<typeof findInterrupted> | null = null;
  const writing = writeMerge(
    shown,
    {},
    {
      onDraw: () => {
        // After the drawing has begun.
        void Promise.resolve().then(() => {
          during = openProgress();
          interrupted = findInterrupted();
        });
      },
    }
  );
  expect(await writing).not.toBeNull();
  expect(await during).toMatchObject({ unit: null });
  expect(await interrupted).toBeNull();
});

test("nothing is written when somebody has changed the workbook while it was computed", async () => {
  const shown = await preview();
  const outcome = await writeMerge(
    shown,
    {},
    { onDraw: () => void exclusively(() => running.excel.userEdit("Sheet1", "A1", "vừa ghi")) }
  );
  expect(outcome).toBeNull();
  expect(await sheetNames()).toEqual(["Sheet1"]);
});

test("what was drawn is taken back in order, and not after what it was drawn upon", async () => {
  const merged = (await writeMerge(await preview(), {}))?.undo;
  const draw = async () => {
    const drawing = await drawProgress();
    return drawing.kind === "drawn" ? drawing.outcome.undo : null;
  };
  const first = await draw();
  expect(await undo(first!)).toBe(true);
  expect(await sheetNames()).toEqual(expect.arrayContaining(MERGED));
  const second = await draw();

  expect(await undo(merged!)).toBe(true);
  expect(await sheetNames()).toEqual(["Sheet1"]);
  expect(await undo(second!)).toBe(false);
  expect(await sheetNames()).toEqual(["Sheet1"]);
});
