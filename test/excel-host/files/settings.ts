/** Settings of the add-in: Excel keeps them in the workbook, with the panes that it opens. */
import type { Json } from "../protocol";
import type { Parts } from "./workbookPackage";
import {
  addPart,
  elementsOf,
  emptyElement,
  orDamaged,
  parseXml,
  relationshipsOf,
  textOf,
  XML_HEADER,
} from "./workbookPackage";

const FOLDER = "xl/webextensions";
const TYPES = "application/vnd.ms-office.webextension";
const RELATIONS = "http://schemas.microsoft.com/office/2011/relationships/webextension";
const NAMESPACE = "http://schemas.microsoft.com/office/webextensions";
const RELATION_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The host serves one add-in and does not know how it is registered elsewhere. */
const NOBODY = "00000000-0000-0000-0000-000000000000";

/** Adds the settings to a package; without any the package stays as it is. */
export function addSettings(parts: Parts, settings: Readonly<Record<string, Json>>): void {
  const entries = Object.entries(settings);
  if (entries.length === 0) {
    return;
  }
  const properties = entries.map(([name, value]) =>
    emptyElement("we:property", { name, value: JSON.stringify(value) })
  );
  const panes = `${FOLDER}/taskpanes.xml`;
  const extension = addPart(parts, {
    path: `${FOLDER}/webextension1.xml`,
    content:
      `${XML_HEADER}<we:webextension xmlns:we="${NAMESPACE}/webextension/2010/11" id="{${NOBODY}}">` +
      `<we:reference id="${NOBODY}" version="1.0.0.0" store="developer" storeType="Registry"/>` +
      `<we:alternateReferences/><we:properties>${properties.join("")}</we:properties><we:bindings/>` +
      `<we:snapshot xmlns:r="${RELATION_NAMESPACE}"/></we:webextension>`,
    contentType: `${TYPES}+xml`,
    from: panes,
    relation: RELATIONS,
  });
  addPart(parts, {
    path: panes,
    content:
      `${XML_HEADER}<wetp:taskpanes xmlns:wetp="${NAMESPACE}/taskpanes/2010/11">` +
      `<wetp:taskpane dockstate="right" visibility="0" width="350" row="0">` +
      `<wetp:webextensionref xmlns:r="${RELATION_NAMESPACE}" r:id="${extension}"/>` +
      `</wetp:taskpane></wetp:taskpanes>`,
    contentType: `${TYPES}taskpanes+xml`,
    from: "",
    relation: `${RELATIONS}taskpanes`,
  });
}

/** The settings of all add-ins in a package. */
export function readSettings(parts: Parts): Record<string, Json> {
  const extensions = relationshipsOf(parts, "")
    .filter(({ kind }) => kind === "webextensiontaskpanes")
    .flatMap(({ target }) => relationshipsOf(parts, target))
    .map(({ target }) => textOf(parts, target) ?? "");
  const properties = extensions.filter(Boolean).flatMap((text) => elementsOf(parseXml(text), "property"));
  return Object.fromEntries(
    properties.map((property) => [
      property.getAttribute("name") ?? "",
      orDamaged(() => JSON.parse(property.getAttribute("value") ?? "null") as Json),
    ])
  );
}
