/** Libraries of Debian's gcc for each machine of the build targets: what readelf reads in them, and the tag they get. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { auditWheel } from "../../src/core/audit/audit-wheel.ts";
import { parseElf } from "../../src/core/object/elf/parse.ts";
import { CROSS_TOOLS, findCrossTool } from "./cross-tools.ts";
import { findProgram, requireJudge } from "./judge.ts";
import { READELF_OPTIONS, readReport, summarize } from "./readelf-report.ts";

/** Second numbers of the manylinux policies, and the first of each machine. */
const POLICIES = [5, 12, 17, 24, 26, 27, 28, 31, 34, 35, 36, 37, 38, 39, 40, 41];
const FIRST: Readonly<Record<string, number>> = { x86_64: 5, i686: 5, riscv64: 31 };

const LIBRARIES = {
  "of few old functions": `
#include <stdlib.h>
void *hello(void) { return malloc(3); }
`,
  "of functions with several versions": `
#include <dlfcn.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
int hello_value = 3;
static void *run(void *at) { return memcpy(at, &hello_value, sizeof hello_value); }
double hello(double base, void *at, unsigned size) {
  pthread_t thread;
  pthread_create(&thread, 0, run, at);
  pthread_join(thread, 0);
  printf("%p %zd\\n", dlopen("x", RTLD_NOW), getrandom(at, size, 0));
  return pow(base, 0.5) + exp(base);
}
`,
};

describe("libraries of gcc", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "packwheel-cross-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const tools of CROSS_TOOLS) {
    for (const [name, source] of Object.entries(LIBRARIES)) {
      test(`${name} for ${tools.machine} get the tag of their newest symbol`, (t) => {
        const gcc = findCrossTool(tools, "gcc");
        const readelf = findProgram("readelf");
        if (!requireJudge(t, gcc !== undefined && readelf !== undefined, `${tools.prefix}-gcc and readelf`)) return;
        const library = join(folder, `${tools.machine}.so`);
        writeFileSync(join(folder, "hello.c"), source);
        execFileSync(gcc ?? "", ["-shared", "-fPIC", "-O1", "-o", library, join(folder, "hello.c"), "-lm", "-ldl"]);
        const report = execFileSync(readelf ?? "", [...READELF_OPTIONS, library], {
          encoding: "utf8",
          env: { ...process.env, LC_ALL: "C" },
        });
        const object = parseElf(readFileSync(library));
        const facts = readReport(report);
        assert.deepEqual(summarize(object), facts);
        assert.ok(facts.versions.length > 0);
        const newest = Math.max(...facts.versions.map((version) => Number(/GLIBC_2\.(\d+)/.exec(version)?.[1] ?? 0)));
        const first = FIRST[tools.machine] ?? 17;
        const policy = POLICIES.find((minor) => minor >= newest && minor >= first);
        const { platformTags, findings } = auditWheel([{ path: "hello/libhello.so", object }]);
        assert.equal(
          platformTags.find((tag) => /_2_\d+_/.test(tag)),
          `manylinux_2_${policy}_${tools.machine}`,
        );
        assert.deepEqual(findings, []);
        t.diagnostic(`${tools.machine}: newest GLIBC_2.${newest}, ${platformTags.join(".")}`);
      });
    }
  }
});
