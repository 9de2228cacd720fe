/** LibreOffice as an independent reader: what our files mean to a program that is not ours. */
import { execFileSync } from "child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "fs";
import { tmpdir } from "os";
import { join } from "path";

const CANDIDATES = ["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"];

/** Path of the program; undefined where it is not installed. */
export const LIBRE_OFFICE: string | undefined = CANDIDATES.find((path) => existsSync(path));

const REMEDY =
  "LibreOffice không có hoặc thiếu phần Calc, Writer: hãy cài (apt-get install libreoffice-calc libreoffice-writer) rồi chạy lại.";

/**
 * `test` where LibreOffice is there. Without it the test is reported as skipped, with the reason in its name; where
 * `REQUIRE_LIBREOFFICE` is set it fails instead.
 */
export function testWithLibreOffice(name: string, run: () => Promise<void>): void {
  if (LIBRE_OFFICE !== undefined) test(name, run);
  else if (process.env["REQUIRE_LIBREOFFICE"])
    test(name, () => {
      throw new Error(REMEDY);
    });
  else test.skip(`${name} (${REMEDY})`, run);
}

/** Converts a file in a profile and folder of its own, so that tests may run side by side. */
export function convert(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const [converted] = convertEach([bytes], from, to);
  if (!converted) throw new Error("LibreOffice converted nothing");
  return converted;
}

/** Converts several files at once, by their places. */
export function convertEach(files: readonly Uint8Array[], from: string, to: string): readonly Uint8Array[] {
  return [...convertAll(new Map(files.map((bytes, index) => [`in${index}`, bytes])), from, to).values()];
}

/** Converts several files at once, by their names without extension: starting the program is what takes long. */
export function convertAll(
  files: ReadonlyMap<string, Uint8Array>,
  from: string,
  to: string
): ReadonlyMap<string, Uint8Array> {
  if (LIBRE_OFFICE === undefined) throw new Error(REMEDY);
  const folder = mkdtempSync(join(tmpdir(), "bieu-su-"));
  try {
    const sources = Array.from(files, ([name, bytes]) => {
      const source = join(folder, `${name}.${from}`);
      writeFileSync(source, bytes);
      return source;
    });
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const out = join(folder, "out");
    execFileSync(LIBRE_OFFICE, [profile, "--headless", "--convert-to", to, "--outdir", out, ...sources], {
      stdio: "pipe",
      timeout: 100_000 + 10_000 * files.size,
    });
    const extension = to.split(":")[0] ?? to;
    return new Map(
      Array.from(files.keys(), (name) => {
        const converted = join(out, `${name}.${extension}`);
        // Without Writer it is silent about documents.
        if (!existsSync(converted)) throw new Error(`${name}.${from} → ${to}: ${REMEDY}`);
        return [name, new Uint8Array(readFileSync(converted))];
      })
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
