// Joins the modules of the command line to a few files, since Node takes half a millisecond for each module that it
// loads. Only our own code: packages stay where npm puts them. The joined entry takes the place of dist/cli/main.js;
// without this step the compiler's own output works the same, only later.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../", import.meta.url));

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  logLevel: "warning",
  metafile: true,
};

// Packages that come as CommonJS, which loads faster from here than the loader of ES modules takes for it. Those that
// many runs have no use for are loaded when they are called for the first time.
const REQUIRED = {
  "smol-toml": "export const { parse, stringify, TomlError } = load();",
  picomatch: "export default (...words) => load()(...words);",
  ignore: "export default (...words) => load()(...words);",
  picocolors: functionsOf("createColors"),
  "hash-wasm": functionsOf("createSHA256", "createSHA384", "createSHA512"),
};

function functionsOf(...names) {
  return names.map((name) => `export const ${name} = (...words) => load().${name}(...words);`).join("\n");
}

const requirePackages = {
  name: "require-packages",
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(?:${Object.keys(REQUIRED).join("|")})$`);
    onResolve({ filter }, ({ path }) => ({ path, namespace: "require" }));
    onLoad({ filter, namespace: "require" }, ({ path }) => ({
      contents: [
        'import { createRequire } from "node:module";',
        `const load = () => createRequire(import.meta.url)("${path}");`,
        REQUIRED[path],
      ].join("\n"),
    }));
  },
};

rmSync(`${root}dist/cli/chunks`, { recursive: true, force: true });
const cli = await build({
  ...common,
  entryPoints: { main: "src/cli/main.ts" },
  outdir: "dist/cli",
  chunkNames: "chunks/[name]-[hash]",
  splitting: true,
  plugins: [requirePackages],
});
// The thread's program lies beside the code that starts it, as it does in the sources.
const starter = Object.entries(cli.metafile.outputs).find(
  ([, { inputs }]) => "src/node/engine/worker-pool.ts" in inputs,
);
assert.match(starter?.[0] ?? "none", /^dist\/cli\/chunks\/[^/]+$/, "no chunk starts the threads");
await build({ ...common, entryPoints: { worker: "src/node/engine/worker.ts" }, outdir: "dist/cli/chunks" });
