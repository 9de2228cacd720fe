/** Properties of an Office package, for the formats whose library does not read them. */
import { FileFault } from "./fileErrors";
import { MAX_DETAILS } from "./limits";
import type { SheetsAndProperties } from "./readOoxml";
import { attribute, decodeEntities, tags } from "./xmlText";

/** The custom properties as text, and when the file was last saved. Throws `FileFault` `tooManyDetails`. */
export function packageProperties(
  parts: ReadonlyMap<string, Uint8Array>
): Pick<SheetsAndProperties, "properties" | "modified"> {
  const text = (name: string): string => new TextDecoder().decode(parts.get(name));
  const custom = text("docProps/custom.xml").match(/<(?:\w+:)?property\s[^<>]*>\s*<[^<>]*>[^<>]*</g) ?? [];
  if (custom.length > MAX_DETAILS) throw new FileFault("tooManyDetails");
  const modified = /<dcterms:modified[^<>]*>([^<>]*)</.exec(text("docProps/core.xml"))?.[1] ?? "";
  const time = new Date(modified);
  return {
    properties: Object.fromEntries(
      custom.map((element) => {
        const name = attribute(tags(element, "property")[0] ?? "", "name") ?? "";
        const value = element.slice(element.lastIndexOf(">") + 1, -1);
        return [decodeEntities(name), decodeEntities(value)];
      })
    ),
    modified: Number.isNaN(time.getTime()) ? null : time.toISOString(),
  };
}
