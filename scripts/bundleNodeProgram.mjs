import path from "node:path";
import { build } from "esbuild";

/** Large packages that few calls need, and what is taken of them. */
const SEPARATE = {
  docx: 'export * from "docx";',
  htmlparser2: 'export * from "htmlparser2";',
  "hucre/xlsx": 'export * from "hucre/xlsx";',
  "hucre/ods": 'export * from "hucre/ods";',
};

/**
 * Bundles a program of the project for Node. Packages that are loaded only when they are wanted stand in files of their
 * own in `packages` beside it: compiling them at every start would take longer than reading a hundred workbooks.
 */
export async function bundleNodeProgram({ entry, outfile, define = {} }) {
  const common = { bundle: true, platform: "node", target: "node20", format: "cjs", logLevel: "warning" };
  const folder = path.join(path.dirname(outfile), "packages");
  await Promise.all([
    build({ ...common, entryPoints: [entry], outfile, define, plugins: [separatePackages] }),
    ...Object.entries(SEPARATE).map(([name, contents]) =>
      build({
        ...common,
        stdin: { contents, resolveDir: path.resolve("."), loader: "js" },
        outfile: path.join(folder, fileOf(name)),
      })
    ),
  ]);
}

const separatePackages = {
  name: "separate-packages",
  setup({ onResolve }) {
    const names = Object.keys(SEPARATE).join("|");
    onResolve({ filter: new RegExp(`^(${names})$`) }, ({ path: name }) => ({
      path: `./packages/${fileOf(name)}`,
      external: true,
    }));
  },
};

function fileOf(name) {
  return `${name.replaceAll("/", "-")}.cjs`;
}
