/** Reads the arguments that a client sends; what does not fit fails as it does in Excel. */
import { apiNotFound, invalidArgument } from "../errors";
import type { Json } from "../protocol";
import { parseColor } from "./colors";
import type { Argument, HostObject } from "./definition";
import { isHostObject } from "./definition";

export type JsonRecord = { readonly [key: string]: Json };

export function textOf(value: Argument | undefined, location: string): string {
  if (typeof value !== "string") {
    throw invalidArgument(location);
  }
  return value;
}

export function optionalText(value: Argument | undefined, location: string): string | null {
  return value === undefined || value === null ? null : textOf(value, location);
}

export function integerOf(value: Argument | undefined, location: string): number {
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw invalidArgument(location);
  }
  return value;
}

export function numberOf(value: Argument | undefined, location: string): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw invalidArgument(location);
  }
  return value;
}

export function booleanOf(value: Argument | undefined, location: string): boolean {
  if (typeof value !== "boolean") {
    throw invalidArgument(location);
  }
  return value;
}

/** One of the words that Excel knows for a property. */
export function oneOf<W extends string>(
  words: readonly W[],
  value: Argument | undefined,
  location: string
): W {
  const found = words.find((word) => word === value);
  if (found === undefined) {
    throw invalidArgument(location, `"${String(value)}" is none of ${words.join(", ")}.`);
  }
  return found;
}

/** A literal of a call that must not be an object of the workbook. */
export function literalOf(value: Argument | undefined, location: string): Json {
  if (isHostObject(value)) {
    throw invalidArgument(location);
  }
  return value ?? null;
}

/** An object literal; a key that Excel does not know is refused by name. */
export function recordOf(value: Argument | undefined, keys: readonly string[], location: string): JsonRecord {
  if (typeof value !== "object" || value === null || Array.isArray(value) || isHostObject(value)) {
    throw invalidArgument(location);
  }
  const record = value as JsonRecord;
  const unknown = Object.keys(record).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    throw apiNotFound(`${location}.${unknown}`, "there is no such property");
  }
  return record;
}

/** The target of an object argument of the given class. */
export function targetOf<T>(object: HostObject, className: string, location: string): T {
  if (object.definition.name !== className) {
    throw invalidArgument(location, `A ${className} is expected.`);
  }
  return object.target as T;
}

/** `#rrggbb`, `rrggbb` or one of HTML's common names -> `#RRGGBB`. */
export function colorOf(value: Argument | undefined, location: string): string {
  const color = parseColor(textOf(value, location));
  if (!color) {
    throw invalidArgument(location);
  }
  return color;
}
