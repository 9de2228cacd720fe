/**
 * The language between Microsoft's office.js in a frame and the page around it ("Excel on the web"): JSON texts
 * sent with postMessage. Names and numbers are the client's own.
 */

export const MessageType = { request: 0, response: 1 } as const;
export const ActionType = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
export const ResponseType = { forCalling: 0, forEventing: 1 } as const;

/** The calls of `executeMethod` that this page answers. */
export const DispatchId = {
  loadSettings: 75,
  saveSettings: 76,
  executeRichApiRequest: 93,
  appCommandCompleted: 94,
  closeContainer: 97,
  messageParent: 144,
  sendMessage: 145,
} as const;

/** Events that a frame can ask for. */
export const EventName = {
  richApiMessage: "richApiMessage",
  appCommandInvoked: "appCommandInvoked",
  dialogMessageReceived: "dialogMessageReceived",
  dialogParentMessageReceived: "dialogParentMessageReceived",
  settingsChanged: "settingsChanged",
  documentSelectionChanged: "documentSelectionChanged",
} as const;

/** Events of a binding: its id stands before their name. */
export const BindingEventName = {
  selectionChanged: "_bindingSelectionChanged",
  dataChanged: "_bindingDataChanged",
} as const;

/** Whether the page ever sends an event of that name. */
export function isKnownEvent(name: string): boolean {
  return (
    Object.values<string>(EventName).includes(name) ||
    Object.values(BindingEventName).some((ending) => name.endsWith(ending))
  );
}

export const DialogMessageType = { fromDialog: 0, fromParent: 1, closed: 12006 } as const;

/** What a frame tells of itself with `ContextActivationManager_notifyHost`: the keyboard wants to leave it. */
export const HostAction = {
  ctrlF6Exit: 5,
  ctrlF6ExitShift: 6,
  tabExit: 13,
  tabExitShift: 14,
  escExit: 15,
  f2Exit: 16,
  exitNoFocusable: 17,
  exitNoFocusableShift: 18,
} as const;

/** The method by which the client says, through an Excel batch, that its functions for ribbon buttons can be called. */
export const COMMANDS_READY = "NotifyActionHandlerReady";

export const ErrorCode = { success: 0, operationNotSupported: 5000, internalError: 5001 } as const;

/** A request as it arrives; `_data` differs from action to action. */
export interface XdmRequest {
  readonly _messageType: typeof MessageType.request;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** The request in a message, or undefined when the message is something else. */
export function readRequest(message: unknown): XdmRequest | undefined {
  if (typeof message !== "string") return undefined;
  try {
    const parsed: unknown = JSON.parse(message);
    return isRequest(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isRequest(value: unknown): value is XdmRequest {
  return (
    isRecord(value) &&
    value["_messageType"] === MessageType.request &&
    typeof value["_actionName"] === "string" &&
    typeof value["_actionType"] === "number" &&
    typeof value["_conversationId"] === "string"
  );
}

/** The text that answers a request, or that carries an event to the one who registered for it with `request`. */
export function writeResponse(
  request: XdmRequest,
  data: unknown,
  responseType: (typeof ResponseType)[keyof typeof ResponseType]
): string {
  return JSON.stringify({
    _messageType: MessageType.response,
    _actionName: request._actionName,
    _conversationId: request._conversationId,
    _correlationId: request._correlationId,
    _origin: location.origin,
    _data: data,
    _errorCode: ErrorCode.success,
    _responseType: responseType,
    _serializerVersion: 1,
  });
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** The member `key` of a record, or undefined. */
export function member(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}
