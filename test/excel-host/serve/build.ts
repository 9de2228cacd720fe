import { spawn } from "node:child_process";
import { mkdir, copyFile } from "node:fs/promises";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { OFFICE_JS_URL, OUTPUT } from "./addresses";

/** Builds the page and the pane side by side; both at once take as long as the slower one. */
export async function buildTryout(root: string): Promise<void> {
  await Promise.all([buildPage(root), buildPane(root)]);
}

/**
 * Bundles the host page. Univer's components need React 18 while the pane stays on React 17, so the page is a
 * bundle of its own with React 18 in its place. It is read from the same machine: of minifying, what costs a
 * second and makes each start a fifth of a second shorter is done, and names stay as they are.
 */
async function buildPage(root: string): Promise<void> {
  const page = path.join(root, "test/excel-host/page");
  const output = path.join(root, OUTPUT.page);
  await build({
    absWorkingDir: root,
    entryPoints: [path.join(page, "main.tsx")],
    outdir: output,
    bundle: true,
    minifyWhitespace: true,
    format: "iife",
    target: "es2022",
    alias: { react: "react-18", "react-dom": "react-dom-18" },
    plugins: [vietnameseInput(path.join(page, "vietnameseNumfmt.ts"))],
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".svg": "dataurl", ".woff": "dataurl", ".woff2": "dataurl" },
    logLevel: "silent", // the error says it all
  });
  await mkdir(output, { recursive: true });
  await copyFile(path.join(page, "index.html"), path.join(output, "index.html"));
}

/** Univer reads typed and pasted text through `numfmt`; here it gets ours, which reads as a Vietnamese does. */
function vietnameseInput(replacement: string): Plugin {
  return {
    name: "vietnamese-input",
    setup(pluginBuild) {
      pluginBuild.onResolve({ filter: /^numfmt$/ }, ({ importer }) =>
        importer === replacement ? undefined : { path: replacement }
      );
    },
  };
}

/** Builds the pane as users get it, with the project's own webpack configuration, but with the client served by us. */
function buildPane(root: string): Promise<void> {
  const webpack = path.join(root, "node_modules/webpack-cli/bin/cli.js");
  const args = [webpack, "--mode", "production", "--output-path", path.join(root, OUTPUT.pane)];
  return run(root, args, { OFFICE_JS_URL });
}

function run(cwd: string, args: readonly string[], variables: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk));
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(`Không dựng được ngăn tác vụ (webpack).\n${Buffer.concat(output).toString("utf8")}`)
          )
    );
  });
}
