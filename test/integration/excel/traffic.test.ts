/** What the product may ask of Excel: requests, and bytes in the largest of them and in all. Held for every operation. */
import { RESPONSE_CELLS } from "../../../src/excel/chunks";
import { drawWorkbook, readOpenWorkbook } from "../../../src/excel";
import { formRows } from "../../../src/layout/templates";
import { deAn02 } from "../../../src/schemes";
import { startLiveCheck, type LiveState } from "../../../src/taskpane/liveCheck";
import { type MergeOutcome, previewMerge, writeMerge } from "../../../src/taskpane/mergeServices";
import {
  applyFixes,
  checkToSend,
  drawProgress,
  insertTemplate,
  quickCheck,
  undo,
} from "../../../src/taskpane/services";
import { documentsGrid, workbook } from "../../support/grids";
import { installPlanWorker } from "../../support/planWorker";
import { plainWorkbook } from "./sampleSpec";
import { useExcel } from "./useExcel";

const running = useExcel();
let removeWorker: () => void;

beforeAll(() => {
  removeWorker = installPlanWorker();
});

afterAll(() => removeWorker());

const round = deAn02.round("khao-sat-2023")!;
const unit = deAn02.units.find(({ id }) => id === "ha-lang")!;
const FIRST = formRows(deAn02.forms[0]!).bodyTop + 1;
const MEGABYTE = 1_000_000;

interface Traffic {
  /** Requests, those that only let go of ranges among them. */
  readonly syncs: number;
  /** Bytes of all requests and responses. */
  readonly bytes: number;
}

/** What the work has cost. No request is ever larger than 4 MB, no response than Excel's 5 MB. */
async function trafficOf(work: () => Promise<unknown>): Promise<Traffic> {
  const { counters } = running.excel;
  await running.excel.settle();
  counters.reset();
  await work();
  await running.excel.settle();
  expect(counters.largestRequest).toBeLessThan(4 * MEGABYTE);
  expect(counters.largestResponse).toBeLessThan(5 * 1024 * 1024);
  expect(counters.trackedObjects()).toBe(0);
  return { syncs: counters.syncs, bytes: counters.requestBytes + counters.responseBytes };
}

const documentRow = (index: number): (string | number)[] => [
  index + 1,
  `${index + 10}${index % 10 === 0 ? " - " : "-"}CV/HU`,
  `${(index % 28) + 1}/8/2022`,
  `Về việc biên soạn lịch sử, phần ${index}`,
  "Huyện uỷ Hạ Lang",
];

async function fillIn(rows: number): Promise<void> {
  await insertTemplate(unit, round);
  const values = Array.from({ length: rows }, (_, index) => documentRow(index));
  await running.excel.host.edit({ sheet: "Biểu 01", address: `A${FIRST}`, values });
}

interface Merged {
  readonly traffic: Traffic;
  readonly rows: number;
  readonly takeBack: () => Promise<void>;
}

async function merge(count: number): Promise<Merged> {
  const rows = Array.from({ length: count }, (_, index) => documentRow(index));
  const sheets = [documentsGrid(rows)];
  const sent = { ...workbook({ file: "ha-lang.xlsx", unit: unit.id, sheets }), sha256: "0".repeat(64) };
  const preview = await previewMerge({
    contributions: [{ workbook: sent, unit: null }],
    round,
    language: "vi",
  });
  let outcome: MergeOutcome = null;
  const traffic = await trafficOf(async () => {
    outcome = await writeMerge(preview, {});
  });
  const takeBack = async (): Promise<void> => {
    const token = (outcome as MergeOutcome)?.undo;
    if (token) await undo(token);
  };
  return { traffic, rows: preview.plan.accounted.merged, takeBack };
}

test("inserting both tables: at most 3 requests", async () => {
  expect((await trafficOf(() => insertTemplate(unit, round))).syncs).toBeLessThanOrEqual(3);
});

test.each([10, 500, 10_000])(
  "checking %i rows: 2 requests, and one for each full response of cells",
  async (rows) => {
    await fillIn(rows);
    const { sheets } = await readOpenWorkbook();
    const cells = sheets.flatMap(({ values }) => values).reduce((sum, row) => sum + row.length, 0);
    expect(cells).toBeGreaterThan(rows * 5);
    const { syncs, bytes } = await trafficOf(() => checkToSend(round, "vi"));
    expect(syncs).toBeLessThanOrEqual(2 + Math.ceil(cells / RESPONSE_CELLS));
    expect(bytes).toBeLessThan(30_000 + cells * 100);
  }
);

test("a quick check marks what it finds: 3 requests more than the check", async () => {
  await fillIn(500);
  const { syncs } = await trafficOf(() => quickCheck(round));
  expect(syncs).toBeLessThanOrEqual(3 + 2);
});

test.each([1, 200])("%i edits after the check: one request to read, one for the marks", async (edits) => {
  await fillIn(500);
  let quiet: (() => void) | null = null;
  let state: LiveState | null = null;
  const live = startLiveCheck({
    onState: (next) => {
      state = next;
    },
    after: (_, call) => {
      quiet = call;
      return () => undefined;
    },
  });
  const rest = async (): Promise<void> => {
    await running.excel.settle();
    quiet?.();
    quiet = null;
    await live.idle();
  };
  live.show(true);
  live.mark(true);
  live.run(round, "vi");
  await live.idle();
  await rest();
  const { syncs, bytes } = await trafficOf(async () => {
    for (let edit = 0; edit < edits; edit++) {
      const address = `B${FIRST + edit * 2}`;
      await running.excel.host.edit({ sheet: "Biểu 01", address, values: `${edit} - KH/HU` });
    }
    await rest();
  });
  expect(state).toMatchObject({ error: null, result: { read: "edits" } });
  expect(syncs).toBeLessThanOrEqual(2);
  expect(bytes).toBeLessThan(30_000 + edits * 6_000);
  await live.close();
});

test("correcting cells, and taking it back: at most 3 requests each", async () => {
  await fillIn(200);
  const { check } = await checkToSend(round, "vi");
  const content = await readOpenWorkbook();
  const fixes = check.findings.filter(({ fix, rule }) => fix && rule === "document-number-spelling");
  const style = check.findings.filter(({ fix, rule }) => fix && rule === "document-number-style");
  const wanted = [...fixes, ...style];
  expect(wanted.length).toBeGreaterThan(10);
  let token: Awaited<ReturnType<typeof applyFixes>> | null = null;
  const there = await trafficOf(async () => {
    token = await applyFixes(wanted, content);
  });
  const back = await trafficOf(() => undo(token!));
  expect([there.syncs, back.syncs].filter((syncs) => syncs > 3)).toEqual([]);
});

test("merging grows with the rows, not faster", async () => {
  const small = await merge(100);
  await small.takeBack();
  const large = await merge(400);
  expect(large.rows).toBeGreaterThanOrEqual(4 * small.rows);
  expect(large.traffic.bytes / small.traffic.bytes).toBeLessThan(1.25 * (large.rows / small.rows));
  expect(small.traffic.syncs).toBeLessThanOrEqual(12);
  expect(large.traffic.syncs).toBeLessThanOrEqual(
    small.traffic.syncs + Math.ceil(large.traffic.bytes / 3_000_000)
  );
});

test("drawing the progress: a fixed number of requests", async () => {
  await merge(100);
  let drawn = "";
  const { syncs } = await trafficOf(async () => {
    drawn = (await drawProgress()).kind;
  });
  expect(drawn).toBe("drawn");
  expect(syncs).toBeLessThanOrEqual(14);
});

test("a sheet of 12 MB is written in requests of less than 4 MB", async () => {
  const long = "Lịch sử Đảng bộ xã An Lạc. ".repeat(30);
  const rows = Array.from({ length: 12_000 }, (_, index) => [index, long]);
  const { syncs, bytes } = await trafficOf(() =>
    drawWorkbook(plainWorkbook("Lớn", rows), { existing: "keep" })
  );
  expect(syncs).toBeLessThanOrEqual(3 + Math.ceil(bytes / 3_000_000));
});
