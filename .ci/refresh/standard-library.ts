/**
 * Rewrites `src/core/check/data/standard-library.ts` from the Pythons given, which should be one of every version:
 *
 *   node --import tsx .ci/refresh/standard-library.ts python2.7 python3.6 ... python3.13
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";

/** Python before 3.10 cannot say; there, what lies beside `os.py` is the library. */
const QUESTION = `
import os, sys
names = set(sys.builtin_module_names)
if hasattr(sys, "stdlib_module_names"):
    names |= sys.stdlib_module_names
else:
    library = os.path.dirname(os.__file__)
    for folder in (library, os.path.join(library, "lib-dynload")):
        for name in os.listdir(folder):
            path = os.path.join(folder, name)
            if os.path.isfile(os.path.join(path, "__init__.py")) or name.endswith((".py", ".so")):
                names.add(name.split(".")[0])
print("%d.%d" % sys.version_info[:2])
print(" ".join(names))
`;

const versions: string[] = [];
const names = new Set<string>();
for (const python of process.argv.slice(2)) {
  const [version = "", list = ""] = execFileSync(python, ["-c", QUESTION], { encoding: "utf8" }).split("\n");
  versions.push(version);
  for (const name of list.split(" ")) {
    // Private modules cannot be project names; those are compared normalised.
    if (/^[A-Za-z][A-Za-z0-9_]*$/.test(name)) names.add(name.toLowerCase().replaceAll("_", "-"));
  }
}
if (names.size < 200) throw new Error(`Cannot believe that the standard library has ${names.size} modules`);

const lines = [[]] as string[][];
for (const name of [...names].sort()) {
  if ([...(lines.at(-1) ?? []), name].join(" ").length > 112) lines.push([]);
  lines.at(-1)?.push(name);
}
const today = new Date().toISOString().slice(0, 10);

writeFileSync(
  new URL("../../src/core/check/data/standard-library.ts", import.meta.url),
  `/**
 * Modules of the standard library: names that PyPI gives to no new project.
 * Origin: CPython ${versions.join(", ")}, ${today}.
 * Written by \`.ci/refresh/standard-library.ts\`; not edited by hand.
 */

/** Normalised as project names are. */
export const STANDARD_LIBRARY: ReadonlySet<string> = new Set(
  \`
${lines.map((line) => line.join(" ")).join("\n")}
\`
    .trim()
    .split(/\\s/),
);
`,
);
