import type { SerializedSettings } from "../model/documentSettings";
import { isCommonEvent, type EventMessage, type RequestBody } from "../protocol";
import { commonEvent } from "./commonEvents";
import {
  ActionType,
  COMMANDS_READY,
  DialogMessageType,
  DispatchId,
  ErrorCode,
  EventName,
  HostAction,
  isKnownEvent,
  member,
  readRequest,
  ResponseType,
  writeResponse,
  type XdmRequest,
} from "./xdm";

/** The part of the Excel host that a frame talks to. */
export interface RequestHost {
  process(body: RequestBody): Promise<unknown>;
  onEvent(listener: (message: EventMessage) => void): () => void;
  /** `Office.context.document.settings`. */
  readonly settings: { read(): SerializedSettings; write(settings: SerializedSettings): void };
}

/** What the add-in learns of the application and the workbook when it starts. */
export interface AppContext {
  readonly locale: string;
  readonly addInName: string;
  readonly workbookName: string;
  /** Requirement sets and their versions, such as `{ExcelApi: "1.14"}`. */
  readonly requirements: Readonly<Record<string, string>>;
}

/** A page of the add-in, to be put into an `<iframe src name>`. */
export interface OfficeFrame {
  readonly key: string;
  readonly src: string;
  readonly name: string;
}

/** A dialog that the add-in asked for; sizes are per cent of the window. */
export interface DialogRequest {
  readonly frame: OfficeFrame;
  readonly width: number;
  readonly height: number;
}

/** What the add-in asks of the page around it. */
export interface FrameRequests {
  readonly showDialog: (dialog: DialogRequest) => void;
  readonly hideDialog: (frame: OfficeFrame) => void;
  readonly closePane: (frame: OfficeFrame) => void;
  /** The keyboard leaves a frame, forwards or backwards, or for the grid (Esc, F2). */
  readonly leave: (frame: OfficeFrame, to: "next" | "previous" | "grid") => void;
}

export interface OfficeFrames {
  /** Lets a page of the add-in talk to the host. `path` is on the page's own origin. */
  admit(path: string): OfficeFrame;
  /** Forgets all frames, for good. */
  dispose(): void;
  /** Forgets a frame that has left the page. */
  dismiss(frame: OfficeFrame): void;
  /** The user closed a dialog: tells the frame that had opened it. */
  dialogClosed(frame: OfficeFrame): void;
  /** Runs a function that the frame's page has associated; resolves when it calls `event.completed()`. */
  runCommand(frame: OfficeFrame, functionName: string, controlId: string): Promise<void>;
}

/** One conversation with one frame. */
interface Session {
  readonly frame: OfficeFrame;
  readonly conversationId: string;
  /** The session that opened this one as a dialog. */
  readonly parent: Session | undefined;
  /** Known from its first message on. */
  window: Window | undefined;
  readonly subscriptions: Map<string, XdmRequest>;
  /** Settled once the frame's functions for ribbon buttons can be called. */
  readonly commandsReady: Signal;
  /** Commands that run, by their id. */
  readonly commands: Map<string, { readonly resolve: () => void; readonly reject: (error: Error) => void }>;
  dialog: Session | undefined;
}

const READ_WRITE = 1;
const EXCEL_ON_THE_WEB = 16;

/**
 * Plays "Excel on the web" for the genuine office.js in the add-in's frames: answers its messages with the Excel
 * host and carries the host's events to it. Only frames that were admitted, on the page's own origin, are heard.
 */
export function createOfficeFrames(
  host: RequestHost,
  context: AppContext,
  requests: FrameRequests
): OfficeFrames {
  const sessions = new Map<string, Session>();
  const hear = (event: MessageEvent): void => {
    if (event.origin !== location.origin) return;
    const request = readRequest(event.data);
    const session = request && sessions.get(request._conversationId);
    if (!session) return;
    session.window = event.source as Window;
    answer(session, request)
      .catch((error: unknown) => {
        console.error(error);
        return { Error: ErrorCode.internalError };
      })
      .then((data) => post(session, request, data, ResponseType.forCalling))
      .then(() => saysCommandsReady(request) && session.commandsReady.send());
  };
  window.addEventListener("message", hear);

  const stopTelling = host.onEvent(({ entries }) => {
    const rows = entries
      .filter(({ messageType }) => !isCommonEvent(messageType))
      .map((entry) => [
        entry.messageCategory,
        entry.messageType,
        entry.targetId,
        entry.message,
        entry.id,
        false,
      ]);
    const common = entries.flatMap((entry) => commonEvent(entry) ?? []);
    for (const session of sessions.values()) {
      if (rows.length > 0) emit(session, EventName.richApiMessage, { ArrayData: rows });
      for (const { name, data } of common) emit(session, name, data);
    }
  });

  function open(path: string, parent?: Session): Session {
    const conversationId = crypto.randomUUID();
    const session: Session = {
      frame: describeFrame(path, conversationId, context.locale, parent !== undefined),
      conversationId,
      parent,
      window: undefined,
      subscriptions: new Map(),
      commandsReady: createSignal(),
      commands: new Map(),
      dialog: undefined,
    };
    sessions.set(conversationId, session);
    return session;
  }

  function forget(session: Session): void {
    sessions.delete(session.conversationId);
    for (const command of session.commands.values()) {
      command.reject(new Error("Trang chạy lệnh đã đóng trước khi lệnh xong."));
    }
    if (session.dialog) closeDialog(session.dialog);
  }

  function closeDialog(dialog: Session): void {
    if (dialog.parent) dialog.parent.dialog = undefined;
    forget(dialog);
    requests.hideDialog(dialog.frame);
  }

  /** The user closed a dialog: the frame that had opened it is told. */
  function dialogClosed(dialog: Session): void {
    if (dialog.parent)
      emit(dialog.parent, EventName.dialogMessageReceived, { messageType: DialogMessageType.closed });
    closeDialog(dialog);
  }

  async function answer(session: Session, request: XdmRequest): Promise<unknown> {
    if (request._actionType === ActionType.registerEvent) return subscribe(session, request);
    if (request._actionType === ActionType.unregisterEvent) return unsubscribe(session, request);
    switch (request._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return appContext(session, context, host.settings.read());
      case "ContextActivationManager_notifyHost":
        return leaveFrame(session, member(request._data, "1"));
      case "executeMethod":
        return { Version: 1, Error: ErrorCode.success, ...(await execute(session, request._data)) };
      default:
        return null;
    }
  }

  function subscribe(session: Session, request: XdmRequest): unknown {
    if (!isKnownEvent(request._actionName)) return { Error: ErrorCode.operationNotSupported };
    session.subscriptions.set(request._actionName, request);
    if (request._actionName === EventName.dialogMessageReceived) showDialog(session, request);
    return { Error: ErrorCode.success };
  }

  function unsubscribe(session: Session, request: XdmRequest): unknown {
    session.subscriptions.delete(request._actionName);
    if (request._actionName === EventName.dialogMessageReceived && session.dialog)
      closeDialog(session.dialog);
    return { Error: ErrorCode.success };
  }

  function showDialog(parent: Session, request: XdmRequest): void {
    const wanted: unknown = JSON.parse(String(member(request._data, "targetId")));
    const url = new URL(String(member(wanted, "url")), location.origin);
    const dialog = open(url.pathname + url.search, parent);
    parent.dialog = dialog;
    requests.showDialog({
      frame: dialog.frame,
      width: percentage(member(wanted, "width")),
      height: percentage(member(wanted, "height")),
    });
  }

  function leaveFrame(session: Session, action: unknown): null {
    if (action === HostAction.escExit && session.parent) dialogClosed(session);
    if (action === HostAction.tabExit || action === HostAction.exitNoFocusable)
      requests.leave(session.frame, "next");
    if (action === HostAction.tabExitShift || action === HostAction.exitNoFocusableShift)
      requests.leave(session.frame, "previous");
    if (
      action === HostAction.ctrlF6Exit ||
      action === HostAction.ctrlF6ExitShift ||
      action === HostAction.f2Exit
    )
      requests.leave(session.frame, "grid");
    return null;
  }

  async function execute(session: Session, data: unknown): Promise<object> {
    switch (member(member(data, "DdaMethod"), "DispatchId")) {
      case DispatchId.executeRichApiRequest:
        return runRequest(member(member(data, "ArrayData"), "4"));
      case DispatchId.loadSettings:
        return {
          Properties: { Settings: host.settings.read().map(([Name, Value]) => ({ Name, Value })) },
        };
      case DispatchId.saveSettings:
        return saveSettings(session, member(member(data, "DdaSettingsMethod"), "Properties"));
      case DispatchId.appCommandCompleted:
        return commandCompleted(session, String(member(data, "0")), member(data, "1"));
      case DispatchId.closeContainer:
        requests.closePane(session.frame);
        return {};
      case DispatchId.messageParent:
        return messageParent(session, member(data, "messageToParent"));
      case DispatchId.sendMessage:
        return messageDialog(session, member(data, "messageContent"));
      default:
        return { Error: ErrorCode.operationNotSupported };
    }
  }

  async function runRequest(body: unknown): Promise<object> {
    try {
      const response = await host.process(JSON.parse(String(body)) as RequestBody);
      return { Data: [200, [], JSON.stringify(response)] };
    } catch (error) {
      console.error(error);
      return { Error: ErrorCode.internalError };
    }
  }

  /** Those who saved know it; the other pages of the add-in are told. */
  function saveSettings(session: Session, pairs: unknown): object {
    if (!Array.isArray(pairs)) return { Error: ErrorCode.internalError };
    host.settings.write(pairs.map((pair) => [String(member(pair, "0")), String(member(pair, "1"))] as const));
    for (const other of sessions.values()) {
      if (other !== session) emit(other, EventName.settingsChanged, {});
    }
    return {};
  }

  function commandCompleted(session: Session, commandId: string, status: unknown): object {
    const command = session.commands.get(commandId);
    session.commands.delete(commandId);
    if (status === ErrorCode.success) command?.resolve();
    else command?.reject(new Error(`Trang lệnh không có chức năng này (mã ${String(status)}).`));
    return {};
  }

  function messageParent(dialog: Session, content: unknown): object {
    if (!dialog.parent) return { Error: ErrorCode.operationNotSupported };
    emit(dialog.parent, EventName.dialogMessageReceived, {
      messageType: DialogMessageType.fromDialog,
      messageContent: content,
      messageOrigin: location.origin,
    });
    return {};
  }

  function messageDialog(parent: Session, content: unknown): object {
    if (!parent.dialog) return { Error: ErrorCode.operationNotSupported };
    emit(parent.dialog, EventName.dialogParentMessageReceived, {
      messageType: DialogMessageType.fromParent,
      messageContent: content,
      messageOrigin: location.origin,
    });
    return {};
  }

  return {
    admit: (path) => open(path).frame,

    dispose() {
      window.removeEventListener("message", hear);
      stopTelling();
      for (const session of [...sessions.values()]) forget(session);
    },

    dismiss(frame) {
      const session = sessions.get(frame.key);
      if (session) forget(session);
    },

    dialogClosed(frame) {
      const session = sessions.get(frame.key);
      if (session) dialogClosed(session);
    },

    async runCommand(frame, functionName, controlId) {
      const session = sessions.get(frame.key);
      if (!session) throw new Error("Trang lệnh chưa mở.");
      await session.commandsReady.sent;
      const id = crypto.randomUUID();
      await new Promise<void>((resolve, reject) => {
        session.commands.set(id, { resolve, reject });
        const source = JSON.stringify({ source: { id: controlId } });
        emit(session, EventName.appCommandInvoked, [id, functionName, source]);
      });
    },
  };
}

interface Signal {
  readonly sent: Promise<void>;
  readonly send: () => void;
}

function createSignal(): Signal {
  let send: () => void = () => undefined;
  const sent = new Promise<void>((resolve) => (send = resolve));
  return { sent, send: () => send() };
}

/** Without this word of the client Excel calls no function: its page may not have associated them yet. */
function saysCommandsReady(request: XdmRequest): boolean {
  const body = member(member(request._data, "ArrayData"), "4");
  return typeof body === "string" && body.includes(COMMANDS_READY);
}

function emit(session: Session, eventName: string, data: unknown): void {
  const registration = session.subscriptions.get(eventName);
  if (registration) post(session, registration, data, ResponseType.forEventing);
}

function post(
  session: Session,
  request: XdmRequest,
  data: unknown,
  responseType: (typeof ResponseType)[keyof typeof ResponseType]
): void {
  session.window?.postMessage(writeResponse(request, data, responseType), location.origin);
}

/**
 * The frame's address and window name. Host information: application, platform, version, language, correlation,
 * "isDialog" or nothing, "disableLogging" (office.js then loads no telemetry), flags.
 */
function describeFrame(path: string, key: string, locale: string, isDialog: boolean): OfficeFrame {
  const hostInfo = `Excel$Web$16.00$${locale}$${key}$${isDialog ? "isDialog" : ""}$disableLogging$0`;
  const xdmInfo = `${key}|${key}|${encodeURIComponent(location.origin)}`;
  const query = `${path.includes("?") ? "&" : "?"}_host_Info=${hostInfo}`;
  return {
    key,
    src: `${path}${query}#&_xdm_Info=${xdmInfo}`,
    name: JSON.stringify({ baseFrameName: key, hostInfo, xdmInfo, serializerVersion: 1 }),
  };
}

function appContext(session: Session, context: AppContext, settings: SerializedSettings): object {
  return {
    _id: session.conversationId,
    _appInstanceId: session.conversationId,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: "16.0",
    _appMinorVersion: 0,
    _appUILocale: context.locale,
    _dataLocale: context.locale,
    _docUrl: `${location.origin}/${encodeURIComponent(context.workbookName)}`,
    _clientMode: READ_WRITE,
    _settings: settings,
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: session.conversationId,
    _hostFullVersion: "16.0.10000.10000",
    _addinName: context.addInName,
    _appDomains: [],
    _clientWindowWidth: window.innerWidth,
    _clientWindowHeight: window.innerHeight,
    _requirementMatrix: JSON.stringify(context.requirements),
    _dialogRequirementMatrix: JSON.stringify(context.requirements),
    _featureGates: {},
  };
}

/** A dialog's size is 1 to 100 per cent of the window; Excel takes 99 when nothing useful is asked for. */
function percentage(value: unknown): number {
  return typeof value === "number" && value >= 1 && value <= 100 ? value : 99;
}
