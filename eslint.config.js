/**
 * Lint rules. Beside the usual ones they hold two promises: requests to Excel are few and correct
 * (eslint-plugin-office-addins), and every folder of src imports only what lies below it.
 */
const espree = require("espree");
const officeAddins = require("eslint-plugin-office-addins");
const reactHooks = require("eslint-plugin-react-hooks");
const tseslint = require("typescript-eslint");

/** The plugin brings ESLint's own recommended rules and Prettier's switches: `prettier --check` looks at the formatting. */
const [javascript, withoutFormatting] = officeAddins.configs.recommended;

/** For each folder of src the folders that it must not know: those above it, and beside it but for the ribbon. */
const FORBIDDEN_FOLDERS = {
  schemes: ["domain", "layout", "excel", "files", "i18n", "taskpane", "commands", "cli"],
  domain: ["layout", "excel", "files", "i18n", "taskpane", "commands", "cli"],
  layout: ["excel", "files", "i18n", "taskpane", "commands", "cli"],
  i18n: ["excel", "files", "taskpane", "commands", "cli"],
  excel: ["files", "i18n", "taskpane", "commands", "cli"],
  files: ["excel", "i18n", "taskpane", "commands", "cli"],
  commands: ["cli"],
  taskpane: ["commands", "cli"],
  cli: ["taskpane", "commands"],
};

/** Packages that one folder alone may import. */
const FABRIC = {
  regex: "^(office-ui-fabric-react|@uifabric|@fluentui)(/|$)",
  message: "Only src/taskpane/ui knows the component library.",
};
const FORMATS = {
  regex: "^(hucre|fflate)(/|$)",
  message: "Only src/files knows file formats.",
};
const NODE = { regex: "^node:", message: "This code runs in a browser." };

function foldersPattern(folder) {
  const names = FORBIDDEN_FOLDERS[folder].join("|");
  return {
    regex: `^(\\.\\./)+(${names})(/|$)`,
    message: `Imports point downwards: taskpane, commands, cli → excel, files → layout → domain → schemes.`,
  };
}

function importRule(...patterns) {
  return { "@typescript-eslint/no-restricted-imports": ["error", { patterns }] };
}

function folderRules(folder) {
  const patterns = [
    foldersPattern(folder),
    FABRIC,
    ...(folder === "files" ? [] : [FORMATS]),
    ...(folder === "files" || folder === "cli" ? [] : [NODE]),
  ];
  return { files: [`src/${folder}/**/*.{ts,tsx}`], rules: importRule(...patterns) };
}

function officeGlobals(...names) {
  return {
    "no-restricted-globals": [
      "error",
      ...names.map((name) => ({ name, message: `${name} is not for this folder: use src/excel.` })),
    ],
  };
}

/** Of Node's globals those that scripts use. */
const NODE_GLOBALS =
  "Buffer URL TextDecoder TextEncoder __dirname __filename clearInterval clearTimeout console exports fetch module " +
  "performance process require setInterval setTimeout";

module.exports = [
  { ignores: ["dist/", "coverage/", ".cache/", "test/artifacts/", "assets/"] },
  javascript,
  ...tseslint.configs.recommended,
  withoutFormatting,
  {
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.split(" ").map((name) => [name, "readonly"])),
    },
  },
  {
    files: ["**/*.{js,cjs}"],
    languageOptions: { sourceType: "commonjs" },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    // Runs as it stands, in Internet Explorer too: what is not ES5 does not even parse here.
    files: ["src/taskpane/boot/boot.js"],
    languageOptions: {
      ecmaVersion: 5,
      sourceType: "script",
      parser: espree,
      globals: { window: "readonly", document: "readonly", Promise: "readonly", Worker: "readonly" },
    },
    rules: { "no-var": "off", "@typescript-eslint/no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-eval": "error",
      "no-param-reassign": "error",
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/taskpane/**/*.{ts,tsx}", "**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
      ...officeGlobals("Excel", "Office", "OfficeExtension", "OfficeRuntime"),
    },
  },
  {
    // Pure code leaves its arguments as they are.
    files: ["src/{schemes,domain,layout}/**/*.ts"],
    rules: { "no-param-reassign": ["error", { props: true }] },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/domain/text/composing.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "MemberExpression[property.name='normalize']",
          message:
            "Heaps of marks take for ever, and nothing ends it: use composed or decomposed of domain/text/composing.",
        },
      ],
    },
  },
  ...Object.keys(FORBIDDEN_FOLDERS).map(folderRules),
  {
    files: ["src/taskpane/ui/**/*.{ts,tsx}"],
    rules: importRule(foldersPattern("taskpane"), FORMATS, NODE),
  },
  { files: ["src/excel/**/*.ts"], rules: { "no-restricted-globals": "off" } },
  {
    // The pane and the ribbon commands wait for Office and read its settings; Excel itself they leave to src/excel.
    files: ["src/taskpane/**/*.{ts,tsx}", "src/commands/**/*.ts"],
    rules: officeGlobals("Excel", "OfficeExtension"),
  },
  {
    // Tests reach everywhere, and their own syncs are what they test.
    files: ["test/**/*.{ts,tsx}"],
    rules: {
      "office-addins/no-context-sync-in-loop": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
    },
  },
];
