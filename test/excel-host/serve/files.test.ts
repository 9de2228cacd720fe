import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { findFile, mediaType } from "./files";

let outside: string;
let root: string;

beforeAll(async () => {
  outside = await mkdtemp(path.join(os.tmpdir(), "files-"));
  root = path.join(outside, "served");
  await mkdir(path.join(root, "sub"), { recursive: true });
  await mkdir(path.join(outside, "served-too"));
  await Promise.all([
    writeFile(path.join(outside, "secret.txt"), "secret"),
    writeFile(path.join(outside, "served-too/secret.txt"), "secret"),
    writeFile(path.join(root, "sub/tệp mẫu.txt"), "open"),
    symlink(path.join(outside, "secret.txt"), path.join(root, "link.txt")),
  ]);
});

afterAll(() => rm(outside, { recursive: true }));

const find = (pathname: string) => findFile([{ prefix: "/", directory: root }], pathname);

test("serves a file whose name is percent-encoded", async () => {
  const file = await find(`/sub/${encodeURIComponent("tệp mẫu.txt")}`);

  expect(file).toEqual({ content: Buffer.from("open"), type: "text/plain; charset=utf-8" });
});

test.each([
  "/../secret.txt",
  "/sub/../../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/..%5csecret.txt",
  "/../served-too/secret.txt",
  "/link.txt",
  "/sub",
  "/",
  "/sub/t%00.txt",
  "/%E0%A4%A.txt",
  "/missing.txt",
])("gives nothing for %s", async (pathname) => {
  expect(await find(pathname)).toBeUndefined();
});

test("looks into the mounts in their order", async () => {
  const mounts = [
    { prefix: "/a/", directory: path.join(root, "missing") },
    { prefix: "/a/", directory: path.join(outside, "served-too") },
  ];

  expect((await findFile(mounts, "/a/secret.txt"))?.content.toString()).toBe("secret");
  expect(await findFile(mounts, "/secret.txt")).toBeUndefined();
});

test("a file has the policy of the mount that it comes from", async () => {
  const mounts = [
    { prefix: "/a/", directory: root, policy: "default-src 'none'" },
    { prefix: "/b/", directory: root },
  ];

  expect((await findFile(mounts, "/a/sub/tệp mẫu.txt"))?.policy).toBe("default-src 'none'");
  expect((await findFile(mounts, "/b/sub/tệp mẫu.txt"))?.policy).toBeUndefined();
});

test.each([
  ["taskpane.html", "text/html; charset=utf-8"],
  ["OFFICE.JS", "text/javascript; charset=utf-8"],
  ["ha-lang.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  ["program.exe", "application/octet-stream"],
])("%s is %s", (name, type) => {
  expect(mediaType(name)).toBe(type);
});
