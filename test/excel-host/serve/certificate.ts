import { createPrivateKey, X509Certificate } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

/** The key and certificate of https://localhost, and where they lie. */
export interface LocalCertificate {
  readonly directory: string;
  readonly key: string;
  readonly certificate: string;
  /** True when this call made the certificate, false when a valid one was there. */
  readonly made: boolean;
}

/** The directory and the file names that every tool of the office-addin family uses. */
const FILES = { authority: "ca.crt", certificate: "localhost.crt", key: "localhost.key" } as const;
const DIRECTORY = ".office-addin-dev-certs";

/** A certificate that ends within a day would end while somebody is working. */
const DAY_IN_MS = 24 * 60 * 60 * 1000;

/**
 * The local certificate: the one that is there when it is still good, else a new one (made on this machine,
 * without any network and without installing it).
 *
 * It lies in the home directory, where the other Office tools look for it; on a machine whose home directory
 * cannot be written it lies in `fallbackDirectory`.
 */
export async function ensureCertificate(fallbackDirectory: string): Promise<LocalCertificate> {
  const homeDirectory = path.join(os.homedir(), DIRECTORY);
  try {
    return await certificateIn(homeDirectory);
  } catch (error) {
    if (!isNotWritable(error)) throw error;
    return certificateIn(fallbackDirectory);
  }
}

async function certificateIn(directory: string): Promise<LocalCertificate> {
  const existing = await readValid(directory);
  if (existing) return { ...existing, made: false };
  await make(directory);
  const made = await readValid(directory);
  if (!made) throw new Error(`Không tạo được chứng thư cục bộ trong ${directory}.`);
  return { ...made, made: true };
}

async function readValid(directory: string): Promise<Omit<LocalCertificate, "made"> | undefined> {
  try {
    const [certificate, key] = await Promise.all(
      [FILES.certificate, FILES.key].map((name) => readFile(path.join(directory, name), "utf8"))
    );
    if (!certificate || !key) return undefined;
    const parsed = new X509Certificate(certificate);
    const lasts = Date.parse(parsed.validTo) - Date.now() > DAY_IN_MS;
    return lasts && parsed.checkPrivateKey(createPrivateKey(key))
      ? { directory, key, certificate }
      : undefined;
  } catch {
    return undefined; // missing or damaged: the caller makes a new one
  }
}

/** Made aside and moved into place whole, so that two servers that start together never mix their halves. */
async function make(directory: string): Promise<void> {
  const parent = path.dirname(directory);
  await mkdir(parent, { recursive: true });
  const draft = await mkdtemp(path.join(parent, `${path.basename(directory)}-`));
  try {
    const [authority, certificate, key] = [FILES.authority, FILES.certificate, FILES.key].map((name) =>
      path.join(draft, name)
    );
    const { generateCertificates } = await import("office-addin-dev-certs");
    await quietly(() => generateCertificates(authority, certificate, key));
    await rm(directory, { recursive: true, force: true });
    await rename(draft, directory);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (await readValid(directory)) return; // another server was faster
    throw error;
  }
}

/** The library reports on the console, in English; our caller has one line of its own to say. */
async function quietly<T>(task: () => Promise<T>): Promise<T> {
  const log = console.log;
  console.log = () => undefined;
  try {
    return await task();
  } finally {
    console.log = log;
  }
}

function isNotWritable(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EACCES" || code === "EROFS" || code === "EPERM" || code === "ENOENT";
}
