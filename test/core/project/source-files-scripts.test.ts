import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { memoryTree } from "../../../src/core/memory/memory-tree.ts";
import type { FileTree } from "../../../src/core/ports/file-tree.ts";
import { selectFiles } from "../../../src/core/project/source-files.ts";
import { projectStub } from "./project-stub.ts";

const rewritten = [
  { from: "#!/usr/bin/env python3\nprint(1)\n", to: "#!python\nprint(1)\n" },
  { from: "#!/usr/bin/env python\nprint(1)\n", to: "#!python\nprint(1)\n" },
  { from: "#! /usr/bin/python3.11 -sE\nprint(1)\n", to: "#!python -sE\nprint(1)\n" },
  { from: "#!/usr/bin/env -S python3 -u\n", to: "#!python -u\n" },
  { from: "#!/usr/bin/python3.13t\n", to: "#!python\n" },
  { from: "#!/usr/bin/env pythonw\n", to: "#!pythonw\n" },
  { from: "#!C:\\Python39\\python.exe\r\nprint(1)\r\n", to: "#!python\r\nprint(1)\r\n" },
  { from: "#!python3\n", to: "#!python\n" },
  { from: "#!/usr/bin/env python3", to: "#!python" },
  { from: "#!/usr/bin/python /opt/python\n", to: "#!python /opt/python\n" },
  { from: "#!/usr/bin/env python3\n# größe\n", to: "#!python\n# größe\n" },
];

const untouched = [
  "#!python\nprint(1)\n",
  "#!/bin/sh\nexec python3 -m hello\n",
  "#!/usr/bin/env pypy3\n",
  "#!/usr/bin/env ipython\n",
  "#!/opt/python/bin/perl\n",
  "#!/usr/bin/env python3-dbg\n",
  "print(1)\n#!/usr/bin/env python3\n",
  "#!/usr/bin/env python3\nPK\u0003\u0004\u0000\u0000",
  " #!/usr/bin/env python3\n",
  "",
  "#",
];

describe("selectFiles(): scripts", () => {
  for (const { from, to } of rewritten) {
    test(`rewrites ${JSON.stringify(from)}`, async () =>
      assert.deepEqual(await scriptOf(from), [to, true, byteLength(to)]));
  }
  for (const text of untouched) {
    test(`leaves ${JSON.stringify(text)} as it is`, async () =>
      assert.deepEqual(await scriptOf(text), [text, true, byteLength(text)]));
  }

  test("leaves a program byte for byte", async () => {
    const program = Uint8Array.from({ length: 10_000 }, (_, index) => (index * 7) % 256);
    const tree = memoryTree({ "pyproject.toml": "", run: program });
    const { wheel } = await selectFiles(scriptProject, tree);
    assert.deepEqual(await bytesOf(wheel[0]!.open()), program);
  });

  test("rewrites a script that comes in pieces of one byte", async () => {
    const whole = memoryTree({ "pyproject.toml": "", run: "#!/usr/bin/env python3 -u\nprint(1)\n" });
    const pieces: FileTree = {
      ...whole,
      async *open(path) {
        for await (const chunk of whole.open(path)) for (const byte of chunk) yield Uint8Array.of(byte);
      },
    };
    const { wheel } = await selectFiles(scriptProject, pieces);
    assert.equal(new TextDecoder().decode(await bytesOf(wheel[0]!.open())), "#!python -u\nprint(1)\n");
  });

  test("puts the script into the sdist as it is in the tree", async () => {
    const tree = memoryTree({ "pyproject.toml": "", run: "#!/usr/bin/env python3\n" });
    const { sdist } = await selectFiles(scriptProject, tree);
    const run = sdist.find((member) => member.path === "run");
    assert.ok(run);
    assert.equal(new TextDecoder().decode(await bytesOf(run.open())), "#!/usr/bin/env python3\n");
    assert.equal(run.executable, false);
  });

  test("keeps the executable bit of other data as the tree has it", async () => {
    const tree = memoryTree({
      "pyproject.toml": "",
      tool: { content: "#!/usr/bin/env python3\n", mode: 0o755 },
      text: { content: "a", mode: 0o600 },
    });
    const project = projectStub({
      tool: { packages: [], data: { data: { tool: "libexec/tool", text: "share/text" } } },
    });
    const { wheel } = await selectFiles(project, tree);
    assert.deepEqual(
      wheel.map((member) => [member.path, member.executable]),
      [
        ["hello-1.0.data/data/libexec/tool", true],
        ["hello-1.0.data/data/share/text", false],
      ],
    );
    assert.equal(new TextDecoder().decode(await bytesOf(wheel[0]!.open())), "#!/usr/bin/env python3\n");
  });

  test("names the data folder after the normalised name", async () => {
    const project = projectStub({ name: "Hello.World", tool: { packages: [], data: { scripts: { run: "run" } } } });
    const { wheel } = await selectFiles(project, memoryTree({ "pyproject.toml": "", run: "" }));
    assert.equal(wheel[0]?.path, "hello_world-1.0.data/scripts/run");
  });
});

const scriptProject = projectStub({ tool: { packages: [], data: { scripts: { run: "run" } } } });

/** A script as the wheel has it: text, executable bit, size. */
async function scriptOf(text: string): Promise<[string, boolean, number]> {
  const { wheel } = await selectFiles(scriptProject, memoryTree({ "pyproject.toml": "", run: text }));
  const [member] = wheel;
  assert.ok(member);
  return [new TextDecoder().decode(await bytesOf(member.open())), member.executable, member.size];
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const bytes: number[] = [];
  for await (const chunk of content) bytes.push(...chunk);
  return Uint8Array.from(bytes);
}
