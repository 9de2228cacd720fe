/** `Office.context.document.settings`: the same settings as `workbook.settings`, each value as JSON text on the wire. */
import type { Json } from "../protocol";
import type { HostState } from "./state";

export type SerializedSettings = readonly (readonly [name: string, json: string])[];

export function readDocumentSettings(state: HostState): SerializedSettings {
  return Object.entries(state.settings).map(([name, value]) => [name, JSON.stringify(value)] as const);
}

/** Replaces all settings, as `saveAsync` does. */
export function writeDocumentSettings(state: HostState, settings: SerializedSettings): void {
  state.settings = Object.fromEntries(settings.map(([name, json]) => [name, JSON.parse(json) as Json]));
}
