import { buildTryout } from "../../excel-host/serve/build";
import { launchChromium } from "./chromium";

/**
 * Runs once before all browser tests: builds what each test file then serves, and makes sure that a browser can be
 * started, so that a machine without one says so at once and once.
 */
export default async function prepare(): Promise<void> {
  await Promise.all([buildTryout(process.cwd()), launchChromium().then((browser) => browser.close())]);
}
