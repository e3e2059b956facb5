/**
 * The policies behind manylinux and musllinux tags: what a system must have, and so what a wheel may need.
 * A newer policy allows all that an older one allows; an older one suits more systems. So each need has a floor, the
 * oldest policy that allows it, and the policy of a wheel is the newest of its floors.
 * Specs: PEP 600, PEP 656; the policies of auditwheel, which are the practice.
 */
import {
  MANYLINUX_FORBIDDEN,
  MANYLINUX_LIBRARIES,
  MANYLINUX_POLICIES,
  MANYLINUX_VERSIONS,
  MUSLLINUX_FORBIDDEN,
  MUSLLINUX_LIBRARIES,
  MUSLLINUX_POLICIES,
  type PolicyRow,
  VERSION_FAMILIES,
} from "../data/linux-policies.ts";

export type PolicyFamily = "manylinux" | "musllinux";

/** `manylinux_2_17`, which has the alias `manylinux2014` */
export interface Policy {
  readonly family: PolicyFamily;
  readonly major: number;
  readonly minor: number;
  readonly alias?: string;
}

/** `no` when no policy allows it, `free` when no policy minds. */
export type Floor = Policy | "no" | "free";

/** The policies that exist for an architecture, oldest first. */
export function policiesFor(family: PolicyFamily, arch: string): readonly Policy[] {
  return tablesFor(family, arch).policies;
}

/** `manylinux_2_17` */
export function formatPolicy({ family, major, minor }: Policy): string {
  return `${family}_${major}_${minor}`;
}

/** The platform tags of a policy: its name and, where it has one, its older name. */
export function policyTags(policy: Policy, arch: string): string[] {
  const tags = [`${formatPolicy(policy)}_${arch}`];
  if (policy.alias !== undefined) tags.push(`${policy.alias}_${arch}`);
  return tags;
}

/** For `Array.prototype.sort`: older first. */
export function comparePolicies(left: Policy, right: Policy): number {
  return left.major - right.major || left.minor - right.minor;
}

/** The oldest policy whose systems have this version of a symbol, such as `GLIBC_2.14`. */
export function versionFloor(family: PolicyFamily, arch: string, version: string): Floor {
  const prefix = version.split("_", 1)[0] ?? "";
  if (!FAMILIES.has(prefix)) return "free";
  // musl and what is built for it have no versions; those of libgcc come with a library that is no part of the system.
  if (family === "musllinux") return prefix === "GLIBC" ? "no" : "free";
  return tablesFor(family, arch).versions.get(version) ?? "no";
}

/** The oldest policy whose systems have this library. Loaders are part of every system that can load the file. */
export function libraryFloor(family: PolicyFamily, arch: string, library: string): Floor {
  const { libraries } = tablesFor(family, arch);
  if (family === "manylinux") {
    if (library.includes("ld-linux") || library === "ld64.so.1" || library === "ld64.so.2") return "free";
    return libraries.get(library) ?? "no";
  }
  if (library.startsWith("ld-musl-")) return "free";
  return libraries.get(isMuslLibc(library, arch) ? "libc.so" : library) ?? "no";
}

/** The oldest policy all of whose systems have this symbol in the library. */
export function symbolFloor(family: PolicyFamily, arch: string, library: string, symbol: string): Floor {
  return tablesFor(family, arch).forbidden.get(library)?.get(symbol) ?? "free";
}

/** Libraries some of whose symbols are forbidden. */
export function librariesWithForbiddenSymbols(family: PolicyFamily): readonly string[] {
  return Object.keys(family === "manylinux" ? MANYLINUX_FORBIDDEN : MUSLLINUX_FORBIDDEN);
}

/** Names of musl in file names: `libc.musl-armv7.so.1` */
const MUSL_ARCHS: Readonly<Record<string, string>> = { i686: "x86", armv7l: "armv7" };

/** Linkers that do not come from a distribution write the bare name, which musl takes for itself as well. */
const MUSL_OWN_NAMES = /^lib(?:c|pthread|rt|m|dl|util|xnet)\.so$/;

/** Whether musl's loader takes this name for musl itself. */
export function isMuslLibc(library: string, arch: string): boolean {
  return library === `libc.musl-${MUSL_ARCHS[arch] ?? arch}.so.1` || MUSL_OWN_NAMES.test(library);
}

const FAMILIES: ReadonlySet<string> = new Set(VERSION_FAMILIES.split(" "));

/** The data for one architecture, ready to be looked up. */
interface Tables {
  readonly policies: readonly Policy[];
  readonly versions: ReadonlyMap<string, Floor>;
  readonly libraries: ReadonlyMap<string, Floor>;
  /** Library -> symbol -> floor. */
  readonly forbidden: ReadonlyMap<string, ReadonlyMap<string, Floor>>;
}

/** The data is unfolded at its first use, which takes longer than to look something up. */
const unfolded = new Map<string, Tables>();

function tablesFor(family: PolicyFamily, arch: string): Tables {
  const key = `${family} ${arch}`;
  let tables = unfolded.get(key);
  if (tables === undefined) {
    tables = family === "manylinux" ? manylinuxTables(arch) : musllinuxTables(arch);
    unfolded.set(key, tables);
  }
  return tables;
}

function manylinuxTables(arch: string): Tables {
  const policies = makePolicies("manylinux", MANYLINUX_POLICIES, arch);
  return {
    policies,
    versions: firstPolicies(policies, MANYLINUX_VERSIONS[arch] ?? {}),
    libraries: firstPolicies(policies, MANYLINUX_LIBRARIES),
    forbidden: afterLastPolicies(policies, MANYLINUX_FORBIDDEN),
  };
}

function musllinuxTables(arch: string): Tables {
  const policies = makePolicies("musllinux", MUSLLINUX_POLICIES, arch);
  return {
    policies,
    versions: new Map(),
    libraries: firstPolicies(policies, MUSLLINUX_LIBRARIES),
    forbidden: afterLastPolicies(policies, MUSLLINUX_FORBIDDEN),
  };
}

function makePolicies(family: PolicyFamily, rows: readonly PolicyRow[], arch: string): Policy[] {
  return rows
    .filter(({ archs }) => archs.split(" ").includes(arch))
    .map(({ major, minor, alias }) => ({ family, major, minor, ...(alias === undefined ? {} : { alias }) }));
}

/** Word -> the policy that adds it, or the architecture's oldest one where that is newer. */
function firstPolicies(policies: readonly Policy[], rows: Readonly<Record<string, string>>): Map<string, Floor> {
  const floors = new Map<string, Floor>();
  for (const [key, words] of Object.entries(rows)) {
    const floor = policies.find((policy) => compareToKey(policy, key) >= 0) ?? "no";
    for (const word of words.split(" ")) floors.set(word, floor);
  }
  return floors;
}

/** Library -> symbol -> the policy after the last one that forbids it. */
function afterLastPolicies(
  policies: readonly Policy[],
  libraries: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Map<string, Map<string, Floor>> {
  const floors = new Map<string, Map<string, Floor>>();
  for (const [library, rows] of Object.entries(libraries)) {
    const symbols = new Map<string, Floor>();
    for (const [key, words] of Object.entries(rows)) {
      const floor = policies.find((policy) => compareToKey(policy, key) > 0) ?? "no";
      for (const word of words.split(" ")) symbols.set(word, floor);
    }
    floors.set(library, symbols);
  }
  return floors;
}

/** @param key Version of a policy in the data: `2.17`. */
function compareToKey(policy: Policy, key: string): number {
  const [major = 0, minor = 0] = key.split(".").map(Number);
  return policy.major - major || policy.minor - minor;
}
