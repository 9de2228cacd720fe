/**
 * `Office.context.document` inside a Node process: the client's own classes, put together as its loader does in a
 * frame. Data and bindings go through the client's batches; settings and events through the end point made here.
 */
import type { ExcelHost } from "./host";
import { readDocumentSettings, writeDocumentSettings } from "./model/documentSettings";
import { commonEvent } from "./page/commonEvents";
import { DispatchId, ErrorCode, isKnownEvent, member } from "./page/xdm";

/** The client's global scope; only what is named here is used of it. */
interface ClientScope {
  readonly OSF: {
    readonly _OfficeAppFactory: object;
    readonly DDA: {
      readonly DispIdHost: { readonly Facade: new (methods: unknown, map: unknown) => object };
      readonly WAC: {
        readonly getDelegateMethods: unknown;
        readonly Delegate: { readonly ParameterMap: unknown };
      };
      readonly ErrorCodeManager: { initializeErrorMessages(texts: unknown): void };
      readonly SettingsManager: { deserializeSettings(settings: object): object };
      readonly RefreshableSettings: new (settings: object) => object;
      readonly ExcelDocument: new (context: object, settings: object) => object;
    };
  };
  readonly Strings: { readonly OfficeOM: unknown };
}

const READ_WRITE = 1;

/** `loadTexts` brings the client's own messages, `Strings`, into its scope. */
export function createDocument(
  scope: { readonly [name: string]: unknown },
  host: ExcelHost,
  loadTexts: () => void
): object {
  loadTexts();
  const { OSF, Strings } = scope as unknown as ClientScope;
  const { DDA } = OSF;
  const facade = new DDA.DispIdHost.Facade(DDA.WAC.getDelegateMethods, DDA.WAC.Delegate.ParameterMap);
  const helper = { _webAppState: { clientEndPoint: createEndPoint(host) } };
  Object.assign(OSF._OfficeAppFactory, {
    getHostFacade: () => facade,
    getId: () => "1",
    getInitializationHelper: () => helper,
    getCachedSessionSettingsKey: () => "settings",
  });
  DDA.ErrorCodeManager.initializeErrorMessages(Strings.OfficeOM);
  const stored = Object.fromEntries(readDocumentSettings(host.state));
  const settings = new DDA.RefreshableSettings(DDA.SettingsManager.deserializeSettings(stored));
  const url = `https://localhost/${encodeURIComponent(host.spreadsheet.name)}`;
  const context = { get_clientMode: () => READ_WRITE, get_docUrl: () => url };
  return new DDA.ExcelDocument(context, settings);
}

type Answered = (status: number, payload: object) => void;

/** What the client talks to where its batches do not reach. */
interface EndPoint {
  invoke(action: string, answered: Answered, data: unknown): void;
  registerForEvent(name: string, told: (data: object) => void, answered: Answered): void;
  unregisterForEvent(name: string, answered: Answered): void;
}

function createEndPoint(host: ExcelHost): EndPoint {
  const listeners = new Map<string, (data: object) => void>();
  const answer = (answered: Answered, payload: object): void =>
    void Promise.resolve().then(() => answered(ErrorCode.success, payload));
  host.onEvent(({ entries }) => {
    for (const { name, data } of entries.flatMap((entry) => commonEvent(entry) ?? [])) {
      listeners.get(name)?.(data);
    }
  });
  return {
    invoke: (_action, answered, data) =>
      answer(answered, { Version: 1, Error: ErrorCode.success, ...execute(host, data) }),
    registerForEvent: (name, told, answered) => {
      const isKnown = isKnownEvent(name);
      if (isKnown) {
        listeners.set(name, told);
      }
      answer(answered, { Error: isKnown ? ErrorCode.success : ErrorCode.operationNotSupported });
    },
    unregisterForEvent: (name, answered) => {
      listeners.delete(name);
      answer(answered, { Error: ErrorCode.success });
    },
  };
}

function execute(host: ExcelHost, data: unknown): object {
  switch (member(member(data, "DdaMethod"), "DispatchId")) {
    case DispatchId.loadSettings:
      return {
        Properties: { Settings: readDocumentSettings(host.state).map(([Name, Value]) => ({ Name, Value })) },
      };
    case DispatchId.saveSettings: {
      const pairs = member(member(data, "DdaSettingsMethod"), "Properties");
      if (!Array.isArray(pairs)) {
        return { Error: ErrorCode.internalError };
      }
      writeDocumentSettings(
        host.state,
        pairs.map((pair) => [String(member(pair, "0")), String(member(pair, "1"))] as const)
      );
      return {};
    }
    default:
      return { Error: ErrorCode.operationNotSupported };
  }
}
