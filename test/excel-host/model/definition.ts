/** The form in which every Excel object is declared: its members as data. */
import type { Json } from "../protocol";

export type Awaitable<T> = T | Promise<T>;

/** An argument of a call: literal, or an object that an earlier path reached. */
export type Argument = Json | HostObject;

export type Identity = Readonly<Record<string, string | number>>;

export interface Property<T> {
  get(target: T): Awaitable<Json>;
  /** Absent: read-only. */
  set?(target: T, value: Json): Awaitable<void>;
}

export interface Method<T> {
  /** Names of the parameters; an argument beyond them is refused. */
  readonly parameters: readonly string[];
  /** `null` answers a null object where an object is expected. */
  call(target: T, ...args: readonly Argument[]): Awaitable<Json | HostObject | void>;
}

/** One class of `Excel`; members carry the wire's PascalCase names. `T` is what an object stands for. */
export interface Definition<T> {
  /** Class name as in `Excel.…`. */
  readonly name: string;
  /** What makes the client's proxy find the object again; nothing for objects reached by their path only. */
  identity?(target: T): Identity;
  readonly properties?: { readonly [name: string]: Property<T> };
  /** Objects below this one; `null` is a null object. */
  readonly objects?: { readonly [name: string]: (target: T) => HostObject | null };
  readonly methods?: { readonly [name: string]: Method<T> };
  /** Collections: all members in order. */
  items?(target: T): readonly HostObject[];
  /** Collections: `getItem(key)`; `null` when there is none. */
  item?(target: T, key: Json): HostObject | null;
}

/** A thing of the workbook together with the class that it is for the client. */
export interface HostObject {
  readonly definition: Definition<unknown>;
  readonly target: unknown;
}

/** Declares a class and returns the way to make its objects. */
export function defineObject<T>(definition: Definition<T>): (target: T) => HostObject {
  const erased = definition as Definition<unknown>;
  return (target) => ({ definition: erased, target });
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === "object" && value !== null && "definition" in value && "target" in value;
}

/** A method that takes no arguments. */
export function method<T>(call: (target: T) => Awaitable<Json | HostObject | void>): Method<T>;
/** A method with named parameters. */
export function method<T>(
  parameters: readonly string[],
  call: (target: T, ...args: readonly Argument[]) => Awaitable<Json | HostObject | void>
): Method<T>;
export function method<T>(
  first: readonly string[] | ((target: T) => Awaitable<Json | HostObject | void>),
  second?: (target: T, ...args: readonly Argument[]) => Awaitable<Json | HostObject | void>
): Method<T> {
  if (typeof first === "function") {
    return { parameters: [], call: first };
  }
  return { parameters: first, call: second ?? (() => undefined) };
}

/** A method that Excel knows and that changes nothing the client could see. */
export function silent<T>(...parameters: readonly string[]): Method<T> {
  return { parameters, call: () => undefined };
}

export function readOnly<T>(get: (target: T) => Awaitable<Json>): Property<T> {
  return { get };
}

export function readWrite<T>(
  get: (target: T) => Awaitable<Json>,
  set: (target: T, value: Json) => Awaitable<void>
): Property<T> {
  return { get, set };
}
