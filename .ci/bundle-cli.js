// Joins the modules of the command line to a few files, since Node takes half a millisecond for each module that it
// loads: the entry, a base that nearly every command needs, and what single commands need beside it. Only our own code:
// packages stay where npm puts them. The joined entry takes the place of dist/cli/main.js; without this step the
// compiler's own output works the same, only later.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
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
  "hash-wasm": functionsOf("createBLAKE2b", "createSHA256", "createSHA384", "createSHA512"),
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
const { metafile } = await build({
  ...common,
  entryPoints: { main: "src/cli/main.ts" },
  outdir: "dist/cli",
  chunkNames: "chunks/[name]-[hash]",
  splitting: true,
  plugins: [requirePackages],
});
const chunks = metafile.outputs;
const find = (input) => Object.keys(chunks).find((path) => chunks[path].entryPoint === input);
await joinChunks(chunksOf([find("src/cli/main.ts"), find("src/cli/commands/build.ts")]));
// The program of the threads lies beside the code that starts them, as it does in the sources.
const starter = Object.keys(chunks).find((path) => "src/node/engine/worker-pool.ts" in chunks[path].inputs);
assert.match(starter ?? "none", /^dist\/cli\/chunks\/[^/]+$/, "no chunk starts the threads");
const programs = {
  worker: "src/node/engine/worker.ts",
  "toolchain-worker": "src/node/toolchain/toolchain-worker.ts",
};
await build({ ...common, entryPoints: programs, outdir: "dist/cli/chunks" });

/** The chunks that these entries load at once, without the entries themselves. */
function chunksOf(entries) {
  const found = new Set(entries);
  for (const path of found) {
    for (const { kind, path: imported } of chunks[path].imports) {
      if (kind === "import-statement" && imported in chunks) found.add(imported);
    }
  }
  for (const entry of entries) found.delete(entry);
  return found;
}

/**
 * esbuild makes a chunk for every set of commands that share code, dozens of them. Those that a build needs become one,
 * `chunks/base.js`, and all others import from there.
 */
async function joinChunks(joined) {
  // Place on disk -> what the base calls the exports of this chunk: two chunks may use one name.
  const renamed = new Map(
    [...joined].map((path, index) => {
      return [resolve(root, path), chunks[path].exports.map((name) => ({ name, inBase: `${name}_${index}` }))];
    }),
  );
  const again = { ...common, outdir: "dist/cli", outbase: "dist/cli", allowOverwrite: true };
  const keepOthers = {
    name: "keep-others",
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        return renamed.has(resolve(resolveDir, path)) ? undefined : { path, external: true };
      });
    },
  };
  const takeFromBase = {
    name: "take-from-base",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
        const found = resolve(resolveDir, path);
        if (kind === "entry-point") return undefined;
        if (!renamed.has(found)) return { path, external: true };
        // The suffix: seen from the entry and from a chunk, the base lies at different places.
        const base = `${path.slice(0, path.lastIndexOf("/"))}/base.js`;
        return { path: found, namespace: "base", suffix: `?${base}`, pluginData: base };
      });
      onLoad({ filter: /./, namespace: "base" }, ({ path, pluginData }) => {
        const taken = renamed.get(path).map(({ name, inBase }) => `${inBase} as ${name}`);
        return { contents: `export { ${taken.join(", ")} } from "${pluginData}";` };
      });
    },
  };
  const exported = [...renamed].map(([path, names]) => {
    const given = names.map(({ name, inBase }) => `${name} as ${inBase}`);
    return `export { ${given.join(", ")} } from ${JSON.stringify(path)};`;
  });
  await build({
    ...again,
    outdir: undefined,
    outfile: "dist/cli/chunks/base.js",
    stdin: { contents: exported.join("\n"), resolveDir: `${root}dist/cli/chunks` },
    plugins: [keepOthers],
  });
  const others = Object.keys(chunks).filter((path) => !joined.has(path));
  await build({ ...again, entryPoints: others, plugins: [takeFromBase] });
  for (const path of joined) rmSync(root + path);
}
