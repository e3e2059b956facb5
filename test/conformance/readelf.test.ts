/** What readelf of GNU binutils prints of the ELF files of the Pythons on this machine, against what the parser finds. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { DETECT_LENGTH, detectObjectFormat } from "../../src/core/object/detect.ts";
import { parseElf } from "../../src/core/object/elf/parse.ts";
import { findProgram, findPythons, requireJudge } from "./judge.ts";
import { READELF_OPTIONS, readReport, summarize } from "./readelf-report.ts";

const MAX_FILES_A_RUN = 30;

describe("readelf", () => {
  for (const { version, path } of findPythons()) {
    test(`finds the same libraries, versions and symbols in the ELF files of Python ${version}`, (t) => {
      const readelf = findProgram("readelf");
      if (!requireJudge(t, readelf !== undefined && process.platform === "linux", "readelf (binutils)")) return;
      const files = elfFilesOf(path);
      assert.ok(files.length > 0, `no ELF file found beside ${path}`);
      for (let start = 0; start < files.length; start += MAX_FILES_A_RUN) {
        const batch = files.slice(start, start + MAX_FILES_A_RUN);
        const output = execFileSync(readelf ?? "", [...READELF_OPTIONS, ...batch], {
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
