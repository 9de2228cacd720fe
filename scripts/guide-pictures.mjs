/** `npm run docs:pictures`: takes the pictures of the Vietnamese guide anew, by the browser test that walks through it. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "./importTypescript.mjs";

const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, "node_modules/jest/bin/jest.js"),
    "--selectProjects",
    "e2e",
    "--testPathPatterns",
    "e2e/guide",
  ],
  { cwd: root, stdio: "inherit", env: { ...process.env, GUIDE_PICTURES: path.join(root, "docs/vi/hinh") } }
);
process.exitCode = status ?? 1;
