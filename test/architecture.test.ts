import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

/** Floor -> what it may import: other floors, packages, `node:`. */
const FLOORS: Readonly<Record<string, { readonly floors: readonly string[]; readonly packages: readonly string[] }>> = {
  core: { floors: ["core"], packages: ["fflate", "hash-wasm", "smol-toml", "ignore", "picomatch"] },
  toolchain: { floors: ["core", "toolchain"], packages: ["@bjorn3/browser_wasi_shim"] },
  node: { floors: ["core", "toolchain", "node"], packages: ["node:", "undici"] },
  web: { floors: ["core", "toolchain", "web"], packages: [] },
  cli: { floors: ["core", "toolchain", "node", "cli"], packages: ["node:", "cac", "picocolors"] },
};

/** Files at the top of src: the only ones that re-export. */
const ENTRIES = new Set(["index.ts", "node.ts", "web.ts", "vite.ts"]);

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourceFiles(path) : /\.ts$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const fixed = text.matchAll(/^(?:import|export)\b(?:[^;"'`]*?\bfrom)?\s*"([^"]+)";/gm);
  const lazy = text.matchAll(/\bimport\("([^"]+)"\)/g);
  return [...fixed, ...lazy].map((match) => match[1] ?? "");
}

describe("the floors of src", () => {
  const files = sourceFiles(SRC);

  test("are all read", () => assert.ok(files.length > 50, `only ${files.length} files found`));

  for (const path of files) {
    const name = relative(SRC, path).replaceAll("\\", "/");
    if (ENTRIES.has(name)) continue;
    const floor = name.split("/")[0] ?? "";
    test(`${name} imports only what its floor may use`, () => {
      const rule = FLOORS[floor];
      assert.ok(rule, `src/${floor} is no floor of the architecture`);
      for (const specifier of importsOf(path)) {
        if (specifier.startsWith(".")) {
          assert.match(specifier, /\.ts$/, `${specifier} has no .ts ending`);
          const target = relative(SRC, resolve(dirname(path), specifier)).replaceAll("\\", "/");
          assert.ok(rule.floors.includes(target.split("/")[0] ?? ""), `imports ${target}`);
        } else {
          const allowed = rule.packages.some(
            (name) => specifier === name || (name === "node:" && specifier.startsWith(name)),
          );
          assert.ok(allowed, `imports ${specifier}`);
        }
      }
    });
  }

  test("leave the page to itself: nothing of the library imports it", () => {
    for (const path of files) {
      const name = relative(SRC, path).replaceAll("\\", "/");
      if (name.startsWith("web/app/")) continue;
      const own = importsOf(path).filter((specifier) => /(?:^|\/)app\//.test(specifier));
      assert.deepEqual(own, [], name);
    }
  });

  test("re-export nothing but in the entries", () => {
    const barrels = files.filter((path) => {
      return !ENTRIES.has(relative(SRC, path)) && /^export (\*|\{[^}]*\} from)/m.test(readFileSync(path, "utf8"));
    });
    assert.deepEqual(
      barrels.map((path) => relative(SRC, path)),
      [],
    );
  });
});
