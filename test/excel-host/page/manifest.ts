/** What a click on a ribbon button does. Addresses are paths on the page's own origin. */
export type RibbonAction =
  | {
      readonly kind: "showTaskpane";
      readonly taskpaneId: string;
      readonly path: string;
      readonly title: string;
    }
  | { readonly kind: "executeFunction"; readonly functionName: string };

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  /** Title and text of the tooltip. */
  readonly tip: { readonly title: string; readonly description: string };
  readonly icon: string;
  readonly action: RibbonAction;
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

/** What Excel takes from an add-in's manifest to show it. */
export interface AddIn {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  /** The least ExcelApi version that the add-in asks for, such as "1.14". */
  readonly excelApi: string;
  readonly defaultPane: { readonly path: string; readonly title: string };
  /** The page that holds the functions of the buttons that run without the pane. */
  readonly functionFile: string;
  readonly groups: readonly RibbonGroup[];
}

/** Ribbon icons are drawn at 32 points; sharper screens scale the larger picture down. */
const ICON_SIZES = ["80", "64", "32", "16"];

/**
 * Reads an add-in-only manifest (the XML format) as Excel does: texts in the wanted language where the manifest
 * has them, else its default ones.
 *
 * @throws when the text is no XML, or when a part that Excel needs is missing; the message names the part
 */
export function parseManifest(xml: string, locale: string): AddIn {
  const document = new DOMParser().parseFromString(xml, "application/xml");
  const parserError = document.getElementsByTagName("parsererror")[0];
  if (parserError) throw new Error(`manifest.xml không phải là XML hợp lệ: ${parserError.textContent ?? ""}`);
  const app = document.documentElement;
  const resource = resourceReader(app, locale);
  const functionFile = descendants(app, "FunctionFile")[0];
  return {
    id: textOf(child(app, "Id")),
    name: localized(child(app, "DisplayName"), locale),
    icon: pathOf(localized(child(app, "HighResolutionIconUrl"), locale)),
    excelApi: excelApiOf(app),
    defaultPane: {
      path: pathOf(localized(child(child(app, "DefaultSettings"), "SourceLocation"), locale)),
      title: localized(child(app, "DisplayName"), locale),
    },
    functionFile: functionFile ? pathOf(resource(functionFile)) : "",
    groups: descendants(app, "Group").map((group) => readGroup(group, resource)),
  };
}

/** Gives the text of the resource that an element's `resid` names. */
type ResourceReader = (element: Element) => string;

function resourceReader(app: Element, locale: string): ResourceReader {
  const resources = new Map(
    ["Image", "Url", "String"]
      .flatMap((name) => descendants(app, name))
      .filter((element) => element.hasAttribute("id"))
      .map((element) => [attribute(element, "id"), element])
  );
  return (element) => {
    const id = attribute(element, "resid");
    const found = resources.get(id);
    if (!found) throw new Error(`manifest.xml dùng "${id}" nhưng không có trong Resources.`);
    return localized(found, locale);
  };
}

function readGroup(group: Element, resource: ResourceReader): RibbonGroup {
  return {
    id: attribute(group, "id"),
    label: resource(child(group, "Label")),
    buttons: children(group, "Control").map((control) => readButton(control, resource)),
  };
}

function readButton(control: Element, resource: ResourceReader): RibbonButton {
  const supertip = child(control, "Supertip");
  return {
    id: attribute(control, "id"),
    label: resource(child(control, "Label")),
    tip: { title: resource(child(supertip, "Title")), description: resource(child(supertip, "Description")) },
    icon: pathOf(resource(iconOf(control))),
    action: readAction(child(control, "Action"), resource),
  };
}

function iconOf(control: Element): Element {
  const images = children(child(control, "Icon"), "Image");
  const image = ICON_SIZES.map((size) => images.find((each) => each.getAttribute("size") === size)).find(
    Boolean
  );
  if (!image) throw new Error(`manifest.xml không có ảnh cho nút ${attribute(control, "id")}.`);
  return image;
}

function readAction(action: Element, resource: ResourceReader): RibbonAction {
  const type = action.getAttribute("xsi:type");
  if (type === "ExecuteFunction") {
    return { kind: "executeFunction", functionName: textOf(child(action, "FunctionName")) };
  }
  if (type === "ShowTaskpane") {
    const title = children(action, "Title")[0];
    return {
      kind: "showTaskpane",
      taskpaneId: textOf(child(action, "TaskpaneId")),
      path: pathOf(resource(child(action, "SourceLocation"))),
      title: title ? resource(title) : "",
    };
  }
  throw new Error(`manifest.xml có hành động không hiểu được: ${type ?? "(không ghi loại)"}.`);
}

function excelApiOf(app: Element): string {
  const set = descendants(app, "Set").find((each) => each.getAttribute("Name") === "ExcelApi");
  return set?.getAttribute("MinVersion") ?? "1.1";
}

/** The override for the locale, else the default value. */
function localized(element: Element, locale: string): string {
  const override = children(element, "Override").find((each) => each.getAttribute("Locale") === locale);
  return override ? attribute(override, "Value") : attribute(element, "DefaultValue");
}

/** The try-out serves the add-in itself, so only the path of an address counts here. */
function pathOf(address: string): string {
  const url = new URL(address, location.origin);
  return url.pathname + url.search;
}

function children(parent: Element, name: string): readonly Element[] {
  return [...parent.children].filter((element) => element.localName === name);
}

function child(parent: Element, name: string): Element {
  const found = children(parent, name)[0];
  if (!found) throw new Error(`manifest.xml thiếu <${name}> trong <${parent.localName}>.`);
  return found;
}

function descendants(parent: Element, name: string): readonly Element[] {
  return [...parent.getElementsByTagNameNS("*", name)];
}

function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`manifest.xml thiếu ${name} ở <${element.localName}>.`);
  return value;
}

function textOf(element: Element): string {
  return (element.textContent ?? "").trim();
}
