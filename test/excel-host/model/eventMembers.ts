/** The members by which the client asks for events: `_RegisterXEvent` and `_UnregisterXEvent` of a class. */
import { requireVersion } from "../apiVersions";
import type { ModelContext } from "./context";
import type { Method } from "./definition";
import { method } from "./definition";

type Target = ModelContext | { readonly context: ModelContext };

/** The event as the add-in knows it (`onChanged`), as the wire names it (`DataChanged`), and its number. */
export interface EventMember {
  readonly member: string;
  readonly wireName: string;
  readonly eventType: number;
}

/** Declares the events of a class; `targetOf` says whose events they are: an id, or `Workbook`. */
export function eventMethods<T extends Target>(
  className: string,
  events: readonly EventMember[],
  targetOf: (target: T) => string
): { readonly [name: string]: Method<T> } {
  const members = events.flatMap(({ member, wireName, eventType }) => {
    const change = (what: "add" | "remove"): Method<T> =>
      method((target) => {
        const context = contextOf(target);
        requireVersion(context.apiVersion, className, member);
        context.registrations[what](eventType, targetOf(target));
      });
    return [
      [`_Register${wireName}Event`, change("add")],
      [`_Unregister${wireName}Event`, change("remove")],
    ] as const;
  });
  return Object.fromEntries(members);
}

function contextOf(target: Target): ModelContext {
  return "context" in target ? target.context : target;
}

/** An event whose wire name is the member's: `onActivated`, `_RegisterActivatedEvent`. */
export function namedEvent(name: string, eventType: number): EventMember {
  return { member: `on${name}`, wireName: name, eventType };
}
