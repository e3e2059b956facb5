/**
 * Rewrites `src/core/check/data/classifiers.ts` from the source of the trove-classifiers package:
 *
 *   node --import tsx .ci/refresh/classifiers.ts path/to/trove_classifiers/__init__.py 2026-01-14
 *
 * The second argument is the date of that file's release, which goes into the head of the result.
 */
import { readFileSync, writeFileSync } from "node:fs";

const [source, date] = process.argv.slice(2);
if (source === undefined || date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  console.error("usage: classifiers.ts path/to/trove_classifiers/__init__.py YYYY-MM-DD");
  process.exit(2);
}

const text = readFileSync(source, "utf8");
const classifiers = stringsIn(bracketed(text, "sorted_classifiers", "[", "]"));
const deprecated: [string, string[]][] = [];
for (const [, name = "", replacements = ""] of bracketed(text, "deprecated_classifiers", "{", "}").matchAll(
  /"([^"]*)":\s*\[([^\]]*)\]/g,
)) {
  deprecated.push([name, stringsIn(replacements)]);
}
if (classifiers.length < 500 || deprecated.length === 0) throw new Error(`Cannot find the lists in ${source}`);

const all = [...classifiers, ...deprecated.flatMap(([name, replacements]) => [name, ...replacements])];
for (const name of all) if (/[`\\$]/.test(name)) throw new Error(`Cannot write '${name}' into a template literal`);

writeFileSync(
  new URL("../../src/core/check/data/classifiers.ts", import.meta.url),
  `/**
 * The classifiers that PyPI takes, and those it no longer takes.
 * Origin: https://github.com/pypa/trove-classifiers, as of ${date}.
 * Written by \`.ci/refresh/classifiers.ts\`; not edited by hand.
 */

/** Deprecated name -> what to use instead; an empty list where nothing takes its place. */
export const DEPRECATED_CLASSIFIERS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
${deprecated.map(([name, replacements]) => `  [${JSON.stringify(name)}, ${JSON.stringify(replacements)}],\n`).join("")}]);

export const CLASSIFIERS: ReadonlySet<string> = new Set(
  \`
${classifiers.join("\n")}
\`
    .trim()
    .split("\\n"),
);
`,
);

/** What stands between the brackets after `name`: a closing bracket alone on its line ends it. */
function bracketed(text: string, name: string, open: string, close: string): string {
  const declared = new RegExp(`^${name}\\b[^=]*=\\s*\\${open}$`, "m").exec(text);
  if (declared === null) throw new Error(`Cannot find ${name} in ${source}`);
  const start = declared.index + declared[0].length;
  return text.slice(start, text.indexOf(`\n${close}`, start));
}

function stringsIn(list: string): string[] {
  return [...list.matchAll(/"([^"]*)"/g)].map(([, value = ""]) => value);
}
