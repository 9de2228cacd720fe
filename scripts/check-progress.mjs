/**
 * Recalculates generated merged tables with LibreOffice and compares every formula with the product's own figure:
 * `node scripts/check-progress.mjs [count=1000] [seed=1]`. Exit status 1 when a cell differs.
 */
import { importTypescript } from "./importTypescript.mjs";

const [count = "1000", seed = "1"] = process.argv.slice(2);
const { checkRecalculation } = await importTypescript("test/integration/progress/checkRecalculation.ts");
process.exitCode = (await checkRecalculation(Number(count), Number(seed))) ? 0 : 1;
