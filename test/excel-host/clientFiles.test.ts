/** Microsoft's client reaches its two engines, Node and the browser, byte for byte as the package brings it. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { get } from "node:https";
import { dirname, join } from "node:path";
import type * as Vm from "node:vm";
import { bootExcel } from "./inProcess";
import type { Tryout } from "./serve";
import { startTryout } from "./serve";
import { OFFICE_JS_PREFIX } from "./serve/addresses";

const mockEvaluated = new Map<string, string>();

/** Notes every source that becomes a script of the client, and runs it as ever. */
jest.mock("node:vm", () => {
  const actual = jest.requireActual<typeof Vm>("node:vm");
  class NotedScript extends actual.Script {
    constructor(source: string, options: { readonly filename: string }) {
      super(source, options);
      mockEvaluated.set(options.filename, source);
    }
  }
  return { ...actual, Script: NotedScript };
});

const ROOT = join(__dirname, "../..");
const PACKAGE = dirname(require.resolve("@microsoft/office-js/package.json"));

function sha256(content: Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

function installed(file: string): string {
  return sha256(readFileSync(join(PACKAGE, "dist", file)));
}

describe("in process", () => {
  test.each([
    ["excel-web-16.00.js", false],
    ["excel-web-16.00.debug.js", true],
  ])("%s is evaluated as it was installed, and nothing beside it", async (file, debugClient) => {
    mockEvaluated.clear();
    const excel = await bootExcel({ debugClient });
    excel.dispose();
    expect([...mockEvaluated.keys()]).toEqual([join(PACKAGE, "dist", file)]);
    const [source = ""] = mockEvaluated.values();
    expect(sha256(Buffer.from(source, "utf8"))).toBe(installed(file));
  });
});

describe("in the browser", () => {
  let tryout: Tryout;
  beforeAll(async () => {
    tryout = await startTryout({
      port: 0,
      build: false,
      root: ROOT,
    });
  });
  afterAll(() => tryout.close());

  function fetched(address: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      // The certificate is made on this machine and known to nobody; what is sent is looked at, not by whom.
      get(address, { rejectUnauthorized: false, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => resolve(Buffer.concat(chunks)));
      }).on("error", reject);
    });
  }

  test.each([
    "office.js",
    "o15apptofilemappingtable.js",
    "excel-web-16.00.js",
    "vi-vn/office_strings.js",
    "en-us/office_strings.js",
  ])("%s is sent as it was installed", async (file) => {
    const content = await fetched(new URL(OFFICE_JS_PREFIX + file, tryout.url).href);
    expect(content.length).toBeGreaterThan(1_000);
    expect(sha256(content)).toBe(installed(file));
  });
});

test("the package is the one whose integrity the lock file holds", () => {
  interface Lock {
    readonly packages: { readonly [path: string]: { readonly version: string; readonly integrity?: string } };
  }
  const entryOf = (file: string) =>
    (JSON.parse(readFileSync(join(ROOT, file), "utf8")) as Lock).packages[
      "node_modules/@microsoft/office-js"
    ];
  const locked = entryOf("package-lock.json");
  const { version } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8")) as { version: string };
  expect(locked?.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  expect(locked?.version).toBe(version);
  // What npm notes when it unpacks: of this very content it has verified the integrity.
  expect(entryOf("node_modules/.package-lock.json")?.integrity).toBe(locked?.integrity);
});
