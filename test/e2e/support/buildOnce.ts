import { buildTryout } from "../../excel-host/serve/build";

/** Runs once before all browser tests: each test file then serves what was built here. */
export default async function buildOnce(): Promise<void> {
  await buildTryout(process.cwd());
}
