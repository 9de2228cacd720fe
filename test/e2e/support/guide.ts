import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Page } from "playwright-core";

/** Where the pictures of the guide go: a folder that git ignores, or the guide's own when it is to be renewed. */
const FOLDER = path.resolve(process.env["GUIDE_PICTURES"] ?? "test/artifacts/guide");

/** Takes a picture for the guide and returns its file's name. */
export async function guidePicture(page: Page, name: string): Promise<string> {
  const file = `${name}.png`;
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: path.join(FOLDER, file) });
  return file;
}
