/**
 * An ELF file against the policies of Linux wheels.
 * Specs: PEP 600, PEP 656, PEP 738; the policies of auditwheel.
 */
import { ELFOSABI } from "../../object/elf/constants.ts";
import type { ElfFile, ElfImport } from "../../object/elf/model.ts";
import type { AndroidAudit, AuditOptions, LinuxAudit, Need, PolicyAudit, UnknownAudit } from "../file-audit.ts";
import {
  comparePolicies,
  type Floor,
  isMuslLibc,
  librariesWithForbiddenSymbols,
  libraryFloor,
  type Policy,
  type PolicyFamily,
  policiesFor,
  symbolFloor,
  versionFloor,
} from "../platform/policies.ts";
import { baseName, type WheelFiles } from "./wheel-files.ts";

const ANDROID_ABIS: Readonly<Record<string, string>> = {
  armv7l: "armeabi_v7a",
  aarch64: "arm64_v8a",
  i686: "x86",
  x86_64: "x86_64",
};

const OTHER_SYSTEMS: Readonly<Record<number, string>> = {
  [ELFOSABI.NETBSD]: "NetBSD",
  [ELFOSABI.SOLARIS]: "Solaris",
  [ELFOSABI.FREEBSD]: "FreeBSD",
  [ELFOSABI.OPENBSD]: "OpenBSD",
};

/** @param path Place in the wheel. */
export function auditElf(
  path: string,
  file: ElfFile,
  wheel: WheelFiles,
  options: AuditOptions = {},
): LinuxAudit | AndroidAudit | UnknownAudit {
  const otherSystem = OTHER_SYSTEMS[file.osAbi];
  if (otherSystem !== undefined) return { system: "unknown", path, reason: `it is for ${otherSystem}` };
  if (file.androidApiLevel !== undefined) {
    const arch = ANDROID_ABIS[file.machine];
    if (arch === undefined) return { system: "unknown", path, reason: `it is for Android on ${file.machine}` };
    return { system: "android", path, arch, apiLevel: file.androidApiLevel };
  }
  const problem = machineProblem(file);
  if (problem !== undefined) return { system: "unknown", path, reason: problem };
  const searchPath = [...file.rpath, ...file.runpath];
  const facts: ElfFacts = {
    path,
    file,
    users: symbolUsers(file.imports),
    libraries: file.needed.filter(
      (name) => options.isProvided?.(name) !== true && wheel.locate(path, name, searchPath) === "external",
    ),
    inAllFamilies: [
      ...(options.ignoreProcessor === true ? [] : processorNeeds(file)),
      ...pythonBuildNeeds(file.imports),
    ],
  };
  return {
    system: "linux",
    path,
    arch: file.machine,
    manylinux: auditFamily("manylinux", facts, options),
    musllinux: auditFamily("musllinux", facts, options),
  };
}

/** What both families of policies look at. */
interface ElfFacts {
  readonly path: string;
  readonly file: ElfFile;
  /** `libc.so.6 GLIBC_2.14` -> symbols that have this version. */
  readonly users: ReadonlyMap<string, readonly string[]>;
  /** Libraries that must come with the system. */
  readonly libraries: readonly string[];
  readonly inAllFamilies: readonly Need[];
}

function machineProblem({ machine, arm }: ElfFile): string | undefined {
  if (machine.startsWith("unknown")) return `it is for the machine ${machine.slice("unknown ".length)}`;
  if (arm === undefined || (arm.eabi === 5 && arm.hardFloat)) return undefined;
  return arm.eabi === 5
    ? "it is for ARM without hardware floating point"
    : `it is for version ${arm.eabi} of ARM's ABI`;
}

function auditFamily(family: PolicyFamily, facts: ElfFacts, options: AuditOptions): PolicyAudit {
  const { path, file, libraries } = facts;
  const needs: Need[] = [
    ...versionNeeds(family, facts),
    ...libraries.map((library): Need => {
      return { kind: "library", library, floor: floorOfLibrary(family, file.machine, library, options) };
    }),
    ...forbiddenSymbols(family, file),
    ...facts.inAllFamilies,
    ...cLibraryNeeds(family, path, file),
  ].filter(({ floor }) => floor !== "free");
  needs.sort((a, b) => compareFloors(b.floor, a.floor));
  return { policy: lowestPolicy(family, file.machine, needs), needs };
}

/** The oldest policy that allows all of these; undefined when there is none. */
export function lowestPolicy(family: PolicyFamily, arch: string, needs: readonly Need[]): Policy | undefined {
  let lowest = policiesFor(family, arch)[0];
  for (const { floor } of needs) {
    if (floor === "no") return undefined;
    if (floor !== "free" && lowest !== undefined && comparePolicies(floor, lowest) > 0) lowest = floor;
  }
  return lowest;
}

/** For `Array.prototype.sort`: the easiest first. */
export function compareFloors(left: Floor, right: Floor): number {
  if (typeof left !== "string" && typeof right !== "string") return comparePolicies(left, right);
  return rank(left) - rank(right);
}

function rank(floor: Floor): number {
  return floor === "free" ? 0 : floor === "no" ? 2 : 1;
}

function symbolUsers(imports: readonly ElfImport[]): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const { name, version, library } of imports) {
    if (version === undefined || library === undefined) continue;
    const key = `${library} ${version}`;
    const names = users.get(key);
    if (names === undefined) users.set(key, [name]);
    else names.push(name);
  }
  return users;
}

function versionNeeds(family: PolicyFamily, { file, users }: ElfFacts): Need[] {
  return file.versionNeeds.flatMap(({ library, versions }) => {
    if (family === "manylinux" && libraryFloor(family, file.machine, library) === "free") return []; // the loader
    return versions.map(({ name }): Need => {
      const symbols = users.get(`${library} ${name}`) ?? [];
      return { kind: "version", version: name, library, symbols, floor: versionFloor(family, file.machine, name) };
    });
  });
}

function floorOfLibrary(family: PolicyFamily, arch: string, library: string, { musl }: AuditOptions): Floor {
  if (family !== "musllinux" || !isMuslLibc(library, arch)) return libraryFloor(family, arch, library);
  const version = musl ?? { major: 1, minor: 2 };
  return { family, major: version.major, minor: version.minor };
}

function forbiddenSymbols(family: PolicyFamily, { machine, needed, imports }: ElfFile): Need[] {
  const libraries = librariesWithForbiddenSymbols(family).filter((library) => needed.includes(library));
  const needs: Need[] = [];
  for (const library of libraries) {
    for (const { name, weak } of imports) {
      const floor = weak ? "free" : symbolFloor(family, machine, library, name);
      if (floor !== "free") needs.push({ kind: "symbol", symbol: name, library, floor });
    }
  }
  return needs;
}

function processorNeeds({ machine, isaNeeded }: ElfFile): Need[] {
  const level = machine === "x86_64" ? levelOf(isaNeeded) : 1;
  return level === 1 ? [] : [{ kind: "processor", level: `x86-64-v${level}`, floor: "no" }];
}

/** Bit 0 is the baseline, bit 1 is x86-64-v2. */
function levelOf(isaNeeded: number): number {
  return Math.max(1, 32 - Math.clz32(isaNeeded));
}

/** Programs name the loader that starts them; extension modules tell by their name which Python looks for them. */
function cLibraryNeeds(family: PolicyFamily, path: string, { interpreter }: ElfFile): Need[] {
  const needs: Need[] = [];
  if (interpreter !== undefined) {
    const isMusl = baseName(interpreter).startsWith("ld-musl-");
    if (isMusl !== (family === "musllinux")) needs.push({ kind: "c-library", name: interpreter, floor: "no" });
  }
  const ending = /-linux-(gnu|musl)[a-z0-9]*\.so$/.exec(path);
  if (ending !== null && (ending[1] === "musl") !== (family === "musllinux")) {
    needs.push({ kind: "c-library", name: baseName(path), floor: "no" });
  }
  return needs;
}

/** Symbols that a build of Python has or lacks by its configuration: the width of Unicode, traps of the FPU. */
const PYTHON_BUILD_SYMBOLS = /^(?:PyUnicodeUCS2_.*|PyFPE_jbuf|PyFPE_dummy|PyFPE_counter)$/;

function pythonBuildNeeds(imports: readonly ElfImport[]): Need[] {
  return imports
    .filter(({ name }) => PYTHON_BUILD_SYMBOLS.test(name))
    .map(({ name }) => ({ kind: "python-build", symbol: name, floor: "no" }));
}
