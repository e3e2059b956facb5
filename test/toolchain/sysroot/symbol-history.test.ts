import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { compareReleases, homeAt, parseLibrarySymbols } from "../../../src/toolchain/sysroot/symbol-history.ts";

const TEXT = `# A comment.
releases 2.17 2.42
x86_64,s390x libpthread.so.0 2.2.5 libc.so.6 2.34; riscv64 libc.so.6 2.27
 pthread_create pthread_join
 pthread_exit
x86_64 ld 2.2.5 libc.so.6 2.2.5@2.25 -@2.40
 malloc
x86_64 libc.so.6 2.2.5 =8
 __environ environ
alias __environ
 environ
withdrawn
 sigvec
`;

describe("parseLibrarySymbols()", () => {
  const data = parseLibrarySymbols(TEXT, "libc/test.txt");

  test("reads releases, aliases and what was withdrawn", () => {
    assert.equal(data.oldest, "2.17");
    assert.equal(data.newest, "2.42");
    assert.deepEqual([...data.aliases], [["environ", "__environ"]]);
    assert.deepEqual([...data.withdrawn], ["sigvec"]);
    assert.deepEqual([...data.machines.keys()], ["x86_64", "s390x", "riscv64"]);
    assert.deepEqual(
      [...(data.machines.get("s390x")?.keys() ?? [])],
      ["pthread_create", "pthread_join", "pthread_exit"],
    );
  });

  test("reads what an object takes", () => {
    assert.equal(data.machines.get("x86_64")?.get("environ")?.objectSize, 8);
    assert.equal(data.machines.get("x86_64")?.get("malloc")?.objectSize, undefined);
  });

  const homes = [
    { machine: "x86_64", name: "pthread_join", release: "2.17", home: "libpthread.so.0 2.2.5" },
    { machine: "x86_64", name: "pthread_join", release: "2.33", home: "libpthread.so.0 2.2.5" },
    { machine: "x86_64", name: "pthread_join", release: "2.34", home: "libc.so.6 2.34" },
    { machine: "riscv64", name: "pthread_join", release: "2.26", home: undefined },
    { machine: "riscv64", name: "pthread_join", release: "2.34", home: "libc.so.6 2.27" },
    { machine: "x86_64", name: "malloc", release: "2.24", home: "ld 2.2.5" },
    { machine: "x86_64", name: "malloc", release: "2.25", home: "libc.so.6 2.2.5" },
    { machine: "x86_64", name: "malloc", release: "2.40", home: undefined },
  ];
  for (const { machine, name, release, home } of homes) {
    test(`finds ${name} of ${machine} at ${release} in ${home ?? "no library"}`, () => {
      const found = homeAt(data.machines.get(machine)!.get(name)!, release);
      assert.equal(found === undefined ? undefined : `${found.library} ${found.version}`, home);
    });
  }

  const bad = [
    { text: "releases 1.1 1.2\n name\n", problem: "line 2 has names that belong to nothing" },
    { text: "x86_64 libc.so.6 2.17\n a\n", problem: 'it has no line "releases"' },
    { text: "releases 1.1 1.2\nx86_64 libc.so.6\n", problem: "line 2 has machines without a version" },
    { text: "releases 1.1 1.2\nx86_64 2.17\n", problem: "line 2 has a version without a library" },
  ];
  for (const { text, problem } of bad) {
    test(`refuses data of which ${problem}`, () =>
      assert.throws(() => parseLibrarySymbols(text, "libc/test.txt"), {
        code: "SYSROOT_INVALID",
        message: `Cannot read libc/test.txt: ${problem}`,
      }));
  }
});

describe("compareReleases()", () => {
  const sorted = ["1.1", "1.2", "1.2.1", "2.2.5", "2.3", "2.17", "2.34"];
  test("compares numbers, not digits", () => assert.deepEqual([...sorted].reverse().sort(compareReleases), sorted));
  test("takes a missing number for zero", () => assert.equal(compareReleases("1.2", "1.2.0"), 0));
});
