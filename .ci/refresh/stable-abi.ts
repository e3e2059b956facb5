/**
 * Rewrites `src/core/audit/data/stable-abi.ts` from the source of CPython:
 *
 *   node --import tsx .ci/refresh/stable-abi.ts path/to/Misc/stable_abi.toml "3.15 in the making (f74e4cad2c04), compared again 2026-11-27"
 *
 * The second argument tells which state of CPython that file is from, and goes into the head of the result.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "smol-toml";

const [source, state] = process.argv.slice(2);
if (source === undefined || state === undefined) {
  console.error("usage: stable-abi.ts path/to/Misc/stable_abi.toml STATE");
  process.exit(2);
}

interface Item {
  readonly added: string;
}

const document = parse(readFileSync(source, "utf8")) as unknown as Record<string, Record<string, Item> | undefined>;
const symbols = { ...document["function"], ...document["data"] };
const byVersion = new Map<string, string[]>();
for (const [name, { added }] of Object.entries(symbols)) {
  if (!/^\w+$/.test(name) || !/^3\.\d+$/.test(added)) throw new Error(`Cannot use ${name}, added in ${added}`);
  byVersion.set(added, [...(byVersion.get(added) ?? []), name]);
}
if (Object.keys(symbols).length < 900) throw new Error(`Cannot find the symbols in ${source}`);

const versions = [...byVersion.keys()].sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)));
writeFileSync(
  new URL("../../src/core/audit/data/stable-abi.ts", import.meta.url),
  `/**
 * Functions and objects of the stable ABI of CPython, separated by spaces, by the version that added them.
 * Origin: https://github.com/python/cpython, Misc/stable_abi.toml, ${state}.
 * Written by \`.ci/refresh/stable-abi.ts\`; not edited by hand.
 */
export const STABLE_ABI: Readonly<Record<string, string>> = {
${versions.map((version) => `  "${version}":\n    "${(byVersion.get(version) ?? []).sort().join(" ")}",`).join("\n")}
};
`,
);
