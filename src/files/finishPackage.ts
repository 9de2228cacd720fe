import { unzipSync, zipSync } from "fflate";

/**
 * Makes the package depend on its content alone: the time that the library writes into the core properties is removed
 * (a template has never been saved by anyone), and the parts are zipped with a fixed time and one and the same deflater.
 */
export function finishPackage(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => [
    name,
    name === "docProps/core.xml" ? withoutTimes(part) : part,
  ]);
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: new Date(1980, 0, 1) });
}

function withoutTimes(core: Uint8Array): Uint8Array {
  const xml = new TextDecoder().decode(core);
  return new TextEncoder().encode(xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, ""));
}
