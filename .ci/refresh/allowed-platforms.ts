/**
 * Rewrites `src/core/tags/data/pypi-platforms.ts` from the source of PyPI:
 *
 *   node --import tsx .ci/refresh/allowed-platforms.ts path/to/warehouse/forklift/legacy.py 2026-08-21
 *
 * The second argument is the date of that file, which goes into the head of the result.
 * The patterns around the lists are in `src/core/tags/allowed-platforms.ts`; a new pattern there must be written by hand.
 */
import { readFileSync, writeFileSync } from "node:fs";

const [source, date] = process.argv.slice(2);
if (source === undefined || date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  console.error("usage: allowed-platforms.ts path/to/warehouse/forklift/legacy.py YYYY-MM-DD");
  process.exit(2);
}
const text = readFileSync(source, "utf8");

const known = ["macosx", "ios", "android", "linux", "pyemscripten"];
const patterns = [...text.matchAll(/^_(\w+)_platform_re = /gm)].map((match) => match[1] ?? "");
const unknown = patterns.filter((name) => !known.includes(name));
if (unknown.length > 0) throw new Error(`PyPI has new patterns, for ${unknown.join(", ")}: write them by hand`);

/** The strings of a Python set: `_name = {"a", "b"}`. */
function readSet(name: string): string {
  const body = new RegExp(`^${name} = (?:\\w+ \\| )?\\{([^}]*)\\}`, "m").exec(text)?.[1];
  const words = [...(body ?? "").matchAll(/"([a-z0-9_]+)"/g)].map((match) => match[1] ?? "");
  if (words.length === 0) throw new Error(`Cannot find ${name} in ${source}`);
  return words.join(" ");
}

writeFileSync(
  new URL("../../src/core/tags/data/pypi-platforms.ts", import.meta.url),
  `/**
 * Parts of the platform tags that PyPI takes, separated by spaces.
 * Origin: https://github.com/pypi/warehouse, warehouse/forklift/legacy.py, as of ${date}.
 * Written by \`.ci/refresh/allowed-platforms.ts\`; not edited by hand.
 */

export const WHOLE_TAGS: string =
  "${readSet("_allowed_platforms")}";

export const MACOS_ARCHS: string = "${readSet("_macosx_arches")}";

/** Of these, the minor version must be 0. macOS 10 may have any. */
export const MACOS_MAJORS: string = "${readSet("_macosx_major_versions")}";

export const IOS_ARCHS: string = "${readSet("_ios_arches")}";

export const ANDROID_ABIS: string = "${readSet("_android_arches")}";

export const MUSLLINUX_ARCHS: string = "${readSet("_jointlinux_arches")}";

/** Those of manylinux alone. */
export const MORE_MANYLINUX_ARCHS: string = "${readSet("_manylinux_arches")}";
`,
);
