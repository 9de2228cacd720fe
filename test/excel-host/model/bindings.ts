/** `Excel.BindingCollection` and `Excel.Binding`: places that an add-in has named for itself. */
import { columnsOf, intersection, overlaps, rowsOf } from "../areas";
import { HostError, invalidArgument, invalidOperation, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import { EventType } from "../protocol";
import type { Area, SpreadsheetChange } from "../spreadsheet/spreadsheet";
import { integerOf, oneOf, targetOf, textOf } from "./arguments";
import type { Announcement, ModelContext } from "./context";
import { freshId } from "./context";
import type { Argument, HostObject } from "./definition";
import { defineObject, isHostObject, method, readOnly } from "./definition";
import type { RangeTarget } from "./range";
import { rangeObject, resolveAddress } from "./range";
import type { BindingState } from "./state";
import { tablesOn } from "./tableAreas";
import { tableObject } from "./tables";

export interface BindingTarget {
  readonly context: ModelContext;
  readonly binding: BindingState;
}

const TYPES = ["Range", "Table", "Text"] as const;
type BindingType = (typeof TYPES)[number];

/** The cells of a binding as they are now; `InvalidBinding` when its table has gone. */
export function areaOfBinding({ context, binding }: BindingTarget, location: string): Area {
  if (binding.tableId === null) {
    return binding.area;
  }
  const table = context.spreadsheet.tables().find(({ id }) => id === binding.tableId);
  if (!table) {
    const message = "This object binding is no longer valid due to previous updates.";
    throw new HostError("InvalidBinding", message, location);
  }
  return table.area;
}

/** Binds cells under an id; what was bound under it before is so no more. */
export function bind(
  range: RangeTarget,
  type: BindingType,
  id: string | null,
  location: string
): BindingTarget {
  const { context, sheetId, area } = range;
  const table = tablesOn(context, sheetId).find((each) => overlaps(each.area, area));
  if (type === "Text" && (rowsOf(area) > 1 || columnsOf(area) > 1)) {
    throw invalidArgument(location, "A binding of type Text is one cell.");
  }
  if (type === "Table" && !table) {
    throw invalidArgument(location, "A binding of type Table is a table.");
  }
  const others = context.state.bindings.filter((each) => each.id !== id);
  const binding: BindingState = {
    id:
      id ??
      freshId(
        context,
        "BINDING",
        others.map((each) => each.id)
      ),
    type,
    sheetId,
    tableId: type === "Table" ? (table?.id ?? null) : null,
    area,
  };
  context.state.bindings = [...others, binding];
  return { context, binding };
}

export function findBinding(context: ModelContext, id: Json | Argument | undefined): BindingTarget | null {
  const binding = context.state.bindings.find((each) => each.id === id);
  return binding ? { context, binding } : null;
}

export function release({ context, binding }: BindingTarget): void {
  context.state.bindings = context.state.bindings.filter((each) => each !== binding);
}

/** The cells that a defined name or a table's name stands for. */
export function namedRange(context: ModelContext, name: string, location: string): RangeTarget {
  const table = context.spreadsheet.tables().find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (table) {
    return { context, sheetId: table.sheetId, area: table.area };
  }
  return resolveAddress(context, context.spreadsheet.activeSheet(), name, location);
}

/** Bindings go where their cells go, and end with them. */
export function moveBindings(
  context: ModelContext,
  sheetId: string,
  moved: (area: Area) => Area | null
): void {
  context.state.bindings = context.state.bindings.flatMap((binding) => {
    const area = binding.sheetId === sheetId ? moved(binding.area) : binding.area;
    return area || binding.tableId !== null ? [{ ...binding, area: area ?? binding.area }] : [];
  });
}

const REACHING: readonly SpreadsheetChange["kind"][] = ["cells", "calculated", "format", "selection"];

/** What a change means for the bindings that it reaches: their data, results and looks, or what is selected. */
export function announcementsOfBindings(
  context: ModelContext,
  change: SpreadsheetChange
): readonly Announcement[] {
  if (!("area" in change) || !REACHING.includes(change.kind)) {
    return [];
  }
  return context.state.bindings.flatMap((binding) => {
    const table = context.spreadsheet.tables().find(({ id }) => id === binding.tableId);
    const area = binding.tableId === null ? binding.area : table?.area;
    const part = area && binding.sheetId === change.sheetId ? intersection(area, change.area) : null;
    if (!area || !part) {
      return [];
    }
    const isSelection = change.kind === "selection";
    const message: Announcement["message"] = {
      binding: {
        type: binding.type,
        rowCount: rowsOf(area),
        columnCount: columnsOf(area),
        hasHeaders: binding.type === "Table",
      },
      ...(isSelection && {
        startRow: part.top - area.top,
        startColumn: part.left - area.left,
        rowCount: rowsOf(part),
        columnCount: columnsOf(part),
      }),
    };
    const eventType = isSelection ? EventType.bindingSelectionChanged : EventType.bindingDataChanged;
    return [{ eventType, targets: [binding.id], message }];
  });
}

function targetsIn(context: ModelContext): readonly BindingTarget[] {
  return context.state.bindings.map((binding) => ({ context, binding }));
}

function item(context: ModelContext, id: Json | Argument | undefined): HostObject | null {
  const found = findBinding(context, id);
  return found && bindingObject(found);
}

function typeOf(value: Argument | undefined, location: string): BindingType {
  return oneOf(TYPES, value, location);
}

/** Fails unless the binding is of the type that the member is for. */
function requireType({ binding }: BindingTarget, type: BindingType, location: string): void {
  if (binding.type !== type) {
    throw invalidOperation(location, `The binding is of type ${binding.type}.`);
  }
}

export const bindingsObject: (context: ModelContext) => HostObject = defineObject<ModelContext>({
  name: "BindingCollection",
  properties: { Count: readOnly(({ state }) => state.bindings.length) },
  items: (context) => targetsIn(context).map(bindingObject),
  item,
  methods: {
    Add: method(["range", "bindingType", "id"], (context, cells, type, id) => {
      const location = "BindingCollection.add";
      const range = isHostObject(cells)
        ? targetOf<RangeTarget>(cells, "Range", location)
        : resolveAddress(context, context.spreadsheet.activeSheet(), textOf(cells, location), location);
      return bindingObject(bind(range, typeOf(type, location), textOf(id, location), location));
    }),
    AddFromNamedItem: method(["name", "bindingType", "id"], (context, name, type, id) => {
      const location = "BindingCollection.addFromNamedItem";
      const range = namedRange(context, textOf(name, location), location);
      return bindingObject(bind(range, typeOf(type, location), textOf(id, location), location));
    }),
    AddFromSelection: method(["bindingType", "id"], (context, type, id) => {
      const location = "BindingCollection.addFromSelection";
      const range = { context, ...context.spreadsheet.selection() };
      return bindingObject(bind(range, typeOf(type, location), textOf(id, location), location));
    }),
    GetCount: method(({ state }) => state.bindings.length),
    GetItemAt: method(["index"], (context, index) => {
      const location = "BindingCollection.getItemAt";
      const found = targetsIn(context)[integerOf(index, location)];
      if (!found) {
        throw itemNotFound(location);
      }
      return bindingObject(found);
    }),
    GetItemOrNullObject: method(["id"], item),
  },
});

const bindingObject: (target: BindingTarget) => HostObject = defineObject<BindingTarget>({
  name: "Binding",
  identity: ({ binding }) => ({ Id: binding.id }),
  properties: {
    Id: readOnly(({ binding }) => binding.id),
    Type: readOnly(({ binding }) => binding.type),
  },
  methods: {
    Delete: method(release),
    GetRange: method((target) => {
      const { context, binding } = target;
      requireType(target, "Range", "Binding.getRange");
      return rangeObject({ context, sheetId: binding.sheetId, area: binding.area });
    }),
    GetTable: method((target) => {
      requireType(target, "Table", "Binding.getTable");
      areaOfBinding(target, "Binding.getTable");
      return tableObject({ context: target.context, tableId: target.binding.tableId ?? "" });
    }),
    GetText: method((target) => {
      const { context, binding } = target;
      requireType(target, "Text", "Binding.getText");
      return context.spreadsheet.texts(binding.sheetId, binding.area)[0]?.[0] ?? "";
    }),
  },
});
