/** Files for audits, read from bytes made by hand. */
import type { AuditedFile } from "../../../src/core/audit/file-audit.ts";
import { readObject } from "../../../src/core/object/object-file.ts";
import { type ElfDraft, makeElf } from "../object/elf/elf-bytes.ts";
import { ARM64, buildVersion, dylib, makeFat, makeMachO, X86_64 } from "../object/macho/macho-bytes.ts";
import { makePe, type PeDraft } from "../object/pe/pe-bytes.ts";
import { makeSideModule } from "../object/wasm/wasm-bytes.ts";

/** A library for x86-64 Linux with a stack that is not executable. */
export function elf(path: string, draft: ElfDraft = {}): AuditedFile {
  return { path, object: readObject(makeElf({ stack: 6, ...draft })) };
}

/** A library that takes symbols of these versions from glibc: `{ memcpy: "GLIBC_2.14" }`. */
export function glibc(path: string, symbols: Readonly<Record<string, string>>, draft: ElfDraft = {}): AuditedFile {
  return elf(path, {
    needed: ["libc.so.6"],
    needs: [{ library: "libc.so.6", versions: [...new Set(Object.values(symbols))] }],
    symbols: Object.entries(symbols).map(([name, version]) => ({ name, version })),
    ...draft,
  });
}

/** Architecture -> oldest macOS, such as `10.13`; several make a universal file. */
export function macho(
  path: string,
  minimums: Readonly<Record<string, string>>,
  libraries: readonly string[] = [],
  platform = 1,
): AuditedFile {
  const slices = Object.entries(minimums).map(([arch, version]) => {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    const cpuType = CPU_TYPES[arch] ?? 0;
    const commands = [
      ...(version === "" ? [] : [buildVersion(platform, (major << 16) | (minor << 8))]),
      dylib(0xc, "/usr/lib/libSystem.B.dylib"),
      ...libraries.map((name) => dylib(0xc, name)),
    ];
    return { cpuType, bytes: makeMachO({ cpuType, commands, symbols: [{ name: "_malloc", type: 1 }] }) };
  });
  const [first] = slices;
  return { path, object: readObject(slices.length === 1 ? first!.bytes : makeFat(slices)) };
}

const CPU_TYPES: Readonly<Record<string, number>> = { arm64: ARM64, x86_64: X86_64, i386: 7, ppc: 18 };

export function pe(path: string, draft: PeDraft = {}): AuditedFile {
  return { path, object: readObject(makePe(draft)) };
}

/** A side module that takes these functions from the main module, and gives others. */
export function sideModule(path: string, functions: readonly string[] = [], own: readonly string[] = []): AuditedFile {
  const imports = functions.map((name) => ["env", name, "function"] as const);
  const exports = own.map((name) => [name, "function"] as const);
  return { path, object: readObject(makeSideModule({ imports, exports })) };
}
