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

/**
 * The .xlsx files of a folder, in the order of their names, each with the line that the folder's index.json
 * (`{"<file name>": "<purpose>"}` or `[{"file"|"name": …, "purpose"|"description": …}]`) or README.md (the
 * first line that names the file) gives to it.
 *
 * @returns an empty list when there is no such folder
 */
export async function listSamples(directory: string): Promise<readonly SampleFile[]> {
  const names = await workbooksIn(directory);
  const purposes = await readPurposes(directory, names);
  return Promise.all(
    names.map(async (name) => ({
      name,
      size: (await stat(path.join(directory, name))).size,
      purpose: purposes.get(name) ?? "",
    }))
  );
}

async function workbooksIn(directory: string): Promise<readonly string[]> {
  try {
    const names = await readdir(directory);
    return names.filter((name) => name.endsWith(".xlsx") && !name.startsWith("~$")).sort();
  } catch {
    return [];
  }
}

async function readPurposes(
  directory: string,
  names: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const [index, readme] = await Promise.all(
    ["index.json", "README.md"].map((name) => readFile(path.join(directory, name), "utf8").catch(() => ""))
  );
  return new Map([...purposesInReadme(readme ?? "", names), ...purposesInIndex(index ?? "")]);
}

/** "| `a.xlsx` | what it is |" or "- `a.xlsx`: what it is", without the Markdown marks. */
function purposesInReadme(readme: string, names: readonly string[]): readonly (readonly [string, string])[] {
  const lines = readme.split(/\r?\n/);
  return names.flatMap((name) => {
    const line = lines.find((candidate) => candidate.includes(name));
    const rest = line?.slice(line.indexOf(name) + name.length);
    const purpose = rest
      ?.replace(/[`*]|\]\([^)]*\)/g, "")
      .replace(/^[\s|:–—-]+|[\s|]+$/g, "")
      .replace(/\s*\|\s*/g, " · ");
    return purpose ? [[name, purpose] as const] : [];
  });
}

function purposesInIndex(index: string): readonly (readonly [string, string])[] {
  if (!index) return [];
  const parsed: unknown = JSON.parse(index);
  const entries = Array.isArray(parsed)
    ? parsed.map((entry) => [text(entry, "file") || text(entry, "name"), purposeOf(entry)] as const)
    : isRecord(parsed)
      ? Object.entries(parsed).map(
          ([name, entry]) => [name, typeof entry === "string" ? entry : purposeOf(entry)] as const
        )
      : [];
  return entries.filter(([name, purpose]) => name && purpose);
}

function purposeOf(entry: unknown): string {
  return text(entry, "purpose") || text(entry, "description");
}

function text(entry: unknown, key: string): string {
  const value = isRecord(entry) ? entry[key] : undefined;
  return typeof value === "string" ? value : "";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
