/** XML as text, for lists so flat that patterns are enough. */

/** Opening tags with this local name. Enough for the flat lists that this is used on. */
export function tags(xml: string, localName: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${localName}\\s[^<>]*>`, "g")) ?? [];
}

/** Value of the attribute with this local name, as written in the file. */
export function attribute(tag: string, localName: string): string | undefined {
  const match = new RegExp(`\\s(?:[\\w-]+:)?${localName}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (entity, hex?: string, decimal?: string, name = "") => {
      const code =
        hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? parseInt(decimal, 10) : undefined;
      if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
      return ENTITIES[name] ?? entity;
    }
  );
}
