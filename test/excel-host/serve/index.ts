import { createServer, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { IncomingMessage, ServerResponse } from "node:http";
import { contentSecurityPolicy } from "../../../src/taskpane/boot/contentSecurityPolicy";
import { OFFICE_JS_PREFIX, OFFICE_JS_URL, OUTPUT } from "./addresses";
import { ensureCertificate, type LocalCertificate } from "./certificate";
import { findFile, mediaType, readServed, type Mount, type ServedFile } from "./files";
import { listSamples } from "./samples";

export interface TryoutOptions {
  /** The port to listen on; 0 for any free one. A busy port moves on to the next ones, then to any free one. */
  readonly port: number;
  /** False serves what was built before. True by default. */
  readonly build?: boolean;
  /** The project's root; the current directory by default. */
  readonly root?: string;
  /** Folders served besides the product's own; they are looked into first. */
  readonly extraMounts?: readonly Mount[];
  /** Called once the certificate is known, before anything is built. */
  readonly onCertificate?: (certificate: LocalCertificate) => void;
}

export interface Tryout {
  /** The page's address, such as `https://localhost:3000/`. */
  readonly url: string;
  /** Stops listening and drops open connections. */
  readonly close: () => Promise<void>;
}

/**
 * What the try-out page itself may do: Univer puts its styles, pictures and fonts into the page as text. Scripts
 * come from files here too.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

/** How many ports after the wanted one are tried before any free one is taken. */
const PORTS_TO_TRY = 10;

/**
 * Makes the certificate, builds the page and the pane, and serves the try-out over https on this machine only.
 *
 * @throws when the build fails, with the tool's own output in the message
 */
export async function startTryout(options: TryoutOptions): Promise<Tryout> {
  const root = options.root ?? process.cwd();
  const certificate = await ensureCertificate(path.join(root, ".cache/certificate"));
  options.onCertificate?.(certificate);
  if (options.build ?? true) await (await import("./build")).buildTryout(root);

  const mounts = [...(options.extraMounts ?? []), ...productMounts(root)];
  const server = createServer(
    { key: certificate.key, cert: certificate.certificate },
    (request, response) => {
      answer(request, response, mounts, root).catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      });
    }
  );
  const port = await listen(server, options.port);
  return { url: `https://localhost:${port}/`, close: () => close(server) };
}

function productMounts(root: string): readonly Mount[] {
  const at = (relative: string): string => path.join(root, relative);
  return [
    { prefix: OFFICE_JS_PREFIX, directory: at("node_modules/@microsoft/office-js/dist") },
    { prefix: "/tryout/", directory: at(OUTPUT.page), policy: PAGE_POLICY },
    { prefix: "/samples/", directory: at("assets/samples") },
    { prefix: "/", directory: at(OUTPUT.pane), policy: contentSecurityPolicy(OFFICE_JS_URL) },
    { prefix: "/assets/", directory: at("assets") },
  ];
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  mounts: readonly Mount[],
  root: string
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    send(request, response, 405, text("Chỉ nhận GET."));
    return;
  }
  const pathname = (request.url ?? "/").replace(/[?#].*$/s, "");
  const file = await resource(pathname, mounts, root);
  if (file) send(request, response, 200, file);
  else send(request, response, 404, text(`Không có ${pathname}.`));
}

async function resource(
  pathname: string,
  mounts: readonly Mount[],
  root: string
): Promise<ServedFile | undefined> {
  if (pathname === "/") return findFile(mounts, "/tryout/index.html");
  if (pathname === "/samples.json") return json(await listSamples(path.join(root, "assets/samples")));
  if (pathname === "/manifest.xml") return readServed(path.join(root, "manifest.xml"));
  return findFile(mounts, pathname);
}

function json(value: unknown): ServedFile {
  return { content: Buffer.from(JSON.stringify(value)), type: mediaType("answer.json") };
}

function text(message: string): ServedFile {
  return { content: Buffer.from(message), type: mediaType("message.txt") };
}

function send(request: IncomingMessage, response: ServerResponse, status: number, file: ServedFile): void {
  response.writeHead(status, {
    "Content-Type": file.type,
    "Content-Length": file.content.length,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    ...(file.policy !== undefined && { "Content-Security-Policy": file.policy }),
  });
  response.end(request.method === "HEAD" ? undefined : file.content);
}

async function listen(server: Server, wanted: number): Promise<number> {
  const ports = wanted === 0 ? [0] : [...Array.from({ length: PORTS_TO_TRY }, (_, i) => wanted + i), 0];
  for (const port of ports) {
    if (await listens(server, port)) return (server.address() as AddressInfo).port;
  }
  throw new Error("Không mở được cổng nào trên máy này.");
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.removeListener("listening", onListening);
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    };
    const onListening = (): void => {
      server.removeListener("error", onError);
      resolve(true);
    };
    server.once("error", onError);
    server.once("listening", onListening);
    server.listen(port, "127.0.0.1");
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
