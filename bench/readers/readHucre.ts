/** Reads all workbooks of a folder with the library, keeping all rows. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readXlsx } from "hucre/xlsx";

async function readAll(folder: string): Promise<number> {
  const rows: unknown[] = [];
  for (const name of readdirSync(folder).sort()) {
    const { sheets } = await readXlsx(readFileSync(path.join(folder, name)));
    for (const sheet of sheets) for (const row of sheet.rows) rows.push(row);
  }
  return rows.length;
}

void readAll(process.argv[2] ?? "").then((rows) => {
  if (rows === 0) throw new Error("Nothing was read");
});
