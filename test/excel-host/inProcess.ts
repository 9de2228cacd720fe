/**
 * Excel inside a Node process: Microsoft's genuine client, unmodified, talking to our host without a network. For
 * Jest and for scripts; nothing of it works in a browser.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createContext, runInThisContext, Script } from "node:vm";
import { includesVersion } from "./apiVersions";
import type { Counters, ExcelHost, ExcelHostOptions } from "./host";
import { createExcelHost } from "./host";
import type { FaultQueue } from "./faults";
import { createDocument } from "./inProcessDocument";
import type { Json, RequestBody } from "./protocol";
import { headlessBundle } from "./spreadsheet/univer/bundle";
import type { HeadlessOptions } from "./spreadsheet/univer/headless";
import type { Spreadsheet } from "./spreadsheet/spreadsheet";

const loadModule = createRequire(__filename);

/** Requirement sets besides ExcelApi that Excel on the web has. */
const OTHER_SETS: { readonly [name: string]: string | undefined } = {
  RichApiRuntime: "1.2",
  SharedRuntime: "1.1",
  DialogApi: "1.2",
  RibbonApi: "1.1",
  Settings: "1.1",
  // The client then asks for the document's data and bindings through its batches.
  RedirectV1Api: "1.1",
  MatrixBindings: "1.1",
  MatrixCoercion: "1.1",
  TableBindings: "1.1",
  TextBindings: "1.1",
  TextCoercion: "1.1",
  BindingEvents: "1.1",
  DocumentEvents: "1.1",
};

export interface BootOptions extends ExcelHostOptions {
  readonly workbookName?: string;
  /** Name of the one sheet that the workbook begins with. */
  readonly sheetName?: string;
  /** An .xlsx file to begin with, instead of an empty workbook. */
  readonly file?: Uint8Array;
  /** Loads the readable client: slower, for looking at stack traces. */
  readonly debugClient?: boolean;
}

export interface BootedExcel {
  /** The client's own namespaces, as on a task pane. */
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly host: ExcelHost;
  readonly counters: Counters;
  readonly faults: FaultQueue;
  /** Edits cells as a user would: text is understood as if typed. */
  userEdit(sheet: string, address: string, value: Json): Promise<void>;
  /** Waits until every event has reached its handler. */
  settle(): Promise<void>;
  /** Sets `globalThis.Excel`, `Office` and `OfficeExtension`; returns the way back. */
  installGlobals(): () => void;
  /** A new client on the same workbook, as when the pane is closed and opened again. */
  restart(): BootedExcel;
  /** The workbook as an .xlsx file. */
  save(): Promise<Uint8Array>;
  /** Another Excel with the same options and the workbook of an .xlsx file; `WorkbookFileError` when it is none. */
  open(file: Uint8Array): Promise<BootedExcel>;
  dispose(): void;
}

/** Starts Excel with an empty workbook, or with that of a file; rejects with `WorkbookFileError` when it is none. */
export async function bootExcel(options: BootOptions = {}): Promise<BootedExcel> {
  const { file } = options;
  // Files are read and written seldom, and their library is large.
  const files = file && (await import("./files/openWorkbook"));
  const content = file && (await files?.readFile(file));
  const { createHeadlessSpreadsheet } = loadBundle(bundlePath());
  const spreadsheet = createHeadlessSpreadsheet({
    workbookName: options.workbookName ?? "Book1.xlsx",
    sheetName: options.sheetName ?? "Sheet1",
  });
  const state = content && (await files?.openWorkbook(content, spreadsheet));
  await spreadsheet.settle();
  return connect(createExcelHost(spreadsheet, state ? { ...options, state } : options), options);
}

interface Bundle {
  createHeadlessSpreadsheet(this: void, options: HeadlessOptions): Spreadsheet;
}

/**
 * Loaded once for all starts of a process. Jest gives every test file a global scope of its own; Node's own one, in which
 * the bundle runs, outlives them.
 */
const bundles = runInThisContext("globalThis[Symbol.for('bieu-su.bundles')] ??= new Map()") as Map<
  string,
  Bundle
>;
/** Microsoft's client, compiled once for all starts of a test file. */
const scripts = new Map<string, Script>();

/** Loads the bundle in Node's own context, also from inside Jest, whose sandbox would run it several times slower. */
function loadBundle(file: string): Bundle {
  const known = bundles.get(file);
  if (known) {
    return known;
  }
  const source = `(function (exports, require, module) {${readFileSync(file, "utf8")}\n})`;
  const run = runInThisContext(source, { filename: file }) as (
    exports: object,
    require: NodeJS.Require,
    module: { exports: object }
  ) => void;
  const module = { exports: {} };
  run(module.exports, loadModule, module);
  const bundle = module.exports as Bundle;
  bundles.set(file, bundle);
  return bundle;
}

let knownPath: string | null = null;

/** The bundle's path, which says what it is made of: looked up once. */
function bundlePath(): string {
  knownPath ??= headlessBundle();
  return knownPath;
}

function scriptOf(file: string): Script {
  const known = scripts.get(file) ?? new Script(readFileSync(file, "utf8"), { filename: file });
  scripts.set(file, known);
  return known;
}

function connect(host: ExcelHost, options: BootOptions): BootedExcel {
  const client = loadClient(host, options.debugClient === true);
  const globals: { [name: string]: unknown } = { ...client.namespaces };
  return {
    ...client.namespaces,
    host,
    counters: host.counters,
    faults: host.faults,
    userEdit: (sheet, address, values) => host.edit({ sheet, address, values }),
    settle: () => host.settle(),
    installGlobals: () => {
      const target = globalThis as { [name: string]: unknown };
      const before = Object.keys(globals).map((name) => [name, target[name]] as const);
      Object.assign(target, globals);
      return () => {
        for (const [name, value] of before) {
          if (value === undefined) {
            delete target[name];
          } else {
            target[name] = value;
          }
        }
      };
    },
    restart: () => {
      client.disconnect();
      return connect(host, options);
    },
    save: () => host.save(),
    open: (file) => bootExcel({ ...options, file, state: undefined }),
    dispose: () => {
      client.disconnect();
      host.dispose();
    },
  };
}

interface Client {
  readonly namespaces: {
    readonly Excel: typeof Excel;
    readonly Office: typeof Office;
    readonly OfficeExtension: typeof OfficeExtension;
  };
  disconnect(): void;
}

/** What the client calls the bridge to a native host. */
interface NativeBridge {
  sendMessageToHost(text: string): void;
  /** Set by the client. */
  onMessageFromHost?: (text: string) => void;
}

interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly flags: number;
  readonly message: { readonly body: RequestBody };
}

/** Types of bridge messages. */
const REQUEST = 1;
const EVENT = 3;

/** Loads the client into a global scope of its own and connects it with the host. */
function loadClient(host: ExcelHost, debug: boolean): Client {
  const bridge = createBridge(host);
  const scope = createScope(bridge);
  const folder = join(dirname(loadModule.resolve("@microsoft/office-js/package.json")), "dist");
  const file = join(folder, debug ? "excel-web-16.00.debug.js" : "excel-web-16.00.js");
  scriptOf(file).runInContext(scope);
  const texts = join(folder, "vi-vn", "office_strings.js");
  const openDocument = (): object =>
    createDocument(scope, host, () => void scriptOf(texts).runInContext(scope));
  const office = describeOffice(scope, host.apiVersion, openDocument);
  const stop = host.onEvent((message) => {
    bridge.onMessageFromHost?.(JSON.stringify({ type: EVENT, message }));
  });
  return {
    namespaces: {
      Excel: scope["Excel"] as typeof Excel,
      Office: office,
      OfficeExtension: scope["OfficeExtension"] as typeof OfficeExtension,
    },
    disconnect: () => {
      stop();
      bridge.sendMessageToHost = () => undefined;
    },
  };
}

function createBridge(host: ExcelHost): NativeBridge {
  const bridge: NativeBridge = {
    sendMessageToHost: (text) => {
      const { id, type, flags, message } = JSON.parse(text) as BridgeMessage;
      if (type !== REQUEST) {
        return;
      }
      const answer = (statusCode: number, body: unknown): void =>
        bridge.onMessageFromHost?.(
          JSON.stringify({ id, type: REQUEST, flags, message: { statusCode, headers: {}, body } })
        );
      host.process(message.body).then(
        (body) => answer(200, body),
        () => answer(503, "")
      );
    },
  };
  return bridge;
}

/** The few things of a browser that the client touches while it loads. */
function createScope(bridge: NativeBridge): { [name: string]: unknown } {
  const nothing = (): null => null;
  const storage = { getItem: nothing, setItem: nothing, removeItem: nothing };
  const scope: { [name: string]: unknown } = {
    _richApiNativeBridge: bridge,
    console,
    performance,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    URL,
    Promise,
    JSON,
    navigator: { userAgent: "node" },
    location: { href: "https://localhost/", search: "", hash: "", protocol: "https:", host: "localhost" },
    document: {
      URL: "https://localhost/",
      cookie: "",
      getElementsByTagName: () => [],
      createElement: () => ({}),
      addEventListener: nothing,
    },
    addEventListener: nothing,
    localStorage: storage,
    sessionStorage: storage,
  };
  Object.assign(scope, { window: scope, self: scope, top: scope, parent: scope });
  return createContext(scope);
}

/** Completes `Office` by what belongs to the loader that is not there: the context, and `onReady`. */
function describeOffice(
  scope: { [name: string]: unknown },
  apiVersion: string,
  openDocument: () => object
): typeof Office {
  const office = scope["Office"] as { [name: string]: unknown };
  let document: object | null = null;
  const context = {
    get document() {
      return (document ??= openDocument());
    },
    platform: "OfficeOnline",
    host: "Excel",
    displayLanguage: "vi-VN",
    contentLanguage: "vi-VN",
    diagnostics: { host: "Excel", platform: "OfficeOnline", version: "16.0.0.0" },
    requirements: {
      isSetSupported: (name: string, version = "1.1") => {
        const declared = name === "ExcelApi" ? apiVersion : OTHER_SETS[name];
        return declared !== undefined && includesVersion(declared, version);
      },
    },
  };
  const factory = { getContext: () => context, getHostInfo: () => ({}), getLoggingAllowed: () => false };
  Object.assign(scope["OSF"] as object, { _OfficeAppFactory: factory });
  const info = { host: "Excel", platform: "OfficeOnline" };
  office["onReady"] = (callback?: (ready: typeof info) => void): Promise<typeof info> => {
    callback?.(info);
    return Promise.resolve(info);
  };
  return office as unknown as typeof Office;
}
