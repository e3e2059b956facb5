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
} from "./data/linux-policies.ts";

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
export function policiesFor(family: PolicyFamily, arch: string): Policy[] {
  const rows = family === "manylinux" ? MANYLINUX_POLICIES : MUSLLINUX_POLICIES;
  return rows.filter((row) => words(row.archs).includes(arch)).map((row) => makePolicy(family, row));
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
  if (!words(VERSION_FAMILIES).includes(prefix)) return "free";
  // musl and what is built for it have no versions; those of libgcc come with a library that is no part of the system.
  if (family === "musllinux") return prefix === "GLIBC" ? "no" : "free";
  return floorIn("manylinux", arch, MANYLINUX_VERSIONS[arch] ?? {}, version);
}

/** The oldest policy whose systems have this library. Loaders are part of every system that can load the file. */
export function libraryFloor(family: PolicyFamily, arch: string, library: string): Floor {
  if (family === "manylinux") {
    if (library.includes("ld-linux") || library === "ld64.so.1" || library === "ld64.so.2") return "free";
    return floorIn("manylinux", arch, MANYLINUX_LIBRARIES, library);
  }
  if (library.startsWith("ld-musl-")) return "free";
  return floorIn("musllinux", arch, MUSLLINUX_LIBRARIES, isMuslLibc(library, arch) ? "libc.so" : library);
}

/** The oldest policy all of whose systems have this symbol in the library. */
export function symbolFloor(family: PolicyFamily, arch: string, library: string, symbol: string): Floor {
  const table = (family === "manylinux" ? MANYLINUX_FORBIDDEN : MUSLLINUX_FORBIDDEN)[library];
  if (table === undefined) return "free";
  for (const [last, symbols] of Object.entries(table)) {
    if (!words(symbols).includes(symbol)) continue;
    return policiesFor(family, arch).find((policy) => compareToKey(policy, last) > 0) ?? "no";
  }
  return "free";
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

/** The policy of the first row that has the word; of the architecture's oldest policy where the row is older. */
function floorIn(family: PolicyFamily, arch: string, rows: Readonly<Record<string, string>>, word: string): Floor {
  for (const [key, list] of Object.entries(rows)) {
    if (!words(list).includes(word)) continue;
    return policiesFor(family, arch).find((policy) => compareToKey(policy, key) >= 0) ?? "no";
  }
  return "no";
}

/** @param key Version of a policy in the data: `2.17`. */
function compareToKey(policy: Policy, key: string): number {
  const [major = 0, minor = 0] = key.split(".").map(Number);
  return policy.major - major || policy.minor - minor;
}

function makePolicy(family: PolicyFamily, { major, minor, alias }: PolicyRow): Policy {
  return { family, major, minor, ...(alias === undefined ? {} : { alias }) };
}

const splitWords = new Map<string, readonly string[]>();

/** The data is split at its first use. */
function words(text: string): readonly string[] {
  let list = splitWords.get(text);
  if (list === undefined) {
    list = text.split(" ");
    splitWords.set(text, list);
  }
  return list;
}
