// Python for browsers, beside the page: the files of the npm package `pyodide`, as far as a page needs them.
import { createReadStream, statSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import type { Plugin } from "vite";

const FILES = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json"] as const;

const TYPES: Readonly<Record<string, string>> = {
  ".mjs": "text/javascript",
  ".wasm": "application/wasm",
  ".zip": "application/zip",
  ".json": "application/json",
};

/** @param url Where the deployer has Pyodide, in place of a copy beside the page; ends with a slash. */
export function pyodideFiles(url: string | undefined): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
  return {
    name: "pyodide-files",
    transformIndexHtml: (html) =>
      url === undefined ? html : html.replace(/(<meta name="pyodide" content=")[^"]*/, `$1${encodeURI(url)}`),
    configureServer({ middlewares }) {
      middlewares.use("/pyodide", (request, response, next) => {
        const name = FILES.find((each) => request.url?.split("?")[0] === `/${each}`);
        if (name === undefined) {
          next();
          return;
        }
        const path = join(folder, name);
        const type = TYPES[extname(name)] ?? "application/octet-stream";
        response.writeHead(200, { "content-type": type, "content-length": statSync(path).size });
        createReadStream(path).pipe(response);
      });
    },
    async writeBundle({ dir }) {
      if (url !== undefined || dir === undefined) return;
      await mkdir(join(dir, "pyodide"), { recursive: true });
      for (const name of FILES) await copyFile(join(folder, name), join(dir, "pyodide", name));
    },
  };
}
