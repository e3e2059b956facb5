import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  type ArchiveTool,
  type ArchiveToolResult,
  runArchiveTool,
} from "../../../src/toolchain/cc/run-archive-tool.ts";
import type { ToolResult, ToolRun } from "../../../src/toolchain/tool.ts";
import { decode, encode, FakeWorkers, fakeDisk } from "../fake-workers.ts";

const DISK = { "/home/liba.a": "old", "/home/a.o": "object", "/home/sub/b.so": "library" };

function run(
  tool: ArchiveTool,
  line: string,
  answer: (run: ToolRun) => Partial<ToolResult> = () => ({ output: new Map() }),
): { readonly workers: FakeWorkers; readonly result: Promise<ArchiveToolResult> } {
  const workers = new FakeWorkers(undefined, answer);
  const host = { workingDirectory: "/home", disk: fakeDisk(DISK), load: async () => workers };
  return { workers, result: runArchiveTool(tool, line.split(" "), host) };
}

describe("runArchiveTool()", () => {
  const words: readonly { tool: ArchiveTool; line: string; given: readonly string[] }[] = [
    { tool: "ar", line: "rcs new.a a.o", given: ["rcsD", "/.packwheel/output/archive.a", "/home/a.o"] },
    { tool: "ar", line: "-crU new.a a.o", given: ["crD", "/.packwheel/output/archive.a", "/home/a.o"] },
    { tool: "ar", line: "t liba.a", given: ["t", "/.packwheel/output/archive.a"] },
    {
      tool: "ar",
      line: "x liba.a a.o",
      given: ["--output=/.packwheel/output/", "x", "/.packwheel/output/archive.a", "a.o"],
    },
    { tool: "ar", line: "rb a.o liba.a /c.o", given: ["rbD", "a.o", "/.packwheel/output/archive.a", "/c.o"] },
    { tool: "ar", line: "--version", given: ["--version"] },
    { tool: "ranlib", line: "-D liba.a", given: ["-D", "/.packwheel/output/1.a"] },
    { tool: "nm", line: "-D sub/b.so /lib/c.so", given: ["-D", "/home/sub/b.so", "/lib/c.so"] },
    { tool: "strip", line: "-K keep sub/b.so", given: ["-K", "keep", "/.packwheel/input/file", "-o", "-"] },
    { tool: "strip", line: "--version", given: ["--version"] },
  ];
  for (const { tool, line, given } of words) {
    test(`hands ${tool} ${line} on`, async () => {
      const { workers, result } = run(tool, line);
      await result;
      assert.deepEqual(workers.tools[0]?.arguments, given);
    });
  }

  test("gives back what ar made, and not what it left as it was", async () => {
    const made = await run("ar", "rcs liba.a a.o", () => ({ output: new Map([["archive.a", encode("new")]]) })).result;
    assert.deepEqual(
      made.files.map(({ path, bytes }) => [path, decode(bytes)]),
      [["liba.a", "new"]],
    );
    const same = await run("ar", "t liba.a", () => ({ output: new Map([["archive.a", encode("old")]]) })).result;
    assert.deepEqual(same.files, []);
  });

  test("strips each file where it is, or into another", async () => {
    const answer = ({ input }: ToolRun): Partial<ToolResult> => {
      return { printed: encode(`stripped ${decode(input.get("file"))}`), output: new Map() };
    };
    const both = await run("strip", "-s a.o sub/b.so", answer).result;
    assert.deepEqual(
      both.files.map(({ path, bytes }) => [path, decode(bytes)]),
      [
        ["a.o", "stripped object"],
        ["sub/b.so", "stripped library"],
      ],
    );
    const other = await run("strip", "-o c.o a.o", answer).result;
    assert.deepEqual(
      other.files.map(({ path }) => path),
      ["c.o"],
    );
  });

  test("names files as the words do", async () => {
    const failed = await run("ranlib", "liba.a", () => {
      return { exitCode: 1, messages: "ranlib: error: /.packwheel/output/0.a: no archive\n", output: new Map() };
    }).result;
    assert.deepEqual([failed.exitCode, failed.stderr, failed.files], [1, "ranlib: error: liba.a: no archive\n", []]);
    const listed = await run("nm", "a.o", () => ({ printed: encode("/home/a.o: f\n"), output: new Map() })).result;
    assert.equal(decode(listed.stdout), "a.o: f\n");
  });

  const refused = [
    { tool: "ar", line: "rcs", message: "Cannot run ar: no archive is named" },
    { tool: "ranlib", line: "no.a", message: 'Cannot read "no.a": there is no such file' },
    { tool: "strip", line: "no.so", message: 'Cannot read "no.so": there is no such file' },
  ] as const;
  for (const { tool, line, message } of refused) {
    test(`refuses ${tool} ${line}`, () => assert.rejects(run(tool, line).result, { code: "CC_INVALID", message }));
  }
});
