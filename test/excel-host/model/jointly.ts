/** Several objects of one class as one: what they share reads as it is, and what is set is set on each. */
import { invalidArgument } from "../errors";
import type { Json } from "../protocol";
import type { Definition, HostObject, Method, Property } from "./definition";

/** The objects must be of one class, and at least one. Methods answer what the first one answers. */
export function jointly(objects: readonly HostObject[]): HostObject {
  const [first] = objects;
  if (!first) {
    throw invalidArgument("RangeAreas", "There are no areas.");
  }
  const { name, properties = {}, objects: below = {}, methods = {}, item } = first.definition;
  const targets = objects.map(({ target }) => target);
  const definition: Definition<unknown> = {
    name,
    properties: mapped(properties, (property) => sharedProperty(property, targets)),
    objects: mapped(below, (child) => () => sharedObject(targets.map(child))),
    methods: mapped(methods, (each) => sharedMethod(each, targets)),
    ...(item && { item: (_target, key) => sharedObject(targets.map((target) => item(target, key))) }),
  };
  return { definition, target: objects };
}

function mapped<A, B>(
  members: { readonly [name: string]: A },
  change: (member: A) => B
): { readonly [name: string]: B } {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member)]));
}

/** Null when the objects differ, as Excel says it of cells that differ. */
function sharedProperty(property: Property<unknown>, targets: readonly unknown[]): Property<unknown> {
  const { get, set } = property;
  const shared = {
    get: async (): Promise<Json> => {
      const values = await Promise.all(targets.map((target) => get(target)));
      const distinct = new Set(values.map((value) => JSON.stringify(value)));
      return distinct.size === 1 ? (values[0] ?? null) : null;
    },
  };
  if (!set) {
    return shared;
  }
  return {
    ...shared,
    set: async (_target, value) => {
      for (const target of targets) {
        await set(target, value);
      }
    },
  };
}

function sharedObject(objects: readonly (HostObject | null)[]): HostObject | null {
  const present = objects.filter((object) => object !== null);
  return present.length === objects.length ? jointly(present) : null;
}

function sharedMethod({ parameters, call }: Method<unknown>, targets: readonly unknown[]): Method<unknown> {
  return {
    parameters,
    call: async (_target, ...args) => {
      const answers = [];
      for (const target of targets) {
        answers.push(await call(target, ...args));
      }
      return answers[0];
    },
  };
}
