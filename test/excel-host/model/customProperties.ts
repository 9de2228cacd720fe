/** Document properties, custom properties of workbook and sheets, and settings of the add-in. */
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../errors";
import type { Json } from "../protocol";
import { DOCUMENT_TARGET, EventType } from "../protocol";
import { integerOf, literalOf, textOf } from "./arguments";
import type { ModelContext } from "./context";
import { sheetState } from "./context";
import type { HostObject, Property } from "./definition";
import { defineObject, method, readOnly, readWrite } from "./definition";
import type { CustomPropertyState, DocumentProperties, PropertyType } from "./state";
import type { SheetTarget } from "./worksheet";

const KEY_LIMIT = 255;

type TextProperty = Exclude<keyof DocumentProperties, "lastAuthor" | "revisionNumber" | "creationDate">;

function documentText(key: TextProperty): Property<ModelContext> {
  return readWrite(
    ({ state }) => state.documentProperties[key],
    ({ state }, value) => {
      state.documentProperties[key] = textOf(value, `DocumentProperties.${key}`);
    }
  );
}

export const documentPropertiesObject: (context: ModelContext) => HostObject = defineObject<ModelContext>({
  name: "DocumentProperties",
  properties: {
    Title: documentText("title"),
    Subject: documentText("subject"),
    Author: documentText("author"),
    Keywords: documentText("keywords"),
    Comments: documentText("comments"),
    Category: documentText("category"),
    Manager: documentText("manager"),
    Company: documentText("company"),
    LastAuthor: readOnly(({ state }) => state.documentProperties.lastAuthor),
    RevisionNumber: readWrite(
      ({ state }) => state.documentProperties.revisionNumber,
      ({ state }, value) => {
        state.documentProperties.revisionNumber = integerOf(value, "DocumentProperties.revisionNumber");
      }
    ),
    CreationDate: readOnly(({ state }) => state.documentProperties.creationDate),
  },
  objects: { Custom: (context) => customPropertiesObject(context) },
});

interface CustomTarget {
  readonly context: ModelContext;
  readonly key: string;
}

function customState({ context, key }: CustomTarget): CustomPropertyState {
  const found = context.state.customProperties.find((each) => each.key === key);
  if (!found) {
    throw itemNotFound("CustomProperty");
  }
  return found;
}

function customValue(
  value: Json,
  location: string
): { value: string | number | boolean; type: PropertyType } {
  if (typeof value === "string") {
    if (value.length > KEY_LIMIT) {
      throw invalidArgument(location, `At most ${KEY_LIMIT} characters.`);
    }
    return { value, type: "String" };
  }
  if (typeof value === "number") {
    return { value, type: Number.isInteger(value) ? "Number" : "Float" };
  }
  if (typeof value === "boolean") {
    return { value, type: "Boolean" };
  }
  throw invalidArgument(location);
}

const customPropertyObject = defineObject<CustomTarget>({
  name: "CustomProperty",
  identity: ({ key }) => ({ Key: key, _Id: key }),
  properties: {
    Key: readOnly(({ key }) => key),
    Value: readWrite(
      (target) => customState(target).value,
      (target, value) => void Object.assign(customState(target), customValue(value, "CustomProperty.value"))
    ),
    Type: readOnly((target) => customState(target).type),
  },
  methods: {
    Delete: method(({ context, key }) => {
      context.state.customProperties = context.state.customProperties.filter((each) => each.key !== key);
    }),
  },
});

function customByKey(context: ModelContext, key: Json): HostObject | null {
  const found = context.state.customProperties.find(
    (each) => each.key.toLowerCase() === String(key).toLowerCase()
  );
  return found ? customPropertyObject({ context, key: found.key }) : null;
}

/** Keys in any letter case are one; adding one again replaces its value. */
const customPropertiesObject = defineObject<ModelContext>({
  name: "CustomPropertyCollection",
  items: (context) => context.state.customProperties.map(({ key }) => customPropertyObject({ context, key })),
  item: customByKey,
  methods: {
    Add: method(["key", "value"], (context, key, value) => {
      const location = "CustomPropertyCollection.add";
      const name = textOf(key, location);
      if (name === "" || name.length > KEY_LIMIT) {
        throw invalidArgument(location);
      }
      const next = { key: name, ...customValue(literalOf(value, location), location) };
      const others = context.state.customProperties.filter(
        (each) => each.key.toLowerCase() !== name.toLowerCase()
      );
      context.state.customProperties = [...others, next];
      return customPropertyObject({ context, key: name });
    }),
    DeleteAll: method((context) => {
      context.state.customProperties = [];
    }),
    GetCount: method((context) => context.state.customProperties.length),
    GetItemOrNullObject: method(["key"], (context, key) =>
      customByKey(context, textOf(key, "CustomPropertyCollection.getItemOrNullObject"))
    ),
  },
});

interface SheetPropertyTarget extends SheetTarget {
  readonly key: string;
}

function ofSheet({ context, sheetId }: SheetTarget): Record<string, string> {
  return sheetState(context, sheetId).customProperties;
}

function sheetPropertyByKey(sheet: SheetTarget, key: Json): HostObject | null {
  const name = String(key);
  return Object.hasOwn(ofSheet(sheet), name) ? sheetPropertyObject({ ...sheet, key: name }) : null;
}

const sheetPropertyObject = defineObject<SheetPropertyTarget>({
  name: "WorksheetCustomProperty",
  identity: ({ key }) => ({ Key: key, _Id: key }),
  properties: {
    Key: readOnly(({ key }) => key),
    Value: readWrite(
      (property) => ofSheet(property)[property.key] ?? null,
      (property, value) => {
        ofSheet(property)[property.key] = textOf(value, "WorksheetCustomProperty.value");
      }
    ),
  },
  methods: {
    Delete: method((property) => {
      delete ofSheet(property)[property.key];
    }),
  },
});

export const worksheetPropertiesObject: (sheet: SheetTarget) => HostObject = defineObject<SheetTarget>({
  name: "WorksheetCustomPropertyCollection",
  items: (sheet) => Object.keys(ofSheet(sheet)).map((key) => sheetPropertyObject({ ...sheet, key })),
  item: sheetPropertyByKey,
  methods: {
    Add: method(["key", "value"], (sheet, key, value) => {
      const location = "WorksheetCustomPropertyCollection.add";
      const name = textOf(key, location);
      if (Object.hasOwn(ofSheet(sheet), name)) {
        throw itemAlreadyExists(location);
      }
      ofSheet(sheet)[name] = textOf(value, location);
      return sheetPropertyObject({ ...sheet, key: name });
    }),
    GetCount: method((sheet) => Object.keys(ofSheet(sheet)).length),
    GetItemOrNullObject: method(["key"], (sheet, key) =>
      sheetPropertyByKey(sheet, textOf(key, "WorksheetCustomPropertyCollection.getItemOrNullObject"))
    ),
  },
});

interface SettingTarget {
  readonly context: ModelContext;
  readonly key: string;
}

function announceSettings(context: ModelContext): void {
  context.announce({ eventType: EventType.settingsChanged, targets: [DOCUMENT_TARGET], message: {} });
}

const settingObject = defineObject<SettingTarget>({
  name: "Setting",
  identity: ({ key }) => ({ Key: key, _Id: key }),
  properties: {
    Key: readOnly(({ key }) => key),
    Value: readWrite(
      ({ context, key }) => context.state.settings[key] ?? null,
      ({ context, key }, value) => {
        context.state.settings[key] = value;
        announceSettings(context);
      }
    ),
  },
  methods: {
    Delete: method(({ context, key }) => {
      delete context.state.settings[key];
      announceSettings(context);
    }),
  },
});

function settingByKey(context: ModelContext, key: Json): HostObject | null {
  const name = String(key);
  return Object.hasOwn(context.state.settings, name) ? settingObject({ context, key: name }) : null;
}

export const settingsObject: (context: ModelContext) => HostObject = defineObject<ModelContext>({
  name: "SettingCollection",
  items: (context) => Object.keys(context.state.settings).map((key) => settingObject({ context, key })),
  item: settingByKey,
  methods: {
    Add: method(["key", "value"], (context, key, value) => {
      const name = textOf(key, "SettingCollection.add");
      context.state.settings[name] = literalOf(value, "SettingCollection.add");
      announceSettings(context);
      return settingObject({ context, key: name });
    }),
    GetCount: method((context) => Object.keys(context.state.settings).length),
    GetItemOrNullObject: method(["key"], (context, key) =>
      settingByKey(context, textOf(key, "SettingCollection.getItemOrNullObject"))
    ),
  },
});
