import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { BUILD_TARGETS } from "../../src/core/targets/build-target.ts";
import { hostTarget } from "../../src/node/host-target.ts";
import { runCli } from "./run-cli.ts";

describe("packwheel targets", () => {
  test("lists every target with tag, floor and proof", async () => {
    const { exitCode, stdout } = await runCli(["targets"]);
    const [head, ...rows] = stdout.trimEnd().split("\n");
    assert.equal(exitCode, 0);
    assert.match(head ?? "", /^target +triple +tag +oldest +proved by$/);
    assert.deepEqual(
      rows.map((row) => row.split(" ")[0]),
      BUILD_TARGETS.map(({ name }) => name),
    );
    assert.match(
      rows[1] ?? "",
      /^linux-aarch64 +aarch64-unknown-linux-gnu +manylinux_2_17_aarch64 +glibc 2\.17 +qemu-user$/,
    );
  });

  test("gives the same as JSON", async () => {
    const { stdout } = await runCli(["targets", "--json"]);
    const { files } = JSON.parse(stdout);
    assert.deepEqual(files[0], {
      name: "linux-x86_64",
      triple: "x86_64-unknown-linux-gnu",
      tag: "manylinux_2_17_x86_64",
      libc: "glibc",
      floor: "2.17",
      proof: "native",
    });
  });
});

describe("packwheel doctor", () => {
  const doctor = async (
    environment: Record<string, string>,
    ...words: string[]
  ): Promise<Record<string, unknown>[]> => {
    const { stdout } = await runCli(["doctor", "--json", ...words], { environment });
    return JSON.parse(stdout).files;
  };

  test("takes the WASM compiler for all where nothing is installed", async () => {
    const rows = await doctor({ PATH: "" });
    assert.equal(rows[0]?.["target"], `host (${hostTarget()})`);
    const other = rows.find(({ target }) => target === "s390x-unknown-linux-musl");
    assert.deepEqual(other, { target: "s390x-unknown-linux-musl", compiler: "wasm", reason: "it is another machine" });
  });

  test("takes what CC names for all", async () => {
    const rows = await doctor({ PATH: "", CC: "zig cc" });
    assert.deepEqual(
      [...new Set(rows.map(({ compiler, reason }) => `${compiler}: ${reason}`))],
      ["host: CC names zig cc"],
    );
  });

  test("says what each compiler that is asked for can do", async () => {
    assert.deepEqual(
      [...new Set((await doctor({ PATH: "" }, "--compiler", "host")).map(({ compiler }) => compiler))],
      [null],
    );
    const wasm = await doctor({ PATH: "" }, "--compiler", "wasm");
    assert.deepEqual([...new Set(wasm.map(({ compiler }) => compiler))], ["wasm"]);
  });

  test("prints a table", async () => {
    const { stdout } = await runCli(["doctor"], { environment: { PATH: "" } });
    assert.match(stdout, /^C compiler of this machine +none$/m);
    assert.match(stdout, /^aarch64-unknown-linux-musl +WASM compiler +it is another machine$/m);
  });
});

describe("packwheel cc", () => {
  test("answers without the toolchain", async () => {
    const { exitCode, stdout } = await runCli(["cc", "--target=linux-riscv64", "-dumpmachine"]);
    assert.deepEqual([exitCode, stdout], [0, "riscv64-unknown-linux-gnu\n"]);
  });

  test("prints its errors as compilers do", async () => {
    const { exitCode, stdout, stderr } = await runCli(["cc", "-c"]);
    assert.deepEqual([exitCode, stdout, stderr], [1, "", "packwheel cc: error: Cannot compile: no input files\n"]);
  });

  test("is in the help, and has a page of its own", async () => {
    assert.match((await runCli(["--help"])).stdout, /^ {2}cc <\.\.\.words> +Compile and link C/m);
    assert.match((await runCli(["cc", "--help"])).stdout, /^Compile and link C as `cc` does/);
    assert.match((await runCli(["help", "ar"])).stdout, /^Make and read static libraries/);
  });
});
