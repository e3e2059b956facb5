import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { auditWheel } from "../../../src/core/audit/audit-wheel.ts";
import type { AuditedFile } from "../../../src/core/audit/file-audit.ts";
import { PYEMSCRIPTEN_PLATFORMS, platformsWith } from "../../../src/core/audit/platform/pyemscripten.ts";
import { raisePlatform } from "../../../src/core/audit/raise-platform.ts";
import { explainTag, formatExplanation } from "../../../src/core/audit/why.ts";
import { pe, sideModule } from "./drafts.ts";

const ALL = ["pyemscripten_2025_0_wasm32", "pyemscripten_2026_0_wasm32", "pyemscripten_2026_5_wasm32"];

const wheels: readonly {
  readonly name: string;
  readonly files: () => readonly AuditedFile[];
  readonly tags: readonly string[];
  readonly why?: readonly string[];
  readonly findings?: readonly string[];
}[] = [
  { name: "what every platform has", files: () => [sideModule("a.so", ["malloc", "printf"])], tags: ALL },
  {
    name: "a function that came later",
    files: () => [sideModule("a.so", ["ppoll"]), sideModule("b.so", ["malloc"])],
    tags: ALL.slice(1),
    why: ["  ppoll in a.so -> pyemscripten_2026_0_wasm32.pyemscripten_2026_5_wasm32"],
  },
  {
    name: "a function whose struct was changed",
    files: () => [sideModule("a.so", ["sigaction"])],
    tags: ALL.slice(0, 2),
    why: ["  sigaction in a.so -> pyemscripten_2024_0_wasm32.pyemscripten_2025_0_wasm32.pyemscripten_2026_0_wasm32"],
  },
  { name: "a function of its own by that name", files: () => [sideModule("a.so", ["ppoll"], ["ppoll"])], tags: ALL },
  {
    name: "exceptions that JavaScript catches",
    files: () => [sideModule("a.so", ["invoke_vii"])],
    tags: ["pyemscripten_2024_0_wasm32"],
    why: ["  invoke_vii in a.so -> pyemscripten_2024_0_wasm32"],
  },
  {
    name: "what no platform has together",
    files: () => [sideModule("a.so", ["invoke_vii", "epoll_wait"])],
    tags: [],
    why: ["  invoke_vii in a.so -> pyemscripten_2024_0_wasm32", "  epoll_wait in a.so -> pyemscripten_2026_5_wasm32"],
    findings: ['error AUDIT_NO_POLICY a.so: No platform of Pyodide has both "invoke_vii" and "epoll_wait"'],
  },
  {
    name: "a library for Windows beside it",
    files: () => [sideModule("a.so"), pe("a.dll")],
    tags: [],
    findings: ['error AUDIT_MIXED_SYSTEMS a.dll: File is for windows, and "a.so" is for emscripten'],
  },
  {
    name: "the interface of Python with the ABI tag none",
    files: () => [sideModule("a.so", ["PyLong_FromLong"])],
    tags: ALL,
    findings: [
      'error AUDIT_PYTHON_ABI_NEEDED a.so: ABI tag is "none", but the file needs PyLong_FromLong of the interpreter',
    ],
  },
];

describe("auditWheel() of side modules", () => {
  for (const { name, files, tags, why, findings = [] } of wheels) {
    test(`finds the platforms of ${name}`, () => {
      const audit = auditWheel(files(), { tags: { python: ["py3"], abi: ["none"] } });
      assert.deepEqual(audit.platformTags, tags);
      assert.deepEqual(
        audit.findings.map(({ severity, code, path, message }) => `${severity} ${code} ${path}: ${message}`),
        findings,
      );
      if (findings.length === 0) assert.deepEqual(formatExplanation(explainTag(audit)).slice(1), why ?? []);
    });
  }
});

describe("raisePlatform() of side modules", () => {
  const audit = auditWheel([sideModule("a.so", ["ppoll"])]);
  for (const tag of ["pyemscripten_2026_0_wasm32", "pyemscripten_2099_0_wasm32", "pyodide_2026_0_wasm32"]) {
    test(`takes ${tag}`, () => assert.deepEqual(raisePlatform(audit, [tag]), [tag]));
  }
  const refused = [
    {
      tag: "pyemscripten_2025_0_wasm32",
      message: '"a.so" needs ppoll, which pyemscripten_2025_0 does not have',
    },
    { tag: "manylinux_2_17_x86_64", message: '"a.so" is for Python on WebAssembly' },
    { tag: "any", message: '"a.so" is for Python on WebAssembly' },
  ];
  for (const { tag, message } of refused) {
    test(`refuses ${tag}`, () => {
      assert.throws(() => raisePlatform(audit, [tag]), {
        code: "AUDIT_TAG_TOO_LOW",
        message: `Cannot tag the wheel "${tag}": ${message}`,
        hint: "Use pyemscripten_2026_0_wasm32.pyemscripten_2026_5_wasm32 or a higher tag",
      });
    });
  }
});

describe("platformsWith()", () => {
  const symbols = [
    { symbol: "malloc", platforms: undefined },
    { symbol: "nobody_knows_it", platforms: undefined },
    { symbol: "sigprocmask", platforms: ["2024.0", "2025.0", "2026.0"] },
    { symbol: "statvfs", platforms: ["2026.0", "2026.5"] },
    { symbol: "__c_longjmp", platforms: ["2025.0", "2026.0", "2026.5"] },
    { symbol: "__cxa_find_matching_catch_2", platforms: ["2024.0"] },
  ];
  for (const { symbol, platforms } of symbols) {
    test(`knows where ${symbol} is`, () => assert.deepEqual(platformsWith(symbol), platforms));
  }
  test("has no platform that the table does not have", () => {
    const used = new Set(symbols.flatMap(({ platforms }) => platforms ?? []));
    assert.deepEqual([...used].sort(), PYEMSCRIPTEN_PLATFORMS);
  });
});
