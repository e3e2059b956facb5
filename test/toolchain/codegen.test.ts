import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { loadToolchain } from "../../src/node/toolchain/load-toolchain.ts";
import { generateCode } from "../../src/toolchain/codegen.ts";
import type { Toolchain } from "../../src/toolchain/toolchain.ts";

let toolchain: Toolchain;
before(async () => {
  toolchain = await loadToolchain(".");
});

const generate = (ir: string, output: "object" | "assembly" = "object", flags: readonly string[] = []) => {
  return generateCode(toolchain.llc, { ir: new TextEncoder().encode(ir), output, level: "2", flags });
};

const FUNCTION = "define i32 @f(i32 %x) {\n  ret i32 %x\n}\n";

describe("generateCode()", () => {
  const targets = [
    { triple: "x86_64-unknown-linux-gnu", beginning: "7f454c46020101" },
    { triple: "s390x-unknown-linux-gnu", beginning: "7f454c46020201" },
    { triple: "armv7-unknown-linux-gnueabihf", beginning: "7f454c46010101" },
    { triple: "arm64-apple-macosx11.0", beginning: "cffaedfe0c000001" },
    { triple: "x86_64-w64-windows-gnu", beginning: "6486" },
  ];
  for (const { triple, beginning } of targets) {
    test(`makes an object for ${triple}, the same every time`, async () => {
      const ir = `target triple = "${triple}"\n${FUNCTION}`;
      const [first, second] = [await generate(ir), await generate(ir)];
      assert.equal(first.messages, "");
      assert.equal(
        Buffer.from(first.bytes ?? "")
          .toString("hex")
          .slice(0, beginning.length),
        beginning,
      );
      assert.deepEqual(first.bytes, second.bytes);
    });
  }

  test("writes assembly", async () => {
    const { bytes } = await generate(`target triple = "riscv64-unknown-linux-gnu"\n${FUNCTION}`, "assembly");
    assert.match(new TextDecoder().decode(bytes), /^f:/m);
  });

  const bad = [
    {
      name: "text that is no code",
      ir: "nonsense",
      flags: [],
      message: /error: .*<stdin>:1:1: error: expected top-level/,
    },
    {
      name: "options that there are not",
      ir: FUNCTION,
      flags: ["-nonsense"],
      message: /Unknown command line argument '-nonsense'/,
    },
    {
      name: "assembly that the machine does not know",
      ir: 'target triple = "x86_64-unknown-linux-gnu"\nmodule asm "nonsense"\n',
      flags: [],
      message: /error: invalid instruction mnemonic 'nonsense'/,
    },
  ];
  for (const { name, ir, flags, message } of bad) {
    test(`refuses ${name}, and says why`, async () => {
      const { bytes, messages } = await generate(ir, "object", flags);
      assert.equal(bytes, undefined);
      assert.match(messages, message);
    });
  }

  test("leaves the process as it was", async () => {
    const before = process.eventNames().map((name) => process.listenerCount(name as string));
    await generate(FUNCTION);
    assert.deepEqual(
      process.eventNames().map((name) => process.listenerCount(name as string)),
      before,
    );
  });
});
