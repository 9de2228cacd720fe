/** Properties of the document, those of its own making included. */
import type { WorkbookProperties } from "hucre/xlsx";
import type { CustomPropertyState, DocumentProperties, HostState } from "../model/state";

/** Names of the host and of the file. */
const NAMES = {
  title: "title",
  subject: "subject",
  author: "creator",
  keywords: "keywords",
  comments: "description",
  category: "category",
  manager: "manager",
  company: "company",
  lastAuthor: "lastModifiedBy",
} as const satisfies Partial<Record<keyof DocumentProperties, keyof WorkbookProperties>>;

const PAIRS = Object.entries(NAMES) as readonly (readonly [
  keyof typeof NAMES,
  (typeof NAMES)[keyof typeof NAMES],
])[];

export function writeProperties({ documentProperties, customProperties }: HostState): WorkbookProperties {
  return {
    ...Object.fromEntries(PAIRS.map(([ours, theirs]) => [theirs, documentProperties[ours]])),
    created: new Date(documentProperties.creationDate),
    custom: Object.fromEntries(
      customProperties.map(({ key, value, type }) => [key, type === "Date" ? new Date(String(value)) : value])
    ),
  };
}

export function readDocumentProperties(
  properties: WorkbookProperties | undefined
): Partial<DocumentProperties> {
  return {
    ...Object.fromEntries(PAIRS.map(([ours, theirs]) => [ours, properties?.[theirs] ?? ""])),
    ...(properties?.created && { creationDate: properties.created.toISOString() }),
  };
}

export function readCustomProperties(properties: WorkbookProperties | undefined): CustomPropertyState[] {
  return Object.entries(properties?.custom ?? {}).map(([key, value]) => {
    if (value instanceof Date) {
      return { key, value: value.toISOString(), type: "Date" };
    }
    if (typeof value === "number") {
      return { key, value, type: Number.isInteger(value) ? "Number" : "Float" };
    }
    return { key, value, type: typeof value === "boolean" ? "Boolean" : "String" };
  });
}
