/** Whether a message has the form of a request at all: the dispatcher relies on it. */
import type { RequestBody } from "./protocol";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isNumber: Check = (value) => typeof value === "number";
const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || value === null || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const recordWith =
  (members: { readonly [name: string]: Check }): Check =>
  (value) =>
    isRecord(value) && Object.entries(members).every(([name, check]) => check(value[name]));

const argumentInfo = recordWith({
  Arguments: maybe(Array.isArray),
  ReferencedObjectPathIds: maybe(Array.isArray),
});
const isPath = recordWith({
  ObjectPathType: isNumber,
  Name: isText,
  ParentObjectPathId: maybe(isNumber),
  ArgumentInfo: maybe(argumentInfo),
});
const isAction = recordWith({
  Id: isNumber,
  ActionType: isNumber,
  Name: isText,
  ObjectPathId: isNumber,
  ArgumentInfo: maybe(argumentInfo),
  QueryInfo: maybe(
    recordWith({
      Select: maybe(listOf(isText)),
      Expand: maybe(listOf(isText)),
      Top: maybe(isNumber),
      Skip: maybe(isNumber),
    })
  ),
  ObjectState: maybe(isRecord),
});
const isPaths: Check = (value) => isRecord(value) && Object.values(value).every(isPath);
const hasMembers = recordWith({ Actions: listOf(isAction), ObjectPaths: isPaths });

/** False also for what no JSON text can say, such as values nested without end. */
export function isRequest(message: unknown): message is RequestBody {
  try {
    return hasMembers(message) && JSON.stringify(message) !== undefined;
  } catch {
    return false;
  }
}
