import { unzipSync, zipSync } from "fflate";

/** Changes a part of a package that holds text; undefined: the part stays. */
export type PartAmendment = (name: string, text: () => string) => string | undefined;

/**
 * Makes the package depend on its content alone: the time that the library writes into the core properties is removed
 * (a template has never been saved by anyone), and the parts are zipped with a fixed time and one and the same deflater.
 */
export function finishPackage(bytes: Uint8Array, amend: PartAmendment = () => undefined): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => {
    const text = (): string => new TextDecoder().decode(part);
    const amended = name === "docProps/core.xml" ? withoutTimes(text()) : amend(name, text);
    return [name, amended === undefined ? part : new TextEncoder().encode(amended)];
  });
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: new Date(1980, 0, 1) });
}

function withoutTimes(xml: string): string {
  return xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, "");
}
