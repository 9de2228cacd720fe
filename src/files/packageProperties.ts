/** Properties of an Office package, for the formats whose library does not read them. */
import { FileFault } from "./fileErrors";
import { MAX_DETAILS, MAX_PROPERTIES_BYTES } from "./limits";
import type { SheetsAndProperties } from "./readOoxml";
import { attribute, decodeEntities, tags } from "./xmlText";

/** Throws `FileFault` `tooManyDetails` for a part so long that reading it takes longer than reading the tables. */
export function refuseLongProperties(part: Uint8Array | undefined): void {
  if (part !== undefined && part.length > MAX_PROPERTIES_BYTES) throw new FileFault("tooManyDetails");
}

/** As the parts of a package must write a time; whatever else `Date` understands takes it long. */
const ISO_TIME = /^\d{4}(?:-\d\d){0,2}(?:T[\d:.]{4,20}(?:Z|[+-]\d\d:\d\d)?)?$/;

/** A time, ISO 8601; null for what is none. */
export function isoTime(text: string): string | null {
  const time = new Date(ISO_TIME.test(text) ? text : NaN);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/** The custom properties as text, and when the file was last saved. Throws `FileFault` `tooManyDetails`. */
export function packageProperties(
  partOf: (path: string) => Uint8Array | undefined
): Pick<SheetsAndProperties, "properties" | "modified"> {
  const text = (name: string): string => {
    const part = partOf(name);
    refuseLongProperties(part);
    return new TextDecoder().decode(part);
  };
  const custom = text("docProps/custom.xml").match(/<(?:\w+:)?property\s[^<>]*>\s*<[^<>]*>[^<>]*</g) ?? [];
  if (custom.length > MAX_DETAILS) throw new FileFault("tooManyDetails");
  const modified = /<dcterms:modified[^<>]*>([^<>]*)</.exec(text("docProps/core.xml"))?.[1] ?? "";
  return {
    properties: Object.fromEntries(
      custom.map((element) => {
        const name = attribute(tags(element, "property")[0] ?? "", "name") ?? "";
        const value = element.slice(element.lastIndexOf(">") + 1, -1);
        return [decodeEntities(name), decodeEntities(value)];
      })
    ),
    modified: isoTime(modified.trim()),
  };
}
