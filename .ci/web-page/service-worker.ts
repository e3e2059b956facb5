// The worker that keeps the page's files for times without a network. It must know them all, so it is made last.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import type { Plugin } from "vite";

const SOURCE = fileURLToPath(new URL("../../src/web/app/workers/service-worker.ts", import.meta.url));

export function serviceWorker(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    transformIndexHtml: () => [{ tag: "meta", attrs: { name: "service-worker" }, injectTo: "head" }],
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      const paths = Object.keys(bundle).sort();
      const hash = createHash("sha256");
      for (const path of paths) hash.update(path).update(await readFile(join(dir, path)));
      const { code } = await transform(await readFile(SOURCE, "utf8"), {
        loader: "ts",
        target: "es2022",
        minify: true,
        define: {
          PAGE_FILES: JSON.stringify(paths),
          PAGE_VERSION: JSON.stringify(hash.digest("hex").slice(0, 16)),
        },
      });
      await writeFile(join(dir, "service-worker.js"), code);
    },
  };
}
