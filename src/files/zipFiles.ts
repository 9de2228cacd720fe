import { zipSync } from "fflate";

/** A file by its name, without folders. */
export interface NamedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Several files as one .zip. The same files give the same bytes; workbooks are compressed already and are stored. */
export function zipFiles(files: readonly NamedFile[]): Uint8Array {
  const names = new Set(files.map(({ name }) => name));
  if (names.size < files.length) throw new RangeError("Two files of one name");
  const entries = files.map(({ name, bytes }) => [name, bytes] as const);
  return zipSync(Object.fromEntries(entries), { level: 0, mtime: new Date(1980, 0, 1) });
}
