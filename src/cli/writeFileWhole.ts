import { rename, rm, writeFile } from "node:fs/promises";
import type { Translate } from "../i18n";
import { CallError } from "./callError";

/** Writes a file so that it is there whole or not at all. Throws `CallError` when the place cannot be written. */
export async function writeFileWhole(file: string, bytes: Uint8Array, translate: Translate): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  try {
    await writeFile(partial, bytes);
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new CallError(translate("cli.file.notWritten", { path: file, reason }));
  }
}
