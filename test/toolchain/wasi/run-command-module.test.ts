import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MemoryFolder, mountFiles } from "../../../src/toolchain/wasi/memory-folder.ts";
import { type CommandModuleRun, runCommandModule } from "../../../src/toolchain/wasi/run-command-module.ts";
import { type Statement, tinyModule } from "./tiny-module.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** One vector of `fd_read` and `fd_write`: address, length. */
const vectorOf = (address: number, length: number): Uint8Array => {
  return new Uint8Array(Uint32Array.of(address, length).buffer);
};

const write = (file: number, vectors: number): Statement => ({ call: "fd_write", values: [file, vectors, 1, 8] });

async function run(
  statements: readonly Statement[],
  data: Readonly<Record<number, Uint8Array>> = {},
  options: Partial<CommandModuleRun> = {},
): Promise<{ exitCode: number; stdout: string; stderr: string; crash: string | undefined }> {
  const module = tinyModule(statements, data);
  const result = await runCommandModule(module, { arguments: ["tiny"], root: new MemoryFolder(), ...options });
  return { ...result, stdout: decode(result.stdout), stderr: decode(result.stderr) };
}

describe("runCommandModule()", () => {
  test("gives what the program wrote, and its exit code", async () => {
    const data = { 16: vectorOf(100, 2), 24: vectorOf(102, 3), 100: encode("abxyz") };
    const statements: Statement[] = [write(1, 16), write(2, 24), write(1, 16), { call: "proc_exit", values: [3] }];
    assert.deepEqual(await run(statements, data), { exitCode: 3, stdout: "abab", stderr: "xyz", crash: undefined });
  });

  test("gives 0 for a program that returns", async () => {
    assert.deepEqual(await run([]), { exitCode: 0, stdout: "", stderr: "", crash: undefined });
  });

  test("gives the output of a program that crashes, and why it did", async () => {
    const data = { 16: vectorOf(100, 2), 100: encode("ab") };
    const result = await run([write(1, 16), { unreachable: true }], data);
    assert.deepEqual(result, { exitCode: 134, stdout: "ab", stderr: "", crash: "unreachable" });
  });

  test("hands over arguments of any language", async () => {
    // argc at 0, size at 4, pointers at 200, text at 300: written to stdout as it stands there.
    const statements: Statement[] = [
      { call: "args_sizes_get", values: [0, 20] },
      { call: "args_get", values: [200, 300] },
      write(1, 16),
    ];
    const data = { 16: vectorOf(300, 0) };
    const result = await run(statements, data, { arguments: ["größe", "大", ""] });
    assert.equal(result.stdout, "größe\0大\0\0");
  });

  test("reads from stdin", async () => {
    const statements: Statement[] = [{ call: "fd_read", values: [0, 16, 1, 28] }, write(1, 24)];
    const data = { 16: vectorOf(100, 50), 24: vectorOf(100, 0) };
    assert.equal((await run(statements, data, { stdin: encode("hello") })).stdout, "hello");
  });

  test("shows only the folder that it was given, as /", async () => {
    const open: Statement = { call: "path_open", values: [3, 0, 100, 7, 0, 2n, 2n, 0, 0] };
    const statements: Statement[] = [open, { call: "fd_read", values: [{ at: 0 }, 16, 1, 28] }, write(1, 24)];
    const data = { 16: vectorOf(200, 50), 24: vectorOf(200, 0), 100: encode("src/a.c") };
    const root = mountFiles([["src/a.c", encode("int a;")]]);
    assert.equal((await run(statements, data, { root })).stdout, "int a;");
  });

  test("has no chance and no clock: two runs are the same", async () => {
    const statements: Statement[] = [
      { call: "random_get", values: [200, 16] },
      { call: "clock_time_get", values: [0, 1n, 216] },
      { call: "clock_time_get", values: [1, 1n, 224] },
      write(1, 16),
    ];
    const module = tinyModule(statements, { 16: vectorOf(200, 32) });
    const job = { arguments: ["tiny"], root: new MemoryFolder(), timestamp: 1_580_601_600 };
    const [first, second] = [await runCommandModule(module, job), await runCommandModule(module, job)];
    assert.deepEqual(first.stdout, second.stdout);
    const times = new DataView(first.stdout.slice(16).buffer);
    assert.equal(times.getBigUint64(0, true), 1_580_601_600_000_000_000n);
    assert.equal(times.getBigUint64(8, true), 1n);
    assert.ok(new Set(first.stdout.subarray(0, 16)).size > 8, "random_get gives little variety");
  });
});
