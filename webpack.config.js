/**
 * Builds the add-in's two pages into dist/pane.
 *
 * OFFICE_JS_URL  address of Microsoft's client library; "office-js/office.js" for offices without Internet.
 * ADDIN_URL      where the pages will be served; written into the manifest in place of https://localhost:3000/.
 */
const path = require("node:path");
const CopyWebpackPlugin = require("copy-webpack-plugin");
const HtmlWebpackPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { NormalModuleReplacementPlugin } = require("webpack");

const DEVELOPMENT_URL = "https://localhost:3000/";
const OFFICE_JS_URL =
  process.env.OFFICE_JS_URL ?? "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const ADDIN_URL = process.env.ADDIN_URL ?? DEVELOPMENT_URL;

/** Largest files that slow machines are asked to load, in bytes before compression. */
const BUDGET = { entry: 800_000, asset: 600_000 };

module.exports = async (_environment, { mode = "production" }) => {
  const production = mode === "production";
  const { requireTypescript } = await import("./scripts/requireTypescript.mjs");
  const { contentSecurityPolicy, policyInPage } = requireTypescript(
    "src/taskpane/boot/contentSecurityPolicy.ts"
  );
  const { startTexts } = requireTypescript("src/taskpane/boot/startTexts.ts");
  const parameters = {
    officeJsUrl: OFFICE_JS_URL,
    policy: policyInPage(OFFICE_JS_URL),
    texts: startTexts(),
  };
  return {
    mode,
    target: ["web", "es2020"],
    entry: {
      taskpane: "./src/taskpane/index.tsx",
      commands: "./src/commands/commands.ts",
    },
    output: {
      path: path.join(__dirname, "dist/pane"),
      filename: "[name].js",
      chunkFilename: "[name].js",
      cssFilename: "[name].css",
      cssChunkFilename: "[name].css",
      clean: true,
    },
    // Not one of the faster kinds made of eval(): the pages' policy forbids it.
    devtool: production ? false : "cheap-module-source-map",
    // Styles become files, which the pages' policy lets in; as text in a page it would not.
    experiments: { css: true },
    // Goes by the content of what it was made of, and is gone with every fresh installation of the packages.
    cache: { type: "filesystem", buildDependencies: { config: [__filename] } },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        { test: /\.tsx?$/, exclude: /node_modules/, use: { loader: "swc-loader", options: swcOptions } },
        { test: /\.css$/, type: "css/global" },
      ],
    },
    plugins: [
      // The script in the page itself decides whether and when the pane's own is loaded.
      page({ name: "taskpane", folder: "taskpane", inject: false, parameters }),
      page({ name: "commands", folder: "commands", inject: true, parameters }),
      // The buttons and lists of Fabric can open menus and side panels; ours have none.
      new NormalModuleReplacementPlugin(/^\.\.\/\.\.\/(?:ContextualMenu|Panel)$/, (resource) => {
        if (!/office-ui-fabric-react.lib.components.(?:Button|Dropdown)$/.test(resource.context)) return;
        resource.request = path.join(__dirname, "src/taskpane/ui/unusedFabric.ts");
      }),
      new CopyWebpackPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "assets/commands/*.png" },
          // As it stands: it must run where nothing newer than ES5 does.
          { from: "src/taskpane/boot/boot.js", to: "boot.js", info: { minimized: true } },
          {
            from: "manifest.xml",
            transform: (content) => content.toString().replaceAll(DEVELOPMENT_URL, ADDIN_URL),
          },
        ],
      }),
    ],
    // The rest (styles) by webpack's own.
    optimization: { minimizer: [scriptMinimizer(), "..."] },
    performance: production && {
      hints: "error",
      maxEntrypointSize: BUDGET.entry,
      maxAssetSize: BUDGET.asset,
    },
    stats: { preset: "errors-warnings", assets: true, excludeAssets: /\.png$/, builtAt: true, timings: true },
    devServer: {
      host: "localhost",
      port: new URL(DEVELOPMENT_URL).port,
      static: false,
      server: { type: "https", options: process.env.WEBPACK_SERVE ? await localCertificate() : {} },
      headers: {
        "Access-Control-Allow-Origin": "*",
        "Content-Security-Policy": contentSecurityPolicy(OFFICE_JS_URL),
      },
      // It shows errors in a frame full of styles that the policy forbids; they are on the console as well.
      client: { overlay: false },
      hot: false,
    },
  };
};

const swcOptions = {
  jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2020" },
};

/** The usual minimizer makes scripts of the same size in four times the time. Licences stay in the scripts. */
function scriptMinimizer() {
  return new MinimizerPlugin({
    minify: MinimizerPlugin.swcMinify,
    minimizerOptions: { compress: { passes: 2 }, format: { comments: "some" } },
    extractComments: false,
  });
}

function page({ name, folder, inject, parameters }) {
  return new HtmlWebpackPlugin({
    filename: `${name}.html`,
    template: `./src/${folder}/${name}.html`,
    chunks: [name],
    inject,
    scriptLoading: "defer",
    templateParameters: (_compilation, assets, _tags, options) => ({
      htmlWebpackPlugin: { files: assets, options },
      ...parameters,
    }),
  });
}

/**
 * Office loads add-ins over https only; the certificate is made, and trusted, on this machine. Where it cannot be
 * trusted (no administrator at hand), webpack's own untrusted one still serves a browser that is told to accept it.
 */
async function localCertificate() {
  const certificates = require("office-addin-dev-certs");
  try {
    const { ca, cert, key } = await certificates.getHttpsServerOptions();
    return { ca, cert, key };
  } catch (error) {
    console.warn(`The local certificate is not trusted by this machine: ${error.message.trim()}`);
    return {};
  }
}
