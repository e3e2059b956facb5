/**
 * A Vite plugin that offers the WASM compiler to a page: while the page is worked on from a folder of its own, in a build
 * as files beside the page. It has no type of Vite in its own, as the plugin that packs wheels.
 */
import { createReadStream } from "node:fs";
import { copyFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { makeFolder } from "./disk-output.ts";
import { writeWebToolchain } from "./toolchain/write-web-toolchain.ts";

export interface ViteToolchainOptions {
  /** Folder of the built page that the compiler's files go into. Default `toolchain`. */
  readonly into?: string | undefined;
  /** Where the files are kept between runs. Default `node_modules/.cache/packwheel/toolchain` of Vite's root. */
  readonly cacheFolder?: string | undefined;
}

interface ResolvedConfig {
  readonly root: string;
  readonly base: string;
  readonly build: { readonly outDir: string };
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void;

/** The part of a Vite server that this plugin uses. */
interface Server {
  readonly middlewares: { use(path: string, handler: Middleware): unknown };
}

/** The part of a Vite plugin that this one uses. */
export interface ToolchainPlugin {
  readonly name: string;
  configResolved(config: ResolvedConfig): void;
  configureServer(server: Server): void;
  writeBundle(output: { readonly dir?: string | undefined }): Promise<void>;
}

/** `loadToolchain({ manifest: "toolchain/toolchain.json" })` finds the compiler with this plugin. */
export function packwheelToolchain(options: ViteToolchainOptions = {}): ToolchainPlugin {
  const into = options.into ?? "toolchain";
  let config: ResolvedConfig = { root: resolve("."), base: "/", build: { outDir: "dist" } };
  let written: Promise<KeptFiles> | undefined;
  /** They take some ten seconds to compress, once. */
  const keep = (): Promise<KeptFiles> => {
    const folder = resolve(config.root, options.cacheFolder ?? "node_modules/.cache/packwheel/toolchain");
    written ??= writeWebToolchain(folder, { directory: config.root }).then(({ files }) => ({ folder, names: files }));
    return written;
  };
  return {
    name: "packwheel-toolchain",
    configResolved(resolved): void {
      config = resolved;
    },
    configureServer({ middlewares }): void {
      const base = config.base.startsWith("/") ? config.base : "/";
      middlewares.use(`${base}${into}`, (request, response, next) => {
        keep().then((files) => serve(files, request, response, next), next);
      });
    },
    async writeBundle({ dir }): Promise<void> {
      const { folder, names } = await keep();
      const target = join(dir ?? resolve(config.root, config.build.outDir), into);
      await makeFolder(target);
      for (const name of names) await copyFile(join(folder, name), join(target, name));
    },
  };
}

interface KeptFiles {
  readonly folder: string;
  readonly names: readonly string[];
}

/** @param request Its address begins below the plugin's folder. */
function serve(
  { folder, names }: KeptFiles,
  { url = "" }: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
): void {
  const name = names.find((each) => url.split("?")[0] === `/${each}`);
  if (name === undefined) {
    next();
    return;
  }
  const type = name.endsWith(".json") ? "application/json" : "application/gzip";
  response.writeHead(200, { "content-type": type, "cache-control": "no-cache" });
  createReadStream(join(folder, name)).on("error", next).pipe(response);
}
