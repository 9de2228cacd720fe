import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

/** One workbook that a visitor can download and try. */
export interface SampleFile {
  readonly name: string;
  /** Size in bytes. */
  readonly size: number;
  /** What it is for, in one line; empty when the folder does not say. */
  readonly purpose: string;
}

/** One entry of the folder's index.json. */
interface IndexEntry {
  readonly file: string;
  readonly purpose: string;
}

/**
 * The .xlsx files of a folder: first those that its index.json lists (`[{"file": …, "purpose": …}]`), in its order
 * and with their purposes, then the others by name.
 *
 * @returns an empty list when there is no such folder
 */
export async function listSamples(directory: string): Promise<readonly SampleFile[]> {
  const [names, index] = await Promise.all([workbooksIn(directory), readIndex(directory)]);
  const listed = index.filter(({ file }) => names.includes(file));
  const others = names.filter((name) => !listed.some(({ file }) => file === name));
  return Promise.all(
    [...listed, ...others.map((file) => ({ file, purpose: "" }))].map(async ({ file, purpose }) => ({
      name: file,
      size: (await stat(path.join(directory, file))).size,
      purpose,
    }))
  );
}

async function workbooksIn(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => name.endsWith(".xlsx") && !name.startsWith("~$")).sort();
}

async function readIndex(directory: string): Promise<readonly IndexEntry[]> {
  const text = await readFile(path.join(directory, "index.json"), "utf8").catch(() => "[]");
  const entries: unknown = JSON.parse(text);
  return Array.isArray(entries) ? entries.filter(isIndexEntry) : [];
}

function isIndexEntry(entry: unknown): entry is IndexEntry {
  return (
    typeof entry === "object" &&
    entry !== null &&
    "file" in entry &&
    typeof entry.file === "string" &&
    "purpose" in entry &&
    typeof entry.purpose === "string"
  );
}
