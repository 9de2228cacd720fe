/** Events of the Office common API as a frame's client expects them. */
import { EventType, type EventEntry } from "../protocol";
import { BindingEventName, EventName, isRecord, member } from "./xdm";

/** Numbers for the types of bindings on the wire. */
const BINDING_TYPES: { readonly [type: string]: number | undefined } = { Table: 1, Text: 2, Range: 3 };

/** The name under which frames ask for the event, and what it tells; undefined for events of another kind. */
export function commonEvent(entry: EventEntry): { readonly name: string; readonly data: object } | undefined {
  const told: unknown = JSON.parse(entry.message);
  switch (entry.messageType) {
    case EventType.settingsChanged:
      return { name: EventName.settingsChanged, data: {} };
    case EventType.documentSelectionChanged:
      return { name: EventName.documentSelectionChanged, data: {} };
    case EventType.bindingDataChanged:
      return {
        name: entry.targetId + BindingEventName.dataChanged,
        data: { ddaBinding: bindingOf(entry.targetId, told) },
      };
    case EventType.bindingSelectionChanged:
      return {
        name: entry.targetId + BindingEventName.selectionChanged,
        data: {
          ddaBinding: bindingOf(entry.targetId, told),
          // The client hands this on as it is.
          subset: {
            startRow: member(told, "startRow"),
            startColumn: member(told, "startColumn"),
            rowCount: member(told, "rowCount"),
            columnCount: member(told, "columnCount"),
          },
        },
      };
    default:
      return undefined;
  }
}

function bindingOf(id: string, told: unknown): object {
  const binding = member(told, "binding");
  return {
    Name: id,
    BindingType: isRecord(binding) ? BINDING_TYPES[String(binding["type"])] : undefined,
    RowCount: member(binding, "rowCount"),
    ColCount: member(binding, "columnCount"),
    HasHeaders: member(binding, "hasHeaders"),
  };
}
