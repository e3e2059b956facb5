import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, describe, test } from "node:test";
import { collectBytes } from "../../src/core/bytes/concat.ts";
import { writeTar } from "../../src/core/tar/write.ts";
import { memoryMember } from "../../src/core/wheel/memory-member.ts";
import type { SourceRun } from "../../src/toolchain/compile-source.ts";
import { toolchainVersion } from "../../src/toolchain/toolchain-packages.ts";
import { usefulWorkers } from "../../src/web/toolchain/useful-workers.ts";
import { loadToolchain, type WebToolchain } from "../../src/web/toolchain/web-toolchain.ts";
import type { WebWorkerMessage } from "../../src/web/toolchain/worker-messages.ts";
import { COMPILED } from "../toolchain/fake-workers.ts";

/** The smallest module: a magic number and a version. */
const MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
const URL_OF_LIST = "https://example.org/toolchain.json";

/** A worker that compiles nothing, and remembers what it was told. */
class FakeWorker extends EventTarget {
  readonly told: WebWorkerMessage[] = [];
  isEnded = false;

  postMessage(message: WebWorkerMessage): void {
    this.told.push(message);
    if (message.kind !== "job") return;
    const answer = { id: message.id, result: { ...COMPILED, messages: "compiled" } };
    queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data: answer })));
  }

  terminate(): void {
    this.isEnded = true;
  }

  get kinds(): readonly string[] {
    return this.told.map(({ kind }) => kind);
  }
}

async function archive(files: Readonly<Record<string, string>>): Promise<Uint8Array<ArrayBuffer>> {
  const members = Object.entries(files).map(([path, text]) => memoryMember(path, text));
  return new Uint8Array(await collectBytes(writeTar(members, { mtime: 0 })));
}

describe("loadToolchain()", () => {
  const contents = new Map<string, Uint8Array<ArrayBuffer>>();
  before(async () => {
    contents.set("clang", MODULE);
    contents.set("llc", MODULE);
    contents.set("headers", await archive({ "include/stddef.h": "typedef int size_t;", "lib/libc.a": "an archive" }));
    contents.set("sysroot", await archive({ "libc/glibc.txt": "symbols", "include/stdio.h": "int puts(char *);" }));
  });

  const fetchWith = (changes: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map()): typeof fetch => {
    const all = new Map([...contents, ...changes]);
    const files = [...all].map(([name, bytes]) => {
      return [name, { url: name, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }];
    });
    const list = JSON.stringify({ version: toolchainVersion(), files: Object.fromEntries(files) });
    return async (input) => new Response(all.get(String(input).split("/").at(-1) ?? "") ?? list);
  };

  async function load(workers: FakeWorker[], width = 1): Promise<WebToolchain> {
    return loadToolchain({
      manifest: URL_OF_LIST,
      fetch: fetchWith(),
      workers: width,
      createWorker() {
        const worker = new FakeWorker();
        workers.push(worker);
        return worker as unknown as Worker;
      },
    });
  }

  const RUN = {} as SourceRun; // for a worker that looks at nothing

  test("starts workers when they are wanted, and tells each the toolchain once", async () => {
    const workers: FakeWorker[] = [];
    const toolchain = await load(workers);
    const sysroot = createHash("sha256").update(contents.get("sysroot")!).digest("hex");
    assert.equal(toolchain.version, `${toolchainVersion()}, sysroot ${sysroot}`);
    assert.equal(new TextDecoder().decode(toolchain.sysroot.get("libc/glibc.txt")), "symbols");
    assert.equal(workers.length, 0);
    const project = toolchain.workersFor(new Map());
    assert.equal((await project.compile(RUN)).messages, "compiled");
    await project.compile(RUN);
    assert.deepEqual(
      workers.map(({ kinds }) => kinds),
      [["begin", "project", "job", "job"]],
    );
    const [begin] = workers[0]!.told;
    assert.ok(begin?.kind === "begin");
    const paths = (files: typeof begin.parts.headers): readonly string[] => files.places.map(({ path }) => path);
    assert.deepEqual(paths(begin.parts.headers), ["include/stddef.h"]);
    assert.deepEqual(paths(begin.parts.sysroot), ["libc/glibc.txt", "include/stdio.h"]);
    const [{ start, end } = { start: 0, end: 0 }] = begin.parts.headers.places;
    assert.equal(await begin.parts.headers.archive.slice(start, end).text(), "typedef int size_t;");
  });

  test("tells a worker the files of a project when it has those of another", async () => {
    const workers: FakeWorker[] = [];
    const toolchain = await load(workers);
    const [first, second] = [new Map([["a.c", new Blob(["a"])]]), new Map([["b.c", new Blob(["b"])]])];
    for (const project of [first, first, second, first]) await toolchain.workersFor(project).compile(RUN);
    const told = workers[0]!.told.flatMap((message) => (message.kind === "project" ? [message.files] : []));
    assert.deepEqual(told, [first, second, first]);
  });

  test("reports the worker that cannot be loaded", async () => {
    const toolchain = await loadToolchain({
      manifest: URL_OF_LIST,
      fetch: fetchWith(),
      createWorker() {
        const worker = new FakeWorker();
        worker.postMessage = () => undefined;
        queueMicrotask(() => worker.dispatchEvent(new Event("error")));
        return worker as unknown as Worker;
      },
    });
    await assert.rejects(toolchain.workersFor(new Map()).compile(RUN), {
      code: "TOOLCHAIN_CRASHED",
      message: "Cannot go on with a worker of the WASM compiler: its program cannot be loaded",
    });
  });

  test("ends the workers when it is closed", async () => {
    const workers: FakeWorker[] = [];
    const toolchain = await load(workers);
    await toolchain.workersFor(new Map()).compile(RUN);
    await toolchain.close();
    assert.equal(workers[0]!.isEnded, true);
  });

  test("refuses a module that the browser cannot compile", async () => {
    const fetch = fetchWith(new Map([["llc", new Uint8Array([1, 2, 3])]]));
    await assert.rejects(loadToolchain({ manifest: URL_OF_LIST, fetch }), {
      code: "TOOLCHAIN_INVALID",
      message: "Cannot start llc: this browser refuses the module",
    });
  });
});

describe("usefulWorkers()", () => {
  const cases: readonly (readonly [number, number])[] = [
    [1, 1],
    [2, 2],
    [4, 3],
    [64, 3],
  ];
  for (const [cores, workers] of cases) {
    test(`gives ${workers} for ${cores} cores`, () => assert.equal(usefulWorkers(cores), workers));
  }
});
