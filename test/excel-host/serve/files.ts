import { readFile, realpath, stat } from "node:fs/promises";
import path from "node:path";

/** A directory whose files are served under an address prefix that begins and ends with "/". */
export interface Mount {
  readonly prefix: string;
  readonly directory: string;
  /** The Content-Security-Policy that its files are served with; none by default. */
  readonly policy?: string;
}

/** A file ready to be sent. */
export interface ServedFile {
  readonly content: Buffer;
  readonly type: string;
  readonly policy?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xml": "text/xml; charset=utf-8",
};

/** The media type for a file name; unknown kinds are plain bytes, which a browser never runs. */
export function mediaType(fileName: string): string {
  return TYPES[path.extname(fileName).toLowerCase()] ?? "application/octet-stream";
}

/**
 * The file that an address path names in the first mount that has it, or undefined.
 *
 * @param pathname the path of the requested address, still percent-encoded, without its query
 * @returns undefined also for a malformed path and for one that leads out of the mounted directory, be it by
 *   "..", by an encoded separator or by a symbolic link
 */
export async function findFile(mounts: readonly Mount[], pathname: string): Promise<ServedFile | undefined> {
  const decoded = decode(pathname);
  if (decoded === undefined) return undefined;
  for (const mount of mounts) {
    if (!decoded.startsWith(mount.prefix)) continue;
    const file = await readInside(mount.directory, decoded.slice(mount.prefix.length));
    if (file) return mount.policy === undefined ? file : { ...file, policy: mount.policy };
  }
  return undefined;
}

function decode(pathname: string): string | undefined {
  try {
    const decoded = decodeURIComponent(pathname);
    return decoded.includes("\0") || decoded.includes("\\") ? undefined : decoded;
  } catch {
    return undefined;
  }
}

async function readInside(directory: string, relative: string): Promise<ServedFile | undefined> {
  try {
    const root = await realpath(directory);
    const file = await realpath(path.join(root, relative));
    if (!file.startsWith(root + path.sep) || !(await stat(file)).isFile()) return undefined;
    return await readServed(file);
  } catch {
    return undefined; // not there, or not readable: the same to the one who asks
  }
}

/** A file of our own choosing. */
export async function readServed(file: string): Promise<ServedFile> {
  return { content: await readFile(file), type: mediaType(file) };
}
