/** Reads all workbooks of a folder with our reader, keeping all rows; with a second argument only those of one workbook. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readWorkbook } from "../../src/files/readWorkbook";

async function readAll(folder: string, dropping: boolean): Promise<number> {
  const rows: unknown[] = [];
  let count = 0;
  for (const name of readdirSync(folder).sort()) {
    const reading = await readWorkbook(new Uint8Array(readFileSync(path.join(folder, name))), name);
    if (!reading.ok) throw new Error(reading.error.message);
    if (dropping) rows.length = 0;
    for (const sheet of reading.workbook.sheets) for (const row of sheet.values) rows.push(row);
    count += rows.length;
  }
  return count;
}

void readAll(process.argv[2] ?? "", process.argv[3] !== undefined).then((rows) => {
  if (rows === 0) throw new Error("Nothing was read");
});
