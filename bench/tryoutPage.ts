/** How long the try-out page takes to a painted sheet, against a page with Univer alone. */
import { copyFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { startTryout } from "../test/excel-host/serve";
import { launchChromium } from "../test/e2e/support/chromium";
import { compare, type BenchResult } from "./compare";

const ROUNDS = 5;
const BARE = ".cache/bench/bareUniver";

export async function run(): Promise<readonly BenchResult[]> {
  await buildBare();
  const bareMount = { prefix: "/bare/", directory: path.resolve(BARE) };
  const tryout = await startTryout({ port: 0, extraMounts: [bareMount] });
  const browser = await launchChromium();
  try {
    const measured = await compare(
      [
        { name: "Univer alone", run: () => untilPainted(browser, `${tryout.url}bare/index.html`) },
        { name: "try-out page", run: () => untilPainted(browser, tryout.url) },
      ],
      ROUNDS
    );
    const text = "page against Univer alone";
    return [
      {
        title: "From the address to a painted sheet",
        measured,
        bars: [{ text, value: measured[1]?.ratio ?? NaN, below: 2 }],
      },
    ];
  } finally {
    await browser.close();
    await tryout.close();
  }
}

async function buildBare(): Promise<void> {
  await build({
    entryPoints: ["bench/bareUniver/main.ts"],
    outdir: BARE,
    bundle: true,
    format: "iife",
    target: "es2022",
    alias: { react: "react-18", "react-dom": "react-dom-18" },
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".svg": "dataurl", ".woff": "dataurl", ".woff2": "dataurl" },
    logLevel: "error",
  });
  await copyFile("bench/bareUniver/index.html", path.join(BARE, "index.html"));
}

/** Milliseconds from the start of the navigation until the grid's canvas shows something. */
async function untilPainted(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1366, height: 768 },
  });
  const page = await context.newPage();
  try {
    await page.goto(url, { waitUntil: "commit" });
    const painted = await page.waitForFunction(momentOfPaint, undefined, { polling: "raf" });
    return await painted.jsonValue();
  } finally {
    await context.close();
  }
}

/** Runs in the page: the time since navigation once the biggest canvas is painted, `0` before. */
function momentOfPaint(): number {
  const area = (canvas: HTMLCanvasElement): number => canvas.width * canvas.height;
  const canvas = [...document.querySelectorAll("canvas")].sort((a, b) => area(b) - area(a))[0];
  if (!canvas || canvas.width < 300 || canvas.height < 300) return 0;
  // The corner with the first row and column headers: white, grey and letters.
  const corner = canvas.getContext("2d")?.getImageData(0, 0, 200, 200).data ?? [];
  const shades = new Set<number>();
  for (let index = 0; index < corner.length; index += 4) shades.add(corner[index] ?? 0);
  return shades.size > 3 ? performance.now() : 0;
}
