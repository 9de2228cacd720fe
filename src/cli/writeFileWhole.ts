import { rename, rm, writeFile } from "node:fs/promises";
import { CallError } from "./callError";

/** Writes a file so that it is there whole or not at all. Throws `CallError` when the place cannot be written. */
export async function writeFileWhole(file: string, bytes: Uint8Array): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  try {
    await writeFile(partial, bytes);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CallError(`Không ghi được tệp ${file}: ${reason}`);
  }
}
