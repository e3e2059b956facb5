/** A plain server for static files, as any host of the page would be: no headers but the type and the length. */
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

export interface FolderServer {
  /** `http://127.0.0.1:1234/some/where/` */
  readonly url: string;
  /** Paths that were asked for, below the base. */
  readonly asked: string[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** @param base Where the folder is on the server: `/some/where/`. */
export async function serveFolder(folder: string, base: string): Promise<FolderServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const below = pathname.startsWith(base) ? decodeURIComponent(pathname.slice(base.length)) : undefined;
    const path = below === undefined ? undefined : join(folder, normalize(`/${below === "" ? "index.html" : below}`));
    const found = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
    asked.push(below ?? pathname);
    if (path === undefined || found?.isFile() !== true) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": type, "content-length": found.size });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // a server on a port has one
  return {
    url: `http://127.0.0.1:${port}${base}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
