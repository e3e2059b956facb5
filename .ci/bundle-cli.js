// Joins the modules of the command line to a few files, since Node takes half a millisecond for each module that it
// loads: the entry, a base that every command needs, one for builds, and what single commands need beside them. Only our
// own code: packages stay where npm puts them. The joined entry takes the place of dist/cli/main.js; without this step
// the compiler's own output works the same, only later.
import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { basename, resolve } from "node:path";
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
const buildBase = chunksOf([find("src/cli/commands/build.ts")]);
const base = chunksOf([find("src/cli/main.ts")]);
// What a command that builds nothing shares with a build is little: cffi stands for them.
for (const path of chunksOf([find("src/cli/commands/cffi.ts")])) if (buildBase.has(path)) base.add(path);
for (const path of base) buildBase.delete(path);
await joinChunks({ base, "build-base": buildBase });
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
 * esbuild makes a chunk for every set of commands that share code, dozens of them. Those of one group become one file,
 * and all others import from there: `chunks/base.js` holds what every command needs, `chunks/build-base.js` what a build
 * needs beside it, which some commands have no use for.
 */
async function joinChunks(groups) {
  // Place on disk -> its group, and what the group calls the exports of this chunk: two chunks may use one name.
  const joined = new Map();
  for (const [group, paths] of Object.entries(groups)) {
    for (const [index, path] of [...paths].entries()) {
      const names = chunks[path].exports.map((name) => ({ name, inGroup: `${name}_${index}` }));
      joined.set(resolve(root, path), { group, names });
    }
  }
  const again = { ...common, outdir: "dist/cli", outbase: "dist/cli", allowOverwrite: true };
  /** @param own The group that is being written, if it is one. */
  const takeFromGroups = (own) => ({
    name: "take-from-groups",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
        const found = resolve(resolveDir, path);
        const group = joined.get(found)?.group;
        if (kind === "entry-point") return undefined;
        if (group === undefined) return { path, external: true };
        if (group === own) return undefined;
        // The suffix: seen from the entry and from a chunk, the group lies at different places.
        const file = `${path.slice(0, path.lastIndexOf("/"))}/${group}.js`;
        return { path: found, namespace: "group", suffix: `?${file}`, pluginData: file };
      });
      onLoad({ filter: /./, namespace: "group" }, ({ path, pluginData }) => {
        const taken = joined.get(path).names.map(({ name, inGroup }) => `${inGroup} as ${name}`);
        return { contents: `export { ${taken.join(", ")} } from "${pluginData}";` };
      });
    },
  });
  for (const own of Object.keys(groups)) {
    const exported = [...joined].flatMap(([path, { group, names }]) => {
      const given = names.map(({ name, inGroup }) => `${name} as ${inGroup}`);
      return group === own ? [`export { ${given.join(", ")} } from ${JSON.stringify(`./${basename(path)}`)};`] : [];
    });
    await build({
      ...again,
      outdir: undefined,
      outfile: `dist/cli/chunks/${own}.js`,
      stdin: { contents: exported.join("\n"), resolveDir: `${root}dist/cli/chunks` },
      plugins: [takeFromGroups(own)],
    });
  }
  const others = Object.keys(chunks).filter((path) => !joined.has(resolve(root, path)));
  await build({ ...again, entryPoints: others, plugins: [takeFromGroups(undefined)] });
  for (const path of joined.keys()) rmSync(path);
}
