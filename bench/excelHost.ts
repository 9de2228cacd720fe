/** What the genuine client and the host add to the bare spreadsheet, and how long the host takes to start. */
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { requireTypescript } from "../scripts/requireTypescript.mjs";
import type * as Headless from "../test/excel-host/spreadsheet/univer/headless";
import type * as Bundle from "../test/excel-host/spreadsheet/univer/bundle";
import type * as InProcess from "../test/excel-host/inProcess";
import { compare, timed, type BenchResult } from "./compare";

const ROWS = 10_000;
const COLUMNS = 8;
const ADDRESS = `A1:H${ROWS}`;
const ROUNDS = 7;

/** A table as officials have them: numbers, words and dates. */
const VALUES = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: COLUMNS }, (_, column) =>
    column % 2 === 0 ? row * COLUMNS + column : `Lịch sử Đảng bộ xã ${row}`
  )
);

const { bootExcel } = requireTypescript("test/excel-host/inProcess.ts") as typeof InProcess;
const { headlessBundle } = requireTypescript("test/excel-host/spreadsheet/univer/bundle.ts") as typeof Bundle;

export async function run(): Promise<readonly BenchResult[]> {
  return [await writeAndRead(), await startInJest()];
}

async function writeAndRead(): Promise<BenchResult> {
  const measured = await compare(
    [
      { name: "Univer alone", run: throughUniver },
      { name: "genuine client and host", run: throughClient },
    ],
    ROUNDS
  );
  const text = "client and host against Univer alone";
  return {
    title: `${ROWS} × ${COLUMNS} values written and read`,
    measured,
    bars: [{ text, value: measured[1]?.ratio ?? NaN, below: 4 }],
  };
}

async function throughUniver(): Promise<number> {
  const { startHeadlessUniver } = createRequire(headlessBundle())(headlessBundle()) as typeof Headless;
  const { univer, api } = startHeadlessUniver({ workbookName: "bare", sheetName: "Sheet1" });
  const sheet = api.getActiveWorkbook()?.getActiveSheet();
  sheet?.setRowCount(ROWS);
  let read: unknown[][] = [];
  const milliseconds = await timed(() => {
    sheet?.getRange(ADDRESS).setValues(VALUES);
    read = sheet?.getRange(ADDRESS).getValues() ?? [];
  });
  expectSame(read);
  univer.dispose();
  return milliseconds;
}

async function throughClient(): Promise<number> {
  const excel = await bootExcel({ apiVersion: "1.14" });
  let read: unknown[][] = [];
  const milliseconds = await timed(() =>
    excel.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange(ADDRESS);
      range.values = VALUES;
      range.load("values");
      await context.sync();
      read = range.values;
    })
  );
  expectSame(read);
  excel.dispose();
  return milliseconds;
}

function expectSame(read: readonly (readonly unknown[])[]): void {
  if (JSON.stringify(read) !== JSON.stringify(VALUES)) {
    throw new Error("What was read is not what was written.");
  }
}

/** The time that Jest gives for the first start of a host in a file of its own, Univer's compiling included. */
async function startInJest(): Promise<BenchResult> {
  const measured = await compare([{ name: "first start in a Jest file", run: firstStart }], 3);
  return {
    title: "The host starts in Jest",
    measured,
    bars: [{ text: "milliseconds", value: measured[0]?.median ?? NaN, below: 1000 }],
  };
}

async function firstStart(): Promise<number> {
  const args = ["node_modules/jest/bin/jest.js", "--selectProjects", "excel-host", "--testPathPatterns"];
  const options = [...args, "excel-host/start.test", "--json"];
  const output = execFileSync(process.execPath, options, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const { testResults } = JSON.parse(output) as {
    testResults: { assertionResults: { duration: number }[] }[];
  };
  return testResults[0]?.assertionResults[0]?.duration ?? NaN;
}
