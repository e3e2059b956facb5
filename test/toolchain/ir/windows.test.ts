/** What the lowering does for Windows alone. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lowerIr } from "../../../src/toolchain/ir/lower.ts";

function lower(triple: string, ir: string): string {
  const text = `target triple = "${triple}"\n${ir}`;
  return new TextDecoder().decode(lowerIr(new TextEncoder().encode(text), { source: "t.c" }).ir);
}

const AMD64 = "x86_64-w64-windows-gnu";

describe("lowerIr() for Windows", () => {
  const hidden = [
    "@shown = dso_local global i32 1, align 4",
    "@inner = hidden global i32 1, align 4",
    "@elsewhere = external hidden global i32, align 4",
    "define hidden void @step() {\n  ret void\n}",
    "declare hidden void @other()",
    "",
  ].join("\n");

  test("lists for the linker what is hidden and defined", () => {
    const lines = lower(AMD64, hidden).split("\n");
    assert.deepEqual(
      lines.filter((line) => line.startsWith("!")),
      [
        "!llvm.linker.options = !{!900000000, !900000001}",
        '!900000000 = !{!" -exclude-symbols:inner"}',
        '!900000001 = !{!" -exclude-symbols:step"}',
      ],
    );
  });

  test("lists nothing where files know hidden symbols", () => {
    assert.doesNotMatch(lower("x86_64-unknown-linux-gnu", hidden), /exclude-symbols/);
  });

  const conversions = [
    {
      ir: "define double @f(i128 %0) {\n  %2 = sitofp i128 %0 to double\n  ret double %2\n}\n",
      calls: /call double @__floattidf\(i128\* %\$t\d+\)/,
    },
    {
      ir: "define float @f(i128 %0) {\n  %2 = uitofp i128 %0 to float\n  ret float %2\n}\n",
      calls: /call float @__floatuntisf\(i128\* %\$t\d+\)/,
    },
    {
      ir: "define i128 @f(double %0) {\n  %2 = fptosi double %0 to i128\n  ret i128 %2\n}\n",
      calls: /call <2 x i64> @__fixdfti\(double %\$0\)\n.* = bitcast <2 x i64> %\$t\d+ to i128/,
    },
    {
      ir: "define i128 @f(float %0) {\n  %2 = fptoui float %0 to i128\n  ret i128 %2\n}\n",
      calls: /call <2 x i64> @__fixunssfti\(float %\$0\)/,
    },
  ];
  for (const { ir, calls } of conversions) {
    test(`converts by a call: ${/%2 = (.*)/.exec(ir)?.[1]}`, () => {
      assert.match(lower(AMD64, ir), calls);
      assert.doesNotMatch(lower("x86_64-unknown-linux-gnu", ir), /call/);
    });
  }

  test("leaves conversions of smaller integers alone", () => {
    const ir = "define double @f(i64 %0) {\n  %2 = sitofp i64 %0 to double\n  ret double %2\n}\n";
    assert.match(lower(AMD64, ir), /sitofp i64 %\$0 to double/);
  });

  test("refuses conversions that no function does", () => {
    const ir = "define fp128 @f(i128 %0) {\n  %2 = sitofp i128 %0 to fp128\n  ret fp128 %2\n}\n";
    assert.throws(() => lower(AMD64, ir), {
      code: "IR_UNSUPPORTED",
      message: /^Cannot lower the conversion between "i128" and "fp128" for Windows/,
    });
  });
});
