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

const ATTRIBUTE = /\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Values of all attributes of a whole tag, as written in the file, by their names with their prefixes. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(tag.matchAll(ATTRIBUTE), ([, name = "", double, single]) => [name, double ?? single ?? ""])
  );
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The longest: `&#x10ffff;`. */
const LONGEST_ENTITY = 10;

const SEMICOLON = 0x3b;

/** What is no entity of XML stays. Some writers write every letter with a mark as one. */
export function decodeEntities(text: string): string {
  let decoded = "";
  let done = 0;
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
    const end = entityEnd(text, at);
    const character = end < 0 ? undefined : characterOf(text.slice(at + 1, end));
    if (character === undefined) continue;
    if (at > done) decoded += text.slice(done, at);
    decoded += character;
    done = end + 1;
  }
  return done === 0 ? text : decoded + text.slice(done);
}

/** Where the entity that begins at `at` ends, or -1. Looking further than any goes would take for ever where there are many. */
function entityEnd(text: string, at: number): number {
  for (let end = at + 1; end < at + LONGEST_ENTITY; end++) if (text.charCodeAt(end) === SEMICOLON) return end;
  return -1;
}

function characterOf(entity: string): string | undefined {
  if (!entity.startsWith("#")) return ENTITIES.get(entity);
  const code = codeOf(entity);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** NaN for what is no number. */
function codeOf(entity: string): number {
  if (/^#\d+$/.test(entity)) return Number(entity.slice(1));
  return /^#x[0-9a-f]+$/i.test(entity) ? parseInt(entity.slice(2), 16) : NaN;
}
