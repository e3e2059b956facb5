/** The report of readelf on one ELF file, and the same facts as the parser finds them. */
import type { ElfFile } from "../../src/core/object/elf/model.ts";

/** Options of readelf that print all of a `Summary`. */
export const READELF_OPTIONS: readonly string[] = ["-W", "-h", "-l", "-d", "-V", "--dyn-syms"];

export interface Summary {
  readonly bits: number;
  readonly soname: string | undefined;
  readonly needed: readonly string[];
  readonly search: readonly string[];
  readonly versions: readonly string[];
  readonly interpreter: string | undefined;
  readonly executableStack: boolean | undefined;
  readonly imports: readonly string[];
  readonly exports: readonly string[];
}

export function summarize(file: ElfFile): Summary {
  return {
    bits: file.bits,
    soname: file.soname,
    needed: file.needed,
    search: [file.rpath, file.runpath].filter((path) => path.length > 0).map((path) => path.join(":")),
    versions: file.versionNeeds.flatMap(({ library, versions }) => versions.map(({ name }) => `${library} ${name}`)),
    interpreter: file.interpreter,
    executableStack: file.executableStack,
    imports: file.imports.map(({ name, version }) => (version === undefined ? name : `${name}@${version}`)),
    exports: file.exports.map(({ name }) => name),
  };
}

export function readReport(report: string): Summary {
  const all = (pattern: RegExp): string[] => [...report.matchAll(pattern)].map((match) => match[1] ?? "");
  const stack = /^ +GNU_STACK .* (RWE|RW |R E|R {2}) +0(?:x\d+)?$/m.exec(report)?.[1];
  return {
    bits: Number(/^ +Class: +ELF(32|64)$/m.exec(report)?.[1]),
    soname: all(/Library soname: \[(.*)\]/g)[0],
    needed: all(/Shared library: \[(.*)\]/g),
    search: all(/Library (?:rpath|runpath): \[(.*)\]/g).filter((path) => path !== ""),
    versions: readNeeds(report),
    interpreter: all(/Requesting program interpreter: (.*)\]/g)[0],
    executableStack: stack?.includes("E"),
    ...readSymbols(report),
  };
}

function readNeeds(report: string): string[] {
  const needs: string[] = [];
  const section = report.split(/^Version needs section /m)[1] ?? "";
  let library = "";
  for (const line of section.split("\n")) {
    const file = / File: (\S+) /.exec(line);
    const name = / Name: (\S+) /.exec(line);
    if (file !== null) library = file[1] ?? "";
    else if (name !== null) needs.push(`${library} ${name[1]}`);
  }
  return needs;
}

/** Lines such as `  4: 0000000000000000  0 FUNC  GLOBAL DEFAULT  UND free@GLIBC_2.2.5 (3)`. */
function readSymbols(report: string): Pick<Summary, "imports" | "exports"> {
  const imports: string[] = [];
  const exports: string[] = [];
  for (const line of report.matchAll(
    /^ +\d+: [0-9a-f]+ +\S+ +(?:<[^>]*>: \d+|\S+) +(<[^>]*>: \d+|\S+) +(\S+)(?: +\[[^\]]*\])? +(UND|ABS|COM|\d+) (\S+)/gm,
  )) {
    const [, binding, visibility, section, name = ""] = line;
    if (binding === "LOCAL") continue;
    if (section === "UND") imports.push(name);
    else if (visibility === "DEFAULT" || visibility === "PROTECTED") exports.push(name.replace(/@.*$/, ""));
  }
  return { imports, exports };
}
