import { execFile } from "node:child_process";
import { access, constants, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser } from "playwright-core";

/** A Chromium that can be started, and what its process needs besides. */
interface Installed {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** `CHROMIUM_PATH=bundled` takes the one inside the package even where the system has one. */
const BUNDLED = "bundled";

const SYSTEM_BROWSERS: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/opt/google/chrome/chrome",
    "/usr/bin/microsoft-edge",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
};

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--lang=vi-VN",
];

/** The bundled browser is a bare headless shell, made for machines that allow it no helper processes of its own. */
const BUNDLED_FLAGS = ["--no-zygote", "--in-process-gpu", "--font-render-hinting=none"];

/**
 * Starts a headless Chromium with a fresh profile: the one that CHROMIUM_PATH names, else the system's, else the
 * one inside the package @sparticuz/chromium, which needs nothing installed.
 *
 * @throws when none can run, with what was tried and what to do; tests must not pass for want of a browser
 */
export async function launchChromium(root: string = process.cwd()): Promise<Browser> {
  const wanted = process.env["CHROMIUM_PATH"];
  const failures: string[] = [];
  for (const find of candidates(wanted, root)) {
    try {
      const { executablePath, args, env } = await find();
      return await chromium.launch({
        executablePath,
        args: [...FLAGS, ...args],
        env: { ...definedEnvironment(), ...env },
      });
    } catch (error) {
      failures.push(error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error));
    }
  }
  throw new Error(
    `No Chromium can be started here.\n${failures.map((failure) => `- ${failure}`).join("\n")}\n` +
      "Install Chromium or Chrome, or set CHROMIUM_PATH to its program file, and run the tests again."
  );
}

function candidates(wanted: string | undefined, root: string): readonly (() => Promise<Installed>)[] {
  if (wanted === BUNDLED) return [() => bundledBrowser(root)];
  const named = wanted ? [wanted] : (SYSTEM_BROWSERS[process.platform] ?? []);
  return [...named.map((file) => () => systemBrowser(file)), ...(wanted ? [] : [() => bundledBrowser(root)])];
}

async function systemBrowser(executablePath: string): Promise<Installed> {
  await access(executablePath, constants.X_OK);
  return { executablePath, args: [], env: {} };
}

/**
 * The browser of @sparticuz/chromium, unpacked once into the project's cache. The package unpacks into the
 * directory for temporary files, and its libraries only where it believes to run at Amazon: so it is run aside
 * with both set, and the result is moved into place whole.
 */
async function bundledBrowser(root: string): Promise<Installed> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error(
      `@sparticuz/chromium is for Linux on x64, this is ${process.platform} on ${process.arch}`
    );
  }
  const manifest = path.join(root, "node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  const directory = path.join(root, ".cache", `chromium-${version}`);
  if (!(await exists(directory))) await unpack(root, directory);
  return {
    executablePath: path.join(directory, "chromium"),
    args: BUNDLED_FLAGS,
    env: {
      LD_LIBRARY_PATH: [path.join(directory, "al2023/lib"), process.env["LD_LIBRARY_PATH"]]
        .filter(Boolean)
        .join(":"),
      ...((await exists("/etc/fonts")) ? {} : { FONTCONFIG_PATH: path.join(directory, "fonts") }),
    },
  };
}

async function unpack(root: string, directory: string): Promise<void> {
  await mkdir(path.dirname(directory), { recursive: true });
  const draft = await mkdtemp(`${directory}-`);
  const script = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x" };
  try {
    await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: root,
      env,
    });
    await rename(draft, directory);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(directory))) throw error; // else another worker was faster
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false
  );
}

function definedEnvironment(): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined
  );
  return { HOME: os.homedir(), ...Object.fromEntries(defined) };
}
