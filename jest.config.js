const os = require("node:os");

/** Three projects: pure and host tests run in Node; e2e drives a real Chromium and is built first. */
const swc = [
  "@swc/jest",
  {
    jsc: { parser: { syntax: "typescript", tsx: true }, target: "es2022" },
    module: { type: "commonjs" },
  },
];
const common = {
  testEnvironment: "node",
  transform: { "^.+\\.tsx?$": swc, "node_modules/hucre/.+\\.mjs$": swc },
  // hucre is published as ES modules only.
  transformIgnorePatterns: ["/node_modules/(?!hucre/)"],
  // Jest's sandbox answers slowly for what is global; these no test replaces, as fake timers do with Date.
  sandboxInjectedGlobals: [
    ...["Array", "Boolean", "Error", "JSON", "Map", "Math", "Number", "Object", "Reflect", "RegExp", "Set"],
    ...["String", "Symbol", "Uint8Array", "WeakMap", "isNaN", "parseInt"],
  ],
};

module.exports = {
  // Half as many again as there are cores: the longest tests wait for a browser or for LibreOffice much of their time.
  maxWorkers: Math.ceil(1.5 * os.availableParallelism()),
  // Only what hangs is ended: how fast the machine is says nothing of what is tested.
  testTimeout: 300_000,
  testSequencer: "<rootDir>/test/support/longestFirst.js",
  projects: [
    { ...common, displayName: "unit", testMatch: ["<rootDir>/test/unit/**/*.test.ts?(x)"] },
    { ...common, displayName: "integration", testMatch: ["<rootDir>/test/integration/**/*.test.ts"] },
    { ...common, displayName: "excel-host", testMatch: ["<rootDir>/test/excel-host/**/*.test.ts"] },
    {
      ...common,
      displayName: "e2e",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
      globalSetup: "<rootDir>/test/e2e/support/prepare.ts",
    },
  ],
};
