/** `npm run docs:rules`: writes docs/rules.md from the catalogue. A test fails when the page is stale. */
import { writeFile } from "node:fs/promises";
import { importTypescript } from "./importTypescript.mjs";

const { describeRules } = await importTypescript("scripts/describeRules.ts");
await writeFile("docs/rules.md", describeRules());
