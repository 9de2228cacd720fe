/** Reads all workbooks of a folder with SheetJS, everything off that can be off, keeping all rows. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { read } from "@e965/xlsx";

const [folder = ""] = process.argv.slice(2);
const rows: unknown[] = [];
for (const name of readdirSync(folder).sort()) {
  const book = read(readFileSync(path.join(folder, name)), {
    type: "buffer",
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    cellNF: false,
    cellStyles: false,
    bookVBA: false,
    bookDeps: false,
  });
  for (const sheet of Object.values(book.Sheets)) for (const row of sheet["!data"] ?? []) rows.push(row);
}
if (rows.length === 0) throw new Error("Nothing was read");
