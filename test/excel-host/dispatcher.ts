/** Runs one request batch: object paths, actions, queries; knows the wire and no Excel object. */
import { isDeclared, requireVersion } from "./apiVersions";
import { apiNotFound, HostError, invalidArgument, itemNotFound } from "./errors";
import type { Argument, Definition, HostObject, Method, Property } from "./model/definition";
import { isHostObject } from "./model/definition";
import type {
  Action,
  ActionResult,
  ArgumentInfo,
  Json,
  ObjectPath,
  QueryInfo,
  RequestBody,
  ResponseBody,
} from "./protocol";
import { ActionType, ObjectPathType } from "./protocol";

/** What the dispatcher needs to start from. */
export interface Roots {
  /** Declared ExcelApi version. */
  readonly apiVersion: string;
  workbook(): HostObject;
  /** A tracked object; `null` when it was released. */
  reference(id: string): HostObject | null;
  /** Called before properties are read: formulas must have followed what was written. */
  beforeReading(): Promise<void>;
  /** Objects that a client creates by name; `null` for unknown names. */
  service(name: string): HostObject | null;
}

/** Nested names of a query: `{Format: {Fill: {Color: {}}}}`. */
interface Selection {
  readonly [name: string]: Selection;
}

/**
 * Runs the actions in order. The first failure ends the batch: what came before it has happened and its results are
 * answered together with the error.
 */
export async function runBatch(request: RequestBody, roots: Roots): Promise<ResponseBody> {
  const paths = pathEvaluator(request, roots);
  const results: ActionResult[] = [];
  const traceIds: number[] = [];
  for (const [index, action] of request.Actions.entries()) {
    try {
      if (action.ActionType === ActionType.trace) {
        traceIds.push(action.Id);
        results.push({ ActionId: action.Id, Value: null });
      } else {
        results.push({ ActionId: action.Id, Value: await runAction(action, paths, roots) });
      }
    } catch (error) {
      return { Results: results, TraceIds: traceIds, Error: { ...describe(error), ActionIndex: index } };
    }
  }
  return { Results: results, TraceIds: traceIds };
}

function describe(error: unknown): {
  Code: string;
  Message: string;
  Location: string;
  HttpStatusCode: number;
} {
  if (error instanceof HostError) {
    return {
      Code: error.code,
      Message: error.message,
      Location: error.location,
      HttpStatusCode: error.httpStatus,
    };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { Code: "GeneralException", Message: message, Location: "", HttpStatusCode: 500 };
}

async function runAction(action: Action, paths: PathEvaluator, roots: Roots): Promise<Json> {
  const version = roots.apiVersion;
  const object = await paths.object(action.ObjectPathId);
  switch (action.ActionType) {
    case ActionType.instantiate:
      return object === null ? null : identityOf(object);
    case ActionType.query:
    case ActionType.recursiveQuery:
    case ActionType.queryAsJson:
      await roots.beforeReading();
      return object === null ? null : query(object, action.QueryInfo ?? {}, version);
    case ActionType.method: {
      if (object === null) {
        return { _IsNull: true };
      }
      const value = await callMethod(
        object,
        action.Name,
        await paths.arguments(action.ArgumentInfo),
        version
      );
      return value === undefined || isHostObject(value) ? null : value;
    }
    case ActionType.setProperty: {
      const [value = null] = await paths.arguments(action.ArgumentInfo);
      return setProperty(object, action.Name, value, version);
    }
    case ActionType.update:
      for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
        await setProperty(object, pascalCase(name), value, version);
      }
      return null;
    default:
      throw apiNotFound(`ActionType ${action.ActionType}`, "this host does not know the action");
  }
}

const OBJECT_IN_LITERAL = "_ObjectPathId";

/** Arrays of cell values hold none: they need no copying. */
function mentionsObject(literal: Json): boolean {
  if (typeof literal !== "object" || literal === null) {
    return false;
  }
  return (
    OBJECT_IN_LITERAL in literal ||
    Object.values(literal as { readonly [key: string]: Json }).some(mentionsObject)
  );
}

interface PathEvaluator {
  /** The object of a path, evaluated once per batch; `null` is a null object. */
  object(pathId: number): Promise<HostObject | null>;
  arguments(info: ArgumentInfo | undefined): Promise<readonly Argument[]>;
}

function pathEvaluator(request: RequestBody, roots: Roots): PathEvaluator {
  const known = new Map<number, HostObject | null>();
  const begun = new Set<number>();

  async function object(pathId: number): Promise<HostObject | null> {
    const before = known.get(pathId);
    if (before !== undefined) {
      return before;
    }
    const path = request.ObjectPaths[pathId];
    if (path && begun.has(pathId)) {
      throw new HostError("InvalidObjectPath", `The object path ${pathId} failed, or leads to itself.`);
    }
    begun.add(pathId);
    if (!path) {
      throw new HostError("InvalidObjectPath", `The object path ${pathId} is not part of the request.`);
    }
    const found = await evaluate(path);
    known.set(pathId, found);
    return found;
  }

  async function evaluate(path: ObjectPath): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case ObjectPathType.global:
        return roots.workbook();
      case ObjectPathType.nullObject:
        return null;
      case ObjectPathType.newObject:
        return required(roots.service(path.Name), () =>
          apiNotFound(path.Name, "this host has no such service")
        );
      case ObjectPathType.referenceId:
        return required(roots.reference(path.Name), invalidReference);
    }
    const parent = path.ParentObjectPathId ? await object(path.ParentObjectPathId) : roots.workbook();
    if (parent === null) {
      return null;
    }
    switch (path.ObjectPathType) {
      case ObjectPathType.property:
        return navigate(parent, path.Name, roots.apiVersion);
      case ObjectPathType.indexer: {
        const [key = null] = path.ArgumentInfo?.Arguments ?? [];
        return itemOf(parent, key);
      }
      case ObjectPathType.method: {
        const value = await callMethod(
          parent,
          path.Name,
          await objectArguments(path.ArgumentInfo),
          roots.apiVersion
        );
        return isHostObject(value) ? value : null;
      }
      default:
        throw apiNotFound(`ObjectPathType ${path.ObjectPathType}`, "this host does not know the path");
    }
  }

  async function objectArguments(info: ArgumentInfo | undefined): Promise<readonly Argument[]> {
    const references = info?.ReferencedObjectPathIds ?? [];
    const values: Argument[] = [];
    for (const [index, literal] of (info?.Arguments ?? []).entries()) {
      const reference = references[index];
      values.push(
        typeof reference === "number" && reference !== 0
          ? await referenced(reference)
          : await withObjects(literal)
      );
    }
    return values;
  }

  /** Objects of the workbook inside a literal arrive as `{_ObjectPathId: n}`, at any depth. */
  async function withObjects(literal: Json): Promise<Argument> {
    if (typeof literal !== "object" || literal === null || !mentionsObject(literal)) {
      return literal;
    }
    if (Array.isArray(literal)) {
      const items: Argument[] = [];
      for (const item of literal as readonly Json[]) {
        items.push(await withObjects(item));
      }
      return items as Json;
    }
    const record = literal as { readonly [key: string]: Json };
    if (record[OBJECT_IN_LITERAL] !== undefined) {
      return referenced(Number(record[OBJECT_IN_LITERAL]));
    }
    const members: { [key: string]: Argument } = {};
    for (const [key, value] of Object.entries(record)) {
      members[key] = await withObjects(value);
    }
    return members as Json;
  }

  async function referenced(pathId: number): Promise<HostObject> {
    return required(await object(pathId), () => invalidArgument("", "The argument is a null object."));
  }

  return { object, arguments: objectArguments };
}

function required<T>(value: T | null, failure: () => HostError): T {
  if (value === null) {
    throw failure();
  }
  return value;
}

function invalidReference(): HostError {
  return new HostError("InvalidReference", "This reference is not valid for the current operation.", "", 400);
}

function identityOf(object: HostObject): Json {
  return object.definition.identity?.(object.target) ?? {};
}

function itemOf(collection: HostObject, key: Json): HostObject {
  const { definition, target } = collection;
  const location = `${definition.name}.getItem`;
  if (!definition.item) {
    throw apiNotFound(location, "this host does not have it");
  }
  return required(definition.item(target, key), () => itemNotFound(location));
}

function navigate(object: HostObject, name: string, version: string): HostObject | null {
  const { definition, target } = object;
  const open = ownMember(definition.objects, name);
  if (!open) {
    throw unknownMember(definition, name);
  }
  requireVersion(version, definition.name, camelCase(name));
  return open(target);
}

async function callMethod(
  object: HostObject,
  name: string,
  values: readonly Argument[],
  version: string
): Promise<Json | HostObject | void> {
  const { definition, target } = object;
  const method: Method<unknown> | undefined = ownMember(definition.methods, name);
  if (!method) {
    throw unknownMember(definition, name);
  }
  requireVersion(version, definition.name, camelCase(name));
  const extra = values.findIndex((value, index) => index >= method.parameters.length && value !== null);
  if (extra >= 0) {
    throw apiNotFound(
      `${definition.name}.${camelCase(name)}`,
      `this host does not know its argument number ${extra + 1}`
    );
  }
  return method.call(target, ...values);
}

async function setProperty(
  object: HostObject | null,
  name: string,
  value: Argument,
  version: string
): Promise<null> {
  if (object === null) {
    throw new HostError("InvalidOperation", `The object is null, its ${camelCase(name)} cannot be set.`);
  }
  const { definition, target } = object;
  const property = ownMember(definition.properties, name);
  const location = `${definition.name}.${camelCase(name)}`;
  if (!property) {
    throw unknownMember(definition, name);
  }
  requireVersion(version, definition.name, camelCase(name));
  if (!property.set) {
    throw invalidArgument(location, "The property is read-only.");
  }
  if (isHostObject(value)) {
    throw invalidArgument(location);
  }
  await property.set(target, value);
  return null;
}

function unknownMember(definition: Definition<unknown>, name: string): HostError {
  return apiNotFound(`${definition.name}.${camelCase(name)}`, "this host does not have it");
}

/** The property of that very name, never an inherited one such as `constructor`. */
function ownMember<T>(members: { readonly [name: string]: T } | undefined, name: string): T | undefined {
  return members && Object.hasOwn(members, name) ? members[name] : undefined;
}

async function query(object: HostObject, info: QueryInfo, version: string): Promise<Json> {
  const selection = selectionOf(info);
  return isCollection(object)
    ? readItems(object, selection, version, info.Skip ?? 0, info.Top ?? Infinity)
    : readObject(object, selection, version);
}

/** Names of a query as a tree; `*` stands for all scalar properties, and so does an empty query. */
function selectionOf(info: QueryInfo): Selection {
  const names = [...(info.Select ?? []), ...(info.Expand ?? []).map((name) => `${name}/*`)];
  const root: { [name: string]: Selection } = {};
  for (const name of names) {
    let level = root;
    for (const part of name.split(/[/.]/).map((each) => each.trim())) {
      const key = part === "*" || part === "$all" ? "*" : pascalCase(part);
      const next = level[key] ?? {};
      level[key] = next;
      level = next as { [name: string]: Selection };
    }
  }
  return root;
}

function isCollection(object: HostObject): boolean {
  return object.definition.items !== undefined;
}

async function readObject(object: HostObject, selection: Selection, version: string): Promise<Json> {
  const { definition, target } = object;
  const values: { [name: string]: Json } = { ...definition.identity?.(target) };
  const names = Object.keys(selection).length > 0 ? Object.keys(selection) : ["*"];
  for (const name of names) {
    const property = ownMember(definition.properties, name);
    const open = ownMember(definition.objects, name);
    if (name === "*") {
      Object.assign(values, await scalars(definition, target, version));
    } else if (property) {
      requireVersion(version, definition.name, camelCase(name));
      values[name] = await property.get(target);
    } else if (open) {
      requireVersion(version, definition.name, camelCase(name));
      const child = open(target);
      values[name] = child && (await readAny(child, selection[name] ?? {}, version));
    } else {
      throw unknownMember(definition, name);
    }
  }
  return values;
}

async function readAny(object: HostObject, selection: Selection, version: string): Promise<Json> {
  return isCollection(object)
    ? readItems(object, selection, version)
    : readObject(object, selection, version);
}

async function scalars(
  definition: Definition<unknown>,
  target: unknown,
  version: string
): Promise<Record<string, Json>> {
  const declared: [string, Property<unknown>][] = Object.entries(definition.properties ?? {}).filter(
    ([name]) => isDeclared(version, definition.name, camelCase(name))
  );
  const values: Record<string, Json> = {};
  for (const [name, property] of declared) {
    values[name] = await property.get(target);
  }
  return values;
}

/**
 * The name that Microsoft's documentation loads of a collection whose items are wanted without any property
 * (learn.microsoft.com/office/dev/add-ins/excel/excel-add-ins-pivottables); every other unknown name is refused.
 */
const NO_PROPERTIES = /^no-?properties-?needed$/i;

/** `items/name` and `name` both select the name of each item; a property of the collection itself is answered too. */
async function readItems(
  collection: HostObject,
  selection: Selection,
  version: string,
  skip = 0,
  top = Infinity
): Promise<Json> {
  const { definition, target } = collection;
  const everything = Object.keys(selection).length === 0 || "*" in selection;
  const own = Object.keys(definition.properties ?? {}).filter((name) => everything || name in selection);
  const others = Object.entries(selection).filter(([name]) => name !== "Items" && !own.includes(name));
  const asked: Selection = { ...selection["Items"], ...Object.fromEntries(others) };
  const ofItems = Object.fromEntries(Object.entries(asked).filter(([name]) => !NO_PROPERTIES.test(name)));
  const wantsNothing = Object.keys(asked).length > 0 && Object.keys(ofItems).length === 0;
  const values: { [name: string]: Json } = { ...definition.identity?.(target) };
  for (const name of own) {
    requireVersion(version, definition.name, camelCase(name));
    values[name] = (await ownMember(definition.properties, name)?.get(target)) ?? null;
  }
  const wantsItems = everything || others.length > 0 || "Items" in selection;
  if (wantsItems) {
    const items: Json[] = [];
    for (const item of (definition.items?.(target) ?? []).slice(skip, skip + top)) {
      items.push(wantsNothing ? identityOf(item) : await readAny(item, ofItems, version));
    }
    values["_Items"] = items;
  }
  return values;
}

function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
