import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { ensureCertificate } from "./certificate";

let home: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), "home-"));
  jest.spyOn(os, "homedir").mockReturnValue(home);
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(home, { recursive: true });
});

test("makes a certificate for localhost where the Office tools look for it, once", async () => {
  const first = await ensureCertificate(path.join(home, "fallback"));
  const second = await ensureCertificate(path.join(home, "fallback"));

  expect(first).toMatchObject({ directory: path.join(home, ".office-addin-dev-certs"), made: true });
  expect(new X509Certificate(first.certificate).checkHost("localhost")).toBe("localhost");
  expect(second).toEqual({ ...first, made: false });
});

test("replaces a certificate that does not fit its key", async () => {
  const { directory } = await ensureCertificate(path.join(home, "fallback"));
  const key = path.join(directory, "localhost.key");
  await writeFile(key, "damaged");

  const { made } = await ensureCertificate(path.join(home, "fallback"));

  expect(made).toBe(true);
  expect(await readFile(key, "utf8")).toContain("PRIVATE KEY");
});
