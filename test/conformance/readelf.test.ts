/** What readelf of GNU binutils prints of the ELF files of the Pythons on this machine, against what the parser finds. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { DETECT_LENGTH, detectObjectFormat } from "../../src/core/object/detect.ts";
import type { ElfFile } from "../../src/core/object/elf/model.ts";
import { parseElf } from "../../src/core/object/elf/parse.ts";
import { findProgram, findPythons, requireJudge } from "./judge.ts";

/** All of them in most Pythons; with large packages installed there may be thousands. */
const MAX_FILES_PER_PYTHON = 400;
const MAX_FILES_A_RUN = 30;

describe("readelf", () => {
  for (const { version, path } of findPythons()) {
    test(`finds the same libraries, versions and symbols in the ELF files of Python ${version}`, (t) => {
      const readelf = findProgram("readelf");
      if (!requireJudge(t, readelf !== undefined && process.platform === "linux", "readelf (binutils)")) return;
      const files = elfFilesOf(path).slice(0, MAX_FILES_PER_PYTHON);
      assert.ok(files.length > 0, `no ELF file found beside ${path}`);
      for (let start = 0; start < files.length; start += MAX_FILES_A_RUN) {
        const batch = files.slice(start, start + MAX_FILES_A_RUN);
        const output = execFileSync(readelf ?? "", ["-W", "-h", "-l", "-d", "-V", "--dyn-syms", ...batch], {
          encoding: "utf8",
          env: { ...process.env, LC_ALL: "C" },
          maxBuffer: 1 << 28,
        });
        // With one file, no line names it.
        const reports = batch.length === 1 ? [output] : output.split(/^File: .*$/m).slice(1);
        assert.equal(reports.length, batch.length);
        batch.forEach((file, index) => {
          assert.deepEqual(summarize(parseElf(readFileSync(file))), readReport(reports[index] ?? ""), file);
        });
      }
    });
  }
});

interface Summary {
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

function summarize(file: ElfFile): Summary {
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

function readReport(report: string): Summary {
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
    /^ +\d+: [0-9a-f]+ +\S+ +\S+ +(\S+) +(\S+)(?: +\[[^\]]*\])? +(UND|ABS|COM|\d+) (\S+)/gm,
  )) {
    const [, binding, visibility, section, name = ""] = line;
    if (binding === "LOCAL") continue;
    if (section === "UND") imports.push(name);
    else if (visibility === "DEFAULT" || visibility === "PROTECTED") exports.push(name.replace(/@.*$/, ""));
  }
  return { imports, exports };
}

/** Libraries that programs of this Python load, sorted by path so that each run takes the same. */
function elfFilesOf(python: string): string[] {
  const code = "import sys, sysconfig; print(sys.prefix); print(sysconfig.get_paths()['platstdlib'])";
  const [prefix = "", library = ""] = execFileSync(python, ["-c", code], { encoding: "utf8" }).split("\n");
  const files = new Set([python]);
  // Below /usr lies the whole system.
  if (prefix !== "/usr" && prefix !== "/usr/local") collect(join(prefix, "lib"), files);
  collect(library, files);
  return [...files].filter(isElf);
}

function collect(folder: string, files: Set<string>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) collect(path, files);
    else if (entry.isFile() && /\.so(\.|$)/.test(entry.name)) files.add(path);
  }
}

function isElf(path: string): boolean {
  return lstatSync(path).size > 0 && detectObjectFormat(readFileSync(path).subarray(0, DETECT_LENGTH)) === "elf";
}
