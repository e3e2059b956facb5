/** The lowering of intermediate code: what becomes of each construct, what is refused, and that no input breaks it. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PackwheelError } from "../../../src/core/errors.ts";
import { INTRINSICS } from "../../../src/toolchain/ir/data/intrinsics.ts";
import { oldIntrinsicName } from "../../../src/toolchain/ir/intrinsic-table.ts";
import { lowerIr } from "../../../src/toolchain/ir/lower.ts";
import { GOLDEN_CASES } from "./golden.ts";

const TRIPLE = 'target triple = "x86_64-unknown-linux-gnu"\n';

function lower(ir: string): string {
  const text = ir.includes("target triple") ? ir : `${TRIPLE}${ir}`;
  return new TextDecoder().decode(lowerIr(new TextEncoder().encode(text), { source: "t.c" }).ir);
}

function body(...lines: readonly string[]): string {
  return `define void @f(ptr %0, i32 %1) {\n${lines.map((line) => `  ${line}\n`).join("")}  ret void\n}\n`;
}

describe("lowerIr()", () => {
  for (const { name, ir, lowered } of GOLDEN_CASES) {
    test(`lowers ${name}`, () => {
      const lines = lower(ir.slice(1))
        .split("\n")
        .filter((line) => !line.startsWith("target triple"));
      assert.equal(lines.join("\n").trimEnd(), lowered.trim());
    });
  }

  const refused = [
    {
      name: "assembly that jumps",
      ir: body('callbr void asm "", ""() to label %3 []'),
      message: /the instruction "callbr"/,
    },
    {
      name: "vectors without a length",
      ir: body("%3 = load <vscale x 4 x i32>, ptr %0"),
      message: /length the processor/,
    },
    { name: "bfloat", ir: body("%3 = load bfloat, ptr %0, align 2"), message: /the type "bfloat"/ },
    { name: "types of a target", ir: body('%3 = load target("x"), ptr %0'), message: /the type "target"/ },
    {
      name: "intrinsics that LLVM 13 lacks",
      ir: body("call void @llvm.memset.inline.p0.i64(ptr %0, i8 0, i64 4, i1 false)"),
      message: /the intrinsic "llvm\.memset\.inline\.p0\.i64", which LLVM 13 does not have/,
    },
    {
      name: "intrinsics that its code generator cannot finish",
      ir: body('%3 = call i1 @llvm.type.test(ptr %0, metadata !"t")'),
      message: /"llvm\.type\.test": control flow integrity/,
    },
    {
      name: "atomic operations that LLVM 13 lacks",
      ir: body("%3 = atomicrmw uinc_wrap ptr %0, i32 %1 seq_cst, align 4"),
      message: /the atomic operation "uinc_wrap"/,
    },
    {
      name: "attributes that nobody has thought about",
      ir: "define void @f() brandnew {\n  ret void\n}\n",
      message: /the attribute "brandnew": its meaning is not known/,
    },
    {
      name: "attributes in quotation marks that ask for what is not there",
      ir: 'define void @f() #0 {\n  ret void\n}\nattributes #0 = { "zero-call-used-regs"="all" }\n',
      message: /"zero-call-used-regs": LLVM 13 cannot do/,
    },
    {
      name: "metadata of unknown kinds",
      ir: `${body("store i32 %1, ptr %0, align 4, !brandnew !0")}!0 = !{}\n`,
      message: /metadata of the kind "brandnew"/,
    },
    {
      name: "operand bundles that change the call",
      ir: body('call void %0() [ "kcfi"(i32 7) ]'),
      message: /the operand bundle "kcfi"/,
    },
    {
      name: "tail calls that must be, with an argument in memory of the caller",
      ir: "declare void @g(i64, i64, i64, i64, i64, i128)\ndefine void @f(i64 %0, i64 %1, i64 %2, i64 %3, i64 %4, i128 %5) {\n  musttail call void @g(i64 %0, i64 %1, i64 %2, i64 %3, i64 %4, i128 %5)\n  ret void\n}\n",
      message: /128-bit integer on the stack/,
    },
    {
      name: "half-precision arguments on x86",
      ir: "define half @f(half %0) {\n  ret half %0\n}\n",
      message: /a half-precision argument or result: LLVM 13 passes it in another way/,
    },
    {
      name: "wide integers in structs on i686",
      ir: `target triple = "i686-unknown-linux-gnu"\n%t = type { i8, i128 }\n@g = global %t zeroinitializer, align 16\n`,
      message: /LLVM 13 aligns its wide integer differently/,
    },
    {
      name: "floating-point arguments with an alignment of their own",
      ir: `target triple = "aarch64-unknown-linux-gnu"\ndeclare void @g([2 x double] alignstack(16))\n`,
      message: /an alignment of their own/,
    },
    {
      name: "variables that live as long as others",
      ir: "@x = global i32 0\n@y = global i32 0, !associated !0\n!0 = !{ptr @x}\n",
      message: /a variable that lives as long as another/,
    },
    {
      name: "module flags of protection that is not there",
      ir: '!llvm.module.flags = !{!0}\n!0 = !{i32 4, !"kcfi", i32 1}\n',
      message: /the module flag !"kcfi"/,
    },
  ];
  for (const { name, ir, message } of refused) {
    test(`refuses ${name}`, () => {
      assert.throws(
        () => lower(ir),
        (error) => {
          assert.ok(error instanceof PackwheelError);
          assert.equal(error.code, "IR_UNSUPPORTED");
          assert.match(error.message, message);
          assert.match(error.message, /\(t\.c(?:, function "f")?\)$/);
          assert.equal(error.hint, "Compile this file with a native clang or gcc");
          assert.equal(error.path, "t.c");
          return true;
        },
      );
    });
  }

  const invalid = [
    { name: "no target", ir: "; target triple\n", message: /the module names no target/ },
    {
      name: "a function without end",
      ir: "define void @f() {\n  ret void\n",
      message: /line 4: expected "}", found the end/,
    },
    { name: "a symbol that nobody declares", ir: body("store ptr @nobody, ptr %0, align 8"), message: /"@nobody"/ },
    { name: "a string without end", ir: 'source_filename = "x\n', message: /a quotation mark is not closed/ },
    { name: "something else at the top", ir: "int main(void) { return 0; }\n", message: /line 2: expected a global/ },
    {
      name: "a field that a struct does not have",
      ir: body("%3 = getelementptr { i32 }, ptr %0, i64 0, i32 1"),
      message: /field 1/,
    },
    {
      name: "types nested too deep",
      ir: `@x = global ${"[1 x ".repeat(300)}i8${"]".repeat(300)} zeroinitializer\n`,
      message: /nest deeper/,
    },
  ];
  for (const { name, ir, message } of invalid) {
    test(`rejects ${name}`, () => {
      assert.throws(() => lower(ir), { code: "IR_INVALID", message });
    });
  }

  test("keeps bytes that are no ASCII as they are", () => {
    const ir = new Uint8Array([
      ...new TextEncoder().encode(`${TRIPLE}; `),
      0xe9,
      0x80,
      0x0a,
      ...new TextEncoder().encode('@"'),
      0xe9,
      0x80,
      ...new TextEncoder().encode('" = global i8 0\n'),
    ]);
    const { ir: lowered } = lowerIr(ir, { source: "t.c" });
    const at = lowered.indexOf(0xe9);
    assert.deepEqual([...lowered.subarray(at - 2, at + 3)], [0x40, 0x22, 0xe9, 0x80, 0x22]);
  });

  test("says that debug information is left out", () => {
    const ir = `${TRIPLE}!llvm.dbg.cu = !{!0}\n!0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1)\n!1 = !DIFile(filename: "t.c", directory: "/")\n`;
    const { findings } = lowerIr(new TextEncoder().encode(ir), { source: "t.c" });
    assert.deepEqual(
      findings.map(({ code, severity, path }) => ({ code, severity, path })),
      [{ code: "IR_DEBUG_INFORMATION_DROPPED", severity: "warning", path: "t.c" }],
    );
  });

  test("returns or throws an error of packwheel, wherever a module is cut", () => {
    for (const { ir } of GOLDEN_CASES) {
      for (let end = 0; end < ir.length; end += 3) returnsOrThrows(ir.slice(1, end));
    }
  });

  test("returns or throws an error of packwheel, whatever a word is replaced by", () => {
    const random = generator(20_261_127);
    for (const { ir } of GOLDEN_CASES) {
      const words = ir.split(/(\s+|[(),])/);
      for (let round = 0; round < 40; round++) {
        const changed = [...words];
        const from = GOLDEN_CASES[random(GOLDEN_CASES.length)]?.ir.split(/\s+/) ?? [];
        changed[random(words.length)] = from[random(from.length)] ?? "";
        returnsOrThrows(changed.join(""));
      }
    }
  });
});

function returnsOrThrows(ir: string): void {
  try {
    lower(ir);
  } catch (error) {
    assert.ok(error instanceof PackwheelError, `${String(error)}\n${ir}`);
  }
}

/** Numbers that are the same in each run: a linear congruential generator. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("oldIntrinsicName()", () => {
  const names = [
    { name: "llvm.memcpy.p0.p0.i64", old: "llvm.memcpy.p0i8.p0i8.i64" },
    { name: "llvm.ptrmask.p0.i64", old: "llvm.ptrmask.p0i8.i64" },
    { name: "llvm.frameaddress.p0", old: "llvm.frameaddress.p0i8" },
    { name: "llvm.stacksave.p0", old: "llvm.stacksave" },
    { name: "llvm.thread.pointer.p0", old: "llvm.thread.pointer" },
    { name: "llvm.x86.sse2.pmovmskb.128", old: "llvm.x86.sse2.pmovmskb.128" },
    { name: "llvm.smul.with.overflow.i128", old: "llvm.smul.with.overflow.i128" },
    { name: "llvm.vector.reduce.add.v4i32", old: "llvm.vector.reduce.add.v4i32" },
    { name: "llvm.memset.inline.p0.i64", old: undefined },
    { name: "llvm.tan.f64", old: undefined },
    { name: "llvm.x86.brandnew", old: undefined },
  ];
  for (const { name, old } of names) test(`${name} -> ${old}`, () => assert.equal(oldIntrinsicName(name), old));

  test("has a list of a plausible size", () => {
    const count = Object.values(INTRINSICS).reduce((sum, rests) => sum + rests.split(" ").length, 0);
    assert.ok(count > 2000, String(count));
  });
});
