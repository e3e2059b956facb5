/**
 * Rewrites `src/core/audit/data/linux-policies.ts` from the policies of auditwheel:
 *
 *   node --import tsx .ci/refresh/linux-policies.ts path/to/auditwheel/policy 2026-08-17
 *
 * The second argument is the date of these files, which goes into the head of the result.
 * Each policy allows all that older ones allow, so what each of them adds is written. The script fails where that is
 * no longer so.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface Policy {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly priority: number;
  readonly symbol_versions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly lib_whitelist: readonly string[];
  readonly blacklist: Readonly<Record<string, readonly string[]>>;
}

const [folder, date] = process.argv.slice(2);
if (folder === undefined || date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
  console.error("usage: linux-policies.ts path/to/auditwheel/policy YYYY-MM-DD");
  process.exit(2);
}

/** Oldest first: the systems of a newer policy are fewer. */
function readPolicies(name: string): Policy[] {
  const policies: Policy[] = JSON.parse(readFileSync(join(folder ?? "", `${name}-policy.json`), "utf8"));
  return policies.filter((policy) => policy.name !== "linux").sort((a, b) => b.priority - a.priority);
}

const manylinux = readPolicies("manylinux");
const musllinux = readPolicies("musllinux");
if (manylinux.length < 13 || musllinux.length < 2) throw new Error(`Cannot find the policies in ${folder}`);

function policyRows(policies: readonly Policy[]): string {
  const rows = policies.map(({ name, aliases, symbol_versions }) => {
    const [, major, minor] = /^[a-z]+linux_(\d+)_(\d+)$/.exec(name) ?? [];
    const alias = aliases.length === 0 ? "" : ` alias: "${aliases.join(" ")}",`;
    return `  { major: ${major}, minor: ${minor},${alias} archs: "${Object.keys(symbol_versions).sort().join(" ")}" },`;
  });
  return `[\n${rows.join("\n")}\n]`;
}

/** Policy -> what it allows beyond older ones. */
function additions(policies: readonly Policy[], listOf: (policy: Policy) => readonly string[] | undefined): string {
  const known = new Set<string>();
  const rows: string[] = [];
  for (const policy of policies) {
    const list = listOf(policy);
    if (list === undefined) continue;
    for (const word of known)
      if (!list.includes(word)) throw new Error(`${policy.name} does not allow ${word} any more`);
    const added = list.filter((word) => !known.has(word));
    for (const word of added) known.add(word);
    if (added.length > 0) rows.push(`"${versionOf(policy)}": "${added.join(" ")}"`);
  }
  return `{ ${rows.join(", ")} }`;
}

/** Policy -> symbols of a library that it is the last one to forbid. */
function forbidden(policies: readonly Policy[]): string {
  const libraries = [...new Set(policies.flatMap(({ blacklist }) => Object.keys(blacklist)))].sort();
  const rows = libraries.map((library) => {
    const last = new Map<string, string>();
    let before: ReadonlySet<string> | undefined;
    for (const policy of policies) {
      const symbols = new Set(policy.blacklist[library] ?? []);
      for (const symbol of symbols) {
        if (before !== undefined && !before.has(symbol)) throw new Error(`${policy.name} forbids ${symbol} anew`);
        last.set(symbol, versionOf(policy));
      }
      before = symbols;
    }
    const groups = policies.map(versionOf).flatMap((version) => {
      const symbols = [...last].filter(([, until]) => until === version).map(([symbol]) => symbol);
      return symbols.length === 0 ? [] : [`"${version}": "${symbols.sort().join(" ")}"`];
    });
    return `"${library}": { ${groups.join(", ")} }`;
  });
  return `{ ${rows.join(", ")} }`;
}

/** `manylinux_2_17` -> `2.17` */
function versionOf({ name }: Policy): string {
  return name.replace(/^[a-z]+_/, "").replaceAll("_", ".");
}

const archs = [...new Set(manylinux.flatMap(({ symbol_versions }) => Object.keys(symbol_versions)))].sort();
const families = new Set(
  manylinux.flatMap(({ symbol_versions }) => Object.values(symbol_versions).flatMap((table) => Object.keys(table))),
);
const versions = archs.map((arch) => {
  const listOf = ({ symbol_versions }: Policy): string[] | undefined => {
    const table = symbol_versions[arch];
    if (table === undefined) return undefined;
    return Object.entries(table).flatMap(([family, list]) => list.map((version) => `${family}_${version}`));
  };
  return `  ${arch}: ${additions(manylinux, listOf)},`;
});

writeFileSync(
  new URL("../../src/core/audit/data/linux-policies.ts", import.meta.url),
  `/**
 * What a system must offer to keep the promise of a manylinux or musllinux tag.
 * Origin: https://github.com/pypa/auditwheel, src/auditwheel/policy, as of ${date}.
 * Written by \`.ci/refresh/linux-policies.ts\`; not edited by hand.
 *
 * Words are separated by spaces. Keys such as "2.17" are the versions of policies, oldest first; each policy allows
 * what its row adds, and all that older ones allow.
 */

export interface PolicyRow {
  readonly major: number;
  readonly minor: number;
  /** The name that it had before names told the version of the C library. */
  readonly alias?: string;
  readonly archs: string;
}

export const MANYLINUX_POLICIES: readonly PolicyRow[] = ${policyRows(manylinux)};

export const MUSLLINUX_POLICIES: readonly PolicyRow[] = ${policyRows(musllinux)};

/** Versions of symbols that begin with one of these must be listed below; others are no matter of the policies. */
export const VERSION_FAMILIES: string = "${[...families].sort().join(" ")}";

/** Versions of symbols that manylinux policies allow, by architecture. */
export const MANYLINUX_VERSIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
${versions.join("\n")}
};

/** Libraries that the system has. */
export const MANYLINUX_LIBRARIES: Readonly<Record<string, string>> = ${additions(manylinux, (policy) => policy.lib_whitelist)};

/** Here, \`libc.so\` stands for the name that musl has on the architecture. */
export const MUSLLINUX_LIBRARIES: Readonly<Record<string, string>> = ${additions(musllinux, (policy) => policy.lib_whitelist)};

/** Library -> symbols of it that not every system of a policy has, by the last policy that forbids them. */
export const MANYLINUX_FORBIDDEN: Readonly<Record<string, Readonly<Record<string, string>>>> = ${forbidden(manylinux)};

export const MUSLLINUX_FORBIDDEN: Readonly<Record<string, Readonly<Record<string, string>>>> = ${forbidden(musllinux)};
`,
);
